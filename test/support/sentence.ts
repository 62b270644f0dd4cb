import { locales } from '../../renderer/app/locales.ts';
import { type Failure, sentenceKeys } from '../../shared/kernel/errors.ts';

/** What a person reads of a failure, its placeholders unfilled. */
export function sentence(failure: Failure, language: 'zh-CN' | 'en'): string {
  const table: Readonly<Record<string, string>> = locales[language].errors;
  return sentenceKeys(failure).flatMap((key) => table[key] ?? [])[0] ?? '';
}
