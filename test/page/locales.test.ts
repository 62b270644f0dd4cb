import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../renderer/app/locales.ts';
import { api } from '../../shared/contract/api.ts';
import { failureCodes } from '../../shared/kernel/errors.ts';
import { bearers, trackIds } from '../../shared/law/common.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Every leaf as `path → text`. English has two plural forms where Chinese has one; they count as one key. */
function leaves(texts: Texts, prefix = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (key: string, all: readonly string[]) => found.set(key, [...(found.get(key) ?? []), ...all]);
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') add(prefix + key.replace(/_(one|other)$/, ''), [value]);
    else for (const [k, all] of leaves(value, `${prefix}${key}.`)) add(k, all);
  }
  return found;
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? ''))].sort();

/** Every file of a language, also those that only the command line reads. */
function filesOf(language: string): Readonly<Record<string, Texts>> {
  const folder = path.resolve('resources/locales', language);
  return Object.fromEntries(
    fs
      .readdirSync(folder)
      .sort()
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Texts,
      ]),
  );
}
const texts = { 'zh-CN': filesOf('zh-CN'), en: filesOf('en') };
const names = Object.keys(texts['zh-CN']);

describe('the two languages', () => {
  it.each(names)('say the same things in %s', (name) => {
    const zh = leaves(texts['zh-CN'][name] ?? {});
    const en = leaves(texts.en[name] ?? {});
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, [text = '']] of zh) {
      // The form for one may leave the number out; a padded month is needed by one language only.
      const known = new Set([...placeholders(text), ...(key === 'date.month' ? ['padded'] : [])]);
      for (const other of en.get(key) ?? [])
        for (const used of placeholders(other)) expect(known, `${name}:${key}`).toContain(used);
    }
  });

  it('leave no text empty', () => {
    for (const language of [texts['zh-CN'], texts.en])
      for (const name of names)
        for (const [key, all] of leaves(language[name] ?? {}))
          for (const text of all) expect(text.trim(), `${name}:${key}`).not.toBe('');
  });

  it('have the same files, and the page reads all but those of the command line', () => {
    expect(Object.keys(texts.en)).toEqual(names);
    const all = new Set(names);
    for (const language of [locales['zh-CN'], locales.en])
      expect(new Set([...Object.keys(language), 'cli'])).toEqual(all);
  });
});

/** Codes that a schema or the core gives as the message of a bad field. */
function issueCodes(): Set<string> {
  const patterns = [
    /\.(?:min|max|int|regex|refine|check|length)\((?:[^()']|\([^()]*\))*'(required|[a-z]+(?:-[a-z]+)+)'\)/g,
    /fieldError\([^,]+,\s*'([a-z-]+)'/g,
    /code: '([a-z]+(?:-[a-z]+)*)'\s*\}\]/g,
  ];
  const files = fs
    .globSync([
      'shared/contract/*.ts',
      'shared/kernel/*.ts',
      'shared/features/*/*.contract.ts',
      'shared/features/cases/*.ts',
      'shared/law/input.ts',
      'shared/law/rules/due.ts',
      'electron/core/features/*/*.ts',
    ])
    .map((file) => fs.readFileSync(file, 'utf8'));
  return new Set(
    files.flatMap((text) => patterns.flatMap((p) => [...text.matchAll(p)].map((m) => m[1] ?? ''))),
  );
}

describe('every failure has its sentence', () => {
  const sentences: Readonly<Record<string, string>> = locales['zh-CN'].errors;

  it.each(failureCodes)('%s', (code) => {
    expect(sentences[code]).toBeTruthy();
  });

  it('finds the codes that schemas use', () => {
    const codes = issueCodes();
    for (const known of [
      'required',
      'date-invalid',
      'amount-negative',
      'text-too-long',
      'passphrase-too-short',
    ])
      expect(codes).toContain(known);
  });

  it.each([...issueCodes()].sort())('field: %s', (code) => {
    expect(sentences[code]).toBeTruthy();
  });
});

describe('what the core names by a code has a name', () => {
  it('each act in the record', () => {
    const verbs = leaves(locales['zh-CN'].office.verb);
    for (const [name, procedure] of Object.entries(api))
      if (procedure.kind === 'mutation' && procedure.audit !== null)
        expect(verbs.has(procedure.audit), `${name}: ${procedure.audit}`).toBe(true);
  });

  it('each bearer and track of the law', () => {
    for (const bearer of bearers) expect(locales['zh-CN'].common.bearer[bearer]).toBeTruthy();
    for (const track of trackIds) expect(locales['zh-CN'].law.track[track]).toBeTruthy();
  });
});
