import { expect, test } from 'vitest';
import { type Money, nextActs, recordStep } from '../../renderer/features/case/next-act.ts';
import { aidStepOf } from '../../renderer/features/legal-aid/aid-steps.ts';
import type { CaseFile } from '../../shared/features/cases/cases.contract.ts';
import type { NextRoute } from '../../shared/features/families/families.contract.ts';
import { trackOf } from '../../shared/law/tracks/catalogue.ts';

type Asked = Parameters<typeof nextActs>[0];

const step = (event: string, ahead: boolean): CaseFile['nextSteps'][number] => ({
  event,
  words: { zh: event, en: event },
  actor: 'court',
  by: null,
  whyNoDate: { zh: '没有法定期限', en: 'no statutory limit' },
  ahead,
  guard: null,
  article: null,
  documents: [],
  opens: [],
});
const way = (to: NextRoute['to'], more: Partial<NextRoute> = {}): NextRoute => ({
  routeId: `to-${to}`,
  to,
  words: { zh: to, en: to },
  why: { zh: '', en: '' },
  basis: [],
  by: null,
  byTitle: null,
  lapsed: false,
  follows: true,
  goneTo: null,
  ...more,
});
const file = (more: Partial<Asked>): Asked => ({
  track: 'mediation',
  stage: 'mediating',
  status: 'open',
  nextSteps: [],
  ...more,
});
const kinds = (asked: Asked, ways: readonly NextRoute[] = [], money: Money = 'none'): string[] =>
  nextActs(asked, ways, money).map((a) =>
    a.kind === 'step' ? a.step.event : a.kind === 'route' ? a.route.to : a.kind,
  );

test('a running procedure offers its next step, and no other procedure', () => {
  const nextSteps = [step('mediation-agreed', true), step('mediation-failed', false)];
  expect(kinds(file({ nextSteps }), [way('arbitration')])).toEqual(['mediation-agreed']);
});

test('a finished one offers what it still asks for, then what follows, else its closing', () => {
  const awarded = { track: 'arbitration', stage: 'awarded' } as const;
  const received = step('award-received-by-applicant', true);
  expect(kinds(file({ ...awarded, nextSteps: [received] }), [way('litigation')])).toEqual([
    'award-received-by-applicant',
    'litigation',
  ]);
  const archived = [step('archived', false)];
  expect(kinds(file({ ...awarded, nextSteps: archived }), [way('litigation')])).toEqual(['litigation']);
  expect(kinds(file({ ...awarded, nextSteps: archived }))).toEqual(['close']);
});

test('a performed mediation is closed, not handed over', () => {
  const performed = file({ stage: 'performed' });
  expect(kinds(performed, [way('legal-aid', { follows: false })])).toEqual(['close']);
});

test('what is owed is not offered as performed: what comes in is recorded', () => {
  const agreed = file({ stage: 'agreed', nextSteps: [step('agreement-performed', true)] });
  expect(kinds(agreed)).toEqual(['agreement-performed']);
  expect(kinds(agreed, [], 'paid')).toEqual(['agreement-performed']);
  expect(kinds(agreed, [], 'owed')).toEqual(['payment']);
});

test('nothing is enforced once all is paid, and nobody goes twice', () => {
  const effective = file({ track: 'confirmation', stage: 'confirmed' });
  expect(kinds(effective, [way('enforcement')])).toEqual(['enforcement']);
  expect(kinds(effective, [way('enforcement')], 'paid')).toEqual(['close']);
  const gone = way('enforcement', { goneTo: { id: 'x', number: '〔2026〕第0001号' } });
  expect(kinds(effective, [gone])).toEqual(['close']);
});

test('a closed file offers what lawfully follows and its reopening, nothing else', () => {
  const nextSteps = [step('agreement-performed', true)];
  expect(kinds(file({ status: 'closed', stage: 'performed', nextSteps }))).toEqual(['reopen']);
  expect(kinds(file({ status: 'closed', stage: 'failed', nextSteps }), [way('arbitration')])).toEqual([
    'arbitration',
    'reopen',
  ]);
  expect(kinds(file({ status: 'closed', stage: 'mediating', nextSteps }), [way('arbitration')])).toEqual([
    'reopen',
  ]);
});

test('before anything was filed, the papers are what comes next', () => {
  expect(kinds(file({ track: 'arbitration', stage: 'not-filed' }))).toEqual(['papers']);
});

test('a step of legal aid is entered where legal aid is', () => {
  expect(recordStep('aid-granted')).toEqual({ tab: 'aid', open: 'aid:new:decision' });
  expect(recordStep('accepted')).toEqual({ tab: 'dates', open: 'event:new:accepted', focus: 'date' });
});

test('every event of legal aid but a later correction has its step', () => {
  const { transitions } = trackOf('legal-aid');
  expect(transitions.map((t) => t.event).filter((event) => aidStepOf(event) === null)).toEqual([]);
});
