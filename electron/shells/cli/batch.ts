import type { Input, Output } from '../../../shared/contract/api.ts';
import { gapChoices } from '../../../shared/features/documents/batch.contract.ts';
import { languages } from '../../../shared/features/documents/documents.contract.ts';
import { patternFields } from '../../../shared/features/documents/file-pattern.ts';
import { formIds } from '../../../shared/features/documents/form-ids.ts';
import { setIds } from '../../../shared/features/documents/sets.ts';
import { paperFormats } from '../../../shared/features/documents/word.contract.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { type Command, type Invocation, officeOptions, UsageError } from './command.ts';
import { exitCodes } from './failure.ts';
import { writeOut } from './lines.ts';
import { oneOf } from './options.ts';
import { findCase, type Session, withOffice } from './session.ts';
import { textTable } from './text-table.ts';

const fields = patternFields.map((f) => `{${f.zh}}`).join(' ');
const ids = patternFields.map((f) => `{${f.id}}`).join(' ');

/** One paper for each of many workers or cases, written into a folder. */
export const batchDocuments: Command = {
  noun: 'document',
  verb: 'batch',
  summary: {
    zh: '成批制作文书：每名工人或每件案件一份，可中断后继续',
    en: 'make one document for each of many workers or cases; goes on after a stop',
  },
  positionals: [],
  options: {
    ...officeOptions,
    case: {
      type: 'string',
      multiple: true,
      value: 'NUMBER_OR_ID',
      help: { zh: '案件，可写多次', en: 'a case, may be repeated' },
    },
    member: {
      type: 'string',
      multiple: true,
      value: 'NAME_OR_ID',
      help: { zh: '只做这些工人的，可写多次', en: 'only for these workers, may be repeated' },
    },
    form: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: {
        zh: '文书标识，可写多次（document list）',
        en: 'id of a form, may be repeated (document list)',
      },
    },
    set: {
      type: 'string',
      value: 'ID',
      help: { zh: `改做一整套：${setIds.join('、')}`, en: `a whole set instead: ${setIds.join(', ')}` },
    },
    each: {
      type: 'boolean',
      help: {
        zh: '全案一份的文书也按工人各做一份',
        en: 'make a document of the whole case once for each worker, too',
      },
    },
    out: {
      type: 'string',
      value: 'DIR',
      help: { zh: '存到哪个文件夹（须已存在）', en: 'folder to write into; it exists' },
    },
    pattern: {
      type: 'string',
      value: 'TEXT',
      help: {
        zh: `文件名样式，可用 ${fields}；默认用上次的`,
        en: `pattern of file names, of ${ids}; the last one when left out`,
      },
    },
    format: {
      type: 'string',
      value: 'pdf|docx',
      help: { zh: '默认 pdf', en: 'pdf when left out' },
    },
    'one-file': {
      type: 'boolean',
      help: { zh: '合成一个带书签的 PDF', en: 'one PDF with a bookmark for each' },
    },
    gaps: {
      type: 'string',
      value: gapChoices.join('|'),
      help: {
        zh: '有缺项的：标为草稿（默认）、不做、或留空照做',
        en: 'those with gaps: marked as drafts (when left out), left out, or made with blanks',
      },
    },
    language: {
      type: 'string',
      value: 'zh-CN|en',
      help: { zh: '文书的语言；默认 zh-CN', en: 'language of the documents; zh-CN when left out' },
    },
    workers: {
      type: 'string',
      value: 'N',
      help: { zh: '同时用几个线程；默认按处理器核数', en: 'threads; as many as cores when left out' },
    },
    resume: {
      type: 'boolean',
      help: {
        zh: '接着做上次没做完的一批（只需 --resume）',
        en: 'go on with the last batch that was not finished; needs nothing else',
      },
    },
  },
  async run(call) {
    const { options } = call;
    const resume = options.flag('resume');
    const asked = resume ? null : readAsked(call);
    const workers = options.number('workers', 1);
    if (workers !== null && workers > 16)
      throw new UsageError('--workers 最多 16', '--workers takes at most 16');
    return withOffice(call, async (session) => {
      const batchId = asked === null ? await unfinished(session) : await begin(session, asked);
      const batch = await followed(session, batchId, workers);
      const { items } = await session.client.call('batches.get', { batchId });
      if (batch.state === 'done' && batch.failed === 0)
        return { data: { batch, items }, text: told(batch, items, call) };
      // Not all is made: the answer is whole, and the exit code says it.
      const code = batch.stop === null ? exitCodes.data : exitCodes.storage;
      if (call.json) await writeOut(`${JSON.stringify({ ok: false, data: { batch, items } })}\n`);
      else await writeOut(`${told(batch, items, call)}\n`);
      return { exitCode: code };
    });
  },
};

interface Asked {
  readonly cases: readonly string[];
  readonly members: readonly string[];
  readonly papers: Omit<Input<'batches.check'>['papers'], 'cases'>;
  readonly rest: Omit<Input<'batches.start'>, 'papers' | 'pattern'>;
  readonly pattern: string | null;
}

