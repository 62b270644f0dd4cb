import type zh from '../../../../../../resources/forms/zh-CN/power-of-attorney.json';
import type {
  FilingFacts,
  ProcedureStage,
  SpecialPower,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { chineseNumeral } from '../../../../../../shared/law/words/numerals.ts';
import type { Block, Inline, Paragraph, Table, TableCell } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, fillText, startDraft, text } from '../kit/draft.ts';
import { longDate } from '../kit/format.ts';
import {
  type BuiltForm,
  cell,
  type FormTarget,
  finish,
  handDate,
  heading,
  plain,
  prose,
  signature,
} from '../kit/paper.ts';
import { agentParticulars, subjectName } from '../kit/parties.ts';
import { agentsOf, type NumberedAgent } from '../kit/sides.ts';
import type { FormWording } from '../kit/wording.ts';
import {
  formTable,
  intro,
  isUnit,
  label,
  principalOf,
  principalSignature,
  principalTable,
} from './principal.ts';

export type PowerOfAttorneyWording = typeof zh;

/** A size below the party's usual one, so that mandate and signature stand on one sheet. */
function body(content: Content): Paragraph {
  return { ...prose(content), sizePt: 10.5 };
}

const stages: readonly ProcedureStage[] = [
  'mediation',
  'arbitration',
  'first-instance',
  'second-instance',
  'enforcement',
  'judicial-confirmation',
  'payment-order',
];

const specialPowers: readonly SpecialPower[] = [
  'admit',
  'waive',
  'change',
  'settle',
  'mediate',
  'counterclaim',
  'appeal',
  'collect',
];

function box(checked: boolean): Inline {
  return { kind: 'checkbox', checked };
}

function agentTable({ agent, index }: NumberedAgent, words: PowerOfAttorneyWording, draft: Draft): Table {
  const p = agentParticulars(agent, index, draft);
  const names = words.particulars;
  const rows: TableCell[][] = [
    [label(names.name), cell(p.name), label(names.kind), cell(p.kind), label(names.phone), cell(p.phone)],
  ];
  const wide = (name: string, value: Content | null): void => {
    if (value) rows.push([label(name), cell(value, { span: 5 })]);
  };
  if (p.firm && p.licenceNo) {
    rows.push([
      label(names.firm),
      cell(p.firm, { span: 2 }),
      label(names.licenceNo),
      cell(p.licenceNo, { span: 2 }),
    ]);
  } else {
    wide(names.firm, p.firm);
    wide(names.licenceNo, p.licenceNo);
  }
  const tie = agent.kind === 'employee' ? names.title : names.relation;
  if (p.idNumber && p.relation) {
    rows.push([label(names.idNumber), cell(p.idNumber, { span: 3 }), label(tie), cell(p.relation)]);
  } else {
    wide(names.idNumber, p.idNumber);
    wide(tie, p.relation);
  }
  return formTable(rows);
}

function checkMandate(facts: FilingFacts, { agent, index }: NumberedAgent, draft: Draft): void {
  const what = subjectName(draft.common, 'agent', agent.name, index);
  const path = `agents.${index}`;
  if (agent.from !== null && facts.preparedOn !== null && agent.from > facts.preparedOn) {
    draft.warn(`${path}.from`, 'rule', 'advice', 'mandateLate', { what });
  }
  if (agent.mode === 'general' && agent.powers.length > 0) {
    draft.warn(`${path}.powers`, 'rule', 'error', 'generalWithPowers', { what });
  }
  if (agent.mode === 'special' && agent.powers.length === 0) {
    draft.gap(`${path}.powers`, 'powers', { subject: what });
  }
  if (agent.kind === 'legal-aid-lawyer' && agent.powers.includes('collect')) {
    draft.warn(`${path}.powers`, 'rule', 'advice', 'collect', { what });
  }
}

/** Ticks in four columns, so that none is torn by a line's end. */
function tickTable(ticks: readonly Content[]): Table {
  const perRow = 4;
  const rows: TableCell[][] = [];
  for (let at = 0; at < ticks.length; at += perRow) {
    const row = ticks.slice(at, at + perRow).map((tick) => cell(tick));
    while (row.length < perRow) row.push(cell(''));
    rows.push(row);
  }
  return {
    kind: 'table',
    showHeader: false,
    sizePt: 10.5,
    columns: [11, 12, 11, 13].map((share) => ({ header: '', share })),
    rows,
  };
}

