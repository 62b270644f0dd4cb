import type { Envelope } from '../../../shared/contract/wire.ts';

/** The outer form of a call that came over a border; the pipeline checks the input itself. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as Partial<Record<keyof Envelope, unknown>>;
  return isShortText(id) && isShortText(name);
}

const isShortText = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= 100;
