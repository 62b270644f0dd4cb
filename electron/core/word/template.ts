import Docxtemplater from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { closePackage, type Parts } from './package.ts';

/** A field of a template: its name for people, and the one that never changes; with fields of its own it is a loop. */
export interface FieldName {
  readonly zh: string;
  readonly id: string;
  readonly fields?: readonly FieldName[] | undefined;
}

export interface TemplateFinding {
  readonly code: /** A field that this form has not. */
    | 'unknown-field'
    /** A loop that is opened and not closed. */
    | 'unclosed-loop'
    /** A loop's end without its beginning, or ends crossed over. */
    | 'unopened-loop'
    /** A brace without its other one, or two of them. */
    | 'stray-brace'
    | 'other';
  /** The name between the braces, without signs. */
  readonly name: string;
  /** Where it stands: the part of the document, the paragraph counted from 1, and its text around the field. */
  readonly part: 'body' | 'header' | 'footer' | 'other';
  readonly paragraph: number | null;
  readonly text: string;
}

/** What a template shows where the record has nothing: room to write. */
export const roomToWrite = '＿＿＿＿＿＿';

type Values = { readonly [name: string]: string | readonly Values[] };

function compile(parts: Parts, modules: object[]): Docxtemplater {
  return new Docxtemplater(new PizZip(closePackage(parts)), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    modules: modules as never,
    // Names only, no expressions: a template computes nothing.
    parser: (tag: string) => ({
      get: (scope: Values, context?: { scopeList?: readonly Values[] }) => {
        const name = tag.trim();
        const scopes = [...(context?.scopeList ?? [scope])].reverse();
        return scopes.find((s) => s !== null && typeof s === 'object' && name in s)?.[name];
      },
    }),
    nullGetter: (part: { module?: string }) => (part.module ? '' : roomToWrite),
  } as never);
}

/** Everything about a template that would go wrong on paper; none means that every paper of the form can be made. */
export function checkTemplate(parts: Parts, fields: readonly FieldName[]): TemplateFinding[] {
  const inspector = new InspectModule();
  try {
    compile(parts, [inspector]);
  } catch (error) {
    const list = (error as { properties?: { errors?: readonly Fault[] } }).properties?.errors;
    const faults = (list ?? [error as Fault]).map((fault) => faultOf(fault, parts));
    return [...faults, ...strangersIn(parts, fields, new Set(faults.map((f) => f.name)))];
  }
  return inspector
    .getTemplatedFiles()
    .flatMap((file) => unknownIn(inspector.getStructuredTags(file) as readonly Tag[], [fields], file, parts));
}

interface Fault {
  readonly message?: string;
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly file?: string;
    readonly context?: string;
  };
}

const codes: Readonly<Record<string, TemplateFinding['code']>> = {
  unclosed_loop: 'unclosed-loop',
  unopened_loop: 'unopened-loop',
  closing_tag_does_not_match_opening_tag: 'unopened-loop',
  unopened_tag: 'stray-brace',
  unclosed_tag: 'stray-brace',
  duplicate_open_tag: 'stray-brace',
  duplicate_close_tag: 'stray-brace',
};

