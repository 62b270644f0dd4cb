import { roles } from '../../../shared/contract/roles.ts';
import { officeKinds } from '../../../shared/features/office/office.contract.ts';
import { fillIndex } from '../../../shared/features/search/fill.ts';
import { findDivisions } from '../../../shared/law/index.ts';
import { loadLawData } from '../../core/kernel/law-data.ts';
import { type Command, type Invocation, officeOptions, UsageError } from './command.ts';
import { oneOf } from './options.ts';
import { readPassphrase, readPassphraseFile } from './passphrase.ts';
import { cliWorld, withCore, withOffice } from './session.ts';
import { textTable } from './text-table.ts';

/** The code of a place given by code or name; a code is checked where the office is made. */
function regionOf(place: string): string {
  if (/^\d*$/.test(place)) return place;
  const names = loadLawData(cliWorld().resources).divisions?.divisions ?? {};
  const [found, ...others] = findDivisions(names, place);
  if (!found) throw new UsageError(`没有叫“${place}”的行政区划`, `no division is called ${place}`);
  if (others.length === 0) return found.code;
  const some = [found, ...others].slice(0, 8).map((d) => `${d.path} ${d.code}`);
  throw new UsageError(
    `“${place}”不止一处，请写全或写代码：${some.join('、')}`,
    `${place} means several divisions; write it in full or its code: ${some.join(', ')}`,
  );
}

const createOffice: Command = {
  noun: 'office',
  verb: 'create',
  summary: { zh: '新建机构（加密的文件夹）', en: 'make a new office, an encrypted folder' },
  positionals: [],
  options: {
    folder: {
      type: 'string',
      value: 'DIR',
      help: { zh: '放在哪个文件夹（空的或不存在的）', en: 'folder, empty or not yet there' },
    },
    name: { type: 'string', value: 'NAME', help: { zh: '机构名称', en: 'name of the office' } },
    kind: {
      type: 'string',
      value: 'KIND[,KIND]',
      help: { zh: `机构类型：${officeKinds.join('、')}`, en: `kind: ${officeKinds.join(', ')}` },
    },
    region: {
      type: 'string',
      value: 'PLACE',
      help: {
        zh: '行政区划：名称（如 成都市锦江区）或六位代码',
        en: 'division: its Chinese name or six-digit code (GB/T 2260)',
      },
    },
    tribunal: {
      type: 'string',
      value: 'NAME',
      help: { zh: '通常立案的仲裁委全称（可不写）', en: 'commission that the office files with (optional)' },
    },
    user: { type: 'string', value: 'NAME', help: { zh: '第一个用户的姓名', en: 'name of the first user' } },
    'passphrase-file': officeOptions['passphrase-file'] as NonNullable<
      (typeof officeOptions)['passphrase-file']
    >,
  },
  run(call) {
    const input = {
      folder: call.path(call.options.required('folder')),
      name: call.options.required('name'),
      kinds: call.options
        .required('kind')
        .split(',')
        .map((k) => oneOf('--kind', k.trim(), officeKinds)),
      regionCode: regionOf(call.options.required('region')),
      tribunalName: call.options.text('tribunal'),
      userName: call.options.text('user') ?? process.env.GONGDAO_USER ?? '',
    };
    if (input.userName === '') throw new UsageError('缺少 --user', '--user is missing');
    return withCore(async ({ client }) => {
      const passphrase = await readPassphrase(call, { twice: true });
      const { recoveryKey } = await client.call('office.create', { ...input, passphrase });
      const { say } = call.words;
      return {
        data: { folder: input.folder, userName: input.userName, recoveryKey },
        text: [
          `${say('已建好机构', 'Office made')}${say('：', ': ')}${input.folder}`,
          '',
          `${say('恢复密钥', 'Recovery key')}${say('：', ': ')}${recoveryKey}`,
          say(
            '请抄在纸上妥善保管：只显示这一次；忘记口令时，没有它就打不开案件。',
            'Write it down and keep it safe: it is shown only this once, and without it a forgotten passphrase cannot be replaced.',
          ),
        ].join('\n'),
      };
    });
  },
};

const officeInfo: Command = {
  noun: 'office',
  verb: 'info',
  summary: { zh: '查看机构的设置和概况', en: 'show an office: settings, users, number of cases' },
  positionals: [],
  options: {
    folder: {
      type: 'string',
      value: 'DIR',
      help: { zh: '机构文件夹（也可写 --office）', en: 'office folder (--office works too)' },
    },
    ...officeOptions,
  },
  run(call) {
    const folder = call.options.text('folder');
    const named: Invocation =
      folder === null
        ? call
        : {
            ...call,
            options: {
              ...call.options,
              text: (name) => call.options.text(name === 'office' ? 'folder' : name),
            },
          };
    return withOffice(named, async ({ client }) => {
      const settings = await client.call('office.settings', {});
      const users = await client.call('office.users', {});
      const state = await client.call('office.state', {});
      const { version: schemaless, ...shown } = settings;
      const count = async (status: 'open' | 'closed'): Promise<number> =>
        (await client.call('cases.count', { filter: { status } })).count;
      const data = {
        ...shown,
        settingsVersion: schemaless,
        users,
        cases: { open: await count('open'), closed: await count('closed') },
        recoveryConfirmed: state.recoveryConfirmed,
        calendarThrough: state.calendarThrough,
      };
      const { say } = call.words;
      const line = (zh: string, en: string, value: string): string =>
        `${say(zh, en)}${say('：', ': ')}${value}`;
      return {
        data,
        text: [
          line('机构', 'Office', settings.name),
          line('文件夹', 'Folder', settings.folder),
          line(
            '类型',
            'Kind',
            settings.kinds.map((k) => call.words.label('start', `kind.${k}`)).join(say('、', ', ')),
          ),
          line('行政区划', 'Division', settings.regionCode),
          line('仲裁委', 'Commission', settings.tribunalName ?? '—'),
          line('案号格式', 'Case numbers', settings.caseNumberPattern),
          line('加密', 'Cipher', call.words.label('cli', `cipher.${settings.cipher}`)),
          line('用户', 'Users', users.map((u) => u.name).join(say('、', ', '))),
          line('在办', 'Open cases', String(data.cases.open)),
          line('已结', 'Closed cases', String(data.cases.closed)),
          line('节假日载入至', 'Holidays loaded through', String(data.calendarThrough)),
          ...(data.recoveryConfirmed
            ? []
            : [say('恢复密钥尚未核对。', 'The recovery key has not been confirmed yet.')]),
        ].join('\n'),
      };
    });
  },
};

