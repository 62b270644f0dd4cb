import { describe, expect, test } from 'vitest';
import {
  type CaseEvent,
  canRecord,
  citation,
  deriveDates,
  type Obligation,
  stageOf,
  type TrackId,
  trackOf,
} from '../../shared/law/index.ts';
import { ctx, d, events } from './support.ts';

const at = (track: TrackId, log: string): string => {
  const list = events(log);
  const { state, unexpected } = stageOf(list, track);
  expect(unexpected).toEqual([]);
  list.forEach((event, i) => {
    expect([event.type, canRecord(track, list.slice(0, i), event).ok]).toEqual([event.type, true]);
  });
  return state.id;
};
const one = (track: TrackId, log: string, ruleId: string): Obligation => {
  const found = deriveDates(events(log), {}, ctx, track).obligations.filter((o) => o.ruleId === ruleId);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
};
const next = (type: string, date: string): CaseEvent => ({ type, date: d(date) });

/** Steps that may come across the course of a procedure, each with the article that provides for it. */
const provided: readonly [TrackId, string, string][] = [
  ['mediation', 'mediation-withdrawn', '《人民调解法》第23条'],
  ['arbitration', 'suspended', '《劳动人事争议仲裁办案规则》第47条'],
  ['arbitration', 'resumed', '《劳动人事争议仲裁办案规则》第47条'],
  ['arbitration', 'withdrawn', '《劳动人事争议仲裁办案规则》第35条'],
  ['arbitration', 'applicant-absent', '《劳动人事争议仲裁办案规则》第39条'],
  ['arbitration', 'respondent-absent', '《劳动争议调解仲裁法》第36条第2款'],
  ['arbitration', 'claims-changed', '《劳动人事争议仲裁办案规则》第44条'],
  ['arbitration', 'counterclaim-joined', '《劳动人事争议仲裁办案规则》第36条'],
  ['confirmation', 'confirmation-deemed-withdrawn', '第357条第2款'],
  ['payment-order', 'payment-order-withdrawn', '第430条第3项'],
  ['litigation', 'suit-suspended', '《民事诉讼法》第153条'],
  ['litigation', 'suit-resumed', '《民事诉讼法》第153条第2款'],
  ['litigation', 'suit-terminated', '《民事诉讼法》第154条'],
  ['litigation', 'plaintiff-absent', '《民事诉讼法》第146条'],
  ['litigation', 'defendant-absent', '《民事诉讼法》第147条'],
  ['litigation', 'suit-withdrawn', '《民事诉讼法》第148条'],
  ['litigation', 'court-counterclaim-filed', '第232条'],
  ['litigation', 'suit-claims-changed', '第232条'],
  ['litigation', 'appeal-withdrawn', '《民事诉讼法》第180条'],
  ['litigation', 'suits-consolidated', '第4条'],
  ['enforcement', 'enforcement-stayed', '《民事诉讼法》第267条'],
  ['enforcement', 'enforcement-resumed', '《民事诉讼法》第267条'],
  ['enforcement', 'enforcement-terminated', '《民事诉讼法》第268条'],
  ['enforcement', 'enforcement-deferred', '《民事诉讼法》第242条'],
  ['legal-aid', 'aid-terminated', '《法律援助法》第48条'],
  ['work-injury', 'recognition-suspended', '《工伤保险条例》第20条第3款'],
  ['capacity-appraisal', 'appraisal-ended', '《劳动能力鉴定管理办法》'],
];

test.each(provided)('%s: %s names its article', (track, event, article) => {
  const move = trackOf(track).transitions.find((t) => t.event === event);
  expect(move?.source && citation(move.source).zh).toContain(article);
});

const suit = `suit-filed-by-worker 2026-03-02
  case-docketed 2026-03-06
  complaint-received 2026-03-10`;
const appeal = `${suit}
  first-judgment 2026-06-10
  appeal-filed 2026-06-29
  appeal-docketed 2026-07-13`;

describe('a suit that stands still', () => {
  test('has no last day for the judgment until it goes on', () => {
    const log = `${suit}\nsuit-suspended 2026-04-01`;
    expect(at('litigation', log)).toBe('suspended');
    expect(one('litigation', log, 'lit-1st')).toMatchObject({ due: null, status: 'suspended' });
  });

  test('goes on where it stood, and the time between does not count', () => {
    const log = `${suit}\nsuit-suspended 2026-04-01\nsuit-resumed 2026-05-01`;
    expect(at('litigation', log)).toBe('first');
    expect(one('litigation', suit, 'lit-1st').unrolled).toBe('2026-09-06');
    // 30 days from 1 to 30 April fall out.
    expect(one('litigation', log, 'lit-1st').unrolled).toBe('2026-10-06');
  });

  test('takes no hearing and no judgment meanwhile', () => {
    const log = events(`${suit}\nsuit-suspended 2026-04-01`);
    for (const type of ['court-hearing-held', 'first-judgment'])
      expect(canRecord('litigation', log, next(type, '2026-04-20'))).toMatchObject({ code: 'wrong-state' });
  });

  test('on appeal goes back to the second instance', () => {
    expect(at('litigation', `${appeal}\nsuit-suspended 2026-07-20\nsuit-resumed 2026-08-20`)).toBe('second');
  });

  test('an appraisal falls out of the period as well', () => {
    const log = `${suit}\ncourt-appraisal-began 2026-04-01\ncourt-appraisal-ended 2026-04-11`;
    expect(one('litigation', log, 'lit-1st').unrolled).toBe('2026-09-16');
  });
});

