import type { Face } from '../../model/blocks.ts';
import { element, setting } from './xml.ts';

interface WordFont {
  /** The name under which Word and WPS list it; files in China are written with it. */
  readonly name: string;
  /** What to take where that name is not installed, first choice first. */
  readonly instead: readonly string[];
  readonly family: 'roman' | 'modern' | 'swiss' | 'script';
  readonly panose: string;
}

/** The four styles of office papers, by the fonts that every Chinese Windows has. No font is embedded. */
const wordFonts: Readonly<Record<Face, WordFont>> = {
  song: {
    name: '宋体',
    instead: ['SimSun', 'Songti SC', 'Noto Serif CJK SC'],
    family: 'roman',
    panose: '02010600030101010101',
  },
  fangsong: {
    name: '仿宋',
    instead: ['仿宋_GB2312', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
    family: 'modern',
    panose: '02010609060101010101',
  },
  kai: {
    name: '楷体',
    instead: ['楷体_GB2312', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'],
    family: 'modern',
    panose: '02010609060101010101',
  },
  hei: {
    name: '黑体',
    instead: ['SimHei', 'Heiti SC', 'Noto Sans CJK SC'],
    family: 'modern',
    panose: '02010609060101010101',
  },
};

/** Digits and Latin letters of every face. */
export const latinFont = 'Times New Roman';
/** Has the ballot boxes, which the Chinese fonts lack. */
export const boxFont = 'Segoe UI Symbol';

export function fontsOf(face: Face): string {
  return element('w:rFonts', {
    'w:ascii': latinFont,
    'w:hAnsi': latinFont,
    'w:eastAsia': wordFonts[face].name,
    'w:cs': latinFont,
  });
}

export function fontTable(): string {
  const chinese = Object.values(wordFonts).map(({ name, instead, family, panose }) =>
    element(
      'w:font',
      { 'w:name': name },
      setting('altName', instead.join(',')) +
        setting('panose1', panose) +
        setting('charset', '86') +
        setting('family', family) +
        setting('pitch', family === 'roman' ? 'auto' : 'fixed'),
    ),
  );
  const latin = element(
    'w:font',
    { 'w:name': latinFont },
    setting('altName', 'Liberation Serif') +
      setting('panose1', '02020603050405020304') +
      setting('charset', '00') +
      setting('family', 'roman') +
      setting('pitch', 'variable'),
  );
  const boxes = element(
    'w:font',
    { 'w:name': boxFont },
    setting('altName', 'MS Gothic,DejaVu Sans') + setting('family', 'swiss') + setting('pitch', 'variable'),
  );
  return [...chinese, latin, boxes].join('');
}
