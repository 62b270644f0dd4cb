import type { Agent, FilingFacts } from '../../../shared/features/documents/filing-facts.ts';
import { fen } from '../../../shared/kernel/money.ts';
import { agent, oneWorker } from './facts.ts';

/** A clerk of the unit, with the unit's own mandate. */
export function unitAgent(): Agent {
  return {
    ...agent(),
    id: 'agent-2',
    kind: 'employee',
    name: '单示代',
    firm: null,
    licenceNo: null,
    idNumber: '990000198503020991',
    relation: '法务专员',
    party: 'unit-1',
  };
}

/** The worker of `oneWorker`, whose employer has an agent too. */
export function oneRespondentAgent(): FilingFacts {
  const base = oneWorker();
  return { ...base, agents: [...base.agents, unitAgent()] };
}

/** The employer of `oneWorker` asks for training costs. */
export function unitAgainstWorker(): FilingFacts {
  const base = oneWorker();
  return {
    ...base,
    applicantSide: 'unit',
    agents: [unitAgent()],
    matter: { ...base.matter, cause: '劳动合同' },
    claims: [
      {
        id: 'unit-1',
        kind: 'other',
        text: '请求裁决被申请人支付服务期违约金人民币3,000.00元',
        amount: fen(300_000),
        from: null,
        to: null,
        working: null,
        articles: [],
        shares: [],
        payers: null,
      },
    ],
    totals: { claimed: fen(300_000), arrears: base.totals.arrears },
    narrative: {
      ...base.narrative,
      performance: '双方订有培训服务协议，约定服务期三年。被申请人接受专项培训后未满服务期离职。',
      grounds: '根据《中华人民共和国劳动合同法》第二十二条的规定，被申请人应当支付违约金。',
    },
    demands: [],
    limitation: { ...base.limitation, knownOn: base.applicants[0]?.job.end ?? null },
    witnesses: [],
  };
}
