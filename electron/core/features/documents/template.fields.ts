import type { Claim, EvidenceItem, FilingFacts } from '../../../../shared/features/documents/filing-facts.ts';
import type { Agent, NaturalPerson, Party } from '../../../../shared/features/documents/filing-parties.ts';
import type { FormId } from '../../../../shared/features/documents/form-ids.ts';
import type { Fields, Topic } from '../../../../shared/features/documents/particulars/particular.ts';
import type { TemplateField } from '../../../../shared/features/documents/templates.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { addFen, type Fen, fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { rmbUppercase } from '../../../../shared/law/index.ts';
import { roomToWrite } from '../../word/template.ts';
import { type FormTarget, forms, partyId } from './forms/index.ts';
import { startDraft } from './forms/kit/draft.ts';
import { longDate } from './forms/kit/format.ts';
import { readTopic } from './forms/kit/particulars.ts';
import { withFacts } from './forms/kit/texts.ts';
import { commonWording } from './forms/kit/wording.ts';

// The vocabulary of templates and its values stand together, so that no field is listed that would stay empty.

/** A name between braces; `null` where the record has nothing, which prints as room to write. */
interface Named<T> {
  readonly zh: string;
  readonly id: string;
  readonly en: string;
  readonly of: (from: T) => string | number | null;
}

interface Loop {
  readonly zh: string;
  readonly id: string;
  readonly en: string;
  readonly rows: (facts: FilingFacts, target: FormTarget) => readonly (readonly [TemplateField, string])[][];
  readonly fields: readonly TemplateField[];
}

const common = commonWording['zh-CN'];
const day = (date: PlainDate | null): string | null => (date === null ? null : longDate(date, common));
const yuan = (amount: Fen | null): string | null => (amount === null ? null : formatYuan(amount));
/** The capitals alone: the figures have a field of their own. */
const inWords = (amount: Fen | null): string | null =>
  amount === null || amount < 0 ? yuan(amount) : rmbUppercase(amount);

const named = <T>(zh: string, id: string, en: string, of: Named<T>['of']): Named<T> => ({ zh, id, en, of });
const listed = <T>({ zh, id, en }: Named<T>): TemplateField => ({ zh, id, label: { zh, en } });
const said = (value: string | number | null): string => (value === null ? '' : String(value));

const sexes = { male: '男', female: '女' } as const;

const person: readonly Named<NaturalPerson>[] = [
  named('姓名', 'name', 'Name', (p) => p.name),
  named('性别', 'sex', 'Sex', (p) => p.sex && sexes[p.sex]),
  named('出生日期', 'birth', 'Date of birth', (p) => day(p.birth)),
  named('民族', 'ethnicity', 'Ethnicity', (p) => p.ethnicity),
  named('证件号码', 'idNumber', 'ID number', (p) => p.idNumber),
  named('住所', 'domicile', 'Domicile', (p) => p.domicile),
  named('居住地', 'residence', 'Habitual residence', (p) => p.residence),
  named('通讯地址', 'mailAddress', 'Mail address', (p) => p.mailAddress),
  named('电话', 'phone', 'Phone', (p) => p.phone),
  named('职业', 'occupation', 'Occupation', (p) => p.occupation),
];

type Worker = FilingFacts['applicants'][number];

const worker: readonly Named<Worker>[] = [
  ...person,
  named('入职日期', 'start', 'First day of work', (w) => day(w.job.start)),
  named('离职日期', 'end', 'Last day of work', (w) => day(w.job.end)),
  named('岗位', 'post', 'Post', (w) => w.job.post),
  named('班组', 'team', 'Team', (w) => w.job.team),
  named('工资标准', 'wageRate', 'Wage rate in yuan', (w) => yuan(w.job.wageRate)),
  named('欠薪起', 'owedFrom', 'Arrears from', (w) => day(w.arrears.from)),
  named('欠薪止', 'owedTo', 'Arrears to', (w) => day(w.arrears.to)),
  named('欠薪金额', 'owed', 'Arrears in yuan', (w) => yuan(w.arrears.total)),
  named('欠薪大写', 'owedInWords', 'Arrears in capital characters', (w) => inWords(w.arrears.total)),
];

