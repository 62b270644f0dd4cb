import { say } from '../rules/define.ts';
import type { HandOverRoute } from './hand-over.ts';
import { toAid, toApply, toEnforce, toSue } from './route-words.ts';

/** Beside and around arbitration: legal aid, inspection, work injury. */
export const fromOthers: readonly HandOverRoute[] = [
  ...(['arbitration', 'mediation', 'litigation', 'enforcement'] as const).map(
    (to): HandOverRoute => ({
      id: `legal-aid-to-${to}`,
      from: 'legal-aid',
      states: ['urgent', 'granted', 'assigned', 'active', 'refused', 'terminated'],
      to,
      words: {
        arbitration: toApply,
        mediation: say('申请调解', 'Apply for mediation'),
        litigation: toSue,
        enforcement: toEnforce,
      }[to],
      why: say(
        '受援人的争议在相应程序中办理；办理结果回到本案结案归档。',
        'The dispute itself is handled in that procedure; its result comes back here for closing.',
      ),
      opening: {
        arbitration: 'application-submitted',
        mediation: 'mediation-applied',
        litigation: 'suit-filed-by-worker',
        enforcement: 'enforcement-applied',
      }[to],
      mark: {
        arbitration: 'application-submitted',
        mediation: 'mediation-applied',
        litigation: 'suit-filed',
        enforcement: null,
      }[to],
      rules: to === 'enforcement' ? ['enf-apply'] : ['lim-general', 'lim-wage-ended'],
    }),
  ),
  {
    id: 'mediation-to-legal-aid',
    from: 'mediation',
    // Not once it was performed: nothing is left to be helped with.
    states: [
      'applied',
      'mediating',
      'agreed',
      'in-review',
      'in-confirmation',
      'refused',
      'failed',
      'withdrawn',
      'defaulted',
    ],
    to: 'legal-aid',
    words: toAid,
    why: say('调解阶段也可以申请法律援助。', 'Legal aid may be asked for in mediation, too.'),
    opening: 'aid-applied',
    mark: null,
    rules: ['la-decide'],
  },
  {
    id: 'inspection-to-arbitration',
    from: 'inspection',
    states: ['received', 'refused', 'redirected', 'closed', 'default', 'ordered', 'penalised'],
    follows: ['refused', 'redirected'],
    to: 'arbitration',
    words: toApply,
    why: say(
      '劳动监察不予受理、告知通过仲裁解决或者逾期未支付的，可以申请仲裁；投诉使时效中断。',
      'Where the inspection refuses, refers the matter on, or its order is not kept, arbitration is open; the complaint interrupted limitation.',
    ),
    opening: 'application-submitted',
    mark: 'application-submitted',
    rules: ['ins-redirect', 'lim-general', 'lim-wage-ended'],
  },
  {
    id: 'work-injury-to-appraisal',
    from: 'work-injury',
    states: ['recognised'],
    follows: ['recognised'],
    to: 'capacity-appraisal',
    words: say('申请劳动能力鉴定', 'Apply for a capacity appraisal'),
    why: say(
      '认定工伤后伤情相对稳定、存在残疾影响劳动能力的，应当申请劳动能力鉴定。',
      'Once the injury is recognised and the condition stable, the capacity for work is to be appraised.',
    ),
    opening: 'appraisal-applied',
    mark: null,
    rules: ['cap-decide'],
  },
  {
    id: 'work-injury-to-arbitration',
    from: 'work-injury',
    states: ['correcting', 'suspended', 'recognised', 'refused', 'denied'],
    follows: ['refused'],
    to: 'arbitration',
    words: say('申请仲裁（确认劳动关系或工伤待遇）', 'Apply for arbitration (relation or benefits)'),
    why: say(
      '劳动关系有争议的，先通过仲裁确认；用人单位拒付工伤待遇的，可以申请仲裁。',
      'A disputed employment relation is settled by arbitration first; benefits that the employer refuses are claimed there.',
    ),
    opening: 'application-submitted',
    mark: null,
    rules: ['inj-decide', 'lim-general'],
  },
  {
    id: 'appraisal-to-arbitration',
    from: 'capacity-appraisal',
    states: ['graded', 'final'],
    follows: ['graded', 'final'],
    to: 'arbitration',
    words: say('申请仲裁（工伤待遇）', 'Apply for arbitration (injury benefits)'),
    why: say(
      '劳动能力鉴定后，用人单位不支付一次性伤残待遇等的，可以申请仲裁。',
      'After the appraisal, benefits that the employer does not pay can be claimed in arbitration.',
    ),
    opening: 'application-submitted',
    mark: null,
    rules: ['cap-again', 'lim-general'],
  },
];
