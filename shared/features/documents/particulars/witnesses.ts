import { line, rows, topic, yesNo } from './particular.ts';
import { by, forum } from './requests.ts';

/** What the record of a witness does not hold. A row is found by the witness's name. */
export const witnessesTopic = topic({
  id: 'witnesses',
  title: { zh: '证人补充信息', en: 'More on the witnesses' },
  scope: 'case',
  fields: {
    by,
    forum,
    list: rows(
      '补充信息',
      'Further particulars',
      {
        name: line('姓名', 'Name'),
        idNumber: line('公民身份号码', 'Identity number'),
        relation: line('与当事人的关系', 'Relation to the parties'),
        ownCase: yesNo('本人与同一用人单位另有争议', 'Has a dispute of their own with the same employer'),
      },
      {
        zh: '每名证人一行，姓名与案件中登记的证人一致。',
        en: 'A row for each, by the name recorded in the case.',
      },
    ),
  },
});
