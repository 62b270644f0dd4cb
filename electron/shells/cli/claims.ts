import type { Output } from '../../../shared/contract/api.ts';
import { AppError, fieldError } from '../../../shared/kernel/errors.ts';
import { type Fen, fen, formatYuan } from '../../../shared/kernel/money.ts';
import { type Command, officeOptions, UsageError } from './command.ts';
import { findCase, withOffice } from './session.ts';
import type { Words } from './words.ts';

type Claims = Output<'claims.forCase'>;
type MemberClaim = Claims['members'][number];

/** Items of one worker, each with its arithmetic, then how they stand beside each other. */
export function itemLines(member: MemberClaim, words: Words): string[] {
  const { say } = words;
  return [
    ...member.items.flatMap((item) => [
      `${words.of(item.title)}  ${item.amountFen === null ? '—' : yuan(fen(item.amountFen), words)}  ${words.label('claim-items', `verdict.${item.verdict}`)}  ${item.id}`,
      ...item.kept.lines.map((line) => `  ${words.of(line)}`),
      ...item.kept.warnings.map((w) => `  ! ${words.of(w.text)}`),
      ...(item.now
        ? [
            `  ! ${say('按现有数据为', 'by the present data')} ${item.now.amountFen === null ? '—' : yuan(fen(item.now.amountFen), words)}`,
          ]
        : []),
    ]),
    ...member.overlaps.map((o) => `! ${words.of(o.text)}`),
  ];
}

const yuan = (amount: Fen, words: Words): string => `${formatYuan(amount)}${words.say('元', ' yuan')}`;

function claimsText(claims: Claims, words: Words): string {
  const { say } = words;
  return [
    ...claims.members.flatMap((m) => [
      `${m.name}  ${say('欠薪', 'arrears')} ${yuan(fen(m.owedFen), words)}  ${say('其他', 'other items')} ${yuan(fen(m.itemsFen), words)}  ${words.label('claim-items', `verdict.${m.verdict}`)}`,
      ...itemLines(m, words).map((line) => `  ${line}`),
    ]),
    `${say('合计', 'Total')}  ${yuan(fen(claims.totalFen), words)}  ${claims.totalInWords}`,
  ].join('\n');
}

export const claimsCommand: Command = {
  noun: 'case',
  verb: 'claims',
  summary: {
    zh: '列出各人的请求项目，或用 --add 增加一项',
    en: 'list every worker’s claim items, or add one with --add',
  },
  positionals: ['NUMBER_OR_ID'],
  options: {
    ...officeOptions,
    add: {
      type: 'string',
      value: 'CALCULATOR',
      help: {
        zh: '计算器标识，例如 economic-compensation',
        en: 'id of a calculator, such as economic-compensation',
      },
    },
    worker: {
      type: 'string',
      value: 'NAME_OR_ID',
      help: {
        zh: '劳动者姓名或标识；只有一人时可不写',
        en: 'the worker’s name or id; not needed where there is one',
      },
    },
    input: {
      type: 'string',
      value: 'JSON',
      help: { zh: '输入；案卷里已有的不必再写', en: 'the input; what the record knows need not be repeated' },
    },
    method: {
      type: 'string',
      value: 'ID',
      help: { zh: '做法不一时所选的算法', en: 'the chosen method where practice differs' },
    },
    reason: { type: 'string', value: 'TEXT', help: { zh: '选择该算法的理由', en: 'why that method' } },
  },
  run(call) {
    const { options, words } = call;
    const calculator = options.text('add');
    if (calculator === null && options.text('input') !== null)
      throw new UsageError('--input 与 --add 同用', '--input goes with --add');
    return withOffice(call, async ({ client }) => {
      const file = await findCase(client, call.positionals[0] ?? '');
      const caseId = file.id;
      if (calculator !== null) {
        const memberId = await workerOf(
          await client.call('cases.members', { caseId }),
          options.text('worker'),
        );
        const known = await client.call('claims.prefill', { caseId, memberId, calculator });
        await client.call('claims.saveItem', {
          caseId,
          expectedVersion: file.version,
          itemId: null,
          memberId,
          calculator,
          inputs: { ...known.inputs, ...parseInputs(options.text('input')) },
          method: options.text('method'),
          methodReason: options.text('reason'),
        });
      }
      const data = await client.call('claims.forCase', { caseId });
      return { data, text: claimsText(data, words) };
    });
  },
};

function workerOf(members: Output<'cases.members'>, named: string | null): string {
  const found = members.filter((m) => named === null || m.id === named || m.name === named);
  const [only] = found;
  if (!only) throw new AppError('not-found', { details: { what: 'member' } });
  if (found.length > 1) throw fieldError('worker', 'worker-ambiguous');
  return only.id;
}

function parseInputs(text: string | null): Record<string, never> {
  if (text === null) return {};
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch (error) {
    throw new AppError(
      'invalid-input',
      { issues: [{ path: 'input', code: 'json-invalid' }] },
      { cause: error },
    );
  }
}
