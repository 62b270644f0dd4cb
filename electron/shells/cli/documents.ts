import path from 'node:path';
import type { Input, Output } from '../../../shared/contract/api.ts';
import { languages } from '../../../shared/features/documents/documents.contract.ts';
import { formIds } from '../../../shared/features/documents/form-ids.ts';
import { paperFormats } from '../../../shared/features/documents/word.contract.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { batchDocuments } from './batch.ts';
import { type Command, officeOptions, UsageError } from './command.ts';
import { oneOf } from './options.ts';
import { findCase, type Session, takeFile, withCore, withOffice, writeNew } from './session.ts';
import { textTable } from './text-table.ts';
import type { Words } from './words.ts';

/** `2026-04-12 14:02` in China Standard Time, as the window shows it, whatever the computer's zone. */
const stamp = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const listDocuments: Command = {
  noun: 'document',
  verb: 'list',
  summary: {
    zh: '列出全部文书样式；写 --case 则列出该案已制作的文书',
    en: 'list every form; with --case the documents made for it',
  },
  positionals: [],
  options: {
    ...officeOptions,
    case: { type: 'string', value: 'NUMBER_OR_ID', help: { zh: '案件', en: 'the case' } },
  },
  run(call) {
    const numberOrId = call.options.text('case');
    if (numberOrId === null)
      return withCore(async ({ client }) => {
        const forms = await client.call('documents.forms', {});
        return { data: forms, text: formTable(forms, call.words) };
      });
    return withOffice(call, async ({ client }) => {
      const { id } = await findCase(client, numberOrId);
      const documents = await client.call('documents.list', { caseId: id });
      return { data: documents, text: documentTable(documents, call.words) };
    });
  },
};

function formTable(forms: Output<'documents.forms'>, words: Words): string {
  const { say } = words;
  const named = (kind: string, code: string): string => words.label('cli', `${kind}.${code}`);
  return textTable(
    [
      say('标识', 'Id'),
      say('编号', 'No.'),
      say('名称', 'Title'),
      say('程序', 'Track'),
      say('阶段', 'Stage'),
      say('签署人', 'Issuer'),
      say('每份对应', 'One for'),
      say('依据来源', 'Law known from'),
      say('版式来源', 'Layout known from'),
    ],
    forms.map((f) => [
      f.id,
      String(f.number),
      words.of(f.title),
      named('track', f.track),
      named('stage', f.stage),
      named('issuer', f.issuer),
      named('scope', f.scope),
      f.status.basis.map((mark) => named('mark', mark)).join(say('、', ', ')),
      f.status.form.map((mark) => named('mark', mark)).join(say('、', ', ')),
    ]),
    [1],
  );
}

function documentTable(documents: Output<'documents.list'>, words: Words): string {
  const { say } = words;
  return textTable(
    [say('文件', 'File'), say('页', 'Pages'), say('缺项', 'Gaps'), say('制作时间', 'Made'), ''],
    documents.map((d) => [
      d.fileName,
      String(d.pages),
      String(d.warnings.length),
      stamp.format(new Date(d.madeAt)),
      d.outdated ? say('案情已变', 'outdated') : '',
    ]),
    [1, 2],
  );
}

const makeDocuments: Command = {
  noun: 'document',
  verb: 'make',
  summary: { zh: '制作文书并存为 PDF 或 Word', en: 'make documents and write them as PDF or Word files' },
  positionals: [],
  options: {
    ...officeOptions,
    case: { type: 'string', value: 'NUMBER_OR_ID', help: { zh: '案件', en: 'the case' } },
    form: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: {
        zh: `只做这些文书，可写多次：${formIds.join('、')}`,
        en: `only these, may be repeated: ${formIds.join(', ')}`,
      },
    },
    member: {
      type: 'string',
      multiple: true,
      value: 'NAME_OR_ID',
      help: {
        zh: '只做这些工人各自的文书，可写多次',
        en: 'only the papers of these workers, may be repeated',
      },
    },
    language: {
      type: 'string',
      value: 'zh-CN|en',
      help: { zh: '文书的语言；默认 zh-CN', en: 'language of the documents; zh-CN when left out' },
    },
    format: {
      type: 'string',
      value: 'pdf|docx',
      help: {
        zh: '默认 pdf；docx 为可续写的 Word 文件，不存入案卷',
        en: 'pdf when left out; docx writes Word files to go on with, which the case does not keep',
      },
    },
    out: { type: 'string', value: 'DIR', help: { zh: '存到哪个文件夹', en: 'folder to write into' } },
  },
  run(call) {
    const { options } = call;
    const numberOrId = options.required('case');
    const out = call.path(options.required('out'));
    const language = oneOf('--language', options.text('language') ?? 'zh-CN', languages);
    const format = oneOf('--format', options.text('format') ?? 'pdf', paperFormats);
    const wantedForms = options.list('form').map((f) => oneOf('--form', f, formIds));
    const wantedMembers = options.list('member');
    return withOffice(call, async (session) => {
      const { client } = session;
      const { id: caseId } = await findCase(client, numberOrId);
      const plan = await client.call('documents.plan', { caseId });
      const members = memberIds(plan, wantedMembers);
      const papers = plan
        .filter((p) => wantedForms.length === 0 || wantedForms.includes(p.formId))
        .filter((p) => {
          if (members === null) return true;
          if (p.memberId !== null) return members.has(p.memberId);
          // A paper of the whole case that was asked for by name; a summary beside the workers' own papers was not.
          return wantedForms.length > 0 && !plan.some((q) => q.formId === p.formId && q.memberId !== null);
        })
        .map(({ formId, memberId }) => ({ formId, memberId }));
      if (papers.length === 0) throw new AppError('not-found', { details: { what: 'paper' } });
      if (format === 'docx') return writeWord(session, { caseId, papers, language }, out, call.words);
      const whole = wantedForms.length === 0 && members === null;
      const input: Input<'documents.make'> = { caseId, papers: whole ? null : papers, language };
      const { documents } = await client.call('documents.make', input);
      const written: (Output<'documents.list'>[number] & { path: string })[] = [];
      for (const document of documents) {
        const { token } = await client.call('documents.open', { documentId: document.id });
        const bytes = await takeFile(session, token);
        written.push({ ...document, path: writeNew(path.join(out, document.fileName), bytes) });
      }
      return { data: { folder: out, documents: written }, text: madeText(out, written, call.words) };
    });
  },
};

