import { describe, expect, test } from 'vitest';
import {
  citation,
  dayUnit,
  dueDate,
  dueInputJsonSchema,
  listEventTypes,
  listParts,
  listProvisions,
  listRules,
  provisionOf,
  ruleOf,
} from '../../shared/law/index.ts';
import { dueDateOf } from '../../shared/law/rules/due.ts';
import { arbitrationTrack } from '../../shared/law/tracks/arbitration.ts';
import reference from './fixtures/reference-ids.json' with { type: 'json' };
import referencePeriods from './fixtures/reference-periods.json' with { type: 'json' };
import { ctx, d, failureOf } from './support.ts';

// Nothing else notices a wrong number: a length is written down twice, here as it was read in the statute.
test('the length of every limit is as the statute has it', () => {
  const periods = listRules().flatMap((r) =>
    r.period ? [[r.id, `${r.period.length} ${r.period.unit}`]] : [],
  );
  expect(Object.fromEntries(periods)).toEqual(referencePeriods);
});

const hanzi = /[\u4e00-\u9fff]/;

test('ids are unique and the first slice is complete', () => {
  const ids = listRules().map((r) => r.id);
  expect(new Set(ids).size).toBe(ids.length);
  const slice =
    'lim-general lim-wage-employed lim-wage-ended lim-interrupt lim-suspend arb-receipt arb-correct-notice arb-accept-decision arb-reject-notice arb-serve-copy arb-answer arb-serve-answer arb-counterclaim arb-jur-objection arb-panel arb-hearing-notice arb-postpone-request arb-award arb-coll-onenotice arb-migrant-30d suit-nonfinal suit-final-worker setaside enf-apply med-conclude la-decide';
  expect(ids).toEqual(expect.arrayContaining(slice.split(' ')));
});

test('rules by status: a change here is a change in how much has been checked', () => {
  const count = (list: readonly { status: string }[]): Record<string, number> => {
    const by: Record<string, number> = {};
    for (const { status } of list) by[status] = (by[status] ?? 0) + 1;
    return by;
  };
  expect(count(listRules())).toEqual({ verified: 142, secondary: 16 });
  expect(count(listProvisions())).toEqual({ verified: 75, secondary: 6, design: 6, 'from-memory': 1 });
});

/** Papers without articles: a form, reports in the press, a ruling, a reply. */
const withoutArticles = ['svc-mail-return', 'arb-migrant-local'];

test('what is verified names its article; where it is not known, that is said with the text', () => {
  const all = [...listRules(), ...listProvisions()];
  const blank = all.filter((r) => r.source.article === '');
  expect(blank.filter((r) => r.status === 'verified').map((r) => r.id)).toEqual([]);
  const silent = blank.filter((r) => r.status !== 'design' && !r.source.articleUnknown).map((r) => r.id);
  expect(silent).toEqual(withoutArticles);
  const unknown = all.filter((r) => r.source.articleUnknown);
  expect(unknown).toHaveLength(13);
  for (const { id, source } of unknown) {
    expect(citation(source).zh, id).toContain('（条号未核）');
    expect(citation(source).en, id).toContain('(article not checked)');
  }
  // An extension is cited beside the limit, so it is held to the same.
  for (const { id, extension, openExtension } of listRules())
    for (const source of [extension?.source, openExtension?.source])
      if (source?.article === '') expect(source.articleUnknown, id).toBe(true);
});

test('a provision says whom it binds from when and what follows, or that it binds nobody: all three or none', () => {
  const bound = listProvisions().filter((p) => p.bearer !== null);
  expect(bound).toHaveLength(8);
  for (const p of listProvisions()) {
    const parts = [p.trigger, p.bearer, p.ifMissed].filter((part) => part !== null);
    expect([0, 3], p.id).toContain(parts.length);
  }
  for (const { id, trigger } of bound) expect(listEventTypes(), id).toContain(trigger?.event);
});

