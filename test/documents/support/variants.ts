import {
  type FormLanguage,
  type FormTarget,
  forms,
} from '../../../electron/core/features/documents/forms/index.ts';
import type { BuiltForm } from '../../../electron/core/features/documents/forms/kit/paper.ts';
import type { FilingFacts, TopicValues } from '../../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../../shared/features/documents/form-ids.ts';
import type { RawRow, RawValue, Topic } from '../../../shared/features/documents/particulars/particular.ts';
import { topics } from '../../../shared/features/documents/particulars/topics.ts';
import { addFen, zeroFen } from '../../../shared/kernel/money.ts';
import { applicant, evidence, group24, monthRow, oneWorker, wageClaim } from './facts.ts';
import { fullCase, fullParticulars } from './particulars.ts';

/**
 * What a form is looked at with. `full`: one worker, nothing missing. `group`: 24 workers on a site. `gaps`: nothing
 * but ids. `long`: names of 40 characters and long addresses. `rows60`: tables of 60 rows. `text`: free text of many
 * pages wherever some may be entered.
 */
export const variants = ['full', 'group', 'gaps', 'long', 'rows60', 'text'] as const;
export type Variant = (typeof variants)[number];

/** Papers that only a group has. */
const ofGroups: ReadonlySet<FormId> = new Set(['arb-group-roster', 'arb-group-rep']);

function facts(id: FormId, variant: Variant): FilingFacts {
  const base = variant === 'group' || ofGroups.has(id) ? group24() : oneWorker();
  switch (variant) {
    case 'full':
    case 'group':
      return fullCase(base);
    case 'gaps':
      return strip(fullCase(base));
    case 'long':
      return lengthen(fullCase(base));
    case 'rows60':
      return withRows(id);
    case 'text':
      return withTexts(fullCase(base));
  }
}

/** A form as it is built for a variant, and marked as a draft where something is missing. */
export function sampleOf(id: FormId, variant: Variant, language: FormLanguage): BuiltForm {
  const form = forms[id];
  const given = facts(id, variant);
  const target: FormTarget =
    form.targets?.(given, 'all')[0]?.target ??
    (form.scope === 'member' ? { applicantId: given.applicants[0]?.id ?? '' } : {});
  const built = form.build(given, language, target);
  return variant === 'gaps' ? { ...built, model: { ...built.model, draftMark: '草稿 DRAFT' } } : built;
}

/** Every nullable fact removed; ids, kinds and lists stay. */
export function strip(given: FilingFacts): FilingFacts {
  const keep = new Set(['id', 'kind', 'applicantId', 'caseId', 'principals', 'payers', 'zh', 'en']);
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]));
    }
    if (
      keep.has(key) ||
      key.startsWith('overtime') ||
      ['otherDue', 'tribunal', 'own', 'amount'].includes(key)
    ) {
      return value;
    }
    return typeof value === 'boolean' ? value : typeof value === 'string' && key === '' ? value : null;
  };
  return walk(given, '') as FilingFacts;
}

const longPerson = '阿卜杜热依木·买买提明·艾合买提·吐尔逊江·努尔麦麦提·居来提·热合曼江·示例甲';
const longUnit = '云州示范装配式建筑工程技术服务与劳务分包管理咨询（集团）股份有限公司南岭省青石区第三分公司';
const longPlace =
  '南岭省云州市青石区高新技术产业开发区示范大道北段与样本三路交叉口东南侧样例科技产业园区第十二栋C座二单元2106室（原第八号标准厂房）';

