import { plainDate } from '../../../kernel/date.ts';
import { cite } from '../../sources.ts';
import { days, on, provision, rule, say } from '../define.ts';
import type { ProvisionDefinition, RuleDefinition } from '../types.ts';
import { lapseConvention } from './disagreements.ts';

const lapseDay = say(
  '以经过期间的最后一日为送达日，不顺延（本系统约定；有实务以次日为送达日）。',
  'The last day of the lapse is taken as the day of service and does not roll (our convention; some use the next day).',
);

export const serviceRules: readonly RuleDefinition[] = [
  rule({
    id: 'svc-post-3wd',
    title: say('仲裁留置、张贴送达', 'Arbitration service by leaving or posting'),
    tracks: ['arbitration'],
    trigger: {
      event: 'document-posted',
      words: say('留置或者张贴并拍照、录像之日', 'the day it was left or posted with photo or video'),
    },
    period: { length: 3, unit: 'working-day' },
    rolls: false,
    bearer: 'commission',
    ifMissed: say('经过三个工作日即视为送达。', 'Served once three working days have passed.'),
    source: cite('caseRules', '20'),
    furtherSources: [cite('caseRules', '80')],
    status: 'verified',
    sense: 'lapse',
    disagreements: [lapseConvention],
    notes: [
      lapseDay,
      say(
        '适用于拒绝签收，或用人单位停业且劳动者十人以上的情形。',
        'For refusal to sign, or an employer that shut down with ten or more workers.',
      ),
    ],
  }),
  rule({
    id: 'svc-public-30d',
    title: say('公告送达', 'Service by public notice'),
    tracks: ['arbitration', 'litigation'],
    trigger: {
      event: 'public-notice-issued',
      words: say(
        '发出公告之日；多次公告的以最后一次为准',
        'the day of the notice; the last if there were several',
      ),
    },
    period: { length: 30, unit: 'natural-day' },
    rolls: false,
    bearer: 'commission',
    ifMissed: say(
      '经过三十日即视为送达；公告期间不计入仲裁期限。',
      'Served once 30 days have passed; the time does not count in the arbitration period.',
    ),
    source: cite('civilProcedureLaw', '95'),
    furtherSources: [cite('civilProcedureInterpretation', '138, 140'), cite('caseRules', '20, 46')],
    status: 'verified',
    sense: 'lapse',
    disagreements: [lapseConvention],
    notes: [lapseDay],
    doubts: [
      {
        text: say(
          '2022年以前为六十日（凭记忆，待核），此处仍按三十日计算。',
          'Before 2022 it was 60 days (from memory, to be checked); 30 are counted here all the same.',
        ),
        before: plainDate('2022-01-01'),
      },
    ],
    variants: [
      {
        region: '33',
        name: say('浙江', 'Zhejiang'),
        mode: 'mention',
        period: { length: 10, unit: 'natural-day' },
        text: say(
          '浙江：集体劳动争议向用人单位公告送达的，期间为十日。',
          'Zhejiang: 10 days for public notice to the employer in a collective case.',
        ),
        source: cite('zhejiangArbitration', '41'),
        status: 'verified',
      },
    ],
  }),
];

export const localServiceRules: readonly RuleDefinition[] = [
  rule({
    id: 'svc-public-zj-10d',
    title: say(
      '浙江：集体争议向用人单位公告送达',
      'Zhejiang: public notice to the employer in a collective case',
    ),
    tracks: ['arbitration'],
    trigger: on('public-notice-issued', '发出公告之日', 'the day of the notice'),
    period: days(10),
    rolls: false,
    sense: 'lapse',
    bearer: 'commission',
    ifMissed: say('经过十日即视为送达。', 'Served once ten days have passed.'),
    source: cite('zhejiangArbitration', '41'),
    status: 'verified',
    disagreements: [lapseConvention],
    regions: ['33'],
  }),
];

