import type { Bilingual, LegalSource } from './common.ts';

interface Instrument {
  readonly name: Bilingual;
  readonly version: string;
  readonly url?: string;
}

/** The texts that rules and calculators cite, each in the version that was read. */
const instruments = {
  mediationArbitrationLaw: {
    name: { zh: '劳动争议调解仲裁法', en: 'Labour Dispute Mediation and Arbitration Law' },
    version: '2007-12-29通过，2008-05-01施行',
  },
  caseRules: {
    name: { zh: '劳动人事争议仲裁办案规则', en: 'Rules for Handling Labour and Personnel Arbitration Cases' },
    version: '人社部令第33号，2017-07-01施行',
    url: 'https://www.gov.cn/gongbao/content/2017/content_5232371.htm',
  },
  civilCode: {
    name: { zh: '民法典', en: 'Civil Code' },
    version: '2020-05-28通过，2021-01-01施行',
  },
  civilProcedureLaw: {
    name: { zh: '民事诉讼法', en: 'Civil Procedure Law' },
    version: '2023-09-01第五次修正，2024-01-01施行',
  },
  civilProcedureInterpretation: {
    name: {
      zh: '最高人民法院关于适用《民事诉讼法》的解释',
      en: 'SPC Interpretation of the Civil Procedure Law',
    },
    version: '2022-04-01修正，2022-04-10施行',
  },
  labourInterpretation1: {
    name: {
      zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
      en: 'SPC Interpretation on Labour Disputes (I)',
    },
    version: '法释〔2020〕26号，2021-01-01施行',
  },
  labourInterpretation2: {
    name: {
      zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）',
      en: 'SPC Interpretation on Labour Disputes (II)',
    },
    version: '法释〔2025〕12号，2025-09-01施行',
    url: 'https://www.court.gov.cn/zixun/xiangqing/472691.html',
  },
  limitationProvisions: {
    name: {
      zh: '最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定',
      en: 'SPC Provisions on Limitation of Actions',
    },
    version: '2020-12-23修正，2021-01-01施行',
  },
  enforcementInterpretation: {
    name: {
      zh: '最高人民法院关于适用《民事诉讼法》执行程序若干问题的解释',
      en: 'SPC Interpretation on Enforcement',
    },
    version: '2020-12-23修正，2021-01-01施行',
  },
  legalAidLaw: {
    name: { zh: '法律援助法', en: 'Legal Aid Law' },
    version: '2021-08-20通过，2022-01-01施行',
  },
  legalAidProcedure: {
    name: { zh: '办理法律援助案件程序规定', en: 'Provisions on the Procedure of Legal Aid Cases' },
    version: '司法部令第148号，2023-09-01施行',
  },
  negotiationMediation: {
    name: { zh: '企业劳动争议协商调解规定', en: 'Provisions on Negotiation and Mediation in Enterprises' },
    version: '人社部令第17号，2012-01-01施行',
  },
  wageCampaign: {
    name: {
      zh: '关于实施“护薪”行动全力做好拖欠农民工工资争议处理工作的通知',
      en: 'Notice on the wage-protection campaign for migrant workers',
    },
    version: '人社部发〔2019〕80号',
  },
  labourLaw: {
    name: { zh: '劳动法', en: 'Labour Law' },
    version: '2018-12-29修正',
  },
  labourContractLaw: {
    name: { zh: '劳动合同法', en: 'Labour Contract Law' },
    version: '2012-12-28修正，2013-07-01施行',
  },
  wagePayment: {
    name: { zh: '工资支付暂行规定', en: 'Interim Provisions on Payment of Wages' },
    version: '劳部发〔1994〕489号，1995-01-01施行',
  },
  migrantWages: {
    name: { zh: '保障农民工工资支付条例', en: 'Regulation on Ensuring Wage Payment to Migrant Workers' },
    version: '国务院令第724号，2020-05-01施行',
  },
  workingTime: {
    name: {
      zh: '关于职工全年月平均工作时间和工资折算问题的通知',
      en: 'Notice on monthly working time and wage conversion',
    },
    version: '人社部发〔2025〕2号，2025-01-01施行',
  },
  implementingRegulation: {
    name: { zh: '劳动合同法实施条例', en: 'Implementing Regulation of the Labour Contract Law' },
    version: '国务院令第535号，2008-09-18施行',
  },
  annualLeaveRegulation: {
    name: { zh: '职工带薪年休假条例', en: 'Regulation on Paid Annual Leave' },
    version: '国务院令第514号，2008-01-01施行',
  },
  annualLeaveMeasures: {
    name: { zh: '企业职工带薪年休假实施办法', en: 'Measures for Paid Annual Leave in Enterprises' },
    version: '人社部令第1号，2008-09-18施行',
  },
  injuryRegulation: {
    name: { zh: '工伤保险条例', en: 'Work Injury Insurance Regulation' },
    version: '2010-12-20修订，2011-01-01施行',
  },
  illegalUnitMeasures: {
    name: {
      zh: '非法用工单位伤亡人员一次性赔偿办法',
      en: 'Measures for Lump-sum Compensation in Illegally Employing Units',
    },
    version: '人社部令第9号，2011-01-01施行',
  },
  socialInsuranceLaw: {
    name: { zh: '社会保险法', en: 'Social Insurance Law' },
    version: '2018-12-29修正',
  },
  femaleWorkers: {
    name: { zh: '女职工劳动保护特别规定', en: 'Special Provisions on the Protection of Female Workers' },
    version: '国务院令第619号，2012-04-28施行',
  },
  inspectionRegulation: {
    name: { zh: '劳动保障监察条例', en: 'Labour Inspection Regulation' },
    version: '国务院令第423号，2004-12-01施行',
  },
  litigationFees: {
    name: { zh: '诉讼费用交纳办法', en: 'Measures for the Payment of Litigation Costs' },
    version: '国务院令第481号，2007-04-01施行',
  },
  delayedInterest: {
    name: {
      zh: '最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释',
      en: 'SPC Interpretation on Interest for Delayed Performance',
    },
    version: '法释〔2014〕8号，2014-08-01施行',
  },
  wageCrimeInterpretation: {
    name: {
      zh: '最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释',
      en: 'SPC Interpretation on the Crime of Refusing to Pay Wages',
    },
    version: '法释〔2013〕3号，2013-01-23施行',
  },
  heatMeasures: {
    name: { zh: '防暑降温措施管理办法', en: 'Measures for Heatstroke Prevention' },
    version: '安监总安健〔2012〕89号',
  },
  labourLawOpinions: {
    name: {
      zh: '关于贯彻执行《中华人民共和国劳动法》若干问题的意见',
      en: 'Opinions on Implementing the Labour Law',
    },
    version: '劳部发〔1995〕309号',
  },
  medicalPeriodRules: {
    name: { zh: '企业职工患病或非因工负伤医疗期规定', en: 'Provisions on the Medical Treatment Period' },
    version: '劳部发〔1994〕479号',
  },
  oldSeverance: {
    name: { zh: '违反和解除劳动合同的经济补偿办法', en: 'Measures for Economic Compensation (old rules)' },
    version: '劳部发〔1994〕481号，仅用于2008年以前的工作年限',
  },
  lprNotice: {
    name: { zh: '贷款市场报价利率公告', en: 'Announcements of the Loan Prime Rate' },
    version: '中国人民银行授权全国银行间同业拆借中心公布',
  },
  divisionCodes: {
    name: { zh: 'GB/T 2260 行政区划代码', en: 'GB/T 2260 Codes of administrative divisions' },
    version: '国家统计局2023年',
  },
  holidayMeasures: {
    name: { zh: '全国年节及纪念日放假办法', en: 'Measures for National Festivals and Memorial Days' },
    version: '2024-11-10修订，2025-01-01施行',
  },
  minimumWageProvisions: {
    name: { zh: '最低工资规定', en: 'Provisions on Minimum Wages' },
    version: '劳动和社会保障部令第21号，2004-03-01施行',
  },
  chequeFilling: {
    name: {
      zh: '正确填写票据和结算凭证的基本规定',
      en: 'Basic rules for filling in bills and settlement vouchers',
    },
    version: '支付结算办法附一，1997-12-01施行',
  },
  residentIdStandard: {
    name: { zh: 'GB 11643 公民身份号码', en: 'GB 11643 Citizen identification number' },
    version: 'GB 11643-1999',
  },
  creditCodeStandard: {
    name: {
      zh: 'GB 32100 法人和其他组织统一社会信用代码编码规则',
      en: 'GB 32100 Coding rule of the unified social credit identifier',
    },
    version: 'GB 32100-2015',
  },
  phonePractice: {
    name: { zh: '电信网编号计划', en: 'Telecommunication numbering plan' },
    version: '工信部2017年版',
  },
  zhejiangArbitration: {
    name: { zh: '浙江省劳动人事争议调解仲裁条例', en: 'Zhejiang Regulation on Mediation and Arbitration' },
    version: '2020年修正文本',
  },
  zhejiangLegalAid: {
    name: { zh: '浙江省法律援助条例', en: 'Zhejiang Legal Aid Regulation' },
    version: '2016年文本',
  },
  beijingLegalAid: {
    name: { zh: '北京市法律援助条例', en: 'Beijing Legal Aid Regulation' },
    version: '2008年文本',
  },
  shanghaiLegalAid: {
    name: { zh: '上海市法律援助若干规定', en: 'Shanghai Legal Aid Provisions' },
    version: '2020年文本',
  },
  beijingAnswers: {
    name: {
      zh: '北京市高级人民法院、北京市劳动人事争议仲裁委员会关于审理劳动争议案件解答（一）',
      en: 'Beijing High Court and Arbitration Commission, Answers on Labour Disputes (I)',
    },
    version: '京高法发〔2024〕534号',
  },
  ownConvention: {
    name: { zh: '期间计算约定', en: 'Counting conventions' },
    version: '本软件约定，法律未规定',
  },
  courtReply2014: {
    name: { zh: '最高人民法院关于期间计算的答复', en: 'SPC reply on counting periods' },
    version: '2014-12-12答复',
  },
  holidayNotice: {
    name: { zh: '国务院办公厅关于部分节假日安排的通知', en: 'State Council notices on holidays' },
    version: '2024、2025、2026年通知',
  },
  chaoyangForm: {
    name: {
      zh: '北京市朝阳区劳动人事争议仲裁委送达地址确认书',
      en: 'Chaoyang Commission, address confirmation',
    },
    version: '北京朝阳仲裁委现用文本',
  },
  overtimeCase: {
    name: { zh: '劳动人事争议典型案例：加班费的仲裁时效', en: 'Typical case on limitation of overtime pay' },
    version: '人社部、最高人民法院联合发布',
  },
  withdrawnReply: {
    name: {
      zh: '劳动部办公厅关于已撤诉的劳动争议案件劳动争议仲裁委员会是否可以再受理的复函',
      en: 'Labour Ministry reply on withdrawn cases',
    },
    version: '劳办发〔1997〕61号',
  },
  wuxiCase: {
    name: { zh: '无锡市中级人民法院案例', en: 'Wuxi Intermediate Court, case report' },
    version: '网络转载',
  },
  linkOpinion: {
    name: {
      zh: '关于劳动人事争议仲裁与诉讼衔接有关问题的意见（一）',
      en: 'Opinions on linking arbitration and litigation (I)',
    },
    version: '人社部发〔2022〕9号',
  },
  civilServants: {
    name: { zh: '公务员法', en: 'Civil Servants Law' },
    version: '2018-12-29修订，2019-06-01施行',
  },
  peoplesMediation: {
    name: { zh: '人民调解法', en: 'People’s Mediation Law' },
    version: '2010-08-28通过，2011-01-01施行',
  },
  peoplesMediationWork: {
    name: { zh: '人民调解工作若干规定', en: 'Provisions on People’s Mediation Work' },
    version: '司法部令第75号，2002-11-01施行',
  },
  confirmationProvisions: {
    name: {
      zh: '最高人民法院关于人民调解协议司法确认程序的若干规定',
      en: 'SPC Provisions on Confirming Mediation Agreements',
    },
    version: '法释〔2011〕5号，2011-03-30施行',
  },
  awardEffect: {
    name: {
      zh: '最高人民法院关于人民法院对经劳动争议仲裁裁决的纠纷准予撤诉或驳回起诉后劳动争议仲裁裁决从何时起生效的解释',
      en: 'SPC Interpretation on when an award takes effect',
    },
    version: '法释〔2000〕18号，是否仍有效待核',
  },
  delayInterest: {
    name: {
      zh: '最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释',
      en: 'SPC Interpretation on interest for late performance',
    },
    version: '法释〔2014〕8号，2014-08-01施行',
  },
  injuryCases: {
    name: {
      zh: '最高人民法院关于审理工伤保险行政案件若干问题的规定',
      en: 'SPC Provisions on work-injury insurance cases',
    },
    version: '法释〔2014〕9号，2014-09-01施行',
  },
  inspection: {
    name: { zh: '劳动保障监察条例', en: 'Regulation on Labour Inspection' },
    version: '国务院令第423号，2004-12-01施行',
  },
  inspectionRules: {
    name: {
      zh: '关于实施《劳动保障监察条例》若干规定',
      en: 'Provisions implementing the Labour Inspection Regulation',
    },
    version: '2004年劳动保障部令第25号及其后修正',
  },
  reconsideration: {
    name: { zh: '行政复议法', en: 'Administrative Reconsideration Law' },
    version: '2023-09-01修订，2024-01-01施行',
  },
  administrativeSuits: {
    name: { zh: '行政诉讼法', en: 'Administrative Litigation Law' },
    version: '2017-06-27修正，2017-07-01施行',
  },
  compulsion: {
    name: { zh: '行政强制法', en: 'Administrative Compulsion Law' },
    version: '2011-06-30通过，2012-01-01施行',
  },
  penalties: {
    name: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
    version: '2021-01-22修订，2021-07-15施行',
  },
  injuryInsurance: {
    name: { zh: '工伤保险条例', en: 'Regulation on Work-Injury Insurance' },
    version: '2010-12-20修订，2011-01-01施行',
  },
  injuryRecognition: {
    name: { zh: '工伤认定办法', en: 'Measures on Recognising Work Injuries' },
    version: '人社部令第8号，2011-01-01施行',
  },
  capacityAppraisal: {
    name: { zh: '劳动能力鉴定管理办法', en: 'Measures on Labour-Capacity Appraisal' },
    version: '2025年公布，施行日期待核',
  },
  contractRegulation: {
    name: { zh: '劳动合同法实施条例', en: 'Implementing Regulation of the Labour Contract Law' },
    version: '国务院令第535号，2008-09-18施行',
  },
  wageBond: {
    name: { zh: '工程建设领域农民工工资保证金规定', en: 'Provisions on wage bonds in construction' },
    version: '人社部发〔2021〕65号，2021-11-01施行',
  },
  wageAccount: {
    name: {
      zh: '工程建设领域农民工工资专用账户管理暂行办法',
      en: 'Interim Measures on wage accounts in construction',
    },
    version: '人社部发〔2021〕53号',
  },
  wageBlacklist: {
    name: {
      zh: '拖欠农民工工资失信联合惩戒对象名单管理暂行办法',
      en: 'Interim Measures on the wage-arrears blacklist',
    },
    version: '人社部令第45号，2022-01-01施行',
  },
  nujiangGuide: {
    name: { zh: '怒江州司法局法律援助办理指南', en: 'Legal-aid guide of the Nujiang judicial bureau' },
    version: '网络公布文本',
  },
  quickTribunals: {
    name: { zh: '农民工工资争议速裁庭相关报道', en: 'Reports on quick tribunals for migrant wages' },
    version: '2011年、2023年报道',
  },
  localVenue: {
    name: {
      zh: '地方仲裁管辖规定（京人社仲发〔2022〕5号、浙江条例第17条等）',
      en: 'Local rules on venue (Beijing, Zhejiang and others)',
    },
    version: '各地现行文本',
  },
  oldRegulation: {
    name: { zh: '企业劳动争议处理条例（已废止）', en: 'Regulation on Enterprise Labour Disputes (repealed)' },
    version: '国务院令第117号，1993-08-01施行，已废止',
  },
} satisfies Record<string, Instrument>;

