import { unifyRadicals } from '../../../../shared/kernel/text.ts';
import { trait, traitsOf } from '../../layout/characters.ts';
import type { Face, Inline } from '../../model/blocks.ts';
import { boxFont, fontsOf, latinFont } from './faces.ts';
import { element, escapeXml, setting } from './xml.ts';

export interface RunStyle {
  readonly face?: Face;
  readonly bold?: boolean;
  /** Size in points, where it differs from that of the style. */
  readonly size?: number;
  /** `C00000`, for a red letterhead. */
  readonly colour?: string;
}

/** What a paragraph's runs need to know around them. */
export interface RunContext {
  readonly english: boolean;
  /** Size of the surrounding text in points. */
  readonly size: number;
  /** The longest line in characters of that size: a blank is never wider. */
  readonly roomEm: number;
  readonly style?: RunStyle;
}

/** Properties of a run in the order that the schema wants; empty where the style says it all. */
export function runProperties(
  style: RunStyle,
  extra: { underline?: boolean; symbol?: boolean } = {},
): string {
  const fonts = extra.symbol
    ? element('w:rFonts', {
        'w:ascii': boxFont,
        'w:hAnsi': boxFont,
        'w:eastAsia': boxFont,
        'w:cs': boxFont,
        'w:hint': 'eastAsia',
      })
    : style.face
      ? fontsOf(style.face)
      : '';
  const parts =
    fonts +
    (style.bold ? '<w:b/>' : '') +
    (style.colour ? setting('color', style.colour) : '') +
    (style.size ? setting('sz', halfPoints(style.size)) + setting('szCs', halfPoints(style.size)) : '') +
    (extra.underline ? setting('u', 'single') : '');
  return parts === '' ? '' : element('w:rPr', {}, parts);
}

/** Word's sizes are whole half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** The text as the laid-out paper would show it: radicals as characters, marks that show nothing left out. */
function shown(text: string, english: boolean): string {
  let out = '';
  for (const c of unifyRadicals(text).normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' '))
    if (!(traitsOf(c, english) & trait.invisible)) out += c;
  return out;
}

function textRun(text: string, properties: string): string {
  return text
    .split('\n')
    .map((line, i) => {
      const body = line === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, escapeXml(line));
      return element('w:r', {}, properties + (i > 0 ? '<w:br/>' : '') + body);
    })
    .join('');
}

/** A no-break space of the Latin font is a quarter of an em; underlined, it rules a blank that a person can type into. */
const spacesPerEm = 4;
const space = '\u00a0';

function ruled(widthEm: number, context: RunContext): string {
  const properties = element(
    'w:rPr',
    {},
    element('w:rFonts', { 'w:ascii': latinFont, 'w:hAnsi': latinFont }) + setting('u', 'single'),
  );
  return textRun(space.repeat(Math.round(Math.min(widthEm, context.roomEm) * spacesPerEm)), properties);
}

/** A missing fact's name in small print on the rule, as on the printed paper. */
function gap(inline: Extract<Inline, { kind: 'gap' }>, context: RunContext): string {
  const hint = inline.hint ?? '';
  const size = context.size * 0.7;
  const hintEm = [...hint].length * 0.7;
  const side = Math.max(0.15, (Math.min(inline.widthEm, context.roomEm) - hintEm) / 2);
  if (hint === '') return ruled(inline.widthEm, context);
  return (
    ruled(side, context) +
    textRun(hint, runProperties({ ...context.style, size, colour: '595959' }, { underline: true })) +
    ruled(side, context)
  );
}

/** A box that can be ticked in Word; elsewhere it is the sign. */
function checkbox(checked: boolean, id: number): string {
  const state = (name: string, value: string): string =>
    element(`w14:${name}`, { 'w14:val': value, 'w14:font': boxFont });
  const properties = element(
    'w:sdtPr',
    {},
    setting('id', id) +
      element(
        'w14:checkbox',
        {},
        element('w14:checked', { 'w14:val': checked ? 1 : 0 }) +
          state('checkedState', '2611') +
          state('uncheckedState', '2610'),
      ),
  );
  const run = textRun(checked ? '☑' : '☐', runProperties({}, { symbol: true }));
  return element('w:sdt', {}, properties + element('w:sdtContent', {}, run));
}

/** Counts what must have a number of its own in the file. */
export interface Numbers {
  next(): number;
}

export function inlineRuns(content: readonly Inline[], context: RunContext, numbers: Numbers): string {
  return content.map((inline) => inlineRun(inline, context, numbers)).join('');
}

function inlineRun(inline: Inline, context: RunContext, numbers: Numbers): string {
  switch (inline.kind) {
    case 'text': {
      const style: RunStyle = {
        ...context.style,
        ...(inline.face ? { face: inline.face } : {}),
        ...(inline.bold ? { bold: true } : {}),
      };
      return textRun(shown(inline.text, context.english), runProperties(style));
    }
    case 'gap':
      return gap(inline, context);
    case 'blank':
      return ruled(inline.widthEm, context);
    case 'checkbox':
      return checkbox(inline.checked, numbers.next());
  }
}
