import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import {
  arbitrationTrack,
  type CaseEvent,
  type CaseFacts,
  citation,
  deriveDates,
  type Obligation,
  stageOf,
  standingOf,
} from '../../shared/law/index.ts';
import { ctx, d, events, failureOf } from './support.ts';

const derive = (log: string, facts: CaseFacts = {}) => deriveDates(events(log), facts, ctx);

function one(log: string, ruleId: string, facts: CaseFacts = {}): Obligation {
  const found = derive(log, facts).obligations.filter((o) => o.ruleId === ruleId);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
}

const wholeCase = `employment-ended 2025-06-30
  demand-made 2025-11-05
  application-submitted 2026-01-12
  correction-requested 2026-01-14
  materials-corrected 2026-01-16
  accepted 2026-01-20
  copy-served 2026-01-26
  hearing-set 2026-03-16
  answer-received 2026-02-09
  suspended 2026-02-10
  resumed 2026-02-25
  extension-approved 2026-03-01
  hearing-held 2026-03-16
  award-made-final 2026-03-30
  award-received-by-applicant 2026-04-01
  award-received-by-respondent 2026-04-03
  award-performance-due 2026-04-30`;

describe('a whole case', () => {
  const facts: CaseFacts = { wageClaim: true, workers: 12, migrantWorkers: true };
  // Derived within each test: what a test file computes while it loads is hidden from mutation testing.
  const whole = () => derive(wholeCase, facts);

  test('has its dates in order with their statuses', () => {
    const list = whole().obligations.map((o) => `${o.due} ${o.ruleId} ${o.bearer} ${o.status}`);
    expect(list).toEqual([
      '2026-01-12 arb-receipt commission met',
      '2026-01-19 arb-correct-notice commission met',
      '2026-01-23 arb-accept-decision commission met',
      '2026-01-23 arb-reject-notice commission superseded',
      '2026-01-27 arb-serve-copy commission met',
      '2026-01-27 arb-panel commission met',
      '2026-01-27 arb-coll-onenotice commission met',
      '2026-02-09 arb-answer respondent met',
      '2026-02-09 arb-counterclaim respondent lapsed',
      '2026-02-09 arb-jur-objection respondent lapsed',
      '2026-02-14 arb-serve-answer commission met',
      '2026-03-06 arb-migrant-30d commission met-late',
      '2026-03-09 arb-hearing-notice commission met',
      '2026-03-11 arb-postpone-request either-party lapsed',
      '2026-03-16 arb-recuse-request either-party superseded',
      '2026-04-07 arb-award commission met',
      '2026-04-16 suit-final-worker worker open',
      '2026-05-06 setaside employer open',
      '2026-11-05 lim-wage-ended worker met',
      '2028-05-03 enf-apply creditor open',
    ]);
  });

  test('says what does not apply, once', () => {
    expect(whole().withoutDate.map((n) => `${n.kind} ${n.ruleId}`)).toEqual(['not-applicable suit-nonfinal']);
  });

  test('explains every date in both languages, with its article', () => {
    for (const o of whole().obligations) {
      expect(o.explanation.zh).toContain(o.due ?? '');
      expect(o.explanation.zh).toContain(o.source.instrument.zh);
      expect(o.explanation.en).toContain(o.source.instrument.en);
      expect(o.working.at(-1)?.role).toBe('due');
    }
  });

  test('shows the day without a demand beside the day after it, with its articles', () => {
    const log = 'employment-ended 2026-06-30\n demand-made 2026-10-01';
    const o = one(log, 'lim-wage-ended', { wageClaim: true });
    expect(o).toMatchObject({ due: '2027-10-04', base: '2026-10-01' });
    const cited = o.furtherSources.map((s) => citation(s).zh);
    expect(cited).toEqual([
      '《劳动争议调解仲裁法》第27条第2款',
      '《劳动人事争议仲裁办案规则》第27条',
      '《劳动人事争议仲裁办案规则》第26条',
    ]);
    expect(o.explanation.zh).toContain('自2026-10-01中断后重新计算');
    for (const article of cited.slice(0, 2)) expect(o.explanation.zh).toContain(article);
    const warning = o.warnings.find((w) => w.code === 'without-interruption');
    for (const text of [warning?.text.zh, warning?.text.en])
      for (const day of ['2027-06-30', '2027-10-04', '2026-10-01']) expect(text).toContain(day);
    expect(warning?.text.zh).toContain('不计中断（如对方否认或证据不足）：2027-06-30');

    const warned = (more: string): boolean =>
      one(`${log}\n${more}`, 'lim-wage-ended', { wageClaim: true }).warnings.some(
        (w) => w.code === 'without-interruption',
      );
    // Filed before the earlier day, it does not matter; after it, everything hangs on the demand.
    expect(warned('application-submitted 2027-06-30')).toBe(false);
    expect(warned('application-submitted 2027-07-01')).toBe(true);
    expect(warned('limitation-suspended 2027-01-05')).toBe(false);
    const plain = one('employment-ended 2026-06-30', 'lim-wage-ended', { wageClaim: true });
    expect(plain.warnings.map((w) => w.code)).not.toContain('without-interruption');
    expect(plain.furtherSources.map((s) => s.article)).toEqual(['26']);
  });

  test('explains what moved a date', () => {
    const { obligations } = whole();
    const zh = (id: string) => obligations.find((o) => o.ruleId === id)?.explanation.zh;
    expect(zh('arb-award')).toBe(
      '作出裁决：受理仲裁申请之日（2026-01-20）起45日，其中15日不计入，已批准延期，期满日2026-04-05逢休息日顺延，截止2026-04-07（《劳动争议调解仲裁法》第43条）。',
    );
    expect(zh('lim-wage-ended')).toContain('自2025-11-05中断后重新计算');
  });

  test('ends awarded, with nothing unexpected', () => {
    const stage = stageOf(events(wholeCase));
    expect(stage.state.id).toBe('awarded-final');
    expect(stage.since).toBe('2026-03-30');
    expect(stage.unexpected).toEqual([]);
  });
});