/** Names, addresses and lines of particulars as long as they get. */
function lengthen(given: FilingFacts): FilingFacts {
  const names = new Set(['name', 'sealName', 'firm', 'recruiter', 'teamLeader', 'preparedBy', 'relation']);
  const places = new Set(['domicile', 'residence', 'mailAddress', 'address', 'site']);
  const walk = (value: unknown, key: string, inside: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key, inside));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([k, v]) => [k, k === 'particulars' ? v : walk(v, k, key)]),
      );
    }
    if (typeof value !== 'string') return value;
    if (places.has(key)) return longPlace;
    if (!names.has(key)) return value;
    const unit = ['organisation', 'tribunal', 'project'].includes(inside) || key === 'firm';
    return key === 'relation' || key === 'recruiter' ? value : unit ? longUnit : longPerson;
  };
  const longer = walk(given, '', '') as FilingFacts;
  const entered = (topic: TopicValues): TopicValues => ({
    ...topic,
    entered: Object.fromEntries(
      Object.entries(topic.entered).map(([key, value]) => [
        key,
        /^(name|organ|court|agency|commission|firm)$/i.test(key) && typeof value === 'string'
          ? longUnit
          : /(address|place)$/i.test(key) && typeof value === 'string'
            ? longPlace
            : value,
      ]),
    ),
  });
  return { ...longer, particulars: mapTopics(longer, (topic) => entered(topic)) };
}

function mapTopics(
  given: FilingFacts,
  change: (values: TopicValues, topic: Topic) => TopicValues,
): FilingFacts['particulars'] {
  const each = (of: Readonly<Record<string, TopicValues>>): Record<string, TopicValues> =>
    Object.fromEntries(
      Object.entries(of).map(([id, values]) => {
        const topic = topics.find((t) => t.id === id);
        return [id, topic ? change(values, topic) : values];
      }),
    );
  return {
    case: each(given.particulars.case),
    members: Object.fromEntries(
      Object.entries(given.particulars.members).map(([id, values]) => [id, each(values)]),
    ),
  };
}

const tall = 60;

/** A wage schedule of five years, 60 workers where the paper is a group's, 60 items of evidence, 60 rows everywhere. */
function withRows(id: FormId): FilingFacts {
  const group = ofGroups.has(id);
  const applicants = group
    ? Array.from({ length: tall }, (_, n) => applicant(n))
    : [
        applicant(
          0,
          Array.from({ length: tall }, (_, i) =>
            monthRow(2021 + Math.floor(i / 12), 1 + (i % 12), 20 + (i % 7)),
          ),
        ),
      ];
  const base = group ? group24() : oneWorker();
  const claim = wageClaim(applicants);
  const more: FilingFacts = {
    ...base,
    applicants,
    claims: [claim],
    totals: { claimed: claim.amount, arrears: addFen(...applicants.map((a) => a.arrears.total ?? zeroFen)) },
    evidence: evidence(tall),
    particulars: fullParticulars(applicants.map((a) => a.id)),
  };
  const rows = mapTopics(more, (values, topic) => ({
    ...values,
    entered: Object.fromEntries(
      Object.entries(values.entered).map(([key, value]): [string, RawValue] => {
        const list = value as readonly RawRow[];
        return topic.fields[key]?.type.kind === 'rows' && list.length > 0
          ? [key, Array.from({ length: tall }, (_, i) => list[i % list.length] as RawRow)]
          : [key, value];
      }),
    ),
  }));
  return { ...more, particulars: rows };
}

const longText = Array.from(
  { length: 60 },
  (_, i) =>
    `${i + 1}.经审查，申请人于2026年3月至6月在被申请人承建的工地从事钢筋工作，双方口头约定工资为每日300.00元，按月于15日前支付。被申请人对出勤天数未提出异议，但主张部分款项已由班组长代付；该主张没有转账凭证或者申请人签收的记录予以证明，被申请人也未提交其依法应当保存的工资支付台账和考勤记录，应当承担举证不能的不利后果。`,
).join('\n');

/** Free text of about 9,000 characters in every field that takes paragraphs: an award of some thirty pages. */
function withTexts(given: FilingFacts): FilingFacts {
  return {
    ...given,
    particulars: mapTopics(given, (values, topic) => ({
      ...values,
      entered: Object.fromEntries(
        Object.entries(values.entered).map(([key, value]) => [
          key,
          topic.fields[key]?.type.kind === 'text' ? longText : value,
        ]),
      ),
    })),
  };
}
