import fs from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/errors.ts';
import { formatYuan } from '../../../shared/kernel/money.ts';
import {
  calculate,
  citation,
  type DueResult,
  disagreementsOf,
  dueDate,
  dueInputJsonSchema,
  type LawContext,
  type LegalSource,
  lengthText,
  listCalculators,
  listProvisions,
  listRules,
  otherReadings,
  type Period,
  parseDueOptions,
  type RuleDefinition,
  type VerificationStatus,
} from '../../../shared/law/index.ts';
import type { Command, Invocation, OptionDefinitions, Outcome } from './command.ts';
import { UsageError } from './command.ts';
import { answerOf, exitCodes, readError } from './failure.ts';
import { type AppliedLaw, dataText, lawOf, lawOptions } from './law-data.ts';
import { linesOf, writeOut } from './lines.ts';
import { textTable } from './text-table.ts';
import type { Words } from './words.ts';

const lawRules: Command = {
  noun: 'law',
  verb: 'rules',
  summary: {
    zh: '列出全部规则：法定期限，以及计算、送达、管辖等规定',
    en: 'list every rule: time limits, and provisions on counting, service, jurisdiction and the like',
  },
  positionals: [],
  options: lawOptions,
  async run(call) {
    const { words } = call;
    const { say } = words;
    const { used } = await lawOf(call);
    const rules = listRules();
    const localOf = (rule: RuleDefinition) => {
      const { region } = used;
      return region === null ? [] : rule.variants.filter((v) => region.startsWith(v.region));
    };
    // Where a local rule replaces the national one, its length is what holds here.
    const periodOf = (rule: RuleDefinition) =>
      localOf(rule).find((v) => v.mode === 'replaces')?.period ?? rule.period;
    const provisions = listProvisions();
    const data = [
      ...rules.map((rule) => ({
        kind: 'limit',
        ...rule,
        // With the questions that practice answers differently for every limit of this kind.
        disagreements: disagreementsOf(rule),
        localRules: localOf(rule).map(({ name, mode, text }) => ({ name, mode, text })),
        inputSchema: dueInputJsonSchema(rule.id),
      })),
      // What decides a limit or is looked for beside it has no length and nothing to reckon.
      ...provisions.map((provision) => ({
        kind: 'provision',
        ...provision,
        period: null,
        localRules: [],
        inputSchema: null,
      })),
    ];
    const counts = (['verified', 'secondary', 'from-memory', 'design'] as const).map(
      (status) =>
        `${words.label('common', `verification.${status}.name`)} ${data.filter((r) => r.status === status).length}`,
    );
    const text = textTable(
      [
        say('标识', 'Id'),
        say('名称', 'Title'),
        say('期间', 'Period'),
        say('起算', 'Counted from'),
        say('依据', 'Source'),
      ],
      rules.map((r) => [
        r.id,
        words.of(r.title),
        periodText(periodOf(r), words),
        words.of(r.trigger.words),
        citations([r.source, ...r.furtherSources], words),
      ]),
    );
    const others = textTable(
      [say('标识', 'Id'), say('其他规定', 'Provision'), say('依据', 'Source')],
      provisions.map((p) => [p.id, words.of(p.title), citations([p.source, ...p.furtherSources], words)]),
    );
    const known = `${say('核对情况：', 'How surely known: ')}${counts.join(say('、', ', '))}`;
    return { data, text: [text, '', others, '', known, dataText(used, words)].join('\n') };
  },
};

const periodText = (period: Period | null, words: Words): string =>
  period ? words.of(lengthText(period.length, period.unit)) : '—';

const lawCalculators: Command = {
  noun: 'law',
  verb: 'calculators',
  summary: {
    zh: '列出全部计算器及其输入格式（JSON Schema）',
    en: 'list every calculator and its input (JSON Schema)',
  },
  positionals: [],
  options: {},
  run({ words }) {
    const { say } = words;
    const data = listCalculators();
    const text = textTable(
      [say('标识', 'Id'), say('名称', 'Title'), say('输入', 'Input'), say('依据', 'Sources')],
      data.map((c) => [
        c.id,
        words.of(c.title),
        Object.keys((c.inputSchema.properties as object | undefined) ?? {}).join(', '),
        citations(c.sources, words),
      ]),
    );
    return Promise.resolve({ data, text });
  },
};