test('what of a rule is still to be checked is counted, and said beside every result', () => {
  const doubted = (list: readonly { id: string; doubts: readonly unknown[] }[]): string[] =>
    list.filter((entry) => entry.doubts.length > 0).map((entry) => entry.id);
  expect(doubted(listRules()).sort()).toEqual([
    'cap-serve',
    'inj-serve',
    'ins-decide',
    'la-closing',
    'lim-mediation-agreement',
    'neg-reply',
    'po-to-suit',
    'svc-public-30d',
  ]);
  expect(doubted(listProvisions()).sort()).toEqual([
    'arb-withdraw',
    'eff-suit-withdrawn',
    'fin-scope',
    'la-local',
  ]);
  const said = dueDate('la-closing', { trigger: '2026-09-07' }, ctx);
  expect(said.provisional).toBe(false);
  expect(said.warnings).toEqual([{ code: 'partly-unverified', text: ruleOf('la-closing').doubts[0]?.text }]);
});

test('a notice from before the 30 days of today is provisional and says why', () => {
  const codes = (trigger: string): [boolean, string[]] => {
    const { provisional, warnings } = dueDate('svc-public-30d', { trigger }, ctx);
    return [provisional, warnings.map((w) => w.code)];
  };
  expect(codes('2021-12-31')).toEqual([true, ['partly-unverified']]);
  expect(codes('2022-01-01')).toEqual([false, []]);
});

test('every row of the reference table is a rule or a provision, with the status it has there', () => {
  const have = new Map([...listRules(), ...listProvisions()].map((entry) => [entry.id, entry.status]));
  // Read in a text whose article is not known, or not known to be still in force.
  const less = ['eff-suit-withdrawn', 'la-local'];
  for (const [id, status] of Object.entries(reference))
    expect([id, have.get(id)]).toEqual([id, less.includes(id) ? 'secondary' : status]);
  expect(Object.keys(reference)).toHaveLength(220);
});