describe('limitation', () => {
  test('pay has no limit while employment lasts', () => {
    const { obligations, withoutDate } = derive('right-known 2025-03-01', { wageClaim: true });
    expect(obligations).toEqual([]);
    expect(withoutDate.map((n) => [n.kind, n.ruleId])).toEqual([['no-limit', 'lim-wage-employed']]);
  });

  test('other claims run from knowledge, beside the wages', () => {
    const log = `right-known 2025-03-03
      employment-ended 2025-06-30`;
    const rules = derive(log, { wageClaim: true, otherClaims: true }).obligations.map((o) => [
      o.ruleId,
      o.due,
    ]);
    expect(rules).toEqual([
      ['lim-general', '2026-03-03'],
      ['lim-wage-ended', '2026-06-30'],
    ]);
  });

  test('a demand and a promise start it again; filing meets it', () => {
    const log = `employment-ended 2025-03-10
      demand-made 2025-11-05`;
    expect(one(log, 'lim-wage-ended', { wageClaim: true })).toMatchObject({
      due: '2026-11-05',
      status: 'open',
    });
    const filed = `${log}\napplication-submitted 2026-08-03`;
    expect(one(filed, 'lim-wage-ended', { wageClaim: true })).toMatchObject({
      due: '2026-11-05',
      status: 'met',
    });
  });

  test('filing too late is met late, and a demand after filing moves nothing', () => {
    const log = `employment-ended 2025-03-10
      application-submitted 2026-03-11
      demand-made 2026-03-12`;
    expect(one(log, 'lim-wage-ended', { wageClaim: true })).toMatchObject({
      due: '2026-03-10',
      status: 'met-late',
    });
  });

  test('a withdrawn application leaves it running from the filing, with both dates said', () => {
    const log = `employment-ended 2025-03-10
      application-submitted 2025-06-03
      withdrawn 2025-07-08`;
    const limit = one(log, 'lim-wage-ended', { wageClaim: true });
    expect(limit).toMatchObject({ due: '2026-06-03', status: 'open' });
    expect(limit.warnings.map((w) => w.code)).toContain('restart-date-conflict');
    const again = `${log}\napplication-submitted 2025-12-01`;
    expect(one(again, 'lim-wage-ended', { wageClaim: true })).toMatchObject({
      status: 'met',
      metBy: { date: '2025-12-01' },
    });
  });

  test('an application before the employment ended has met it', () => {
    const log = `application-submitted 2025-03-03
      employment-ended 2025-06-30`;
    expect(one(log, 'lim-wage-ended', { wageClaim: true }).status).toBe('met');
  });
});

