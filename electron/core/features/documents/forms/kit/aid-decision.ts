import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import { aidDecisionTopic } from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { fill, startDraft } from './draft.ts';
import { eventDay } from './events.ts';
import { greeting } from './institution.ts';
import { plain, prose } from './paper.ts';
import { readTopic } from './particulars.ts';
import { applicantNames, respondentNames } from './parties.ts';
import { warnAfter } from './request.ts';
import { inRoles } from './roles.ts';
import type { FormWording } from './wording.ts';

interface DecisionWords {
  readonly recipient: string;
  readonly opponentRole: string;
  readonly opening: string;
}

/** What a grant and a refusal of legal aid begin with: number, addressee, who asked when, against whom and for what. */
export function startDecision<W extends DecisionWords>(
  facts: FilingFacts,
  { common: usual, form: words, language }: FormWording<W>,
) {
  const common = inRoles(usual, { workers: words.recipient, units: words.opponentRole });
  const draft = startDraft(common, language);
  const own = readTopic(draft, facts, aidDecisionTopic);
  // Late is what was decided after the last day; before there is a decision, what is printed after it.
  warnAfter(
    { ...facts, preparedOn: own.values.date ?? facts.preparedOn },
    own.values.decideBy?.due ?? null,
    own.path('date'),
    'aidDecideLate',
    draft,
  );
  const applicants = applicantNames(facts, draft);
  const head: Block[] = [
    plain(own.need('number', { widthEm: 10 }), { align: 'right' }),
    greeting(applicants, draft),
    prose(
      fill(words.opening, {
        applicants,
        date: eventDay(facts, 'aid-applied', draft),
        respondents: respondentNames(facts, draft),
        cause: draft.need('matter.cause', facts.matter.cause, 'cause'),
      }),
    ),
  ];
  return { common, draft, own, head };
}
