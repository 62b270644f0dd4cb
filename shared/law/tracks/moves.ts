import type { Bilingual, LegalSource, TrackId } from '../common.ts';
import type { LawContext } from '../context.ts';
import { say } from '../rules/define.ts';
import { ruleOf } from '../rules/registry.ts';
import type { DueOptions } from '../rules/types.ts';
import { citation } from '../sources.ts';
import { eventWords, stateOf, trackOf } from './catalogue.ts';
import { deriveIn } from './derive.ts';
import { fits, stageIn } from './machine.ts';
import { inOrder } from './order.ts';
import type {
  CaseEvent,
  CaseFacts,
  Fact,
  Obligation,
  Occasion,
  StateDefinition,
  TrackDefinition,
  Transition,
} from './types.ts';

export type CanRecord =
  | {
      readonly ok: true;
      /** The state the move leads to; null for a dated fact that moves nothing. */
      readonly to: StateDefinition | null;
      /** What has to be true for it, for the person who records it. */
      readonly guard: Bilingual | null;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly reason: Bilingual;
      /**
       * Whether it may be recorded all the same with a reason: a step that did happen although those before it were not
       * recorded. Never what the law bars, what the procedure does not know, or after it has ended.
       */
      readonly overridable: boolean;
    };

export type RefusalCode = 'unknown-event' | 'wrong-state' | 'step-missing' | 'barred' | 'breaks-later-step';

/**
 * Whether an event may be recorded: in the state the procedure has on its date, with what must have gone before, and
 * without making a later recorded step impossible.
 * @throws AppError `not-found` for an unknown track, `invalid-input` for a bad date.
 */
export function canRecord(trackId: TrackId, events: readonly CaseEvent[], event: CaseEvent): CanRecord {
  const track = trackOf(trackId);
  const candidates = track.transitions.filter((t) => t.event === event.type);
  const facts = track.facts.filter((f) => f.event === event.type);
  const occasions: readonly Occasion[] = candidates.length > 0 ? candidates : facts;
  if (occasions.length === 0)
    return refuse('unknown-event', say('此程序没有这一事项。', 'This procedure knows no such event.'));
  const all = [...events, event];
  const stage = stageIn(track, all);
  if (!stage.unexpected.includes(event)) {
    const known = stageIn(track, events).unexpected;
    const broken = stage.unexpected.find((e) => !known.includes(e));
    const taken = stage.history.find((h) => h.event === event);
    const to = taken ? stateOf(trackId, taken.to) : null;
    if (broken) return refuse('breaks-later-step', breaks(track, broken), to?.open ?? true);
    const from =
      candidates.length > 0 ? stateOf(trackId, taken?.from ?? '') : before(track, all, event).state;
    const guard = occasions.find((t) => fits(t, from, track))?.guard ?? null;
    return { ok: true, to, guard };
  }
  const at = before(track, all, event);
  const fitting = occasions.filter((t) => fits(t, at.state, track));
  const seen = new Set(at.events.map((e) => e.type));
  const barring = fitting.find((t) => t.barredBy?.some((type) => seen.has(type)));
  const bar = barring?.barredBy?.find((type) => seen.has(type));
  if (barring && bar !== undefined) {
    const [what, why] = [wordsOf(track, event.type), wordsOf(track, bar)];
    return refuse('barred', {
      zh: `已登记“${why.zh}”，不能再登记“${what.zh}”。${basis(barring).zh}`,
      en: `After “${why.en}” it is no longer possible to record “${what.en}”.${basis(barring).en}`,
    });
  }
  const needing = fitting.find((t) => t.requires);
  const needed = fitting.flatMap((t) => t.requires ?? []);
  if (needing) {
    const list = needed.map((type) => wordsOf(track, type));
    return refuse(
      'step-missing',
      {
        zh: `请先登记：${list.map((w) => w.zh).join('、')}。${basis(needing).zh}`,
        en: `Record first: ${list.map((w) => w.en).join(', ')}.${basis(needing).en}`,
      },
      at.state.open,
    );
  }
  return refuse('wrong-state', wrongState(track, at.state, event, occasions), at.state.open);
}

function refuse(code: RefusalCode, reason: Bilingual, overridable = false): CanRecord {
  return { ok: false, code, reason, overridable };
}

const wordsOf = (track: TrackDefinition, type: string): Bilingual => eventWords(track.id, type);

/** The procedure as it stood just before the event. */
function before(track: TrackDefinition, all: readonly CaseEvent[], event: CaseEvent) {
  const ordered = inOrder(all);
  const events = ordered.slice(0, ordered.indexOf(event));
  return { events, state: stageIn(track, events).state };
}

/** The article behind a step: its own, or that of the limit it fulfils or opens. */
export function sourceOf(occasion: Occasion): LegalSource | null {
  if (occasion.source) return occasion.source;
  const { opens = [], closes = [], after } = occasion as Partial<Transition>;
  const [ruleId] = [...closes, ...opens, ...(after ? [after] : [])];
  return ruleId === undefined ? null : ruleOf(ruleId).source;
}

/** Why the law puts the step where it is, as the end of a refusal. */
function basis(occasion: Occasion): Bilingual {
  const source = sourceOf(occasion);
  const why = (occasion as Partial<Fact>).why;
  const cited = source ? citation(source) : null;
  return {
    zh: `${why ? `${why.zh}。` : ''}${cited ? `（${cited.zh}）` : ''}`,
    en: `${why ? ` ${why.en}.` : ''}${cited ? ` (${cited.en})` : ''}`,
  };
}

