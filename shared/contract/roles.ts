import type { Permission } from './builders.ts';

/** What a person is in the office. It decides what they may do; of one role also whose cases they see. */
export const roles = ['manager', 'mediator', 'arbitrator', 'lawyer', 'clerk', 'reader'] as const;
export type Role = (typeof roles)[number];

const reading: readonly Permission[] = ['none', 'office.read', 'case.read', 'people.read', 'law.use'];
const recording: readonly Permission[] = [
  ...reading,
  'case.write',
  'document.make',
  'people.write',
  'people.reveal',
  'enquiry.write',
];
const deciding: readonly Permission[] = [...recording, 'people.merge', 'conflict.read'];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  manager: [...deciding, 'office.admin'],
  mediator: deciding,
  arbitrator: deciding,
  // Joining people or reading other people's conflict checks needs sight of everything.
  lawyer: recording,
  clerk: recording,
  reader: reading,
};

/**
 * Whether a role sees only the cases that it handles or was assigned: lawyers come from firms outside, everybody else
 * works together.
 */
export const seesAssignedOnly = (role: Role): boolean => role === 'lawyer';

/** All that a role may do. A passphrase that somebody else has chosen lets nobody at a case before it is changed. */
export function permissionsOf(role: Role, mustChangePassphrase = false): readonly Permission[] {
  return mustChangePassphrase ? ['none'] : granted[role];
}
