import type { Command, OptionDefinitions } from './command.ts';
import { commonOptions } from './command.ts';
import type { Words } from './words.ts';

export const nouns = {
  office: { zh: '机构：加密的文件夹', en: 'an office, an encrypted folder' },
  case: { zh: '案件', en: 'cases' },
  document: { zh: '文书', en: 'documents' },
  law: { zh: '法定期限和计算器（不需要机构）', en: 'time limits and calculators (no office needed)' },
} as const;

const program = 'gongdao';

export function programHelp(commands: readonly Command[], words: Words): string {
  const { say } = words;
  return [
    say('公道：劳动维权案件管理', 'Gongdao: case management for labour-rights work'),
    '',
    `${say('用法：', 'Usage: ')}${program} <${say('对象', 'noun')}> <${say('动作', 'verb')}> [${say('选项', 'options')}]`,
    '',
    ...Object.entries(nouns).flatMap(([noun, what]) => [
      `${noun}  ${words.of(what)}`,
      ...columns(
        commands
          .filter((c) => c.noun === noun)
          .map((c) => [`  ${noun} ${c.verb} ${c.positionals.join(' ')}`, words.of(c.summary)]),
      ),
    ]),
    '',
    ...commonText(words),
  ].join('\n');
}

export function nounHelp(noun: string, commands: readonly Command[], words: Words): string {
  return [
    ...commands.filter((c) => c.noun === noun).map((c) => `${commandText(c, words)}\n`),
    ...commonText(words),
  ].join('\n');
}

export function commandHelp(command: Command, words: Words): string {
  return [commandText(command, words), '', ...commonText(words)].join('\n');
}

function commandText(command: Command, words: Words): string {
  const options = optionLines(command.options, words);
  return [
    `${program} ${command.noun} ${command.verb} ${command.positionals.join(' ')}`.trimEnd(),
    `  ${words.of(command.summary)}`,
    ...options,
  ].join('\n');
}

function commonText(words: Words): string[] {
  const { say } = words;
  return [
    say('每条命令都可用：', 'With every command:'),
    ...optionLines(commonOptions, words),
    '',
    say('退出码：', 'Exit codes:'),
    ...columns(
      [
        ['0', '成功', 'done'],
        ['1', '程序出错', 'unexpected'],
        ['2', '命令写法不对', 'wrong usage'],
        ['3', '输入或文件内容有误', 'bad input or file'],
        ['4', '找不到', 'not found'],
        ['5', '已锁定、口令不对或没有权限', 'locked, wrong passphrase or not allowed'],
        ['6', '已存在、使用中或已被别人修改', 'exists already, in use or changed meanwhile'],
        ['7', '存储问题：只读、已满、损坏、版本过新', 'storage: read-only, full, damaged, too new'],
      ].map(([code = '', zh = '', en = '']) => [`  ${code}`, say(zh, en)]),
    ),
    '',
    say(
      'JSON：成功 {"ok":true,"data":…}，失败 {"ok":false,"error":{"code","message","issues"}}。口令从不写在命令里。',
      'JSON: {"ok":true,"data":…} or {"ok":false,"error":{"code","message","issues"}}. A passphrase is never an argument.',
    ),
  ];
}

const optionLines = (options: OptionDefinitions, words: Words): string[] =>
  columns(
    Object.entries(options).map(([name, { value, help, multiple }]) => [
      `  --${name}${value ? ` ${value}` : ''}${multiple ? ' …' : ''}`,
      words.of(help),
    ]),
  );

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return rows.map(([left = '', right = '']) => `${left.padEnd(width)}  ${right}`);
}
