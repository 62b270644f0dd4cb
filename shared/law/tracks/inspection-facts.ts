import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { factsWhen, type When } from './transition.ts';
import type { Fact } from './types.ts';

const decided: When = {
  from: ['refused', 'concluded', 'ordered', 'penalised', 'default', 'closed'],
  why: say(
    '须先查清并作出决定，或者不予受理',
    'the investigation has to be complete, or the complaint refused',
  ),
  source: cite('inspectionRegulation', '17, 18'),
};
const ordered: When = {
  from: ['ordered', 'penalised', 'default'],
  why: say('须先有处理或者处罚决定', 'there has to be an order or a penalty'),
  source: cite('compulsion', '53, 54'),
};
const complained: When = {
  from: 'begun',
  why: say(
    '须先投诉；对不作为的，先申请复议再起诉',
    'there has to be a complaint; failure to act goes to reconsideration before a suit',
  ),
  source: cite('reconsideration', '20, 23'),
};
const applied = { requires: ['reconsideration-applied'] };

/** Dated facts of an inspection that do not move its stage; reconsideration is the superior organ's procedure. */
export const inspectionFacts: readonly Fact[] = [
  ...factsWhen(
    {
      from: 'any',
      why: say('用人单位的行为与程序阶段无关', 'the employer’s conduct does not depend on the stage'),
      source: cite('inspectionRegulation', '20'),
    },
    ['violation-ended', '违法行为终了', 'violation ended'],
  ),
  ...factsWhen(
    decided,
    ['inspection-decided', '作出行政决定', 'decision made'],
    ['inspection-decision-known', '收到行政决定', 'decision received'],
  ),
  ...factsWhen(
    ordered,
    ['enforcement-demanded', '催告书送达', 'demand served'],
    ['remedies-expired', '复议、诉讼期限届满', 'remedies expired'],
  ),
  ...factsWhen(
    {
      from: ['enforcing'],
      why: say('须先申请法院强制执行', 'the court has to have been applied to'),
      source: cite('compulsion', '56'),
    },
    ['inspection-enforcement-accepted', '法院受理强制执行申请', 'court accepts the application'],
  ),
  ...factsWhen(
    complained,
    ['reconsideration-applied', '申请行政复议', 'reconsideration applied for'],
    [
      'administrative-suit-filed',
      '提起行政诉讼',
      'administrative suit filed',
      { source: cite('administrativeSuits', '45, 46') },
    ],
    [
      'reconsideration-accepted',
      '复议受理',
      'reconsideration accepted',
      { ...applied, source: cite('reconsideration', '30') },
    ],
    [
      'reconsideration-correction-requested',
      '通知复议补正',
      'correction asked for',
      { ...applied, source: cite('reconsideration', '31') },
    ],
    [
      'reconsideration-corrected',
      '复议补正',
      'application corrected',
      { requires: ['reconsideration-correction-requested'], source: cite('reconsideration', '31') },
    ],
    [
      'reconsideration-extended',
      '延长复议期限',
      'reconsideration extended',
      { ...applied, source: cite('reconsideration', '62') },
    ],
    [
      'reconsideration-suspended',
      '复议中止',
      'reconsideration suspended',
      { ...applied, source: cite('reconsideration', '39') },
    ],
    [
      'reconsideration-resumed',
      '恢复复议',
      'reconsideration resumed',
      { requires: ['reconsideration-suspended'], source: cite('reconsideration', '39') },
    ],
    [
      'reconsideration-ended',
      '撤回复议申请等，复议终止',
      'reconsideration withdrawn or ended',
      { ...applied, source: cite('reconsideration', '41') },
    ],
    [
      'reconsideration-decided',
      '收到复议决定',
      'reconsideration decision received',
      { ...applied, source: cite('reconsideration', '62') },
    ],
  ),
];