const partyOf = (party: Party) =>
  party.kind === 'organisation'
    ? { ...party.organisation, head: party.organisation.representative }
    : { ...party.person, uscc: null, head: { name: null, title: null } };

const unit: readonly Named<Party>[] = [
  named('名称', 'name', 'Name', (p) => partyOf(p).name),
  named('统一社会信用代码', 'uscc', 'Unified social credit code', (p) => partyOf(p).uscc),
  named('住所', 'domicile', 'Domicile', (p) => partyOf(p).domicile),
  named('通讯地址', 'mailAddress', 'Mail address', (p) => partyOf(p).mailAddress),
  named('电话', 'phone', 'Phone', (p) => partyOf(p).phone),
  named('法定代表人', 'head', 'Legal representative or principal', (p) => partyOf(p).head.name),
  named('职务', 'headTitle', 'Their post', (p) => partyOf(p).head.title),
];

const agent: readonly Named<Agent>[] = [
  named('姓名', 'name', 'Name', (a) => a.name),
  named('单位', 'firm', 'Firm', (a) => a.firm),
  named('执业证号', 'licenceNo', 'Licence number', (a) => a.licenceNo),
  named('电话', 'phone', 'Phone', (a) => a.phone),
];

const claim: readonly Named<Claim & { readonly n: number }>[] = [
  named('序号', 'n', 'Number', (c) => c.n),
  named('内容', 'text', 'The claim in words, where it was worded', (c) => c.text),
  named('金额', 'amount', 'Amount in yuan', (c) => yuan(c.amount)),
  named('金额大写', 'amountInWords', 'Amount in capital characters', (c) => inWords(c.amount)),
  named('期间起', 'from', 'From', (c) => day(c.from)),
  named('期间止', 'to', 'To', (c) => day(c.to)),
  named('计算方式', 'working', 'Working', (c) => c.working?.zh ?? null),
];

const item: readonly Named<EvidenceItem & { readonly n: number }>[] = [
  named('序号', 'n', 'Number', (e) => e.n),
  named('名称', 'name', 'Name', (e) => e.name),
  named('份数', 'copies', 'Copies', (e) => e.copies),
  named('页数', 'pages', 'Pages', (e) => e.pages),
  named('起页', 'pageFrom', 'First page', (e) => e.pageFrom),
  named('止页', 'pageTo', 'Last page', (e) => e.pageTo),
  named('来源', 'source', 'Source', (e) => e.source),
  named('证明内容', 'proves', 'What it proves', (e) => e.proves),
  named('持有人', 'holder', 'Holder of the original', (e) => e.holder),
];

type WageRow = Worker['arrears']['rows'][number] & { readonly n: number; readonly worker: string | null };

/** The lines of the wage schedule. */
const wageRow: readonly Named<WageRow>[] = [
  named('序号', 'n', 'Number', (r) => r.n),
  named('姓名', 'worker', 'Worker', (r) => r.worker),
  named('期间起', 'from', 'From', (r) => day(r.from)),
  named('期间止', 'to', 'To', (r) => day(r.to)),
  named('数量', 'quantity', 'Days, hours or pieces', (r) => r.quantity),
  named('单价', 'rate', 'Rate in yuan', (r) => yuan(r.rate)),
  named('应发', 'gross', 'Due in yuan', (r) => yuan(r.gross)),
  named('扣款', 'deducted', 'Deducted in yuan', (r) =>
    yuan(addFen(fen(0), ...r.deductions.map((d) => d.amount))),
  ),
  named('已付', 'paid', 'Paid in yuan', (r) => yuan(r.paid)),
  named('欠付', 'owed', 'Owed in yuan', (r) => yuan(r.owed)),
  named('计算方式', 'working', 'Working', (r) => r.working?.zh ?? null),
  named('证据页码', 'evidencePages', 'Pages of evidence', (r) => r.evidencePages),
];

