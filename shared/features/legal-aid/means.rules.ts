import type { Bilingual } from '../../law/index.ts';
import type { AidRecordOf } from './aid.schemas.ts';

export const meansStates = ['no-condition', 'exempt', 'hardship', 'no-hardship', 'undecided'] as const;
export type MeansState = (typeof meansStates)[number];

/** What has to be known before anybody may say yes or no. */
export const meansMissing = [
  'application',
  'exemption-proof',
  'household',
  'income',
  'threshold',
  'assets',
  'pledge',
  'at-threshold',
] as const;
export type MeansMissing = (typeof meansMissing)[number];

export interface MeansResult {
  readonly state: MeansState;
  /** Empty unless `undecided`. */
  readonly missing: readonly MeansMissing[];
  /** Names of those in the household whose income is not known. */
  readonly without: readonly string[];
  /** Article of 法律援助法 on which the result rests. */
  readonly article: string;
  readonly why: Bilingual;
  readonly working: readonly Bilingual[];
}

export interface MeansFacts {
  readonly application: AidRecordOf<'application'> | null;
  readonly means: AidRecordOf<'means'> | null;
  /** 进城务工人员, as the record of the worker says; null: not said. */
  readonly isMigrant: boolean | null;
  /** Fen a month and head, from the law data; null where none is on file. */
  readonly thresholdFen: number | null;
}

/** Item 1 of art. 42 asks for people without steady means of the first three kinds; item 2 names relief and preferential care. */
const exemptGroups = {
  minor: '42[1]',
  elderly: '42[1]',
  disabled: '42[1]',
  relief: '42[2]',
  preferential: '42[2]',
} as const;
/** 申请支付劳动报酬或者请求工伤事故人身损害赔偿 (art. 42 item 3). */
const exemptMatters: readonly string[] = ['wages', 'work-injury'];

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100).toLocaleString('en-US')}.${String(fen % 100).padStart(2, '0')}`;

interface Exemption {
  readonly article: string;
  readonly why: Bilingual;
}

/** The item of art. 42 under which hardship need not be verified, or null. The proof of it is asked for apart. */
export function exemptionOf(facts: MeansFacts): Exemption | null {
  const { application, isMigrant } = facts;
  if (!application) return null;
  const migrant = isMigrant === true || application.groups.includes('migrant');
  if (migrant && exemptMatters.includes(application.matter)) {
    const [zh, en] =
      application.matter === 'wages'
        ? ['申请支付劳动报酬', 'who claims pay']
        : ['请求工伤事故人身损害赔偿', 'who claims compensation for a work injury'];
    return {
      article: '42[3]',
      why: {
        zh: `进城务工人员${zh}，免予核查经济困难状况`,
        en: `a migrant worker ${en}: hardship is not verified`,
      },
    };
  }
  for (const group of application.groups) {
    const article = exemptGroups[group as keyof typeof exemptGroups];
    if (article === undefined) continue;
    return article === '42[1]'
      ? {
          article,
          why: {
            zh: '无固定生活来源的未成年人、老年人、残疾人等特定群体，免予核查经济困难状况',
            en: 'a minor, elderly or disabled person without steady means: hardship is not verified',
          },
        }
      : {
          article,
          why: {
            zh: '社会救助、司法救助或者优抚对象，免予核查经济困难状况',
            en: 'on relief or preferential care: hardship is not verified',
          },
        };
  }
  return null;
}

/**
 * Whether hardship is shown (法律援助法 art. 31, 32, 34, 41, 42). Missing facts make neither a yes nor a no: the result is
 * `undecided` and says what is missing. Income is compared by the head, exactly: sum < threshold × heads.
 */
export function meansResult(facts: MeansFacts): MeansResult {
  const { application, means } = facts;
  const result = (
    state: MeansState,
    article: string,
    why: Bilingual,
    more: Partial<Pick<MeansResult, 'missing' | 'without' | 'working'>> = {},
  ): MeansResult => ({ state, article, why, missing: [], without: [], working: [], ...more });
  const undecided = (
    missing: readonly MeansMissing[],
    article: string,
    more: Partial<Pick<MeansResult, 'without' | 'working'>> = {},
  ) =>
    result(
      'undecided',
      article,
      { zh: '材料不全，还不能认定', en: 'cannot be decided yet: something is missing' },
      { missing, ...more },
    );
  if (!application) return undecided(['application'], '41');
  if (application.noCondition !== null)
    return result('no-condition', '32', {
      zh: '不受经济困难条件的限制',
      en: 'hardship is no condition',
    });
  const exemption = exemptionOf(facts);
  if (exemption) {
    // 有材料证明: the exemption rests on proof, and without it on nothing.
    if (application.papers['exemption-proof'] !== 'in')
      return { ...undecided(['exemption-proof'], exemption.article), why: exemption.why };
    return result('exempt', exemption.article, exemption.why);
  }
  const heads = means?.household ?? [];
  const without = heads.filter((h) => h.incomeFen === null).map((h) => h.name);
  const threshold = means?.thresholdFen ?? facts.thresholdFen;
  const missing: MeansMissing[] = [];
  if (heads.length === 0) missing.push('household');
  if (without.length > 0) missing.push('income');
  if (threshold === null) missing.push('threshold');
  if (means && means.assetLimitFen !== null && means.assetsFen === null) missing.push('assets');
  if (means?.verifiedBy === 'pledge' && application.pledgeOn === null) missing.push('pledge');
  if (missing.length > 0 || threshold === null) return undecided(missing, '41', { without });
  const sum = heads.reduce((all, h) => all + (h.incomeFen ?? 0), 0);
  const most = threshold * heads.length;
  const working: Bilingual[] = [
    {
      zh: `家庭月收入${yuan(sum)}元，${heads.length}人；标准每人每月${yuan(threshold)}元，合计${yuan(most)}元`,
      en: `household income ${yuan(sum)} a month, ${heads.length} people; the threshold is ${yuan(threshold)} a head, ${yuan(most)} together`,
    },
  ];
  if (sum === most) return undecided(['at-threshold'], '34', { working });
  const limit = means?.assetLimitFen ?? null;
  if (limit !== null && (means?.assetsFen ?? 0) > limit)
    return result(
      'no-hardship',
      '34',
      { zh: '资产超过当地标准', en: 'assets are above the local limit' },
      { working },
    );
  return sum < most
    ? result(
        'hardship',
        '34',
        { zh: '人均收入低于标准，符合经济困难条件', en: 'income per head is below the threshold: hardship' },
        { working },
      )
    : result(
        'no-hardship',
        '34',
        {
          zh: '人均收入高于标准，不符合经济困难条件',
          en: 'income per head is above the threshold: no hardship',
        },
        { working },
      );
}

/** Papers that an application still lacks: what is marked missing, and what nobody has marked and the case calls for. */
export function papersMissing(application: AidRecordOf<'application'>, exempt: boolean): string[] {
  const wanted = ['application', 'identity', 'matter', exempt ? 'exemption-proof' : 'hardship'];
  const all = new Set([
    ...wanted,
    ...Object.entries(application.papers).flatMap(([key, mark]) => (mark === 'missing' ? [key] : [])),
  ]);
  return [...all].filter((key) => {
    const mark = application.papers[key as keyof typeof application.papers];
    return mark === undefined || mark === 'missing';
  });
}
