import type {
  FormWarning,
  FormWarningCode,
} from '../../../../../../shared/features/documents/form-warning.ts';
import { AppError } from '../../../../../../shared/kernel/errors.ts';
import type { Inline } from '../../../../../paper/model/blocks.ts';
import type { CommonWording, FieldName, FormLanguage, RuleName } from './wording.ts';

export type Content = readonly Inline[];
export type Slot = string | Content;

export interface NeedOptions {
  /** Whose fact it is, in words: 申请人张某. */
  readonly subject?: string;
  /** Width of the gap in characters. */
  readonly widthEm?: number;
  readonly bold?: boolean;
}

/** Collects the warnings of one paper while its blocks are made. */
export interface Draft {
  readonly common: CommonWording;
  readonly language: FormLanguage;
  /** The fact as text, or a gap and a warning when it is null. */
  need(path: string, value: string | null, field: FieldName, options?: NeedOptions): Content;
  /** Warns of a missing fact that has no place of its own on the paper, and returns the gap to show. */
  gap(path: string, field: FieldName, options?: NeedOptions): Content;
  /** As `need`, for a fact that bears a name of its own. */
  named(path: string, value: string | null, name: string, options?: NeedOptions): Content;
  warn(
    path: string,
    code: FormWarningCode,
    severity: FormWarning['severity'],
    rule: RuleName,
    params?: Readonly<Record<string, string>>,
  ): void;
  warnings(): readonly FormWarning[];
}

/** Warnings come in the order in which the paper meets them, each path and rule once. */
export function startDraft(common: CommonWording, language: FormLanguage): Draft {
  const seen = new Map<string, FormWarning>();
  const add = (warning: FormWarning): void => {
    const key = `${warning.field} ${warning.code} ${warning.rule ?? ''}`;
    if (!seen.has(key)) seen.set(key, warning);
  };
  const gapNamed = (path: string, name: string, options: NeedOptions = {}): Content => {
    const label = fillText(common.missing, {
      subject: options.subject ? fillText(common.missingSubject, { subject: options.subject }) : '',
      field: name,
    });
    add({ field: path, code: 'missing', severity: 'gap', label });
    return [{ kind: 'gap', field: path, widthEm: options.widthEm ?? 8, hint: name }];
  };
  const named: Draft['named'] = (path, value, name, options) => {
    if (value === null) return gapNamed(path, name, options);
    return options?.bold ? [{ kind: 'text', text: value, bold: true }] : text(value);
  };
  return {
    common,
    language,
    gap: (path, field, options) => gapNamed(path, common.fields[field], options),
    need: (path, value, field, options) => named(path, value, common.fields[field], options),
    named,
    warn(path, code, severity, rule, params = {}) {
      add({ field: path, code, severity, rule, label: fillText(common.rules[rule], params) });
    },
    warnings: () => [...seen.values()],
  };
}

const placeholder = /\{([A-Za-z]\w*)\}/;

/**
 * Puts facts into a sentence of the wording: `{name}` takes the slot of that name.
 * @throws AppError `internal` when the sentence asks for a slot that was not given: a fault of the wording.
 */
export function fill(template: string, slots: Readonly<Record<string, Slot>> = {}): Content {
  const out: Inline[] = [];
  // Splitting by a pattern with one group alternates plain text and slot names.
  template.split(placeholder).forEach((part, index) => {
    if (index % 2 === 0) out.push(...text(part));
    else {
      const slot = slots[part];
      if (slot === undefined) throw new AppError('internal', { details: { slot: part, template } });
      out.push(...(typeof slot === 'string' ? text(slot) : slot));
    }
  });
  return merge(out);
}

/** As `fill`, for sentences whose slots are all text. */
export function fillText(template: string, slots: Readonly<Record<string, string>> = {}): string {
  return fill(template, slots)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('');
}

export function text(value: string): Content {
  return value === '' ? [] : [{ kind: 'text', text: value }];
}

export function bold(value: string): Content {
  return value === '' ? [] : [{ kind: 'text', text: value, bold: true }];
}

/** Every run of the content in bold, gaps left as they are. */
export function emboldened(content: Content): Content {
  return content.map((part) => (part.kind === 'text' ? { ...part, bold: true } : part));
}

/** Opens an English sentence with a capital; a Chinese one is left as it is. */
export function opened(content: Content): Content {
  const [first, ...rest] = content;
  if (first?.kind !== 'text') return content;
  return [{ ...first, text: first.text.replace(/^[a-z]/, (c) => c.toUpperCase()) }, ...rest];
}

export function blank(widthEm: number): Inline {
  return { kind: 'blank', widthEm };
}

export function joined(parts: readonly Content[], separator: string, last = separator): Content {
  const out: Inline[] = [];
  parts.forEach((part, index) => {
    if (index > 0) out.push(...text(index === parts.length - 1 ? last : separator));
    out.push(...part);
  });
  return merge(out);
}

/** Neighbouring runs of one style become one, so that line breaking sees whole words. */
function merge(parts: readonly Inline[]): Content {
  const out: Inline[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.bold === part.bold && last.face === part.face) {
      out[out.length - 1] = { ...last, text: last.text + part.text };
    } else out.push(part);
  }
  return out;
}
