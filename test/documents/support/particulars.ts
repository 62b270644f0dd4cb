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
  hearing: { evidenceBy: '2026-10-12' },
  extension: {
    by: 'applicant',
    kind: 'hearing',
    until: '2026-10-15',
    ground: 'illness',
    reason: '申请人因急性阑尾炎于2026年9月8日住院手术，医嘱卧床休息一个月，原定开庭时不能到庭。',
    items: '2026年3月至6月工资银行流水，证明工资发放情况。',
    proof: '诊断证明书、住院记录各1份。',
  },
  recusal: {
    by: 'applicant',
    person: '甘示范',
    office: 'arbitrator',
    grounds: ['interest', 'contact'],
    learned: '2026-09-02',
    facts: '2026年9月1日，该仲裁员在被申请人经营场所与被申请人负责人私下会面并接受宴请。',
    evidence: '现场照片2张，证人艾示证可以作证。',
  },
  'claim-change': {
    changes: [
      {
        kind: 'change',
        before: '支付2026年3月至6月工资',
        beforeAmount: 2_260_000,
        after: '支付2026年3月至7月工资',
        afterAmount: 2_840_000,
      },
      { kind: 'add', after: '支付解除劳动合同的经济补偿', afterAmount: 390_000 },
    ],
    reason: '申请仲裁后，申请人取得2026年7月的考勤记录，该月工资亦未支付。',
    evidence: '2026年7月考勤记录1份（共2页）。',
  },
  'evidence-request': {
    by: 'applicant',
    forum: 'tribunal',
    kind: 'collect',
    items: [
      {
        holder: '南岭示范银行云州分行',
        address: '云州市青石区示范大道6号',
        evidence: '农民工工资专用账户2026年3月至6月流水',
        fact: '被申请人未向申请人发放工资',
      },
      {
        holder: '云州市青石区社会保险服务中心',
        address: '云州市青石区示范大道8号',
        evidence: '申请人参保缴费记录',
        fact: '申请人与被申请人存在劳动关系',
      },
    ],
    obstacle: '上述材料由单位保管，申请人个人无权查询。',
    lead: '专用账户开户行见项目维权信息告示牌照片（证据第3页）。',
  },
  witnesses: {
    by: 'applicant',
    forum: 'tribunal',
    list: [
      {
        name: '艾示证',
        idNumber: '990000198503020763',
        relation: '与申请人同班组的工友',
        ownCase: false,
      },
    ],
  },
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
