import { type PlainDate, partsOf } from '../../kernel/date.ts';
import type { Bilingual } from '../common.ts';

const newYear: Bilingual = { zh: '元旦', en: 'New Year' };
const labourDay: Bilingual = { zh: '劳动节', en: 'Labour Day' };
const nationalDay: Bilingual = { zh: '国庆节', en: 'National Day' };

const everyYear: ReadonlyMap<string, Bilingual> = new Map([
  ['01-01', newYear],
  ['05-01', labourDay],
  ['10-01', nationalDay],
  ['10-02', nationalDay],
  ['10-03', nationalDay],
]);

const regulation = '全国年节及纪念日放假办法';

/**
 * The holidays that fall on the same date of the solar calendar each year (全国年节及纪念日放假办法 art. 2: from 2008 on,
 * 2 May from the revision of 2025-01-01 on). No yearly notice can make them working days, so they are rest days before
 * it is out. The festivals of the lunar calendar and 清明 are left to the notice.
 */
export function fixedHoliday(date: PlainDate): { readonly name: Bilingual; readonly notice: string } | null {
  const { year } = partsOf(date);
  if (year < 2008) return null;
  const day = date.slice(5);
  const name = year >= 2025 && day === '05-02' ? labourDay : everyYear.get(day);
  return name ? { name, notice: regulation } : null;
}