function wrongState(
  track: TrackDefinition,
  state: StateDefinition,
  event: CaseEvent,
  occasions: readonly Occasion[],
): Bilingual {
  const law = occasions[0] ? basis(occasions[0]) : { zh: '', en: '' };
  const what = wordsOf(track, event.type);
  const next = [
    ...new Map(
      track.transitions.filter((t) => fits(t, state, track)).map((t) => [t.event, t.words]),
    ).values(),
  ].slice(0, 5);
  const options = {
    zh: next.length > 0 ? `此时可以登记：${next.map((w) => w.zh).join('、')}。` : '程序已经结束。',
    en: next.length > 0 ? `Possible now: ${next.map((w) => w.en).join(', ')}.` : 'The procedure has ended.',
  };
  return {
    zh: `${event.date}程序处于“${state.title.zh}”，不能登记“${what.zh}”。${options.zh}${law.zh}`,
    en: `On ${event.date} the procedure is at “${state.title.en}”; “${what.en}” cannot be recorded. ${options.en}${law.en}`,
  };
}

function breaks(track: TrackDefinition, later: CaseEvent): Bilingual {
  const what = wordsOf(track, later.type);
  return {
    zh: `登记后，${later.date}已登记的“${what.zh}”将与程序不符，请先核对日期。`,
    en: `It would make “${what.en}”, recorded on ${later.date}, impossible; check the dates first.`,
  };
}

/** One change to the events of a case, or to the reading by which one of its rules counts. `index` counts in the list as it was given. */
export type Change =
  | { readonly kind: 'add'; readonly event: CaseEvent }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'replace'; readonly index: number; readonly event: CaseEvent }
  | { readonly kind: 'choose'; readonly ruleId: string; readonly options: DueOptions };

export interface WhatIf {
  readonly stageBefore: StateDefinition;
  readonly stageAfter: StateDefinition;
  /** Events that the procedure would no longer provide for where they stand. */
  readonly unexpected: readonly CaseEvent[];
  readonly added: readonly Obligation[];
  readonly removed: readonly Obligation[];
  /** The last day changes. */
  readonly moved: readonly { readonly before: Obligation; readonly after: Obligation }[];
  /** Would be fulfilled. */
  readonly met: readonly { readonly before: Obligation; readonly after: Obligation }[];
  /** Would become pointless, lapse or stand still. */
  readonly closed: readonly { readonly before: Obligation; readonly after: Obligation }[];
  /** Would be open again. */
  readonly reopened: readonly { readonly before: Obligation; readonly after: Obligation }[];
}

/** What one change would do to the dates of a case, before it is recorded. */
export function whatIf(
  trackId: TrackId,
  events: readonly CaseEvent[],
  change: Change,
  facts: CaseFacts,
  ctx: LawContext,
): WhatIf {
  const track = trackOf(trackId);
  const changed = apply(events, change);
  const stageAfter = stageIn(track, changed);
  const unexpected = stageIn(track, events).unexpected;
  const before = keyed(deriveIn(track, events, facts, ctx).obligations);
  const after = keyed(deriveIn(track, changed, factsAfter(facts, change), ctx).obligations);
  const pairs = [...after].flatMap(([key, now]) => {
    const was = before.get(key);
    return was ? [{ before: was, after: now }] : [];
  });
  const done = (o: Obligation): boolean => o.status === 'met' || o.status === 'met-late';
  const turned = pairs.filter((p) => p.before.status !== p.after.status);
  return {
    stageBefore: stageIn(track, events).state,
    stageAfter: stageAfter.state,
    unexpected: stageAfter.unexpected.filter((e) => !unexpected.includes(e)),
    added: [...after].flatMap(([key, o]) => (before.has(key) ? [] : [o])),
    removed: [...before].flatMap(([key, o]) => (after.has(key) ? [] : [o])),
    moved: pairs.filter((p) => p.before.due !== p.after.due),
    met: turned.filter((p) => done(p.after) && !done(p.before)),
    closed: turned.filter((p) => !done(p.after) && p.after.status !== 'open'),
    reopened: turned.filter((p) => p.after.status === 'open'),
  };
}

function factsAfter(facts: CaseFacts, change: Change): CaseFacts {
  if (change.kind !== 'choose') return facts;
  return { ...facts, choices: { ...facts.choices, [change.ruleId]: change.options } };
}

function apply(events: readonly CaseEvent[], change: Change): readonly CaseEvent[] {
  if (change.kind === 'choose') return events;
  if (change.kind === 'add') return [...events, change.event];
  if (change.kind === 'remove') return events.filter((_, i) => i !== change.index);
  return events.map((e, i) => (i === change.index ? change.event : e));
}

/** An obligation is the same one when rule, bearer and opening event agree; several of a kind are told apart by order. */
function keyed(list: readonly Obligation[]): Map<string, Obligation> {
  const out = new Map<string, Obligation>();
  for (const o of list) {
    const base = `${o.ruleId} ${o.bearer} ${o.openedBy.type}`;
    let key = base;
    for (let n = 2; out.has(key); n++) key = `${base} ${n}`;
    out.set(key, o);
  }
  return out;
}
