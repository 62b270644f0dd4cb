import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/kernel/errors.ts';
import {
  compareReadings,
  controlSheet,
  type DueResult,
  disagreementsOf,
  dueDate,
  dueInputJsonSchema,
  listProvisions,
  listRules,
  mergeCalendar,
  otherReadings,
  provisionOf,
  type RuleDefinition,
  recheck,
} from '../../shared/law/index.ts';
import { rule as ruleWith, say, workingDays } from '../../shared/law/rules/define.ts';
import { chooseVariant } from '../../shared/law/rules/variants.ts';
import { citation } from '../../shared/law/sources.ts';
import { type WorkedDate, workedDates } from './fixtures/worked-dates.ts';
import { calendar, ctx, d, failureOf, holidaysFile } from './support.ts';

function printed(result: DueResult): string[] {
  const { base, due, unrolled, time, withoutInterruption, cutoff, variant, reason, provisional } = result;
  const cites = [result.source, ...result.furtherSources].map((s) => citation(s).zh).join('；');
  return [
    `= ${due} ${time} (${unrolled}) from ${base}; without interruption ${withoutInterruption}${provisional ? ', provisional' : ''}`,
    `  ${JSON.stringify(result.input)} ${JSON.stringify(result.period)}; ${cites}`,
    ...(cutoff ? [`  until ${cutoff.time}: ${cutoff.text.zh} | ${cutoff.text.en}`] : []),
    ...(variant || reason
      ? [`  ${variant?.region} ${variant?.name.zh} ${variant?.status} because ${reason}`]
      : []),
    `  ${result.readings.map((r) => `${r.disagreement} ${r.reading}${r.isDefault ? '' : ' (chosen)'}`).join(', ')}`,
    ...result.working.map((s) => `  ${s.role} ${s.from} ${s.to}: ${s.text.zh} | ${s.text.en}`),
    ...result.warnings.map(
      (w) => `  ! ${w.code}${w.field ? ` (${w.field})` : ''}: ${w.text.zh} | ${w.text.en}`,
    ),
  ];
}

