import { describe, expect, it } from 'vitest';
import { paperFileName } from '../../electron/core/features/documents/forms/file-name.ts';
import {
  documentSet,
  formList,
  forms,
  inLayout,
  layoutOfFile,
} from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import { fen, zeroFen } from '../../shared/kernel/money.ts';
import { agent, evidence, group24, oneWorker, threeWorkers } from './support/facts.ts';
import { textOf, withValue } from './support/read.ts';

const build = (id: FormId, facts: FilingFacts, applicantId?: string) =>
  forms[id].build(facts, 'zh-CN', applicantId ? { applicantId } : {});
const rulesOf = (id: FormId, facts: FilingFacts): (readonly (string | undefined)[])[] =>
  build(id, facts).warnings.map((w) => [w.field, w.rule, w.severity]);

describe('arb-application', () => {
  it('never prints the case number and leaves the registration number to the hand', () => {
    const text = textOf(build('arb-application', oneWorker()).model);
    expect(text).not.toContain('青劳人仲案');
    expect(text).toContain('受理编号（由仲裁委员会填写）：＿');
  });

  it('says who pays on what footing among several respondents', () => {
    const text = textOf(build('arb-application', group24()).model);
    expect(text).toContain('请求裁决被申请人云州示范建筑劳务有限公司支付24名申请人');
    expect(text).toContain('被申请人南岭样本建设集团有限公司对上述款项承担先行清偿责任');
    expect(text).toContain('被申请人云州演示置业有限公司以未结清的工程款为限对上述款项承担先行垫付责任');
    expect(text).toContain('《保障农民工工资支付条例》第三十条');
    expect(text).toContain('详见《集体争议申请人名册》');
  });

  it('does not stretch 先行清偿 to severance', () => {
    const facts = group24();
    const wages = facts.claims[0];
    if (!wages) throw new Error('no claim');
    const severance = {
      ...wages,
      id: 'claim-2',
      kind: 'severance' as const,
      amount: fen(100),
      shares: [{ applicantId: 'worker-0', amount: fen(100) }],
    };
    const text = textOf(
      build('arb-application', {
        ...facts,
        claims: [wages, severance],
        totals: { claimed: null, arrears: null },
      }).model,
    );
    const line = text.split('\n').find((l) => l.startsWith('二、')) ?? '';
    expect(line).toContain('经济补偿');
    expect(line).not.toContain('先行清偿');
    expect(line).not.toContain('垫付');
  });

  it('names joint payers together and asks for a footing that is not recorded', () => {
    const facts = group24();
    const joint = withValue(facts, 'respondents.1.footing', { kind: 'joint', articles: [] });
    expect(textOf(build('arb-application', joint).model)).toContain(
      '被申请人云州示范建筑劳务有限公司、被申请人南岭样本建设集团有限公司共同支付',
    );
    const open = build('arb-application', withValue(facts, 'respondents.1.footing', null));
    expect(open.warnings.map((w) => w.field)).toEqual(['respondents.1.footing']);
  });

  it('gives each of two or three workers their part, in figures that add up', () => {
    const text = textOf(build('arb-application', threeWorkers()).model);
    expect(text).toMatch(/其中钟示甲人民币[\d,.]+元、万示乙人民币[\d,.]+元、向示丙人民币[\d,.]+元/);
    expect(text).toContain(
      '支付申请人万示乙解除（终止）劳动合同的经济补偿人民币3,900.00元（大写：叁仟玖佰元整）。',
    );
    expect(text).toContain('以上各项金额合计：人民币71,700.00元（大写：柒万壹仟柒佰元整）。');
  });

  it('prints the sum of the items when the recorded total differs, and says so', () => {
    const facts = withValue(threeWorkers(), 'totals.claimed', fen(1));
    expect(rulesOf('arb-application', facts)).toEqual([['totals.claimed', 'sum', 'error']]);
    expect(textOf(build('arb-application', facts).model)).toContain('合计：人民币71,700.00元');
    const claim = withValue(oneWorker(), 'claims.0.amount', fen(5));
    expect(rulesOf('arb-application', { ...claim, totals: { claimed: null, arrears: null } })).toEqual([
      ['claims.0.amount', 'sum', 'error'],
    ]);
  });

  it('puts the user’s own text in place of the generated paragraph', () => {
    const facts = withValue(oneWorker(), 'narrative.relation', '第一段。\n第二段。');
    const text = textOf(build('arb-application', facts).model);
    expect(text).toContain('（一）第一段。\n第二段。');
    expect(text).not.toContain('经班组长赵示范招用');
    expect(text).toContain('（二）入职后');
  });

  it('refuses arbitration costs and doubts a claim for contributions', () => {
    const fee = withValue(oneWorker(), 'claims.0.text', '请求裁决被申请人承担仲裁费用');
    expect(rulesOf('arb-application', fee)).toEqual([['claims.0.text', 'arbitrationFee', 'error']]);
    const social = withValue(oneWorker(), 'claims.0.text', '请求裁决被申请人补缴社会保险');
    expect(rulesOf('arb-application', social)).toEqual([['claims.0.text', 'socialInsurance', 'advice']]);
  });

  it('doubts a project office as respondent', () => {
    const path = 'respondents.0.party.organisation.name';
    const office = withValue(oneWorker(), path, '云州示范建筑公司云山项目部');
    expect(rulesOf('arb-application', office)).toEqual([[path, 'projectOffice', 'advice']]);
  });

  it('speaks of migrant workers only where the worker is one', () => {
    const text = textOf(
      build('arb-application', withValue(oneWorker(), 'applicants.0.isMigrant', false)).model,
    );
    expect(text).not.toContain('农民工');
  });

  it('asserts nothing and asks when nobody knows whether someone is a migrant worker', () => {
    const open = withValue(oneWorker(), 'applicants.0.isMigrant', null);
    expect(rulesOf('arb-application', open)).toEqual([
      ['applicants.0.isMigrant', 'migrantUnknown', 'advice'],
    ]);
    expect(textOf(build('arb-application', open).model)).not.toContain('农村居民');
    const no = withValue(oneWorker(), 'applicants.0.isMigrant', false);
    expect(rulesOf('arb-application', no)).toEqual([]);
  });

  it('keeps a known last day when the manner of leaving is not known', () => {
    const facts = withValue(
      withValue(oneWorker(), 'applicants.0.job.endKind', null),
      'applicants.0.job.end',
      '2026-06-30',
    );
    for (const layout of ['narrative', 'element'] as const) {
      const { model, warnings } = forms['arb-application'].build(facts, 'zh-CN', { layout });
      const text = textOf(model);
      expect(text).toContain(
        layout === 'narrative' ? '申请人于2026年6月30日离职' : '离职（离场）时间：2026年6月30日',
      );
      expect(text).toContain('的劳动关系于2026年6月30日终止，依照');
      expect(warnings.map((w) => w.field)).toEqual(['applicants.0.job.endKind']);
    }
    const english = textOf(forms['arb-application'].build(facts, 'en').model);
    expect(english).toContain('left on 30 June 2026');
    expect(english).toContain('ended on 30 June 2026');
  });

  it('doubts a pay period outside the employment, on the schedule row by row', () => {
    const late = withValue(oneWorker(), 'applicants.0.job.start', '2026-03-05');
    expect(rulesOf('arb-application', late)).toEqual([
      ['applicants.0.arrears.from', 'periodBeforeStart', 'advice'],
    ]);
    expect(build('wage-schedule', late, 'worker-0').warnings.map((w) => [w.field, w.rule])).toEqual([
      ['applicants.0.arrears.rows.0.from', 'periodBeforeStart'],
    ]);
    const early = withValue(oneWorker(), 'applicants.0.job.end', '2026-06-15');
    expect(rulesOf('arb-application', early)).toEqual([
      ['applicants.0.arrears.to', 'periodAfterEnd', 'advice'],
    ]);
  });

  it('asks once for a whole roster', () => {
    const facts = group24();
    const open = { ...facts, applicants: facts.applicants.map((a) => ({ ...a, isMigrant: null })) };
    const asked = build('arb-application', open).warnings.filter((w) => w.rule === 'migrantUnknown');
    expect(asked.map((w) => w.field)).toEqual(['applicants.0.isMigrant']);
  });

  it('warns when filing falls after the last day', () => {
    const late = withValue(oneWorker(), 'limitation.lastFilingDay', '2026-09-02');
    expect(rulesOf('arb-application', late)).toEqual([['limitation.lastFilingDay', 'limitation', 'advice']]);
  });

  it('has the guardian sign beside a minor', () => {
    const guardian = { name: '钟示庚', relation: '父亲', idNumber: null, phone: '19900006601' };
    const text = textOf(
      build('arb-application', withValue(oneWorker(), 'applicants.0.guardian', guardian)).model,
    );
    expect(text).toContain('法定代理人：钟示庚');
    expect(text).toContain('法定代理人（签名、捺印）：＿');
  });
});

