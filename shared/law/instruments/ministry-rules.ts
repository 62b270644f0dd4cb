import { compared, type Instrument } from './instrument.ts';

/** Rules, measures and notices of ministries. */
export const ministryRules = {
  caseRules: {
    name: { zh: '劳动人事争议仲裁办案规则', en: 'Rules for Handling Labour and Personnel Arbitration Cases' },
    version: '人社部令第33号，2017-07-01施行',
    url: 'https://www.gov.cn/gongbao/content/2017/content_5232371.htm',
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
  wagePayment: {
    name: { zh: '工资支付暂行规定', en: 'Interim Provisions on Payment of Wages' },
    version: '劳部发〔1994〕489号，1995-01-01施行',
    compared: compared('1994-12-06'),
  },
  workingTime: {
    name: {
      zh: '关于职工全年月平均工作时间和工资折算问题的通知',
      en: 'Notice on monthly working time and wage conversion',
    },
    version: '人社部发〔2025〕2号，2025-01-01施行',
  },
  annualLeaveMeasures: {
    name: { zh: '企业职工带薪年休假实施办法', en: 'Measures for Paid Annual Leave in Enterprises' },
    version: '人社部令第1号，2008-09-18施行',
    compared: compared('2008-07-17'),
  },
  illegalUnitMeasures: {
    name: {
      zh: '非法用工单位伤亡人员一次性赔偿办法',
      en: 'Measures for Lump-sum Compensation in Illegally Employing Units',
    },
    version: '人社部令第9号，2011-01-01施行',
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
  minimumWageProvisions: {
    name: { zh: '最低工资规定', en: 'Provisions on Minimum Wages' },
    version: '劳动和社会保障部令第21号，2004-03-01施行',
  },
  holidayNotice: {
    name: { zh: '国务院办公厅关于部分节假日安排的通知', en: 'State Council notices on holidays' },
    version: '2024、2025、2026年通知',
  },
  withdrawnReply: {
    name: {
      zh: '劳动部办公厅关于已撤诉的劳动争议案件劳动争议仲裁委员会是否可以再受理的复函',
      en: 'Labour Ministry reply on withdrawn cases',
    },
    version: '劳办发〔1997〕61号',
  },
  linkOpinion: {
    name: {
      zh: '关于劳动人事争议仲裁与诉讼衔接有关问题的意见（一）',
      en: 'Opinions on linking arbitration and litigation (I)',
    },
    version: '人社部发〔2022〕9号',
  },
  peoplesMediationWork: {
    name: { zh: '人民调解工作若干规定', en: 'Provisions on People’s Mediation Work' },
    version: '司法部令第75号，2002-11-01施行',
  },
  inspectionRules: {
    name: {
      zh: '关于实施《劳动保障监察条例》若干规定',
      en: 'Provisions implementing the Labour Inspection Regulation',
    },
    version: '2004年劳动保障部令第25号及其后修正',
  },
  injuryRecognition: {
    name: { zh: '工伤认定办法', en: 'Measures on Recognising Work Injuries' },
    version: '人社部令第8号，2011-01-01施行',
  },
  capacityAppraisal: {
    name: { zh: '劳动能力鉴定管理办法', en: 'Measures on Labour-Capacity Appraisal' },
    version: '2025年公布，施行日期待核',
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
} satisfies Record<string, Instrument>;
