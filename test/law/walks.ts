import { addDays } from '../../shared/kernel/date.ts';
import { type CaseEvent, stageOf, type TrackDefinition } from '../../shared/law/index.ts';
import { d } from './support.ts';

export interface Walk {
  readonly state: string;
  readonly events: readonly CaseEvent[];
}

/** Every state by the shortest way there, as somebody would record it day by day. */
export function statesOf(track: TrackDefinition): Walk[] {
  const found = new Map<string, Walk>();
  let edge: Walk[] = [{ state: track.initial.id, events: [] }];
  found.set(track.initial.id, { state: track.initial.id, events: [] });
  while (edge.length > 0) {
    const next: Walk[] = [];
    for (const at of edge)
      for (const step of stageOf(at.events, track.id).next) {
        const events = [...at.events, { type: step.event, date: addDays(day, at.events.length * 3) }];
        const state = stageOf(events, track.id).state.id;
        if (found.has(state)) continue;
        const walk = { state, events };
        found.set(state, walk);
        next.push(walk);
      }
    edge = next;
  }
  return [...found.values()];
}

const day = d('2026-03-02');