export const serviceProvisions: readonly ProvisionDefinition[] = [
  provision({
    id: 'svc-receipt',
    title: say('送达日以送达回证为准', 'Service is the day signed on the receipt'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '受送达人在送达回证上签收的日期为送达日期；裁决书的落款日期与当事人的期限无关。',
      'The date signed on the proof of service counts; the date on the award does not matter for the parties’ periods.',
    ),
    source: cite('caseRules', '20(1)'),
    furtherSources: [cite('civilProcedureLaw', '87')],
    status: 'verified',
  }),
  provision({
    id: 'svc-leave',
    title: say('法院留置送达', 'Court service by leaving'),
    tracks: ['litigation'],
    text: say(
      '留置在受送达人住所并有见证人，或者拍照、录像记录的，留置当日即视为送达；与仲裁张贴三个工作日不同。',
      'Left at the domicile with a witness, photo or video it is served at once; unlike posting in arbitration.',
    ),
    source: cite('civilProcedureLaw', '89'),
    status: 'verified',
  }),
  provision({
    id: 'svc-mail',
    title: say('邮寄送达', 'Service by mail'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '以回执上注明的收件日期为送达日期。',
      'The receipt date on the return slip is the day of service.',
    ),
    source: cite('civilProcedureLaw', '91'),
    status: 'verified',
  }),
  provision({
    id: 'svc-mail-return',
    title: say('邮件退回', 'Returned mail'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '法院专递：因受送达人提供或者确认的地址不准确、变更未告知、拒不提供地址或者拒绝签收而退回的，退回之日视为送达之日。仲裁依当地文本，北京朝阳的送达地址确认书与此相同。',
      'Court mail returned because the address given was wrong or had changed untold, was not given, or receipt was refused counts as served on the day of return. In arbitration local texts decide; the Chaoyang form says the same.',
    ),
    source: cite('chaoyangForm', ''),
    furtherSources: [cite('courtMail', '11')],
    status: 'secondary',
    notes: [say('仲裁各地做法不一，请向当地仲裁委核实。', 'In arbitration: ask the commission.')],
  }),
  provision({
    id: 'svc-electronic',
    title: say('电子送达', 'Electronic service'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '经受送达人同意，以到达其特定系统的日期为送达日期（以发送记录为准，可反证）；判决书、裁定书、调解书可要求纸质文书。',
      'With consent, the day it reaches the recipient’s system (the sender’s log counts unless disproved); a paper judgment, ruling or mediation document may be asked for.',
    ),
    source: cite('civilProcedureLaw', '90'),
    furtherSources: [cite('civilProcedureInterpretation', '135, 136'), cite('chaoyangForm', '')],
    status: 'verified',
    notes: [
      say(
        '北京朝阳仲裁委：以发送成功之日为准，向多个地址发送的以最早的为准。',
        'Chaoyang commission: the day it was sent; of several addresses the earliest.',
      ),
    ],
  }),
  provision({
    id: 'svc-simple-means',
    title: say('简易处理的简便送达', 'Simple means of service'),
    tracks: ['arbitration'],
    text: say(
      '简易处理案件可用电话、短信、传真、电子邮件等送达，调解书、裁决书除外；未经确认的开庭通知不能作为缺席裁决或按撤回处理的依据。',
      'Simple cases: phone, SMS, fax or e-mail for everything except the mediation document and the award; an unconfirmed hearing notice cannot ground a default award or deemed withdrawal.',
    ),
    source: cite('caseRules', '59'),
    status: 'verified',
  }),
  provision({
    id: 'svc-lapse-convention',
    title: say('“经过若干日即视为送达”的送达日', 'The day of service after a lapse'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '以经过期间的最后一日为送达日，该期间本身不顺延；有实务以次日为送达日。',
      'The last day of the lapse is the day of service and does not roll; some use the following day.',
    ),
    source: cite('ownConvention', ''),
    furtherSources: [cite('caseRules', '20'), cite('civilProcedureLaw', '95')],
    status: 'design',
  }),
  provision({
    id: 'svc-mediation-doc',
    title: say('调解书须签收', 'A mediation document must be signed for'),
    tracks: ['arbitration', 'litigation'],
    text: say(
      '调解书应当由当事人签收，不适用留置送达；双方签收后生效。',
      'It must be signed by the party and cannot be left; it takes effect when both have signed.',
    ),
    source: cite('mediationArbitrationLaw', '42'),
    furtherSources: [cite('civilProcedureInterpretation', '133')],
    status: 'verified',
  }),
];
