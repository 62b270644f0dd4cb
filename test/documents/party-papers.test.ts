import { describe, expect, it } from 'vitest';
import { documentSet, forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import type { SetId } from '../../shared/features/documents/sets.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { group24, oneWorker } from './support/facts.ts';
import { withAdvances } from './support/particulars.ts';
import { textOf, withValue } from './support/read.ts';
import { oneRespondentAgent, unitAgainstWorker } from './support/unit-facts.ts';

const single = oneWorker();
const textFor = (id: FormId, facts: FilingFacts, partyId?: string): string =>
  textOf(forms[id].build(facts, 'zh-CN', partyId ? { partyId } : {}).model);
const rulesOf = (id: FormId, facts: FilingFacts): (readonly (string | undefined)[])[] =>
  forms[id].build(facts, 'zh-CN').warnings.map((w) => [w.field, w.rule, w.severity]);
const papersOf = (facts: FilingFacts, set: SetId, id: FormId) =>
  documentSet(facts, set)
    .filter((e) => e.formId === id)
    .map((e) => e.target);
const on = (facts: FilingFacts, day: string): FilingFacts => ({ ...facts, preparedOn: plainDate(day) });
const due = (ruleId: string, day: string): FilingFacts['dates'][number] => ({
  ruleId,
  trigger: plainDate('2026-09-10'),
  due: plainDate(day),
  article: { zh: '', en: '' },
  provisional: false,
});

describe('last days', () => {
  it.each([
    ['extension-request', '2026-10-12', '2026-10-13', ['particulars.hearing.at', 'postponeLate', 'error']],
    [
      'evidence-collection',
      '2026-10-12',
      '2026-10-13',
      ['particulars.hearing.evidenceBy', 'evidenceLate', 'error'],
    ],
    ['claim-change', '2026-10-12', '2026-10-13', ['particulars.hearing.evidenceBy', 'changeLate', 'error']],
  ] as const)('%s is in time on its last day and late on the next', (id, last, next, warning) => {
    // A register extract that is fresh on both days keeps other advice away.
    expect(rulesOf(id, on(single, last))).toEqual([]);
    expect(rulesOf(id, on(single, next))).toEqual([warning]);
  });

  it.each([
    ['arb-defence', 'arb-answer', 'defenceLate', 'advice'],
    ['arb-counterclaim', 'arb-counterclaim', 'counterclaimLate', 'error'],
    ['jurisdiction-objection', 'arb-jur-objection', 'objectionLate', 'error'],
  ] as const)('%s reads the day of the case by its rule %s', (id, ruleId, rule, severity) => {
    const facts = { ...single, dates: [due(ruleId, '2026-09-24')] };
    expect(rulesOf(id, on(facts, '2026-09-24'))).toEqual([]);
    expect(rulesOf(id, on(facts, '2026-09-25'))).toEqual([['events.copy-served', rule, severity]]);
    // A period that started again ends with its latest day.
    const again = { ...facts, dates: [due(ruleId, '2026-09-24'), due(ruleId, '2026-10-15')] };
    expect(rulesOf(id, on(again, '2026-10-15'))).toEqual([]);
  });

  it('prints the last day of the objection and the counter-application only where the case has one', () => {
    const facts = { ...single, dates: [due('arb-counterclaim', '2026-09-24')] };
    expect(textFor('arb-counterclaim', facts)).toContain('本案为2026年9月24日前，含当日');
    expect(textFor('arb-counterclaim', single)).toContain('应当在答辩期内提出');
  });

  it('lets a ground of recusal be raised late when it was learnt late', () => {
    const known = withValue(single, 'particulars.recusal.learned', '2026-10-01');
    const after = withValue(single, 'particulars.recusal.learned', '2026-10-13');
    expect(rulesOf('recusal-request', on(known, '2026-10-12'))).toEqual([]);
    expect(rulesOf('recusal-request', on(known, '2026-10-13'))).toEqual([
      ['particulars.recusal.learned', 'recusalLate', 'advice'],
    ]);
    expect(rulesOf('recusal-request', on(after, '2026-10-13'))).toEqual([]);
  });
});

describe('whose paper it is', () => {
  it('gives each respondent its own answer, address and certificate', () => {
    const three = [{ partyId: 'unit-1' }, { partyId: 'unit-2' }, { partyId: 'unit-3' }];
    const facts = group24();
    for (const id of ['arb-defence', 'arb-counterclaim', 'jurisdiction-objection', 'legal-rep-certificate']) {
      expect(papersOf(facts, 'arbitration-answer', id as FormId)).toEqual(three);
    }
    expect(papersOf(facts, 'arbitration-answer', 'service-address')).toEqual([
      ...three,
      { partyId: 'person-1' },
    ]);
    const text = textFor('arb-defence', facts, 'unit-2');
    expect(text).toContain('答辩人（被申请人）：南岭样本建设集团有限公司');
    expect(text).toContain('答辩人（盖章）：南岭样本建设集团有限公司');
    expect(text).not.toContain('答辩人（盖章）：云州示范建筑劳务有限公司');
  });

  it('keeps the other side’s papers out of what is filed', () => {
    expect(papersOf(single, 'arbitration-filing', 'legal-rep-certificate')).toEqual([]);
    expect(papersOf(single, 'arbitration-filing', 'service-address')).toEqual([{ applicantId: 'worker-0' }]);
    const unit = unitAgainstWorker();
    expect(papersOf(unit, 'arbitration-filing', 'legal-rep-certificate')).toEqual([{ partyId: 'unit-1' }]);
    expect(papersOf(unit, 'arbitration-answer', 'service-address')).toEqual([{ applicantId: 'worker-0' }]);
  });

  it('lets a worker answer a unit, under the name of respondent', () => {
    const facts = unitAgainstWorker();
    const text = textFor('arb-defence', facts);
    expect(text).toContain('答辩人（被申请人）：钟示甲');
    expect(text).toContain('被答辩人（申请人）：云州示范建筑劳务有限公司');
    expect(text).toContain('答辩人（签名、捺印）：＿');
    expect(text).not.toContain('盖章');
    expect(forms['arb-defence'].copies(facts)).toMatchObject({ opponents: 1, total: 3 });
  });

  it.each(['extension-request', 'recusal-request', 'evidence-collection', 'witness-request'] as const)(
    '%s may come from the respondent, with its own agent alone',
    (id) => {
      const topic = { 'extension-request': 'extension', 'recusal-request': 'recusal' } as const;
      const place = id === 'evidence-collection' ? 'evidence-request' : 'witnesses';
      const key = id in topic ? topic[id as keyof typeof topic] : place;
      const facts = withValue(oneRespondentAgent(), `particulars.${key}.by`, 'respondent');
      const text = textFor(id, facts);
      expect(text).toContain('申请人（本案被申请人）：云州示范建筑劳务有限公司');
      expect(text).toContain('对方当事人（本案申请人）：钟示甲');
      expect(text).toContain('委托代理人：单示代');
      expect(text).not.toContain('卢示援');
      expect(text).toContain('申请人（盖章）：云州示范建筑劳务有限公司');
    },
  );

  it('names the parties of a request by their roles where the unit filed', () => {
    const text = textFor('extension-request', unitAgainstWorker());
    expect(text).toContain('申请人：云州示范建筑劳务有限公司');
    expect(text).toContain('被申请人：钟示甲');
    expect(text).toContain('申请人（盖章）：');
  });

  it('lets a unit withdraw what it filed', () => {
    const text = textFor('arb-withdrawal', unitAgainstWorker());
    expect(text).toContain('申请人云州示范建筑劳务有限公司与被申请人钟示甲');
    expect(text).toContain('申请人（盖章）：云州示范建筑劳务有限公司');
    expect(text).not.toContain('捺印');
  });

  it('offers the workers’ interim measures and the party sheet to workers who file only', () => {
    const ids = documentSet(unitAgainstWorker(), 'all').map((e) => e.formId);
    for (const id of ['advance-enforcement', 'property-preservation', 'arb-party-info']) {
      expect(ids).not.toContain(id);
    }
    expect(documentSet(single, 'all').map((e) => e.formId)).not.toContain('arb-party-info');
    expect(documentSet(group24(), 'all').map((e) => e.formId)).toContain('arb-party-info');
  });

  it('titles the request for more time by what it asks', () => {
    const evidence = withValue(single, 'particulars.extension.kind', 'evidence');
    const titles = (facts: FilingFacts) => documentSet(facts, 'arbitration-pending').map((e) => e.title)[0];
    expect(titles(single)).toBe('延期开庭申请书');
    expect(titles(evidence)).toBe('延期举证申请书');
    expect(titles(withValue(single, 'particulars.extension.kind', null))).toBe('延期开庭、延期举证申请书');
  });
});

describe('rules of the papers', () => {
  const advance = (amount: number): FilingFacts =>
    withValue(single, 'particulars.advance-enforcement.shares', [
      { name: '钟示甲', amount, hardship: '租房居住' },
    ]);

  it('holds advance enforcement below the claim', () => {
    const field = 'particulars.advance-enforcement.shares';
    expect(rulesOf('advance-enforcement', advance(2_259_999))).toEqual([]);
    expect(rulesOf('advance-enforcement', advance(2_260_000))).toEqual([[field, 'advanceWhole', 'advice']]);
    expect(rulesOf('advance-enforcement', advance(2_260_001))).toEqual([[field, 'advanceTooMuch', 'error']]);
  });

  it('adds up what a group asks for in advance, and shows a gap for whoever has no row', () => {
    const facts = withAdvances(group24());
    expect(textFor('advance-enforcement', facts)).toContain('共计人民币240,000.00元（大写：贰拾肆万元整）');
    const stored = facts.particulars.case['advance-enforcement'];
    const shares = (stored?.entered.shares ?? []) as readonly unknown[];
    const short = withValue(facts, 'particulars.advance-enforcement.shares', shares.slice(1));
    const text = textFor('advance-enforcement', short);
    expect(text).toContain('共计［particulars.advance-enforcement.shares］');
    expect(text).not.toContain('人民币230,000.00元');
  });

  it('holds preservation to the claims and keeps off the wage accounts', () => {
    const more = withValue(single, 'particulars.preservation.amount', 2_260_001);
    expect(rulesOf('property-preservation', more)).toEqual([
      ['particulars.preservation.amount', 'preservationTooMuch', 'error'],
    ]);
    const account = [{ kind: 'account', holder: '农民工工资专用账户', detail: '工资专用账户', value: null }];
    const wages = withValue(single, 'particulars.assets.list', account);
    expect(rulesOf('property-preservation', wages)).toEqual([]);
    const [claim] = wages.claims;
    if (!claim) throw new Error('no claim');
    const other = {
      ...wages,
      claims: [claim, { ...claim, id: 'c2', kind: 'severance' as const, amount: null }],
    };
    expect(rulesOf('property-preservation', other)).toContainEqual([
      'particulars.assets.list',
      'wageAccount',
      'error',
    ]);
  });

  it('tells that a payment order and preservation before suit exclude each other', () => {
    const before = withValue(single, 'particulars.preservation.stage', 'before');
    expect(rulesOf('property-preservation', before)).toEqual([]);
    const events = [
      ...before.events,
      { type: 'payment-order-applied', date: plainDate('2026-08-20'), note: null },
    ];
    expect(rulesOf('property-preservation', { ...before, events })).toEqual([
      ['particulars.preservation.stage', 'preservationPaymentOrder', 'error'],
    ]);
  });

  it('adds and subtracts changed claims exactly', () => {
    const fewer = withValue(single, 'particulars.claim-change.changes', [
      { kind: 'change', before: 'x', beforeAmount: 100_001, after: 'y', afterAmount: 50_000 },
      { kind: 'drop', before: 'z', beforeAmount: 1 },
    ]);
    const text = textFor('claim-change', fewer);
    expect(text).toContain('−500.01');
    expect(text).toContain('−0.01');
    expect(text).toContain('请求金额共减少人民币500.02元');
  });

  it.each([
    ['2026-08-03', []],
    ['2026-08-02', [['particulars.parties.list', 'extractOld', 'advice']]],
  ])('asks for a new register extract a month after %s', (registeredOn, expected) => {
    const list = [
      {
        name: '云州示范建筑劳务有限公司',
        registeredOn,
        tie: '招用',
        tried: '邮寄',
      },
    ];
    expect(rulesOf('arb-party-info', withValue(single, 'particulars.parties.list', list))).toEqual(expected);
  });

  it('asks who stands in for a unit that is no more', () => {
    const path = 'respondents.0.party.organisation.registration';
    const gone = withValue(single, path, 'deregistered');
    expect(rulesOf('arb-party-info', gone)).toEqual([[path, 'dissolved', 'advice']]);
    const [unit] = gone.respondents;
    if (!unit) throw new Error('no unit');
    const investor = { ...gone, respondents: [unit, { ...unit, capacity: 'contributor' as const }] };
    expect(rulesOf('arb-party-info', investor).map(([, rule]) => rule)).not.toContain('dissolved');
    expect(documentSet(gone, 'arbitration-filing').map((e) => e.formId)).toContain('arb-party-info');
  });

  it('knows that a branch has a principal', () => {
    const branch = withValue(
      withValue(single, 'respondents.0.party.organisation.name', '云州示范建筑劳务有限公司样本分公司'),
      'particulars.parties.list',
      [{ name: '云州示范建筑劳务有限公司样本分公司', headIdNumber: '419900197605180311', headPhone: '1' }],
    );
    expect(rulesOf('legal-rep-certificate', branch).map(([, rule]) => rule)).toEqual(['branchHead']);
    const right = withValue(branch, 'respondents.0.party.organisation.representative.kind', 'principal');
    expect(rulesOf('legal-rep-certificate', right)).toEqual([]);
    expect(textFor('legal-rep-certificate', right)).toContain('主要负责人身份证明书');
  });

  it('checks the numbers that only these papers hold', () => {
    const head = withValue(single, 'particulars.parties.list', [
      { name: '云州示范建筑劳务有限公司', headIdNumber: '419900197605180312', headPhone: '1' },
    ]);
    expect(rulesOf('legal-rep-certificate', head).map(([, rule]) => rule)).toEqual(['idNumberCheck']);
  });

  it('doubts a dormitory as an address and electronic service to nowhere', () => {
    const place = 'particulars.service-address/worker-0';
    const site = withValue(single, `${place}.address`, '云山路1号工地宿舍2栋');
    expect(rulesOf('service-address', site)).toEqual([[`${place}.address`, 'siteAddress', 'advice']]);
    const noPhone = withValue(withValue(single, 'applicants.0.phone', null), `${place}.email`, null);
    expect(rulesOf('service-address', noPhone)).toContainEqual([
      `${place}.electronic`,
      'electronicWithoutAccount',
      'error',
    ]);
    const open = textFor('service-address', withValue(single, `${place}.electronic`, null));
    expect(open).toContain('☐ 同意　　☐ 不同意');
  });

  it('asks an employer for its records, and for a labour dispute', () => {
    const none = withValue(single, 'particulars.defence.evidence', '证人证言。');
    expect(rulesOf('arb-defence', none)).toEqual([
      ['particulars.defence.evidence', 'employerRecords', 'advice'],
    ]);
    const loan = withValue(single, 'particulars.counterclaim.claims', [{ text: '返还借款', amount: 100 }]);
    expect(rulesOf('arb-counterclaim', loan)).toEqual([
      ['particulars.counterclaim.claims', 'counterclaimKind', 'advice'],
    ]);
  });

  it('takes neither the same commission nor the worker’s home for a reason', () => {
    const same = withValue(single, 'particulars.jurisdiction.to', single.tribunal.sealName);
    expect(rulesOf('jurisdiction-objection', same)).toEqual([
      ['particulars.jurisdiction.to', 'sameCommission', 'error'],
    ]);
    const home = withValue(single, 'particulars.jurisdiction.reason', '申请人户籍地在河口县。');
    expect(rulesOf('jurisdiction-objection', home)).toEqual([
      ['particulars.jurisdiction.place', 'workerDomicile', 'advice'],
    ]);
  });

  it('finds what was entered for a witness by name', () => {
    const own = withValue(single, 'particulars.witnesses.list', [
      { name: '艾示证', idNumber: '419900198503020768', relation: '工友', ownCase: true },
    ]);
    expect(rulesOf('witness-request', own)).toEqual([
      ['particulars.witnesses.list', 'witnessInterest', 'advice'],
    ]);
    const another = withValue(single, 'particulars.witnesses.list', [{ name: '别人', relation: '工友' }]);
    expect(textFor('witness-request', another)).toContain('［particulars.witnesses.list］');
    expect(textFor('witness-request', another)).not.toContain('工友\n');
  });
});