const namedWorkers = (facts: FilingFacts, target: FormTarget): readonly Worker[] =>
  target.applicantId ? facts.applicants.filter((a) => a.id === target.applicantId) : facts.applicants;

function loop<T>(
  [zh, id, en]: readonly [string, string, string],
  fields: readonly Named<T>[],
  each: (facts: FilingFacts, target: FormTarget) => readonly T[],
): Loop {
  const names = fields.map(listed);
  return {
    zh,
    id,
    en,
    fields: names,
    rows: (facts, target) =>
      each(facts, target).map((one) =>
        fields.map((field, i) => [names[i] as TemplateField, said(field.of(one))] as const),
      ),
  };
}

const counted = <T>(list: readonly T[]) => list.map((one, i) => ({ ...one, n: i + 1 }));

const loops: readonly Loop[] = [
  loop(['工人', 'workers', 'Workers; in a worker’s own paper that worker alone'], worker, namedWorkers),
  loop(['工资明细', 'wageRows', 'Lines of the wage schedule, of all workers named'], wageRow, (f, target) =>
    counted(namedWorkers(f, target).flatMap((a) => a.arrears.rows.map((r) => ({ ...r, worker: a.name })))),
  ),
  loop(['单位', 'units', 'Parties on the unit’s side'], unit, (f, target) =>
    f.respondents.map((r) => r.party).filter((p) => !target.partyId || partyId(p) === target.partyId),
  ),
  loop(['第三人', 'thirdParties', 'Third parties'], unit, (f) => f.thirdParties.map((t) => t.party)),
  loop(['代理人', 'agents', 'Agents'], agent, (f) => f.agents),
  loop(['请求', 'claims', 'Claims'], claim, (f) => counted(f.claims)),
  loop(['证据', 'evidence', 'Evidence'], item, (f) => counted(f.evidence)),
];

const listedNames = (names: readonly (string | null)[]): string | null =>
  names.length === 0 || names.includes(null) ? null : names.join('、');

const whole: readonly Named<FilingFacts>[] = [
  named('工人姓名', 'workerNames', 'Names of all workers, on one line', (f) =>
    listedNames(f.applicants.map((a) => a.name)),
  ),
  named('单位名称', 'unitNames', 'Names of the parties on the unit’s side, on one line', (f) =>
    listedNames(f.respondents.map((r) => partyOf(r.party).name)),
  ),
  named('仲裁委员会', 'tribunalName', 'Commission, as on its seal', (f) => f.tribunal.sealName),
  named('案号', 'caseNumber', 'Number of the case there', (f) => f.matter.number),
  named('案由', 'cause', 'Cause', (f) => f.matter.cause),
  named('项目名称', 'projectName', 'Project', (f) => f.project?.name ?? null),
  named('项目地点', 'projectSite', 'Site', (f) => f.project?.site ?? null),
  named('工人人数', 'workerCount', 'Number of workers', (f) => f.applicants.length),
  named('请求总额', 'claimed', 'All claims in yuan', (f) => yuan(claimedBy(f))),
  named('请求总额大写', 'claimedInWords', 'All claims in capital characters', (f) => inWords(claimedBy(f))),
  named('欠薪总额', 'arrears', 'All arrears in yuan', (f) => yuan(f.totals.arrears)),
  named('劳动关系', 'relation', 'Facts: the relation', (f) => f.narrative.relation),
  named('履行情况', 'performance', 'Facts: performance', (f) => f.narrative.performance),
  named('催讨情况', 'demands', 'Facts: demands', (f) => f.narrative.demands),
  named('离职情况', 'ending', 'Facts: the end', (f) => f.narrative.end),
  named('法律依据', 'grounds', 'Legal grounds', (f) => f.narrative.grounds),
  named('最后申请日', 'lastFilingDay', 'Last day for filing', (f) => day(f.limitation.lastFilingDay)),
  named('制作单位', 'preparedBy', 'Office that prepares the paper', (f) => f.preparedBy),
  named('制作日期', 'preparedOn', 'Day of making', (f) => day(f.preparedOn)),
  named('印章名称', 'sealName', 'The office’s seal', (f) => f.face?.sealName ?? null),
];