test('rules and provisions share no id, and every part lists its own', () => {
  const ids = [...listRules(), ...listProvisions()].map((entry) => entry.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(listParts().flatMap((p) => [...p.rules, ...p.provisions])).toHaveLength(ids.length);
  for (const { id } of listProvisions()) expect(provisionOf(id).id).toBe(id);
  expect(failureOf(() => provisionOf('cnt-nothing')).code).toBe('not-found');
});

test.each([
  ['cnt-start-excluded', 'suit-nonfinal', { trigger: '2026-03-10' }, '3月25日'],
  ['cnt-natural-default', 'la-decide', { trigger: '2026-11-16' }, '11月23日'],
  ['cnt-wd-arb', 'arb-answer', { trigger: '2025-01-20' }, '2月8日'],
  ['cnt-wd-reconsideration', 'rec-accept', { trigger: '2026-11-20' }, '11月27日'],
  ['cnt-wd-enforce-act', 'ins-enforce-demand', { trigger: '2026-09-18' }, '10月9日'],
  ['cnt-wd-penalty', 'ins-serve', { trigger: '2026-11-20' }, '12月1日'],
  ['cnt-explicit-wd', 'ins-investigate', { trigger: '2024-08-01' }, '10月30日'],
  ['cnt-roll-forward', 'lit-appeal', { trigger: '2026-09-16' }, '10月8日'],
  ['cnt-roll-lastday-only', 'arb-award', { trigger: '2026-09-01' }, '10月16日'],
  ['cnt-makeup-day', 'suit-nonfinal', { trigger: '2026-09-25' }, '10月10日'],
  ['cnt-backward', 'arb-hearing-notice', { trigger: '2025-02-10' }, '1月27日'],
  ['cnt-extension-base', 'arb-award', { trigger: '2024-08-20', extensionDays: 15 }, '10月21日'],
  [
    'cnt-tolling',
    'arb-award',
    { trigger: '2026-03-02', excluded: [{ from: '2026-03-10', to: '2026-03-20' }] },
    '4月27日',
  ],
  ['cnt-calendar-missing', 'suit-nonfinal', { trigger: '2026-12-18' }, '1月4日'],
  ['cnt-rollback-pay', 'wage-payday', { trigger: '2026-10-05' }, '9月30日'],
  ['svc-lapse-convention', 'svc-post-3wd', { trigger: '2026-03-10' }, '3月13日'],
  ['arb-restarts', 'arb-award', { trigger: '2026-03-02', restarts: ['2026-03-20'] }, '5月6日'],
  ['arb-simple-convert', 'arb-award', { trigger: '2026-03-02' }, '4月16日'],
  ['enf-instalment-old', 'enf-apply', { trigger: '2025-06-30' }, '6月30日'],
  ['ins-90d', 'ins-investigate', { trigger: '2026-03-02' }, '5月28日'],
] as const)('the example of %s is the date that %s gives', (id, rule, input, told) => {
  const due = dueDate(rule, input, ctx).due ?? '';
  const [, month, day] = due.split('-').map(Number);
  expect(`${month}月${day}日`).toBe(told);
  expect(provisionOf(id).example.zh).toContain(told);
});

test('a rule of one province says so in another', () => {
  const told = (region?: string) =>
    dueDate(
      'svc-public-zj-10d',
      { trigger: '2026-09-28' },
      { ...ctx, ...(region && { region }) },
    ).warnings.map((w) => w.code);
  expect(told('510104')).toContain('rule-of-another-place');
  expect(told('330106')).not.toContain('rule-of-another-place');
  expect(told()).not.toContain('rule-of-another-place');
});

describe.each(listProvisions().map((p) => [p.id, p] as const))('%s', (_, provision) => {
  test('has texts in both languages and a source', () => {
    const sources = [provision.source, ...provision.furtherSources];
    const texts = [
      provision.title,
      provision.text,
      provision.example,
      ...provision.notes,
      ...sources.flatMap((s) => [s.instrument, citation(s)]),
    ];
    for (const text of texts) {
      expect(text.zh).toMatch(hanzi);
      expect(text.en).toMatch(/[a-z]/i);
      expect(text.en).not.toMatch(hanzi);
    }
    for (const source of sources) expect(source.version).not.toBe('');
    expect(provision.tracks.length).toBeGreaterThan(0);
  });
});

describe.each(listRules().map((r) => [r.id, r] as const))('%s', (id, rule) => {
  test('has texts in both languages and a source', () => {
    const texts = [
      rule.title,
      rule.trigger.words,
      rule.ifMissed,
      rule.source.instrument,
      ...rule.notes,
      ...rule.furtherSources.map((s) => s.instrument),
      ...rule.variants.flatMap((v) => [v.name, v.text, v.source.instrument]),
      ...(rule.extension ? [rule.extension.approver] : []),
      ...(rule.openExtension ? [rule.openExtension.approver] : []),
      ...(rule.fixed ? [rule.fixed.by] : []),
      ...rule.disagreements.flatMap((d) => [d.question, d.why, ...d.readings.map((r) => r.text)]),
    ];
    for (const text of texts) {
      expect(text.zh).toMatch(hanzi);
      expect(text.en).toMatch(/[a-z]/i);
      expect(text.en).not.toMatch(hanzi);
    }
    expect(rule.source.version).not.toBe('');
    expect(rule.tracks.length).toBeGreaterThan(0);
  });

  test('computes, and describes its input', () => {
    const result = dueDate(id, { trigger: '2026-03-02' }, ctx);
    expect(result.due === null).toBe(rule.period === null);
    expect(dueInputJsonSchema(id)).toMatchObject({ type: 'object', required: ['trigger'] });
  });
});

test('every rule that a transition opens or closes exists', () => {
  for (const t of arbitrationTrack.transitions) for (const id of [...t.opens, ...t.closes]) ruleOf(id);
});

test('the day unit of every rule of the case rules follows their article 80', () => {
  const cited = listRules().filter((r) =>
    [r.source, ...r.furtherSources].some((s) => /\b80\b/.test(s.article)),
  );
  expect(cited.length).toBeGreaterThan(10);
  for (const { period } of cited)
    expect(period?.unit).toBe(dayUnit('arbitration-case-rules', period?.length ?? 0));
});

describe('input', () => {
  test.each([
    ['no trigger', {}, 'trigger', 'required'],
    ['a date before 1900', { trigger: '1899-12-31' }, 'trigger', 'date-out-of-range'],
    ['a date after 2199', { trigger: '2200-01-01' }, 'trigger', 'date-out-of-range'],
    ['29 February of no leap year before 1900', { trigger: '1899-02-29' }, 'trigger', 'date-invalid'],
    ['the 32nd', { trigger: '1899-12-32' }, 'trigger', 'date-invalid'],
    ['a date that does not exist', { trigger: '2025-02-29' }, 'trigger', 'date-invalid'],
    ['a number', { trigger: 20250101 }, 'trigger', 'invalid-type'],
    [
      'too long an extension',
      { trigger: '2025-01-02', extensionDays: 16 },
      'extensionDays',
      'extension-too-long',
    ],
    [
      'an option the rule does not know',
      { trigger: '2025-01-02', interruptions: [] },
      'interruptions',
      'unknown-field',
    ],
    ['a bad restart', { trigger: '2025-01-02', restarts: ['2025-13-01'] }, 'restarts.0', 'date-invalid'],
  ])('%s is refused by name', (_, input, path, code) => {
    expect(failureOf(() => dueDate('arb-award', input, ctx))).toMatchObject({
      code: 'invalid-input',
      issues: [{ path, code }],
    });
  });

  test('an unknown rule is not found', () => {
    expect(failureOf(() => dueDate('arb-nothing', { trigger: '2025-01-02' }, ctx)).code).toBe('not-found');
  });
});

describe('local variants', () => {
  test('a conditional local rule only warns', () => {
    const result = dueDate('la-decide', { trigger: '2026-09-28' }, { ...ctx, region: '330106' });
    expect(result.due).toBe('2026-10-08');
    expect(result.warnings.map((w) => w.code)).toEqual(['local-rule']);
    expect(dueDate('la-decide', { trigger: '2026-09-28' }, { ...ctx, region: '510104' }).warnings).toEqual(
      [],
    );
  });

  test('C32 a local period that replaces is applied, cited and said so', () => {
    const base = ruleOf('la-decide');
    const source = { instrument: { zh: '某地规定', en: 'A local rule' }, article: '1', version: '2026' };
    const rule = {
      ...base,
      variants: [
        {
          region: '99',
          name: { zh: '某地', en: 'Somewhere' },
          mode: 'replaces' as const,
          period: { length: 7, unit: 'working-day' as const },
          text: { zh: '某地为七个工作日', en: 'Seven working days there' },
          source,
          status: 'verified' as const,
        },
      ],
    };
    const result = dueDateOf(rule, { trigger: '2026-09-28' }, { ...ctx, region: '990101' });
    expect(result.due).toBe('2026-10-13');
    expect(result.source).toEqual(source);
    expect(result.warnings.map((w) => w.code)).toEqual(['local-rule-applied']);
  });
});

test('what is counted in working days under the Case Rules cites their article 80', () => {
  const rules = listRules().filter(
    (r) =>
      r.period?.unit === 'working-day' &&
      [r.source, ...r.furtherSources].some((s) => s.instrument.zh.includes('仲裁')),
  );
  expect(rules.length).toBeGreaterThan(18);
  for (const r of rules) {
    const { furtherSources, source } = dueDateOf(r, { trigger: d('2026-09-21') }, ctx);
    const cited = [source, ...furtherSources].filter((s) => s.instrument.zh === '劳动人事争议仲裁办案规则');
    expect(
      cited.flatMap((s) => s.article.split(', ')),
      r.id,
    ).toContain('80');
  }
});

test('a provision asked for as a limit is told from an unknown id', () => {
  expect(failureOf(() => ruleOf('svc-receipt')).details).toEqual({
    rule: 'svc-receipt',
    reason: 'no-period',
    ...provisionOf('svc-receipt').title,
  });
  expect(failureOf(() => ruleOf('no-such')).details).toEqual({ rule: 'no-such' });
});

test('a limit that would end after 2199 names the day that leads there', () => {
  const issues = (rule: string, input: object) => failureOf(() => dueDate(rule, input, ctx)).issues;
  const params = { year: 2200 };
  for (const rule of ['lim-general', 'arb-answer', 'arb-award'])
    expect(issues(rule, { trigger: '2199-12-31' }), rule).toEqual([
      { path: 'trigger', code: 'date-out-of-range', params },
    ]);
  expect(issues('lim-general', { trigger: '2199-01-04', interruptions: ['2199-12-30'] })).toEqual([
    { path: 'interruptions.0', code: 'date-out-of-range', params },
  ]);
});
