import en from '../../../../../../resources/forms/en/arb-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/arb-application.json' with { type: 'json' };
import type { Citation } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { ApplicationWording } from '../arb-application/index.ts';
import type { FormLanguage } from './wording.ts';

const application: Readonly<Record<FormLanguage, ApplicationWording>> = { 'zh-CN': zh, en };

/** The words for claims and narrative as an application for arbitration has them. */
export function applicationWords(language: FormLanguage): ApplicationWording {
  return application[language];
}

/**
 * The same words where nobody is asked to award: 请求支付 in place of 请求裁决支付.
 * @param closing the sentence in which the paper asks, with `{articles}`.
 */
export function askedWords(
  language: FormLanguage,
  closing: { readonly text: string; readonly articles: readonly Citation[] } | null = null,
): ApplicationWording {
  const words = application[language];
  const claimText = Object.fromEntries(
    Object.entries(words.claimText).map(([kind, sentence]) => [
      kind,
      sentence.replace(/^请求裁决/, '请求').replace(/^Order (\{payers\}) to pay/, '$1 to pay'),
    ]),
  ) as ApplicationWording['claimText'];
  return {
    ...words,
    claimText,
    computationPlain: words.computationPlain.replace('仲裁请求', '请求'),
    ...(closing && {
      closing: closing.text,
      basis: { ...words.basis, procedure: [...closing.articles] },
    }),
  };
}

const mediationLaw = {
  zh: '中华人民共和国劳动争议调解仲裁法',
  en: 'Labour Dispute Mediation and Arbitration Law',
};

/** An article of 劳动争议调解仲裁法. */
export const mediationArticle = (article: string): Citation => ({ law: mediationLaw, article });

const rules = {
  zh: '劳动人事争议仲裁办案规则',
  en: 'Rules for Handling Labour and Personnel Arbitration Cases',
};
const civil = { zh: '中华人民共和国民事诉讼法', en: 'Civil Procedure Law' };

/** An article of 劳动人事争议仲裁办案规则 (2017). */
export const rulesArticle = (article: string): Citation => ({ law: rules, article });

/** An article of 民事诉讼法 by its numbers of 2023. */
export const civilArticle = (article: string): Citation => ({ law: civil, article });

const interpretation = {
  zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
  en: 'SPC Interpretation (I) on Labour Disputes',
};

/** An article of 法释〔2020〕26号. */
export const interpretationArticle = (article: string): Citation => ({ law: interpretation, article });

const wages = {
  zh: '保障农民工工资支付条例',
  en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
};

/** An article of 保障农民工工资支付条例. */
export const wageArticle = (article: string): Citation => ({ law: wages, article });

const litigationFees = { zh: '诉讼费用交纳办法', en: 'Measures on the Payment of Litigation Costs' };

/** An article of 诉讼费用交纳办法. */
export const litigationFeeArticle = (article: string): Citation => ({ law: litigationFees, article });

const legalAid = { zh: '中华人民共和国法律援助法', en: 'Legal Aid Law' };

/** An article of 法律援助法. */
export const legalAidArticle = (article: string): Citation => ({ law: legalAid, article });

const inspection = { zh: '劳动保障监察条例', en: 'Regulation on Labour Security Inspection' };

/** An article of 劳动保障监察条例. */
export const inspectionArticle = (article: string): Citation => ({ law: inspection, article });

const contractLaw = { zh: '中华人民共和国劳动合同法', en: 'Labour Contract Law' };

/** An article of 劳动合同法. */
export const contractArticle = (article: string): Citation => ({ law: contractLaw, article });
