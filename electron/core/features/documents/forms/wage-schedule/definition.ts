import en from '../../../../../../resources/forms/en/wage-schedule.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/wage-schedule.json' with { type: 'json' };
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { needsRoster, partyLabel } from '../kit/paper.ts';
import { unitFiles } from '../kit/sides.ts';
import { required } from '../required.ts';
import { buildWageSchedule } from './index.ts';

export const wageSchedule = defineForm({
  id: 'wage-schedule',
  number: 56,
  track: 'all',
  stage: 'any',
  issuer: 'applicant',
  scope: 'member',
  requiredFacts: required['wage-schedule'],
  status: { basis: ['law'], form: ['memory'] },
  copies: copiesFor,
  applicable: (facts) => !unitFiles(facts) && facts.applicants.some((a) => a.arrears.rows.length > 0),
  targets: (facts) => [
    ...(needsRoster(facts) ? [{ target: {}, who: partyLabel(facts), title: '工资清单·欠薪明细汇总表' }] : []),
    ...facts.applicants
      .filter((a) => a.arrears.rows.length > 0)
      .map((a) => ({ target: { applicantId: a.id }, who: a.name })),
  ],
  words: { 'zh-CN': zh, en },
  build: buildWageSchedule,
});
