export { claimItemHandlers } from './claim-items.handlers.ts';
export { loadItemAmounts, loadItems, loadWageRows, loadWages, type StoredItem } from './claim-items.repo.ts';
export {
  asSource,
  type ClaimCase,
  computeItem,
  lawAt,
  loadClaimCase,
  periodOfItem,
  prefilled,
  refuseExcluded,
} from './claim-items.service.ts';
export { changedItems } from './claim-items.stale.ts';
export { memberClaim } from './claim-items.view.ts';
export { insertItem, setClaimed, settleItemSums, updateItem } from './claim-items.write.ts';