describe('the commission’s clock', () => {
  const accepted = 'accepted 2026-03-02';

  test('stands still while the application is being corrected and starts again with the papers', () => {
    const log = `application-submitted 2026-03-02
      correction-requested 2026-03-04`;
    expect(one(log, 'arb-accept-decision')).toMatchObject({ status: 'suspended', due: null });
    expect(one(`${log}\nmaterials-corrected 2026-03-09`, 'arb-accept-decision')).toMatchObject({
      status: 'open',
      due: '2026-03-16',
    });
  });

  test.each(['party-joined', 'claims-changed', 'counterclaim-joined'])('%s restarts the 45 days', (type) => {
    expect(one(`${accepted}\n${type} 2026-03-20`, 'arb-award').unrolled).toBe('2026-05-04');
  });

  test('a suspension adds its days; an open one leaves no date', () => {
    const log = `${accepted}\nsuspended 2026-03-10`;
    expect(one(log, 'arb-award')).toMatchObject({ status: 'suspended', due: null, working: [] });
    expect(one(`${log}\nresumed 2026-03-20`, 'arb-award').unrolled).toBe('2026-04-26');
  });

  test('an award during a suspension without recorded end is judged and pointed out', () => {
    const award = one(`${accepted}\nsuspended 2026-03-10\naward-made 2026-05-20`, 'arb-award');
    expect(award.status).toBe('met');
    expect(award.warnings.map((w) => w.code)).toContain('pause-not-closed');
  });

  test('an extension is at most 15 days and does not outlive a restart', () => {
    const extended = one(`${accepted}\nextension-approved 2026-04-01 20`, 'arb-award');
    expect(extended.unrolled).toBe('2026-05-01');
    expect(extended.warnings.map((w) => w.code)).toContain('extension-above-maximum');
    const restarted = one(`${accepted}\nextension-approved 2026-04-01\nparty-joined 2026-04-02`, 'arb-award');
    expect(restarted.unrolled).toBe('2026-05-17');
    expect(restarted.warnings.map((w) => w.code)).toContain('extension-before-restart');
  });

  test('a settlement signed by both meets it; a withdrawal makes it pointless', () => {
    expect(one(`${accepted}\nmediation-signed 2026-03-20`, 'arb-award').status).toBe('met');
    expect(one(`${accepted}\nwithdrawn 2026-03-20`, 'arb-award').status).toBe('superseded');
  });

  test('ten workers make a collective case, nine do not', () => {
    expect(one(accepted, 'arb-coll-onenotice', { workers: 10 }).due).toBe('2026-03-09');
    const nine = derive(accepted, { workers: 9 });
    expect(nine.obligations.some((o) => o.ruleId === 'arb-coll-onenotice')).toBe(false);
    expect(nine.withoutDate.map((n) => n.ruleId)).toEqual(['arb-coll-onenotice']);
  });

  test('the 30-day target is marked as policy', () => {
    const facts = { migrantWorkers: true, wageClaim: true };
    expect(one(accepted, 'arb-migrant-30d', facts)).toMatchObject({
      force: 'policy-target',
      due: '2026-04-01',
    });
  });
});

