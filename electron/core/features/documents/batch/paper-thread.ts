// Entry of a thread that makes papers of a batch. It has the forms and the paper engine, no database, no key and no
// network; what it reads are fonts, what it gives back are bytes.
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { createPaperEngine, type MergedPaper } from '../../../../paper/index.ts';
import type { PaperModel } from '../../../../paper/model/blocks.ts';
import { traceOf } from '../../../kernel/failures.ts';
import { numberWarnings } from '../documents.numbers.ts';
import { draftMark, infoOf, paperWarnings } from '../documents.warnings.ts';
import { textWarnings } from '../editing/text-warnings.ts';
import { forms } from '../forms/index.ts';
import type {
  FromThread,
  MadeInThread,
  PaperTask,
  Results,
  Task,
  ThreadData,
  ToThread,
} from './paper-tasks.ts';

const port = parentPort;
if (!port) throw new Error('Made to be started as a thread');

const engine = createPaperEngine((workerData as ThreadData).fonts);
const known = new Map<number, FilingFacts>();
let merged: MergedPaper | null = null;

function factsOf(id: number): FilingFacts {
  const facts = known.get(id);
  if (!facts) throw new Error('Facts are used before they are sent');
  return facts;
}

/** The paper as it is to be painted; null where its gaps keep it out. */
function built(task: PaperTask): { model: PaperModel; facts: FilingFacts; gaps: number; marked: boolean } {
  const facts = factsOf(task.facts);
  const { model, warnings } = forms[task.formId].build(facts, task.language, task.target);
  const all = [...warnings, ...numberWarnings(facts, task), ...textWarnings(facts, task)];
  const gaps = all.filter((w) => w.severity !== 'advice').length;
  const marked = gaps > 0 && task.gaps === 'draft';
  return { model: marked ? { ...model, draftMark } : model, facts, gaps, marked };
}

const fileOf = (given: Uint8Array): NonNullable<MadeInThread['file']> => {
  // A buffer of its own, so that it can be handed over instead of copied.
  const bytes = new Uint8Array(given);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

async function answer(task: Task): Promise<Results[Task['kind']]> {
  switch (task.kind) {
    case 'check':
      return paperWarnings(factsOf(task.facts), task);
    case 'make': {
      const { model, facts, gaps, marked } = built(task);
      if (gaps > 0 && task.gaps === 'leave-out')
        return { gaps, marked, leftOut: true, file: null, pages: null };
      if (task.format === 'docx') {
        const { bytes } = engine.renderWord(model, infoOf(facts));
        return { gaps, marked, leftOut: false, file: fileOf(bytes), pages: null };
      }
      const { bytes, pages } = await engine.renderPdf(model, infoOf(facts));
      return { gaps, marked, leftOut: false, file: fileOf(bytes), pages };
    }
    case 'begin':
      merged = engine.merge(task.title, task.language, infoOf(factsOf(task.facts)));
      return null;
    case 'add': {
      const { model, gaps, marked } = built(task);
      if (gaps > 0 && task.gaps === 'leave-out')
        return { gaps, marked, leftOut: true, file: null, pages: null };
      if (!merged) throw new Error('No file was begun');
      const { pages } = merged.add(model, task.bookmark);
      return { gaps, marked, leftOut: false, file: null, pages };
    }
    case 'finish': {
      if (!merged) throw new Error('No file was begun');
      const bytes = merged.finish();
      merged = null;
      return fileOf(bytes);
    }
  }
}

function post(message: FromThread): void {
  const file =
    message.kind === 'done' && message.value && 'file' in message.value ? message.value.file : null;
  const whole = message.kind === 'done' && message.value && 'bytes' in message.value ? message.value : null;
  const bytes = file?.bytes ?? whole?.bytes;
  port?.postMessage(message, bytes ? [bytes.buffer] : []);
}

// One after another: a file of many papers is put together in the order in which they were asked for.
let last: Promise<void> = Promise.resolve();
port.on('message', (message: ToThread) => {
  if (message.kind === 'facts') known.set(message.id, message.facts);
  else if (message.kind === 'forget') known.delete(message.id);
  else {
    const { seq, task } = message;
    last = last
      .then(() => answer(task))
      .then(
        (value) => post({ kind: 'done', seq, value }),
        (error: unknown) => post({ kind: 'failed', seq, trace: traceOf(error) }),
      );
  }
});
post({ kind: 'ready' });
