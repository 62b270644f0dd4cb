import { describe, expect, it } from 'vitest';
import { FontBook } from '../../electron/paper/fonts/book.ts';
import { breakLines } from '../../electron/paper/layout/breaker.ts';
import { KeptRuns } from '../../electron/paper/layout/kept-runs.ts';
import { isBox, type TextContext, type TextRun, textRun } from '../../electron/paper/layout/text.ts';
import { application, text } from './support/application.ts';
import { sources } from './support/engine.ts';

const book = new FontBook(sources);
const context = (english = false): TextContext => ({
  book,
  kept: new KeptRuns(),
  face: 'song',
  english,
  block: 0,
  warnings: [],
});

const pieceText = (run: TextRun, from: number, to: number): string =>
  run.pieces
    .slice(from, to)
    .map((p) => (isBox(p) ? '□' : p.text))
    .join('');

/** Lines of a text in a measure of so many characters. */
function lines(t: string, em: number, english = false): string[] {
  const run = textRun(context(english), [text(t)]);
  return breakLines(run, em * 1000, em * 1000).map((l) => pieceText(run, l.start, l.end));
}

const sampleTexts = [
  ...application(0).blocks.flatMap((b) =>
    b.kind === 'paragraph' ? [b.content.map((c) => (c.kind === 'text' ? c.text : '')).join('')] : [],
  ),
  '他说：“可以——但是……要先付款。”随后离开，金额为￥12,000.00元（含税3%）；温度25℃，比例50％、60％。联系人：王·某某／李某～张某。',
  '依据《中华人民共和国民法典》第五百七十七条、第五百七十九条等规定：“……当事人一方不履行合同义务的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。”',
  'A类/B类，C-1、D_2。网址：https://example.invalid/a/b?c=d，邮箱a.b@example.invalid。',
];

