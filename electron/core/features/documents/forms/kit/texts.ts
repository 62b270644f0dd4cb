import type { FilingFacts, TopicValues } from '../../../../../../shared/features/documents/filing-facts.ts';
import type {
  RawRow,
  RawValue,
  RawValues,
} from '../../../../../../shared/features/documents/particulars/particular.ts';
import { fillPlaceholders, type Scene } from '../../../../../../shared/features/documents/placeholders.ts';
import type { FormLanguage } from './wording.ts';

/** Facts in which somebody wrote a placeholder are rare: the others are found once and left alone. */
const plainFacts = new WeakSet<FilingFacts>();
const filled = new WeakMap<FilingFacts, Map<string, FilingFacts>>();

/** The facts with what people wrote as the paper prints it: the record's facts in place of their names in braces. */
export function withFacts(
  facts: FilingFacts,
  language: FormLanguage,
  applicantId: string | null,
): FilingFacts {
  if (plainFacts.has(facts)) return facts;
  let known = filled.get(facts);
  if (!known) {
    const { narrative, limitation, particulars } = facts;
    if (!/[{｛]/u.test(JSON.stringify([narrative, limitation.text, particulars], textOnly))) {
      plainFacts.add(facts);
      return facts;
    }
    known = new Map();
    filled.set(facts, known);
  }
  const key = `${language} ${applicantId ?? ''}`;
  const found = known.get(key) ?? fillAll(facts, { facts, language, applicantId });
  known.set(key, found);
  return found;
}

/** Keys and braces of the data's own shape out of sight, so that only written braces are found. */
function textOnly(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? value : 0;
  return Object.values(value);
}

function fillAll(facts: FilingFacts, scene: Scene): FilingFacts {
  const text = <T extends string | null>(value: T): T =>
    (value === null ? null : fillPlaceholders(value, scene)) as T;
  const topics = <T extends Readonly<Record<string, TopicValues>>>(values: T): T =>
    Object.fromEntries(
      Object.entries(values).map(([id, v]) => [id, { ...v, entered: fillValues(v.entered, text) }]),
    ) as unknown as T;
  return {
    ...facts,
    narrative: Object.fromEntries(
      Object.entries(facts.narrative).map(([key, value]) => [key, text(value as string | null)]),
    ) as unknown as FilingFacts['narrative'],
    limitation: { ...facts.limitation, text: text(facts.limitation.text) },
    particulars: {
      case: topics(facts.particulars.case),
      members: Object.fromEntries(
        Object.entries(facts.particulars.members).map(([id, own]) => [id, topics(own)]),
      ),
    },
  };
}

function fillValues(values: RawValues, text: (value: string) => string): RawValues {
  const one = (value: RawValue): RawValue => {
    if (typeof value === 'string') return text(value);
    if (!Array.isArray(value)) return value;
    return value.map((row: string | RawRow) =>
      typeof row === 'string'
        ? row
        : Object.fromEntries(
            Object.entries(row).map(([key, cell]) => [key, typeof cell === 'string' ? text(cell) : cell]),
          ),
    ) as RawValue;
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, one(value)]));
}
