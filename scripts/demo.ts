// The main job with no window: a sample office, a roster with mistakes, arrears, dates and the whole filing set.
import fs from 'node:fs';
import path from 'node:path';
import { createCore } from '../electron/core/app.ts';
import { clientOf } from '../electron/core/client.ts';
import type { Caller } from '../electron/core/kernel/core.ts';
import { loadLawData } from '../electron/core/kernel/law-data.ts';
import { sampleGroup } from '../electron/core/sample/sample.ts';
import { dateLines } from '../electron/shells/cli/cases.ts';
import { UsageError } from '../electron/shells/cli/command.ts';
import { answerOf, sentenceOf } from '../electron/shells/cli/failure.ts';
import { pickLocale } from '../electron/shells/cli/language.ts';
import { parseOptions } from '../electron/shells/cli/options.ts';
import { root, type Session, takeFile, writeNew } from '../electron/shells/cli/session.ts';
import { textTable } from '../electron/shells/cli/text-table.ts';
import { wordsOf } from '../electron/shells/cli/words.ts';
import { fromSource } from '../electron/shells/common/installation.ts';
import { realWorld } from '../electron/shells/common/world.ts';
import type { Output } from '../shared/contract/api.ts';
import { addDays } from '../shared/kernel/date.ts';
import { AppError } from '../shared/kernel/errors.ts';
import { fen, formatYuan } from '../shared/kernel/money.ts';

const passphrase = 'sample-only-2026';
const userName = '样例办案员';
const marker = '.gongdao-demo';
/** All that a demo makes in its folder, and all that the next one clears away. */
const parts = ['office', 'documents', 'rejected-rows.xlsx', 'home', marker];

/** Days after the filing on which the case is taken to go on; a rest day gives way to the next working day. */
const course = [
  ['application-submitted', 0],
  ['accepted', 4],
  ['tribunal-formed', 7],
  ['copy-served', 8],
  ['answer-received', 18],
  ['hearing-notice-served', 22],
  ['hearing-set', 35],
  ['award-made-final', 42],
  ['award-received-by-applicant', 46],
  ['award-received-by-respondent', 47],
] as const;

const words = wordsOf(path.join(root, 'resources'), pickLocale(process.argv, process.env));
const { say } = words;

try {
  await run();
} catch (error) {
  const { exitCode, answer } = answerOf(error, words);
  console.error(sentenceOf(answer, words));
  process.exitCode = exitCode;
}

async function run(): Promise<void> {
  const out = outFolder();
  prepare(out);
  // The program's own folder lies in the demo's too: a demo leaves no trace among the user's settings.
  const home = path.join(out, 'home');
  const world = realWorld(fromSource(root), {
    platform: process.platform,
    env: { ...process.env, GONGDAO_HOME: home },
    home,
  });
  const core = createCore(world);
  const caller: Caller = { sessionId: 'demo' };
  try {
    await job({ core, caller, world, client: clientOf(core, caller) }, out);
  } finally {
    await core.close();
  }
}

/** `--out`, from the folder in which the person typed it. */
function outFolder(): string {
  const help = { zh: '输出文件夹', en: 'folder to write into' };
  const { options } = parseOptions(
    process.argv.slice(2),
    { out: { type: 'string', value: 'DIR', help } },
    [],
  );
  const from = process.env.npm_lifecycle_event === 'demo' ? process.env.INIT_CWD : undefined;
  return path.resolve(from ?? process.cwd(), options.text('out') ?? path.join(root, 'demo-output'));
}

/** @throws UsageError when the folder holds anything that no demo has made. */
function prepare(out: string): void {
  const names = fs.existsSync(out) ? fs.readdirSync(out) : [];
  if (names.length > 0 && !names.includes(marker))
    throw new UsageError(
      `${out} 里有别的文件，不是演示输出，没有动它；请用 --out 另选文件夹`,
      `${out} holds other files and is no demo output, so it was left alone; choose another folder with --out`,
    );
  for (const part of parts) fs.rmSync(path.join(out, part), { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, marker), 'Made by "npm run demo"; the next run clears it.\n');
}

