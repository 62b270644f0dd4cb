import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../shared/kernel/date.ts';
import {
  type CaseEvent,
  canRecord,
  deriveDates,
  listTracks,
  stageOf,
  type TrackId,
  whatIf,
} from '../../shared/law/index.ts';
import { allowed } from './fixtures/allowed.ts';
import { ctx, d, events } from './support.ts';
import { statesOf } from './walks.ts';

interface Row {
  readonly states: readonly string[];
  readonly conditional: boolean;
}

function tableOf(id: string, states: readonly string[]): Map<string, Row> {
  const rows = (allowed[id] ?? '').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [head = '', text = ''] = row.trim().split(': ');
      const names = text.split(' ').filter((name) => name !== '*' && name !== 'but');
      const unknown = names.filter((name) => !states.includes(name));
      expect(unknown, head).toEqual([]);
      return [
        head.replace('?', ''),
        {
          states: text.startsWith('*') ? states.filter((s) => !names.includes(s)) : names,
          conditional: head.endsWith('?'),
        },
      ];
    }),
  );
}

describe.each(listTracks().map((t) => [t.id, t] as const))(
  'every event in every state of %s',
  (id, track) => {
    const states = [track.initial, ...track.states].map((s) => s.id);
    const table = tableOf(id, states);
    const types = [...new Set([...track.transitions, ...track.facts].map((e) => e.event))];

    test('is in the table', () => {
      expect([...table.keys()].sort()).toEqual([...types].sort());
    });

    test('may be recorded where the table says, and is refused elsewhere with the reason and the article', () => {
      for (const { state, events: before } of statesOf(track)) {
        const last: PlainDate = before.at(-1)?.date ?? d('2026-03-02');
        for (const type of types) {
          const where = `${state}: ${type}`;
          const row = table.get(type);
          const answer = canRecord(id, before, { type, date: addDays(last, 1) });
          if (row?.states.includes(state)) {
            if (!answer.ok) {
              expect(row.conditional, where).toBe(true);
              expect(['step-missing', 'barred'], where).toContain(answer.code);
            }
            continue;
          }
          if (answer.ok) expect.unreachable(where);
          else expect(answer.code, where).toBe('wrong-state');
        }
      }
    });

    test('says why and by which text, in both languages, where it is refused', () => {
      for (const { state, events: before } of statesOf(track)) {
        const last: PlainDate = before.at(-1)?.date ?? d('2026-03-02');
        for (const type of types) {
          const answer = canRecord(id, before, { type, date: addDays(last, 1) });
          if (answer.ok) continue;
          const where = `${state}: ${type}`;
          expect(answer.reason.zh, where).toMatch(/（《.+》.*）$/);
          expect(answer.reason.en, where).toMatch(/ \(.+\)$/);
          expect(answer.reason.en, where).not.toMatch(/[一-鿿]/);
        }
      }
    });
  },
);

test('what may happen at any time says why', () => {
  for (const { id, facts } of listTracks())
    for (const { event, why, source } of facts) {
      expect(why.zh.length, `${id} ${event}`).toBeGreaterThan(3);
      expect(why.en.length, `${id} ${event}`).toBeGreaterThan(10);
      expect(source.instrument.zh, `${id} ${event}`).not.toBe('');
    }
});

describe('a fact that nothing supports', () => {
  const refused = (id: TrackId, log: string, type: string, date = '2026-06-01') => {
    const answer = canRecord(id, log ? events(log) : [], { type, date: d(date) });
    return answer.ok ? 'ok' : `${answer.code}: ${answer.reason.zh}`;
  };
  const heard = `application-submitted 2026-01-05
    accepted 2026-01-08
    copy-served 2026-01-12
    answer-received 2026-01-20
    hearing-set 2026-03-02
    hearing-held 2026-03-02`;
  const final = `${heard}\naward-made-final 2026-03-20\naward-received-by-respondent 2026-03-23`;

  test('the effect of an award comes from an award', () => {
    expect(refused('arbitration', '', 'award-effective')).toContain(
      '须先有裁决书或者双方签收的调解书。（《劳动争议调解仲裁法》第42条、第47条、第50条、第51条）',
    );
    expect(refused('arbitration', heard, 'award-effective')).toContain('wrong-state');
    expect(refused('arbitration', final, 'award-effective')).toBe('ok');
    expect(refused('arbitration', `${final}\narchived 2026-05-01`, 'award-effective')).toBe('ok');
    const away = 'application-submitted 2026-01-05\nwithdrawn 2026-01-06\narchived 2026-01-07';
    expect(refused('arbitration', away, 'award-effective')).toContain('step-missing');
  });

  test('prior enforcement goes ahead of the award, once it is ordered', () => {
    expect(refused('arbitration', heard, 'enforcement-applied')).toContain('请先登记：裁决先予执行');
    expect(
      refused('arbitration', `${heard}\nprior-enforcement-awarded 2026-03-05`, 'enforcement-applied'),
    ).toBe('ok');
  });

  test('the worker’s suit on a final award shuts out the application to set it aside', () => {
    expect(refused('arbitration', final, 'setaside-filed')).toBe('ok');
    const sued = refused('arbitration', `${final}\nsuit-filed-by-worker 2026-03-30`, 'setaside-filed');
    expect(sued).toMatch(/^barred: 已登记“劳动者起诉”.*第18条、第21条/);
    const both = `${heard}\naward-made-both 2026-03-20\nsuit-filed-by-worker 2026-03-30`;
    expect(refused('arbitration', both, 'setaside-filed')).toBe('ok');
    expect(refused('arbitration', `${heard}\naward-made-nonfinal 2026-03-20`, 'setaside-filed')).toContain(
      '只有终局裁决可以申请撤销',
    );
  });

  test('an employer does not sue on a final award; without an award a suit needs the time to be over', () => {
    expect(refused('arbitration', final, 'suit-filed-by-employer')).toContain('可以在三十日内申请撤销');
    const early = canRecord('arbitration', events(heard), {
      type: 'suit-filed-by-worker',
      date: d('2026-06-01'),
    });
    expect(early).toMatchObject({ ok: true, to: null, guard: { zh: expect.stringContaining('四十五日') } });
  });

  test('no decision without a complaint, no retrial without a judgment', () => {
    expect(refused('inspection', '', 'inspection-decided')).toContain('wrong-state');
    expect(refused('inspection', '', 'reconsideration-applied')).toContain('须先投诉');
    expect(refused('litigation', '', 'retrial-applied')).toContain('《民事诉讼法》第216条');
  });

  test('taking out what a later fact rests on is shown before it is done', () => {
    const log = events(`${final}\naward-effective 2026-04-10`);
    const made = log.findIndex((e) => e.type === 'award-made-final');
    const received = log.filter((e) => e.type !== 'award-received-by-respondent');
    const found = whatIf('arbitration', received, { kind: 'remove', index: made }, {}, ctx);
    expect(found.unexpected.map((e) => e.type)).toEqual(['award-effective']);
    expect(stageOf(log, 'arbitration').unexpected).toEqual([]);
  });

  test('what a person records all the same is marked, and its dates are still counted', () => {
    const odd: CaseEvent[] = events('award-effective 2026-01-05');
    expect(stageOf(odd, 'arbitration').unexpected).toEqual(odd);
    expect(deriveDates(odd, {}, ctx, 'arbitration').obligations.map((o) => o.ruleId)).toEqual(['enf-apply']);
  });
});
