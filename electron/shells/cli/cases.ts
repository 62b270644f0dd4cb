import type { Output } from '../../../shared/contract/api.ts';
import { caseSortKeys } from '../../../shared/features/cases/cases.contract.ts';
import { type Fen, fen, formatYuan } from '../../../shared/kernel/money.ts';
import { citation, stateOf } from '../../../shared/law/index.ts';
import { claimsCommand, itemLines } from './claims.ts';
import { type Command, officeOptions } from './command.ts';
import { importCommand } from './import.ts';
import { oneOf } from './options.ts';
import { findCase, withOffice } from './session.ts';
import { textTable } from './text-table.ts';
import type { Words } from './words.ts';

const statuses = ['open', 'closed', 'all'] as const;

const listCases: Command = {
  noun: 'case',
  verb: 'list',
  summary: { zh: '列出案件', en: 'list cases' },
  positionals: [],
  options: {
    ...officeOptions,
    text: {
      type: 'string',
      value: 'TEXT',
      help: {
        zh: '案号、当事人姓名、身份证号或电话的一部分',
        en: 'part of a number, name, ID number or phone',
      },
    },
    status: {
      type: 'string',
      value: 'STATUS',
      help: { zh: `${statuses.join('、')}；默认 open`, en: `${statuses.join(', ')}; open when left out` },
    },
    limit: {
      type: 'string',
      value: 'N',
      help: { zh: '最多几件；默认 50，0 为全部', en: 'at most so many; 50 when left out, 0 for all' },
    },
    sort: {
      type: 'string',
      value: 'KEY',
      help: {
        zh: `排序：${caseSortKeys.join('、')}；默认 nextDate`,
        en: `${caseSortKeys.join(', ')}; nextDate when left out`,
      },
    },
    reverse: { type: 'boolean', help: { zh: '倒序', en: 'the other way round' } },
  },
  run(call) {
    const { options, words } = call;
    const by = oneOf('--sort', options.text('sort') ?? 'nextDate', caseSortKeys);
    const status = oneOf('--status', options.text('status') ?? 'open', statuses);
    const limit = options.number('limit', 0) ?? 50;
    const filter = { text: options.text('text') ?? '', status };
    return withOffice(call, async ({ client }) => {
      const items: Output<'cases.list'>['items'][number][] = [];
      let cursor: string | null = null;
      do {
        const left = limit === 0 ? 200 : Math.min(200, limit - items.length);
        const page: Output<'cases.list'> = await client.call('cases.list', {
          filter,
          sort: { by, direction: options.flag('reverse') ? 'desc' : 'asc' },
          cursor,
          limit: left,
        });
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null && (limit === 0 || items.length < limit));
      const { count } = await client.call('cases.count', { filter });
      return { data: { items, count }, text: caseTable(items, count, words) };
    });
  },
};

function caseTable(items: Output<'cases.list'>['items'], count: number, words: Words): string {
  const { say } = words;
  const several = (name: string, n: number): string =>
    n > 1 ? say(`${name}等${n}`, `${name} and ${n - 1} more`) : name;
  return [
    textTable(
      [
        say('案号', 'Number'),
        say('申请人', 'Applicants'),
        say('被申请人', 'Respondents'),
        say('案由', 'Cause'),
        say('阶段', 'Stage'),
        say('下一期限', 'Next date'),
        say('金额（元）', 'Amount (yuan)'),
      ],
      items.map((row) => [
        row.number,
        several(row.firstApplicant, row.applicantCount),
        several(row.firstRespondent, row.respondentCount),
        words.label('cases', `cause.${row.cause}`),
        words.of(stateOf(row.track, row.stage).title),
        `${row.nextDate ?? '—'}${row.nextProvisional ? say('（暂定）', ' (provisional)') : ''}`,
        formatYuan(fen(row.amountFen)),
      ]),
      [6],
    ),
    '',
    say(`${items.length} / ${count} 件`, `${items.length} of ${count} cases`),
  ].join('\n');
}

const showCase: Command = {
  noun: 'case',
  verb: 'show',
  summary: {
    zh: '查看一件案件：当事人、欠薪计算、期限',
    en: 'show a case: parties, arrears with working, dates',
  },
  positionals: ['NUMBER_OR_ID'],
  options: officeOptions,
  run(call) {
    return withOffice(call, async ({ client }) => {
      const file = await findCase(client, call.positionals[0] ?? '');
      const caseId = file.id;
      const data = {
        case: file,
        members: await client.call('cases.members', { caseId }),
        claims: await client.call('claims.forCase', { caseId }),
        deadlines: await client.call('deadlines.forCase', { caseId }),
      };
      return { data, text: caseText(data, call.words) };
    });
  },
};

interface CaseData {
  readonly case: Output<'cases.get'>;
  readonly claims: Output<'claims.forCase'>;
  readonly deadlines: Output<'deadlines.forCase'>;
}

function caseText({ case: file, claims, deadlines }: CaseData, words: Words): string {
  const { say } = words;
  const heading = (zh: string, en: string): string => `\n${say(zh, en)}`;
  return [
    `${file.number}  ${words.label('cases', `cause.${file.cause}`)}  ${words.of(stateOf(file.track, file.stage).title)}`,
    heading('被申请人', 'Respondents'),
    ...file.respondents.map((r) => `  ${r.name}`),
    heading('申请人与欠薪', 'Applicants and arrears'),
    ...claims.members.flatMap((m) => [
      `  ${m.name}  ${yuan(fen(m.owedFen + m.itemsFen), words)}`,
      ...m.rows.map((row) => `    ${row.from}–${row.to}  ${words.of(row.line)}`),
      ...m.warnings.map((w) => `    ! ${words.of(w.message)}`),
      ...itemLines(m, words).map((line) => `    ${line}`),
    ]),
    `  ${say('合计', 'Total')}  ${yuan(fen(claims.totalFen), words)}  ${claims.totalInWords}`,
    heading('期限', 'Dates'),
    ...dateLines(deadlines, words).map((line) => `  ${line}`),
  ].join('\n');
}

const yuan = (amount: Fen, words: Words): string => `${formatYuan(amount)}${words.say('元', ' yuan')}`;

/** One line a date, with its length, the articles it rests on and how it stands; below it what to beware of. */
export function dateLines(deadlines: Output<'deadlines.forCase'>, words: Words): string[] {
  const { say } = words;
  return deadlines.flatMap((d) => [
    [
      d.due ?? '—'.padEnd(10),
      `${words.of(d.title)}${d.provisional ? say('（暂定）', ' (provisional)') : ''}`,
      ...(d.period ? [words.of(d.period)] : []),
      [d.source, ...(d.furtherSources ?? [])].map((s) => words.of(citation(s))).join(say('；', '; ')),
      words.label('case', `dateStatus.${d.status}`),
    ].join('  '),
    ...d.warnings.map((w) => `  ! ${words.of(w)}`),
  ]);
}

export const caseCommands: readonly Command[] = [importCommand, listCases, showCase, claimsCommand];
