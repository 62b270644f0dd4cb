import divisions from '../../../resources/law/divisions.json';
import { type Division, divisionOf, divisionRank, listDivisions } from '../../../shared/law/index.ts';
import { startsBySound } from './initials.ts';

const provinces: Readonly<Record<string, string>> = {
  '11': 'Beijing',
  '12': 'Tianjin',
  '13': 'Hebei',
  '14': 'Shanxi',
  '15': 'Inner Mongolia',
  '21': 'Liaoning',
  '22': 'Jilin',
  '23': 'Heilongjiang',
  '31': 'Shanghai',
  '32': 'Jiangsu',
  '33': 'Zhejiang',
  '34': 'Anhui',
  '35': 'Fujian',
  '36': 'Jiangxi',
  '37': 'Shandong',
  '41': 'Henan',
  '42': 'Hubei',
  '43': 'Hunan',
  '44': 'Guangdong',
  '45': 'Guangxi',
  '46': 'Hainan',
  '50': 'Chongqing',
  '51': 'Sichuan',
  '52': 'Guizhou',
  '53': 'Yunnan',
  '54': 'Tibet',
  '61': 'Shaanxi',
  '62': 'Gansu',
  '63': 'Qinghai',
  '64': 'Ningxia',
  '65': 'Xinjiang',
};

const most = 200;
let all: readonly Division[] | null = null;

function everyDivision(): readonly Division[] {
  all ??= listDivisions(divisions.divisions);
  return all;
}

/** `四川省成都市武侯区`; in English with the province's English name before it. Null for an unknown code. */
export function divisionText(code: string, english: boolean): string | null {
  const division = divisionOf(divisions.divisions, code);
  if (!division) return null;
  return english ? `${provinces[code.slice(0, 2)] ?? ''} · ${division.path}` : division.path;
}

/**
 * What the list shows, closest first and at most 200: for nothing typed the provinces and what lies in the chosen
 * one; else places by name, by code, by the first letters of their pinyin, or by the province's English name.
 */
export function divisionsFor(typed: string, chosen: string): readonly Division[] {
  const needle = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (needle === '') {
    const near = (d: Division): boolean => d.code.endsWith('0000') || d.code.startsWith(chosen.slice(0, 2));
    return everyDivision().filter((d) => (chosen === '' ? d.code.endsWith('0000') : near(d)));
  }
  const ranked = everyDivision().flatMap((division) => {
    const rank = divisionRank(division, needle) ?? soundRank(division, needle);
    return rank === null ? [] : [{ division, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((r) => r.division);
}

function soundRank({ code, name, path }: Division, needle: string): number | null {
  if (!/^[a-z]+$/.test(needle)) return null;
  const english = (provinces[code.slice(0, 2)] ?? '').replace(' ', '').toLowerCase();
  if (needle.length >= 3 && english.startsWith(needle)) return code.endsWith('0000') ? 0 : 5;
  if (startsBySound(name, needle)) return [...name].length === needle.length ? 1 : 2;
  return startsBySound(path, needle) ? 3 : null;
}