describe('hearings', () => {
  test('a postponed hearing’s dates give way to the new ones', () => {
    const log = `accepted 2026-03-02
      copy-served 2026-03-05
      hearing-set 2026-04-08
      hearing-postponed 2026-03-25
      hearing-set 2026-04-20`;
    const notices = derive(log).obligations.filter((o) => o.ruleId === 'arb-hearing-notice');
    expect(notices.map((o) => [o.trigger, o.due, o.status])).toEqual([
      ['2026-04-08', '2026-03-31', 'superseded'],
      ['2026-04-20', '2026-04-13', 'open'],
    ]);
    expect(stageOf(events(log)).state.id).toBe('scheduled');
  });
});

describe('recusal, cancelling and keeping the file', () => {
  const filed = 'application-submitted 2026-03-02\naccepted 2026-03-06\n';

  test('recusal is asked for up to the hearing, and decided on in three working days', () => {
    const log = `${filed}hearing-set 2026-04-09\nrecusal-requested 2026-04-03`;
    expect(one(log, 'arb-recuse-request')).toMatchObject({ due: '2026-04-09', status: 'met' });
    // Friday 3 April; the 4th to the 6th are Qingming.
    expect(one(log, 'arb-recuse-decision')).toMatchObject({ due: '2026-04-09', status: 'open' });
    expect(one(`${log}\nrecusal-decided 2026-04-08`, 'arb-recuse-decision').status).toBe('met');
    expect(derive(filed).obligations.map((o) => o.ruleId)).not.toContain('arb-recuse-decision');
  });

  test('asked for before the day of the hearing was fixed', () => {
    const log = `${filed}recusal-requested 2026-03-10\nhearing-set 2026-04-09`;
    expect(one(log, 'arb-recuse-request').status).toBe('met');
  });

  test('a case cancelled is told to the parties in five working days', () => {
    const log = `${filed}case-cancelled 2026-03-11`;
    expect(one(log, 'arb-cancel-case')).toMatchObject({ due: '2026-03-18', status: 'open' });
    expect(one(`${log}\ncancellation-notified 2026-03-19`, 'arb-cancel-case').status).toBe('met-late');
  });

  test.each([
    ['award-made 2026-04-10', 'arb-archive', '2036-04-20'],
    ['award-received-by-applicant 2026-04-10', 'arb-archive', '2036-04-20'],
    ['settled 2026-04-09\nmediation-signed 2026-04-10', 'arb-archive-other', '2031-04-20'],
    ['withdrawn 2026-04-10', 'arb-archive-other', '2031-04-20'],
  ])('%s: the file is kept by %s until %s', (end, rule, due) => {
    const kept = derive(`${filed}${end}\narchived 2026-04-20`).obligations.filter((o) => o.sense === 'keep');
    expect(kept.map((o) => [o.ruleId, o.due])).toEqual([[rule, due]]);
  });
});

describe('after the award', () => {
  const received = `award-received-by-applicant 2026-03-02
    award-received-by-respondent 2026-03-06`;
  const rights = (facts: CaseFacts) =>
    derive(received, facts).obligations.map((o) => [o.ruleId, o.bearer, o.due]);

  test('non-final: each side fifteen days from its own receipt', () => {
    expect(rights({ award: 'non-final' })).toEqual([
      ['suit-nonfinal', 'worker', '2026-03-17'],
      ['suit-nonfinal', 'employer', '2026-03-23'],
    ]);
  });

  test('final: the worker may sue, the employer apply to set aside', () => {
    expect(rights({ award: 'final' })).toEqual([
      ['suit-final-worker', 'worker', '2026-03-17'],
      ['setaside', 'employer', '2026-04-07'],
    ]);
  });

  test('an employer that applied is the applicant', () => {
    expect(rights({ award: 'final', applicant: 'employer' })).toEqual([
      ['suit-final-worker', 'worker', '2026-03-23'],
      ['setaside', 'employer', '2026-04-01'],
    ]);
  });

  test('not recorded which: both are shown with a warning', () => {
    const list = derive(received, {}).obligations;
    expect(list).toHaveLength(4);
    for (const o of list) expect(o.warnings.map((w) => w.code)).toContain('award-kind-unknown');
  });

  test('enforcement runs from the performance day, or from effect when none is stated', () => {
    expect(one('award-effective 2024-10-01', 'enf-apply').due).toBe('2026-10-08');
    const log = `award-effective 2024-09-01
      award-performance-due 2024-10-01`;
    expect(one(log, 'enf-apply').trigger).toBe('2024-10-01');
  });
});

