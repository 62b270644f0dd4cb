import { zipSync } from 'fflate';
import { type Measures, measuresOf } from '../../layout/measures.ts';
import type { PaperModel } from '../../model/blocks.ts';
import { bodyContext, bodyXml } from './body.ts';
import { type Edges, edgesOf } from './edges.ts';
import { fontTable } from './faces.ts';
import { stylesXml } from './styles.ts';
import { declaration, element, escapeXml, namespaces, setting, twips } from './xml.ts';

export interface WordPaintInfo {
  readonly creationDate: Date;
  readonly author?: string;
}

/**
 * Paints the blocks of a paper as a Word document (ECMA-376 transitional). It knows no pages: Word and WPS break
 * them, by the same measures, styles and glue as the laid-out paper. The same input gives the same bytes.
 */
export function paintWord(model: PaperModel, info: WordPaintInfo): Uint8Array {
  const measures = measuresOf(model);
  const context = bodyContext(measures);
  const body = bodyXml(model, context);
  const edges = edgesOf(model, measures, context.numbers);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(edges),
    '_rels/.rels': relationships([
      ['officeDocument', 'word/document.xml'],
      ['core', 'docProps/core.xml'],
      ['extended', 'docProps/app.xml'],
    ]),
    'docProps/app.xml': element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      '<Application>Gongdao</Application>',
    ),
    'docProps/core.xml': coreProperties(model, info),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['fontTable', 'fontTable.xml'],
      ['header', 'header.xml'],
      ['footer', 'footer.xml'],
      ...(edges.evenFooter === null ? [] : ([['footer', 'footer-even.xml']] as const)),
    ]),
    'word/document.xml': element(
      'w:document',
      namespaces,
      element('w:body', {}, body + sectionXml(model, measures, edges)),
    ),
    'word/styles.xml': element('w:styles', namespaces, stylesXml(measures, model.language)),
    'word/settings.xml': element('w:settings', namespaces, settingsXml(model, edges)),
    'word/fontTable.xml': element('w:fonts', namespaces, fontTable()),
    'word/header.xml': element('w:hdr', namespaces, edges.header),
    'word/footer.xml': element('w:ftr', namespaces, edges.footer),
    ...(edges.evenFooter === null
      ? {}
      : { 'word/footer-even.xml': element('w:ftr', namespaces, edges.evenFooter) }),
  };
  const encoder = new TextEncoder();
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, encoder.encode(declaration + xml)]),
  );
  return zipSync(files, { level: 6, mtime: '2000-01-01T00:00:00' });
}

const relationTypes = {
  officeDocument: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
  extended: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties',
  core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  styles: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles',
  settings: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings',
  fontTable: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable',
  header: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header',
  footer: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer',
} as const;

function relationships(list: readonly (readonly [keyof typeof relationTypes, string])[]): string {
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    list
      .map(([type, target], i) =>
        element('Relationship', { Id: `rId${i + 1}`, Type: relationTypes[type], Target: target }),
      )
      .join(''),
  );
}

function contentTypes(edges: Edges): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides: readonly (readonly [string, string])[] = [
    ['/word/document.xml', `${word}.document.main+xml`],
    ['/word/styles.xml', `${word}.styles+xml`],
    ['/word/settings.xml', `${word}.settings+xml`],
    ['/word/fontTable.xml', `${word}.fontTable+xml`],
    ['/word/header.xml', `${word}.header+xml`],
    ['/word/footer.xml', `${word}.footer+xml`],
    ...(edges.evenFooter === null ? [] : ([['/word/footer-even.xml', `${word}.footer+xml`]] as const)),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  return element(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      overrides.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })).join(''),
  );
}

function coreProperties(model: PaperModel, { creationDate, author = 'Gongdao' }: WordPaintInfo): string {
  const at = `${creationDate.toISOString().slice(0, 19)}Z`;
  const dated = (name: string): string => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, at);
  const line = (name: string, value: string): string => element(name, {}, escapeXml(value));
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    line('dc:title', model.title) +
      (model.subject === undefined ? '' : line('dc:subject', model.subject)) +
      line('dc:creator', author) +
      line('dc:language', model.language) +
      line('cp:lastModifiedBy', author) +
      dated('created') +
      dated('modified'),
  );
}

/** Every relationship id below follows the order in which `paintWord` lists them. */
const edgeIds = { header: 'rId4', footer: 'rId5', evenFooter: 'rId6' };

function sectionXml(model: PaperModel, measures: Measures, edges: Edges): string {
  const reference = (kind: 'header' | 'footer', type: 'default' | 'even', id: string): string =>
    element(`w:${kind}Reference`, { 'w:type': type, 'r:id': id });
  const even =
    edges.evenFooter === null
      ? ''
      : reference('header', 'even', edgeIds.header) + reference('footer', 'even', edgeIds.evenFooter);
  return element(
    'w:sectPr',
    {},
    reference('header', 'default', edgeIds.header) +
      reference('footer', 'default', edgeIds.footer) +
      even +
      element('w:pgSz', {
        'w:w': twips(measures.width),
        'w:h': twips(measures.height),
        'w:orient': model.orientation === 'landscape' ? 'landscape' : undefined,
      }) +
      element('w:pgMar', {
        'w:top': twips(measures.top),
        'w:right': twips(measures.right),
        'w:bottom': twips(measures.bottom),
        'w:left': twips(measures.left),
        'w:header': twips(edges.headerAt),
        'w:footer': twips(edges.footerAt),
        'w:gutter': 0,
      }) +
      element('w:docGrid', { 'w:linePitch': twips(measures.pitch) }),
  );
}

function settingsXml(model: PaperModel, edges: Edges): string {
  const compatibility = (name: string, value: string): string =>
    element('w:compatSetting', {
      'w:name': name,
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': value,
    });
  return (
    element('w:zoom', { 'w:percent': 100 }) +
    setting('defaultTabStop', 420) +
    (edges.evenFooter === null ? '' : '<w:evenAndOddHeaders/>') +
    setting('characterSpacingControl', 'compressPunctuation') +
    element(
      'w:compat',
      {},
      // What Word's own Chinese documents carry; without `ulTrailSpace` a blank at a line's end has no rule.
      '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>' +
        '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
        compatibility('compatibilityMode', '15'),
    ) +
    element('w:themeFontLang', {
      'w:val': model.language.startsWith('en') ? model.language : 'en-US',
      'w:eastAsia': 'zh-CN',
    })
  );
}
