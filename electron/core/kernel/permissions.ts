import type { Permission } from '../../../shared/contract/builders.ts';
import type { Role } from './context.ts';

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  manager: ['none', 'office.admin', 'office.read', 'case.read', 'case.write', 'document.make', 'law.use'],
  handler: ['none', 'office.read', 'case.read', 'case.write', 'document.make', 'law.use'],
};

export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}
