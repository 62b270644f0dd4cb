import type {
  Claim,
  FilingFacts,
  FootingKind,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, fillText, joined, text } from '../kit/draft.ts';
import { longDate, money, moneyInWords } from '../kit/format.ts';
import { numbered, plain, rosterTitle } from '../kit/paper.ts';
import {
  applicantName,
  employerIndex,
  partyId,
  partyName,
  respondentName,
  subjectName,
} from '../kit/parties.ts';
import { claimedTotal, crossCheck, isMoneyClaim, isRemuneration, shareOf, sumOrNull } from '../kit/sums.ts';
import type { ApplicationWording } from './index.ts';

interface Payer {
  readonly index: number;
  readonly footing: FootingKind | null;
}

// Arts 29, 30 and 36 of the wage regulation speak of 农民工工资 alone: never of severance or double wage.
const wagesOnly: readonly FootingKind[] = ['pays-first', 'advances', 'settles'];

/** Who answers for this claim and how; respondents whose footing does not reach it are left out. */
function payersOf(facts: FilingFacts, claim: Claim): Payer[] {
  if (claim.payers) {
    return claim.payers
      .map((payer) => ({
        index: facts.respondents.findIndex((r) => partyId(r.party) === payer.respondentId),
        footing: payer.footing,
      }))
      .filter((payer) => payer.index >= 0);
  }
  const main = employerIndex(facts.respondents);
  return facts.respondents
    .map((respondent, index): Payer => {
      const own = respondent.footing?.kind ?? null;
      return { index, footing: own ?? (index === main ? 'primary' : null) };
    })
    .filter(
      ({ footing }) =>
        isRemuneration(claim) ||
        footing === null ||
        !(wagesOnly.includes(footing) || (footing === 'employer-liability' && claim.kind !== 'work-injury')),
    );
}

function named(facts: FilingFacts, index: number, words: ApplicationWording, draft: Draft): Content {
  return fill(words.payerNamed, { name: respondentName(facts, index, draft) });
}

/** 被申请人, 被申请人甲, or 被申请人甲、被申请人乙共同. */
function mainPayers(
  facts: FilingFacts,
  payers: readonly Payer[],
  words: ApplicationWording,
  draft: Draft,
): Content {
  if (facts.respondents.length <= 1) return text(words.payer);
  const owing = payers.filter((p) => p.footing === 'primary' || p.footing === 'joint');
  const list = owing.length > 0 ? owing : payers.slice(0, 1);
  const names = list.map((p) => named(facts, p.index, words, draft));
  const all = joined(names, draft.common.listComma, draft.common.listAnd);
  return list.length > 1 ? fill(words.jointly, { payers: all }) : all;
}

/** Everybody else, a clause each: …承担先行清偿责任. */
function furtherPayers(
  facts: FilingFacts,
  payers: readonly Payer[],
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  return payers.flatMap(({ index, footing }) => {
    if (footing === 'primary' || footing === 'joint') return [];
    const name = respondentName(facts, index, draft);
    if (footing !== null) return [fill(words.footing[footing], { name })];
    const party = facts.respondents[index]?.party;
    const subject = subjectName(draft.common, 'respondent', party ? partyName(party) : null, index);
    const gap = draft.gap(`respondents.${index}.footing`, 'footing', { subject, widthEm: 6 });
    return [fill(words.footing.missing, { name, footing: gap })];
  });
}

const withoutPeriod: readonly Claim['kind'][] = [
  'severance',
  'unlawful-termination',
  'notice-pay',
  'other',
  'work-injury',
];

function periodOf(facts: FilingFacts, claim: Claim, index: number, subject: string, draft: Draft): Content {
  const { common } = draft;
  if (withoutPeriod.includes(claim.kind)) return [];
  const from = draft.need(`claims.${index}.from`, claim.from && longDate(claim.from, common), 'claimFrom', {
    subject,
  });
  const open =
    claim.to === null &&
    claim.kind === 'confirm-relation' &&
    facts.applicants.every((a) => a.job.endKind === 'ongoing');
  if (open) return fill(common.periodToNow, { from });
  const to = draft.need(`claims.${index}.to`, claim.to && longDate(claim.to, common), 'claimTo', { subject });
  return fill(common.period, { from, to });
}

/** 其中张某…元、李某…元; more than three workers are sent to the roster. */
function sharesOf(
  facts: FilingFacts,
  claim: Claim,
  index: number,
  subject: string,
  words: ApplicationWording,
  draft: Draft,
): Content | null {
  const { common } = draft;
  if (facts.applicants.length < 2 || !isMoneyClaim(claim)) return null;
  const shares = facts.applicants.map((applicant) => shareOf(facts, claim, applicant));
  crossCheck(
    `claims.${index}.amount`,
    claim.amount,
    sumOrNull(shares),
    fillText(common.sums.claimShares, { n: String(index + 1) }),
    draft,
  );
  if (facts.applicants.length > 3) {
    return fill(words.sharesInRoster, { roster: rosterTitle(facts, words) });
  }
  if (shares.some((share) => share === null)) {
    const gap = draft.gap(`claims.${index}.shares`, 'claimShares', { subject, widthEm: 12 });
    return fill(words.shares, { list: gap });
  }
  // One holder's part is the whole amount: nothing to divide.
  if (holders(facts, claim)?.length === 1) return null;
  const list = facts.applicants.flatMap((applicant, i) => {
    const share = shares[i];
    if (share === null || share === undefined || share === 0) return [];
    return [fill(words.share, { name: applicantName(applicant, i, draft), amount: money(share, common) })];
  });
  return fill(words.shares, { list: joined(list, common.listComma, common.listAnd) });
}

