import { cite } from '../../sources.ts';
import { rule, say } from '../define.ts';
import type { RuleDefinition } from '../types.ts';

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
    notes: [lapseDay],
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
