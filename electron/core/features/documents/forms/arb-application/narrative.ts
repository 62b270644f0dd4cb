import type {
  Applicant,
  Citation,
  FilingFacts,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { maxDate, minDate, type PlainDate } from '../../../../../../shared/kernel/date.ts';
import type { Fen } from '../../../../../../shared/kernel/money.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, fillText, joined, opened, text } from '../kit/draft.ts';
import { citations, jobRate, longDate, moneyInWords, subordinal } from '../kit/format.ts';
import { needsRoster, ownText, prose, rosterTitle } from '../kit/paper.ts';
import {
  applicantName,
  applicantNames,
  employerIndex,
  respondentName,
  sentence,
  subjectName,
} from '../kit/parties.ts';
import { unitFiles } from '../kit/sides.ts';
import { arrearsOf, arrearsTotal } from '../kit/sums.ts';
import type { ApplicationWording } from './index.ts';

/** 申请人 for one, 申请人张某 among several. */
export function workerWord(
  facts: FilingFacts,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): Content {
  const applicant = facts.applicants[index];
  if (!applicant || facts.applicants.length === 1) return text(words.worker);
  return fill(draft.common.role.named, {
    role: words.worker,
    name: applicantName(applicant, index, draft),
  });
}

/** 被申请人 while there is one; among several the employer by name, because only it is party to the employment. */
export function employerWord(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content {
  if (facts.respondents.length <= 1) return text(words.payer);
  return fill(words.payerNamed, { name: respondentName(facts, employerIndex(facts.respondents), draft) });
}

export function subjectOf(applicant: Applicant, index: number, draft: Draft): string {
  return subjectName(draft.common, 'applicant', applicant.name, index);
}

/** Earliest and latest of the dates that are known. */
function span(dates: readonly (PlainDate | null)[]): { from: PlainDate; to: PlainDate } | null {
  const known = dates.filter((date) => date !== null);
  const first = known[0];
  if (first === undefined) return null;
  return { from: known.reduce(minDate, first), to: known.reduce(maxDate, first) };
}

function place(facts: FilingFacts, site: Content, words: ApplicationWording, draft: Draft): Content {
  const name = respondentName(facts, employerIndex(facts.respondents), draft);
  const project = facts.project?.name ?? null;
  return project === null
    ? fill(words.relation.atSite, { name, site })
    : fill(words.relation.onProject, { name, project, site });
}

function oneRelation(facts: FilingFacts, index: number, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const { job } = applicant;
  const path = `applicants.${index}.job`;
  const subject = subjectOf(applicant, index, draft);
  const worker = workerWord(facts, index, words, draft);
  const need = draft.need;
  const clauses: Content[] = [
    fill(words.relation.hired, {
      worker,
      start: need(`${path}.start`, job.start && longDate(job.start, common), 'jobStart', { subject }),
      recruiter: need(`${path}.recruiter`, job.recruiter, 'recruiter', { subject, widthEm: 6 }),
      place: place(
        facts,
        need(`${path}.site`, job.site ?? facts.project?.site ?? null, 'jobSite', { subject, widthEm: 12 }),
        words,
        draft,
      ),
      post: need(`${path}.post`, job.post, 'post', { subject, widthEm: 6 }),
    }),
    job.contract
      ? fill(words.relation.contract[job.contract], { worker, employer: employerWord(facts, words, draft) })
      : draft.gap(`${path}.contract`, 'contract', { subject, widthEm: 12 }),
    fill(words.relation.wage, { rate: rate(applicant, index, draft) }),
    payDay(applicant, index, words, draft),
  ];
  const out = [sentence(clauses, common)];
  if (applicant.isMigrant === true) out.push(sentence([fill(words.relation.migrant, { worker })], common));
  return [joined(out.map(opened), common.sentenceGap)];
}

export function rate(applicant: Applicant, index: number, draft: Draft): Content {
  const { job } = applicant;
  const missing = job.wageForm === null ? 'wageForm' : 'wageRate';
  return draft.need(`applicants.${index}.job.${missing}`, jobRate(job, draft.common, 'rate'), missing, {
    subject: subjectOf(applicant, index, draft),
  });
}

function payDay(applicant: Applicant, index: number, words: ApplicationWording, draft: Draft): Content {
  const { payTerms, payDay: day } = applicant.job;
  if (payTerms === null && day !== null) return fill(words.relation.payDay, { day: String(day) });
  return fill(words.relation.payTerms, { terms: payTermsOf(applicant, index, '', draft) });
}

/** 发薪时间: the terms as recorded, else the day of the month put into `dayWords`, else a gap. */
export function payTermsOf(applicant: Applicant, index: number, dayWords: string, draft: Draft): Content {
  const { payTerms, payDay: day } = applicant.job;
  if (payTerms !== null) return text(payTerms);
  if (day !== null) return fill(dayWords, { day: String(day) });
  return draft.gap(`applicants.${index}.job.payDay`, 'payTerms', {
    subject: subjectOf(applicant, index, draft),
  });
}

export function groupRelation(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  const first = facts.applicants[0];
  const days = span(facts.applicants.map((a) => a.job.start));
  const site = draft.need(
    'applicants.0.job.site',
    first?.job.site ?? facts.project?.site ?? null,
    'jobSite',
    { widthEm: 12 },
  );
  const roster = rosterTitle(facts, words);
  const shared = { names: applicantNames(facts, draft), place: place(facts, site, words, draft), roster };
  const missing = Math.max(
    0,
    facts.applicants.findIndex((a) => a.job.start === null),
  );
  const from = draft.need(`applicants.${missing}.job.start`, days && longDate(days.from, common), 'jobStart');
  const out = [
    days && days.from !== days.to
      ? fill(words.relation.group, { ...shared, from, to: longDate(days.to, common) })
      : fill(words.relation.groupSameDay, { ...shared, from }),
  ];
  if (facts.applicants.every((a) => a.isMigrant === true)) {
    out.push(sentence([text(words.relation.groupMigrant)], common));
  }
  return [joined(out.map(opened), common.sentenceGap)];
}

/** 建设单位为…，施工总承包单位为…: names the chain once, so that the footing of each respondent is plain. */
export function chain(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { project } = facts;
  if (!project) return [];
  const roles = [
    ['developer', project.owner],
    ['general-contractor', project.generalContractor],
    ['subcontractor', project.subcontractor],
    ['foreman', project.teamLeader],
  ] as const;
  const parts = roles.flatMap(([role, name]) =>
    name === null ? [] : [fill(words.relation.chainPart, { role: draft.common.capacity[role], name })],
  );
  if (parts.length === 0) return [];
  const list = joined(parts, draft.common.comma);
  return [sentence([fill(words.relation.projectChain, { parts: list })], draft.common)];
}

/** Whether the papers of this case speak of unpaid wages at all. */
export function hasArrears(facts: FilingFacts): boolean {
  return (
    facts.claims.some((c) => c.kind === 'unpaid-wages') ||
    facts.applicants.some((a) => a.arrears.rows.length > 0)
  );
}

export function arrearsPeriod(applicants: readonly Applicant[], draft: Draft, index: number): Content {
  const { common } = draft;
  const from = span(applicants.map((a) => a.arrears.from))?.from ?? null;
  const to = span(applicants.map((a) => a.arrears.to))?.to ?? null;
  const first = applicants[0];
  const subject = first ? { subject: subjectOf(first, index, draft) } : {};
  return fill(common.period, {
    from: draft.need(
      `applicants.${index}.arrears.from`,
      from && longDate(from, common),
      'arrearsFrom',
      subject,
    ),
    to: draft.need(`applicants.${index}.arrears.to`, to && longDate(to, common), 'arrearsTo', subject),
  });
}

export function owedText(amount: Fen | null, path: string, draft: Draft, subject?: string): Content {
  if (amount !== null) return text(moneyInWords(amount, draft.common));
  const gap = draft.gap(path, 'arrearsTotal', { ...(subject ? { subject } : {}) });
  return fill(draft.common.money, { amount: gap });
}

/** Path of the first figure that keeps a total from being known. */
function missingArrears(facts: FilingFacts): string {
  for (const [i, { arrears }] of facts.applicants.entries()) {
    const row = arrears.rows.findIndex((r) => r.owed === null);
    if (row >= 0) return `applicants.${i}.arrears.rows.${row}.owed`;
    if (arrears.rows.length === 0 && arrears.total === null) return `applicants.${i}.arrears.total`;
  }
  return 'totals.arrears';
}

export function performance(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  if (needsRoster(facts)) {
    if (!hasArrears(facts)) return [text(words.groupNoArrears)];
    return [
      fill(words.groupPerformance, {
        period: arrearsPeriod(facts.applicants, draft, 0),
        amount: owedText(arrearsTotal(facts, draft), missingArrears(facts), draft),
        roster: rosterTitle(facts, words),
      }),
    ];
  }
  return facts.applicants.map((applicant, i) => {
    const worker = workerWord(facts, i, words, draft);
    if (!hasArrears(facts)) return fill(words.noArrears, { worker });
    const row = applicant.arrears.rows.findIndex((r) => r.owed === null);
    const path = row < 0 ? `applicants.${i}.arrears.total` : `applicants.${i}.arrears.rows.${row}.owed`;
    return fill(words.performance, {
      worker,
      period: arrearsPeriod([applicant], draft, i),
      amount: owedText(arrearsOf(applicant, i, draft), path, draft, subjectOf(applicant, i, draft)),
    });
  });
}

export function demands(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  if (facts.demands.length === 0) return [];
  const { common } = draft;
  const claimed = hasArrears(facts) && !unitFiles(facts) ? 'one' : 'right';
  const sentences = facts.demands.map((demand, i) => {
    const path = `demands.${i}`;
    const date = draft.need(`${path}.date`, demand.date && longDate(demand.date, common), 'demandDate');
    const main =
      demand.kind === 'promise'
        ? fill(words.demand.promise, {
            date,
            to: draft.need(`${path}.to`, demand.to, 'promiseBy', { widthEm: 6 }),
            method: demand.method === null ? '' : fill(words.demand.promiseBy, { method: demand.method }),
          })
        : fill(demand.kind === 'complaint' ? words.demand.complaint : words.demand[claimed], {
            date,
            worker: words.worker,
            method: draft.need(`${path}.method`, demand.method, 'demandMethod', { widthEm: 5 }),
            to: draft.need(
              `${path}.to`,
              demand.to,
              demand.kind === 'complaint' ? 'complaintTo' : 'demandTo',
              {
                widthEm: 6,
              },
            ),
          });
    const whole =
      demand.outcome === null ? main : fill(words.demand.outcome, { demand: main, outcome: demand.outcome });
    return sentence([whole], common);
  });
  const unpaid = unitFiles(facts) ? [] : [text(words.demand.unpaid)];
  return [joined([...sentences, ...unpaid], common.sentenceGap)];
}

function oneEnd(facts: FilingFacts, index: number, words: ApplicationWording, draft: Draft): Content {
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const { job } = applicant;
  const subject = subjectOf(applicant, index, draft);
  const path = `applicants.${index}.job`;
  const worker = workerWord(facts, index, words, draft);
  if (job.endKind === null) {
    const kind = draft.gap(`${path}.endKind`, 'jobEndKind', { subject, widthEm: 16 });
    if (job.end === null) return sentence([kind], draft.common);
    return fill(words.end.kindUnknown, { worker, date: longDate(job.end, draft.common), kind });
  }
  if (job.endKind === 'ongoing') return fill(words.end.ongoing, { worker });
  const reason = job.endReason === null ? '' : fillText(words.end.reason, { text: job.endReason });
  const date = draft.need(`${path}.end`, job.end && longDate(job.end, draft.common), 'jobEnd', { subject });
  return fill(words.end[job.endKind], { worker, date, reason, employer: employerWord(facts, words, draft) });
}

export function ends(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  if (!needsRoster(facts)) return facts.applicants.map((_, i) => oneEnd(facts, i, words, draft));
  if (facts.applicants.every((a) => a.job.endKind === 'ongoing')) return [text(words.end.groupOngoing)];
  return [fill(words.end.group, { roster: rosterTitle(facts, words) })];
}

/** Articles that carry the claims, from the wording's table and from what the record adds; each once. */
function groundsOf(facts: FilingFacts, words: ApplicationWording): Citation[] {
  const { basis } = words;
  const kinds = new Set(facts.claims.map((c) => c.kind));
  const list: Citation[] = [];
  const add = (condition: boolean, items: readonly Citation[]): void => {
    if (condition) list.push(...items);
  };
  const pay = kinds.has('unpaid-wages') || kinds.has('overtime-pay') || kinds.has('minimum-wage-difference');
  add(pay, basis.wages);
  add(kinds.has('overtime-pay'), basis.overtime);
  add(kinds.has('confirm-relation'), basis['confirm-relation']);
  add(kinds.has('double-wage'), basis['double-wage']);
  add(
    kinds.has('severance') && facts.applicants.some((a) => a.job.endKind === 'left-for-arrears'),
    basis['left-for-arrears'],
  );
  add(kinds.has('severance'), basis.severance);
  add(kinds.has('unlawful-termination'), basis['unlawful-termination']);
  add(kinds.has('notice-pay'), basis['notice-pay']);
  add(pay && facts.applicants.some((a) => a.isMigrant === true), basis.migrant);
  for (const claim of facts.claims) list.push(...claim.articles);
  return list;
}

/** Why each further respondent answers, with its articles. */
function footingReasons(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  return facts.respondents.flatMap((respondent, index) => {
    const kind = respondent.footing?.kind ?? null;
    if (kind === null || kind === 'primary' || respondent.capacity === null) return [];
    const reason = fill(words.footingReason[kind], {
      name: respondentName(facts, index, draft),
      capacity: draft.common.capacity[respondent.capacity],
    });
    const own = respondent.footing?.articles ?? [];
    const usual: readonly Citation[] = kind === 'pays-first' || kind === 'advances' ? words.basis[kind] : [];
    const articles = own.length > 0 ? own : usual;
    return [
      articles.length === 0
        ? reason
        : fill(words.footingWithArticles, { reason, articles: citations(articles, draft.common) }),
    ];
  });
}

export function grounds(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  const reasons = footingReasons(facts, words, draft);
  const list = groundsOf(facts, words);
  const template = facts.claims.some((c) => c.kind !== 'confirm-relation')
    ? words.grounds
    : words.groundsRelation;
  const sentences = [
    ...(list.length > 0
      ? [fill(template, { articles: citations(list, common), employer: employerWord(facts, words, draft) })]
      : []),
    ...reasons.map((reason) => sentence([reason], common)),
  ];
  return sentences.length > 0 ? [joined(sentences, common.sentenceGap)] : [];
}

/** 事实与理由: each part generated from the facts unless the user wrote it. */
export function narrativeBlocks(facts: FilingFacts, words: ApplicationWording, draft: Draft): Block[] {
  const { narrative } = facts;
  const generatedRelation = (): Content[] => [
    ...(needsRoster(facts)
      ? groupRelation(facts, words, draft)
      : facts.applicants.flatMap((_, i) => oneRelation(facts, i, words, draft))),
    ...chain(facts, words, draft),
  ];
  const computation = facts.applicants.some((a) => a.arrears.rows.length > 0)
    ? [text(words.computation)]
    : facts.claims.some((c) => c.working !== null)
      ? [text(words.computationPlain)]
      : [];
  const parts: readonly (readonly [string | null, () => readonly Content[]])[] = [
    [narrative.relation, generatedRelation],
    [narrative.performance, () => performance(facts, words, draft)],
    [narrative.demands, () => demands(facts, words, draft)],
    [narrative.end, () => ends(facts, words, draft)],
    [narrative.computation, () => computation],
    [narrative.grounds, () => grounds(facts, words, draft)],
  ];
  const closing = fill(words.closing, { articles: citations(words.basis.procedure, draft.common) });
  let count = 0;
  return [
    ...parts.flatMap(([own, generate]): Block[] => {
      const paragraphs = own !== null ? ownText(own) : generate().map((c) => prose(opened(c)));
      const [first, ...rest] = paragraphs;
      if (!first) return [];
      count++;
      return [{ ...first, content: [...text(subordinal(count, draft.language)), ...first.content] }, ...rest];
    }),
    prose(closing),
  ];
}
