import type { Locale } from './language.ts';
import type { Words } from './words.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help: `DIR`. */
  readonly value?: string;
  readonly help: Bilingual;
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

/** The options as given, checked against the definitions of the command. */
export interface Options {
  text(name: string): string | null;
  /** @throws UsageError when it is missing. */
  required(name: string): string;
  /** A whole number of at least `least`. @throws UsageError. */
  number(name: string, least: number): number | null;
  list(name: string): string[];
  flag(name: string): boolean;
}

export interface Invocation {
  readonly options: Options;
  readonly positionals: readonly string[];
  readonly words: Words;
  readonly locale: Locale;
  readonly json: boolean;
  /** A path as the person typed it, from the folder where they typed it. */
  readonly path: (text: string) => string;
}

export interface Outcome {
  /** For `--json`: the `data` of the answer. */
  readonly data: unknown;
  /** For people. */
  readonly text: string;
}

export interface Command {
  readonly noun: string;
  readonly verb: string;
  readonly summary: Bilingual;
  /** Positional arguments as the help writes them, such as `NUMBER_OR_ID`. */
  readonly positionals: readonly string[];
  readonly options: OptionDefinitions;
  /** Null: the command has written its answer itself; the number is its exit code. */
  readonly run: (call: Invocation) => Promise<Outcome | { readonly exitCode: number }>;
}

/** The command line itself is wrong; the sentence is for the person. */
export class UsageError extends Error {
  readonly sentence: Bilingual;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.sentence = { zh, en };
  }
}

export const officeOptions: OptionDefinitions = {
  office: {
    type: 'string',
    value: 'DIR',
    help: { zh: '机构文件夹（或环境变量 GONGDAO_OFFICE）', en: 'office folder (or GONGDAO_OFFICE)' },
  },
  user: {
    type: 'string',
    value: 'NAME',
    help: { zh: '用户名（或环境变量 GONGDAO_USER）', en: 'user name (or GONGDAO_USER)' },
  },
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    help: {
      zh: '从文件读口令；也可用环境变量 GONGDAO_PASSPHRASE，在终端里则会询问',
      en: 'file that holds the passphrase; or GONGDAO_PASSPHRASE; on a terminal you are asked',
    },
  },
};

export const commonOptions: OptionDefinitions = {
  json: { type: 'boolean', help: { zh: '输出 JSON，供脚本读取', en: 'answer in JSON, for scripts' } },
  lang: {
    type: 'string',
    value: 'zh-CN|en',
    help: { zh: '语言；不写则看环境变量 LANG', en: 'language; by LANG when left out' },
  },
  help: { type: 'boolean', help: { zh: '显示说明', en: 'show this help' } },
};
