export { appendAudit } from './audit.repo.ts';
