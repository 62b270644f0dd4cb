import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { factsWhen, type When } from './transition.ts';
import type { Fact } from './types.ts';

const law = (article: string) => cite('civilProcedureLaw', article);
const interpretation = (article: string) => cite('civilProcedureInterpretation', article);

const heard = ['first', 'second', 'suspended'];
const docketed = say('须先有法院受理的诉讼', 'there has to be a suit that the court has taken');

/** Spans that the court's periods leave out end only once they have begun. */
const pauses: When = {
  from: ['first', 'judged', 'second', 'suspended'],
  why: docketed,
  source: interpretation('243'),
};

/** The commission's act: it goes before the suit, or goes on beside one that was filed because it was late. */
const commission: When = {
  from: 'any',
  why: say(
    '属于仲裁程序的事项，与诉讼阶段无关',
    'it belongs to the arbitration, whatever the stage of the suit',
  ),
  source: cite('mediationArbitrationLaw', '29, 47, 48'),
};
const beforeSuit: When = {
  from: ['not-sued', 'refused', 'withdrawn'],
  why: say('指起诉、申请仲裁之前', 'this is a step before suit or arbitration'),
  source: law('104(3)'),
};
const enforce = ['enforcement-applied', '申请强制执行', 'enforcement applied for'] as const;
const inForce: When = {
  from: ['mediated', 'effective', 'withdrawn'],
  why: say('须先有生效的裁决、判决或者调解书', 'there has to be an award, judgment or settlement in effect'),
  source: law('250'),
};

/** Dated facts of a suit that do not move its stage. */
export const litigationFacts: readonly Fact[] = [
  ...factsWhen(
    pauses,
    ['court-notice-issued', '法院公告送达开始', 'public notice issued by the court'],
    [
      'court-notice-served',
      '法院公告送达期满',
      'public notice of the court expired',
      { requires: ['court-notice-issued'] },
    ],
  ),
  ...factsWhen(
    { ...pauses, from: heard },
    ['court-appraisal-began', '司法鉴定开始', 'expert appraisal begins'],
    [
      'court-appraisal-ended',
      '司法鉴定结束',
      'expert appraisal ends',
      { requires: ['court-appraisal-began'] },
    ],
    ['court-talks-began', '双方开始和解（扣除审限）', 'settlement talks begin'],
    ['court-talks-ended', '和解期间结束', 'settlement talks end', { requires: ['court-talks-began'] }],
    [
      'court-jurisdiction-decided',
      '管辖异议裁定生效',
      'ruling on jurisdiction in effect',
      { requires: ['court-jurisdiction-objected'] },
    ],
  ),
  ...factsWhen(
    {
      from: ['first'],
      why: say('应在一审答辩期内提出', 'it belongs in the answer period of the first instance'),
      source: law('130'),
    },
    ['court-jurisdiction-objected', '向法院提出管辖异议', 'court’s jurisdiction objected to'],
  ),
  ...factsWhen(
    commission,
    ['award-made-final', '作出终局裁决', 'final award made'],
    ['rejected', '仲裁不予受理', 'arbitration refused'],
  ),
  ...factsWhen(
    {
      from: ['filed', 'first', 'judged', 'second'],
      why: say('须先起诉或者上诉', 'a suit or an appeal has to have been filed'),
      source: cite('litigationFees', '13, 22'),
    },
    ['fee-notified', '收到交费通知', 'fee notice received'],
    ['fee-paid', '交纳诉讼费', 'fee paid'],
  ),
  ...factsWhen(
    { from: ['filed', ...heard], why: docketed, source: law('68') },
    ['evidence-notified', '收到举证通知', 'notice on evidence received'],
    ['evidence-filed', '提交证据', 'evidence filed'],
    ['evidence-extended', '准予延长举证期限', 'evidence period extended'],
  ),
  ...factsWhen({ from: heard, why: docketed, source: law('139') }, [
    'summons-served',
    '收到传票',
    'summons served',
  ]),
  ...factsWhen(
    { from: 'begun', why: say('须先起诉', 'a suit has to have been filed'), source: law('171') },
    ['ruling-served', '裁定书送达', 'ruling served'],
    ['ruling-appealed', '对裁定上诉', 'ruling appealed', { requires: ['ruling-served'] }],
  ),
  ...factsWhen(
    { from: ['second'], why: say('须先上诉', 'an appeal has to have been filed'), source: law('174') },
    ['appeal-answer-served', '二审答辩状副本送达', 'answer to the appeal served'],
  ),
  ...factsWhen(
    {
      from: ['judged', 'mediated', 'effective'],
      why: say('须先有判决、裁定或者调解书', 'there has to be a judgment, ruling or settlement'),
      source: law('171'),
    },
    ['judgment-effective', '判决、裁定生效', 'judgment effective'],
  ),
  ...factsWhen(
    {
      from: ['refused', 'mediated', 'effective'],
      why: say(
        '只能对已经生效的判决、裁定或者调解书申请再审',
        'retrial is of a judgment, ruling or settlement in effect',
      ),
      source: law('216'),
    },
    ['retrial-applied', '申请再审', 'retrial applied for'],
  ),
  ...factsWhen(
    beforeSuit,
    ['preservation-taken', '采取诉前、仲裁前保全', 'preservation taken'],
    ['application-submitted', '申请仲裁', 'arbitration applied for'],
  ),
  ...factsWhen(
    {
      from: ['not-sued', 'judged', 'mediated', 'effective', 'withdrawn'],
      why: say('须先有裁决、判决或者调解书', 'there has to be an award, judgment or settlement'),
      source: cite('labourInterpretation1', '49(2)'),
    },
    ['document-effective', '保全后裁决或判决生效', 'document effective after preservation'],
  ),
  ...factsWhen(inForce, enforce),
  ...factsWhen({ ...inForce, from: ['not-sued', 'judged'] }, [
    ...enforce,
    { requires: ['document-effective', 'judgment-effective'] },
  ]),
];
