import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { factsWhen, type When } from './transition.ts';
import type { Fact } from './types.ts';

const act = (article: string) => cite('mediationArbitrationLaw', article);

const anyTime = (source: Fact['source'], zh: string, en: string): When => ({
  from: 'any',
  why: say(zh, en),
  source,
});

const betweenParties = anyTime(
  act('27(2)'),
  '当事人之间的行为不受程序阶段限制',
  'what passes between the parties does not depend on the stage of any procedure',
);
const elsewhere = anyTime(
  act('27(2)'),
  '在其他机关进行，不受本程序阶段限制',
  'it happens before another body, whatever the stage of this procedure',
);

/** A demand or a promise: it interrupts limitation whenever it is made. */
export const demands: readonly Fact[] = factsWhen(
  betweenParties,
  ['demand-made', '向对方主张权利', 'demand made'],
  ['promise-made', '对方同意履行', 'promise to perform'],
);

/** Time that limitation leaves out: its causes lie outside every procedure. */
export const suspensions = (source: Fact['source']): readonly Fact[] =>
  factsWhen(
    anyTime(source, '中止事由发生在程序之外', 'the cause lies outside the procedure'),
    ['limitation-suspended', '时效中止事由发生', 'limitation suspended'],
    ['limitation-resumed', '时效中止事由消除', 'limitation resumes', { requires: ['limitation-suspended'] }],
  );

/** What limitation rests on, and what goes on elsewhere while a procedure runs. */
export const commonFacts: readonly Fact[] = [
  ...factsWhen(
    anyTime(
      act('27'),
      '劳动关系中的事实，与程序阶段无关',
      'a fact of the employment, whatever the stage of a procedure',
    ),
    ['right-known', '知道或应当知道权利被侵害', 'infringement known'],
    ['employment-ended', '劳动关系终止', 'employment ended'],
  ),
  ...demands,
  ...factsWhen(
    elsewhere,
    ['complaint-made', '向劳动监察等部门投诉', 'complaint to an authority'],
    ['payment-order-applied', '申请支付令', 'payment order applied for'],
  ),
  ...suspensions(act('27(3)')),
  ...factsWhen(
    anyTime(
      act('14(3)'),
      '调解不是仲裁的前置程序，随时可以进行',
      'mediation may be tried at any time, it is no condition of arbitration',
    ),
    ['mediation-applied', '申请调解', 'mediation applied for'],
    ['mediation-agreed', '达成调解协议', 'mediation agreement'],
    ['mediation-failed', '调解不成', 'mediation failed'],
  ),
  ...factsWhen(
    anyTime(
      cite('legalAidLaw', '43'),
      '法律援助由法律援助机构另行办理，各阶段均可申请',
      'legal aid is handled by its own agency and may be asked for at any stage',
    ),
    ['aid-applied', '申请法律援助', 'legal aid applied for'],
    ['aid-granted', '决定给予法律援助', 'legal aid granted'],
    ['aid-refused', '决定不予法律援助', 'legal aid refused'],
  ),
];
