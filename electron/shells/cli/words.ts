import fs from 'node:fs';
import path from 'node:path';
import type { Bilingual } from './command.ts';
import type { Locale } from './language.ts';

/** The program's sentences in one language. */
export interface Words {
  say(zh: string, en: string): string;
  of(text: Bilingual): string;
  /** A text of `locales/<locale>/<file>.json` by its dotted key, placeholders filled in; the key's end if there is none. */
  label(file: string, key: string, params?: Readonly<Record<string, unknown>>): string;
  /** A table of texts, such as `import` for the problems of a roster. */
  table(file: string): Readonly<Record<string, string>>;
}

export function wordsOf(resources: string, locale: Locale): Words {
  const files = new Map<string, unknown>();
  const read = (name: string): unknown => {
    if (!files.has(name)) {
      const file = path.join(resources, 'locales', locale, `${name}.json`);
      files.set(name, JSON.parse(fs.readFileSync(file, 'utf8')));
    }
    return files.get(name);
  };
  const say = (zh: string, en: string): string => (locale === 'en' ? en : zh);
  return {
    say,
    of: ({ zh, en }) => say(zh, en),
    label(file, key, params = {}) {
      let found = read(file);
      for (const part of key.split('.'))
        found =
          typeof found === 'object' && found !== null
            ? Object.entries(found).find(([k]) => k === part)?.[1]
            : null;
      if (typeof found !== 'string') return key.split('.').at(-1) ?? key;
      return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
    },
    table: (file) => read(file) as Readonly<Record<string, string>>,
  };
}
