import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { maskNumber, maskPhone } from '../../../shared/features/people/mask.ts';
import { type Fen, formatYuan } from '../../../shared/kernel/money.ts';

import type { Difference } from './three-way.ts';

/** How a field of a form is called and its value read, in the words of the form. */
export interface FieldWord {
  readonly label: string;
  /** Null: the usual reading. */
  readonly text?: ((value: never) => string | null) | undefined;
  /** What names a row, where the field is a list whose rows are told apart. */
  readonly row?: ((row: never) => string) | undefined;
  /** A text of which the two versions can both be kept, one after the other. */
  readonly both?: boolean | undefined;
}

/** Path in dot form → words. */
export type FieldWords = Readonly<Record<string, FieldWord>>;

/** Of a form that gives all its words itself. */
export const noWords: ReadonlyMap<string, FieldWord> = new Map();

const Told = createContext<Map<string, FieldWord> | null>(null);
export const ToldWords = Told.Provider;

/** A field tells its form what it is called, for the day when two versions of it must be shown side by side. */
export function useTellWords(path: string, word: FieldWord): void {
  const told = useContext(Told);
  useEffect(() => {
    told?.set(path, word);
  });
}

const sensitive: Readonly<Record<string, (value: string) => string | null>> = {
  idNumber: maskNumber,
  bankAccount: maskNumber,
  phone: maskPhone,
  phones: maskPhone,
  guardianPhone: maskPhone,
};

/** Whether a field is shown in part only until somebody asks. */
export const isSensitive = (path: readonly string[]): boolean => (path.at(-1) ?? '') in sensitive;

export interface Reader {
  label(path: readonly string[], ...rows: readonly unknown[]): string;
  /** The first few of many, by name. */
  labels(fields: readonly Difference[]): string;
  text(path: readonly string[], value: unknown, plain: boolean): string;
  /** Whether both versions may be kept. */
  both(path: readonly string[]): boolean;
}

/** Reads paths and values of a form in its own words. */
export function useReader(told: ReadonlyMap<string, FieldWord>, words: FieldWords): Reader {
  const { t } = useTranslation('versions');
  const find = (path: readonly string[]): { word: FieldWord; rest: readonly string[] } | null => {
    for (let n = path.length; n >= 0; n--) {
      const at = path.slice(0, n).join('.');
      const word = words[at] ?? told.get(at);
      if (word) return { word, rest: path.slice(n) };
    }
    return null;
  };
  const read = (key: string, value: unknown, plain: boolean): string => {
    if (value === null || value === undefined || value === '') return t('blank');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return key.endsWith('Fen') ? formatYuan(value as Fen) : String(value);
    if (typeof value === 'string') return (plain ? null : sensitive[key]?.(value)) ?? value;
    if (Array.isArray(value))
      return value.length === 0
        ? t('blank')
        : value
            .map((v) => read(key, v, plain))
            .join(value.some((v) => typeof v === 'object') ? '\n' : t('comma'));
    return Object.entries(value)
      .filter(([k, v]) => k !== 'key' && v !== null && v !== '' && v !== undefined && !isEmptyList(v))
      .map(([k, v]) => read(k, v, plain))
      .join(' · ');
  };
  const label: Reader['label'] = (path, ...rows) => {
    const found = find(path);
    if (!found) return path.join(' ');
    const { word, rest } = found;
    const row = rows.find((r) => r !== undefined && r !== null);
    if (rest.length === 0) return word.label;
    return `${word.label} · ${(row === undefined ? null : word.row?.(row as never)) ?? rest.join(' ')}`;
  };
  return {
    label,
    both: (path) => find(path)?.word.both ?? false,
    labels(fields) {
      const names = [...new Set(fields.map((f) => label(f.path, f.theirs, f.base)))];
      const listed = names.slice(0, namedAtMost).join(t('comma'));
      return names.length > namedAtMost ? t('andMore', { fields: listed, count: names.length }) : listed;
    },
    text(path, value, plain) {
      const found = find(path);
      if (value === undefined && found && found.rest.length > 0) return t('removed');
      const hidden = isSensitive(path) && !plain;
      const own = hidden || value === null || value === undefined ? null : found?.word.text?.(value as never);
      return own || read(path.at(-1) ?? '', value, plain);
    },
  };
}

const namedAtMost = 8;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
