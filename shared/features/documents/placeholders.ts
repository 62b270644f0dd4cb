import { type PlainDate, partsOf } from '../../kernel/date.ts';
import { addFen, type Fen, fen, formatYuan } from '../../kernel/money.ts';
import { rmbUppercase } from '../../law/words/rmb.ts';
import type { Applicant, ClaimKind, FilingFacts, LocalText } from './filing-facts.ts';

/**
 * What stands for a fact of the record in a text that somebody writes. The paper prints the fact as it is on the day of
 * making, so that a figure in a reason cannot part from the claim that it speaks of. Written `{欠薪金额}` or `{arrears}`.
 */
export interface Placeholder {
  readonly id: string;
  /** As it is written between braces in either language; the English name is the id. */
  readonly zh: string;
  readonly label: LocalText;
  readonly group: PlaceholderGroup;
  /** A sum, which a person must not type beside it. */
  readonly figure: boolean;
  /** Where the fact is entered, as a path of the facts. */
  readonly source: (scene: Scene) => string;
  readonly value: (scene: Scene) => string | null;
}

export const placeholderGroups = ['parties', 'work', 'sums', 'procedure', 'evidence'] as const;
export type PlaceholderGroup = (typeof placeholderGroups)[number];

/** Whose paper is written, and in what language. */
export interface Scene {
  readonly facts: FilingFacts;
  readonly language: 'zh-CN' | 'en';
  /** The worker whose own paper it is. */
  readonly applicantId: string | null;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayText(date: PlainDate, { language }: Scene): string {
  const { year, month, day } = partsOf(date);
  return language === 'en' ? `${day} ${months[month - 1] ?? ''} ${year}` : `${year}年${month}月${day}日`;
}

const yuan = (amount: Fen, { language }: Scene): string =>
  language === 'en' ? `RMB ${formatYuan(amount)}` : `${formatYuan(amount)}元`;

/** The workers that the text is about. */
function workersOf({ facts, applicantId }: Scene): readonly Applicant[] {
  const own = facts.applicants.filter((a) => a.id === applicantId);
  return own.length > 0 ? own : facts.applicants;
}

/** What is the same for all of them, or null. */
function same<T>(scene: Scene, read: (worker: Applicant) => T | null): T | null {
  const [first = null, ...others] = workersOf(scene).map(read);
  return others.every((one) => one === first) ? first : null;
}

function listed(names: readonly (string | null)[], { language }: Scene): string | null {
  const known = names.filter((name) => name !== null);
  if (known.length === 0 || known.length < names.length) return null;
  return known.join(language === 'en' ? ', ' : '、');
}

const partyNames = ({ facts }: Scene): (string | null)[] =>
  facts.respondents.map(({ party }) =>
    party.kind === 'organisation' ? party.organisation.name : party.person.name,
  );

function workerPath(scene: Scene, field: string): string {
  const [only] = workersOf(scene);
  const at = scene.facts.applicants.findIndex((a) => a.id === only?.id);
  return at < 0 ? 'applicants' : `applicants.${at}.${field}`;
}

function arrearsOf(scene: Scene): Fen | null {
  const totals = workersOf(scene).flatMap((w) => w.arrears.total ?? []);
  return totals.length === 0 ? null : addFen(...totals);
}

/** What is claimed in all, or of one worker's parts in that worker's own paper. */
function claimed(scene: Scene, kind: ClaimKind | null): Fen | null {
  const { facts, applicantId } = scene;
  const own = facts.applicants.length > 1 && facts.applicants.some((a) => a.id === applicantId);
  const sums = facts.claims
    .filter((c) => kind === null || c.kind === kind)
    .flatMap((c) =>
      own
        ? c.shares.filter((s) => s.applicantId === applicantId).map((s) => s.amount)
        : c.amount === null
          ? []
          : [c.amount],
    );
  return sums.length === 0 ? null : addFen(...sums);
}

const settled = ({ facts }: Scene, kind: 'settlement' | 'award'): Fen | null =>
  facts.outcomes.find((o) => o.kind === kind)?.total ?? null;

type Entry = Omit<Placeholder, 'figure'>;

const entry = (
  group: PlaceholderGroup,
  id: string,
  zh: string,
  en: string,
  source: Entry['source'],
  value: Entry['value'],
): Placeholder => ({ id, zh, label: { zh, en }, group, figure: false, source, value });

/** A sum in figures and one in capitals. */
function sum(
  id: string,
  zh: string,
  en: string,
  source: string,
  value: (scene: Scene) => Fen | null,
): Placeholder[] {
  const show = (scene: Scene, text: (amount: Fen) => string): string | null => {
    const amount = value(scene);
    return amount === null ? null : text(amount);
  };
  return [
    {
      ...entry(
        'sums',
        id,
        zh,
        en,
        () => source,
        (scene) => show(scene, (a) => yuan(a, scene)),
      ),
      figure: true,
    },
    {
      ...entry(
        'sums',
        `${id}-words`,
        `${zh}大写`,
        `${en}, in capitals`,
        () => source,
        (scene) => show(scene, rmbUppercase),
      ),
      figure: true,
    },
  ];
}

const claimSums: readonly (readonly [id: string, kind: ClaimKind, zh: string, en: string])[] = [
  ['overtime', 'overtime-pay', '加班工资', 'Overtime pay'],
  ['minimum-wage', 'minimum-wage-difference', '最低工资差额', 'Difference to the minimum wage'],
  ['annual-leave', 'annual-leave-pay', '年休假工资', 'Pay for annual leave'],
  ['double-wage', 'double-wage', '二倍工资差额', 'Double wage'],
  ['severance', 'severance', '经济补偿', 'Economic compensation'],
  ['damages', 'unlawful-termination', '违法解除赔偿金', 'Damages for unlawful termination'],
  ['notice-pay', 'notice-pay', '代通知金', 'Pay in lieu of notice'],
];

const dateOf =
  (read: (scene: Scene) => PlainDate | null): Entry['value'] =>
  (scene) => {
    const date = read(scene);
    return date === null ? null : dayText(date, scene);
  };

const rates = {
  month: ['元/月', ' a month'],
  day: ['元/天', ' a day'],
  hour: ['元/小时', ' an hour'],
  piece: ['元/件', ' a piece'],
} as const;

/** The listed vocabulary, in the order of the list that one inserts from. */
export const placeholders: readonly Placeholder[] = [
  entry(
    'parties',
    'worker',
    '劳动者',
    'Worker',
    (s) => workerPath(s, 'name'),
    (s) => {
      const workers = workersOf(s);
      const name = workers[0]?.name ?? null;
      if (name === null || workers.length === 1) return name;
      return s.language === 'en'
        ? `${name} and ${workers.length - 1} others`
        : `${name}等${workers.length}人`;
    },
  ),
  entry(
    'parties',
    'workers',
    '全体劳动者',
    'All workers',
    () => 'applicants',
    (s) =>
      listed(
        workersOf(s).map((w) => w.name),
        s,
      ),
  ),
  entry(
    'parties',
    'headcount',
    '人数',
    'Number of workers',
    () => 'applicants',
    (s) => {
      const n = workersOf(s).length;
      return n === 0 ? null : s.language === 'en' ? String(n) : `${n}人`;
    },
  ),
  entry(
    'parties',
    'id-number',
    '身份证号',
    'ID number',
    (s) => workerPath(s, 'idNumber'),
    (s) => (workersOf(s).length === 1 ? (workersOf(s)[0]?.idNumber ?? null) : null),
  ),
  entry(
    'parties',
    'employer',
    '用人单位',
    'Employer',
    () => 'respondents',
    (s) => partyNames(s)[0] ?? null,
  ),
  entry(
    'parties',
    'respondents',
    '被申请人',
    'Respondents',
    () => 'respondents',
    (s) => listed(partyNames(s), s),
  ),
  entry(
    'parties',
    'project',
    '项目名称',
    'Project',
    () => 'project.name',
    (s) => s.facts.project?.name ?? null,
  ),

  entry(
    'work',
    'hired',
    '入职日期',
    'First day of work',
    (s) => workerPath(s, 'job.start'),
    dateOf((s) => same(s, (w) => w.job.start)),
  ),
  entry(
    'work',
    'left',
    '离职日期',
    'Last day of work',
    (s) => workerPath(s, 'job.end'),
    dateOf((s) => same(s, (w) => w.job.end)),
  ),
  entry(
    'work',
    'post',
    '岗位',
    'Post',
    (s) => workerPath(s, 'job.post'),
    (s) => same(s, (w) => w.job.post),
  ),
  entry(
    'work',
    'site',
    '工作地点',
    'Place of work',
    (s) => workerPath(s, 'job.site'),
    (s) => same(s, (w) => w.job.site),
  ),
  entry(
    'work',
    'recruiter',
    '招用人',
    'Hired by',
    (s) => workerPath(s, 'job.recruiter'),
    (s) => same(s, (w) => w.job.recruiter),
  ),
  entry(
    'work',
    'wage',
    '工资标准',
    'Wage',
    (s) => workerPath(s, 'job.wageRate'),
    (s) =>
      same(s, ({ job }) => {
        if (job.wageForm === null || job.wageRate === null) return null;
        const [zh, en] = rates[job.wageForm];
        const amount = formatYuan(job.wageRate);
        return s.language === 'en' ? `RMB ${amount}${en}` : `${amount}${zh}`;
      }),
  ),
  entry(
    'work',
    'pay-day',
    '发薪日',
    'Pay day',
    (s) => workerPath(s, 'job.payDay'),
    (s) =>
      same(
        s,
        ({ job }) =>
          job.payTerms ??
          (job.payDay === null ? null : s.language === 'en' ? `day ${job.payDay}` : `每月${job.payDay}日`),
      ),
  ),
  entry(
    'work',
    'reason-left',
    '离职原因',
    'Why the work ended',
    (s) => workerPath(s, 'job.endReason'),
    (s) => same(s, (w) => w.job.endReason),
  ),

  entry(
    'sums',
    'period',
    '欠薪期间',
    'Period in arrears',
    () => 'claims',
    (s) => {
      const froms = workersOf(s)
        .flatMap((w) => w.arrears.from ?? [])
        .sort();
      const tos = workersOf(s)
        .flatMap((w) => w.arrears.to ?? [])
        .sort();
      const [from] = froms;
      const to = tos.at(-1);
      if (from === undefined || to === undefined) return null;
      return s.language === 'en'
        ? `${dayText(from, s)} to ${dayText(to, s)}`
        : `${dayText(from, s)}至${dayText(to, s)}`;
    },
  ),
  ...sum('arrears', '欠薪金额', 'Wages in arrears', 'claims', arrearsOf),
  ...sum('amount', '请求总额', 'Sum claimed', 'claims', (s) => claimed(s, null)),
  ...claimSums.flatMap(([id, kind, zh, en]) => sum(id, zh, en, 'claims', (s) => claimed(s, kind))),
  ...sum('agreed', '约定总额', 'Sum agreed', 'outcomes.settlement', (s) => settled(s, 'settlement')),
  ...sum('awarded', '裁决总额', 'Sum awarded', 'outcomes.award', (s) => settled(s, 'award')),

  entry(
    'procedure',
    'cause',
    '案由',
    'Cause',
    () => 'matter.cause',
    (s) => s.facts.matter.cause,
  ),
  entry(
    'procedure',
    'tribunal',
    '仲裁委员会',
    'Commission',
    () => 'tribunal.sealName',
    (s) => s.facts.tribunal.sealName,
  ),
  entry(
    'procedure',
    'case-number',
    '案号',
    'Case number',
    () => 'matter.number',
    (s) => s.facts.matter.number,
  ),
  entry(
    'procedure',
    'known-on',
    '知道权利被侵害之日',
    'Day on which the infringement was known',
    () => 'limitation.knownOn',
    dateOf((s) => s.facts.limitation.knownOn),
  ),
  entry(
    'procedure',
    'last-demand',
    '最近一次催要日',
    'Day of the last demand',
    () => 'demands',
    dateOf((s) => s.facts.demands.findLast((d) => d.kind === 'demand')?.date ?? null),
  ),
  entry(
    'procedure',
    'filed-on',
    '申请日',
    'Day of filing',
    () => 'events.application-submitted',
    dateOf((s) => s.facts.events.findLast((e) => e.type === 'application-submitted')?.date ?? null),
  ),
  entry(
    'procedure',
    'accepted-on',
    '受理日',
    'Day of acceptance',
    () => 'events.accepted',
    dateOf((s) => s.facts.events.findLast((e) => e.type === 'accepted')?.date ?? null),
  ),

  entry(
    'evidence',
    'evidence-count',
    '证据份数',
    'Pieces of evidence',
    () => 'evidence',
    (s) => {
      const n = s.facts.evidence.length;
      return n === 0 ? null : s.language === 'en' ? String(n) : `${n}份`;
    },
  ),
  entry(
    'evidence',
    'evidence-pages',
    '证据页数',
    'Pages of evidence',
    () => 'evidence',
    (s) => {
      const pages = s.facts.evidence.map((e) => e.pages);
      if (pages.length === 0 || pages.includes(null)) return null;
      const n = fen(pages.reduce<number>((all, p) => all + (p ?? 0), 0));
      return s.language === 'en' ? String(n) : `${n}页`;
    },
  ),
];

const byName = new Map<string, Placeholder>(
  placeholders.flatMap((p) => [
    [p.id, p],
    [p.zh, p],
  ]),
);

/** By its name in either language. */
export function placeholderOf(name: string): Placeholder | null {
  return byName.get(name.normalize('NFKC').trim().toLowerCase()) ?? null;
}

/** A name between braces, on one line. Full-width braces count: an input method writes them. */
export const placeholderPattern = /[{｛]([^{}｛｝\n]{1,40})[}｝]/gu;

/** What stands in the paper where the record lacks the fact: room to write it by hand. */
export const emptyPlace = '＿＿＿＿＿＿';

/** The text with the facts of the record; an unknown name stays as it was typed. */
export function fillPlaceholders(text: string, scene: Scene): string {
  if (!/[{｛]/u.test(text)) return text;
  return text.replace(placeholderPattern, (whole, name: string) => {
    const found = placeholderOf(name);
    return found ? (found.value(scene) ?? emptyPlace) : whole;
  });
}

/** Names between braces that the vocabulary lacks, each once. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(placeholderPattern)].flatMap(([, name = '']) =>
      placeholderOf(name) ? [] : [name.trim()],
    ),
  ),
];

/** Names of a text that the vocabulary lacks, and those for which the record has nothing, each once. */
export function placeholderFaults(
  text: string,
  scene: Scene,
): { readonly unknown: readonly string[]; readonly empty: readonly Placeholder[] } {
  const empty = new Set<Placeholder>();
  for (const [, name = ''] of text.matchAll(placeholderPattern)) {
    const found = placeholderOf(name);
    if (found?.value(scene) === null) empty.add(found);
  }
  return { unknown: unknownPlaceholders(text), empty: [...empty] };
}
