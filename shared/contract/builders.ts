import type { z } from 'zod';

/** What an actor may be allowed to do. A procedure names exactly one. */
export type Permission =
  | 'none'
  | 'office.admin'
  | 'office.read'
  | 'case.read'
  | 'case.write'
  | 'document.make'
  | 'people.read'
  | 'people.write'
  | 'people.merge'
  /** To see an ID number, a phone or an account in full outside a case; each time is recorded. */
  | 'people.reveal'
  | 'enquiry.write'
  /** To read the conflict checks that others have made. */
  | 'conflict.read'
  | 'law.use';

/** Who may call: before an office is open, or only with an unlocked session. */
type Access = 'public' | 'session';

interface ProcedureBase<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly access: Access;
  readonly permission: Permission;
  /**
   * `office`: upkeep of the office as a whole, whose answer says nothing of a case; it works on everything, also for
   * somebody who sees only what is assigned to them.
   */
  readonly reach?: 'office';
}

/** Reads only; its handler gets a read-only handle. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<I, O> {
  readonly kind: 'query';
}

/** Changes the record; runs in one transaction and writes `audit` into the record. */
export interface Mutation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<I, O> {
  readonly kind: 'mutation';
  /** Verb of the record entry; null only where nothing of the record changes (a form draft). */
  readonly audit: string | null;
}

/**
 * Acts outside the database's transaction: opens or closes an office, reads a chosen file. What it must record, it
 * records by itself.
 */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<I, O> {
  readonly kind: 'command';
}

export type Procedure = Query | Mutation | Command;
export type Contract = Readonly<Record<string, Procedure>>;

export function query<I extends z.ZodType, O extends z.ZodType>(def: {
  input: I;
  output: O;
  permission: Permission;
  reach?: 'office';
}): Query<I, O> {
  return { kind: 'query', access: 'session', ...def };
}

export function mutation<I extends z.ZodType, O extends z.ZodType>(def: {
  input: I;
  output: O;
  permission: Permission;
  audit: string | null;
  reach?: 'office';
}): Mutation<I, O> {
  return { kind: 'mutation', access: 'session', ...def };
}

export function command<I extends z.ZodType, O extends z.ZodType>(def: {
  input: I;
  output: O;
  permission: Permission;
  access?: Access;
  reach?: 'office';
}): Command<I, O> {
  return { kind: 'command', access: 'session', ...def };
}

/** What a caller passes (before defaults) and what a handler receives (after them). */
export type InputOf<P extends Procedure> = z.input<P['input']>;
export type ParsedOf<P extends Procedure> = z.output<P['input']>;
export type OutputOf<P extends Procedure> = z.output<P['output']>;