type WordInput = Input<'word.make'>;

/** One call for each paper: a folder of files is wanted, not a packed one. */
async function writeWord(
  session: Session,
  { papers, ...rest }: Omit<WordInput, 'papers'> & { readonly papers: NonNullable<WordInput['papers']> },
  out: string,
  words: Words,
) {
  const documents: { fileName: string; path: string }[] = [];
  for (const paper of papers) {
    const { token, fileName } = await session.client.call('word.make', { ...rest, papers: [paper] });
    const bytes = await takeFile(session, token);
    documents.push({ fileName, path: writeNew(path.join(out, fileName), bytes) });
  }
  const sum = words.say(`共 ${documents.length} 份，存于 ${out}`, `${documents.length} documents in ${out}`);
  const text = [...documents.map((d) => path.basename(d.path)), '', sum].join('\n');
  return { data: { folder: out, documents }, text };
}

/** Null: everybody. @throws AppError `not-found`; UsageError when two workers have the name. */
function memberIds(plan: Output<'documents.plan'>, wanted: readonly string[]): ReadonlySet<string> | null {
  if (wanted.length === 0) return null;
  return new Set(
    wanted.map((name) => {
      const ids = new Set(
        plan.filter((p) => p.memberId === name || p.memberName === name).map((p) => p.memberId),
      );
      const [id] = ids;
      if (!id) throw new AppError('not-found', { details: { what: 'member' } });
      if (ids.size > 1)
        throw new UsageError(
          `有 ${ids.size} 名工人叫“${name}”，请改用编号（case show --json 可查）`,
          `${ids.size} workers are called ${name}; use the id (case show --json has it)`,
        );
      return id;
    }),
  );
}

function madeText(
  out: string,
  documents: readonly (Output<'documents.list'>[number] & { path: string })[],
  words: Words,
): string {
  const { say } = words;
  return [
    ...documents.flatMap((d) => [
      `${path.basename(d.path)}  ${say(`${d.pages} 页`, `${d.pages} pages`)}`,
      ...d.warnings.filter((w) => w.severity === 'error').map((w) => `  ! ${words.of(w.label)}`),
    ]),
    '',
    say(`共 ${documents.length} 份，存于 ${out}`, `${documents.length} documents in ${out}`),
    ...gapsText(documents, words),
  ].join('\n');
}

function gapsText(documents: readonly Output<'documents.list'>[number][], words: Words): string[] {
  const gaps = documents.reduce((n, d) => n + d.warnings.length, 0);
  return gaps === 0
    ? []
    : [
        words.say(
          `有 ${gaps} 处缺项或提示（document list --case … --json 可查），缺项处留有横线，补录后请重做。`,
          `${gaps} gaps or hints (see document list --case … --json); gaps are ruled blanks: complete the record and make them again.`,
        ),
      ];
}

const listFields: Command = {
  noun: 'document',
  verb: 'fields',
  summary: {
    zh: '列出自有 Word 模板可用的字段',
    en: 'list the fields that a Word template of the office may name',
  },
  positionals: [],
  options: {
    form: {
      type: 'string',
      value: 'ID',
      help: { zh: `文书标识：${formIds.join('、')}`, en: `the form: ${formIds.join(', ')}` },
    },
  },
  run({ options, words }) {
    const formId = oneOf('--form', options.required('form'), formIds);
    return withCore(async ({ client }) => {
      const fields = await client.call('templates.fields', { formId });
      const rows = fields.flatMap((field) => [
        [field.fields ? `{#${field.zh}}…{/${field.zh}}` : `{${field.zh}}`, field.id, words.of(field.label)],
        ...(field.fields ?? []).map((one) => [`  {${one.zh}}`, one.id, words.of(one.label)]),
      ]);
      const { say } = words;
      const head = [say('写法', 'Write'), say('标识', 'Id'), say('含义', 'Meaning')];
      return { data: fields, text: textTable(head, rows) };
    });
  },
};

export const documentCommands: readonly Command[] = [
  listDocuments,
  makeDocuments,
  batchDocuments,
  listFields,
];