const noStart = new Set('。，、；：？！）》」』】〕〉”’…—·～％℃%');
const noEnd = new Set('（《「『【〔〈“‘￥');
const tokenPattern =
  /\d+年\d+月\d+日|[0-9A-Za-z@#&+\-_/\\.,:%'?=]*[0-9A-Za-z][0-9A-Za-z@#&+\-_/\\.,:%'?=]*[年月日元条页号份天个倍]?/g;

describe('Chinese line breaking', () => {
  it('leaves no closing mark at a line start and no opening mark at a line end at any width', () => {
    const faults: string[] = [];
    let count = 0;
    for (const sample of sampleTexts) {
      for (let em = 9; em <= 40; em += 0.7) {
        const broken = lines(sample, em);
        count += broken.length;
        broken.forEach((line, i) => {
          if (i > 0 && noStart.has([...line][0] ?? '')) faults.push(`start ${em}: ${line}`);
          if (i < broken.length - 1 && noEnd.has([...line].at(-1) ?? '')) faults.push(`end ${em}: ${line}`);
        });
      }
    }
    expect(count).toBeGreaterThan(3500);
    expect(faults).toEqual([]);
  });

  it('never splits a number, a date or an identifier that fits in a line', () => {
    const split: string[] = [];
    for (const sample of sampleTexts) {
      for (let em = 16; em <= 40; em += 1.3) {
        const broken = lines(sample, em);
        for (const token of sample.match(tokenPattern) ?? []) {
          if (token.length > 20) continue;
          if (!broken.some((line) => line.includes(token.replace(/[.,:?=]+$/, ''))))
            split.push(`${em}: ${token}`);
        }
      }
    }
    expect(split).toEqual([]);
  });

  it('loses and repeats nothing', () => {
    for (const sample of sampleTexts) {
      for (const em of [7.3, 12, 25.5, 36])
        expect(lines(sample, em).join('')).toBe(sample.replace(/——/g, '——'));
    }
  });

  it('cuts a token that is longer than the line, and fills the lines with it', () => {
    const token = '9'.repeat(100);
    const broken = lines(`编号：${token}。`, 12);
    expect(broken.join('')).toBe(`编号：${token}。`);
    expect(Math.max(...broken.map((l) => l.length))).toBeLessThan(30);
    expect(broken.length).toBeLessThan(9);
  });

  it('never makes a line wider than its measure', () => {
    for (const sample of sampleTexts) {
      for (let em = 4; em <= 40; em += 1.1) {
        const run = textRun(context(), [text(sample)]);
        for (const line of breakLines(run, em * 1000, em * 1000))
          expect(line.width).toBeLessThanOrEqual(em * 1000 + 0.1);
      }
    }
  });

  it('squeezes a closing mark into the line end rather than pushing a character down', () => {
    expect(lines('甲乙丙丁，戊己庚', 4.5)).toEqual(['甲乙丙丁，', '戊己庚']);
  });

  it('squeezes neighbouring marks', () => {
    const run = textRun(context(), [text('“星图”“远航”、《法》（二）')]);
    const total = run.advances.reduce((a, b) => a + b, 0);
    // ”“, ”、, 、《 and 》（ give up half an em each.
    expect(total).toBeCloseTo(15_000 - 4 * 500, 0);
  });

  it('keeps a long dash whole and copies it as two signs', () => {
    const run = textRun(context(), [text('甲——乙')]);
    expect(run.pieces).toHaveLength(3);
    expect(pieceText(run, 1, 2)).toBe('——');
  });

  it('turns radicals into Han characters', () => {
    const run = textRun(context(), [text('⼀⼈⼤⻓')]);
    expect(pieceText(run, 0, 4)).toBe('一人大长');
  });

  it('honours line feeds, empty lines included', () => {
    expect(lines('甲\n\n乙\n', 10)).toEqual(['甲', '', '乙', '']);
    expect(lines('', 10)).toEqual(['']);
  });
});

describe('English line breaking', () => {
  const prose =
    'The respondent failed to pay the applicant’s “basic wage” for well-founded reasons (see Exhibit 4, p. 12), although e-mail reminders of 12 March 2024 had asked for RMB 12,345.67.';

  it('breaks at spaces and after hyphens only', () => {
    for (let em = 8; em < 40; em += 0.9) {
      for (const line of lines(prose, em, true).slice(0, -1)) {
        expect(prose).toContain(line);
        const next = prose[prose.indexOf(line) + line.length];
        expect(next === ' ' || line.endsWith('-')).toBe(true);
      }
    }
  });

  it('sets curly quotes tight', () => {
    const run = textRun(context(true), [text('“a”')]);
    expect(run.advances[0]).toBeLessThan(500);
    expect(run.advances[2]).toBeLessThan(500);
  });
});

describe('short lines', () => {
  const justified = (t: string, em: number): string[] => {
    const run = textRun(context(), [text(t)]);
    return breakLines(run, em * 1000, em * 1000, true).map((l) => pieceText(run, l.start, l.end));
  };

  it('part a date before its month or day when the line would stay short, and only then', () => {
    const short = '请求裁决被申请人支付申请人自2026年6月30日起的工资';
    expect(lines(short, 18)[0]).toBe('请求裁决被申请人支付申请人自');
    expect(justified(short, 18)[0]).toBe('请求裁决被申请人支付申请人自2026年');
    expect(justified(short, 19.5)[0]).toBe('请求裁决被申请人支付申请人自2026年6月');
    expect(justified('请求裁决被申请人支付申请人李某自2026年6月30日起', 17)[0]).toBe(
      '请求裁决被申请人支付申请人李某自',
    );
    // Neither a year from its sign nor an article from its number.
    for (let em = 8; em < 24; em += 0.3) {
      for (const line of justified(`${short}，依照第39条`, em).slice(1))
        expect(line).not.toMatch(/^[年月日]|^39/);
    }
  });
});

describe('boxes and marks', () => {
  it('keeps a box with its word, whether or not a space parts them', () => {
    for (const gap of ['', ' ']) {
      for (const english of [true, false]) {
        const run = textRun(
          context(english),
          ['by agreement', 'work finished', 'still employed'].flatMap((word) => [
            { kind: 'checkbox' as const, checked: false },
            text(`${gap}${word}${english ? '   ' : '　'}`),
          ]),
        );
        for (let em = 6; em < 24; em += 0.4) {
          for (const { start, end } of breakLines(run, em * 1000, em * 1000)) {
            expect(pieceText(run, start, end)).not.toMatch(/□ ?$/);
          }
        }
      }
    }
  });

  it('parts the words of an option only where they fit in no line', () => {
    const choices = (words: readonly string[], english: boolean) =>
      textRun(
        context(english),
        words.flatMap((word) => [{ kind: 'checkbox' as const, checked: false }, text(` ${word}　`)]),
      );
    for (const [english, words] of [
      [false, ['有限责任公司', '其他企业法人', '机关法人', '不具有法人资格的机构']],
      [true, ['by agreement', 'work finished', 'ended by the employer']],
    ] as const) {
      const run = choices(words, english);
      for (let em = 14; em < 30; em += 0.3) {
        const told = breakLines(run, em * 1000, em * 1000).map((l) => pieceText(run, l.start, l.end));
        for (const word of words)
          expect([em, word, told.some((line) => line.includes(word)) || told]).toEqual([em, word, true]);
        // What sets two options apart opens no line.
        expect(told.filter((line) => !line.startsWith('□'))).toEqual([]);
      }
      // Narrower than the option: it goes on in the next line, English at a space.
      const narrow = breakLines(run, 6000, 6000).map((l) => pieceText(run, l.start, l.end).trim());
      expect(narrow.join('').replace(/\s/gu, '')).toContain(words[2]?.replace(/\s/gu, ''));
      if (english) expect(narrow).toContain('□ ended by');
    }
    // A sentence with a box before it is a sentence.
    const long = choices(['自协议生效之日起十五日内，共同向有管辖权的仲裁委员会申请审查'], false);
    expect(breakLines(long, 20_000, 20_000)[0]?.end).toBeGreaterThan(15);
  });

  it('starts no English line with a comma and ends none with a bracket beside a Chinese name', () => {
    for (let em = 4; em < 20; em += 0.3) {
      for (const line of lines('paid to 钟示甲, 万示乙 (云州示范公司), 向示丙.', em, true)) {
        expect(line).not.toMatch(/^[,.)]|\($/);
      }
    }
  });
});
