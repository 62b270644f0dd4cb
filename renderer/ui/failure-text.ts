import i18next, { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Failure, type FieldIssue, sentenceKeys } from '../../shared/kernel/errors.ts';
import { failureOf } from '../transport/failure.ts';

type Translate = TFunction<'errors'>;

// Codes come as data, so the compiler cannot know the key; a test proves that every code has its sentence.
const sentence = (t: Translate, codes: readonly string[], params: object): string =>
  String(t(codes as never, params as never));

/** The sentence for one bad field; an unknown code falls back to “please check this”. */
export function issueSentence(t: Translate, issue: Pick<FieldIssue, 'code' | 'params'>): string {
  return sentence(t, [issue.code, 'invalid-input'], { ...issue.params });
}

/** What happened, what was kept, what to do: the one place where a failure becomes words. */
export function failureSentence(t: Translate, failure: Failure): string {
  const first = failure.code === 'invalid-input' ? failure.issues?.[0] : undefined;
  if (first) return issueSentence(t, first);
  const { zh, en, ...details } = failure.details ?? {};
  const reason = i18next.language === 'en' ? en : zh;
  return sentence(t, [...sentenceKeys(failure), 'internal'], { ...details, reason });
}

export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return (error) => failureSentence(t, failureOf(error));
}

const builtIn: Readonly<Record<string, string>> = {
  invalid_type: 'required',
  invalid_value: 'required',
  too_small: 'required',
  too_big: 'text-too-long',
};

/** What the contract's own schema says of a form, as the core would say it. Paths in dot form. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    ...paramsOf(issue),
    // Our schemas carry codes as messages; zod's own messages are sentences.
    code: /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : (builtIn[issue.code] ?? 'invalid-input'),
  }));
}

/** What the sentence names: the issue's own facts, or the bound of a number. */
export function paramsOf(issue: z.core.$ZodIssue): Pick<FieldIssue, 'params'> {
  if (issue.code === 'custom' && issue.params) return { params: issue.params };
  return issue.code === 'too_big' ? { params: { max: Number(issue.maximum) } } : {};
}
