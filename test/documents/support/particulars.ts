import type { FilingFacts, TopicValues } from '../../../shared/features/documents/filing-facts.ts';
import type {
  DueDay,
  Field,
  FieldType,
  RawValue,
  Topic,
} from '../../../shared/features/documents/particulars/particular.ts';
import { topics } from '../../../shared/features/documents/particulars/topics.ts';
import { valuesSchema } from '../../../shared/features/documents/particulars/values.ts';
import { plainDate } from '../../../shared/kernel/date.ts';

/** Values that read well on a paper, by topic and field; what is not here gets one that fits its type. */
const examples: Readonly<Record<string, Readonly<Record<string, RawValue>>>> = {
  withdrawal: { extent: 'claims', part: '第二项仲裁请求', reason: 'settled', received: 1_200_000 },
};

function sample(field: Field): RawValue {
  const type: FieldType = field.type;
  switch (type.kind) {
    case 'line':
      return `示例${field.label.zh}`;
    case 'text':
      return `这里写明${field.label.zh}。\n第二段继续说明。`;
    case 'date':
      return '2026-09-10';
    case 'moment':
      return '2026-09-28 09:30';
    case 'money':
      return 1_234_500;
    case 'count':
      return 2;
    case 'quantity':
      return '21.75';
    case 'yes-no':
      return true;
    case 'choice':
      return type.options[0]?.value ?? null;
    case 'choices':
      return type.options.slice(0, 2).map((o) => o.value);
    case 'rows': {
      const row = Object.fromEntries(
        Object.entries(type.columns).map(([key, column]) => [key, sample(column) as string]),
      );
      return [row, row];
    }
    case 'due':
      return null;
  }
}

function filled(topic: Topic): TopicValues {
  const entered: Record<string, RawValue> = {};
  const dues: Record<string, DueDay> = {};
  for (const [key, field] of Object.entries<Field>(topic.fields)) {
    if (field.type.kind === 'due') {
      dues[key] = {
        due: plainDate('2026-10-12'),
        unrolled: plainDate('2026-10-10'),
        article: { zh: '示例法第一条', en: 'Sample Law art. 1' },
        provisional: false,
      };
    } else entered[key] = examples[topic.id]?.[key] ?? sample(field);
  }
  return { entered: valuesSchema(topic).parse(entered), dues };
}

/** Every topic filled in, for the case and for each of the workers. */
export function fullParticulars(memberIds: readonly string[]): FilingFacts['particulars'] {
  const of = (scope: Topic['scope']) =>
    Object.fromEntries(topics.filter((t) => t.scope === scope).map((t) => [t.id, filled(t)]));
  return {
    case: of('case'),
    members: Object.fromEntries(memberIds.map((id) => [id, of('member')])),
  };
}

/** An event of every kind that papers print the day of. */
export const fullEvents: FilingFacts['events'] = [
  { type: 'application-submitted', date: plainDate('2026-09-03'), note: null },
];
