import { describe, expect, it } from 'vitest';
import { formIds } from '../../shared/features/documents/form-ids.ts';
import { expectPositions } from './support/golden.ts';
import { differences } from './support/positions.ts';
import { sampleOf } from './support/variants.ts';

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(formIds)('%s stands on its pages as on record', async (id) => {
    await expectPositions(`golden/${id}.${language}.places`, sampleOf(id, 'full', language).model);
  });
});

describe('the report of differences', () => {
  const line = (page: number, x: number, y: number, text: string): string =>
    [page, x.toFixed(1), y.toFixed(1), text].join('\t');
  const before = [line(1, 28, 40, '仲裁申请书'), line(1, 28, 60, '申请人'), line(1, 28, 68, '被申请人')];

  it('says nothing of what stayed', () => {
    expect(differences(before, before)).toEqual([]);
  });

  it('names what moved with both places, neighbours in one line', () => {
    const now = [line(1, 28, 40, '仲裁申请书'), line(1, 28, 62, '申请人'), line(1, 28, 70, '被申请人')];
    expect(differences(before, now)).toEqual([
      'moved    “申请人” and the 1 that follow: page 1 at 28.0, 60.0 mm → page 1 at 28.0, 62.0 mm',
    ]);
  });

  it('keeps apart what moved by different ways', () => {
    const now = [line(1, 28, 40, '仲裁申请书'), line(1, 28, 62, '申请人'), line(2, 28, 37, '被申请人')];
    expect(differences(before, now)).toEqual([
      'moved    “申请人”: page 1 at 28.0, 60.0 mm → page 1 at 28.0, 62.0 mm',
      'moved    “被申请人”: page 1 at 28.0, 68.0 mm → page 2 at 28.0, 37.0 mm',
    ]);
  });

  it('says nothing of a page number that a line has moved past', () => {
    const sheet = (y: number, on: number) =>
      [line(on, 28, y, '申请人'), line(1, 97, 283, '第1页'), line(2, 97, 283, '第2页')].sort();
    expect(differences(sheet(265, 1), sheet(29, 2))).toEqual([
      'moved    “申请人”: page 1 at 28.0, 265.0 mm → page 2 at 28.0, 29.0 mm',
    ]);
  });

  it('names what was added and what was taken out', () => {
    const now = [line(1, 28, 40, '仲裁申请书'), line(1, 28, 60, '第三人'), line(1, 28, 68, '被申请人')];
    expect(differences(before, now)).toEqual([
      'added    “第三人”: page 1 at 28.0, 60.0 mm',
      'removed  “申请人”: page 1 at 28.0, 60.0 mm',
    ]);
  });
});