export type InstrumentKey = keyof typeof instruments;

/** A citation: `cite('caseRules', '33, 80')`. */
export function cite(key: InstrumentKey, article: string): LegalSource {
  const found: Instrument = instruments[key];
  return {
    instrument: found.name,
    article,
    version: found.version,
    ...(found.url ? { url: found.url } : {}),
  };
}

/** `27(4)` → `第27条第4款`; `30, 33` → `第30条、第33条`; `12–16` → `第12条至第16条`. */
function articleZh(article: string): string {
  return article
    .split(', ')
    .map((a) =>
      a
        .replace(/^(\d+)[–-](\d+)$/, '第$1条至第$2条')
        .replace(/^(\d+)(?:\((\d+)\))?(.*)$/, (_, n, p, rest) => `第${n}条${p ? `第${p}款` : ''}${rest}`),
    )
    .join('、');
}

/** `《劳动争议调解仲裁法》第27条第4款` / `Labour Dispute Mediation and Arbitration Law, art. 27(4)`. */
export function citation(source: Pick<LegalSource, 'instrument' | 'article'>): Bilingual {
  const { instrument, article } = source;
  if (article === '') return { zh: `《${instrument.zh}》`, en: instrument.en };
  return { zh: `《${instrument.zh}》${articleZh(article)}`, en: `${instrument.en}, art. ${article}` };
}