const reindex: Command = {
  noun: 'office',
  verb: 'reindex',
  summary: {
    zh: '重建搜索索引和追回金额汇总，或只核对（--check）',
    en: 'build the search index and the sums of what was recovered anew, or only check them (--check)',
  },
  positionals: [],
  options: {
    ...officeOptions,
    check: { type: 'boolean', help: { zh: '只核对，不改动', en: 'check only, change nothing' } },
  },
  run(call) {
    return withOffice(call, async ({ client }) => {
      const { say } = call.words;
      if (call.options.flag('check')) {
        const { faults: _, ...counts } = await client.call('search.verify', {});
        const wrong = counts.missing + counts.stale + counts.orphaned;
        const sums = await client.call('recovered.verify', {});
        const both = [
          say(
            `已核对 ${counts.texts} 条，${wrong === 0 ? '与资料一致' : `${wrong} 条与资料不一致`}。`,
            `${counts.texts} texts checked; ${wrong === 0 ? 'they fit the record' : `${wrong} do not fit the record`}.`,
          ),
          say(
            `已核对 ${sums.checked} 项汇总，${sums.faults === 0 ? '与资料一致' : `${sums.faults} 项与资料不一致`}。`,
            `${sums.checked} sums checked; ${sums.faults === 0 ? 'they fit the record' : `${sums.faults} do not fit the record`}.`,
          ),
        ];
        return { data: { ...counts, sums }, text: both.join('\n') };
      }
      await client.call('recovered.rebuild', {});
      await client.call('search.rebuild', {});
      await fillIndex(client);
      const { texts } = await client.call('search.verify', {});
      return {
        data: { texts },
        text: say(`索引已重建，共 ${texts} 条。`, `The index was built anew with ${texts} texts.`),
      };
    });
  },
};

const users: Command = {
  noun: 'office',
  verb: 'users',
  summary: {
    zh: '成员：list 列出，add 添加（需管理员）',
    en: 'users: list them, or add one (managers only)',
  },
  positionals: ['list|add'],
  options: {
    name: { type: 'string', value: 'NAME', help: { zh: '新成员的姓名', en: 'name of the new user' } },
    role: {
      type: 'string',
      value: 'ROLE',
      help: { zh: `角色：${roles.join('、')}`, en: `role: ${roles.join(', ')}` },
    },
    'first-passphrase-file': {
      type: 'string',
      value: 'FILE',
      help: {
        zh: '首个口令所在的文件；不写则由程序生成，首次打开时必须更换',
        en: 'file with the first passphrase; made up when left out; changed at the first unlocking',
      },
    },
    ...officeOptions,
  },
  run(call) {
    const what = oneOf('users', call.positionals[0] ?? '', ['list', 'add'] as const);
    const { say, label } = call.words;
    if (what === 'list')
      return withOffice(call, async ({ client }) => {
        const list = await client.call('users.list', {});
        return {
          data: list,
          text: textTable(
            [
              say('姓名', 'Name'),
              say('角色', 'Role'),
              say('在办', 'Open'),
              say('援助指派', 'Legal aid'),
              say('状态', 'Status'),
            ],
            list.map((u) => [
              u.name,
              label('office', `role.${u.role}`),
              String(u.openCases),
              String(u.openAssignments),
              label(
                'office',
                !u.active ? 'users.inactive' : u.mustChangePassphrase ? 'users.firstPending' : 'users.active',
              ),
            ]),
          ),
        };
      });
    const name = call.options.required('name');
    const role = oneOf('--role', call.options.required('role'), roles);
    const file = call.options.text('first-passphrase-file');
    const passphrase = file === null ? null : readPassphraseFile(call.path(file));
    return withOffice(call, async ({ client }) => {
      const made = await client.call('users.add', { name, role, passphrase });
      return {
        data: { id: made.id, name, role, firstPassphrase: made.passphrase },
        text: [
          `${say('已添加', 'Added')} ${name} · ${label('office', `role.${role}`)}`,
          ...(made.passphrase === null
            ? []
            : [
                `${say('首个口令（只显示这一次）：', 'First passphrase (shown only once): ')}${made.passphrase}`,
              ]),
        ].join('\n'),
      };
    });
  },
};

export const officeCommands: readonly Command[] = [createOffice, officeInfo, users, reindex];
