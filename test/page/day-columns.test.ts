import { expect, it } from 'vitest';
import { sideBySide } from '../../renderer/features/dates/DayColumns.tsx';
import type { AgendaItem } from '../../shared/features/calendar/calendar.contract.ts';

const at = (id: string, start: string, end: string): AgendaItem =>
  ({ id, start, end }) as unknown as AgendaItem;
const drawn = (items: readonly AgendaItem[], most: number) =>
  sideBySide(items, most).map((s) => [s.items.map((i) => i.id).join(''), s.start, s.end, s.lane, s.lanes]);

it('gives hearings the whole width again after those that overlap', () => {
  const day = [
    at('a', '09:00', '10:00'),
    at('b', '09:30', '11:00'),
    at('c', '10:00', '10:30'),
    at('d', '14:00', '15:00'),
  ];
  expect(drawn(day, 6)).toEqual([
    ['a', '09:00', '10:00', 0, 2],
    ['b', '09:30', '11:00', 1, 2],
    ['c', '10:00', '10:30', 0, 2],
    ['d', '14:00', '15:00', 0, 1],
  ]);
});

it('puts hearings for which there is no room together into the last lane', () => {
  const day = ['a', 'b', 'c', 'd'].map((id, i) => at(id, '09:00', `1${i}:00`));
  expect(drawn(day, 2)).toEqual([
    ['a', '09:00', '10:00', 0, 2],
    ['bcd', '09:00', '13:00', 1, 2],
  ]);
});
