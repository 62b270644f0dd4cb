type Json = Readonly<Record<string, unknown>>;

export type FieldKind =
  | 'money'
  | 'number'
  | 'integer'
  | 'date'
  | 'month'
  | 'region'
  | 'text'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'list';

/** One input of a calculator, as a form shows it. */
export interface FieldSpec {
  /** In dot form; `limitation.filingDate` lies inside an object. */
  readonly path: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of `choice` and `choices`: the values the calculator takes. */
  readonly options: readonly (string | number | boolean)[];
  /** Of `list`. */
  readonly columns: readonly FieldSpec[];
  /** A list of bare values rather than rows; its one column is named as the field is. */
  readonly bare: boolean;
  /** The input that says where this figure comes from. */
  readonly source: FieldSpec | null;
}

const asJson = (value: unknown): Json => (value ?? {}) as Json;

/** Of several forms the fullest; an optional `null` beside a type only says that it may be left out. */
function unwrapped(schema: Json): Json {
  const others = (schema.anyOf as Json[] | undefined)?.filter((s) => s.type !== 'null');
  const full = others?.find((s) => s.type === 'object');
  return full ?? (others?.length === 1 ? (others[0] as Json) : schema);
}

function optionsOf(schema: Json): readonly (string | number | boolean)[] {
  if (schema.enum) return schema.enum as string[];
  if (schema.const !== undefined) return [schema.const as string];
  const all = (schema.anyOf as Json[] | undefined)?.map((s) => s.const);
  return all?.every((c) => c !== undefined) ? (all as number[]) : [];
}

function kindOf(schema: Json): FieldKind {
  if (optionsOf(schema).length > 0) return 'choice';
  if (schema.type === 'array')
    return optionsOf(unwrapped(asJson(schema.items))).length > 0 ? 'choices' : 'list';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type === 'integer') return 'integer';
  if (schema.format === 'date') return 'date';
  if (typeof schema.pattern === 'string' && schema.pattern.startsWith('^\\d{4}-(0')) return 'month';
  if (schema.pattern === '^\\d{6}$') return 'region';
  if (String(schema.description ?? '').startsWith('yuan')) return 'money';
  if (schema.type === 'string') return 'text';
  return 'number';
}

function specOf(path: string, given: Json, required: boolean): FieldSpec {
  const schema = unwrapped(given);
  const name = path.slice(path.lastIndexOf('.') + 1);
  const kind = kindOf(schema);
  const items = unwrapped(asJson(schema.items));
  const rows = kind === 'list' && items.type === 'object';
  return {
    path,
    name,
    kind,
    required,
    options: kind === 'choices' ? optionsOf(items) : optionsOf(schema),
    columns: rows
      ? childrenOf('', items)
      : kind === 'list'
        ? [{ ...specOf(name, items, true), path: name }]
        : [],
    bare: kind === 'list' && !rows,
    source: null,
  };
}

function childrenOf(prefix: string, schema: Json): FieldSpec[] {
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries(asJson(schema.properties)).flatMap(([name, value]) => {
    const child = unwrapped(asJson(value));
    if (child.type === 'object') return childrenOf(`${prefix}${name}.`, child);
    return [specOf(`${prefix}${name}`, child, required.includes(name))];
  });
}

/** The inputs of a calculator in the order of its schema; a figure carries the input for its source. */
export function fieldsOf(inputSchema: Json): readonly FieldSpec[] {
  const all = childrenOf('', inputSchema);
  const sourceOf = (f: FieldSpec) => all.find((s) => s.path === `${f.path}Source`) ?? null;
  const sources = new Set(all.flatMap((f) => sourceOf(f) ?? []));
  return all.filter((f) => !sources.has(f)).map((f) => ({ ...f, source: sourceOf(f) }));
}

/** Every field with sources and columns, for labels. */
export function everyField(fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.flatMap((f) => [f, ...(f.source ? [f.source] : []), ...everyField(f.columns)]);
}
