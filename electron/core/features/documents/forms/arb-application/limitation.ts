import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { minDate } from '../../../../../../shared/kernel/date.ts';
import type { Paragraph } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, fill, opened, text } from '../kit/draft.ts';
import { citations, longDate } from '../kit/format.ts';
import { needsRoster, ownText, prose, rosterTitle } from '../kit/paper.ts';
import { unitFiles } from '../kit/sides.ts';
import { isRemuneration } from '../kit/sums.ts';
import type { ApplicationWording } from './index.ts';
import { employerWord, workerWord } from './narrative.ts';

/**
 * 时效: why the claims are in time (劳动争议调解仲裁法 art. 27). Pay while employed is free of the year (para. 4);
 * other claims run from knowledge (para. 1); demands interrupt (para. 2). Silent where nothing is known.
 */
export function limitationBlocks(facts: FilingFacts, words: ApplicationWording, draft: Draft): Paragraph[] {
  const { limitation } = facts;
  const { common } = draft;
  if (limitation.lastFilingDay && facts.preparedOn && facts.preparedOn > limitation.lastFilingDay) {
    draft.warn('limitation.lastFilingDay', 'rule', 'advice', 'limitation', {
      date: longDate(limitation.lastFilingDay, common),
    });
  }
  if (limitation.text !== null) return ownText(limitation.text);
  const paragraphs = [
    ...relationParagraphs(facts, words, draft),
    ...knownAndInterrupted(facts, words, draft),
  ];
  if (paragraphs.length === 0) {
    draft.warn('limitation.knownOn', 'rule', 'advice', 'limitationUnknown');
  }
  return paragraphs.map((content) => prose(opened(content)));
}

function law(words: ApplicationWording, paragraph: 1 | 2 | 4, draft: Draft): Content {
  return citations([{ law: words.limitationLaw, article: `27(${paragraph})` }], draft.common);
}

function relationParagraphs(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  if (!facts.claims.some(isRemuneration)) return [];
  const { common } = draft;
  const law4 = law(words, 4, draft);
  const employer = employerWord(facts, words, draft);
  if (needsRoster(facts)) {
    const worker = words.limitationText.group;
    if (facts.applicants.every((a) => a.job.endKind === 'ongoing')) {
      return [fill(words.limitationText.ongoing, { worker, employer, law4 })];
    }
    const ends = facts.applicants.flatMap((a) => (a.job.end === null ? [] : [a.job.end]));
    const first = ends[0];
    if (first === undefined) return [];
    return [
      fill(words.limitationText.groupEnded, {
        date: longDate(ends.reduce(minDate, first), common),
        roster: rosterTitle(facts, words),
        employer,
        law4,
      }),
    ];
  }
  return facts.applicants.flatMap(({ job }, i) => {
    const worker = workerWord(facts, i, words, draft);
    if (job.endKind === 'ongoing') return [fill(words.limitationText.ongoing, { worker, employer, law4 })];
    if (job.end === null) return [];
    return [fill(words.limitationText.ended, { worker, employer, date: longDate(job.end, common), law4 })];
  });
}

function knownAndInterrupted(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  // The applicant, whoever files; several workers speak as 各申请人.
  const worker = needsRoster(facts) && !unitFiles(facts) ? words.limitationText.group : words.worker;
  const out: Content[] = [];
  const { knownOn } = facts.limitation;
  if (knownOn !== null) {
    out.push(
      fill(words.limitationText.known, {
        worker,
        date: longDate(knownOn, common),
        law1: law(words, 1, draft),
      }),
    );
  }
  const dates = facts.demands.flatMap((d) => (d.date === null ? [] : [longDate(d.date, common)]));
  if (dates.length > 0) {
    const template =
      dates.length > 1 ? words.limitationText.interrupted : words.limitationText.interruptedOnce;
    out.push(
      fill(template, { dates: text(dates.join(common.listComma)), worker, law2: law(words, 2, draft) }),
    );
  }
  return out;
}
