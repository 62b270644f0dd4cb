import fs from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/errors.ts';
import {
  calculate,
  citation,
  type DueResult,
  dueDate,
  dueInputJsonSchema,
  type LawContext,
  type LegalSource,
  lengthText,
  listCalculators,
  listRules,
  type OtherReading,
  otherReadings,
} from '../../../shared/law/index.ts';
import { loadLawData, parseLawFiles, readLawFiles } from '../../core/kernel/law-data.ts';
import type { Command, Invocation, OptionDefinitions } from './command.ts';
import { officeOptions, UsageError } from './command.ts';
import { answerOf, exitCodes, readError } from './failure.ts';
import { linesOf, writeOut } from './lines.ts';
import { cliWorld, withOffice } from './session.ts';
import { textTable } from './text-table.ts';
import type { Words } from './words.ts';

const region: OptionDefinitions[string] = {
  type: 'string',
  value: '510104',
  help: { zh: '行政区划代码：适用当地规定和标准', en: 'division code: local rules and standards apply' },
};

const lawRules: Command = {
  noun: 'law',
  verb: 'rules',
  summary: { zh: '列出全部法定期限', en: 'list every statutory time limit' },
  positionals: [],
  options: {},
  run({ words }) {
    const { say } = words;
    const rules = listRules();
    const data = rules.map((rule) => ({ ...rule, inputSchema: dueInputJsonSchema(rule.id) }));
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
        r.period ? words.of(lengthText(r.period.length, r.period.unit)) : '—',
        words.of(r.trigger.words),
        citations([r.source, ...r.furtherSources], words),
      ]),
    );
    return Promise.resolve({ data, text });
  },
};

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
interface Computation {
  readonly verb: 'due' | 'calc';
  readonly summary: Command['summary'];
  /** Members of a batch line: which rule or calculator, and its input. */
  readonly idKey: 'rule' | 'calculator';
  readonly inputKey: 'input' | 'inputs';
  readonly example: string;
  readonly compute: (id: string, input: unknown, ctx: LawContext) => Record<string, unknown>;
  readonly text: (result: Record<string, unknown>, words: Words) => string;
}

function computing(definition: Computation): Command {
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
      region,
      ...officeOptions,
    },
    async run(call) {
      const ctx = await contextOf(call);
      const batch = call.options.text('batch');
      const [id] = call.positionals;
      if (batch !== null) {
        if (id !== undefined || call.options.text('input') !== null)
          throw new UsageError(
            '--batch 不与标识或 --input 同用',
            '--batch goes with neither an id nor --input',
          );
        return runBatch(call, definition, batch, ctx);
      }
      if (id === undefined) throw new UsageError('需要写明标识，或用 --batch', 'An id is needed, or --batch');
      const input = parseJson(call.options.required('input'), 'input');
      const data = definition.compute(id, input, ctx);
      return { data, text: definition.text(data, call.words) };
    },
  };
}

/** The shipped data; with `--office` those that the office added as well, and its region unless another is named. */
async function contextOf(call: Invocation): Promise<LawContext> {
  const world = cliWorld();
  const code = call.options.text('region');
  if (code !== null && !/^\d{6}$/.test(code))
    throw new AppError('invalid-input', { issues: [{ path: 'region', code: 'region-invalid' }] });
  const asOf = world.clock.today();
  const named = code === null ? {} : { region: code };
  if (call.options.text('office') === null) return { ...loadLawData(world.resources), asOf, ...named };
  return withOffice(call, async ({ client }) => {
    const { files } = await client.call('lawData.files', {});
    const { regionCode } = await client.call('office.settings', {});
    const law = parseLawFiles({ ...readLawFiles(world.resources), ...files });
    return { ...law, asOf, region: regionCode, ...named };
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', { issues: [{ path: name, code: 'json-invalid' }] }, { cause: error });
  }
}

async function runBatch(
  call: Invocation,
  definition: Computation,
  batch: string,
  ctx: LawContext,
): Promise<{ exitCode: number }> {
  let bad = false;
  for await (const line of linesOf(
    batch === '-' ? process.stdin.setEncoding('utf8') : await openText(call.path(batch)),
  )) {
    const result = computeLine(line, definition, ctx, call.words);
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
  { idKey, inputKey, compute }: Computation,
  ctx: LawContext,
  words: Words,
): Record<string, unknown> {
  let given: Record<string, unknown> = {};
  try {
    const parsed = parseJson(line, 'line');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new AppError('invalid-input', { issues: [{ path: 'line', code: 'json-invalid' }] });
    given = parsed as Record<string, unknown>;
    const id = given[idKey];
    if (typeof id !== 'string')
      throw new AppError('invalid-input', { issues: [{ path: idKey, code: 'required' }] });
    return { ...echo(given), ...compute(id, given[inputKey], ctx) };
  } catch (error) {
    return { ...echo(given), error: answerOf(error, words).answer };
  }
}

const echo = ({ id }: Record<string, unknown>): Record<string, unknown> => (id === undefined ? {} : { id });

const citations = (sources: readonly LegalSource[], words: Words): string =>
  sources.map((s) => words.of(citation(s))).join(words.say('；', '; '));

const due = computing({
  verb: 'due',
  summary: {
    zh: '按一条期限规则算最后一天，附计算过程和依据',
    en: 'the last day of one time limit, with working and source',
  },
  idKey: 'rule',
  inputKey: 'input',
  example: '{"trigger":"2026-11-21"}',
  compute: (id, input, ctx) => {
    const found = dueDate(id, input, ctx);
    const { rule, ...result } = found;
    return {
      rule: rule.id,
      title: rule.title,
      bearer: rule.bearer,
      status: rule.status,
      ...result,
      otherReadings: otherReadings(found, ctx),
    };
  },
  text: (data, words) => {
    const result = data as unknown as Omit<DueResult, 'rule'> &
      Pick<DueResult['rule'], 'title' | 'status'> & { readonly otherReadings: readonly OtherReading[] };
    const { say } = words;
    return [
      `${words.of(result.title)}${say('：', ': ')}${result.due ?? say('法律没有规定期限', 'the law sets no limit')}${result.provisional ? say('（暂定）', ' (provisional)') : ''}`,
      ...result.working.map((s) => `  ${words.of(s.text)}`),
      `${say('依据：', 'Source: ')}${citations([result.source, ...result.furtherSources], words)}`,
      `${say('核对情况：', 'How surely known: ')}${words.label('common', `verification.${result.status}.name`)}`,
      ...result.otherReadings.map(
        (r) =>
          `${say('另有理解：', 'Read otherwise: ')}${r.due}  ${words.of(r.question)}${say('', ' ')}${words.of(r.text)}`,
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
  compute: (id, input, ctx) => ({ ...calculate(id, input, ctx) }),
  text: (data, words) => {
    const result = data as unknown as ReturnType<typeof calculate>;
    return [
      ...result.lines.map((l) => words.of(l)),
      ...(result.lines.length === 0 ? [JSON.stringify(result.result, null, 2)] : []),
      ...result.caps.map((c) => words.of(c.text)),
      `${words.say('依据：', 'Sources: ')}${citations(result.sources, words)}`,
      ...result.warnings.map((w) => `! ${words.of(w.text)}`),
    ].join('\n');
  },
});

export const lawCommands: readonly Command[] = [lawRules, due, lawCalculators, calc];
