import en from '../../../../../../resources/forms/en/med-register.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/med-register.json' with { type: 'json' };
import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import {
  mediationIntakeTopic,
  mediationTopic,
} from '../../../../../../shared/features/documents/particulars/mediation.ts';
import type { Block, Inline } from '../../../../../paper/model/blocks.ts';
import { claimSentence, totalAmount } from '../arb-application/claims.ts';
import { defineForm } from '../definition.ts';
import { askedWords } from '../kit/asked.ts';
import { type Content, type Draft, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { eventDay } from '../kit/events.ts';
import { ordinal } from '../kit/format.ts';
import { formTable, handSigned, issued } from '../kit/institution.ts';
import { isCollective, needsRoster, plain } from '../kit/paper.ts';
import { momentText, readTopic } from '../kit/particulars.ts';
import { applicantName, applicantNames, partyName, respondentName, subjectName } from '../kit/parties.ts';
import { warnAfter } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';

type Words = typeof zh;

/** Lines in one cell. */
const lines = (parts: readonly Content[]): Content => joined(parts, '\n');

function workers(facts: FilingFacts, words: Words, draft: Draft): Content {
  if (facts.applicants.length === 0) return draft.gap('applicants', 'applicants');
  if (needsRoster(facts)) return fill(words.inRoster, { names: applicantNames(facts, draft) });
  return lines(
    facts.applicants.map((a, i) => {
      const subject = subjectName(draft.common, 'applicant', a.name, i);
      return fill(words.person, {
        name: applicantName(a, i, draft),
        id: fill(words.idNumber, {
          value: draft.need(`applicants.${i}.idNumber`, a.idNumber, 'idNumber', { subject, widthEm: 11 }),
        }),
        phone: draft.need(`applicants.${i}.phone`, a.phone, 'phone', { subject }),
      });
    }),
  );
}

function units(facts: FilingFacts, words: Words, draft: Draft): Content {
  if (facts.respondents.length === 0) return draft.gap('respondents', 'respondents');
  return lines(
    facts.respondents.map(({ party }, i) => {
      const subject = subjectName(draft.common, 'respondent', partyName(party), i);
      const unit = party.kind === 'organisation';
      const path = `respondents.${i}.party.${party.kind}`;
      const phone = unit ? party.organisation.phone : party.person.phone;
      const id = unit
        ? fill(words.uscc, {
            value: draft.need(`${path}.uscc`, party.organisation.uscc, 'uscc', { subject, widthEm: 11 }),
          })
        : fill(words.idNumber, {
            value: draft.need(`${path}.idNumber`, party.person.idNumber, 'idNumber', {
              subject,
              widthEm: 11,
            }),
          });
      return fill(words.person, {
        name: respondentName(facts, i, draft),
        id,
        phone: draft.need(`${path}.phone`, phone, 'phone', { subject }),
      });
    }),
  );
}

/** 调解受理登记表 (人民调解法 art. 27), kept with the record and the agreement; it feeds the returns. */
export const medRegister = defineForm({
  id: 'med-register',
  number: 21,
  track: 'mediation',
  stage: 'intake',
  issuer: 'committee',
  scope: 'case',
  requiredFacts: [
    'applicants.*.name',
    'applicants.*.idNumber',
    'applicants.*.phone',
    ...['name', 'uscc', 'phone'].map((name) => `respondents.*.party.organisation.${name}`),
    'matter.cause',
    'claims.*.amount',
    'events.mediation-applied',
    ...['organisation', 'caseNumber', 'mediators', 'sessions'].map((key) => `particulars.mediation.${key}`),
    ...['source', 'industry', 'size', 'ownership', 'wishes', 'decision'].map(
      (key) => `particulars.mediation-intake.${key}`,
    ),
  ],
  topics: [mediationTopic, mediationIntakeTopic],
  status: { basis: ['law'], form: ['memory'] },
  copies: () => ({ tribunal: 1, opponents: 0, own: 0, total: 1 }),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }) => {
    const draft = startDraft(common, language);
    const own = readTopic(draft, facts, mediationTopic);
    const intake = readTopic(draft, facts, mediationIntakeTopic);
    const { decision, wishes, decideBy } = intake.values;
    warnAfter(
      facts,
      decideBy?.due ?? null,
      'events.mediation-applied',
      'mediationDecideLate',
      draft,
      'advice',
    );
    const by = intake.show('decideBy');
    const asked = askedWords(language);
    const claims = facts.claims.map(
      (claim, i): Content => [
        ...(facts.claims.length > 1 ? text(ordinal(i + 1, language)) : []),
        ...claimSentence(facts, claim, i, asked, draft),
        ...text(common.stop),
      ],
    );
    const box = (checked: boolean, label: string): Inline[] => [
      { kind: 'checkbox', checked },
      ...text(` ${label}　`),
    ];
    const migrants = facts.applicants.filter((a) => a.isMigrant).length;
    const session = own.values.sessions[0];
    const [one, two] = unitFiles(facts)
      ? [units(facts, words, draft), workers(facts, words, draft)]
      : [workers(facts, words, draft), units(facts, words, draft)];
    const people = (n: number): Content => text(fillText(words.people, { n: String(n) }));
    const blocks: Block[] = [
      formTable([
        [
          [words.number, own.need('caseNumber', { widthEm: 8 })],
          [words.date, eventDay(facts, 'mediation-applied', draft)],
        ],
        [
          [words.source, intake.need('source')],
          [words.cause, draft.need('matter.cause', facts.matter.cause, 'cause')],
        ],
        [[words.applicant, one]],
        [[words.respondent, two]],
        [
          [words.workers, people(facts.applicants.length)],
          [words.migrants, people(migrants)],
        ],
        [
          [words.collective, text(isCollective(facts) ? common.yes : common.no)],
          [words.amount, totalAmount(facts, draft) ?? text('—')],
        ],
        [
          [words.industry, intake.need('industry')],
          [words.size, intake.need('size')],
        ],
        [[words.ownership, intake.need('ownership')]],
        [[words.asks, claims.length === 0 ? draft.gap('claims', 'claims', { widthEm: 20 }) : lines(claims)]],
        [
          [
            words.wishes,
            wishes.length === 0
              ? intake.gap('wishes', { widthEm: 20 })
              : lines(
                  wishes.map((_, i) =>
                    fill(words.wish, {
                      party: intake.needCell('wishes', i, 'party'),
                      answer: intake.needCell('wishes', i, 'answer'),
                      at: intake.needCell('wishes', i, 'at'),
                      means: intake.needCell('wishes', i, 'means'),
                    }),
                  ),
                ),
          ],
        ],
        [
          [
            words.decision,
            [
              ...box(decision === 'accept', words.accept),
              ...box(decision === 'refuse', words.refuse),
              ...(decision === null ? intake.need('decision') : []),
              ...(decision === 'refuse'
                ? fill(words.reason, { reason: intake.need('reason', { widthEm: 14 }) })
                : []),
            ],
          ],
        ],
        [
          [
            words.mediators,
            own.values.mediators.length === 0
              ? own.gap('mediators')
              : lines(
                  own.values.mediators.map((_, i) =>
                    fill(words.mediator, {
                      name: own.needCell('mediators', i, 'name'),
                      phone: own.needCell('mediators', i, 'phone'),
                    }),
                  ),
                ),
          ],
        ],
        [
          [words.first, session?.at ? text(momentText(session.at, common) ?? '') : own.gap('sessions')],
          [words.place, text(session?.place ?? '')],
        ],
        [
          [words.registrar, text(intake.values.registrar ?? '')],
          [words.approver, handSigned(words.opinion, draft)],
        ],
      ]),
      ...(by === null
        ? []
        : [plain(text(fillText(words.basis, { date: by })), { sizePt: 10.5, spaceBeforePt: 4 })]),
    ];
    return issued(facts, 'committee', draft, { title: words.title, blocks });
  },
});
