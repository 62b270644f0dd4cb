import type { HeadingMeasure, Measures } from '../../layout/measures.ts';
import { fontsOf } from './faces.ts';
import { halfPoints } from './runs.ts';
import { element, setting, twips } from './xml.ts';

/** Ids of the styles; a heading's is its level. */
export const styleIds = {
  body: 'Normal',
  heading: ['Heading1', 'Heading2', 'Heading3'],
  cell: 'TableText',
  cellHead: 'TableHead',
  signature: 'SignatureLine',
  header: 'Header',
  footer: 'Footer',
} as const;

/** Word's sizes are half points: 三号 is 16, which the measures give as 15.79 for 28 characters to a line. */
export const bodySize = (measures: Measures): number => Math.round(measures.size * 2) / 2;

export function stylesXml(measures: Measures, language: string): string {
  const size = bodySize(measures);
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fontsOf(measures.face) +
          setting('kern', 2) +
          sized(size) +
          element('w:lang', {
            'w:val': language.startsWith('en') ? language : 'en-US',
            'w:eastAsia': 'zh-CN',
            'w:bidi': 'ar-SA',
          }),
      ),
    ) + element('w:pPrDefault', {}),
  );
  const [one, two, three] = measures.headings;
  return (
    defaults +
    paragraphStyle(styleIds.body, 'Normal', { isDefault: true }, bodyParagraph(measures), closer(measures)) +
    element(
      'w:style',
      { 'w:type': 'character', 'w:default': '1', 'w:styleId': 'DefaultParagraphFont' },
      `${setting('name', 'Default Paragraph Font')}<w:uiPriority w:val="1"/><w:semiHidden/>`,
    ) +
    tableStyle() +
    headingStyle(0, one) +
    headingStyle(1, two) +
    headingStyle(2, three) +
    paragraphStyle(
      styleIds.cell,
      measures.english ? 'Table text' : '表格文字',
      {},
      `<w:snapToGrid w:val="0"/>${exactly(cellLine(measures.tableSize, measures))}<w:ind w:firstLine="0" w:firstLineChars="0"/>${setting('jc', 'left')}`,
      setting('spacing', 0) + sized(measures.tableSize),
    ) +
    paragraphStyle(
      styleIds.cellHead,
      measures.english ? 'Table head' : '表头',
      { basedOn: styleIds.cell },
      `<w:keepNext/>${setting('jc', 'center')}`,
      '<w:b/>',
    ) +
    paragraphStyle(
      styleIds.signature,
      measures.english ? 'Signature line' : '落款',
      {},
      `<w:keepLines/>${exactly(twips(measures.pitch * 1.25))}<w:ind${measures.signatureEm ? ` w:rightChars="${measures.signatureEm * 100}" w:right="${twips(measures.signatureEm * size)}"` : ''} w:firstLine="0" w:firstLineChars="0"/>${setting('jc', measures.english ? 'left' : 'right')}`,
      '',
    ) +
    edgeStyle(styleIds.header, 'header', 'left') +
    edgeStyle(styleIds.footer, 'footer', 'center')
  );
}

/** 28 characters of 16 points need 448 points, the text is 442 wide: the type stands a little closer. */
function closer(measures: Measures): string {
  const { english, size } = measures;
  return english || size === bodySize(measures)
    ? ''
    : setting('spacing', Math.floor(20 * (size - bodySize(measures))));
}

function sized(points: number): string {
  return setting('sz', halfPoints(points)) + setting('szCs', halfPoints(points));
}

/** Distance of lines in a table in twips. */
export const cellLine = (size: number, { english }: Pick<Measures, 'english'>): number =>
  twips(size * (english ? 1.3 : 1.4));

/** A fixed line distance, as GB/T 9704 wants it. */
const exactly = (line: number): string =>
  element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': line, 'w:lineRule': 'exact' });

function bodyParagraph(measures: Measures): string {
  const before = measures.english ? measures.pitch * 0.35 : 0;
  return (
    '<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>' +
    element('w:spacing', {
      'w:before': twips(before),
      'w:after': 0,
      'w:line': twips(measures.pitch),
      'w:lineRule': 'exact',
    }) +
    setting('jc', measures.english ? 'left' : 'both')
  );
}

function paragraphStyle(
  id: string,
  name: string,
  options: { readonly isDefault?: boolean; readonly basedOn?: string; readonly next?: string },
  paragraph: string,
  run: string,
): string {
  const { isDefault = false, basedOn = isDefault ? undefined : styleIds.body, next } = options;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': isDefault ? '1' : undefined, 'w:styleId': id },
    setting('name', name) +
      (basedOn ? setting('basedOn', basedOn) : '') +
      (next ? setting('next', next) : '') +
      '<w:qFormat/>' +
      element('w:pPr', {}, paragraph) +
      (run === '' ? '' : element('w:rPr', {}, run)),
  );
}

function headingStyle(index: 0 | 1 | 2, measure: HeadingMeasure): string {
  const { size, pitch, before, after, indentEm, align, face, bold } = measure;
  return paragraphStyle(
    styleIds.heading[index],
    `heading ${index + 1}`,
    { next: styleIds.body },
    `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>${element('w:spacing', {
      'w:before': twips(before),
      'w:after': twips(after),
      'w:line': twips(pitch),
      'w:lineRule': 'exact',
    })}${element('w:ind', { 'w:firstLineChars': indentEm * 100, 'w:firstLine': twips(indentEm * size) })}${setting('jc', align)}${setting('outlineLvl', index)}`,
    fontsOf(face) + (bold ? '<w:b/>' : '<w:b w:val="0"/>') + sized(size),
  );
}

function edgeStyle(id: string, name: string, align: 'left' | 'center'): string {
  return paragraphStyle(
    id,
    name,
    {},
    `<w:snapToGrid w:val="0"/>${element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })}<w:ind w:firstLine="0" w:firstLineChars="0"/>${setting('jc', align)}`,
    fontsOf('song') + sized(9),
  );
}

function tableStyle(): string {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal' },
    setting('name', 'Normal Table') +
      '<w:uiPriority w:val="99"/><w:semiHidden/>' +
      element(
        'w:tblPr',
        {},
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>',
      ),
  );
}
