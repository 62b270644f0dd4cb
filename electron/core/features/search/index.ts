export { searchHandlers } from './search.handlers.ts';
export { indexChanges } from './search.index.ts';