/** One computation, singly or line by line. */
interface Computation<Result extends object> {
  readonly verb: 'due' | 'calc';
  readonly summary: Command['summary'];
  /** Members of a batch line: which rule or calculator, and its input. */
  readonly idKey: 'rule' | 'calculator';
  readonly inputKey: 'input' | 'inputs';
  readonly example: string;
  /** `choices` are what a person chose beside the input. */
  readonly compute: (id: string, input: unknown, ctx: LawContext, choices: unknown) => Result;
  /** Options of a single computation that make its choices. */
  readonly choosing?: OptionDefinitions;
  readonly chosen?: (call: Invocation) => unknown;
  readonly text: (result: Result, words: Words) => string;
}

/** What a batch needs of it: it prints no text. */
type LineComputation = Pick<Computation<object>, 'idKey' | 'inputKey' | 'compute'>;

function computing<Result extends object>(definition: Computation<Result>): Command {
  const { verb, summary, idKey, inputKey, example } = definition;
  return {
    noun: 'law',
    verb,
    summary,
    positionals: ['[ID]'],
    options: {
      input: {
        type: 'string',
        value: 'JSON',
        help: { zh: `输入，例如 '${example}'`, en: `the input, such as '${example}'` },
      },
      batch: {
        type: 'string',
        value: 'FILE.jsonl',
        help: {
          zh: `逐行计算，每行一个对象，含 ${idKey} 和 ${inputKey}；- 为标准输入。每读一行就输出一行 JSON；有错的行输出 error，退出码为 3`,
          en: `line by line, each an object with ${idKey} and ${inputKey}; - is standard input. One line of JSON out for each line in; a bad line gives an error line and exit code 3`,
        },
      },
      ...definition.choosing,
      ...lawOptions,
    },
    async run(call) {
      const batch = call.options.text('batch');
      const [id] = call.positionals;
      if (batch !== null) {
        if (id !== undefined || call.options.text('input') !== null)
          throw new UsageError(
            '--batch 不与标识或 --input 同用',
            '--batch goes with neither an id nor --input',
          );
        return runBatch(call, definition, batch, await lawOf(call));
      }
      if (id === undefined) throw new UsageError('需要写明标识，或用 --batch', 'An id is needed, or --batch');
      const input = fieldsOf(parseJson(call.options.required('input'), 'input'), 'input');
      const { ctx, used } = await lawOf(call);
      const data = definition.compute(id, input, ctx, definition.chosen?.(call) ?? {});
      const text = `${definition.text(data, call.words)}\n${dataText(used, call.words)}`;
      return { data: { ...data, lawData: used }, text } satisfies Outcome;
    },
  };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', { issues: [{ path: name, code: 'json-invalid' }] }, { cause: error });
  }
}

/** An input is a set of named fields: of anything else the whole is named. */
function fieldsOf(input: unknown, name: string): object {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  const code = input === undefined || input === null ? 'required' : 'invalid-type';
  throw new AppError('invalid-input', { issues: [{ path: name, code }] });
}

async function runBatch(
  call: Invocation,
  definition: LineComputation,
  batch: string,
  law: AppliedLaw,
): Promise<{ exitCode: number }> {
  let bad = false;
  for await (const line of linesOf(
    batch === '-' ? process.stdin.setEncoding('utf8') : await openText(call.path(batch)),
  )) {
    const result = computeLine(line, definition, law, call.words);
    bad ||= 'error' in result;
    await writeOut(`${JSON.stringify(result)}\n`);
  }
  return { exitCode: bad ? exitCodes.data : exitCodes.ok };
}