describe('who stays away, and who gives up', () => {
  test('an absent plaintiff ends the suit, an absent defendant does not', () => {
    const heard = `${suit}\ncourt-hearing-set 2026-04-13`;
    expect(at('litigation', `${heard}\nplaintiff-absent 2026-04-13`)).toBe('withdrawn');
    expect(at('litigation', `${heard}\ndefendant-absent 2026-04-13`)).toBe('first');
    expect(one('litigation', `${heard}\nplaintiff-absent 2026-04-13`, 'lit-1st').status).toBe('superseded');
    expect(one('litigation', `${heard}\ndefendant-absent 2026-04-13`, 'lit-1st').status).toBe('open');
  });

  test('an appeal given up leaves the first judgment in effect, and the time for a retrial runs', () => {
    const log = `${appeal}\nappeal-withdrawn 2026-08-03`;
    expect(at('litigation', log)).toBe('effective');
    expect(one('litigation', log, 'lit-2nd').status).toBe('superseded');
    expect(one('litigation', log, 'lit-retrial')).toMatchObject({ trigger: '2026-08-03', status: 'open' });
  });

  test('a suit withdrawn on appeal is gone as a whole', () => {
    expect(at('litigation', `${appeal}\nsuit-withdrawn 2026-08-03`)).toBe('withdrawn');
  });

  test('a suit that stands still can be terminated, and takes nothing more', () => {
    const log = `${suit}\nsuit-suspended 2026-04-01\nsuit-terminated 2026-06-01`;
    expect(at('litigation', log)).toBe('terminated');
    expect(canRecord('litigation', events(log), next('first-judgment', '2026-06-10')).ok).toBe(false);
  });

  test('a mediation that a party ends can be begun again, and its time no longer runs', () => {
    const log = 'mediation-applied 2026-04-20\nmediation-accepted 2026-04-21\nmediation-withdrawn 2026-04-27';
    expect(at('mediation', log)).toBe('withdrawn');
    expect(one('mediation', log, 'med-conclude').status).toBe('superseded');
    expect(at('mediation', `${log}\nmediation-applied 2026-05-11`)).toBe('applied');
  });

  test('an application for confirmation held to be withdrawn ends the court’s time', () => {
    const log = `confirmation-applied 2026-03-16
      confirmation-accepted 2026-03-18
      confirmation-deemed-withdrawn 2026-03-25`;
    expect(at('confirmation', log)).toBe('dismissed');
    expect(one('confirmation', log, 'jc-decide').status).toBe('superseded');
  });
});

describe('claims and parties that change in court', () => {
  test('do not move the court’s last day, and are refused on appeal', () => {
    const log = `${suit}\nsuit-claims-changed 2026-03-20\ncourt-counterclaim-filed 2026-03-23\nsuits-consolidated 2026-03-25`;
    expect(at('litigation', log)).toBe('first');
    expect(one('litigation', log, 'lit-1st').due).toBe(one('litigation', suit, 'lit-1st').due);
    expect(canRecord('litigation', events(appeal), next('suit-claims-changed', '2026-07-20')).ok).toBe(false);
  });

  test('a hearing put off frees its summons, and needs a hearing first', () => {
    expect(
      canRecord('litigation', events(suit), next('court-hearing-postponed', '2026-04-01')),
    ).toMatchObject({
      code: 'step-missing',
    });
    const log = `${suit}\ncourt-hearing-set 2026-04-13\ncourt-hearing-postponed 2026-04-01`;
    expect(one('litigation', log, 'lit-hearing-notice').status).toBe('superseded');
  });
});

describe('organs that wait', () => {
  test('a re-examination put off moves the appraisal by as many days', () => {
    const filed = 'appraisal-applied 2025-11-03';
    const log = `${filed}\nappraisal-visit-put-off 2025-12-01\nappraisal-examined 2025-12-15`;
    expect(one('capacity-appraisal', filed, 'cap-decide').unrolled).toBe('2026-01-02');
    expect(one('capacity-appraisal', log, 'cap-decide').unrolled).toBe('2026-01-16');
    expect(
      at('capacity-appraisal', `${filed}\nappraisal-ended 2025-12-01\nappraisal-applied 2026-01-05`),
    ).toBe('filed');
  });

  test('a reconsideration that stands still has no last day, and one that ended none to keep', () => {
    const log = `reconsideration-applied 2026-03-02\nreconsideration-accepted 2026-03-06`;
    const waiting = `${log}\nreconsideration-suspended 2026-03-20`;
    expect(one('inspection', waiting, 'rec-decide')).toMatchObject({ due: null, status: 'suspended' });
    expect(one('inspection', `${waiting}\nreconsideration-resumed 2026-03-30`, 'rec-decide').unrolled).toBe(
      '2026-05-15',
    );
    expect(one('inspection', `${log}\nreconsideration-ended 2026-03-20`, 'rec-decide').status).toBe(
      'superseded',
    );
  });

  test('enforcement put off against security goes on where it stood', () => {
    const log = `award-effective 2024-09-01
      enforcement-applied 2024-11-04
      enforcement-notice-issued 2024-11-12
      enforcement-deferred 2024-12-02
      enforcement-resumed 2025-01-06`;
    expect(at('enforcement', log)).toBe('executing');
    expect(at('enforcement', `${log}\nenforcement-terminated 2025-02-03`)).toBe('closed');
  });
});
