import type { Bilingual } from '../common.ts';

/** The different wages that the law takes, each for its own claim; mixing them up is the commonest error. */
export const wageBases = {
  'average-12-months': {
    zh: '解除或终止前十二个月应得工资的平均数，含奖金、津贴和补贴，税前（劳动合同法实施条例第27条）',
    en: 'average gross pay of the twelve months before termination, bonus and allowances included (Implementing Regulation art. 27)',
  },
  'previous-month': {
    zh: '上一个月的工资标准（劳动合同法实施条例第20条），不受三倍封顶',
    en: 'pay standard of the previous month (Implementing Regulation art. 20); the threefold cap does not apply',
  },
  'month-by-month': {
    zh: '期间内各月的应得工资',
    en: 'pay due for each month of the period',
  },
  'contract-hourly': {
    zh: '劳动合同约定的小时工资，不低于最低工资（工资支付暂行规定第13条）',
    en: 'hourly pay under the contract, not below the minimum wage (Wage Payment Provisions art. 13)',
  },
  'average-without-overtime': {
    zh: '前十二个月剔除加班工资后的月平均工资（企业职工带薪年休假实施办法第11条）',
    en: 'average of twelve months without overtime pay (Annual Leave Measures art. 11)',
  },
  'post-probation': {
    zh: '试用期满后的月工资（劳动合同法第83条）',
    en: 'monthly pay after probation (Labour Contract Law art. 83)',
  },
  'original-pay': {
    zh: '受伤前的原工资福利待遇（工伤保险条例第33条），不受缴费基数和300%限制',
    en: 'pay and benefits before the injury (Injury Insurance Regulation art. 33), no clamp',
  },
  'contribution-wage': {
    zh: '本人工资：受伤前十二个月平均月缴费工资，不高于统筹地区平均工资300%、不低于60%（工伤保险条例第64条）',
    en: 'own wage: average monthly contribution wage of the twelve months before the injury, between 60% and 300% of the area average (Injury Insurance Regulation art. 64)',
  },
  'area-average': {
    zh: '统筹地区上年度职工月平均工资',
    en: 'previous-year monthly average wage of the area',
  },
  'normal-work': {
    zh: '正常劳动的工资标准',
    en: 'pay for normal work',
  },
} as const satisfies Record<string, Bilingual>;

export type WageBaseId = keyof typeof wageBases;
