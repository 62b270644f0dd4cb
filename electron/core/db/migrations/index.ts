import type { Migration } from 'kysely/migration';
import { officeAndCases } from './0010-office-and-cases.ts';

/** Frozen once released. Numbered by tens, so that a mend can go between. */
export const migrations: Record<string, Migration> = {
  '0010-office-and-cases': officeAndCases,
};
