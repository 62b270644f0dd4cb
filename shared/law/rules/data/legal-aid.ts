import type { LegalSource, VerificationStatus } from '../../common.ts';
import { cite, citeUnnumbered } from '../../sources.ts';
import { days, doubt, months, on, provision, rule, say, urge } from '../define.ts';
import type { LocalVariant, ProvisionDefinition, RuleDefinition } from '../types.ts';
import { legalAidDays } from './disagreements.ts';

const tracks = ['legal-aid'] as const;
const law = (article: string) => cite('legalAidLaw', article);
const objected = on(
  'aid-objection-decided',
  '知道司法行政部门维持决定之日',
  'the bureau’s decision to uphold the agency is known',
);

function olderLocal(
  region: string,
  zh: string,
  en: string,
  days: number,
  source: LocalVariant['source'],
): LocalVariant {
  return {
    region,
    name: say(zh, en),
    mode: 'stricter',
    period: { length: days, unit: 'working-day' },
    text: say(
      `${zh}旧文本规定为${days}个工作日，是否现行有效未核实，法律援助法更严的，以法律为准。`,
      `An older text of ${en} says ${days} working days; whether it is still in force is not known, and the Act prevails where stricter.`,
    ),
    source,
    status: 'secondary',
  };
}

export const legalAidRules: readonly RuleDefinition[] = [
  rule({
    id: 'la-decide',
    title: say('法律援助审查决定', 'Decision on legal aid'),
    tracks: ['legal-aid'],
    trigger: {
      event: 'aid-applied',
      words: say('法律援助机构收到申请之日', 'the agency receives the application'),
    },
    period: { length: 7, unit: 'natural-day' },
    bearer: 'legal-aid-agency',
    ifMissed: say(
      '可向司法行政部门反映；不予援助应书面说明理由。',
      'Complain to the judicial bureau; a refusal must give reasons in writing.',
    ),
    source: cite('legalAidLaw', '43'),
    furtherSources: [citeUnnumbered('legalAidProcedure')],
    status: 'verified',
    disagreements: [legalAidDays(7)],
    notes: [
      say(
        '法律只写“七日”，未见工作日的规定；2012年程序规定曾为七个工作日。',
        'The Act says “seven days” without a working-day clause; the 2012 rule said seven working days.',
      ),
    ],
    variants: [
      olderLocal('33', '浙江', 'Zhejiang', 7, citeUnnumbered('zhejiangLegalAid')),
      olderLocal('11', '北京', 'Beijing', 5, citeUnnumbered('beijingLegalAid')),
      olderLocal('31', '上海', 'Shanghai', 10, citeUnnumbered('shanghaiLegalAid')),
    ],
  }),
  rule({
    id: 'la-assign',
    title: say('指派', 'Assignment'),
    tracks,
    trigger: on('aid-granted', '作出给予法律援助决定之日', 'aid is granted'),
    period: days(3),
    bearer: 'legal-aid-agency',
    ifMissed: urge,
    source: law('43'),
    furtherSources: [cite('legalAidProcedure', '24')],
    status: 'verified',
    disagreements: [legalAidDays(3)],
  }),
  rule({
    id: 'la-sign',
    title: say('签订委托代理协议', 'Signing the agency agreement'),
    tracks,
    trigger: on('aid-assigned', '律师事务所接受指派之日', 'the firm is assigned'),
    period: days(5),
    bearer: 'lawyer',
    ifMissed: say(
      '因受援人原因或其他客观原因未签的除外。',
      'Excused by the aided person or objective causes.',
    ),
    source: cite('legalAidProcedure', '27'),
    status: 'verified',
    notes: [say('签订委托代理协议和授权委托书。', 'Agency agreement and power of attorney.')],
    disagreements: [legalAidDays(5)],
  }),
  rule({
    id: 'la-objection',
    title: say('对不予援助、终止援助提出异议', 'Objection to refusal or termination'),
    tracks,
    trigger: on('aid-refused', '收到决定之日', 'the decision is received'),
    period: null,
    bearer: 'worker',
    ifMissed: say('法律没有规定提出异议的期限，宜尽快。', 'The Act sets no period to object; do it soon.'),
    source: law('49'),
    status: 'verified',
  }),
  rule({
    id: 'la-objection-decide',
    title: say('异议审查', 'Decision on the objection'),
    tracks,
    trigger: on('aid-objected', '司法行政部门收到异议之日', 'the judicial bureau receives the objection'),
    period: days(5),
    bearer: 'judicial-bureau',
    ifMissed: urge,
    source: law('49'),
    status: 'verified',
    disagreements: [legalAidDays(5)],
  }),
  rule({
    id: 'la-objection-review',
    title: say('对异议决定申请行政复议', 'Reconsideration of the bureau’s decision'),
    tracks,
    trigger: objected,
    period: days(60),
    bearer: 'worker',
    ifMissed: say('不能再申请行政复议。', 'Reconsideration is no longer open.'),
    excludable: true,
    source: law('49'),
    furtherSources: [cite('reconsideration', '20')],
    status: 'verified',
  }),
  rule({
    id: 'la-objection-suit',
    title: say('对异议决定提起行政诉讼', 'Suit against the bureau’s decision'),
    tracks,
    trigger: objected,
    period: months(6),
    bearer: 'worker',
    ifMissed: say('丧失起诉权。', 'The right to sue is lost.'),
    source: law('49'),
    furtherSources: [cite('administrativeSuits', '46')],
    status: 'verified',
  }),
  rule({
    id: 'la-closing',
    title: say('提交结案材料', 'Handing in the closing file'),
    tracks,
    trigger: on(
      'aid-result-received',
      '结案之日（仲裁：收到裁决书；诉讼：收到裁判文书；和解：协议之日）',
      'closing (arbitration: award received; court: judgment received; settlement: agreement)',
    ),
    period: days(30),
    bearer: 'lawyer',
    ifMissed: say('影响补贴发放。', 'The subsidy is withheld.'),
    source: citeUnnumbered('legalAidProcedure'),
    furtherSources: [cite('nujiangGuide', '')],
    status: 'secondary',
    doubts: [
      doubt(
        '条号未见；结案日的界定凭记忆，待核。',
        'Article not seen; what counts as closing is from memory.',
      ),
    ],
    variants: [
      {
        region: '33',
        name: say('浙江', 'Zhejiang'),
        mode: 'stricter',
        period: days(15),
        text: say(
          '浙江旧文本规定结案报告十五日内提交，是否现行有效未核实。',
          'An older Zhejiang text says 15 days for the closing report; whether it is in force is not known.',
        ),
        source: citeUnnumbered('zhejiangLegalAid'),
        status: 'secondary',
      },
    ],
  }),
  rule({
    id: 'la-file-review',
    title: say('审查结案材料', 'Checking the file'),
    tracks,
    trigger: on('aid-file-received', '收到结案材料之日', 'the file is received'),
    period: days(30),
    bearer: 'legal-aid-agency',
    ifMissed: urge,
    source: citeUnnumbered('legalAidProcedure'),
    furtherSources: [cite('nujiangGuide', '')],
    status: 'secondary',
    notes: [say('审查后发放补贴。', 'The subsidy is paid after the check.')],
  }),
  rule({
    id: 'la-report',
    title: say('报告办理情况', 'Report on the matter'),
    tracks,
    trigger: on('aid-matter-finished', '法律援助事项办理结束', 'the matter is finished'),
    period: null,
    bearer: 'lawyer',
    ifMissed: say(
      '应当及时报告并提交副本等材料，法律未规定日数。',
      'Copies and a report “promptly”; no number of days.',
    ),
    source: law('50'),
    status: 'verified',
  }),
];

