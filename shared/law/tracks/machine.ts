import type { PlainDate } from '../../kernel/date.ts';
import { AppError } from '../../kernel/errors.ts';
import { inOrder } from './order.ts';
import type { CaseEvent, Occasion, Stage, StateDefinition, TrackDefinition, Transition } from './types.ts';

function stateById(track: TrackDefinition, id: string): StateDefinition {
  const found = id === track.initial.id ? track.initial : track.states.find((s) => s.id === id);
  if (!found) throw new AppError('internal', { details: { track: track.id, state: id } });
  return found;
}

/** Whether the state admits the event, whatever else it needs. */
export function fits({ from }: Occasion, state: StateDefinition, track: TrackDefinition): boolean {
  if (from === 'begun') return state.id !== track.initial.id;
  if (from === 'start') return state.id === track.initial.id;
  if (from === 'any') return true;
  if (from === 'any-open') return state.open && state.id !== track.initial.id;
  return from.includes(state.id);
}

function allows(
  occasion: Occasion,
  state: StateDefinition,
  track: TrackDefinition,
  seen: ReadonlySet<string>,
): boolean {
  const { requires, barredBy } = occasion;
  if (requires && !requires.some((type) => seen.has(type))) return false;
  if (barredBy?.some((type) => seen.has(type))) return false;
  return fits(occasion, state, track);
}

/** Where a procedure stands after these events, how it got there, and what may come next. */
export function stageIn(track: TrackDefinition, events: readonly CaseEvent[]): Stage {
  let state = track.initial;
  let since: PlainDate | null = null;
  const before: StateDefinition[] = [];
  const history: Stage['history'][number][] = [];
  const unexpected: CaseEvent[] = [];
  const seen = new Set<string>();
  // What has happened since each state was last entered; a state that is come back to after a stay goes on.
  const takenIn = new Map<string, Set<string>>();
  for (const event of inOrder(events)) {
    const candidates = track.transitions.filter((t) => t.event === event.type);
    const expected = candidates.find((t) => allows(t, state, track, seen));
    const facts = track.facts.filter((f) => f.event === event.type);
    const misplaced = facts.length > 0 && !facts.some((f) => allows(f, state, track, seen));
    seen.add(event.type);
    if (candidates.length === 0) {
      if (misplaced) unexpected.push(event);
      continue;
    }
    if (!expected) unexpected.push(event);
    const taken = expected ?? (state.open ? candidates[0] : undefined);
    if (!taken) continue;
    const from = state;
    if (taken.to === 'previous') state = before.pop() ?? state;
    else if (taken.to !== 'same') {
      const next = stateById(track, taken.to);
      if (next.id !== state.id) {
        before.push(state);
        takenIn.delete(next.id);
      }
      state = next;
    }
    const here = takenIn.get(state.id) ?? new Set();
    takenIn.set(state.id, here.add(event.type));
    if (state.id !== from.id) since = event.date;
    history.push({ event, from: from.id, to: state.id });
  }
  const possible = track.transitions.filter((t) => allows(t, state, track, seen));
  const here = takenIn.get(state.id) ?? new Set();
  const ahead = aheadIn(state, possible, here, seen);
  // What was done here already is the least likely to come again.
  const rank = ({ event }: Transition): number => {
    const place = ahead.indexOf(event);
    if (place >= 0) return place;
    return ahead.length + Number(here.has(event));
  };
  return {
    state,
    since,
    history,
    unexpected,
    next: [...possible].sort((a, b) => rank(a) - rank(b)),
    ahead: ahead[0] ?? null,
  };
}

/**
 * The usual steps that are still to come in this state, in their order. While the procedure is pending something always
 * is: the step that leads out of the state, where all before it have been taken.
 */
function aheadIn(
  state: StateDefinition,
  possible: readonly Transition[],
  taken: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): readonly string[] {
  const open = state.ahead.filter((event) => possible.some((t) => t.event === event));
  const left = open.filter((event) => {
    const once = possible.some((t) => t.event === event && t.once);
    return !(once ? seen : taken).has(event);
  });
  return left.length > 0 || !state.open ? left : open.slice(-1);
}
