import type { FormLanguage } from './wording.ts';

/** 案由 as the application and its courtesy copy print it, by the cause of a case. */
export const causes = {
  wages: { 'zh-CN': '追索劳动报酬', en: 'recovery of labour remuneration' },
  'labour-relation': { 'zh-CN': '确认劳动关系', en: 'confirmation of the employment relationship' },
  contract: { 'zh-CN': '劳动合同', en: 'the labour contract' },
  severance: { 'zh-CN': '经济补偿', en: 'economic compensation' },
  overtime: { 'zh-CN': '加班工资', en: 'overtime pay' },
  'work-injury': { 'zh-CN': '工伤保险待遇', en: 'work-injury insurance benefits' },
  'social-insurance': { 'zh-CN': '社会保险', en: 'social insurance' },
  other: { 'zh-CN': '劳动争议', en: 'labour matters' },
} as const satisfies Readonly<Record<string, Readonly<Record<FormLanguage, string>>>>;

const english = new Map<string, string>(Object.values(causes).map((c) => [c['zh-CN'], c.en]));

/** A cause in the paper's language. What is no cause of a case stays as it was entered. */
export function causeIn(language: FormLanguage, cause: string | null): string | null {
  return language === 'en' && cause !== null ? (english.get(cause) ?? cause) : cause;
}
