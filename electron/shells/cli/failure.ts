import { AppError, type Failure, type FailureCode, sentenceKeys } from '../../../shared/kernel/errors.ts';
import { toFailure } from '../../core/kernel/failures.ts';
import { UsageError } from './command.ts';
import type { Words } from './words.ts';

export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  data: 3,
  notFound: 4,
  locked: 5,
  conflict: 6,
  storage: 7,
} as const;

const exitCodeOf: Readonly<Record<FailureCode, number>> = {
  'invalid-input': exitCodes.data,
  'not-found': exitCodes.notFound,
  conflict: exitCodes.conflict,
  locked: exitCodes.locked,
  'permission-denied': exitCodes.locked,
  'wrong-passphrase': exitCodes.locked,
  'wrong-recovery-key': exitCodes.locked,
  'too-many-attempts': exitCodes.locked,
  'office-exists': exitCodes.conflict,
  'office-not-found': exitCodes.notFound,
  'office-in-use': exitCodes.conflict,
  'office-read-only': exitCodes.storage,
  'disk-full': exitCodes.storage,
  'database-damaged': exitCodes.storage,
  'database-newer': exitCodes.storage,
  'file-not-spreadsheet': exitCodes.data,
  'file-encrypted': exitCodes.data,
  'file-old-format': exitCodes.data,
  'file-too-large': exitCodes.data,
  'file-empty': exitCodes.data,
  'file-expired': exitCodes.data,
  'file-write-failed': exitCodes.storage,
  'unknown-procedure': exitCodes.unexpected,
  cancelled: exitCodes.unexpected,
  'rule-violation': exitCodes.data,
  'no-data': exitCodes.data,
  internal: exitCodes.unexpected,
};

/** A failure as scripts get it: codes to act on, a sentence to show. */
export interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly issues: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly details?: Failure['details'];
}

/** A failure whose sentences are ready, because they are not those of the error code alone. */
export class AnsweredError extends Error {
  readonly exitCode: number;
  readonly answer: ErrorAnswer;

  constructor(exitCode: number, answer: ErrorAnswer) {
    super(answer.code);
    this.name = 'AnsweredError';
    this.exitCode = exitCode;
    this.answer = answer;
  }
}

export function answerOf(error: unknown, words: Words): { exitCode: number; answer: ErrorAnswer } {
  if (error instanceof AnsweredError) return { exitCode: error.exitCode, answer: error.answer };
  if (error instanceof UsageError)
    return {
      exitCode: exitCodes.usage,
      answer: { code: 'usage', message: words.of(error.sentence), issues: [] },
    };
  const { failure } = toFailure(error, 'cli');
  const issues = (failure.issues ?? []).map((i) => ({
    path: i.path,
    code: i.code,
    message: i.code === 'date-invalid' ? dateWords(words) : words.label('errors', i.code, i.params),
  }));
  return {
    exitCode: exitCodeOf[failure.code],
    answer: {
      code: failure.code,
      message: ownSentence(failure, words) ?? labelled(failure, words),
      issues,
      ...(failure.details && { details: failure.details }),
    },
  };
}

// The page reads 4.12 and “today”; the command line takes the plain form only.
const dateWords = ({ say }: Words): string =>
  say('不是有效日期，写作 2026-04-12。', 'Not a valid date: write 2026-04-12.');

function labelled(failure: Failure, words: Words): string {
  const table = words.table('errors');
  const key = sentenceKeys(failure).find((k) => Object.hasOwn(table, k)) ?? failure.code;
  const { zh, en, ...details } = failure.details ?? {};
  return words.label('errors', key, { ...details, reason: words.say(String(zh), String(en)) });
}

/** Where the page's sentence speaks of its buttons and lists: on the command line it is something somebody typed. */
function ownSentence({ code, details = {} }: Failure, words: Words): string | null {
  if (code === 'invalid-input') return words.say('输入有误。', 'The input is not right.');
  if (code === 'no-data' && typeof details.table === 'string') {
    const table = words.label('law', `calc.table.${details.table.split('.')[0]}`);
    const area = details.area === '000000' ? words.say('全国', 'nationwide') : details.area;
    const where = [area, details.date ?? details.year].filter((part) => part != null && part !== '');
    const place = where.length === 0 ? '' : words.say(`（${where.join('，')}）`, ` (${where.join(', ')})`);
    return words.say(`没有所需的数据：${table}${place}。`, `No figure for this: ${table}${place}.`);
  }
  if (code !== 'not-found') return null;
  if (details.reason === 'no-period')
    return words.say(
      `${details.rule}（${details.zh}）是一条规定，本身没有期限可算；条文见 law rules 的列表`,
      `${details.rule} (${details.en}) is a provision and has no period of its own to count; law rules lists it with its article`,
    );
  if ('rule' in details)
    return words.say('没有这条期限规则；全部规则见 law rules', 'No such rule; law rules lists them all');
  if ('calculator' in details)
    return words.say(
      '没有这个计算器；全部见 law calculators',
      'No such calculator; law calculators lists them all',
    );
  switch (details.what) {
    case 'case':
      return words.say('没有这个案号或编号的案件', 'No case has this number or id');
    case 'file':
      return words.say('找不到这个文件，或不能读取', 'There is no such file, or it cannot be read');
    case 'paper':
      return words.say('本案没有这份文书', 'This case has no such document');
    case 'member':
      return words.say('本案没有这名工人', 'This case has no such worker');
    default:
      return null;
  }
}

/** The sentence for a terminal, one line for each bad field. */
export function sentenceOf(answer: ErrorAnswer, words: Words): string {
  const { retryAfterSeconds } = answer.details ?? {};
  const wait =
    typeof retryAfterSeconds === 'number' && retryAfterSeconds > 0
      ? words.say(`（${retryAfterSeconds} 秒后可再试）`, ` (try again in ${retryAfterSeconds} s)`)
      : '';
  return [
    `${answer.message}${wait}`,
    ...answer.issues.map((i) => `  ${i.path}${words.say('：', ': ')}${i.message}`),
  ].join('\n');
}

/** A file that the person named is not there or will not open. */
export function readError(error: unknown): AppError {
  return new AppError('not-found', { details: { what: 'file', reason: codeOf(error) } }, { cause: error });
}

/** A file or folder that the person named cannot be written. */
export function writeError(error: unknown): AppError {
  const reason = codeOf(error);
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return new AppError('disk-full', {}, { cause: error });
  return new AppError('file-write-failed', { details: { reason } }, { cause: error });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