async function job(session: Session, out: string): Promise<void> {
  const { core, caller, world, client } = session;
  const times: [string, number][] = [];
  async function stage<T>(zh: string, en: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    times.push([say(zh, en), performance.now() - start]);
    return result;
  }

  const folder = path.join(out, 'office');
  await stage('新建加密的机构', 'make the encrypted office', () =>
    client.call('office.create', {
      folder,
      name: '样例区劳动争议调解中心',
      kinds: ['mediation-committee'],
      regionCode: '510104',
      tribunalName: '示例市示例区劳动人事争议仲裁委员会',
      userName,
      passphrase,
    }),
  );
  const group = await stage('建案并导入名册', 'make the case and import the roster', () =>
    sampleGroup(core, caller, client, world),
  );
  const { caseId } = group;
  const rejected = await stage('另存有错的行', 'save the rejected rows', async () => {
    const made = await client.call('transfer.errorFile', { token: group.token, sheet: 0 });
    return writeNew(path.join(out, 'rejected-rows.xlsx'), await takeFile(session, made.token));
  });
  const claims = await stage('计算欠薪', 'compute the arrears', () =>
    client.call('claims.forCase', { caseId }),
  );
  const dates = await stage('推算期限', 'derive the dates', () =>
    client.call('deadlines.forCase', { caseId }),
  );
  const { documents } = await stage('制作整套文书', 'make the whole filing set', () =>
    client.call('documents.make', { caseId, papers: null }),
  );
  const written = await stage('读回并写出 PDF', 'read back and write the PDFs', () =>
    writeAll(session, documents, path.join(out, 'documents')),
  );
  const later = await stage('登记其后的程序并推算', 'record what follows and derive', () =>
    proceed(session, caseId),
  );
  const file = await client.call('cases.get', { caseId });

  console.log(
    [
      say('以下人物、单位均为虚构。', 'All people and firms below are invented.'),
      '',
      say(
        `案件 ${file.number}：导入 ${group.added} 人，${group.rejected} 行有错未导入`,
        `Case ${file.number}: ${group.added} workers imported, ${group.rejected} rows rejected`,
      ),
      `  → ${rejected}`,
      '',
      arrearsTable(claims),
      `${say('合计', 'Total')}  ${formatYuan(fen(claims.totalFen))}${say('元', ' yuan')}  ${claims.totalInWords}`,
      '',
      say('立案前的期限与依据', 'Dates before filing and their source'),
      ...dateLines(dates, words).map((line) => `  ${line}`),
      '',
      say(`文书 ${written.length} 份`, `${written.length} documents`),
      `  → ${path.join(out, 'documents')}`,
      '',
      say(
        '其后各步的期限与依据（文书制作之后，为演示假定依次登记下列日期）',
        'Dates of the steps that follow (days assumed for the demonstration, recorded after the papers were made)',
      ),
      ...groupedDates(later),
      '',
      say('机构文件夹（加密）', 'Office folder (encrypted)'),
      `  → ${folder}`,
      say(
        `  用户名 ${userName}，口令 ${passphrase}（仅供演示）`,
        `  user ${userName}, passphrase ${passphrase} (a sample only)`,
      ),
      '',
      say('用时（毫秒）', 'Time taken (ms)'),
      ...times.map(([name, ms]) => `  ${Math.round(ms).toString().padStart(6)}  ${name}`),
    ].join('\n'),
  );
}

/** Records what follows the filing, each event as a person would, and derives the dates. */
async function proceed({ client, world }: Session, caseId: string): Promise<Output<'deadlines.forCase'>> {
  const { calendar } = loadLawData(world.resources);
  let { version } = await client.call('cases.get', { caseId });
  for (const [type, after] of course) {
    let date = addDays(world.clock.today(), after);
    while (calendar.isRestDay(date)) date = addDays(date, 1);
    const event = { type, date, note: null };
    ({ version } = await client.call('cases.recordEvent', {
      caseId,
      expectedVersion: version,
      eventId: null,
      event,
    }));
  }
  return client.call('deadlines.forCase', { caseId });
}

/** Under the event that opened them, in the order of the events; what sets no date comes last. */
function groupedDates(dates: Output<'deadlines.forCase'>): string[] {
  const groups = new Map<string, Output<'deadlines.forCase'>>();
  const opened = (d: Output<'deadlines.forCase'>[number]): string => d.trigger.date ?? '9';
  for (const d of [...dates].sort((a, b) => opened(a).localeCompare(opened(b)))) {
    const name = d.trigger.type
      ? `${d.trigger.date}  ${words.label('case', `event.${d.trigger.type}`)}`
      : say('没有期限', 'No time limit');
    groups.set(name, [...(groups.get(name) ?? []), d]);
  }
  return [...groups].flatMap(([name, group]) => [
    `  ${name}`,
    ...dateLines(group, words).map((line) => `    ${line}`),
  ]);
}

function arrearsTable(claims: Output<'claims.forCase'>): string {
  const sum = (
    rows: Output<'claims.forCase'>['members'][number]['rows'],
    key: 'grossFen' | 'paidFen',
  ): string => formatYuan(fen(rows.reduce((total, row) => total + row[key], 0)));
  return textTable(
    [
      say('工人', 'Worker'),
      say('起', 'From'),
      say('止', 'To'),
      say('应发', 'Due'),
      say('已付', 'Paid'),
      say('欠付（元）', 'Owed (yuan)'),
    ],
    claims.members.map((m) => [
      m.name,
      m.from ?? '—',
      m.to ?? '—',
      sum(m.rows, 'grossFen'),
      sum(m.rows, 'paidFen'),
      formatYuan(fen(m.owedFen)),
    ]),
    [3, 4, 5],
  );
}

async function writeAll(
  session: Session,
  documents: Output<'documents.make'>['documents'],
  folder: string,
): Promise<string[]> {
  const written: string[] = [];
  for (const { id, fileName } of documents) {
    const { token } = await session.client.call('documents.open', { documentId: id });
    written.push(writeNew(path.join(folder, fileName), await takeFile(session, token)));
  }
  if (new Set(written).size !== documents.length)
    throw new AppError('internal', { details: { documents: documents.length, written: written.length } });
  return written;
}