function readAsked(call: Invocation): Asked {
  const { options } = call;
  const cases = options.list('case');
  if (cases.length === 0) throw new UsageError('缺少 --case', '--case is missing');
  const forms = options.list('form').map((f) => oneOf('--form', f, formIds));
  const set = options.text('set');
  if ((forms.length === 0) === (set === null))
    throw new UsageError('请写 --form 或 --set 之一', 'Name either --form or --set');
  const members = options.list('member');
  if (members.length > 0 && cases.length > 1)
    throw new UsageError('--member 只能配一个 --case', '--member goes with one --case');
  return {
    cases,
    members,
    papers: {
      forms: set === null ? forms : { set: oneOf('--set', set, setIds) },
      each: options.flag('each') ? 'worker' : 'case',
      language: oneOf('--language', options.text('language') ?? 'zh-CN', languages),
    },
    rest: {
      format: oneOf('--format', options.text('format') ?? 'pdf', paperFormats),
      oneFile: options.flag('one-file'),
      gaps: oneOf('--gaps', options.text('gaps') ?? 'draft', gapChoices),
      folder: call.path(options.required('out')),
    },
    pattern: options.text('pattern'),
  };
}

async function begin({ client }: Session, asked: Asked): Promise<string> {
  const cases = [];
  for (const numberOrId of asked.cases) {
    const { id: caseId } = await findCase(client, numberOrId);
    const all = asked.members.length === 0 ? [] : await client.call('cases.members', { caseId });
    const memberIds = asked.members.map((name) => memberOf(all, name));
    cases.push({ caseId, memberIds: memberIds.length === 0 ? null : memberIds });
  }
  const pattern = asked.pattern ?? (await client.call('batches.pattern', {})).pattern;
  const input = { papers: { ...asked.papers, cases }, ...asked.rest, pattern };
  return (await client.call('batches.start', input)).batchId;
}

function memberOf(all: Output<'cases.members'>, name: string): string {
  const found = all.filter((m) => m.id === name || m.name === name);
  const [one, another] = found;
  if (!one) throw new AppError('not-found', { details: { what: 'member' } });
  if (another)
    throw new UsageError(
      `有 ${found.length} 名工人叫“${name}”，请改用编号（case show --json 可查）`,
      `${found.length} workers are called ${name}; use the id (case show --json has it)`,
    );
  return one.id;
}

/** @throws AppError `not-found` when every batch is finished. */
async function unfinished({ client }: Session): Promise<string> {
  const left = (await client.call('batches.list', {})).find((b) => b.state !== 'done' || b.failed > 0);
  if (!left) throw new AppError('not-found', { details: { what: 'batch' } });
  return left.id;
}

/** Runs it with a count on stderr; Ctrl+C stops it where it can go on. */
async function followed(
  { core, client, caller }: Session,
  batchId: string,
  workers: number | null,
): Promise<Output<'batches.run'>> {
  const callId = `batch-${batchId}`;
  // A terminal is counted on by whoever opened the core; a script reads lines.
  const end = process.stderr.isTTY
    ? () => undefined
    : core.subscribe((event) => {
        if (event.type === 'progress' && event.callId === callId && event.stage === 'making-batch')
          process.stderr.write(`${event.done}/${event.total}\n`);
      });
  const stop = (): void => {
    void core.dispatch(caller, { id: `${callId}-stop`, name: 'system.cancel', input: { callId } });
  };
  process.once('SIGINT', stop);
  try {
    return await client.call(
      'batches.run',
      { batchId, ...(workers === null ? {} : { workers }) },
      { callId },
    );
  } finally {
    process.off('SIGINT', stop);
    end();
  }
}

function told(
  batch: Output<'batches.run'>,
  items: Output<'batches.get'>['items'],
  { words }: Invocation,
): string {
  const { say } = words;
  const bad = items.filter((i) => i.state === 'failed');
  const stop = batch.stop && words.label('batch', `stop.${batch.stop}`, { folder: batch.folder });
  return [
    ...(bad.length > 0
      ? [
          textTable(
            [say('没有做成', 'Not made'), say('文书', 'Document'), say('原因', 'Why')],
            bad.map((i) => [i.name, i.title, i.fault ? words.label('batch', `fault.${i.fault}`) : '']),
          ),
          '',
        ]
      : []),
    say(
      `共 ${batch.total} 份：已做 ${batch.made}，未做 ${batch.leftOut}（有缺项），失败 ${batch.failed}；存于 ${batch.folder}`,
      `${batch.total} documents: ${batch.made} made, ${batch.leftOut} left out for gaps, ${batch.failed} failed; in ${batch.folder}`,
    ),
    ...(batch.withGaps > 0
      ? [say(`其中 ${batch.withGaps} 份有缺项。`, `${batch.withGaps} of them have gaps.`)]
      : []),
    ...(batch.fileName !== null && batch.made > 0 ? [batch.fileName] : []),
    ...(stop ? [stop] : []),
    ...(batch.state === 'done' && batch.failed === 0
      ? []
      : [say('接着做：document batch --resume', 'To go on: document batch --resume')]),
  ].join('\n');
}
