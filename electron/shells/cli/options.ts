import { type ParseArgsConfig, parseArgs } from 'node:util';
import { commonOptions, type OptionDefinitions, type Options, UsageError } from './command.ts';

/** @throws UsageError for an unknown option, a missing value or a wrong number of arguments. */
export function parseOptions(
  argv: readonly string[],
  definitions: OptionDefinitions,
  positionals: readonly string[],
): { options: Options; positionals: string[] } {
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { type, multiple }] of Object.entries({ ...definitions, ...commonOptions }))
    config[name] = { type, multiple: multiple ?? false };
  const parsed = parse(argv, config);
  // `[ID]` may be left out.
  const least = positionals.filter((p) => !p.startsWith('[')).length;
  const { length } = parsed.positionals;
  if (length < least || length > positionals.length)
    throw new UsageError(
      positionals.length === 0
        ? `多出的内容：${parsed.positionals.join(' ')}`
        : `需要写明：${positionals.join(' ')}`,
      positionals.length === 0
        ? `Too much on the line: ${parsed.positionals.join(' ')}`
        : `Needed on the line: ${positionals.join(' ')}`,
    );
  const { values } = parsed;
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    positionals: parsed.positionals,
    options: {
      text,
      flag: (name) => values[name] === true,
      list: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.map(String) : [];
      },
      required(name) {
        const value = text(name);
        if (value === null || value === '') throw new UsageError(`缺少 --${name}`, `--${name} is missing`);
        return value;
      },
      number(name, least) {
        const value = text(name);
        if (value === null) return null;
        if (!/^\d{1,9}$/.test(value) || Number(value) < least)
          throw new UsageError(
            `--${name} 应为不小于 ${least} 的整数`,
            `--${name} takes a whole number of at least ${least}`,
          );
        return Number(value);
      },
    },
  };
}

function parse(argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const name = /'(-[^' ]*)/.exec(reason)?.[1] ?? '';
    const unknown =
      error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw unknown
      ? new UsageError(`没有这个选项：${name}`, `No such option: ${name}`)
      : new UsageError(`选项 ${name} 的写法不对`, `The option ${name} is not written right`);
  }
}

/** One of a fixed list. @throws UsageError naming the choices. */
export function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((c) => c === value);
  if (found === undefined)
    throw new UsageError(
      `${name} 只能是：${choices.join('、')}`,
      `${name} must be one of: ${choices.join(', ')}`,
    );
  return found;
}
