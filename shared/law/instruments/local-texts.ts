import type { Instrument } from './instrument.ts';

/** Local texts, national standards, and conventions without a text. */
export const localTexts = {
  lprNotice: {
    name: { zh: '贷款市场报价利率公告', en: 'Announcements of the Loan Prime Rate' },
    version: '中国人民银行授权全国银行间同业拆借中心公布',
  },
  divisionCodes: {
    name: { zh: 'GB/T 2260 行政区划代码', en: 'GB/T 2260 Codes of administrative divisions' },
    version: '国家统计局2023年',
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
  chaoyangForm: {
    name: {
      zh: '北京市朝阳区劳动人事争议仲裁委送达地址确认书',
      en: 'Chaoyang Commission, address confirmation',
    },
    version: '北京朝阳仲裁委现用文本',
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
      zh: '地方仲裁管辖规定（京人社仲发〔2022〕5号等）',
      en: 'Local rules on venue (Beijing and others)',
    },
    version: '各地现行文本',
  },
} satisfies Record<string, Instrument>;
