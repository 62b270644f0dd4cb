import { expect, test } from 'vitest';
import { daysBetween } from '../../shared/kernel/date.ts';
import { controlSheet, listRules } from '../../shared/law/index.ts';
import { ctx, d } from './support.ts';

test('every day from the trigger to the due day stands on the sheet, in order', () => {
  const sheet = controlSheet('arb-answer', { trigger: '2025-01-20' }, ctx);
  expect(sheet.due).toBe('2025-02-08');
  expect(sheet.days).toHaveLength(daysBetween(d('2025-01-20'), d('2025-02-08')) + 1);
  expect(sheet.days[0]).toMatchObject({ date: '2025-01-20', standing: 'trigger', number: null });
  expect(sheet.days.at(-1)).toMatchObject({ date: '2025-02-08', standing: 'due', number: 10 });
  expect(sheet.days.filter((x) => x.number !== null).map((x) => x.number)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  const festival = sheet.days.find((x) => x.date === '2025-01-29');
  expect(festival).toMatchObject({ standing: 'skipped', reason: { zh: '春节' } });
});

test('rolled days are named, and the due day keeps no number of its own', () => {
  const sheet = controlSheet('suit-nonfinal', { trigger: '2024-09-19' }, ctx);
  expect(sheet).toMatchObject({ unrolled: '2024-10-04', due: '2024-10-08', period: { zh: '15日' } });
  const rolled = sheet.days.filter((x) => x.standing === 'rolled-over').map((x) => x.date);
  expect(rolled).toEqual(['2024-10-04', '2024-10-05', '2024-10-06', '2024-10-07']);
});

test('a local rule that was applied is known as surely as itself', () => {
  const input = { trigger: '2026-09-28' };
  expect(controlSheet('la-decide', input, ctx).status).toBe('verified');
  const local = controlSheet('la-decide', input, ctx, {}, { variant: '33', reason: '按省条例' });
  expect(local).toMatchObject({ status: 'secondary', due: '2026-10-13', localRule: { zh: '浙江' } });
});

test('it says what is missing until it is there, and leaves room for a second person', () => {
  const input = { trigger: '2026-03-02', extensionDays: 15 };
  const bare = controlSheet('arb-award', input, ctx);
  expect(bare.missing).toEqual(['triggerDocument', 'extensionDocument', 'confirmedBy']);
  expect(bare.extension).toMatchObject({ length: { zh: '15日' }, document: null });
  const facts = {
    triggerDocument: '受理通知书',
    extensionDocument: '延期审理通知书',
    confirmedBy: '陈明',
    confirmedOn: d('2026-03-03'),
  };
  const full = controlSheet('arb-award', input, ctx, facts);
  expect(full.missing).toEqual([]);
  expect(full.trigger).toMatchObject({ date: '2026-03-02', document: '受理通知书' });
  expect(full.signatures.map((s) => s.name)).toEqual(['陈明', null]);
});

test('choices made by hand are on it', () => {
  const options = { variant: '33', reason: '简易程序', readings: { 'weekend-roll': 'holidays-only' } };
  const sheet = controlSheet('arb-award', { trigger: '2026-03-02' }, ctx, {}, options);
  expect(sheet).toMatchObject({ localRule: { zh: '浙江' }, reason: '简易程序', due: '2026-04-01' });
  expect(sheet.readings.find((r) => !r.isDefault)?.question.zh).toContain('周末');
});

test('every rule makes a sheet', () => {
  for (const rule of listRules()) {
    const sheet = controlSheet(rule.id, { trigger: '2026-03-02', ...(rule.fixed ? { length: 7 } : {}) }, ctx);
    expect(sheet.sources.length).toBeGreaterThan(0);
    if (sheet.due !== null && sheet.time === null) expect(sheet.days.map((x) => x.date)).toContain(sheet.due);
  }
});
