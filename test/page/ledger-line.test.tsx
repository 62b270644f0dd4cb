// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { LedgerLine } from '../../renderer/features/case/dates/LedgerPanel.tsx';
import type { Ledger } from '../../shared/features/deadlines/deadlines.contract.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { render, startChinese } from './render.tsx';

const segment = (
  state: Ledger['segments'][number]['state'],
  from: string,
  to: string | null,
  event: Ledger['segments'][number]['event'],
): Ledger['segments'][number] => ({
  state,
  from: plainDate(from),
  to: to === null ? null : plainDate(to),
  event,
  lastDay: null,
  remainingDays: null,
  provisional: false,
});

const stopped: Ledger = {
  ruleId: 'lim-general',
  title: { zh: '仲裁时效', en: 'Limitation' },
  state: 'stopped',
  lastDay: null,
  provisional: true,
  segments: [
    segment('running', '2026-01-05', '2026-08-31', {
      zh: '知道或应当知道权利被侵害',
      en: 'infringement known',
    }),
    segment('stopped', '2026-09-01', null, { zh: '时效中止事由发生', en: 'limitation suspended' }),
  ],
  otherReadings: [{ text: { zh: '另一读法', en: 'other' }, lastDay: plainDate('2027-02-01') }],
  notes: [{ zh: '请核对', en: 'check' }],
};

beforeAll(startChinese);

test('the drawing has the same in words, for eyes and for a reader', async () => {
  const page = await render(<LedgerLine ledger={stopped} />);
  const drawing = page.host.querySelector('svg');
  expect(drawing?.querySelectorAll('rect')).toHaveLength(2);
  for (const text of [drawing?.getAttribute('aria-label') ?? '', page.host.textContent ?? '']) {
    expect(text).toContain('2026-01-05 至 2026-08-31');
    expect(text).toContain('2026-09-01 起');
    expect(text).toContain('最后一日待定');
  }
  expect(page.host.textContent).toContain('另一读法，最后一日 2027-02-01');
  // Stretches follow each other without a gap that would read as time lost.
  const [first, second] = [...page.host.querySelectorAll('rect')].map((r) => ({
    from: Number(r.getAttribute('x')),
    width: Number(r.getAttribute('width')),
  }));
  expect((first?.from ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual(second?.from ?? 0);
  await page.remove();
});
