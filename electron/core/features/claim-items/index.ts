export { claimItemHandlers } from './claim-items.handlers.ts';
export { loadItems, type StoredItem } from './claim-items.repo.ts';
export { loadClaimCase, periodOfItem, sumItems } from './claim-items.service.ts';
export { changedItems } from './claim-items.stale.ts';
export { memberClaim } from './claim-items.view.ts';
