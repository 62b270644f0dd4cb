import type {
  FilingFacts,
  LocalText,
  TopicValues,
} from '../../../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../../../shared/features/documents/form-ids.ts';
import type { Field, Topic } from '../../../../../shared/features/documents/particulars/particular.ts';
import { type FormTarget, forms } from '../forms/index.ts';

/** A text of a paper that a person writes. */
export interface TextField {
  /** Path of the record: `facts.relation`, `particulars.award-reasons.reasons`, with `/<id>` where it is somebody's own. */
  readonly field: string;
  readonly label: LocalText;
  readonly group: LocalText;
  readonly hint: LocalText | null;
  /** What the record says now. */
  readonly text: string | null;
  /** One line or several paragraphs. */
  readonly kind: 'line' | 'text';
}

const factLabels = {
  relation: { zh: '劳动关系', en: 'Employment relation' },
  performance: { zh: '履行和欠薪经过', en: 'Work and arrears' },
  demands: { zh: '催要经过', en: 'Demands' },
  ending: { zh: '离职经过', en: 'End of the work' },
  grounds: { zh: '法律依据', en: 'Grounds' },
  limitation: { zh: '仲裁时效', en: 'Limitation' },
} as const satisfies Record<string, LocalText>;
type FactKey = keyof typeof factLabels;
export const factKeys = Object.keys(factLabels) as readonly FactKey[];

const factGroup: LocalText = { zh: '事实与理由', en: 'Facts and reasons' };
const factHint: LocalText = {
  zh: '不填的，由案件记录生成。',
  en: 'Made from the record if left empty.',
};

/** Forms that tell the facts and reasons of the case itself; a unit's own application says them in its claims. */
const narrativeForms: ReadonlySet<FormId> = new Set(['arb-application', 'med-application']);

function factText(facts: FilingFacts, key: FactKey): string | null {
  const { narrative, limitation } = facts;
  return key === 'limitation' ? limitation.text : key === 'ending' ? narrative.end : narrative[key];
}

/** Whose values of a topic a paper reads: the same choice as the papers themselves make. */
export function placeOfTopic(
  topic: Topic,
  facts: FilingFacts,
  ownerId: string | null,
): { readonly path: string; readonly values: TopicValues | undefined } {
  const { particulars } = facts;
  const own = ownerId === null ? undefined : particulars.members[ownerId]?.[topic.id];
  const ownPath = `particulars.${topic.id}/${ownerId}`;
  const shared = { path: `particulars.${topic.id}`, values: particulars.case[topic.id] };
  if (topic.scope === 'case' || ownerId === null) return shared;
  if (topic.scope === 'member') return { path: ownPath, values: own };
  return own ? { path: ownPath, values: own } : shared;
}

/** The texts of one paper in the order in which its topics stand. */
export function textFields(
  facts: FilingFacts,
  formId: FormId,
  target: FormTarget,
  kinds: readonly TextField['kind'][] = ['text'],
): TextField[] {
  const owner = target.applicantId ?? target.partyId ?? null;
  const told: TextField[] =
    narrativeForms.has(formId) && facts.applicantSide === 'workers'
      ? factKeys.map((key) => ({
          field: `facts.${key}`,
          label: factLabels[key],
          group: factGroup,
          hint: factHint,
          text: factText(facts, key),
          kind: 'text',
        }))
      : [];
  const entered = forms[formId].topics.flatMap((topic) => {
    const { path, values } = placeOfTopic(topic, facts, owner);
    return Object.entries<Field>(topic.fields).flatMap(([key, { type, label, hint }]): TextField[] => {
      if (type.kind !== 'line' && type.kind !== 'text') return [];
      const text = values?.entered[key];
      return [
        {
          field: `${path}.${key}`,
          label,
          group: topic.title,
          hint: hint ?? null,
          text: typeof text === 'string' ? text : null,
          kind: type.kind,
        },
      ];
    });
  });
  return [...told, ...entered].filter((one) => kinds.includes(one.kind));
}

/** The facts as they would be with other texts. Fields that the paper does not have are left out. */
export function withTextsOf(
  facts: FilingFacts,
  texts: readonly { readonly field: string; readonly text: string | null }[],
): FilingFacts {
  let next = facts;
  for (const { field, text } of texts) {
    const [head, second = '', key = ''] = field.split('.');
    const value = text === null || text.trim() === '' ? null : text;
    if (head === 'facts' && second === 'limitation')
      next = { ...next, limitation: { ...next.limitation, text: value } };
    else if (head === 'facts')
      next = {
        ...next,
        narrative: { ...next.narrative, [second === 'ending' ? 'end' : second]: value },
      };
    else if (head === 'particulars') next = withParticular(next, second, key, value);
  }
  return next;
}

function withParticular(facts: FilingFacts, place: string, key: string, value: string | null): FilingFacts {
  const [topic = '', owner] = place.split('/');
  const { particulars } = facts;
  const own = owner === undefined ? particulars.case : (particulars.members[owner] ?? {});
  const values = own[topic];
  const changed = {
    ...own,
    [topic]: { dues: values?.dues ?? {}, entered: { ...values?.entered, [key]: value } },
  };
  return {
    ...facts,
    particulars:
      owner === undefined
        ? { ...particulars, case: changed }
        : { ...particulars, members: { ...particulars.members, [owner]: changed } },
  };
}
