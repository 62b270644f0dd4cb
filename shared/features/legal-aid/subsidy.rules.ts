import type { Bilingual } from '../../law/index.ts';
import type { AidRecordOf, AidStandard } from './aid.schemas.ts';

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100).toLocaleString('en-US')}.${String(fen % 100).padStart(2, '0')}`;

export interface SubsidySum {
  readonly amountFen: number;
  readonly working: readonly Bilingual[];
}

/**
 * What a subsidy (法律援助补贴, 法律援助法 art. 52) comes to by the office's own standard, in fen: basis, further workers,
 * time and direct costs, each within its cap, less a deduction. Time is rounded once, half up to the fen.
 */
export function subsidySum(
  standard: AidStandard,
  s: Pick<AidRecordOf<'subsidy'>, 'workers' | 'minutes' | 'costs' | 'deductionFen' | 'deductionReason'>,
): SubsidySum {
  const working: Bilingual[] = [
    {
      zh: `${standard.name}：基本补贴${yuan(standard.baseFen)}元`,
      en: `${standard.name}: basis ${yuan(standard.baseFen)}`,
    },
  ];
  let sum: number = standard.baseFen;
  const further = Math.min(s.workers, standard.mostWorkers ?? s.workers) - 1;
  if (standard.perWorkerFen !== null && further > 0) {
    const part = standard.perWorkerFen * further;
    sum += part;
    working.push({
      zh: `另${further}人 × ${yuan(standard.perWorkerFen)}元 = ${yuan(part)}元`,
      en: `${further} further × ${yuan(standard.perWorkerFen)} = ${yuan(part)}`,
    });
  }
  if (standard.perHourFen !== null && s.minutes > 0) {
    const minutes = Math.min(s.minutes, (standard.mostHours ?? Number.MAX_SAFE_INTEGER / 60) * 60);
    const part = Math.floor((minutes * standard.perHourFen * 2 + 60) / 120);
    sum += part;
    working.push({
      zh: `${minutes}分钟 × 每小时${yuan(standard.perHourFen)}元 = ${yuan(part)}元`,
      en: `${minutes} minutes × ${yuan(standard.perHourFen)} an hour = ${yuan(part)}`,
    });
  }
  const costs = s.costs.reduce((all, c) => all + c.amountFen, 0);
  if (costs > 0) {
    const part = Math.min(costs, standard.mostCostsFen ?? costs);
    sum += part;
    working.push({
      zh: `直接费用${yuan(costs)}元${part < costs ? `，限额${yuan(part)}元` : ''}`,
      en: `direct costs ${yuan(costs)}${part < costs ? `, at most ${yuan(part)}` : ''}`,
    });
  }
  if (s.deductionFen !== null && s.deductionFen > 0) {
    sum = Math.max(0, sum - s.deductionFen);
    working.push({
      zh: `扣减${yuan(s.deductionFen)}元（${s.deductionReason ?? ''}）`,
      en: `less ${yuan(s.deductionFen)} (${s.deductionReason ?? ''})`,
    });
  }
  return { amountFen: sum, working };
}