/** Applicants with a part in the claim; null when it is all of them. */
function holders(facts: FilingFacts, claim: Claim): number[] | null {
  if (facts.applicants.length > 3 || claim.shares.length === 0) return null;
  const list = facts.applicants.flatMap((a, i) => ((shareOf(facts, claim, a) ?? 0) > 0 ? [i] : []));
  return list.length === 0 || list.length === facts.applicants.length ? null : list;
}

/** 申请人, 3名申请人, or by name when only some of them claim. */
function claimants(facts: FilingFacts, claim: Claim, words: ApplicationWording, draft: Draft): Content {
  const { common } = draft;
  const count = facts.applicants.length;
  if (count <= 1) return text(words.worker);
  const some = holders(facts, claim);
  if (some === null) return fill(words.workers, { count: String(count) });
  const names = some.flatMap((i) => {
    const applicant = facts.applicants[i];
    return applicant ? [applicantName(applicant, i, draft)] : [];
  });
  return fill(words.workerNamed, { names: joined(names, common.listComma, common.listAnd) });
}

function checkText(claim: Claim, index: number, draft: Draft): void {
  if (claim.text === null) return;
  // 劳动争议调解仲裁法 art. 53: arbitration is free; 法释〔2020〕26号 art. 1(5): arrears of contributions are administrative.
  if (/仲裁费|仲裁费用/.test(claim.text))
    draft.warn(`claims.${index}.text`, 'rule', 'error', 'arbitrationFee');
  if (/补缴.*(社会保险|社保|养老保险)/.test(claim.text)) {
    draft.warn(`claims.${index}.text`, 'rule', 'advice', 'socialInsurance');
  }
}

/** One claim in a sentence without its full stop. */
export function claimSentence(
  facts: FilingFacts,
  claim: Claim,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content {
  const { common } = draft;
  const subject = fillText(common.role.numberedItem, { role: common.role.claim, n: String(index + 1) });
  checkText(claim, index, draft);
  const payers = payersOf(facts, claim);
  const amount = (): Content =>
    claim.amount === null
      ? fill(common.money, {
          amount: draft.gap(`claims.${index}.amount`, 'claimAmount', { subject, widthEm: 8 }),
        })
      : text(moneyInWords(claim.amount, common));
  if (claim.text !== null) return text(claim.text.replace(/[。；;.\s]+$/u, ''));
  if (claim.kind === 'other' || claim.kind === 'work-injury') {
    return fill(words.claimText[claim.kind], {
      text: draft.gap(`claims.${index}.text`, 'claimText', { subject, widthEm: 24 }),
    });
  }
  const worker = claimants(facts, claim, words, draft);
  if (claim.kind === 'confirm-relation') {
    const employer =
      facts.respondents.length > 1
        ? named(facts, employerIndex(facts.respondents), words, draft)
        : text(words.payer);
    return fill(words.claimText['confirm-relation'], {
      worker,
      employer,
      period: periodOf(facts, claim, index, subject, draft),
    });
  }
  const main = fill(words.claimText[claim.kind], {
    payers: mainPayers(facts, payers, words, draft),
    worker,
    period: periodOf(facts, claim, index, subject, draft),
    amount: amount(),
  });
  const shares = sharesOf(facts, claim, index, subject, words, draft);
  const head = shares ? joined([main, shares], common.comma) : main;
  return joined([head, ...furtherPayers(facts, payers, words, draft)], common.semicolon);
}

/** 仲裁请求, numbered, each with its working line, closed by the total of all sums. */
export function claimBlocks(facts: FilingFacts, words: ApplicationWording, draft: Draft): Block[] {
  const { common } = draft;
  if (facts.claims.length === 0) {
    return [numbered(1, draft.gap('claims', 'claims', { widthEm: 28 }), draft.language)];
  }
  const blocks: Block[] = facts.claims.flatMap((claim, index) => {
    const sentence = claimSentence(facts, claim, index, words, draft);
    const out: Block[] = [numbered(index + 1, [...sentence, ...text(common.stop)], draft.language)];
    if (claim.working) {
      const line = draft.language === 'en' ? claim.working.en : claim.working.zh;
      out.push(plain(fill(words.working, { line }), { leftEm: 2, align: 'justify', sizePt: 12 }));
    }
    return out;
  });
  const total = totalAmount(facts, draft);
  if (total) blocks.push(plain(fill(words.total, { amount: total }), { indentEm: 2, align: 'justify' }));
  return blocks;
}

/** The sum of all claims in figures and capitals; null where nobody asks for money. */
export function totalAmount(facts: FilingFacts, draft: Draft): Content | null {
  const { common } = draft;
  if (!facts.claims.some(isMoneyClaim)) return null;
  const total = claimedTotal(facts, draft);
  if (total !== null) return text(moneyInWords(total, common));
  const missing = facts.claims.findIndex((claim) => isMoneyClaim(claim) && claim.amount === null);
  return fill(common.money, {
    amount: draft.gap(`claims.${missing}.amount`, 'claimAmount', { widthEm: 8 }),
  });
}
