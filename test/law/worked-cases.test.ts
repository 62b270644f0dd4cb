import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/kernel/errors.ts';
import {
  type CaseEvent,
  type Change,
  canRecord,
  deriveDates,
  type Obligation,
  stageOf,
  standingOf,
  whatIf,
} from '../../shared/law/index.ts';
import { type WorkedCase, workedCases } from './fixtures/worked-cases.ts';
import { ctx, d } from './support.ts';

function eventOf(text: string): CaseEvent {
  const [type = '', date = '', ...more] = text.trim().split(/\s+/);
  const said = new Map(more.map((m) => [m.slice(0, m.indexOf(':')), m.slice(m.indexOf(':') + 1)]));
  const day = (key: string) => d(said.get(key) ?? '');
  return {
    type,
    date: d(date),
    ...(said.has('days') ? { days: Number(said.get('days')) } : {}),
    ...(said.has('until') ? { until: day('until') } : {}),
    ...(said.has('set') ? { setOn: day('set') } : {}),
    ...(said.has('note') ? { note: said.get('note') ?? '' } : {}),
  };
}

const eventsOf = (log: string): CaseEvent[] =>
  log.split('\n').flatMap((row) => (row.trim() === '' ? [] : [eventOf(row)]));

function obligationText(o: Obligation, today: string | undefined): string[] {
  const flags = [o.nature, o.bearer, o.sense, o.status, o.provisional ? 'provisional' : ''];
  const standing = today ? `, on ${today} ${standingOf(o, d(today))}` : '';
  return [
    `  ${o.ruleId}: ${o.due} (${o.unrolled}) from ${o.trigger}, ${o.base}; ${flags.filter(Boolean).join(' ')}${standing}`,
    `    ${o.openedBy.type} → ${o.metBy?.type}; ${JSON.stringify(o.input)} ${JSON.stringify(o.period)}`,
    `    ${o.explanation.zh} | ${o.explanation.en}`,
    ...o.warnings.map((w) => `    ! ${w.code}${w.field ? ` (${w.field})` : ''}: ${w.text.zh} | ${w.text.en}`),
  ];
}

function tried({ track, log }: WorkedCase, text: string): string {
  const answer = canRecord(track, eventsOf(log), eventOf(text));
  if (!answer.ok) return `  ${text}: ${answer.code}: ${answer.reason.zh} | ${answer.reason.en}`;
  return `  ${text}: to ${answer.to?.id}${answer.guard ? `, if ${answer.guard.zh} | ${answer.guard.en}` : ''}`;
}

function changeOf(text: string): Change {
  const [how, index = '', ...rest] = text.split(' ');
  if (how === '+') return { kind: 'add', event: eventOf(text.slice(2)) };
  if (how === '-') return { kind: 'remove', index: Number(index) };
  return { kind: 'replace', index: Number(index), event: eventOf(rest.join(' ')) };
}

function changed({ track, log, facts = {} }: WorkedCase, text: string): string {
  const found = whatIf(track, eventsOf(log), changeOf(text), facts, ctx);
  const one = (o: Obligation): string => `${o.ruleId} ${o.due} ${o.status}`;
  const pair = (p: { before: Obligation; after: Obligation }): string => `${one(p.before)} → ${one(p.after)}`;
  const { added, removed, moved, met, closed, reopened } = found;
  const groups = Object.entries({
    added: added.map(one),
    removed: removed.map(one),
    moved: moved.map(pair),
    met: met.map(pair),
    closed: closed.map(pair),
    reopened: reopened.map(pair),
  });
  const lines = groups.flatMap(([name, list]) =>
    list.length > 0 ? [`    ${name}: ${list.join(', ')}`] : [],
  );
  return [`  ${text}: ${found.stageBefore.id} → ${found.stageAfter.id}`, ...lines].join('\n');
}

function worked(c: WorkedCase): string {
  const { track, log, facts = {}, region, today } = c;
  const list = eventsOf(log);
  const context = region ? { ...ctx, region } : ctx;
  const { obligations, withoutDate } = deriveDates(list, facts, context, track);
  const stage = stageOf(list, track);
  const names = (events: readonly CaseEvent[]): string => events.map((e) => e.type).join(', ');
  return [
    `> ${track} ${JSON.stringify(facts)}${region ? ` in ${region}` : ''}`,
    ...log.split('\n').map((row) => `> ${row.trim()}`),
    `stage ${stage.state.id} since ${stage.since}`,
    `  ${stage.history.map((h) => `${h.event.type}: ${h.from} → ${h.to}`).join('; ')}`,
    `  unexpected: ${names(stage.unexpected)}`,
    `  next: ${stage.next.map((t) => t.event).join(', ')}`,
    'dates',
    ...obligations.flatMap((o) => obligationText(o, today)),
    ...withoutDate.map(
      (n) => `  ${n.ruleId}: ${n.kind}: ${n.explanation.zh} | ${n.explanation.en}; ${n.source.article}`,
    ),
    ...(c.tries ? ['recording', ...c.tries.map((t) => tried(c, t))] : []),
    ...(c.changes ? ['what if', ...c.changes.map((t) => changed(c, t))] : []),
  ].join('\n');
}

// Kept in files that people read; a change of a date, a stage or a sentence shows there, to be judged.
test.each([...new Set(workedCases.map((c) => c.track))].map((track) => [track]))(
  'cases of %s, worked out in full',
  async (track) => {
    const text = workedCases
      .filter((c) => c.track === track)
      .map(worked)
      .join('\n\n');
    expect(text).not.toMatch(/NaN|\[object/);
    await expect(`${text}\n`).toMatchFileSnapshot(`./worked/case-${track}.txt`);
  },
);

describe('events that cannot be', () => {
  const issueOf = (event: object) => {
    try {
      deriveDates([{ type: 'accepted', date: d('2026-01-05'), ...event } as CaseEvent], {}, ctx);
    } catch (error) {
      return error instanceof AppError ? error.failure.issues?.[0] : error;
    }
    return null;
  };

  test.each([
    [{ date: '2026-02-30' }, { path: 'events.0.date', code: 'date-invalid' }],
    [{ date: '1899-12-31' }, { path: 'events.0.date', code: 'date-out-of-range', params: { year: 1899 } }],
    [{ setOn: '2026-02-30' }, { path: 'events.0.setOn', code: 'date-invalid' }],
    [{ until: 'soon' }, { path: 'events.0.until', code: 'date-invalid' }],
    [{ days: -1 }, { path: 'events.0.days', code: 'number-out-of-range', params: { days: -1 } }],
    [{ days: 1.5 }, { path: 'events.0.days', code: 'number-out-of-range', params: { days: 1.5 } }],
    [{ days: 0, until: '2026-02-28', setOn: '2026-02-28' }, null],
  ])('%o', (event, issue) => {
    expect(issueOf(event)).toEqual(issue);
  });
});