/** A missing mode leaves both boxes empty for the hand, with its warning: no mandate is presumed. */
function mandate(
  numbered: NumberedAgent,
  several: boolean,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Block[] {
  const { agent, index } = numbered;
  const subject = subjectName(draft.common, 'agent', agent.name, index);
  const name = agentParticulars(agent, index, draft).name;
  const missing =
    agent.mode === null ? [body(draft.gap(`agents.${index}.mode`, 'mode', { subject, widthEm: 8 }))] : [];
  const ticks = specialPowers.map(
    (power): Content => [
      box(agent.mode === 'special' && agent.powers.includes(power)),
      ...text(` ${words.powers[power]}`),
    ],
  );
  return [
    ...(several ? [body(fill(words.powersOf, { name }))] : []),
    ...missing,
    body([box(agent.mode === 'general'), ...text(` ${words.general}`)]),
    { ...body([box(agent.mode === 'special'), ...text(` ${words.special}`)]), keepWithNext: true },
    tickTable(ticks),
  ];
}

function stageBlock(agents: readonly NumberedAgent[], words: PowerOfAttorneyWording, draft: Draft): Block[] {
  const ticked = new Set(agents.flatMap(({ agent }) => agent.stages));
  const out: Block[] = [];
  for (const { agent, index } of agents) {
    if (agent.stages.length > 0) continue;
    const subject = subjectName(draft.common, 'agent', agent.name, index);
    out.push(body(draft.gap(`agents.${index}.stages`, 'stages', { subject, widthEm: 10 })));
  }
  const ticks = stages.map((stage): Content => [box(ticked.has(stage)), ...text(` ${words.stages[stage]}`)]);
  return [...out, tickTable(ticks)];
}

function termBlocks(
  agents: readonly NumberedAgent[],
  several: boolean,
  words: PowerOfAttorneyWording,
  draft: Draft,
): Block[] {
  const { common } = draft;
  return agents.map(({ agent, index }): Block => {
    const subject = subjectName(common, 'agent', agent.name, index);
    const path = `agents.${index}`;
    const from = draft.need(`${path}.from`, agent.from && longDate(agent.from, common), 'agentFrom', {
      subject,
    });
    const term = agent.untilStageEnds
      ? fill(words.termStages, { from })
      : fill(words.term, {
          from,
          to: draft.need(`${path}.to`, agent.to && longDate(agent.to, common), 'agentTo', { subject }),
        });
    const who = several ? fill(common.labelled, { label: agent.name ?? subject, value: '' }) : [];
    return body([...who, ...term]);
  });
}

/**
 * 授权委托书 of one worker or of one party on the unit's side (劳动争议调解仲裁法 art. 24; 民事诉讼法 arts 61–62). Each special power has a tick of its
 * own, because 全权代理 gives none of them (民诉法解释 art. 89).
 */
export function buildPowerOfAttorney(
  facts: FilingFacts,
  wording: FormWording<PowerOfAttorneyWording>,
  target: FormTarget = {},
): BuiltForm {
  const { form: words, common, language } = wording;
  const draft = startDraft(common, language);
  const principal = principalOf(facts, target);
  const agents = principal ? agentsOf(facts, principal.id) : [];
  const several = agents.length > 1;
  if (agents.length > 2) draft.warn('agents', 'rule', 'error', 'tooManyAgents');
  for (const numbered of agents) checkMandate(facts, numbered, draft);
  const blocks: Block[] = [
    heading(3, words.principal),
    principal
      ? principalTable(principal, words, draft)
      : body(draft.gap('applicants', 'applicants', { widthEm: 20 })),
    ...(agents.length === 0
      ? [heading(3, words.agent), body(draft.gap('agents', 'agents', { widthEm: 20 }))]
      : agents.flatMap((numbered, n): Block[] => [
          heading(
            3,
            several
              ? fillText(common.role.numbered, {
                  role: words.agent,
                  n: language === 'en' ? String(n + 1) : chineseNumeral(n + 1),
                })
              : words.agent,
          ),
          agentTable(numbered, words, draft),
        ])),
    {
      ...body(intro(facts, principal, words, draft)),
      spaceBeforePt: 8,
    },
    heading(3, words.stagesHead),
    ...stageBlock(agents, words, draft),
    heading(3, words.powersHead),
    ...agents.flatMap((numbered) => mandate(numbered, several, words, draft)),
    heading(3, words.termHead),
    ...termBlocks(agents, several, words, draft),
    {
      ...signature([
        ...principalSignature(principal, words, draft),
        ...agents.map((): Content => [...text(words.agentSign), blank(9)]),
        handDate(common),
      ]),
      // The translation is not the one to be sealed.
      ...(isUnit(principal) && language !== 'en' ? { seal: true } : {}),
    },
    plain(text(isUnit(principal) ? words.unitNote : words.note), { sizePt: 9, spaceBeforePt: 4 }),
  ];
  return finish(draft, { title: words.title, language, blocks });
}
