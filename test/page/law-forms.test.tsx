// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import i18next from 'i18next';
import { act } from 'react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '../../renderer/app/locales.ts';
import { forgetTyped, Workbench } from '../../renderer/features/law/calculators/CalculatorsTab.tsx';
import { everyField, fieldsOf } from '../../renderer/features/law/calculators/fields.ts';
import { outcomeOf } from '../../renderer/features/law/calculators/outcome.ts';
import { mainColumns, mainFields, sectionsOf } from '../../renderer/features/law/calculators/sections.ts';
import { fromInput, toInput } from '../../renderer/features/law/calculators/values.ts';
import { lawTables } from '../../renderer/features/law/law-data.ts';
import { NoticeProvider } from '../../renderer/ui/notices.tsx';
import { plainDate } from '../../shared/kernel/date.ts';
import { formatYuan } from '../../shared/kernel/money.ts';
import { calculate, dueInputJsonSchema, listCalculators, listRules } from '../../shared/law/index.ts';
import vectors from '../law/fixtures/vectors.json' with { type: 'json' };
import { leave, render, startChinese, type } from './render.tsx';

const calculators = listCalculators();
const ctx = { ...lawTables(), asOf: plainDate('2026-11-21') };

beforeAll(startChinese);
beforeEach(forgetTyped);

type Words = {
  field: Record<string, string>;
  override: Record<string, Record<string, string>>;
  option: Record<string, Record<string, string>>;
};