async function openText(file: string): Promise<AsyncIterable<string>> {
  try {
    const handle = await fs.open(file);
    if ((await handle.stat()).isFile()) return handle.createReadStream({ encoding: 'utf8' });
    await handle.close();
  } catch (error) {
    throw readError(error);
  }
  throw readError(null);
}

/** An `id` on the line comes back in the answer, so that a script can match the two. */
function computeLine(
  line: string,
  { idKey, inputKey, compute }: LineComputation,
  { ctx, used }: AppliedLaw,
  words: Words,
): Record<string, unknown> {
  let given: Record<string, unknown> = {};
  try {
    const parsed = parseJson(line, 'line');
    given = fieldsOf(parsed, 'line') as Record<string, unknown>;
    const id = given[idKey];
    if (typeof id !== 'string')
      throw new AppError('invalid-input', { issues: [{ path: idKey, code: 'required' }] });
    const input = fieldsOf(given[inputKey], inputKey);
    return { ...echo(given), ...compute(id, input, ctx, given.options ?? {}), lawData: used };
  } catch (error) {
    return { ...echo(given), error: answerOf(error, words).answer };
  }
}

const echo = ({ id }: Record<string, unknown>): Record<string, unknown> => (id === undefined ? {} : { id });

const citations = (sources: readonly LegalSource[], words: Words): string =>
  sources.map((s) => words.of(citation(s))).join(words.say('；', '; '));

/** How surely a rule or a calculator is known: printed beside every result. */
const known = (status: VerificationStatus, words: Words): string =>
  `${words.say('核对情况：', 'How surely known: ')}${words.label('common', `verification.${status}.name`)}`;

/** The readings somebody chose against the usual one, in words. */
const chosenReadings = ({ rule, readings }: DueResult) =>
  readings.every((r) => r.isDefault)
    ? []
    : disagreementsOf(rule).flatMap(({ id, question, readings: offered }) => {
        const unusual = readings.find((r) => r.disagreement === id && !r.isDefault);
        const text = offered.find((r) => r.id === unusual?.reading)?.text;
        return text ? [{ disagreement: id, question, reading: unusual?.reading ?? '', text }] : [];
      });

const due = computing({
  verb: 'due',
  summary: {
    zh: '按一条期限规则算最后一天，附计算过程和依据',
    en: 'the last day of one time limit, with working and source',
  },
  idKey: 'rule',
  inputKey: 'input',
  example: '{"trigger":"2026-11-21"}',
  choosing: {
    variant: {
      type: 'string',
      value: 'national|CODE',
      help: {
        zh: '不用当地规定（national），或用该代码所在地的规定；须写 --reason',
        en: 'sets local rules aside (national), or applies the rule of the place of that code; needs --reason',
      },
    },
    reading: {
      type: 'string',
      multiple: true,
      value: 'QUESTION=READING',
      help: {
        zh: '有分歧处选用的理解，可写多次',
        en: 'the reading chosen where practice differs, may be repeated',
      },
    },
    reason: { type: 'string', value: 'TEXT', help: { zh: '选用的理由', en: 'why it was chosen' } },
    filing: {
      type: 'string',
      value: 'online|counter',
      help: {
        zh: '怎样提交：网上至24:00，窗口至下班',
        en: 'how it is filed: online until 24:00, at the counter until it closes',
      },
    },
    'closes-at': {
      type: 'string',
      value: '17:00',
      help: { zh: '窗口停止办公的时刻', en: 'when the counter closes' },
    },
  },
  chosen: ({ options }) => ({
    variant: options.text('variant') ?? undefined,
    reason: options.text('reason') ?? undefined,
    filing: options.text('filing') ?? undefined,
    closesAt: options.text('closes-at') ?? undefined,
    readings: Object.fromEntries(
      options.list('reading').map((given) => {
        const at = given.indexOf('=');
        if (at < 0) throw new UsageError('--reading 写成 问题=理解', '--reading is QUESTION=READING');
        return [given.slice(0, at), given.slice(at + 1)];
      }),
    ),
  }),
  compute: (id, input, ctx, choices) => {
    const options = parseDueOptions(choices);
    const found = dueDate(id, input, ctx, options);
    const { rule, ...result } = found;
    return {
      rule: rule.id,
      title: rule.title,
      bearer: rule.bearer,
      // A local rule that was applied is known as surely as itself, not as the national one beside it.
      status: found.variant?.status ?? rule.status,
      ...result,
      chosenReadings: chosenReadings(found),
      otherReadings: otherReadings(found, ctx, options),
    };
  },
  text: (result, words) => {
    const { say } = words;
    return [
      `${words.of(result.title)}${say('：', ': ')}${result.due ?? say('法律没有规定期限', 'the law sets no limit')}${result.provisional ? say('（暂定）', ' (provisional)') : ''}`,
      ...result.working.map((s) => `  ${words.of(s.text)}`),
      ...(result.cutoff ? [words.of(result.cutoff.text)] : []),
      `${say('依据：', 'Source: ')}${citations([result.source, ...result.furtherSources], words)}`,
      known(result.status, words),
      ...result.chosenReadings.map(
        (r) =>
          `${say('采用的理解：', 'Read as chosen: ')}${words.of(r.question)}${say('', ' ')}${words.of(r.text)}`,
      ),
      ...(result.reason === null ? [] : [`${say('理由：', 'Reason: ')}${result.reason}`]),
      ...result.otherReadings.map(
        (r) =>
          `${say('另有理解：', 'Read otherwise: ')}${r.due ?? say('没有期限', 'no limit')}  ${words.of(r.question)}${say('', ' ')}${words.of(r.text)}`,
      ),
      `${say('逾期后果：', 'If missed: ')}${words.of(result.ifMissed)}`,
      ...result.warnings.map((w) => `! ${words.of(w.text)}`),
    ].join('\n');
  },
});

