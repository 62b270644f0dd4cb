import type { PaperWarning } from '../../../../../shared/features/documents/documents.contract.ts';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { placeholderFaults } from '../../../../../shared/features/documents/placeholders.ts';
import { around, typedNumbers, typedSums } from '../../../../../shared/features/documents/typed-figures.ts';
import { type Fen, formatYuan } from '../../../../../shared/kernel/money.ts';
import { recordPath } from '../documents.paths.ts';
import type { SetEntry } from '../forms/index.ts';
import { type TextField, textFields } from './fields.ts';
import { almostNames, partyNamesOf } from './typed-names.ts';

/** What of the record a typed figure or number may repeat. */
interface Known {
  readonly sums: ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
  readonly names: readonly string[];
}

const knownOf = new WeakMap<FilingFacts, Known>();

function known(facts: FilingFacts): Known {
  const before = knownOf.get(facts);
  if (before) return before;
  const sums = new Set<number>();
  const numbers = new Set<string>();
  // Any number of the record will do: a count taken for fen is a sum of a few cents, which nobody types.
  const walk = (value: unknown): void => {
    if (typeof value === 'number') sums.add(value);
    else if (typeof value === 'string') {
      if (value.length === 18) numbers.add(value.toUpperCase());
    } else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) walk(one);
  };
  walk(facts);
  const found = { sums, numbers, names: partyNamesOf(facts) };
  knownOf.set(facts, found);
  return found;
}

/** An 18-digit number that can be a resident's: the account of a bank is none. */
const residentShape = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/u;
const creditShape = /^[159Y][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;

/**
 * What is wrong with the texts of a paper: a placeholder that does not exist or has nothing to say, a sum, number or name
 * that was typed and differs from the record. Each names its text, so that the page can lead there.
 */
export function textWarnings(facts: FilingFacts, entry: Pick<SetEntry, 'formId' | 'target'>): PaperWarning[] {
  const owner = entry.target.applicantId ?? null;
  return textFields(facts, entry.formId, entry.target, ['text', 'line']).flatMap((field) =>
    field.text === null ? [] : faultsOf(field, field.text, facts, owner),
  );
}

function faultsOf(
  { field, label }: TextField,
  text: string,
  facts: FilingFacts,
  owner: string | null,
): PaperWarning[] {
  const scene = { facts, language: 'zh-CN' as const, applicantId: owner };
  const { unknown, empty } = placeholderFaults(text, scene);
  const { sums, numbers, names } = known(facts);
  const quoted = (place: { text: string; at: number }): string => around(text, place.at, place.text.length);
  const say = (
    code: string,
    severity: PaperWarning['severity'],
    zh: string,
    en: string,
    at: string | null = field,
  ): PaperWarning => ({
    field: at,
    code,
    severity,
    label: { zh: `“${label.zh}”：${zh}`, en: `“${label.en}”: ${en}` },
  });
  return [
    ...unknown.map((name) =>
      say(
        'placeholder-unknown',
        'error',
        `没有名为 {${name}} 的占位符，文书会照原样印出。`,
        `there is no placeholder {${name}}; the paper prints it as it stands.`,
      ),
    ),
    ...empty.map((p) =>
      say(
        'placeholder-empty',
        'gap',
        `{${p.zh}} 在案件记录中还没有内容，文书留空。`,
        `the record has nothing yet for {${p.id}}; the paper leaves room.`,
        recordPath(p.source(scene), facts),
      ),
    ),
    ...typedSums(text)
      .filter(({ value }) => value > 0 && !sums.has(value))
      .map((place) =>
        say(
          'figure-differs',
          'advice',
          `“${quoted(place)}”中的金额在记录里没有对应的数${totals(facts, 'zh')}。请核对，或者改用占位符。`,
          `the sum in “${quoted(place)}” is none of the record's${totals(facts, 'en')}. Compare it, or use a placeholder.`,
        ),
      ),
    ...typedNumbers(text)
      .filter(({ value }) => (residentShape.test(value) || creditShape.test(value)) && !numbers.has(value))
      .map((place) =>
        say(
          'number-differs',
          'error',
          `号码 ${place.text} 与记录中的身份证号、统一社会信用代码都不一致。`,
          `the number ${place.text} is none of the record's ID numbers and credit codes.`,
        ),
      ),
    ...almostNames(text, names).map(({ typed, name }) =>
      say(
        'name-differs',
        'error',
        `“${typed}”与记录中的“${name}”只差一两个字。`,
        `“${typed}” differs from “${name}” of the record by a character or two.`,
      ),
    ),
  ];
}

function totals({ totals: { claimed, arrears } }: FilingFacts, language: 'zh' | 'en'): string {
  const parts = (
    [
      [claimed, '请求总额', 'claimed'],
      [arrears, '欠薪', 'in arrears'],
    ] as const
  ).filter((part): part is [Fen, '请求总额', 'claimed'] | [Fen, '欠薪', 'in arrears'] => (part[0] ?? 0) > 0);
  if (parts.length === 0) return '';
  return language === 'zh'
    ? `（${parts.map(([sum, zh]) => `${zh} ${formatYuan(sum)} 元`).join('，')}）`
    : ` (${parts.map(([sum, , en]) => `${formatYuan(sum)} ${en}`).join(', ')})`;
}
