import { line, rows, topic, yesNo } from './particular.ts';
import { by, forum } from './requests.ts';

/** Witnesses: the application names them (劳动争议调解仲裁法 art. 28), a request calls them. */
export const witnessesTopic = topic({
  id: 'witnesses',
  title: { zh: '证人', en: 'Witnesses' },
  scope: 'case',
  fields: {
    by,
    forum,
    list: rows('证人', 'Witnesses', {
      name: line('姓名', 'Name'),
      sex: line('性别', 'Sex'),
      idNumber: line('公民身份号码', 'Identity number'),
      domicile: line('住所', 'Domicile'),
      phone: line('联系电话', 'Telephone'),
      relation: line('与当事人的关系', 'Relation to the parties'),
      ownCase: yesNo('本人与同一用人单位另有争议', 'Has a dispute of their own with the same employer'),
      proves: line('证明的事实', 'Facts to be proved'),
    }),
  },
});
