import { formatYuan } from '../../../../shared/kernel/money.ts';
import {
  type Bilingual,
  type CalculationResult,
  type LegalSource,
  rmbUppercase,
} from '../../../../shared/law/index.ts';

export interface ResultWords {
  readonly pick: (text: Bilingual) => string;
  readonly title: string;
  readonly amount: string;
  readonly base: string;
  readonly method: string;
  readonly source: (source: LegalSource) => string;
  readonly status: string;
}

/** A result as plain text for a filing: amount, capitals, arithmetic, base, methods, sources, warnings. */
export function resultAsText(result: CalculationResult, words: ResultWords): string {
  const { pick } = words;
  const { amountFen } = result;
  return [
    words.title,
    ...(amountFen === null
      ? []
      : [`${words.amount}${formatYuan(amountFen)}元（${rmbUppercase(amountFen)}）`]),
    result.headline ? pick(result.headline) : '',
    ...result.lines.map(pick),
    ...(result.wageBase
      ? [`${words.base}${formatYuan(result.wageBase.amountFen)}元，${pick(result.wageBase.why)}`]
      : []),
    ...result.caps.filter((c) => c.applied).map((c) => pick(c.text)),
    ...result.methods.map(
      (m) => `${words.method}${pick(m.name)} ${m.amountFen === null ? '—' : `${formatYuan(m.amountFen)}元`}`,
    ),
    ...result.sources.map(words.source),
    words.status,
    ...result.warnings.map((w) => pick(w.text)),
  ]
    .filter(Boolean)
    .join('\n');
}
