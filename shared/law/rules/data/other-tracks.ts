import { cite } from '../../sources.ts';
import { rule, say } from '../define.ts';
import type { LocalVariant, RuleDefinition } from '../types.ts';
import { legalAidDays, mediationTime } from './disagreements.ts';

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
    mode: 'mention',
    period: { length: days, unit: 'working-day' },
    text: say(
      `${zh}旧文本规定为${days}个工作日，是否现行有效未核实，严于法律援助法的以法律为准。`,
      `An older text of ${en} says ${days} working days; whether it is still in force is not known, and the Act prevails where stricter.`,
    ),
    source,
    status: 'secondary',
  };
}

export const otherTrackRules: readonly RuleDefinition[] = [
  rule({
    id: 'cnt-restore-10d',
    title: say('申请顺延期限', 'Request to restore a missed period'),
    tracks: ['arbitration', 'litigation'],
    trigger: {
      event: 'obstacle-ended',
      words: say('不可抗拒的事由或其他正当理由消除之日', 'the obstacle ends'),
    },
    period: { length: 10, unit: 'natural-day' },
    bearer: 'either-party',
    ifMissed: say('不能再申请顺延，耽误的期限不恢复。', 'The missed period can no longer be restored.'),
    source: cite('civilProcedureLaw', '86'),
    furtherSources: [cite('caseRules', '19')],
    status: 'verified',
    notes: [
      say(
        '是否准许由人民法院决定；仲裁参照适用，由仲裁委决定。',
        'The court decides; in arbitration by reference the commission.',
      ),
    ],
  }),
  rule({
    id: 'med-conclude',
    title: say('调解期限', 'Time for mediation'),
    tracks: ['mediation'],
    trigger: {
      event: 'mediation-applied',
      words: say('调解组织收到调解申请之日', 'the mediation body receives the application'),
    },
    period: { length: 15, unit: 'natural-day' },
    bearer: 'mediation-body',
    ifMissed: say(
      '未达成调解协议的，当事人可以依法申请仲裁；调解不是仲裁的前置程序。',
      'The parties may go to arbitration; mediation is never a precondition.',
    ),
    source: cite('mediationArbitrationLaw', '14(3)'),
    status: 'verified',
    openExtension: {
      approver: say('双方当事人约定', 'agreement of both parties'),
      source: cite('negotiationMediation', ''),
    },
    disagreements: [mediationTime],
    notes: [
      say(
        '双方当事人可以约定延长（企业劳动争议协商调解规定）。',
        'Both parties may agree to extend (Provisions on Negotiation and Mediation).',
      ),
      say(
        '人民调解“一般一个月”与本条不一致，劳动争议以十五日为准。',
        'People’s mediation says “generally one month”; use 15 days for labour cases.',
      ),
    ],
    variants: [
      {
        region: '33',
        name: say('浙江', 'Zhejiang'),
        mode: 'mention',
        text: say(
          '浙江：双方当事人同意的，调解期限可以延长。',
          'Zhejiang: both parties may agree to extend.',
        ),
        source: cite('zhejiangArbitration', '10'),
        status: 'verified',
      },
      {
        region: '110105',
        name: say('北京朝阳', 'Chaoyang, Beijing'),
        mode: 'mention',
        period: { length: 30, unit: 'natural-day' },
        text: say('北京朝阳的告知书写三十日。', 'The notice used in Chaoyang says 30 days.'),
        source: cite('chaoyangForm', ''),
        status: 'secondary',
      },
    ],
  }),
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
    furtherSources: [cite('legalAidProcedure', '')],
    status: 'verified',
    disagreements: [legalAidDays(7)],
    notes: [
      say(
        '法律只写“七日”，未见工作日的规定；2012年程序规定曾为七个工作日。',
        'The Act says “seven days” without a working-day clause; the 2012 rule said seven working days.',
      ),
    ],
    variants: [
      olderLocal('33', '浙江', 'Zhejiang', 7, cite('zhejiangLegalAid', '')),
      olderLocal('11', '北京', 'Beijing', 5, cite('beijingLegalAid', '')),
      olderLocal('31', '上海', 'Shanghai', 10, cite('shanghaiLegalAid', '')),
    ],
  }),
];
