export { auditHandlers } from './audit.handlers.ts';
export { appendAudit } from './audit.repo.ts';
