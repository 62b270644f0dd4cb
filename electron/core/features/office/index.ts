export { officeHandlers } from './office.handlers.ts';
export { createOfficeHost } from './office.host.ts';
export { loadOffice } from './office.repo.ts';
export { sweepFiles } from './office.sweep.ts';
