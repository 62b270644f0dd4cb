import en from '../../../../../../resources/forms/en/work-injury-application.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/work-injury-application.json' with { type: 'json' };
import { injuryTopic } from '../../../../../../shared/features/documents/particulars/workers.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { defineForm } from '../definition.ts';
import { blank, type Content, fill, fillText, joined, startDraft, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import { formTable } from '../kit/institution.ts';
import { finish, handDate, heading, plain, prose } from '../kit/paper.ts';
import { readTopic } from '../kit/particulars.ts';
import { applicantName, employerIndex, respondentName, subjectName } from '../kit/parties.ts';
import { warnAfter } from '../kit/request.ts';
import { unitFiles } from '../kit/sides.ts';
import type { FieldName } from '../kit/wording.ts';

/**
 * 工伤认定申请表 of one worker (工伤保险条例 arts 17–20; the form of 工伤认定办法). The opinion of the employer may stay empty:
 * it bears the burden of proof (art. 19).
 */
export const workInjuryApplication = defineForm({
  id: 'work-injury-application',
  number: 55,
  track: 'work-injury',
  stage: 'filing',
  issuer: 'party',
  scope: 'member',
  requiredFacts: [
    ...['name', 'sex', 'birth', 'idNumber', 'phone', 'mailAddress'].map((key) => `applicants.*.${key}`),
    'applicants.*.job.post',
    ...['name', 'phone', 'mailAddress'].map((key) => `respondents.*.party.organisation.${key}`),
    ...['at', 'place', 'cause', 'diagnosedOn', 'part', 'story', 'article', 'authority'].map(
      (key) => `particulars.work-injury/worker-0.${key}`,
    ),
  ],
  topics: [injuryTopic],
  status: { basis: ['law'], form: ['official-form'] },
  copies: (facts) => ({ tribunal: 1, opponents: 0, own: facts.copies.own, total: 1 + facts.copies.own }),
  applicable: (facts) =>
    facts.claims.some((claim) => claim.kind === 'work-injury') ||
    Object.values(facts.particulars.members).some((topics) =>
      Object.values(topics[injuryTopic.id]?.entered ?? {}).some((value) => value !== null && value !== ''),
    ),
  words: { 'zh-CN': zh, en },
  build: (facts, { common, form: words, language }, target) => {
    const draft = startDraft(common, language);
    const at = Math.max(
      0,
      facts.applicants.findIndex((a) => a.id === target.applicantId),
    );
    const worker = facts.applicants[at];
    if (!worker) {
      const blocks: Block[] = [prose(draft.gap('applicants', 'applicants', { widthEm: 20 }))];
      return finish(draft, { title: words.title, language, blocks });
    }
    const own = readTopic(draft, facts, injuryTopic, worker.id);
    const { by, applicant, relation, disease, exposure, article } = own.values;
    const subject = subjectName(common, 'applicant', worker.name, at);
    const need = (key: string, value: string | null, field: FieldName, widthEm = 8): Content =>
      draft.need(`applicants.${at}.${key}`, value, field, { subject, widthEm });
    const unitApplies = by === 'unit' || (by === null && unitFiles(facts));
    warnAfter(
      facts,
      (unitApplies ? own.values.unitBy : own.values.applyBy)?.due ?? null,
      own.path('at'),
      unitApplies ? 'injuryUnitLate' : 'injuryLate',
      draft,
    );
    const name = applicantName(worker, at, draft);
    const unitAt = employerIndex(facts.respondents);
    const unitName = respondentName(facts, unitAt, draft);
    const party = facts.respondents[unitAt]?.party;
    const ofUnit = (key: 'phone' | 'mailAddress'): Content => {
      if (!party) return [];
      const value = party.kind === 'organisation' ? party.organisation[key] : party.person[key];
      return draft.need(`respondents.${unitAt}.party.${party.kind}.${key}`, value, key);
    };
    const who: Content = unitApplies ? unitName : applicant === null ? name : text(applicant);
    const tie = unitApplies
      ? words.unit
      : by === 'union'
        ? words.union
        : (relation ?? (by === 'kin' ? null : words.self));
    const optional = (value: string | null): Content => text(value ?? '');
    const sick = article === '14-4';
    const signed = (...parts: readonly Content[]): Content => joined(parts, '\n');
    const dated = (label: string): Content => [...text(label), blank(7), ...text('　'), ...handDate(common)];
    const applyBy = own.values.applyBy?.due ?? null;
    const blocks: Block[] = [
      plain([...text(words.number), blank(8)], { align: 'right', sizePt: 10.5 }),
      plain(fill(words.to, { authority: own.need('authority', { widthEm: 14 }) }), { sizePt: 10.5 }),
      formTable([
        [
          [words.cover.applicant, who],
          [words.cover.worker, name],
        ],
        [
          [words.cover.relation, tie === null ? own.need('relation', { widthEm: 6 }) : text(tie)],
          [words.cover.date, handDate(common)],
        ],
      ]),
      { kind: 'space', points: 8 },
      formTable(
        [
          [
            [words.name, name],
            [words.sex, need('sex', worker.sex && common.sex[worker.sex], 'sex', 3)],
          ],
          [
            [words.birth, need('birth', worker.birth && longDate(worker.birth, common), 'birth', 7)],
            [words.phone, need('phone', worker.phone, 'phone')],
          ],
          [[words.idNumber, need('idNumber', worker.idNumber, 'idNumber', 11)]],
          [
            [words.home, need('mailAddress', worker.mailAddress, 'mailAddress', 10)],
            [words.postcode, optional(own.values.postcode)],
          ],
          [
            [words.workUnit, unitName],
            [words.unitPhone, ofUnit('phone')],
          ],
          [
            [words.unitAddress, ofUnit('mailAddress')],
            [words.postcode, optional(own.values.unitPostcode)],
          ],
          [
            [words.post, need('job.post', worker.occupation ?? worker.job.post, 'post', 6)],
            [words.since, optional(own.show('workingSince'))],
          ],
          [
            [
              words.accident,
              fill(words.accidentText, {
                at: own.need('at'),
                place: own.need('place', { widthEm: 12 }),
                cause: own.need('cause', { widthEm: 16 }),
              }),
            ],
          ],
          [
            [words.part, sick ? optional(own.values.part) : own.need('part', { widthEm: 6 })],
            [words.diagnosed, own.need('diagnosedOn')],
          ],
          [
            [words.disease, sick ? own.need('disease') : text(disease ?? words.none)],
            [words.exposure, sick ? own.need('exposure') : text(exposure ?? words.none)],
          ],
          [
            [
              words.story,
              joined(
                own.paragraphs('story', { widthEm: 24 }).map((p) => p.content),
                '\n',
              ),
            ],
          ],
          [
            [
              words.request,
              signed(
                fill(words.requestText, { name, article: own.need('article', { widthEm: 12 }) }),
                [],
                dated(words.signature),
              ),
            ],
          ],
          [[words.opinion, signed([], [], dated(words.handler), text(words.stamp))]],
          [[words.review, signed([], [], dated(words.handler), dated(words.leader), text(words.stamp))]],
        ],
        [11, 18, 9, 16],
      ),
      // The notes are a leaf of their own, as on the official form.
      { kind: 'page-break' },
      heading(2, words.notesHead),
      ...words.notes.map((line, i) => prose(text(`${i + 1}. ${line}`))),
      ...(applyBy === null
        ? []
        : [prose(text(fillText(words.deadline, { date: longDate(applyBy, common) })))]),
    ];
    return finish(draft, { title: words.title, language, blocks });
  },
});
