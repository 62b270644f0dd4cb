import path from 'node:path';
import { keepHeapSmall } from '../common/memory.ts';
import { caseCommands } from './cases.ts';
import { type Command, UsageError } from './command.ts';
import { documentCommands } from './documents.ts';
import { answerOf, exitCodes, sentenceOf } from './failure.ts';
import { commandHelp, nounHelp, nouns, programHelp } from './help.ts';
import { locales, pickLocale } from './language.ts';
import { lawCommands } from './law.ts';
import { writeOut } from './lines.ts';
import { officeCommands } from './office.ts';
import { oneOf, parseOptions } from './options.ts';
import { root } from './session.ts';
import { wordsOf } from './words.ts';

const commands: readonly Command[] = [
  ...officeCommands,
  ...caseCommands,
  ...documentCommands,
  ...lawCommands,
];

/** npm runs a script in the project's folder; paths are meant from where the person stood. */
function callerFolder(): string {
  const { INIT_CWD: initial, npm_lifecycle_event: script } = process.env;
  return script === 'gongdao' && initial ? initial : process.cwd();
}

keepHeapSmall();

async function run(argv: readonly string[]): Promise<number> {
  const locale = pickLocale(argv, process.env);
  const words = wordsOf(path.join(root, 'resources'), locale);
  const json = argv.includes('--json');
  const help = argv.includes('--help') || argv.includes('-h');
  try {
    const [noun = '', verb = '', ...rest] = argv;
    if (argv.length === 0 || noun.startsWith('-')) {
      if (help || argv.length === 0) {
        await writeOut(`${programHelp(commands, words)}\n`);
        return argv.length === 0 ? exitCodes.usage : exitCodes.ok;
      }
      throw new UsageError(
        `先写对象：${Object.keys(nouns).join('、')}`,
        `Begin with a noun: ${Object.keys(nouns).join(', ')}`,
      );
    }
    const known = commands.filter((c) => c.noun === noun);
    if (known.length === 0)
      throw new UsageError(
        `没有“${noun}”，只有：${Object.keys(nouns).join('、')}（gongdao --help）`,
        `There is no "${noun}", only: ${Object.keys(nouns).join(', ')} (gongdao --help)`,
      );
    const command = known.find((c) => c.verb === verb);
    if (help) {
      await writeOut(`${command ? commandHelp(command, words) : nounHelp(noun, commands, words)}\n`);
      return exitCodes.ok;
    }
    if (!command)
      throw new UsageError(
        `${noun} 只有：${known.map((c) => c.verb).join('、')}（gongdao ${noun} --help）`,
        `${noun} has: ${known.map((c) => c.verb).join(', ')} (gongdao ${noun} --help)`,
      );
    const { options, positionals } = parseOptions(rest, command.options, command.positionals);
    const lang = options.text('lang');
    if (lang !== null) oneOf('--lang', lang, locales);
    const from = callerFolder();
    const outcome = await command.run({
      options,
      positionals,
      words,
      locale,
      json,
      path: (text) => path.resolve(from, text),
    });
    if ('exitCode' in outcome) return outcome.exitCode;
    await writeOut(`${json ? JSON.stringify({ ok: true, data: outcome.data }) : outcome.text}\n`);
    return exitCodes.ok;
  } catch (error) {
    const { exitCode, answer } = answerOf(error, words);
    if (json) await writeOut(`${JSON.stringify({ ok: false, error: answer })}\n`);
    process.stderr.write(`${sentenceOf(answer, words)}\n`);
    return exitCode;
  }
}

// A reader that has had enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  throw error;
});
// Set, not `process.exit`: what is still on its way to a pipe must arrive.
process.exitCode = await run(process.argv.slice(2));
