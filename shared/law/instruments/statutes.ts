import { compared, type Instrument } from './instrument.ts';

/** Laws of the National People’s Congress and regulations of the State Council. */
export const statutes = {
  mediationArbitrationLaw: {
    name: { zh: '劳动争议调解仲裁法', en: 'Labour Dispute Mediation and Arbitration Law' },
    version: '2007-12-29通过，2008-05-01施行',
    compared: compared('2007-12-29', '2026-07'),
  },
  civilCode: {
    name: { zh: '民法典', en: 'Civil Code' },
    version: '2020-05-28通过，2021-01-01施行',
    compared: compared('2020-05-28', '2026-07'),
  },
  civilProcedureLaw: {
    name: { zh: '民事诉讼法', en: 'Civil Procedure Law' },
    version: '2023-09-01第五次修正，2024-01-01施行',
    compared: compared('2023-09-01', '2026-07'),
  },
  legalAidLaw: {
    name: { zh: '法律援助法', en: 'Legal Aid Law' },
    version: '2021-08-20通过，2022-01-01施行',
    compared: compared('2021-08-20', '2026-07'),
  },
  labourLaw: {
    name: { zh: '劳动法', en: 'Labour Law' },
    version: '2018-12-29修正',
    compared: compared('2018-12-29', '2026-07'),
  },
  labourContractLaw: {
    name: { zh: '劳动合同法', en: 'Labour Contract Law' },
    version: '2012-12-28修正，2013-07-01施行',
    compared: compared('2012-12-28', '2026-07'),
  },
  migrantWages: {
    name: { zh: '保障农民工工资支付条例', en: 'Regulation on Ensuring Wage Payment to Migrant Workers' },
    version: '国务院令第724号，2020-05-01施行',
    compared: compared('2019-12-30'),
  },
  implementingRegulation: {
    name: { zh: '劳动合同法实施条例', en: 'Implementing Regulation of the Labour Contract Law' },
    version: '国务院令第535号，2008-09-18施行',
    compared: compared('2008-09-18'),
  },
  workingHours: {
    name: { zh: '国务院关于职工工作时间的规定', en: 'State Council Provisions on Working Hours' },
    version: '1995-03-25修订，1995-05-01施行',
    compared: compared('1995-03-25'),
  },
  annualLeaveRegulation: {
    name: { zh: '职工带薪年休假条例', en: 'Regulation on Paid Annual Leave' },
    version: '国务院令第514号，2008-01-01施行',
    compared: compared('2007-12-14'),
  },
  injuryRegulation: {
    name: { zh: '工伤保险条例', en: 'Work Injury Insurance Regulation' },
    version: '2010-12-20修订，2011-01-01施行',
    compared: compared('2010-12-20'),
  },
  socialInsuranceLaw: {
    name: { zh: '社会保险法', en: 'Social Insurance Law' },
    version: '2018-12-29修正',
    compared: compared('2018-12-29', '2026-07'),
  },
  femaleWorkers: {
    name: { zh: '女职工劳动保护特别规定', en: 'Special Provisions on the Protection of Female Workers' },
    version: '国务院令第619号，2012-04-28施行',
    compared: compared('2012-04-28'),
  },
  inspectionRegulation: {
    name: { zh: '劳动保障监察条例', en: 'Labour Inspection Regulation' },
    version: '国务院令第423号，2004-12-01施行',
    compared: compared('2004-11-01'),
  },
  litigationFees: {
    name: { zh: '诉讼费用交纳办法', en: 'Measures for the Payment of Litigation Costs' },
    version: '国务院令第481号，2007-04-01施行',
    compared: compared('2006-12-19'),
  },
  holidayMeasures: {
    name: { zh: '全国年节及纪念日放假办法', en: 'Measures for National Festivals and Memorial Days' },
    version: '2024-11-10修订，2025-01-01施行',
    compared: compared('2024-11-10'),
  },
  civilServants: {
    name: { zh: '公务员法', en: 'Civil Servants Law' },
    version: '2018-12-29修订，2019-06-01施行',
    compared: compared('2018-12-29', '2026-07'),
  },
  peoplesMediation: {
    name: { zh: '人民调解法', en: 'People’s Mediation Law' },
    version: '2010-08-28通过，2011-01-01施行',
    compared: compared('2010-08-28', '2026-07'),
  },
  reconsideration: {
    name: { zh: '行政复议法', en: 'Administrative Reconsideration Law' },
    version: '2023-09-01修订，2024-01-01施行',
    compared: compared('2023-09-01', '2026-07'),
  },
  administrativeSuits: {
    name: { zh: '行政诉讼法', en: 'Administrative Litigation Law' },
    version: '2017-06-27修正，2017-07-01施行',
    compared: compared('2017-06-27', '2026-07'),
  },
  compulsion: {
    name: { zh: '行政强制法', en: 'Administrative Compulsion Law' },
    version: '2011-06-30通过，2012-01-01施行',
    compared: compared('2011-06-30', '2026-07'),
  },
  penalties: {
    name: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
    version: '2021-01-22修订，2021-07-15施行',
    compared: compared('2021-01-22', '2026-07'),
  },
  oldRegulation: {
    name: { zh: '企业劳动争议处理条例（已废止）', en: 'Regulation on Enterprise Labour Disputes (repealed)' },
    version: '国务院令第117号，1993-08-01施行，已废止',
  },
} satisfies Record<string, Instrument>;
