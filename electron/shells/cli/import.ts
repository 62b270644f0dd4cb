import type { Client, Input, Output } from '../../../shared/contract/api.ts';
import type { ImportProblem } from '../../../shared/features/transfer/transfer.contract.ts';
import { fen, formatYuan } from '../../../shared/kernel/money.ts';
import { type Command, type Invocation, officeOptions, UsageError } from './command.ts';
import { AnsweredError, exitCodes } from './failure.ts';
import { findCase, giveFile, type Session, takeFile, withOffice, writeNew } from './session.ts';
import type { Words } from './words.ts';

type Preview = Output<'transfer.preview'>;
type Source = Pick<Input<'transfer.import'>, 'token' | 'sheet' | 'defaultYear' | 'defaultPeriod'>;

/** Takes a roster of workers into a case. */
export const importCommand: Command = {
  noun: 'case',
  verb: 'import',
  summary: {
    zh: '把工人名册（.xlsx、.csv）导入案件；不写 --case 则新建一件',
    en: 'bring a roster of workers (.xlsx, .csv) into a case, a new one without --case',
  },
  positionals: [],
  options: {
    ...officeOptions,
    file: { type: 'string', value: 'FILE', help: { zh: '名册', en: 'the roster' } },
    case: { type: 'string', value: 'NUMBER_OR_ID', help: { zh: '导入哪件案件', en: 'the case' } },
    employer: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: {
        zh: '新案件的用人单位；可写多次，第二家起列为连带',
        en: 'employer of a new case; may be repeated, further ones are asked to pay jointly',
      },
    },
    'errors-to': {
      type: 'string',
      value: 'FILE.xlsx',
      help: {
        zh: '把没有导入的行另存为表格，末列写明原因',
        en: 'save the rejected rows with what is wrong in each',
      },
    },
    sheet: {
      type: 'string',
      value: 'N',
      help: {
        zh: '第几张工作表，从 1 数起；不写则自动选',
        en: 'sheet, from 1; chosen by its look when left out',
      },
    },
    year: {
      type: 'string',
      value: '2026',
      help: { zh: '月份列没有写年份时的年份', en: 'year of month columns that name none' },
    },
    period: {
      type: 'string',
      value: 'FROM..TO',
      help: {
        zh: '没有写起止时间的行的工资期间，如 2026-01-01..2026-03-31',
        en: 'pay period of rows that name none, such as 2026-01-01..2026-03-31',
      },
    },
  },
  run(call) {
    const file = call.path(call.options.required('file'));
    if (call.options.text('case') !== null && call.options.list('employer').length > 0)
      throw new UsageError('--employer 只用于新建案件', '--employer is for a new case only');
    return withOffice(call, async (session) => {
      const token = await giveFile(session, file);
      const source = await chooseSource(call, session.client, token);
      const numberOrId = call.options.text('case');
      const existing = numberOrId === null ? null : await findCase(session.client, numberOrId);
      const preview = await session.client.call('transfer.preview', {
        caseId: existing?.id ?? null,
        ...source,
      });
      const errorsFile = await saveErrors(call, session, existing?.id ?? null, source, preview);
      // A case without a single worker would only have to be cleared away again.
      if (!existing && preview.counts.add === 0) throw nothingToImport(preview, call.words);
      const { caseId, version, number } = existing
        ? { caseId: existing.id, version: existing.version, number: existing.number }
        : await createFor(call, session);
      const done = await session.client.call('transfer.import', {
        caseId,
        expectedVersion: version,
        ...source,
      });
      const data = {
        caseId,
        number,
        created: existing === null,
        added: done.added,
        same: done.same,
        updated: done.updated,
        rejected: done.rejected,
        problems: allProblems(preview, call.words),
        totalOwedFen: preview.totalOwedFen,
        elsewhere: done.elsewhere,
        errorsFile,
      };
      return { data, text: importText(data, call.words) };
    });
  },
};

async function chooseSource(call: Invocation, client: Client, token: string): Promise<Source> {
  const sheet = call.options.number('sheet', 1);
  const read = await client.call('transfer.read', { token, sheet: sheet === null ? 0 : sheet - 1 });
  const period = call.options.text('period');
  const [from = '', to = ''] = period?.split('..') ?? [];
  return {
    token,
    sheet: sheet === null ? read.sheet : sheet - 1,
    defaultYear: call.options.number('year', 1990),
    defaultPeriod: period === null ? null : { from, to },
  };
}

