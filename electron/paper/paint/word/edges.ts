import { type Measures, mm } from '../../layout/measures.ts';
import type { PaperModel } from '../../model/blocks.ts';
import { fontsOf } from './faces.ts';
import { halfPoints, inlineRuns, type Numbers } from './runs.ts';
import { styleIds } from './styles.ts';
import { element, escapeXml, setting, twips } from './xml.ts';

/** What stands in the margin of every page; official papers have it mirrored on even pages. */
export interface Edges {
  readonly header: string;
  readonly footer: string;
  readonly evenFooter: string | null;
  /** Distance of header and footer from the page's edge, in points. */
  readonly headerAt: number;
  readonly footerAt: number;
}

/** Size and place as in the laid-out paper. */
const pageNumberSize = { party: 9, gongwen: 14 };

export function edgesOf(model: PaperModel, measures: Measures, numbers: Numbers): Edges {
  const gongwen = model.profile === 'gongwen';
  return {
    header: headerXml(model, measures),
    footer: gongwen ? gongwenFooter(model, measures, 'odd', numbers) : partyFooter(model, measures, numbers),
    evenFooter: gongwen ? gongwenFooter(model, measures, 'even', numbers) : null,
    headerAt: 9.5 * mm,
    // GB/T 9704: the number stands 7 mm below the text.
    footerAt: gongwen ? measures.bottom - 7 * mm - pageNumberSize.gongwen : 12.5 * mm,
  };
}

function headerXml(model: PaperModel, measures: Measures): string {
  const right = twips(measures.width - measures.left - measures.right);
  const tabs = element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': right }));
  const { draftMark } = model;
  return element(
    'w:p',
    {},
    element('w:pPr', {}, setting('pStyle', styleIds.header) + (draftMark ? tabs : '')) +
      (model.seam ? seam(measures) : '') +
      (draftMark ? watermark(draftMark, measures) : '') +
      plainRun(model.runningHead ?? '') +
      (draftMark ? `<w:r><w:tab/></w:r>${plainRun(draftMark)}` : ''),
  );
}

/** Large and pale under the text of every page: WordArt of the header, with the formulas that Word itself writes. */
function watermark(text: string, { width, height }: Measures): string {
  const wide = (width * 2) / 3;
  const tall = wide / 5;
  const shape = element(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      type: '#_x0000_t136',
      style:
        'position:absolute;mso-position-horizontal-relative:page;mso-position-vertical-relative:page;z-index:-2' +
        `;margin-left:${num((width - wide) / 2)}pt;margin-top:${num((height - tall) / 2)}pt` +
        `;width:${num(wide)}pt;height:${num(tall)}pt`,
      fillcolor: '#dedede',
      stroked: 'f',
    },
    element('v:textpath', { style: 'font-family:"SimHei";font-size:1pt', string: text }),
  );
  const sum = [
    'sum #0 0 10800',
    'prod #0 2 1',
    'sum 21600 0 @1',
    'sum 0 0 @2',
    'sum 21600 0 @3',
    'if @0 @3 0',
    'if @0 21600 @1',
    'if @0 0 @2',
    'if @0 @4 21600',
  ].map((eqn) => element('v:f', { eqn }));
  const kind = element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      'xmlns:o': 'urn:schemas-microsoft-com:office:office',
      'o:spt': 136,
      adj: 10800,
      coordsize: '21600,21600',
      path: 'm@7,l@8,m@5,21600l@6,21600e',
    },
    `${element('v:formulas', {}, sum.join(''))}<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/>`,
  );
  return element('w:r', {}, element('w:pict', {}, kind + shape));
}

function plainRun(text: string, size?: number): string {
  if (text === '') return '';
  const sized = size ? setting('sz', halfPoints(size)) + setting('szCs', halfPoints(size)) : '';
  return element(
    'w:r',
    {},
    (sized === '' ? '' : element('w:rPr', {}, fontsOf('song') + sized)) +
      text
        .split('\n')
        .map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line)))
        .join('<w:br/>'),
  );
}

