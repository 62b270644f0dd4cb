export { isInOffice } from './office.folder.ts';
export { officeHandlers } from './office.handlers.ts';
export type { OfficeHost } from './office.host.ts';
export { createOfficeHost } from './office.host.ts';
export { loadOffice, toRole } from './office.repo.ts';
export { sweepFiles } from './office.sweep.ts';