/** The items themselves are added up: a total beside them could differ. */
const claimedBy = (facts: FilingFacts): Fen => addFen(...facts.claims.map((c) => c.amount ?? fen(0)));

/** What a person entered for the form's own topics, tables aside. */
const topicFields = (formId: FormId): readonly (readonly [Topic<Fields>, string, TemplateField])[] =>
  forms[formId].topics.flatMap((topic) =>
    Object.entries(topic.fields).flatMap(([key, { label, type, former }]) =>
      type.kind === 'rows' || former
        ? []
        : [[topic, key, { zh: `${topic.title.zh}.${label.zh}`, id: `${topic.id}.${key}`, label }] as const],
    ),
  );

const ownerOf = (topic: Topic<Fields>, target: FormTarget): string | null =>
  topic.scope === 'case' ? null : (target.applicantId ?? target.partyId ?? null);

/** The tables of the form's own topics, a loop for each. */
const topicLoops = (formId: FormId): readonly Loop[] =>
  forms[formId].topics.flatMap((topic) =>
    Object.entries(topic.fields).flatMap(([key, { label, type }]): Loop[] => {
      if (type.kind !== 'rows') return [];
      const columns = Object.entries(type.columns).map(
        ([id, { label: name }]) => [id, { zh: name.zh, id, label: name }] as const,
      );
      return [
        {
          zh: `${topic.title.zh}.${label.zh}`,
          id: `${topic.id}.${key}`,
          en: label.en,
          fields: columns.map(([, field]) => field),
          rows: (facts, target) => {
            const reader = readTopic(startDraft(common, 'zh-CN'), facts, topic, ownerOf(topic, target));
            const list = (reader.values[key] ?? []) as readonly unknown[];
            return list.map((_, i) =>
              columns.map(([id, field]) => [field, reader.showCell(key, i, id) ?? ''] as const),
            );
          },
        },
      ];
    }),
  );

const loopsOf = (formId: FormId): readonly Loop[] => [...loops, ...topicLoops(formId)];

/** All that a template of the form may name, in the order in which a list shows it. */
export function templateFields(formId: FormId): TemplateField[] {
  return [
    ...whole.map(listed),
    ...loopsOf(formId).map(({ zh, id, en, fields }) => ({ zh, id, label: { zh, en }, fields: [...fields] })),
    ...topicFields(formId).map(([, , field]) => field),
  ];
}

type Values = { readonly [name: string]: string | Values[] };

/** The values under both names. A fact that the record lacks is left out, so that the template shows room to write. */
export function templateValues(recorded: FilingFacts, formId: FormId, target: FormTarget): Values {
  // A text may name facts between braces of its own.
  const facts = withFacts(recorded, 'zh-CN', target.applicantId ?? null);
  const values: Record<string, string | Values[]> = Object.create(null);
  const put = ({ zh, id }: Pick<TemplateField, 'zh' | 'id'>, value: string): void => {
    if (value === '') return;
    values[zh] = value;
    values[id] = value;
  };
  for (const field of whole) put(field, said(field.of(facts)));
  const draft = startDraft(common, 'zh-CN');
  for (const [topic, key, field] of topicFields(formId))
    put(field, readTopic(draft, facts, topic, ownerOf(topic, target)).show(key) ?? '');
  for (const { zh, id, rows } of loopsOf(formId)) {
    const each = rows(facts, target).map((row) => {
      const one: Record<string, string> = Object.create(null);
      for (const [field, value] of row) {
        // Inside a loop an empty name must not find one of the same name around it.
        one[field.zh] = value === '' ? roomToWrite : value;
        one[field.id] = one[field.zh] as string;
      }
      return one;
    });
    values[zh] = each;
    values[id] = each;
  }
  return values;
}
