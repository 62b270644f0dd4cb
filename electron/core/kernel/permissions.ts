import type { Permission } from '../../../shared/contract/builders.ts';
import { permissionsOf } from '../../../shared/contract/roles.ts';
import type { Actor } from './context.ts';

export function may(actor: Actor, permission: Permission): boolean {
  return permissionsOf(actor.role, actor.mustChangePassphrase).includes(permission);
}