function createFor(call: Invocation, { client, world }: Session): Promise<Output<'cases.create'>> {
  const respondents = call.options.list('employer').map((name, i) => ({
    kind: 'organisation' as const,
    name,
    capacity: 'employer' as const,
    footing: i === 0 ? ('principal' as const) : ('joint' as const),
  }));
  const none = {
    relation: null,
    performance: null,
    demands: null,
    ending: null,
    grounds: null,
    limitation: null,
  };
  return client.call('cases.create', {
    receivedOn: world.clock.today(),
    project: { name: null, site: null, teamLeader: null },
    facts: none,
    respondents,
  });
}

async function saveErrors(
  call: Invocation,
  session: Session,
  caseId: string | null,
  source: Source,
  { counts }: Preview,
): Promise<string | null> {
  const wanted = call.options.text('errors-to');
  if (wanted === null || counts.error + counts.conflict === 0) return null;
  const made = await session.client.call('transfer.errorFile', { caseId, ...source, language: call.locale });
  return writeNew(call.path(wanted), await takeFile(session, made.token));
}

/** Nobody in the file can be brought in: says why, row by row. */
function nothingToImport(preview: Preview, words: Words): AnsweredError {
  const problems = allProblems(preview, words).filter((p) => p.severity === 'error');
  return new AnsweredError(exitCodes.data, {
    code: 'invalid-input',
    message: words.say('名册里没有可以导入的工人。', 'The roster has no worker that could be brought in.'),
    issues: problems.map((p) => ({
      path: p.column === null ? `${p.row}` : `${p.column}${p.row}`,
      code: p.code,
      message: p.message,
    })),
  });
}

interface Problem {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Bad cells and, as problems of a row, the workers that cannot be told from another. */
function allProblems({ problems, workers }: Preview, words: Words): Problem[] {
  const sentence = ({ code, value, params }: ImportProblem): string =>
    words.label('import', code, { ...params, value });
  return [
    ...problems.map((p) => ({
      row: p.row,
      column: p.column,
      code: p.code,
      severity: p.severity,
      message: sentence(p),
    })),
    ...workers
      .filter((w) => w.reason !== null)
      .map((w) => ({
        row: w.row,
        column: null,
        code: w.reason ?? '',
        severity: 'error' as const,
        message: words.label('import', w.reason ?? ''),
      })),
  ].sort((a, b) => a.row - b.row);
}

function importText(
  data: {
    number: string;
    created: boolean;
    added: number;
    same: number;
    updated: number;
    rejected: number;
    problems: readonly Problem[];
    totalOwedFen: number;
    elsewhere: readonly { number: string; workers: number }[];
    errorsFile: string | null;
  },
  words: Words,
): string {
  const { say } = words;
  return [
    data.created
      ? say(`已新建案件 ${data.number}`, `Case ${data.number} made`)
      : say(`案件 ${data.number}`, `Case ${data.number}`),
    say(
      `新增 ${data.added} 人，相同 ${data.same} 人，更新 ${data.updated} 人，未导入 ${data.rejected} 行`,
      `${data.added} added, ${data.same} the same, ${data.updated} updated, ${data.rejected} rejected`,
    ),
    say(
      `新增和更新的工人共欠 ${formatYuan(fen(data.totalOwedFen))} 元`,
      `Owed to those added or updated: ${formatYuan(fen(data.totalOwedFen))} yuan`,
    ),
    ...data.elsewhere.map((other) =>
      say(
        `请核对：其中 ${other.workers} 人已在案件 ${other.number}`,
        `check: ${other.workers} of them stand in case ${other.number} already`,
      ),
    ),
    ...data.problems.map((p) => {
      const place = say(
        `第 ${p.row} 行${p.column === null ? '' : ` ${p.column} 列`}`,
        `row ${p.row}${p.column === null ? '' : `, column ${p.column}`}`,
      );
      const mark = p.severity === 'error' ? say('未导入', 'rejected') : say('请核对', 'check');
      return `  ${place}${say('：', ': ')}[${mark}] ${p.message}`;
    }),
    ...(data.errorsFile === null
      ? []
      : [say(`未导入的行已存为：${data.errorsFile}`, `Rejected rows saved as: ${data.errorsFile}`)]),
  ].join('\n');
}
