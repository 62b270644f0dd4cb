import { AppError } from '../../kernel/errors.ts';
import type { Bearer, Bilingual, TrackId } from '../common.ts';
import { trackOf } from './catalogue.ts';
import { inOrder } from './order.ts';
import { handOverRoutes } from './routes.ts';
import type { CaseEvent } from './types.ts';

/** A way from one procedure into another: when it is open, what begins there and what that means here. */
export interface HandOverRoute {
  readonly id: string;
  readonly from: TrackId;
  /** States of `from` in which it may be gone; `any` from the first event on. */
  readonly states: readonly string[] | 'any';
  /** Those of them, each with a result, in which going it is what comes next; in the others it is a choice. */
  readonly follows?: readonly string[];
  /** It follows only while its limit runs: nobody has to fight an award, and one not known to be in force cannot be enforced. */
  readonly onlyWhileRunning?: boolean;
  /** Events one of which must have been recorded, where the state alone does not tell. */
  readonly needs?: readonly string[];
  readonly to: TrackId;
  /** What a person does, as a button says it. */
  readonly words: Bilingual;
  /** When, and what the law says of it. */
  readonly why: Bilingual;
  /** The step of `to` that begins it. */
  readonly opening: string;
  /** The same step as an event of `from`, whose limits it meets or interrupts; null where `from` knows none. */
  readonly mark: string | null;
  /** Who files there, where that is fixed; else the side that filed here. */
  readonly applicant?: 'workers' | 'unit';
  /** Whose limit bounds it, where both sides have one by the same rule. */
  readonly bearer?: Bearer;
  /**
   * Events that go on under another name. Of each entry the latest event of the first type that was recorded.
   * `award-received-by-employer-side` stands for the receipt by whichever side is the employer.
   */
  readonly carry?: readonly { readonly from: readonly string[]; readonly to: string }[];
  /** Rules that bound or support it; the open ones say by when. */
  readonly rules: readonly string[];
}

/** @throws AppError `not-found`. */
export function routeOf(id: string): HandOverRoute {
  const found = handOverRoutes.find((r) => r.id === id);
  if (!found) throw new AppError('not-found', { details: { what: 'route', route: id } });
  return found;
}

/** The ways that are open to a case in this state, the likelier first. */
export function routesFrom(
  track: TrackId,
  stateId: string,
  events: readonly CaseEvent[],
): readonly HandOverRoute[] {
  return handOverRoutes.filter((route) => isOpen(route, track, stateId, events));
}

/** Whether a way may be gone in this state. */
export function isOpen(
  route: HandOverRoute,
  track: TrackId,
  stateId: string,
  events: readonly CaseEvent[],
): boolean {
  if (route.from !== track) return false;
  const { initial } = trackOf(track);
  const inState = route.states === 'any' ? stateId !== initial.id : route.states.includes(stateId);
  return inState && (!route.needs || events.some((e) => route.needs?.includes(e.type)));
}

/**
 * The events that go on in the other procedure: under another name where the route says so, under their own where the
 * other procedure knows them as dated facts. Its own steps begin there and are never taken over by name alone.
 * @param employerSide which side of the arbitration the employer was on.
 */
export function carriedEvents<E extends CaseEvent>(
  route: HandOverRoute,
  events: readonly E[],
  employerSide: 'applicant' | 'respondent',
): readonly E[] {
  const target = trackOf(route.to);
  const steps = new Set(target.transitions.map((t) => t.event));
  const facts = new Set(target.facts.map((f) => f.event).filter((type) => !steps.has(type)));
  const renamed = new Map<E, string>();
  for (const { from, to } of route.carry ?? []) {
    const types = from.map((type) =>
      type === 'award-received-by-employer-side' ? `award-received-by-${employerSide}` : type,
    );
    const type = types.find((t) => events.some((e) => e.type === t));
    const event = inOrder(events).findLast((e) => e.type === type) as E | undefined;
    if (event) renamed.set(event, to);
  }
  const out: E[] = [];
  for (const event of events) {
    const to = renamed.get(event) ?? (facts.has(event.type) ? event.type : null);
    if (to === null || out.some((o) => o.type === to && o.date === event.date)) continue;
    out.push(to === event.type ? event : { ...event, type: to });
  }
  return out;
}