function faultOf({ properties = {} }: Fault, parts: Parts): TemplateFinding {
  const { id = '', xtag = '', file = 'word/document.xml' } = properties;
  const name = xtag.replace(/^[#/^@]/, '').trim();
  return { code: codes[id] ?? 'other', name, ...placeOf(file, xtag, parts) };
}

interface Tag {
  readonly type?: string;
  readonly value?: string;
  readonly subparsed?: readonly Tag[];
}

/** A name inside a loop is looked for in the loop, then around it. */
function unknownIn(
  tags: readonly Tag[],
  scopes: readonly (readonly FieldName[])[],
  file: string,
  parts: Parts,
): TemplateFinding[] {
  return tags.flatMap((tag): TemplateFinding[] => {
    const name = (tag.value ?? '').trim();
    const known = scopes.flatMap((s) => s.filter((f) => f.zh === name || f.id === name)).at(0);
    const own: TemplateFinding[] =
      known || name === '' ? [] : [{ code: 'unknown-field', name, ...placeOf(file, tag.value ?? '', parts) }];
    const inner = known?.fields ? [known.fields, ...scopes] : scopes;
    return [...own, ...(tag.subparsed ? unknownIn(tag.subparsed, inner, file, parts) : [])];
  });
}

/**
 * Names that no loop and no place of the form knows. Where loops are broken nothing tells which loop a field stands in,
 * but what is unknown everywhere can be named in the same breath, and is not found only after the loops are mended.
 */
function strangersIn(
  parts: Parts,
  fields: readonly FieldName[],
  named: ReadonlySet<string>,
): TemplateFinding[] {
  const known = new Set(fields.flatMap((f) => [f, ...(f.fields ?? [])]).flatMap((f) => [f.zh, f.id]));
  return Object.keys(parts)
    .filter((file) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(file))
    .flatMap((file) => {
      const tags = paragraphsOf(parts[file]).flatMap((p) => [...p.matchAll(/\{([#/^]?[^{}]+)\}/g)]);
      const names = new Map(tags.map(([, tag = '']) => [tag.replace(/^[#/^]/, '').trim(), tag]));
      return [...names].flatMap(([name, tag]): TemplateFinding[] =>
        name === '' || known.has(name) || named.has(name)
          ? []
          : [{ code: 'unknown-field', name, ...placeOf(file, tag, parts) }],
      );
    });
}

function placeOf(file: string, tag: string, parts: Parts): Omit<TemplateFinding, 'code' | 'name'> {
  const part = file.includes('header')
    ? 'header'
    : file.includes('footer')
      ? 'footer'
      : file.endsWith('document.xml')
        ? 'body'
        : 'other';
  const paragraphs = paragraphsOf(parts[file]);
  const at = paragraphs.findIndex((p) => p.includes(tag));
  const whole = paragraphs[at] ?? '';
  const from = Math.max(0, [...whole.slice(0, whole.indexOf(tag))].length - 12);
  const text = [...whole].slice(from, from + [...tag].length + 26).join('');
  return { part, paragraph: at < 0 ? null : at + 1, text };
}

/** The text of each paragraph; Word cuts a field into runs wherever somebody has typed. */
function paragraphsOf(file: Uint8Array | undefined): string[] {
  if (!file) return [];
  const xml = new TextDecoder().decode(file);
  return [...xml.matchAll(/<w:p\b[^>]*>.*?<\/w:p>/gs)].map(([p]) =>
    [...p.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)]
      .map((t) => t[1] ?? '')
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

/** Grey and large, at the right of the first line. */
const markOf = (text: string): string =>
  '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="808080"/><w:sz w:val="36"/></w:rPr>' +
  `<w:t>${text}</w:t></w:r></w:p>`;

/**
 * The template with a word at the head of its text and of every page that has a head of its own. What a person made with
 * Word has room nowhere else that is sure to be seen.
 * @param mark nothing that means something in XML or to a template.
 */
function marked(parts: Parts, mark: string): Parts {
  const out: Record<string, Uint8Array> = { ...parts };
  for (const [name, file] of Object.entries(parts)) {
    const top =
      name === 'word/document.xml'
        ? /<w:body>/
        : /^word\/header\d*\.xml$/.test(name)
          ? /<w:hdr\b[^>]*[^/]>/
          : null;
    if (!top) continue;
    const xml = new TextDecoder().decode(file);
    out[name] = new TextEncoder().encode(xml.replace(top, (start) => start + markOf(mark)));
  }
  return out;
}

/**
 * A template with its fields filled in; the same values give the same bytes.
 * @param mark what says that it is a draft; null on a paper that is none.
 */
export function fillTemplate(parts: Parts, values: Values, mark: string | null): Uint8Array {
  const document = compile(mark === null ? parts : marked(parts, mark), []);
  document.render(values as never);
  const zip = document.getZip() as PizZip;
  return closePackage(
    Object.fromEntries(
      Object.values(zip.files)
        .filter((f) => !f.dir)
        .map((f) => [f.name, f.asUint8Array()]),
    ),
  );
}
