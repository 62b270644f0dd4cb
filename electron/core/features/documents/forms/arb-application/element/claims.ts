import type { Claim, FilingFacts } from '../../../../../../../shared/features/documents/filing-facts.ts';
import { type Content, type Draft, fill, fillText, text } from '../../kit/draft.ts';
import { claimSentence, totalAmount } from '../claims.ts';
import type { ApplicationWording } from '../index.ts';
import { type ElementRow, type ElementWording, yesNo } from './rows.ts';

export type Item = Exclude<keyof ElementWording['items'], 'total'>;

const items: readonly Item[] = [
  'wages',
  'double-wage',
  'overtime',
  'annual-leave',
  'social-insurance',
  'severance',
  'unlawful-termination',
  'other',
];

const itemOf: Readonly<Record<Exclude<Claim['kind'], 'other'>, Item>> = {
  'unpaid-wages': 'wages',
  'minimum-wage-difference': 'wages',
  'double-wage': 'double-wage',
  'overtime-pay': 'overtime',
  'annual-leave-pay': 'annual-leave',
  severance: 'severance',
  'unlawful-termination': 'unlawful-termination',
  'notice-pay': 'other',
  'confirm-relation': 'other',
  'work-injury': 'other',
};

/** The item under which the form asks for a claim. Loss of insurance benefits has no kind of its own. */
export function itemFor(claim: Claim): Item {
  if (claim.kind !== 'other') return itemOf[claim.kind];
  // Back payment itself is no claim for loss (法释〔2020〕26号 art. 1(5)).
  const loss =
    /社会保险|社保|养老保险|失业保险|医疗保险/.test(claim.text ?? '') && /损失/.test(claim.text ?? '');
  return loss ? 'social-insurance' : 'other';
}

/** 仲裁请求 item by item: 是 or 否, and for 是 the claim in words with its computation. */
export function claimRows(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const { common, language } = draft;
  const e = words.element;
  const sentences = new Map(
    facts.claims.map((claim, index): [Claim, Content] => [
      claim,
      [...claimSentence(facts, claim, index, words, draft), ...text(common.stop)],
    ]),
  );
  const rows = items.map((item): ElementRow => {
    const claims = facts.claims.filter((claim) => itemFor(claim) === item);
    const lines = claims.flatMap((claim, n): Content[] => {
      const number = claims.length > 1 ? fillText(e.numbered, { n: String(n + 1) }) : '';
      const line = claim.working?.[language === 'en' ? 'en' : 'zh'];
      return [
        [...text(`${e.detail}${number}`), ...(sentences.get(claim) ?? [])],
        ...(line === undefined ? [] : [fill(words.working, { line })]),
      ];
    });
    return { label: e.items[item], lines: [yesNo(claims.length > 0, e), ...lines] };
  });
  const total =
    facts.claims.length === 0
      ? draft.gap('claims', 'claims', { widthEm: 20 })
      : (totalAmount(facts, draft) ?? text(e.none));
  return [...rows, { label: e.items.total, lines: [total] }];
}
