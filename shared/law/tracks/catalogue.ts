import { AppError } from '../../kernel/errors.ts';
import type { Bilingual, LegalSource, TrackId } from '../common.ts';
import { ruleOf } from '../rules/registry.ts';
import { arbitrationTrack } from './arbitration.ts';
import { enforcementTrack } from './enforcement.ts';
import { inspectionTrack } from './inspection.ts';
import { legalAidTrack } from './legal-aid.ts';
import { litigationTrack } from './litigation.ts';
import { mediationTrack } from './mediation.ts';
import { datedAhead } from './order.ts';
import { paymentOrderTrack } from './payment-order.ts';
import { confirmationTrack, reviewTrack } from './review.ts';
import { setAsideTrack } from './set-aside.ts';
import type { CaseFacts, ObligationPlan, StateDefinition, TrackDefinition } from './types.ts';
import { capacityTrack, workInjuryTrack } from './work-injury.ts';

const tracks: readonly TrackDefinition[] = [
  mediationTrack,
  arbitrationTrack,
  reviewTrack,
  confirmationTrack,
  paymentOrderTrack,
  litigationTrack,
  setAsideTrack,
  enforcementTrack,
  legalAidTrack,
  inspectionTrack,
  workInjuryTrack,
  capacityTrack,
];

/** Every procedure that has states of its own, in the order a dispute meets them. */
export function listTracks(): readonly TrackDefinition[] {
  return tracks;
}

/** @throws AppError `not-found` for a track without states, such as `wage-duties`. */
export function trackOf(id: TrackId): TrackDefinition {
  const found = tracks.find((t) => t.id === id);
  if (!found) throw new AppError('not-found', { details: { track: id } });
  return found;
}

/** The state of a track by its id; the first one for an id that the track does not have. */
export function stateOf(track: TrackId, id: string): StateDefinition {
  const { initial, states } = trackOf(track);
  return states.find((s) => s.id === id) ?? initial;
}

/** Whether the track provides for such an event, as a move or as a dated fact. */
export function knowsEvent(track: TrackId, type: string): boolean {
  const { transitions, facts } = trackOf(track);
  return transitions.some((t) => t.event === type) || facts.some((f) => f.event === type);
}

/** Every event type that some track knows. */
export function listEventTypes(): readonly string[] {
  return [
    ...new Set(tracks.flatMap((t) => [...t.transitions.map((m) => m.event), ...t.facts.map((f) => f.event)])),
  ];
}

/** What an event is called on its track; on another one that knows it, where its own does not. */
export function eventWords(track: TrackId, type: string): Bilingual {
  for (const { transitions, facts } of [trackOf(track), ...tracks]) {
    const found =
      transitions.find((t) => t.event === type)?.words ?? facts.find((f) => f.event === type)?.words;
    if (found) return found;
  }
  return { zh: type, en: type };
}

/** The article that provides for an event on its track, where the track names one. */
export function eventSource(track: TrackId, type: string): LegalSource | null {
  const { transitions, facts } = trackOf(track);
  return [...transitions, ...facts].find((e) => e.event === type)?.source ?? null;
}

/** What may be recorded of an event beside its day. */
export interface EventDetails {
  /** Days granted by an extension; the rule's maximum when left out. */
  readonly extension: { readonly max: number; readonly approver: Bilingual } | null;
  /** An organ or an agreement fixes the length in days or the last day. */
  readonly fixes: Bilingual | null;
  /** The day to which the organ extended, where the law leaves it open. */
  readonly extendsTo: Bilingual | null;
  /** Dated by what was fixed (a hearing): the day of fixing is a second date. */
  readonly setOn: boolean;
}

/** Which details matter for an event of a track: those that its rules read. */
export function eventDetails(track: TrackId, type: string, facts: CaseFacts = {}): EventDetails {
  const details: { -readonly [K in keyof EventDetails]: EventDetails[K] } = {
    extension: null,
    fixes: null,
    extendsTo: null,
    setOn: datedAhead.includes(type),
  };
  for (const plan of trackOf(track).plansFor(facts, []).obligations) {
    const rule = ruleOf(plan.ruleId);
    if (plan.opensOn.includes(type) && rule.fixed) details.fixes ??= rule.fixed.by;
    if (!plan.extendedBy?.includes(type)) continue;
    const { extension, openExtension } = rule;
    if (extension) details.extension ??= { max: extension.max.length, approver: extension.approver };
    if (openExtension) details.extendsTo ??= openExtension.approver;
  }
  return details;
}

/** The limitation periods and other pausable rights of a track: those worth drawing as a running account. */
export function ledgerPlans(plans: readonly ObligationPlan[]): readonly ObligationPlan[] {
  return plans.filter(
    (p) =>
      !p.notApplicable &&
      p.nature === 'right' &&
      (ruleOf(p.ruleId).interruptible || (p.pausedBy !== undefined && ruleOf(p.ruleId).excludable)),
  );
}