function entry(
  id: string,
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
  further: {
    status?: VerificationStatus;
    notes?: ProvisionDefinition['notes'];
    doubts?: ProvisionDefinition['doubts'];
  } = {},
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks,
    text: say(textZh, textEn),
    source,
    furtherSources,
    status: 'verified',
    ...further,
  });
}

export const legalAidProvisions: readonly ProvisionDefinition[] = [
  entry(
    'la-supplement',
    ['一次性告知补充材料', 'One notice of missing papers'],
    [
      '材料不齐的一次性告知；未按要求补充的，视为撤回申请。',
      'One single notice; if not supplied the application is deemed withdrawn.',
    ],
    [law('43(2)')],
    {
      notes: [
        say('2012年旧规定：补充期间不计入审查期限。', 'The rule of 2012 excluded this time from the review.'),
      ],
    },
  ),
  entry(
    'la-urgent',
    ['先行提供法律援助', 'Aid at once'],
    [
      '距法定时效或者期限届满不足七日，或者需要立即申请保全、先予执行的，可以先行援助，受援人及时补办手续。',
      'With fewer than 7 days left of a limitation or period, or an urgent preservation or prior enforcement, aid comes first and the papers follow promptly.',
    ],
    [law('44')],
  ),
  entry(
    'la-exempt-check',
    ['免予核查经济困难', 'Hardship not checked'],
    [
      '进城务工人员请求支付劳动报酬或者工伤事故人身损害赔偿，有材料证明的，免予核查经济困难状况；与第32条“不受经济困难条件限制”不同。',
      'Migrant workers with proof who claim wages or injury damages: verification is waived. Not the same as art. 32, where hardship is no condition.',
    ],
    [law('42[3]'), law('32')],
  ),
  entry(
    'la-scope',
    ['援助范围', 'Scope of aid'],
    [
      '确认劳动关系、支付劳动报酬（第31条第5项），社会保险（第2项），工伤（第7项）。仅请求赔偿金、补偿金的看当地规定。',
      'Employment relation and wages (31(5)), social insurance (31(2)), injury (31(7)). Pure compensation claims: local practice.',
    ],
    [law('31')],
  ),
  entry(
    'la-terminate',
    ['终止援助', 'Termination'],
    [
      '以欺骗手段获得、案件终止、自行委托代理人、不再符合条件、受援人要求等情形，应当终止并书面决定。',
      'Fraud, case ended, own lawyer, conditions changed, request and the like: at once, by written decision.',
    ],
    [law('48')],
  ),
  entry(
    'la-fee-relief',
    ['费用减免', 'Relief from fees'],
    [
      '法院对受援人缓、减、免诉讼费；公证、鉴定减、免费用。',
      'Courts defer, reduce or waive fees; notaries and appraisers reduce or waive theirs.',
    ],
    [law('53')],
  ),
  entry(
    'la-local',
    ['地方旧规定', 'Older local rules'],
    [
      '已读文本：浙江2016年（审查7个工作日、结案报告15日）；北京2008年（审查5个工作日，15日内申诉，5个工作日复查）；上海2020年（10个工作日）。与2021年法律不一致的以法律为准。',
      'Texts read: Zhejiang 2016 (7 working days, closing report 15 days); Beijing 2008 (5 working days, complaint in 15 days, re-check in 5 working days); Shanghai 2020 (10 working days). The Act of 2021 prevails where stricter.',
    ],
    [
      citeUnnumbered('zhejiangLegalAid'),
      citeUnnumbered('beijingLegalAid'),
      citeUnnumbered('shanghaiLegalAid'),
    ],
    {
      status: 'secondary',
      doubts: [doubt('是否现行有效未核实。', 'Whether they are in force is not known.')],
    },
  ),
];
