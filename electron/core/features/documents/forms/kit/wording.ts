import commonEn from '../../../../../../resources/forms/en/common.json' with { type: 'json' };
import commonZh from '../../../../../../resources/forms/zh-CN/common.json' with { type: 'json' };

/** Languages in which every form exists; the English one is a courtesy translation. */
export const formLanguages = ['zh-CN', 'en'] as const;
export type FormLanguage = (typeof formLanguages)[number];

/** Words that all forms share. The Chinese file is the pattern: an English one with other keys does not compile. */
export type CommonWording = typeof commonZh;

export const commonWording: Readonly<Record<FormLanguage, CommonWording>> = {
  'zh-CN': commonZh,
  en: commonEn,
};

/** One form's words in one language, with the shared words. */
export interface FormWording<W> {
  readonly language: FormLanguage;
  readonly common: CommonWording;
  readonly form: W;
}

export type FieldName = keyof CommonWording['fields'];
export type RuleName = keyof CommonWording['rules'];