const calc = computing({
  verb: 'calc',
  summary: { zh: '运行一个计算器，附计算过程和依据', en: 'run one calculator, with working and sources' },
  idKey: 'calculator',
  inputKey: 'inputs',
  example: '{"amount":"1234.50"}',
  compute: calculate,
  text: (result, words) =>
    [
      ...(result.headline ? [words.of(result.headline)] : []),
      ...result.lines.map((l) => words.of(l)),
      ...(result.lines.length === 0 ? [JSON.stringify(result.result, null, 2)] : []),
      ...result.caps.map((c) => words.of(c.text)),
      ...(result.wageBase
        ? [
            `${words.say('所用工资基数：', 'Wage base used: ')}${formatYuan(result.wageBase.amountFen)}${words.say('，', ', ')}${words.of(result.wageBase.why)}`,
          ]
        : []),
      ...(result.totals
        ? [
            words.say(
              `请求${formatYuan(result.totals.claimedFen)}元；时效抗辩成立时为${formatYuan(result.totals.recoverableFen)}元`,
              `claimed ${formatYuan(result.totals.claimedFen)}; ${formatYuan(result.totals.recoverableFen)} if the limitation defence succeeds`,
            ),
          ]
        : []),
      ...result.methods.map(
        (m, i) =>
          `${words.say('算法', 'Method ')}${i + 1}${words.say('：', ': ')}${words.of(m.name)}${words.say('，', ', ')}${m.amountFen === null ? '—' : formatYuan(m.amountFen)}${i === 0 ? words.say('（采用）', ' (used)') : ''}`,
      ),
      `${words.say('依据：', 'Sources: ')}${citations(
        result.sources.filter((s) => !s.data),
        words,
      )}`,
      ...result.sources
        .filter((s) => s.data)
        .map((s) => `${words.say('所用数据：', 'Data used: ')}${words.of(citation(s))}`),
      known(result.status, words),
      ...(result.provisional ? [words.say('结果为暂定。', 'The result is provisional.')] : []),
      ...result.warnings.map((w) => `! ${words.of(w.text)}`),
    ].join('\n'),
});

export const lawCommands: readonly Command[] = [lawRules, due, lawCalculators, calc];