function field(instruction: string, size?: number): string {
  const sized = size
    ? element(
        'w:rPr',
        {},
        fontsOf('song') + setting('sz', halfPoints(size)) + setting('szCs', halfPoints(size)),
      )
    : '';
  const part = (inside: string): string => element('w:r', {}, sized + inside);
  return (
    part('<w:fldChar w:fldCharType="begin"/>') +
    part(element('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `)) +
    part('<w:fldChar w:fldCharType="separate"/>') +
    part('<w:t>1</w:t>') +
    part('<w:fldChar w:fldCharType="end"/>')
  );
}

/** A label with a rule to sign on, at the foot of every page. */
function signRule(model: PaperModel, measures: Measures, numbers: Numbers): string {
  const content = [
    { kind: 'text', text: model.signEachPage ?? '' },
    { kind: 'blank', widthEm: 14 },
  ] as const;
  const size = 10.5;
  return inlineRuns(content, { english: measures.english, size, roomEm: 40, style: { size } }, numbers);
}

function partyFooter(model: PaperModel, measures: Measures, numbers: Numbers): string {
  const page = measures.english
    ? plainRun('Page ') + field('PAGE') + plainRun(' of ') + field('NUMPAGES')
    : plainRun('第 ') + field('PAGE') + plainRun(' 页　共 ') + field('NUMPAGES') + plainRun(' 页');
  const style = setting('pStyle', styleIds.footer);
  const sign = model.signEachPage
    ? element(
        'w:p',
        {},
        element('w:pPr', {}, style + setting('jc', 'left')) + signRule(model, measures, numbers),
      )
    : '';
  return sign + element('w:p', {}, element('w:pPr', {}, style) + page);
}

/** The number between dashes, outside on the sheet; the rule to sign on opposite to it. */
function gongwenFooter(
  model: PaperModel,
  measures: Measures,
  side: 'odd' | 'even',
  numbers: Numbers,
): string {
  const size = pageNumberSize.gongwen;
  const number =
    plainRun(side === 'even' ? '　— ' : '— ', size) +
    field('PAGE', size) +
    plainRun(side === 'odd' ? ' —　' : ' —', size);
  const style = setting('pStyle', styleIds.footer);
  if (!model.signEachPage)
    return element(
      'w:p',
      {},
      element('w:pPr', {}, style + setting('jc', side === 'odd' ? 'right' : 'left')) + number,
    );
  const width = measures.width - measures.left - measures.right;
  const tabs = element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': twips(width) }));
  const tab = '<w:r><w:tab/></w:r>';
  const sign = signRule(model, measures, numbers);
  return element(
    'w:p',
    {},
    element('w:pPr', {}, style + tabs + setting('jc', 'left')) +
      (side === 'odd' ? sign + tab + number : number + tab + sign),
  );
}

const seamEdge = 6 * mm;
const seamLetters = 28;

/**
 * A dashed rule along the right edge, broken in its middle by 骑缝. Drawn in VML, which Word, WPS and LibreOffice all
 * read; a frame or a table would push the text down.
 */
function seam({ height, width, english }: Measures): string {
  const x = num(width - seamEdge);
  const [top, middle, bottom] = [30 * mm, height / 2, height - 20 * mm];
  const place =
    'position:absolute;mso-position-horizontal-relative:page;mso-position-vertical-relative:page;z-index:-1';
  // A rectangle as thin as a line: LibreOffice does not place a line of a header by the page.
  const rule = (id: number, from: number, to: number): string =>
    element(
      'v:rect',
      {
        id: `seam${id}`,
        style: `${place};margin-left:${x}pt;margin-top:${num(from)}pt;width:.5pt;height:${num(to - from)}pt`,
        filled: 'f',
        strokecolor: 'black',
        strokeweight: '.5pt',
      },
      '<v:stroke dashstyle="dash"/>',
    );
  const letters = [...(english ? 'SEAL' : '骑缝')].map((c) =>
    element(
      'w:p',
      {},
      element(
        'w:pPr',
        {},
        setting('pStyle', styleIds.header) +
          element('w:spacing', { 'w:line': twips(seamLetters / (english ? 4 : 2)), 'w:lineRule': 'exact' }) +
          setting('jc', 'center'),
      ) + plainRun(c, english ? 6 : 8),
    ),
  );
  const label = element(
    'v:rect',
    {
      id: 'seam3',
      style: `${place};margin-left:${num(width - seamEdge - 6)}pt;margin-top:${num(middle - seamLetters / 2)}pt;width:12pt;height:${seamLetters}pt`,
      filled: 'f',
      stroked: 'f',
    },
    element('v:textbox', { inset: '0,0,0,0' }, element('w:txbxContent', {}, letters.join(''))),
  );
  const half = seamLetters / 2 + 3;
  return element(
    'w:r',
    {},
    element('w:pict', {}, rule(1, top, middle - half) + rule(2, middle + half, bottom) + label),
  );
}

const num = (points: number): string => String(Math.round(points * 100) / 100);