describe('arb-application with boxes', () => {
  const boxes = (facts: FilingFacts) => forms['arb-application'].build(facts, 'zh-CN', { layout: 'element' });
  const lineOf = (facts: FilingFacts, after: string): string => {
    const lines = textOf(boxes(facts).model).split('\n');
    return lines[lines.indexOf(after) + 1] ?? '';
  };

  it('ticks the items that are claimed and no others', () => {
    const facts = threeWorkers();
    expect(lineOf(facts, '1. 工资支付')).toBe('☑ 是　☐ 否');
    expect(lineOf(facts, '6. 解除、终止劳动合同经济补偿')).toBe('☑ 是　☐ 否');
    for (const item of [
      '2. 未签订书面劳动合同双倍工资',
      '3. 加班费',
      '4. 未休年休假工资',
      '5. 未依法缴纳社会保险费造成的经济损失',
      '7. 违法解除、终止劳动合同赔偿金',
      '8. 其他仲裁请求',
    ]) {
      expect(lineOf(facts, item)).toBe('☐ 是　☑ 否');
    }
    expect(lineOf(facts, '9. 请求金额合计')).toBe('人民币71,700.00元（大写：柒万壹仟柒佰元整）');
  });

  it('tells loss of insurance benefits from other claims', () => {
    const facts = oneWorker();
    const wages = facts.claims[0];
    if (!wages) throw new Error('no claim');
    const other = (text: string) => ({
      ...facts,
      claims: [{ ...wages, kind: 'other' as const, text, amount: null }],
      totals: { claimed: null, arrears: null },
    });
    const loss = other('请求裁决被申请人赔偿未缴纳失业保险费造成的失业保险金损失');
    expect(lineOf(loss, '5. 未依法缴纳社会保险费造成的经济损失')).toBe('☑ 是　☐ 否');
    expect(lineOf(other('请求裁决被申请人出具离职证明'), '8. 其他仲裁请求')).toBe('☑ 是　☐ 否');
  });

  it('makes the claims in the words of the narrative and warns alike', () => {
    for (const facts of [oneWorker(), threeWorkers(), group24()]) {
      const prose = build('arb-application', facts);
      const sentences = textOf(prose.model)
        .split('\n')
        .flatMap((line) => /^[一二三]、(.*)$/.exec(line)?.[1] ?? []);
      expect(sentences.length).toBeGreaterThan(0);
      const table = textOf(boxes(facts).model);
      for (const sentence of sentences) expect(table).toContain(sentence);
    }
    const late = withValue(oneWorker(), 'limitation.lastFilingDay', '2026-09-02');
    const fee = withValue(late, 'claims.0.text', '请求裁决被申请人承担仲裁费用');
    const office = withValue(fee, 'respondents.0.party.organisation.name', '示范公司云山项目部');
    const wrong = withValue(office, 'totals.claimed', fen(1));
    const keys = (built: ReturnType<typeof boxes>): string[] =>
      built.warnings.map((w) => `${w.field} ${w.rule}`).sort();
    expect(keys(boxes(wrong))).toEqual(keys(build('arb-application', wrong)));
    expect(keys(boxes(wrong))).toHaveLength(4);
  });

  it('puts the user’s own paragraphs under their elements', () => {
    const facts = withValue(oneWorker(), 'narrative.demands', '第一次催要。\n第二次催要。');
    const text = textOf(boxes(facts).model);
    expect(text).toContain('☑ 有　☐ 无\n说明：第一次催要。\n第二次催要。');
    expect(text).not.toContain('月底付清');
  });

  it('is told from the prose by its name alone', () => {
    const [entry] = documentSet(oneWorker());
    if (!entry) throw new Error('no paper');
    const element = inLayout(entry, 'element');
    expect(element?.fileName).toBe('01-劳动人事争议仲裁申请书（要素式）-钟示甲-2026-09-03');
    expect(layoutOfFile('arb-application', `${element?.fileName}.pdf`)).toBe('element');
    expect(layoutOfFile('arb-application', `${entry.fileName}.pdf`)).toBe('narrative');
    expect(inLayout(entry, 'narrative')).toBe(entry);
    expect(documentSet(oneWorker()).map((e) => inLayout(e, 'element') === null)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('arb-group-roster', () => {
  it('adds up to the application and leaves room to sign', () => {
    const facts = group24();
    const { model } = build('arb-group-roster', facts);
    const table = model.blocks.find((b) => b.kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows).toHaveLength(24);
    expect(table.minRowHeightMm).toBeGreaterThanOrEqual(12);
    const sum = table.pageSums?.values.reduce((s, [arrears]) => s + (arrears ?? 0), 0);
    expect(sum).toBe(facts.totals.arrears);
    expect(model).toMatchObject({ orientation: 'landscape', seam: true, title: '集体争议申请人名册' });
  });

  it('reports a total that is not the sum of the rows', () => {
    const facts = withValue(group24(), 'totals.arrears', fen(1));
    expect(rulesOf('arb-group-roster', facts)).toEqual([['totals.arrears', 'sum', 'error']]);
  });

  it('is no collective roster below ten workers', () => {
    const facts = group24();
    const five = { ...facts, applicants: facts.applicants.slice(0, 5) };
    expect(build('arb-group-roster', five).model.title).toBe('申请人名册');
  });
});

describe('arb-group-rep', () => {
  it('wants three to five representatives among the applicants', () => {
    for (const ids of [
      ['worker-0', 'worker-1'],
      ['worker-0', 'worker-1', 'stranger'],
      [0, 1, 2, 3, 4, 5].map((n) => `worker-${n}`),
    ]) {
      expect(rulesOf('arb-group-rep', withValue(group24(), 'representation.applicantIds', ids))).toEqual([
        ['representation.applicantIds', 'representatives', 'error'],
      ]);
    }
  });

  it('binds special acts to consent and offers the voting sheet', () => {
    const text = textOf(build('arb-group-rep', group24()).model);
    expect(text).toContain('必须经被代表的当事人同意');
    expect(text).toContain('特别事项书面表决表');
    expect(text).toContain('☐ 同意');
  });
});

describe('wage-schedule', () => {
  const row = 'applicants.0.arrears.rows.0';
  const rules = (facts: FilingFacts): unknown => rulesOf('wage-schedule', facts);

  it('checks each row: sums, negative arrears, overlap, deductions, minimum wage', () => {
    const one = oneWorker();
    expect(rules(withValue(one, `${row}.gross`, fen(1)))).toContainEqual([`${row}.gross`, 'sum', 'error']);
    expect(rules(withValue(one, `${row}.paid`, fen(1)))).toContainEqual([`${row}.paid`, 'sum', 'error']);
    expect(rules(withValue(one, `${row}.owed`, fen(-1)))).toContainEqual([
      `${row}.owed`,
      'negative',
      'error',
    ]);
    expect(rules(withValue(one, 'applicants.0.arrears.rows.1.from', '2026-03-20'))).toEqual([
      ['applicants.0.arrears.rows.1.from', 'overlap', 'error'],
    ]);
    expect(rules(withValue(one, `${row}.belowMinimumWage`, true))).toEqual([
      [`${row}.base`, 'minimumWage', 'advice'],
    ]);
    const deduction = [{ label: '罚款', amount: zeroFen, basis: null }];
    expect(rules(withValue(one, `${row}.deductions`, deduction))).toEqual([
      [`${row}.deductions.0.basis`, 'deduction', 'advice'],
    ]);
  });

  it('lets an overpaid month owe nothing', () => {
    const over = withValue(withValue(oneWorker(), `${row}.payments`, []), `${row}.paid`, fen(10_000_000));
    const facts = withValue(
      withValue(over, `${row}.owed`, zeroFen),
      'applicants.0.arrears.total',
      fen(1_740_000),
    );
    expect(rules(facts)).toEqual([]);
  });
});

describe('evidence-list', () => {
  it('runs sixty items through with continuous pages', () => {
    const facts = { ...oneWorker(), evidence: evidence(60) };
    const { model, warnings } = build('evidence-list', facts);
    expect(warnings).toEqual([]);
    expect(textOf(model)).toContain(`共60项，每套${facts.evidence.at(-1)?.pageTo}页`);
    expect(rulesOf('evidence-list', withValue(facts, 'evidence.30.pageFrom', 1))).toContainEqual([
      'evidence.30.pageFrom',
      'pages',
      'error',
    ]);
    expect(rulesOf('evidence-list', withValue(facts, 'evidence.40.group', 'identity'))).toEqual([
      ['evidence.40.group', 'order', 'advice'],
    ]);
  });
});

describe('power-of-attorney', () => {
  it('ticks only what was given', () => {
    const text = textOf(build('power-of-attorney', oneWorker(), 'worker-0').model);
    for (const word of ['变更、增加请求', '和解', '接受调解']) expect(text).toContain(`☑ ${word}`);
    for (const word of ['承认对方的请求', '放弃请求', '提起上诉', '代领款项（单独授权）', '执行']) {
      expect(text).toContain(`☐ ${word}`);
    }
    expect(text).not.toContain('全权代理');
  });

  it('knows the limits of a mandate', () => {
    const facts = oneWorker();
    const general = withValue(facts, 'agents.0.mode', 'general');
    expect(rulesOf('power-of-attorney', general)).toEqual([
      ['agents.0.powers', 'generalWithPowers', 'error'],
    ]);
    const collect = withValue(facts, 'agents.0.powers', ['collect']);
    expect(rulesOf('power-of-attorney', collect)).toEqual([['agents.0.powers', 'collect', 'advice']]);
    const late = withValue(facts, 'agents.0.from', '2026-09-04');
    expect(rulesOf('power-of-attorney', late)).toEqual([['agents.0.from', 'mandateLate', 'advice']]);
    const three = { ...facts, agents: [1, 2, 3].map((n) => ({ ...agent(), id: `agent-${n}` })) };
    expect(rulesOf('power-of-attorney', three)).toEqual([['agents', 'tooManyAgents', 'error']]);
  });
});

describe('names', () => {
  const rare = '𠮷𬭎䶮㛃堃';
  const long = `${'阿卜杜热合曼'.repeat(6)}·买买提`;

  it.each([rare, long])('carries %s whole through every paper', (name) => {
    const facts = withValue(group24(), 'applicants.0.name', name);
    for (const { formId, target } of documentSet(facts)) {
      if (target.applicantId && target.applicantId !== 'worker-0') continue;
      expect(textOf(forms[formId].build(facts, 'zh-CN', target).model)).toContain(name);
    }
  });

  it('makes file names that Windows takes', () => {
    const name = paperFileName(3, '工资清单·欠薪明细表', 'A/B:C*<x>|"?\u0001. ', '2026-09-03');
    expect(name).toBe('03-工资清单·欠薪明细表-A／B：C＊x｜？-2026-09-03');
    const wide = paperFileName(1, '授权委托书', '𠮷'.repeat(90), null);
    expect(wide).toBe(`01-授权委托书-${'𠮷'.repeat(40)}`);
    expect(new TextEncoder().encode(wide).length).toBeLessThan(240);
  });
});

describe('documentSet', () => {
  it('lists a single worker’s papers in order', () => {
    expect(documentSet(oneWorker()).map((e) => e.fileName)).toEqual([
      '01-劳动人事争议仲裁申请书-钟示甲-2026-09-03',
      '02-工资清单·欠薪明细表-钟示甲-2026-09-03',
      '03-证据清单-钟示甲-2026-09-03',
      '04-授权委托书-钟示甲-2026-09-03',
      '05-送达地址确认书-钟示甲-2026-09-03',
    ]);
  });

  it('adds roster, instrument and summary for a group, and one schedule and mandate for each worker', () => {
    const set = documentSet(group24());
    expect(set.map((e) => e.order)).toEqual(set.map((_, i) => i + 1));
    expect(set.slice(0, 5).map((e) => e.title)).toEqual([
      '劳动人事争议仲裁申请书',
      '当事人基本情况',
      '集体争议申请人名册',
      '推举代表人书',
      '工资清单·欠薪明细汇总表',
    ]);
    expect(set.filter((e) => e.formId === 'wage-schedule')).toHaveLength(25);
    expect(set.filter((e) => e.formId === 'power-of-attorney')).toHaveLength(24);
    expect(set.filter((e) => e.formId === 'service-address')).toHaveLength(24);
    expect(new Set(set.map((e) => e.fileName)).size).toBe(set.length);
    expect(set[0]?.copies).toEqual({ tribunal: 1, opponents: 4, own: 1, total: 6 });
  });

  it('lists the forms by catalogue number', () => {
    const numbers = formList.map((f) => f.number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers).toEqual(expect.arrayContaining([1, 3, 4, 5, 6, 14, 56]));
  });
});
