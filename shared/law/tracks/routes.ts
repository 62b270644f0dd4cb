import type { HandOverRoute } from './hand-over.ts';
import { fromArbitration } from './routes-arbitration.ts';
import { fromCourt } from './routes-court.ts';
import { fromMediation, fromPaymentOrder } from './routes-mediation.ts';
import { fromOthers } from './routes-others.ts';

/** Every way from one procedure into the next, the likelier first. */
export const handOverRoutes: readonly HandOverRoute[] = [
  ...fromMediation,
  ...fromPaymentOrder,
  ...fromArbitration,
  ...fromCourt,
  ...fromOthers,
];
