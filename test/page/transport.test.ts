import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../renderer/app/locales.ts';
import { actOf, clientOver } from '../../renderer/transport/client.ts';
import { CallFailure, failureOf } from '../../renderer/transport/failure.ts';
import { failureSentence, issuesOf } from '../../renderer/ui/failure-text.ts';
import type { Envelope } from '../../shared/contract/wire.ts';
import { officeSettingsSchema } from '../../shared/features/office/office.contract.ts';

describe('the typed caller', () => {
  it('sends an envelope of its own id and gives back the value', async () => {
    const sent: Envelope[] = [];
    const client = clientOver(async (envelope) => {
      sent.push(envelope);
      return { id: envelope.id, ok: true, value: { count: 3 } };
    });
    await expect(client.call('cases.count', { filter: {} })).resolves.toEqual({ count: 3 });
    await client.call('cases.count', { filter: {} });
    expect(sent[0]).toMatchObject({ name: 'cases.count', input: { filter: {} } });
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  it('knows of each answer its own act, in whatever order they come and are asked', async () => {
    const acts = ['first', 'second', null, undefined] as const;
    let n = -1;
    const client = clientOver(async ({ id }) => {
      n += 1;
      const act = acts[n];
      return { id, ok: true, value: { id: 'same' }, ...(act !== undefined && { act }) };
    });
    const save = () => client.call('tasks.remove', { ids: ['same'] });
    const answers = [await save(), await save(), await save(), await save()];
    expect(answers.map(actOf)).toEqual(['first', 'second', null, null]);
    // Asked again, it is still the same one: a later change has not taken its place.
    expect(answers.toReversed().map(actOf)).toEqual([null, null, 'second', 'first']);
  });

  it('throws a refusal as the failure the core gave', async () => {
    const failure = { code: 'conflict', details: { version: 4 } } as const;
    const client = clientOver(async ({ id }) => ({ id, ok: false, failure }));
    const error = await client.call('office.state', {}).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CallFailure);
    expect(failureOf(error)).toEqual(failure);
  });

  it('makes a broken line an internal failure', async () => {
    const client = clientOver(() => Promise.reject(new TypeError('network')));
    const error = await client.call('office.state', {}).catch((e: unknown) => e);
    expect(failureOf(error).code).toBe('internal');
  });
});

describe('failures in words', () => {
  beforeAll(() => i18next.init({ lng: 'zh-CN', resources: locales, ns: ['errors'], defaultNS: 'errors' }));
  const words = (failure: Parameters<typeof failureSentence>[1]) =>
    failureSentence(i18next.getFixedT('zh-CN', 'errors'), failure);

  it('names the bad field before the general complaint', () => {
    expect(words({ code: 'invalid-input', issues: [{ path: 'a', code: 'date-invalid' }] })).toContain(
      '不是有效日期',
    );
    expect(words({ code: 'invalid-input' })).toContain('有内容需要更正');
  });

  it('says something useful of a code that it does not know', () => {
    expect(words({ code: 'invalid-input', issues: [{ path: 'a', code: 'never-heard-of' }] })).toContain(
      '有内容需要更正',
    );
  });

  it('gives a form the codes that the core would give', () => {
    const parsed = officeSettingsSchema.safeParse({
      name: ' ',
      kinds: [],
      regionCode: '51',
      tribunalName: null,
      caseNumberPattern: '第1号',
    });
    expect(parsed.success).toBe(false);
    if (!parsed.success)
      expect(issuesOf(parsed.error)).toEqual([
        { path: 'name', code: 'required' },
        { path: 'kinds', code: 'required' },
        { path: 'regionCode', code: 'region-invalid' },
        { path: 'caseNumberPattern', code: 'pattern-needs-seq' },
      ]);
  });
});
