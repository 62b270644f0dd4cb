import type { Finding } from '../../../../../shared/features/documents/editing.contract.ts';
import type { FilingFacts, LocalText } from '../../../../../shared/features/documents/filing-facts.ts';
import type { Field } from '../../../../../shared/features/documents/particulars/particular.ts';
import { topics } from '../../../../../shared/features/documents/particulars/topics.ts';
import { isPlainDate, partsOf } from '../../../../../shared/kernel/date.ts';
import { fen, formatYuan } from '../../../../../shared/kernel/money.ts';
import { recordPath } from '../documents.paths.ts';

/** One fact that several papers print. */
export interface FactValue {
  /** The same fact has the same key in the record of any day. */
  readonly key: string;
  readonly kind: Finding['kind'];
  readonly field: string | null;
  readonly label: LocalText;
  readonly value: string;
  /** As papers print it: one of these stands in the text of a paper that tells of it. Empty: it always counts. */
  readonly printed: readonly string[];
  /** Only papers of these forms tell of it; null: whichever has it in its text. */
  readonly forms: readonly string[] | null;
}

type Say = (
  key: string,
  kind: Finding['kind'],
  path: string,
  zh: string,
  en: string,
  value: string | number | null,
  forms?: readonly string[],
) => void;

function printedForms(kind: Finding['kind'], value: string | number): string[] {
  const text = String(value);
  if (kind === 'sum') return [formatYuan(fen(Number(value))), formatYuan(fen(Number(value)), false)];
  if (kind === 'date' && isPlainDate(text.slice(0, 10))) {
    const day = text.slice(0, 10);
    if (!isPlainDate(day)) return [text];
    const { year, month, day: d } = partsOf(day);
    return [`${year}年${month}月${d}日`, day.replaceAll('-', '.'), day];
  }
  return [text];
}

/** The names, numbers, sums, dates and attachments of a case, as papers compare them. */
export function factValues(facts: FilingFacts): FactValue[] {
  const found: FactValue[] = [];
  const say: Say = (key, kind, path, zh, en, value, forms) => {
    if (value === null || value === '') return;
    found.push({
      key,
      kind,
      field: recordPath(path, facts),
      label: { zh, en },
      value: kind === 'sum' ? formatYuan(fen(Number(value))) : String(value),
      printed: forms ? [] : printedForms(kind, value),
      forms: forms ?? null,
    });
  };
  workers(facts, say);
  parties(facts, say);
  const { tribunal, matter, totals } = facts;
  say('tribunal', 'name', 'tribunal.sealName', '仲裁委员会名称', 'Name of the commission', tribunal.sealName);
  say('case-number', 'number', 'matter.number', '案号', 'Case number', matter.number);
  say('claimed', 'sum', 'claims', '请求总额', 'Sum claimed', totals.claimed);
  for (const claim of facts.claims)
    say(`claim ${claim.id}`, 'sum', 'claims', '一项请求的金额', 'Sum of a claim', claim.amount);
  for (const event of facts.events)
    say(`event ${event.type}`, 'date', `events.${event.type}`, '程序日期', 'Date of a step', event.date);
  attachments(facts, say);
  entered(facts, say);
  return found;
}

function workers(facts: FilingFacts, say: Say): void {
  facts.applicants.forEach((a, i) => {
    const who = a.name ?? String(i + 1);
    const at = `applicants.${i}`;
    const key = `worker ${a.id}`;
    say(`${key} name`, 'name', `${at}.name`, '劳动者姓名', 'Name of a worker', a.name);
    say(`${key} id`, 'number', `${at}.idNumber`, `${who}的证件号码`, `ID number of ${who}`, a.idNumber);
    say(`${key} phone`, 'number', `${at}.phone`, `${who}的电话`, `Phone of ${who}`, a.phone);
    say(`${key} start`, 'date', `${at}.job.start`, `${who}的入职日期`, `First day of ${who}`, a.job.start);
    say(`${key} end`, 'date', `${at}.job.end`, `${who}的离职日期`, `Last day of ${who}`, a.job.end);
    say(`${key} owed`, 'sum', `${at}.arrears`, `${who}的欠薪`, `Arrears of ${who}`, a.arrears.total);
  });
}

function parties(facts: FilingFacts, say: Say): void {
  for (const list of ['respondents', 'thirdParties'] as const)
    facts[list].forEach(({ party }, i) => {
      if (party.kind === 'person') {
        const { id, name, idNumber } = party.person;
        const at = `${list}.${i}.party.person`;
        say(`party ${id} name`, 'name', `${at}.name`, '对方姓名', 'Name of the other side', name);
        say(
          `party ${id} id`,
          'number',
          `${at}.idNumber`,
          '对方证件号码',
          'ID number of the other side',
          idNumber,
        );
        return;
      }
      const { id, name, uscc, representative } = party.organisation;
      const at = `${list}.${i}.party.organisation`;
      say(`party ${id} name`, 'name', `${at}.name`, '单位名称', 'Name of the unit', name);
      say(`party ${id} code`, 'number', `${at}.uscc`, '统一社会信用代码', 'Credit code', uscc);
      say(
        `party ${id} head`,
        'name',
        `${at}.representative.name`,
        '法定代表人',
        'Legal representative',
        representative.name,
      );
    });
  facts.agents.forEach((agent, i) => {
    say(`agent ${agent.id} name`, 'name', `agents.${i}.name`, '代理人姓名', 'Name of the agent', agent.name);
    say(
      `agent ${agent.id} licence`,
      'number',
      `agents.${i}.licenceNo`,
      '执业证号',
      'Licence number',
      agent.licenceNo,
    );
  });
}

const evidenceForms = ['evidence-list'];

function attachments({ evidence }: FilingFacts, say: Say): void {
  say(
    'evidence count',
    'attachment',
    'evidence',
    '证据份数',
    'Pieces of evidence',
    String(evidence.length),
    evidenceForms,
  );
  evidence.forEach((e, i) => {
    const pages = e.pages === null ? '' : ` · ${e.pages}`;
    say(
      `evidence ${e.id}`,
      'attachment',
      `evidence.${i}.name`,
      `证据${i + 1}（名称、页数）`,
      `Evidence ${i + 1} (name, pages)`,
      e.name === null ? null : `${e.name}${pages}`,
      evidenceForms,
    );
  });
}

/** Dates and sums that were entered for papers only. */
function entered({ particulars }: FilingFacts, say: Say): void {
  for (const topic of topics) {
    const values = particulars.case[topic.id]?.entered;
    if (!values) continue;
    for (const [key, { type, label, former }] of Object.entries<Field>(topic.fields)) {
      if (former) continue;
      const value = values[key];
      const kind =
        type.kind === 'money' ? 'sum' : type.kind === 'date' || type.kind === 'moment' ? 'date' : null;
      if (kind === null || (typeof value !== 'string' && typeof value !== 'number')) continue;
      say(`${topic.id}.${key}`, kind, `particulars.${topic.id}.${key}`, label.zh, label.en, value);
    }
  }
}