test.each([
  [{ type: 'accepted', date: '2026-02-30' }, 'events.0.date', 'date-invalid'],
  [{ type: 'hearing-set', date: '2026-03-01', setOn: 'x' }, 'events.0.setOn', 'date-invalid'],
  [{ type: 'extension-approved', date: '2026-03-01', days: -1 }, 'events.0.days', 'number-out-of-range'],
])('a bad event is refused by name: %j', (event, path, code) => {
  const list = [event] as unknown as CaseEvent[];
  const refused = { code: 'invalid-input', issues: [{ path, code }] };
  expect(failureOf(() => deriveDates(list, {}, ctx))).toMatchObject(refused);
  expect(failureOf(() => stageOf(list))).toMatchObject(refused);
});

describe('standing', () => {
  const open = { status: 'open', due: d('2026-03-17') } as const;
  test.each([
    ['duty', '2026-03-16', 'running'],
    ['duty', '2026-03-17', 'due-today'],
    ['duty', '2026-03-18', 'overdue'],
    ['right', '2026-03-18', 'lapsed'],
  ] as const)('an open %s on %s is %s', (nature, today, standing) => {
    expect(standingOf({ ...open, nature }, d(today))).toBe(standing);
  });
});

describe('the procedure', () => {
  test('every target state exists and every state can be reached', () => {
    const ids = new Set(arbitrationTrack.states.map((s) => s.id));
    const targets = new Set(arbitrationTrack.transitions.map((t) => t.to));
    for (const to of targets) if (to !== 'same' && to !== 'previous') expect(ids).toContain(to);
    for (const id of ids) expect(targets).toContain(id);
  });

  test('every event that a limit names is one the track knows', () => {
    const known = new Set([...arbitrationTrack.transitions, ...arbitrationTrack.facts].map((t) => t.event));
    const plans = arbitrationTrack.plansFor(
      { wageClaim: true, otherClaims: true, migrantWorkers: true },
      [],
    ).obligations;
    const named = plans.flatMap((p) => [
      ...p.opensOn,
      ...p.metBy,
      ...(p.impliedBy ?? []),
      ...(p.endedBy ?? []),
      ...(p.reopenedBy ?? []),
      ...(p.restartedBy ?? []),
      ...(p.extendedBy ?? []),
      ...(p.pausedBy ?? []).flat(),
      ...(p.interruptedBy ?? []),
    ]);
    for (const event of named) expect(known).toContain(event);
  });

  test('before anything it is not filed and can only be filed', () => {
    const stage = stageOf([]);
    expect(stage.state.id).toBe('not-filed');
    expect(stage.next.map((t) => t.event)).toContain('application-submitted');
  });

  test('resuming returns to where it was', () => {
    const log = events(`application-submitted 2026-03-02
      accepted 2026-03-04
      suspended 2026-03-10
      resumed 2026-03-20`);
    expect(stageOf(log.slice(0, 3)).state.id).toBe('suspended');
    expect(stageOf(log).state.id).toBe('accepted');
  });

  test('steps nobody recorded are pointed out and the stage still follows', () => {
    const stage = stageOf(
      events(`application-submitted 2026-03-02
      award-made 2026-04-20`),
    );
    expect(stage.state.id).toBe('awarded');
    expect(stage.unexpected.map((e) => e.type)).toEqual(['award-made']);
  });

  test('a refusal, an entrusted mediation, a notice on evidence and a counter-application open their dates', () => {
    const dueAfter = (text: string, rule: string) =>
      deriveDates(events(text), {}, ctx).obligations.find((o) => o.ruleId === rule);
    const filed = 'application-submitted 2026-03-02\n';
    expect(dueAfter(`${filed}rejected 2026-03-06`, 'arb-suit-after-reject')).toMatchObject({
      due: '2026-03-23',
      unrolled: '2026-03-21',
      force: 'advisory',
      status: 'open',
    });
    const accepted = `${filed}accepted 2026-03-04\n`;
    const entrusted = `${accepted}entrusted-mediation 2026-03-10\n`;
    expect(dueAfter(entrusted, 'med-arb-entrust')).toMatchObject({ due: '2026-03-24', status: 'open' });
    expect(dueAfter(`${entrusted}entrusted-mediation-ended 2026-03-20`, 'med-arb-entrust')).toMatchObject({
      status: 'met',
    });
    const counter = `${accepted}copy-served 2026-03-06\ncounterclaim-filed 2026-03-12\n`;
    expect(dueAfter(counter, 'arb-counterclaim-decision')).toMatchObject({ due: '2026-03-19' });
    expect(dueAfter(`${counter}counterclaim-refused 2026-03-18`, 'arb-counterclaim-decision')).toMatchObject({
      status: 'met',
    });
    const noticed = [
      ...events(accepted),
      { type: 'evidence-notified', date: d('2026-03-06'), days: 10 },
    ] as const;
    expect(deriveDates(noticed, {}, ctx).obligations.find((o) => o.ruleId === 'arb-evidence')).toMatchObject({
      due: '2026-03-16',
    });
  });

  test('a closed case does not reopen by a stray event', () => {
    const stage = stageOf(
      events(`application-submitted 2026-03-02
      rejected 2026-03-05
      hearing-held 2026-04-20`),
    );
    expect(stage.state.id).toBe('rejected');
    expect(stage.unexpected.map((e) => e.type)).toEqual(['hearing-held']);
  });

  test('events may come in any order', () => {
    const log = events(wholeCase.replace('hearing-set 2026-03-16\n', ''));
    const facts = { wageClaim: true };
    expect(deriveDates([...log].reverse(), facts, ctx)).toEqual(deriveDates(log, facts, ctx));
  });
});

