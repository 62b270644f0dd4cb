export { type OfficeDependencies, officeHandlers, sampleUser } from './office.handlers.ts';
export { createOfficeHost, type OfficeHost } from './office.host.ts';
export { loadOffice } from './office.repo.ts';
