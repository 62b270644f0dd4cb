import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import type { LawWarning, LegalSource, VerificationStatus } from '../common.ts';
import type { LawContext } from '../context.ts';
import { fieldToCome, parseInput, refuseFarDates, withinYears } from '../input.ts';
import { additionalCompensation } from './additional-compensation.ts';
import { highTemperatureAllowance, medicalTreatmentPeriod, shutdownPay, sickLeavePay } from './allowances.ts';
import { annualLeaveDays, annualLeavePay } from './annual-leave.ts';
import { courtFee } from './court-fee.ts';
import { delayedPerformanceInterest } from './delayed-performance.ts';
import { doubleWage } from './double-wage.ts';
import { economicCompensation } from './economic-compensation.ts';
import { finalAwardTest } from './final-award.ts';
import {
  creditCodeCalculator,
  phoneCalculator,
  residentIdCalculator,
  rmbUppercaseCalculator,
} from './formats.ts';
import { headlineOf } from './headline.ts';
import { lateInterest, lprLookup } from './interest.ts';
import { limitationTest } from './limitation.ts';
import { minimumWageDifferential, wageDeductionCap } from './minimum-wage.ts';
import { namingField } from './missing.ts';
import { paymentInLieuOfNotice } from './notice-pay.ts';
import { overtimePay } from './overtime.ts';
import { probationDamages, probationLimit, probationWageFloor } from './probation.ts';
import { socialInsuranceLateFee, socialInsuranceLoss } from './social-insurance.ts';
import { nonCompeteCompensation, reinstatementWages } from './standing-wages.ts';
import { adminDivision, legalAidMeans, wageCrimeThreshold } from './thresholds.ts';
import { type TimeBarInput, withTimeBar } from './time-bar.ts';
import type { CalculationResult, Calculator, CalculatorInfo, Computation } from './types.ts';
import { unlawfulTermination } from './unlawful-termination.ts';
import { unpaidWages, unpaidWagesRoster } from './unpaid-wages.ts';
import { workDeathBenefits } from './work-death.ts';
import { disabilityAllowance, disabilityGrant, nursingFee, suspensionPay } from './work-injury.ts';
import { illegalUnitLump, medicalAndEmploymentLumps } from './work-injury-lumps.ts';
import { overtimeLegalLimit, workingTimeConstants } from './working-time.ts';

const calculators: readonly Calculator[] = [
  unpaidWages,
  unpaidWagesRoster,
  wageDeductionCap,
  overtimePay,
  overtimeLegalLimit,
  workingTimeConstants,
  minimumWageDifferential,
  highTemperatureAllowance,
  sickLeavePay,
  medicalTreatmentPeriod,
  shutdownPay,
  nonCompeteCompensation,
  reinstatementWages,
  doubleWage,
  economicCompensation,
  paymentInLieuOfNotice,
  unlawfulTermination,
  annualLeaveDays,
  annualLeavePay,
  probationLimit,
  probationWageFloor,
  probationDamages,
  additionalCompensation,
  suspensionPay,
  disabilityGrant,
  disabilityAllowance,
  nursingFee,
  medicalAndEmploymentLumps,
  workDeathBenefits,
  illegalUnitLump,
  socialInsuranceLateFee,
  socialInsuranceLoss,
  lateInterest,
  lprLookup,
  delayedPerformanceInterest,
  finalAwardTest,
  limitationTest,
  courtFee,
  legalAidMeans,
  wageCrimeThreshold,
  rmbUppercaseCalculator,
  residentIdCalculator,
  creditCodeCalculator,
  phoneCalculator,
  adminDivision,
];

const byId: ReadonlyMap<string, Calculator> = new Map(calculators.map((c) => [c.id, c]));

/** Every calculator with its group, status, sources, an example and the JSON Schema of its input. */
export function listCalculators(): readonly CalculatorInfo[] {
  return calculators.map(({ compute: _, input, ...facts }) => ({
    ...facts,
    inputSchema: z.toJSONSchema(input, { io: 'input' }),
  }));
}

/** What a reader must know of a rule whose text was not itself read. */
function statusWarning(status: VerificationStatus): LawWarning[] {
  if (status === 'verified') return [];
  const text =
    status === 'secondary'
      ? {
          zh: '该规则依据转述资料，未核对原文，请核实后使用。',
          en: 'The rule was read on a secondary page only: verify it.',
        }
      : status === 'design'
        ? { zh: '法律未作规定，此为通行做法。', en: 'The law is silent; this is a convention.' }
        : {
            zh: '该规则尚未核对原文，使用前必须核实。',
            en: 'The rule’s text has not been checked: verify it before use.',
          };
  return [{ code: 'rule-not-verified', text }];
}

/** A year without its notice, under the name that claims and that dates give it. */
const provisionalCodes: ReadonlySet<string> = new Set(['calendar-year-unknown', 'calendar-missing']);

const dateToCome = (field: string): LawWarning => ({
  code: 'date-to-come',
  field,
  text: {
    zh: '所填日期尚未到来，结果暂定：届时的工资、标准和数据可能不同，到期后请重新计算。',
    en: 'A day that was entered is still to come, so the result is provisional: pay, standards and data may differ by then; compute again when it has come.',
  },
});

/**
 * Runs one calculator on plain JSON input; amounts in yuan, dates `YYYY-MM-DD`.
 * @throws AppError `not-found` for an unknown id, `invalid-input` naming the field, `no-data` where a table lacks the
 * place or day, naming the field that can stand in for it.
 */
export function calculate(id: string, inputs: unknown, ctx: LawContext): CalculationResult {
  const found = byId.get(id);
  if (!found) throw new AppError('not-found', { details: { calculator: id.slice(0, 60) } });
  const input = parseInput(found.input, inputs);
  refuseFarDates(input, ctx.asOf);
  const used = new Map<string, LegalSource>();
  const noting: LawContext = {
    ...ctx,
    // Several rows of one notice, such as quotes of one list, are named once, by the first that was used.
    noteSource: (s) => void (used.has(s.instrument.zh) || used.set(s.instrument.zh, s)),
  };
  const computation = withinYears(input, () => {
    const plain = computeNamed(found, input, noting);
    const limitation = (input as { limitation?: TimeBarInput }).limitation;
    return found.limitation && limitation ? withTimeBar(plain, found.limitation, limitation, noting) : plain;
  });
  const toCome = fieldToCome(input, ctx.asOf);
  return {
    calculator: found.id,
    sources: [...found.sources, ...used.values()],
    status: found.status,
    headline:
      computation.amountFen === null && found.finality === 'none'
        ? headlineOf(found.id, computation.result, computation.lines)
        : null,
    ...computation,
    provisional: toCome !== null || computation.warnings.some((w) => provisionalCodes.has(w.code)),
    warnings: [
      ...statusWarning(found.status),
      ...(toCome === null ? [] : [dateToCome(toCome)]),
      ...computation.warnings,
    ],
  };
}

function computeNamed(found: Calculator, input: unknown, ctx: LawContext): Computation {
  try {
    return found.compute(input, ctx);
  } catch (error) {
    throw namingField(error, Object.keys((found.input as z.ZodObject).shape));
  }
}
