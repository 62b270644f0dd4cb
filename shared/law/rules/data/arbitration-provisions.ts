import type { LegalSource, VerificationStatus } from '../../common.ts';
import { cite } from '../../sources.ts';
import { doubt, provision, say } from '../define.ts';
import type { ProvisionDefinition } from '../types.ts';

function entry(
  id: string,
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
  further: {
    status?: VerificationStatus;
    notes?: ProvisionDefinition['notes'];
    doubts?: ProvisionDefinition['doubts'];
    regions?: readonly string[];
  } = {},
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks: ['arbitration'],
    text: say(textZh, textEn),
    source,
    furtherSources,
    status: 'verified',
    ...further,
  });
}

/** Special handling, and what acts of the parties lead to. */
export const arbitrationProvisions: readonly ProvisionDefinition[] = [
  entry(
    'arb-restarts',
    ['四十五日的重新计算与不计入', 'Restarts and exclusions of the 45 days'],
    [
      '重新计算：追加当事人（决定之日）、补正材料、增加或变更请求（受理之日）、反申请合并（受理之日）、移送管辖（接受移送之日）。不计入：中止审理、公告送达。',
      'Restart: joinder (decision), correction of papers, added or changed claims (acceptance), joined counter-application (acceptance), transfer (acceptance of it). Excluded: suspension, public notice.',
    ],
    [cite('caseRules', '46')],
    {
      notes: [
        say(
          '浙江另不计入：委托调查、当事人申请庭外和解的期间（条例第36条）。',
          'Zhejiang also excludes entrusted investigation and out-of-court settlement (art. 36).',
        ),
      ],
    },
  ),
  entry(
    'arb-suspension-grounds',
    ['中止审理的情形', 'Grounds of suspension'],
    [
      '劳动者死亡或丧失行为能力、用人单位终止且未确定承受人、不可抗力、须以另案结果为依据、等待工伤认定或伤残等级等鉴定结论、其他情形；由主任或其委托的负责人批准，书面通知。',
      'Death or incapacity of the worker, employer ended without successor, force majeure, dependent case, awaited injury recognition, grade or appraisal, other; approved by the director or delegated head, with written notice.',
    ],
    [cite('caseRules', '47')],
  ),
  entry(
    'arb-simple-eligible',
    ['简易处理的条件', 'When a case may be handled simply'],
    [
      '符合之一：事实清楚、权利义务明确、争议不大；标的额不超过本省上年度职工年平均工资；双方同意。涉及国家或公共利益、有重大社会影响、被申请人下落不明、仲裁委认为不宜的除外。',
      'Any of: clear facts and rights with little dispute; amount not above the province’s average annual wage of last year; both agree. Not with State or public interest, major social impact, an untraceable respondent, or where the commission thinks it unsuitable.',
    ],
    [cite('caseRules', '56, 57')],
  ),
  entry(
    'arb-simple-effects',
    ['简易处理的效果', 'What simple handling changes'],
    [
      '独任仲裁；经被申请人同意才可缩短或取消答辩期；可简便送达；举证期限、开庭日期和程序由仲裁庭决定。全国规则没有短于四十五日的审限。',
      'Sole arbitrator; the answer period is shortened or dropped only with the respondent’s consent; simple service; the tribunal sets evidence period, hearing and procedure. No shorter national period than 45 days.',
    ],
    [cite('caseRules', '58'), cite('caseRules', '56, 59, 60')],
  ),
  entry(
    'arb-simple-convert',
    ['简易转一般程序', 'Conversion to ordinary procedure'],
    [
      '应在四十五日届满前转换；审限自原受理之日起连续计算。',
      'Before the 45 days end; the clock keeps running from the original acceptance.',
    ],
    [cite('caseRules', '61')],
  ),
  entry(
    'arb-migrant-local',
    ['各地农民工工资速裁', 'Local quick procedures for migrant wages'],
    [
      '如山东2011年：十人以上欠薪案件当日立案、七日内结案；上饶速裁约三十日。',
      'For example Shandong 2011: filed the same day and closed in 7 days for ten or more; Shangrao about 30 days.',
    ],
    [cite('quickTribunals', '')],
    { status: 'secondary', regions: ['37', '3611'] },
  ),
  entry(
    'arb-coll-simple',
    ['集体争议的简易处理', 'Collective cases handled simply'],
    [
      '符合简易处理条件的集体劳动争议可以简易处理，不受集体程序一节限制。',
      'A collective case that meets the conditions may be handled simply, free of the collective section.',
    ],
    [cite('caseRules', '62')],
  ),
  entry(
    'arb-partial-award',
    ['先行裁决', 'Partial award'],
    [
      '部分事实已经清楚的，可以就该部分先行裁决；救济途径与其他裁决相同。',
      'Where facts are partly clear that part may be awarded first; remedies as for any award.',
    ],
    [cite('mediationArbitrationLaw', '43(2)'), cite('caseRules', '49')],
  ),
  entry(
    'arb-prior-enf',
    ['先予执行', 'Prior enforcement'],
    [
      '追索劳动报酬、工伤医疗费、经济补偿或赔偿金，权利义务明确、不先予执行将严重影响生活的，可申请先予执行，移送法院；劳动者不提供担保。不得起诉；仲裁庭无期限。',
      'For pay, injury costs, compensation or damages, where rights are clear and life is seriously affected; sent to the court; the worker gives no security. It cannot be sued on; the tribunal has no time limit.',
    ],
    [cite('mediationArbitrationLaw', '44'), cite('caseRules', '51'), cite('labourInterpretation1', '10')],
  ),
  entry(
    'arb-withdraw',
    ['撤回申请', 'Withdrawal'],
    [
      '申请人在裁决作出前可以撤回；再次申请的应当受理。',
      'The applicant may withdraw any time before the result; a new application must be accepted.',
    ],
    [cite('caseRules', '35'), cite('linkOpinion', '4')],
    {
      doubts: [
        doubt(
          '撤回后直接起诉的不予受理（衔接意见，凭记忆，待核）。',
          'A direct suit after withdrawal is refused (Opinions, from memory).',
        ),
      ],
      notes: [
        say(
          '浙江：辩论终结后撤回须经被申请人同意（条例第30条）。',
          'Zhejiang: after the debate only with the respondent’s consent (art. 30).',
        ),
      ],
    },
  ),
  entry(
    'arb-noshow-applicant',
    ['申请人缺席', 'Absent applicant'],
    [
      '申请人无正当理由不到庭或中途退庭的，可按撤回处理，再次申请的不予受理。',
      'Unexcused absence or leaving may be treated as withdrawal, and a new application is not accepted.',
    ],
    [cite('caseRules', '39')],
    {
      notes: [
        say(
          '劳办发〔1997〕61号曾作相反规定，以规则为准。',
          'The reply of 1997 said the opposite; the Rules prevail.',
        ),
      ],
    },
  ),
  entry(
    'arb-noshow-respondent',
    ['被申请人缺席', 'Absent respondent'],
    ['可以缺席裁决。', 'A default award may be made.'],
    [cite('mediationArbitrationLaw', '36'), cite('caseRules', '39')],
  ),
  entry(
    'arb-settle',
    ['和解与调解', 'Settlement'],
    [
      '当事人自行和解的可以撤回申请；裁决前应当先行调解；可就部分请求出具调解书。',
      'After a settlement the applicant may withdraw; the tribunal must try mediation before the award; a partial mediation document is possible.',
    ],
    [cite('mediationArbitrationLaw', '41, 42'), cite('caseRules', '73')],
  ),
  entry(
    'fin-amount',
    ['一裁终局：金额', 'Final award: amount'],
    [
      '追索劳动报酬、工伤医疗费、经济补偿或赔偿金，每项裁决数额均不超过当地月最低工资标准十二个月的，为终局；不是看总额。',
      'Pay, injury costs, compensation or damages: final if each item awarded is within 12 local monthly minimum wages; not the total.',
    ],
    [
      cite('mediationArbitrationLaw', '47[1]'),
      cite('caseRules', '50(1)'),
      cite('labourInterpretation1', '19'),
    ],
  ),
  entry(
    'fin-standards',
    ['一裁终局：劳动标准', 'Final award: labour standards'],
    [
      '因执行国家劳动标准在工作时间、休息休假、社会保险等方面发生的争议，为终局。',
      'Disputes on applying State standards on hours, leave, social insurance and the like are final.',
    ],
    [cite('mediationArbitrationLaw', '47[2]')],
  ),
  entry(
    'fin-scope',
    ['一裁终局：项目范围', 'Final award: which items'],
    [
      '经济补偿包括竞业限制补偿等；赔偿金包括二倍工资、违法约定试用期、违法解除赔偿等。',
      'Compensation includes that for non-compete; damages include double wages, illegal probation and unlawful dismissal.',
    ],
    [cite('caseRules', '50(2)'), cite('linkOpinion', '10')],
    {
      doubts: [
        doubt(
          '衔接意见列举十项，并规定涉及确认劳动关系的不适用终局（凭记忆，待核）。',
          'The Opinions list ten items and make any case with confirmation of the employment relation non-final (from memory).',
        ),
      ],
    },
  ),
  entry(
    'fin-split',
    ['一裁终局：分别裁决', 'Final and non-final: two awards'],
    [
      '同时涉及终局和非终局事项的，应当分别裁决；未分别的按非终局处理。裁决类型以裁决书载明的为准。',
      'Mixed cases get two separate awards; one undivided award is treated as non-final. The type is what the award says.',
    ],
    [cite('caseRules', '50(4)'), cite('labourInterpretation1', '18, 20')],
  ),
  entry(
    'fin-minwage-date',
    ['一裁终局：适用何时的最低工资', 'Final award: which minimum wage'],
    [
      '北京以申请仲裁之日的标准为准（2025年9月1日起2540元，十二个月30480元）；其他地方可能以裁决之日为准。',
      'Beijing: the standard on the day of the application (2,540 yuan, 12 months 30,480, since 2025-09-01); elsewhere it may be the day of the award.',
    ],
    [cite('beijingAnswers', '9')],
    { status: 'secondary', regions: ['11'] },
  ),
  entry(
    'fin-zj',
    ['浙江：社保补缴与工伤待遇为终局', 'Zhejiang: social insurance and injury benefits are final'],
    [
      '浙江：补缴社会保险费、工伤待遇的裁决为终局裁决。',
      'Zhejiang: awards on social-insurance make-up and injury benefits are final.',
    ],
    [cite('zhejiangArbitration', '37')],
    { regions: ['33'] },
  ),
];