test('whatever is recorded, in whatever order, gives dates and a stage', () => {
  const types = [...arbitrationTrack.transitions, ...arbitrationTrack.facts].map((t) => t.event);
  const event = fc.record({
    type: fc.constantFrom(...types),
    date: fc.integer({ min: 0, max: 1500 }).map((n) => addDays(d('2024-01-01'), n)),
  });
  const facts: fc.Arbitrary<CaseFacts> = fc.record({
    workers: fc.integer({ min: 1, max: 20 }),
    wageClaim: fc.boolean(),
    otherClaims: fc.boolean(),
    migrantWorkers: fc.boolean(),
    applicant: fc.constantFrom('worker', 'employer'),
    award: fc.constantFrom('final', 'non-final', 'both', 'unknown'),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), facts, (log, f) => {
      const { obligations } = deriveDates(log, f, ctx);
      const dues = obligations.flatMap((o) => o.due ?? []);
      expect(dues).toEqual([...dues].sort());
      for (const o of obligations) {
        // A period that the commission sets has no last day until somebody says which.
        expect(o.due === null).toBe(o.status === 'suspended' || o.ruleId === 'arb-evidence');
        if (o.due && o.unrolled) expect(o.due >= o.unrolled).toBe(true);
        if (o.status === 'met-late') expect(o.metBy && o.due && o.metBy.date > o.due).toBe(true);
        if (o.status === 'open') expect(o.metBy).toBeNull();
      }
      const stage = stageOf(log);
      expect([...arbitrationTrack.states, arbitrationTrack.initial]).toContain(stage.state);
    }),
  );
});
