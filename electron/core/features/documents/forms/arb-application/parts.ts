import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { copiesFor } from '../kit/copies.ts';
import { blank, type Content, type Draft, fill, fillText, text } from '../kit/draft.ts';
import { handDate, isCollective, needsRoster, plain, rosterTitle } from '../kit/paper.ts';
import { applicantName, subjectName } from '../kit/parties.ts';
import { filingAgents } from '../kit/sides.ts';
import type { CommonWording } from '../kit/wording.ts';
import type { ApplicationWording } from './index.ts';

// What both layouts of the application say alike.

/**
 * Whether someone is a migrant worker decides which regulation applies, so the paper never assumes it: an open answer
 * is pointed out, once for a roster.
 */
export function checkMigrants(facts: FilingFacts, draft: Draft): void {
  const open = facts.applicants.flatMap((a, i) => (a.isMigrant === null ? [i] : []));
  const roster = needsRoster(facts);
  for (const i of roster ? open.slice(0, 1) : open) {
    const what = roster
      ? draft.common.everyApplicant
      : subjectName(draft.common, 'applicant', facts.applicants[i]?.name ?? null, i);
    draft.warn(`applicants.${i}.isMigrant`, 'rule', 'advice', 'migrantUnknown', { what });
  }
}

/** Indices of the elected representatives among the applicants. */
export function representatives(facts: FilingFacts): number[] {
  const ids = facts.representation?.applicantIds ?? [];
  return ids.map((id) => facts.applicants.findIndex((a) => a.id === id)).filter((i) => i >= 0);
}

/** A representative's identity and addresses, for those whom the roster does not describe alone. */
export function representativeLine(
  facts: FilingFacts,
  at: number,
  words: ApplicationWording,
  draft: Draft,
): Content {
  const { common } = draft;
  const person = facts.applicants[at];
  if (!person) return [];
  const path = `applicants.${at}`;
  const subject = subjectName(common, 'applicant', person.name, at);
  return [
    ...fill(words.representativeLine, {
      name: applicantName(person, at, draft),
      idType: draft.need(`${path}.idType`, person.idType && common.idType[person.idType], 'idType', {
        subject,
      }),
      idNumber: draft.need(`${path}.idNumber`, person.idNumber, 'idNumber', { subject, widthEm: 11 }),
      mailAddress: draft.need(`${path}.mailAddress`, person.mailAddress, 'mailAddress', {
        subject,
        widthEm: 14,
      }),
      phone: draft.need(`${path}.phone`, person.phone, 'phone', { subject }),
    }),
    ...text(common.stop),
  ];
}

/** 证据和证据来源、证人姓名和住所 (劳动争议调解仲裁法 art. 28): one sentence for the list, one for each witness. */
export function evidenceLines(facts: FilingFacts, words: ApplicationWording, draft: Draft): Content[] {
  const { common } = draft;
  const count = facts.evidence.length;
  const line =
    count === 0
      ? fill(words.noEvidence, { gap: draft.gap('evidence', 'evidence', { widthEm: 10 }) })
      : fill(words.evidenceLine, { count: String(count) });
  return [
    line,
    ...facts.witnesses.map((witness, i): Content => {
      const subject = subjectName(common, 'witness', witness.name, i);
      return fill(words.witness, {
        name: draft.need(`witnesses.${i}.name`, witness.name, 'witnessName', { subject, widthEm: 5 }),
        domicile: draft.need(`witnesses.${i}.domicile`, witness.domicile, 'witnessDomicile', {
          subject,
          widthEm: 14,
        }),
        phone: witness.phone === null ? '' : fillText(words.witnessPhone, { phone: witness.phone }),
        proves: witness.proves === null ? '' : fillText(words.witnessProves, { proves: witness.proves }),
      });
    }),
  ];
}

/** Who signs: each applicant, or the representatives of a group with its roster. */
export function signatureLines(
  facts: FilingFacts,
  words: ApplicationWording,
  common: CommonWording,
): Content[] {
  const line = (label: string): Content => [...text(label), blank(9)];
  const date = handDate(common);
  if (needsRoster(facts)) {
    const reps = isCollective(facts) ? [line(words.representativesSign)] : [];
    return [fill(words.rosterSign, { roster: rosterTitle(facts, words) }), ...reps, date];
  }
  const lines = facts.applicants.flatMap((applicant) => [
    line(common.signApplicant),
    ...(applicant.guardian ? [line(words.guardianSign)] : []),
  ]);
  return [...(lines.length > 0 ? lines : [line(common.signApplicant)]), date];
}

/** 附：what is handed in with the application, counted. */
export function attachments(facts: FilingFacts, words: ApplicationWording): Block[] {
  const { attachment } = words;
  const group = needsRoster(facts);
  const pages = facts.evidence.reduce((last, item) => Math.max(last, item.pageTo ?? 0), 0);
  const units = facts.respondents.filter((r) => r.party.kind === 'organisation').length;
  const schedules = facts.applicants.filter((a) => a.arrears.rows.length > 0).length;
  const items: string[] = [
    fillText(attachment.copies, { copies: String(copiesFor(facts).opponents) }),
    fillText(attachment.ids, { count: String(facts.applicants.length) }),
  ];
  if (units > 0) items.push(fillText(attachment.registration, { count: String(units) }));
  if (filingAgents(facts).length > 0) items.push(attachment.agent);
  if (group) items.push(fillText(attachment.roster, { roster: rosterTitle(facts, words) }));
  if (isCollective(facts)) items.push(attachment.rep);
  items.push(pages > 0 ? fillText(attachment.evidencePages, { pages: String(pages) }) : attachment.evidence);
  if (schedules > 0) items.push(fillText(attachment.wages, { count: String(schedules) }));
  items.push(attachment.address);
  return [
    plain(text(words.attachments), { indentEm: 2, sizePt: 10.5, spaceBeforePt: 6, keepWithNext: true }),
    ...items.map((item, i) => plain(text(`${i + 1}. ${item}`), { leftEm: 2, sizePt: 10.5 })),
  ];
}