const schemas = [
  ...calculators.map((c) => ({ id: c.id, schema: c.inputSchema })),
  ...listRules().map((r) => ({ id: 'due', schema: dueInputJsonSchema(r.id) })),
];

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const words: Words = locales[language].calculators;

  it('every field of every calculator has a label', () => {
    const bare = schemas.flatMap(({ id, schema }) =>
      everyField(fieldsOf(schema))
        .filter((f) => !(words.override[id]?.[f.name] ?? words.field[f.name]))
        .map((f) => `${id}.${f.path}`),
    );
    expect(bare).toEqual([]);
  });

  it('every choice has a name', () => {
    const bare = schemas.flatMap(({ id, schema }) =>
      everyField(fieldsOf(schema)).flatMap((f) =>
        f.options.filter((o) => !words.option[f.name]?.[String(o)]).map((o) => `${id}.${f.path}=${o}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('no label stands for a field that no calculator has', () => {
    const known = new Set(schemas.flatMap(({ schema }) => everyField(fieldsOf(schema)).map((f) => f.name)));
    expect(Object.keys(words.field).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the layout of the forms', () => {
  it.each(Object.entries(mainFields))('%s names fields that exist', (id, names) => {
    const info = calculators.find((c) => c.id === id);
    const paths = fieldsOf(info?.inputSchema ?? {}).map((f) => f.path);
    for (const name of names) expect(paths).toContain(name);
  });

  it.each(Object.entries(mainColumns))('%s names columns that exist', (key, names) => {
    const [id, list] = key.includes('.') ? key.split('.') : [null, key];
    const lists = calculators
      .filter((c) => id === null || c.id === id)
      .flatMap((c) => fieldsOf(c.inputSchema).filter((f) => f.path === list && f.kind === 'list'));
    expect(lists.length).toBeGreaterThan(0);
    for (const l of lists) for (const name of names) expect(l.columns.map((c) => c.name)).toContain(name);
  });

  it.each(calculators)('$id shows every field once', ({ id, inputSchema, example }) => {
    const fields = fieldsOf(inputSchema);
    const { main, folded } = sectionsOf(id, fields, example);
    const shown = [...main, ...folded.flatMap(([, own]) => own)].map((f) => f.path);
    expect([...shown].sort()).toEqual(fields.map((f) => f.path).sort());
    expect(main.length).toBeGreaterThan(0);
  });
});

describe('what is typed and what is computed', () => {
  it.each(calculators)('$id: the example computes from the form as it does without', (info) => {
    const fields = fieldsOf(info.inputSchema);
    const outcome = outcomeOf(info.id, fields, fromInput(fields, info.example), ctx);
    expect(outcome).toMatchObject({ state: 'done' });
    if (outcome.state !== 'done') return;
    expect(outcome.result).toEqual(calculate(info.id, info.example, ctx));
  });

  const all = vectors as { id: string; calculator: string; inputs: Record<string, unknown> }[];
  it.each(all)('$id $calculator comes out of the form as it went in', ({ calculator, inputs }) => {
    const fields = fieldsOf(calculators.find((c) => c.id === calculator)?.inputSchema ?? {});
    const again = toInput(fields, fromInput(fields, inputs));
    expect(calculate(calculator, again, ctx).result).toEqual(calculate(calculator, inputs, ctx).result);
  });

  it('an empty form asks for nothing', () => {
    for (const c of calculators)
      expect(outcomeOf(c.id, fieldsOf(c.inputSchema), {}, ctx)).toEqual({ state: 'empty' });
  });

  it('a figure that no table has is asked for at its field', () => {
    const fields = fieldsOf(calculators.find((c) => c.id === 'work-injury-nursing-fee')?.inputSchema ?? {});
    const outcome = outcomeOf(
      'work-injury-nursing-fee',
      fields,
      { dependence: 'complete', areaCode: '659001', date: '2026-03-01' },
      ctx,
    );
    if (outcome.state !== 'refused') return expect.unreachable('the table has no such place');
    expect(outcome.missing?.table).toBe('averageWages');
    expect([...outcome.issues.values()][0]).toMatchObject({ code: 'no-data-field' });
    expect(fields.some((f) => f.path === [...outcome.issues.keys()][0] && f.source)).toBe(true);
  });
});

async function open(id: string) {
  const info = calculators.find((c) => c.id === id);
  if (!info) throw new Error(id);
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  return render(
    <App>
      <QueryClientProvider client={client}>
        <NoticeProvider>
          <Workbench info={info} />
        </NoticeProvider>
      </QueryClientProvider>
    </App>,
  );
}

const press = (host: HTMLElement, name: string) =>
  act(async () => {
    [...host.querySelectorAll('button')].find((b) => b.textContent?.replace(/\s/g, '') === name)?.click();
  });

describe('the workbench', () => {
  it.each(calculators)('$id renders and fills in its example', async (info) => {
    const page = await open(info.id);
    await press(page.host, '填入示例');
    const result = page.host.querySelector('.calc-result')?.textContent ?? '';
    const { amountFen, lines } = calculate(info.id, info.example, ctx);
    if (amountFen !== null) expect(result).toContain(formatYuan(amountFen));
    for (const line of lines.slice(0, 3)) expect(result).toContain(line.zh);
    expect(page.host.textContent).not.toMatch(
      /(?:field|option|calc|words|override)\.\w|undefined|NaN|\[object/,
    );
    expect(page.host.querySelectorAll('.calc-form [data-field]').length).toBeGreaterThan(0);
    await page.remove();
  });

  it('says beside the field what is wrong and keeps what was typed', async () => {
    const page = await open('social-insurance-late-fee');
    const [money, days] = [...page.host.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    await type(money, '一万多');
    expect(page.host.querySelector('[data-field=arrears] .field-error')?.textContent).toContain(
      '不是有效金额',
    );
    await type(money, '1.2万');
    expect(page.host.textContent).toContain('人民币壹万贰仟元整');
    expect(page.host.querySelector('[data-field=days] .field-error')).toBeNull();
    await type(days, '');
    await leave(days);
    expect(page.host.querySelector('[data-field=days] .field-error')?.textContent).toContain('请填写');
    await type(days, '10');
    expect(page.host.querySelector('.calc-figure')?.textContent).toBe('¥60.00');
    await page.remove();
    const again = await open('social-insurance-late-fee');
    expect(again.host.querySelector('.calc-figure')?.textContent).toBe('¥60.00');
    expect(Object.keys(localStorage).filter((k) => k !== 'gongdao.preferences')).toEqual([]);
    await again.remove();
  });

  it('speaks English when the screen does', async () => {
    await act(async () => void (await i18next.changeLanguage('en')));
    const page = await open('economic-compensation');
    await press(page.host, 'Fillinanexample');
    expect(page.host.textContent).toContain('Date of hire');
    expect(page.host.querySelector('.calc-figure')?.textContent).toBe('¥24,000.00');
    await page.remove();
    await act(async () => void (await i18next.changeLanguage('zh-CN')));
  });
});
