import type { OfficeState, officeContract } from '../../../../shared/features/office/office.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { type DivisionNames, divisionOf } from '../../../../shared/law/index.ts';
import type { CallContext, Handlers } from '../../kernel/context.ts';
import type { OfficeHost } from './office.host.ts';
import { listUsers, loadOffice } from './office.repo.ts';

export interface OfficeDependencies {
  readonly host: OfficeHost;
  /** Told to every window: the session changed. */
  readonly sessionChanged: () => void;
  /** Fills a fresh, unlocked office with the invented sample cases. */
  readonly fillSample: (sessionId: string) => Promise<void>;
  /** Last year whose calendar is loaded, at this moment. */
  readonly calendarThrough: () => number;
  /** The division table in force at this moment. */
  readonly divisions: () => DivisionNames;
}

/** Name and passphrase of the sample office, shown on the first screen: its people are invented. */
const sampleUser = '示例用户';
const samplePassphrase = 'sample-office';

export function officeHandlers(deps: OfficeDependencies): Handlers<typeof officeContract> {
  const { host } = deps;

  async function state(ctx: CallContext): Promise<OfficeState> {
    const actor = host.actorOf(ctx.caller.sessionId);
    const row = actor && host.office ? await loadOffice(host.office.db.read) : null;
    return {
      status: actor ? 'open' : host.folder ? 'locked' : 'none',
      folder: host.folder,
      officeName: row?.name ?? null,
      user: actor
        ? {
            id: actor.userId,
            name: actor.userName,
            role: actor.role,
            active: true,
            mustChangePassphrase: actor.mustChangePassphrase,
          }
        : null,
      recoveryConfirmed: row ? row.recovery_confirmed === 1 : true,
      isSample: row ? row.is_sample === 1 : host.folder === host.sampleFolder,
      recent: host.recent,
      defaultFolder: host.suggestedFolder,
      calendarThrough: deps.calendarThrough(),
    };
  }

  function assertKnownRegion(code: string): void {
    if (!divisionOf(deps.divisions(), code)) throw fieldError('regionCode', 'region-unknown');
  }

  return {
    'office.state': (ctx) => state(ctx),
    async 'office.create'(ctx, input) {
      assertKnownRegion(input.regionCode);
      const made = await host.create(ctx.caller.sessionId, { ...input, isSample: false });
      deps.sessionChanged();
      return made;
    },
    async 'office.choose'(ctx, { folder }) {
      await host.choose(folder);
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.unlock'(ctx, { userName, passphrase }) {
      await host.unlock(ctx.caller.sessionId, userName, passphrase);
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.recover'(ctx, { recoveryKey, userName, newPassphrase }) {
      await host.recover(ctx.caller.sessionId, recoveryKey, userName, newPassphrase);
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.exploreSample'(ctx) {
      if (host.hasSample) {
        await host.choose(host.sampleFolder);
        await host.unlock(ctx.caller.sessionId, sampleUser, samplePassphrase);
      } else {
        await host.create(ctx.caller.sessionId, {
          folder: host.sampleFolder,
          name: '示例区劳动人事争议调解中心（虚构）',
          kinds: ['mediation-committee', 'legal-aid-centre'],
          regionCode: '510100',
          tribunalName: '示例市示例区劳动人事争议仲裁委员会',
          userName: sampleUser,
          passphrase: samplePassphrase,
          isSample: true,
        });
        await deps.fillSample(ctx.caller.sessionId);
      }
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.lock'(ctx) {
      await host.lock();
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.leave'(ctx) {
      await host.leave();
      deps.sessionChanged();
      return state(ctx);
    },
    async 'office.confirmRecoveryKey'(ctx, { recoveryKey }) {
      if (!host.checkRecoveryKey(recoveryKey)) throw new AppError('wrong-recovery-key');
      await ctx.db.updateTable('office').set({ recovery_confirmed: 1 }).execute();
      ctx.changed('office', 'recovery');
      return {};
    },
    async 'office.renewRecoveryKey'(ctx, { passphrase }) {
      await ctx.db.updateTable('office').set({ recovery_confirmed: 0 }).execute();
      ctx.changed('office', 'recovery');
      // Last: the keyring file is not part of the transaction.
      const { recoveryKey, undo } = await host.renewRecoveryKey(ctx.actor, passphrase);
      ctx.onRollback(undo);
      return { recoveryKey };
    },
    async 'office.changePassphrase'(ctx, { current, next }) {
      const { undo } = await host.changePassphrase(ctx.actor, current, next);
      ctx.onRollback(undo);
      await ctx.db
        .updateTable('app_user')
        .set({ must_change: 0 })
        .where('id', '=', ctx.actor.userId)
        .execute();
      ctx.onCommit(() => {
        host.setActor({ ...ctx.actor, mustChangePassphrase: false });
        deps.sessionChanged();
      });
      return {};
    },
    async 'office.settings'(ctx) {
      const row = await loadOffice(ctx.db);
      return {
        name: row.name,
        kinds: JSON.parse(row.kinds),
        regionCode: row.region_code,
        tribunalName: row.tribunal_name,
        caseNumberPattern: row.case_number_pattern,
        version: row.version,
        cipher: host.office?.keyring.cipher ?? '',
        folder: host.folder ?? '',
      };
    },
    async 'office.saveSettings'(ctx, input) {
      const row = await loadOffice(ctx.db);
      if (row.version !== input.expectedVersion)
        throw new AppError('conflict', { details: { expected: input.expectedVersion, actual: row.version } });
      // A place that has lost its code since stays until another is chosen.
      if (input.regionCode !== row.region_code) assertKnownRegion(input.regionCode);
      await ctx.db
        .updateTable('office')
        .set({
          name: input.name,
          kinds: JSON.stringify(input.kinds),
          region_code: input.regionCode,
          tribunal_name: input.tribunalName,
          case_number_pattern: input.caseNumberPattern,
          version: row.version + 1,
        })
        .execute();
      ctx.about(null, { version: row.version + 1 });
      ctx.changed('office', row.id);
      return { version: row.version + 1 };
    },
    'office.users': (ctx) => listUsers(ctx.db),
  };
}
