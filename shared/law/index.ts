export { parseCalendar, rollBack, rollForward } from './calendar/calendar.ts';
export { type MergedCalendar, mergeCalendar, type SignOff } from './calendar/merge.ts';
export type * from './calendar/types.ts';
export { doubledInterest } from './claims/delayed-performance.ts';
export { type ClaimItem, checkOverlaps, type Overlap } from './claims/overlaps.ts';
export { type RecheckedCalculation, recheckClaims, type StoredCalculation } from './claims/recheck.ts';
export { calculate, listCalculators } from './claims/registry.ts';
export type * from './claims/types.ts';
export { calculatorGroups } from './claims/types.ts';
export type * from './common.ts';
export { bearers, trackIds } from './common.ts';
export type * from './context.ts';
export { countPeriod } from './counting/count.ts';
export { dayUnit, type LawWithWorkingDays } from './counting/day-unit.ts';
export { countHours } from './counting/hours.ts';
export { type ActDone, actedInTime } from './counting/in-time.ts';
export { countLimitation } from './counting/limitation.ts';
export { lengthText } from './counting/steps.ts';
export type * from './counting/types.ts';
export { addWorkingDays, workingDaysBetween } from './counting/working-days.ts';
export { creditCode, creditCodeCheck } from './identifiers/credit-code.ts';
export { phone } from './identifiers/phone.ts';
export { residentId, residentIdCheck } from './identifiers/resident-id.ts';
export type * from './identifiers/types.ts';
export { ledgerEventsOf, type RecordedLedgerEvent } from './ledger/from-case.ts';
export {
  type LedgerEvent,
  type LedgerOptions,
  type LedgerSegment,
  type LimitationLedger,
  limitationLedger,
} from './ledger/ledger.ts';
export {
  type ControlDay,
  type ControlFacts,
  type ControlSheet,
  controlSheet,
} from './receipt/control-sheet.ts';
export {
  type Division,
  type DivisionNames,
  divisionOf,
  divisionRank,
  findDivisions,
  listDivisions,
} from './reference/divisions.ts';
export { lprQuotes } from './reference/lpr.ts';
export { cityOf } from './reference/row.ts';
export {
  parseReferenceTables,
  type ReferenceFile,
  type ReferenceTables,
  referenceFiles,
} from './reference/tables.ts';
export {
  compareReadings,
  dueDate,
  dueInputJsonSchema,
  type OtherReading,
  otherReadings,
} from './rules/due.ts';
export { parseDueOptions } from './rules/due-options.ts';
export { knownOptions } from './rules/options.ts';
export { disagreementsOf } from './rules/readings.ts';
export { type OpenDateInput, type Recheck, recheck } from './rules/recheck.ts';
export {
  type LawPart,
  listParts,
  listProvisions,
  listRules,
  provisionOf,
  ruleOf,
} from './rules/registry.ts';
export type * from './rules/types.ts';
export {
  type Service,
  type ServiceFacts,
  type ServiceRoute,
  servedOn,
  serviceRoutes,
} from './service/served-on.ts';
export { citation, cite } from './sources.ts';
export { arbitrationTrack } from './tracks/arbitration.ts';
export {
  type EventDetails,
  eventDetails,
  eventWords,
  knowsEvent,
  ledgerPlans,
  listEventTypes,
  listTracks,
  stateOf,
  trackOf,
} from './tracks/catalogue.ts';
export { type Standing, standingOf } from './tracks/derive.ts';
export {
  carriedEvents,
  type HandOverRoute,
  isOpen,
  routeOf,
  routesFrom,
} from './tracks/hand-over.ts';
export {
  type CanRecord,
  type Change,
  canRecord,
  type RefusalCode,
  type WhatIf,
  whatIf,
} from './tracks/moves.ts';
export { limitOfStep, type StepLimit } from './tracks/next.ts';
export { deriveDates, stageOf } from './tracks/registry.ts';
export type * from './tracks/types.ts';
export { versionInEnglish } from './versions.ts';
export { computeArrears } from './wages/arrears.ts';
export { type WageBaseId, wageBases } from './wages/bases.ts';
export {
  type BaseRequest,
  type DerivedBase,
  deriveBase,
  holesOf,
  type WageHistory,
  type WageMonth,
  wageHistory,
  wageMonthSchema,
  wageTableSchema,
} from './wages/history.ts';
export {
  type MinimumWage,
  type MinimumWageRow,
  type MinimumWageTable,
  minimumWageAt,
  minimumWageName,
  parseMinimumWages,
} from './wages/minimum-wage.ts';
export { computeRoster } from './wages/roster.ts';
export { arrearsRowSchema } from './wages/schema.ts';
export type * from './wages/types.ts';
export { wageUnits } from './wages/types.ts';
export { plainCaseNumber } from './words/case-number.ts';
export { chineseNumeral, chineseYear, parseChineseNumeral } from './words/numerals.ts';
export { parseRmbUppercase, rmbUppercase, rmbUppercaseForms, rmbWordings } from './words/rmb.ts';
