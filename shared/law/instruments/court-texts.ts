import { compared, type Instrument } from './instrument.ts';

/** Interpretations and replies of the Supreme People’s Court, and cases. */
export const courtTexts = {
  civilProcedureInterpretation: {
    name: {
      zh: '最高人民法院关于适用《民事诉讼法》的解释',
      en: 'SPC Interpretation of the Civil Procedure Law',
    },
    version: '2022-04-01修正，2022-04-10施行',
    compared: compared('2022-04-01'),
  },
  labourInterpretation1: {
    name: {
      zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
      en: 'SPC Interpretation on Labour Disputes (I)',
    },
    version: '法释〔2020〕26号，2021-01-01施行',
    compared: compared('2020-12-29'),
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
    compared: compared('2020-12-29'),
  },
  enforcementInterpretation: {
    name: {
      zh: '最高人民法院关于适用《民事诉讼法》执行程序若干问题的解释',
      en: 'SPC Interpretation on Enforcement',
    },
    version: '2020-12-23修正，2021-01-01施行',
    compared: compared('2020-12-29'),
  },
  delayedInterest: {
    name: {
      zh: '最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释',
      en: 'SPC Interpretation on Interest for Delayed Performance',
    },
    version: '法释〔2014〕8号，2014-08-01施行',
    compared: compared('2014-07-07'),
  },
  wageCrimeInterpretation: {
    name: {
      zh: '最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释',
      en: 'SPC Interpretation on the Crime of Refusing to Pay Wages',
    },
    version: '法释〔2013〕3号，2013-01-23施行',
    compared: compared('2013-01-16'),
  },
  courtReply2014: {
    name: { zh: '最高人民法院关于期间计算的答复', en: 'SPC reply on counting periods' },
    version: '2014-12-12答复',
  },
  overtimeCase: {
    name: { zh: '劳动人事争议典型案例：加班费的仲裁时效', en: 'Typical case on limitation of overtime pay' },
    version: '人社部、最高人民法院联合发布',
  },
  wuxiCase: {
    name: { zh: '无锡市中级人民法院案例', en: 'Wuxi Intermediate Court, case report' },
    version: '网络转载',
  },
  confirmationProvisions: {
    name: {
      zh: '最高人民法院关于人民调解协议司法确认程序的若干规定',
      en: 'SPC Provisions on Confirming Mediation Agreements',
    },
    version: '法释〔2011〕5号，2011-03-30施行',
    compared: compared('2011-03-23'),
  },
  awardEffect: {
    name: {
      zh: '最高人民法院关于人民法院对经劳动争议仲裁裁决的纠纷准予撤诉或驳回起诉后劳动争议仲裁裁决从何时起生效的解释',
      en: 'SPC Interpretation on when an award takes effect',
    },
    version: '法释〔2000〕18号，是否仍有效待核',
    compared: compared('2000-07-10'),
  },
  courtMail: {
    name: {
      zh: '最高人民法院关于以法院专递方式邮寄送达民事诉讼文书的若干规定',
      en: 'SPC Provisions on service by court mail',
    },
    version: '法释〔2004〕13号，2005-01-01施行',
    compared: compared('2004-09-17'),
  },
  injuryCases: {
    name: {
      zh: '最高人民法院关于审理工伤保险行政案件若干问题的规定',
      en: 'SPC Provisions on work-injury insurance cases',
    },
    version: '法释〔2014〕9号，2014-09-01施行',
    compared: compared('2014-06-18'),
  },
} satisfies Record<string, Instrument>;