function worked([id, input, { options = {}, region } = {}]: WorkedDate): string {
  const context = region ? { ...ctx, region } : ctx;
  const chosen = Object.keys(options).length > 0 ? ` ${JSON.stringify(options)}` : '';
  const head = `> ${id} ${JSON.stringify(input)}${region ? ` in ${region}` : ''}${chosen}`;
  try {
    const result = dueDate(id, input, context, options);
    const others = otherReadings(result, context, options);
    return [
      head,
      ...printed(result),
      ...others.map((o) => `  or ${o.disagreement} ${o.reading} ${o.due}: ${o.question.zh} ${o.text.zh}`),
    ].join('\n');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${head}\nrefused: ${JSON.stringify(error.failure)}`;
  }
}

// Read by people: a date, a reading or a sentence that changes shows here, to be judged.
test('dates, worked out in full', async () => {
  const text = workedDates.map(worked).join('\n\n');
  expect(text).not.toMatch(/NaN|\[object/);
  await expect(`${text}\n`).toMatchFileSnapshot('./worked/dates.txt');
});

test('what each rule takes, and on which points its counting is disputed', async () => {
  const line = (rule: RuleDefinition): string => {
    const { properties } = dueInputJsonSchema(rule.id) as { properties: Record<string, object> };
    const fields = Object.entries(properties).map(([name, schema]) => {
      const { minimum, maximum, maxItems } = schema as Record<string, number | undefined>;
      const bounds = [minimum, maximum, maxItems].filter((n) => n !== undefined);
      return bounds.length > 0 ? `${name} ${bounds.join('–')}` : name;
    });
    const disputed = disagreementsOf(rule).map((p) => p.id);
    return `${rule.id}: ${fields.join(', ')}${disputed.length > 0 ? `; ${disputed.join(', ')}` : ''}`;
  };
  await expect(`${listRules().map(line).join('\n')}\n`).toMatchFileSnapshot('./worked/rule-inputs.txt');
});

test('the trigger of a rule is described in its own words', () => {
  const { properties } = dueInputJsonSchema('suit-nonfinal') as {
    properties: { trigger: { description: string } };
  };
  expect(properties.trigger.description).toContain('裁决书');
});

test('comparing readings keeps the other choices', () => {
  const options = { readings: { 'month-base': 'next-day' } };
  const list = compareReadings('lit-1st', { trigger: '2025-02-28' }, ctx, options);
  expect(list.map((c) => `${c.disagreement} ${c.reading} ${c.result.due}`)).toEqual([
    'weekend-roll with-weekends 2025-09-01',
    'weekend-roll holidays-only 2025-09-01',
    'month-base trigger 2025-08-28',
    'month-base next-day 2025-09-01',
  ]);
});

describe('local rules', () => {
  const variant = (region: string, mode: 'replaces' | 'mention', length?: number) => ({
    region,
    mode,
    name: say('某地', 'Somewhere'),
    ...(length === undefined ? {} : { period: workingDays(length) }),
    text: say(`规则${region}`, `rule ${region}`),
    source: listRules()[0]?.source as RuleDefinition['source'],
    status: 'verified' as const,
  });
  const local = ruleWith({
    ...(listRules().find((r) => r.id === 'arb-award') as RuleDefinition),
    variants: [variant('33', 'mention', 9), variant('33', 'replaces', 7), variant('3301', 'replaces', 5)],
  });
  const spoken = (region: string | undefined, options = {}) => {
    const { variant: chosen, warnings } = chooseVariant(local, region, options);
    return [chosen?.region ?? null, ...warnings.map((w) => `${w.code} ${w.text.zh} | ${w.text.en}`)];
  };

  test('the most local one that replaces the national rule is applied and the others are named', () => {
    expect(spoken('330106')).toEqual([
      '3301',
      'local-rule-applied 规则3301（已按5个工作日计算） | rule 3301 (5 working days applied)',
      'local-rule 规则33 | rule 33',
      'local-rule 规则33 | rule 33',
    ]);
    expect(spoken('330200')[0]).toBe('33');
    expect(spoken('510104')).toEqual([null]);
    expect(spoken(undefined)).toEqual([null]);
  });

  test('a person may choose another, or the national one, with a reason', () => {
    const because = { reason: '案情' };
    expect(spoken('330106', { variant: 'national', ...because })).toEqual([
      null,
      'local-rule 规则3301 | rule 3301',
      'local-rule 规则33 | rule 33',
      'local-rule 规则33 | rule 33',
    ]);
    expect(spoken(undefined, { variant: '330200', ...because })).toEqual([
      '33',
      'local-rule-applied 规则33（已按9个工作日计算） | rule 33 (9 working days applied)',
    ]);
    expect(failureOf(() => spoken('33', { variant: '51', ...because })).issues).toEqual([
      { path: 'variant', code: 'unknown-variant', params: { variant: '51' } },
    ]);
  });
});

test('a date is counted anew by the rules of its own place', () => {
  const week = { name: { zh: '元旦', en: 'New Year' }, from: '2027-01-01', to: '2027-01-08', makeUpDays: [] };
  const names = ['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
  const rest = names.map((zh, i) => ({
    name: { zh, en: 'Holiday' },
    from: `2027-0${i + 2}-01`,
    to: `2027-0${i + 2}-01`,
    makeUpDays: [],
  }));
  const year = { year: 2027, notice: { title: '关于2027年' }, holidays: [week, ...rest] };
  const after = mergeCalendar(
    holidaysFile,
    { years: [year] },
    {
      by: '王晓岚',
      on: d('2026-11-25'),
      source: '示例',
    },
  ).calendar;
  const date = { key: 'a', ruleId: 'arb-award', input: { trigger: d('2026-11-20') } };
  const options = { variant: '33', reason: '简易程序' };
  expect(recheck([date], calendar, after).map((r) => [r.before, r.after])).toEqual([
    ['2027-01-04', '2027-01-11'],
  ]);
  expect(recheck([{ ...date, options }], calendar, after)).toEqual([]);
  expect(recheck([{ ...date, region: '330106' }], calendar, after, { region: '510104' })).toHaveLength(1);
});

test('an unknown provision is named, at most by its first sixty characters', () => {
  expect(failureOf(() => provisionOf('y'.repeat(70)))).toEqual({
    code: 'not-found',
    details: { provision: 'y'.repeat(60) },
  });
  expect(listProvisions().every((p) => provisionOf(p.id) === p)).toBe(true);
});

describe('the control sheet', () => {
  const rows = (id: string, input: object) =>
    controlSheet(id, input, ctx).days.map((x) => `${x.date} ${x.standing} ${x.number} ${x.reason?.zh ?? ''}`);

  test('backward, in the order of the calendar', () => {
    expect(rows('arb-postpone-request', { trigger: '2025-02-10' })).toEqual([
      '2025-02-06 due 3 ',
      '2025-02-07 counted 2 ',
      '2025-02-08 counted 1 春节',
      '2025-02-09 skipped null 2025-02-09（星期日）：周末，不计',
      '2025-02-10 trigger null ',
    ]);
  });

  test('with days left out and a restart', () => {
    const input = {
      trigger: '2026-03-02',
      restarts: ['2026-03-04'],
      excluded: [{ from: '2026-03-06', to: '2026-03-08', reason: '等待补正' }],
    };
    expect(rows('arb-accept-decision', input)).toEqual([
      '2026-03-02 trigger null ',
      '2026-03-04 trigger null ',
      '2026-03-05 counted 1 ',
      '2026-03-06 excluded null 2026-03-06（星期五）至2026-03-07（星期六）：依法不计入期间（等待补正）',
      '2026-03-07 excluded null 2026-03-06（星期五）至2026-03-07（星期六）：依法不计入期间（等待补正）',
      '2026-03-08 skipped null 2026-03-08（星期日）：周末，不计',
      '2026-03-09 counted 2 ',
      '2026-03-10 counted 3 ',
      '2026-03-11 counted 4 ',
      '2026-03-12 due 5 ',
    ]);
  });

  test('a year has no numbered days: only those that decide', () => {
    expect(rows('lim-general', { trigger: '2024-03-15' })).toEqual([
      '2024-03-15 trigger null ',
      '2025-03-15 rolled-over null 2025-03-15（星期六）：周末，期满日顺延',
      '2025-03-16 rolled-over null 2025-03-16（星期日）：周末，期满日顺延',
      '2025-03-17 due null ',
    ]);
  });

  test('no more than two hundred days are listed, the last day always', () => {
    const long = controlSheet('arb-evidence', { trigger: '2026-01-05', length: 250 }, ctx).days;
    expect(long).toHaveLength(203);
    expect(long.slice(-4).map((x) => x.date)).toEqual([
      '2026-07-23',
      '2026-09-12',
      '2026-09-13',
      '2026-09-14',
    ]);
    const excluded = { from: '2026-03-06', to: '2027-03-08' };
    const stopped = controlSheet('arb-award', { trigger: '2026-03-02', excluded: [excluded] }, ctx);
    expect(stopped.days.filter((x) => x.standing === 'excluded')).toHaveLength(196);
  });

  test('is signed by two, and says how an extension was granted', () => {
    const granted = controlSheet('arb-award', { trigger: '2026-03-02', extensionDays: 15 }, ctx);
    expect(granted.extension?.length).toEqual({ zh: '15日', en: '15 days' });
    const open = controlSheet('inj-employer', { trigger: '2026-03-02', extendedTo: '2026-05-06' }, ctx, {
      caseNumber: '示例〔2026〕1号',
      confirmedOn: d('2026-03-03'),
      secondSignatory: '李青',
    });
    expect(open.extension?.length).toEqual({ zh: '至2026-05-06', en: 'to 2026-05-06' });
    expect(open.caseNumber).toBe('示例〔2026〕1号');
    expect(open.signatures).toEqual([
      { role: { zh: '核对人', en: 'Confirmed by' }, name: null, on: '2026-03-03' },
      { role: { zh: '复核人', en: 'Second signature' }, name: '李青', on: null },
    ]);
    const plain = controlSheet('arb-award', { trigger: '2026-03-02' }, ctx);
    expect(plain).toMatchObject({ extension: null, caseNumber: null });
    expect(plain.signatures.map((s) => s.on)).toEqual([null, null]);
    expect(plain.lines.map((l) => l.zh).at(-1)).toBe('截止日：2026-04-16（星期四）');
    expect(plain.sources.map((s) => s.text.zh)).toContain('《劳动争议调解仲裁法》第43条');
    expect(plain.sources.every((s) => s.version.length > 0)).toBe(true);
  });

  test('names the reading that was used at each disputed point', () => {
    const chosen = (readings: Record<string, string>) =>
      controlSheet('suit-nonfinal', { trigger: '2024-08-02' }, ctx, {}, { readings }).readings.map(
        (r) => `${r.chosen.zh} ${r.isDefault}`,
      );
    expect(chosen({})).toEqual(['周六、周日同样顺延 true']);
    expect(chosen({ 'weekend-roll': 'holidays-only' })).toEqual(['只对公布的放假日顺延，周末不顺延 false']);
  });
});

test.each([
  ['27', '第27条', '27'],
  ['27(4)', '第27条第4款', '27(4)'],
  ['47[1]', '第47条第1项', '47 item 1'],
  ['23(1)[3], 50', '第23条第1款第3项、第50条', '23(1) item 3, 50'],
  ['30, 33', '第30条、第33条', '30, 33'],
  ['12–16', '第12条至第16条', '12–16'],
  ['12-16, 20(1)', '第12条至第16条、第20条第1款', '12-16, 20(1)'],
  ['82(12)(3)', '第82条第12款(3)', '82(12)(3)'],
  ['附件1', '附件1', '附件1'],
])('article %s', (article, zh, en) => {
  const instrument = { zh: '某法', en: 'Some Law' };
  expect(citation({ instrument, article })).toEqual({ zh: `《某法》${zh}`, en: `Some Law, art. ${en}` });
});

test('an instrument as a whole is cited without an article', () => {
  expect(citation({ instrument: { zh: '某法', en: 'Some Law' }, article: '' })).toEqual({
    zh: '《某法》',
    en: 'Some Law',
  });
});
