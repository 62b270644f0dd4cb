import { describe, expect, it } from 'vitest';
import { forms } from '../../electron/core/features/documents/forms/index.ts';
import { commonWording } from '../../electron/core/features/documents/forms/kit/wording.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import { type FormId, formIds } from '../../shared/features/documents/form-ids.ts';
import { agent, group24, oneWorker, threeWorkers } from './support/facts.ts';
import { withAdvances } from './support/particulars.ts';
import { textOf, withValue } from './support/read.ts';

/**
 * The fields that the catalogue of filing documents asks of each paper, as the words by which a reader finds them.
 * A field that depends on the case is shown by a case that has it.
 */
const single = oneWorker();
const group = group24();
const guarded = withValue(single, 'applicants.0.guardian', {
  name: '钟示庚',
  relation: '父亲',
  idNumber: null,
  phone: '19900006601',
});
const resident = withValue(single, 'applicants.0.residence', '云州市青石区工友里9号');
const relative = {
  ...single,
  agents: [{ ...agent(), kind: 'relative' as const, relation: '配偶', idNumber: '990000198503020991' }],
};

const fields: readonly (readonly [FormId, FilingFacts, readonly string[]])[] = [
  [
    'arb-application',
    single,
    [
      // P-NAT
      '申请人：钟示甲',
      '男',
      '汉族',
      '出生',
      '公民身份号码：',
      '职业：',
      '工作单位：',
      '住所地（户籍所在地）：',
      '通讯地址：',
      '联系电话：',
      // AGENT, P-ORG, cause
      '委托代理人：卢示援',
      '执业证号：',
      '代理权限：特别授权',
      '被申请人（用人单位）：',
      '统一社会信用代码：',
      '法定代表人：',
      '职务：',
      '案由：追索劳动报酬',
      // claims, facts and reasons ①–⑥
      '仲裁请求',
      '一、请求裁决被申请人支付申请人2026年3月1日至2026年6月30日拖欠的工资人民币22,600.00元（大写：贰万贰仟陆佰元整）',
      '合计：',
      '经班组长赵示范招用',
      '未与申请人订立书面劳动合同',
      '约定工资标准为每日300.00元',
      '每月15日发放工资',
      '尚欠人民币',
      '以微信方式向班组长赵示范催要工资',
      '工作至2026年6月30日',
      '详见《工资清单·欠薪明细表》',
      '《中华人民共和国劳动法》第五十条',
      '《中华人民共和国劳动合同法》第三十条',
      // evidence, witnesses, limitation, address, signature, attachments
      '详见《证据清单》',
      '证人艾示证，住所：',
      '《中华人民共和国劳动争议调解仲裁法》第二十七条第四款',
      '此致\n云州市青石区劳动人事争议仲裁委员会',
      '申请人（签名、捺印）：＿',
      '＿年＿月＿日',
      '仲裁申请书副本1份',
      '身份证件复印件1份',
      '国家企业信用信息公示系统查询件',
      '授权委托书',
      '送达地址确认书',
    ],
  ],
  ['arb-application', guarded, ['法定代理人：钟示庚', '与被代理人关系：父亲']],
  ['arb-application', resident, ['经常居住地：云州市青石区工友里9号']],
  [
    'arb-application',
    group,
    ['第三人（班组长）：赵示范', '代表人：', '集体争议申请人名册', '推举代表人书', '建设单位为'],
  ],
  ['arb-application', threeWorkers(), ['申请人一：', '申请人三：', '计算方式：']],
  [
    'arb-group-roster',
    group,
    [
      '序号',
      '姓名／性别',
      '居民身份证号',
      '联系电话／送达地址',
      '工种岗位、班组',
      '入场—离场',
      '工资标准',
      '欠薪期间',
      '欠薪金额（元）',
      '其他请求金额（元）',
      '本人签名',
      '捺印',
      '共24名申请人，请求总额',
      '大写',
      '代表人：',
      '制表人：',
      '日期：',
    ],
  ],
  [
    'arb-group-rep',
    group,
    [
      '我们共24人',
      '居民身份证号',
      '联系电话',
      '通讯地址',
      '接受推举（签名、捺印）',
      '一般事项',
      '特别事项',
      '同意的方式',
      '代表期限',
      '全体推举人签名',
      '代表人身份证件复印件3份',
    ],
  ],
  [
    'evidence-list',
    single,
    [
      '序号',
      '第一组',
      '证据名称',
      '证据种类',
      '原件／复印件／电子数据',
      '份数',
      '页数',
      '页码起止',
      '证据来源',
      '证明对象和内容',
      '备注（原件持有人、原始载体）',
      '提交人（签名、捺印）：',
      '提交日期：',
      '收件人（签名）：',
      '收到日期：',
      '共6项',
      '原件或者原始载体由当事人保存',
    ],
  ],
  [
    'power-of-attorney',
    single,
    [
      '委托人',
      '受托人',
      '执业机构',
      '执业证号',
      '联系电话',
      '追索劳动报酬',
      '云州示范建筑劳务有限公司',
      '调解',
      '仲裁',
      '一审',
      '二审',
      '执行',
      '司法确认',
      '支付令',
      '一般授权',
      '特别授权',
      '承认对方的请求',
      '放弃请求',
      '变更、增加请求',
      '和解',
      '接受调解',
      '反申请、反诉',
      '提起上诉',
      '代领款项',
      '委托期限',
      '委托人（签名、捺印）：＿',
    ],
  ],
  ['power-of-attorney', relative, ['与委托人的关系', '配偶', '公民身份号码']],
  [
    'wage-schedule',
    single,
    [
      '序号',
      '工资支付周期',
      '出勤天数／工时／件数',
      '计价方式',
      '单价（元）',
      '基本应发（元）',
      '平日150%／休息日200%／节日300%',
      '其他应发（元）',
      '应发合计（元）',
      '扣款（元）及明细',
      '已支付（元）及日期、方式、凭证',
      '欠付（元）',
      '累计欠付（元）',
      '依据证据页码',
      '合计',
      '大写',
      '制表人：',
      '核对人：',
      '劳动者确认（签名、捺印）：',
      '用人单位确认（盖章，可不填）：',
      '日期：',
    ],
  ],
  ['wage-schedule', group, ['扣款合计（元）', '以上共24名劳动者']],
  [
    'arb-withdrawal',
    single,
    [
      '撤回范围：',
      '撤回的部分：',
      '撤回理由：',
      '撤回前已收到的款项：',
      '大写：',
      '此致',
      '申请人（签名、捺印）：',
    ],
  ],
  [
    'extension-request',
    single,
    [
      '延期开庭申请书',
      '青劳人仲案〔2026〕1号',
      '请求将原定2026年9月28日9时30分的开庭，延期至2026年10月15日',
      '理由：生病住院',
      '证据和证明材料',
      '开庭三日前',
      '本案最迟应于2026年10月12日提出',
      '此致\n云州市青石区劳动人事争议仲裁委员会',
      '申请人（签名、捺印）：＿',
    ],
  ],
  [
    'extension-request',
    withValue(single, 'particulars.extension.kind', 'evidence'),
    ['延期举证申请书', '请求将举证期限由2026年10月12日延长至2026年10月15日', '延期提交的证据', '第十五条'],
  ],
  [
    'recusal-request',
    single,
    [
      '请求本案仲裁员甘示范回避',
      '☐ 是本案当事人或者当事人、代理人的近亲属',
      '☑ 与本案有利害关系',
      '☐ 与本案当事人、代理人有其他关系',
      '☑ 私自会见当事人、代理人',
      '知道该事由的日期：2026年9月2日',
      '证据或者线索',
      '第三十三条',
      '申请人（签名、捺印）：＿',
    ],
  ],
  [
    'claim-change',
    single,
    [
      '青劳人仲案〔2026〕1号',
      '原请求',
      '现请求',
      '差额（元）',
      '+5,800.00',
      '请求金额共增加人民币9,700.00元（大写：玖仟柒佰元整）',
      '事实与理由',
      '新增证据',
      '第四十四条',
      '举证期限届满前（本案为2026年10月12日）',
      '申请人（签名、捺印）：＿',
      '本申请书副本1份',
    ],
  ],
  ['claim-change', group, ['同意的书面材料附后', '申请人代表人（签名、捺印）：＿']],
  [
    'evidence-collection',
    single,
    [
      '被调查单位或者个人',
      '住所或者地址',
      '证据名称或者内容',
      '待证事实',
      '不能自行收集的原因',
      '证据线索',
      '第十六条',
      '申请人（签名、捺印）：＿',
    ],
  ],
  [
    'evidence-collection',
    withValue(single, 'particulars.evidence-request.kind', 'produce'),
    ['责令提供证据申请书', '不利后果', '第六条、第三十九条'],
  ],
  [
    'evidence-collection',
    withValue(single, 'particulars.evidence-request.forum', 'court'),
    ['第六十七条', '第二十条', '此致\n云州市青石区人民法院'],
  ],
  [
    'witness-request',
    single,
    [
      '艾示证',
      '公民身份号码',
      '住所',
      '联系电话',
      '与当事人的关系',
      '证明的事实',
      '与用人单位另有争议',
      '证人保证书',
      '据实陈述',
      '保证人（签名、捺印）：＿',
      '证人身份证件复印件',
      '申请人（签名、捺印）：＿',
    ],
  ],
  [
    'arb-party-info',
    group,
    [
      '申请人：钟示甲等24人',
      '被申请人一',
      '被申请人三',
      '第三人',
      '诉讼地位',
      '施工总承包单位',
      '统一社会信用代码',
      '法定代表人',
      '登记状态',
      '存续',
      '查询日期',
      '2026年9月1日',
      '与申请人的联系',
      '列为当事人的理由和依据',
      '（《保障农民工工资支付条例》第三十条）',
      '已经试过的送达地址和结果',
      '国家企业信用信息公示系统查询件',
      '申请人代表人（签名、捺印）：＿',
    ],
  ],
  [
    'legal-rep-certificate',
    single,
    [
      '法定代表人身份证明书',
      '范某1在我单位担任执行董事职务，系我单位法定代表人。',
      '特此证明',
      '单位全称：云州示范建筑劳务有限公司',
      '公民身份号码：419900197605180311',
      '联系电话：19900006601',
      '单位（公章）：',
      '＿年＿月＿日',
      '营业执照（登记证书）复印件',
      '身份证复印件',
    ],
  ],
  [
    'service-address',
    single,
    [
      '告知事项',
      '如实提供',
      '执行程序',
      '书面方式告知',
      '视为送达之日',
      '当事人\n钟示甲',
      '诉讼地位\n申请人',
      '证件号码',
      '送达地址\n云州市青石区工友里1号',
      '收件人',
      '邮政编码\n999000',
      '代收人\n钟示庚',
      '与本人关系\n父亲',
      '电子送达\n☑ 同意　　☐ 不同意',
      '手机号',
      '电子邮箱\nsample@example.com',
      '平台账号',
      '已经阅读并理解',
      '当事人（签名、捺印）：＿',
      '工作人员（签名）：＿',
    ],
  ],
  [
    'arb-defence',
    single,
    [
      '答辩人（被申请人）：云州示范建筑劳务有限公司',
      '统一社会信用代码：',
      '法定代表人：',
      '被答辩人（申请人）：钟示甲',
      '案号：青劳人仲案〔2026〕1号',
      '部分认可，请求驳回其余请求',
      '☐ 确认 ☐ 异议 ☑ 部分确认',
      '请求裁决被申请人支付申请人2026年3月1日至2026年6月30日拖欠的工资',
      '（认可人民币12,000.00元）',
      '（一）关于劳动关系',
      '（二）关于工资标准、金额和支付情况',
      '工资支付台账',
      '此致\n云州市青石区劳动人事争议仲裁委员会',
      '答辩人（盖章）：云州示范建筑劳务有限公司',
      '法定代表人（签名）：＿',
      '答辩书副本1份',
    ],
  ],
  [
    'arb-counterclaim',
    single,
    [
      '反申请人（本案被申请人）：云州示范建筑劳务有限公司',
      '被反申请人（本案申请人）：钟示甲',
      '案号：青劳人仲案〔2026〕1号',
      '一、支付2026年6月30日离职时未返还工具的赔偿款，金额为人民币800.00元。',
      '计算方式：',
      '合计：人民币2,800.00元（大写：贰仟捌佰元整）',
      '事实与理由',
      '第三十六条',
      '证据和证据来源',
      '反申请人（盖章）：',
      '反申请书副本1份',
    ],
  ],
  [
    'jurisdiction-objection',
    single,
    [
      '异议人（本案被申请人）：云州示范建筑劳务有限公司',
      '案号：青劳人仲案〔2026〕1号',
      '请求将本案移送云州市白石区劳动人事争议仲裁委员会处理',
      '管辖依据：劳动合同履行地',
      '云州市白石区云水路3号工地',
      '第二十一条',
      '证据',
      '异议人（盖章）：',
    ],
  ],
  [
    'advance-enforcement',
    single,
    [
      '先行支付申请人钟示甲人民币12,000.00元（大写：壹万贰仟元整）',
      '权利义务关系明确',
      '严重影响申请人的生活',
      '租房居住',
      '被申请人的财产情况',
      '银行存款：云州示范建筑劳务有限公司',
      '不提供担保',
      '第四十四条',
      '证据和证明材料',
      '申请人（签名、捺印）：＿',
    ],
  ],
  ['advance-enforcement', withAdvances(group), ['各申请人申请先予执行的金额', '仲裁请求金额', '10,000.00']],
  [
    'property-preservation',
    single,
    [
      '申请人：钟示甲',
      '通讯地址：',
      '联系电话：',
      '被申请人（用人单位）：云州示范建筑劳务有限公司',
      '案号：青劳人仲案〔2026〕1号',
      '受理日期：2026年9月8日',
      '价值人民币22,600.00元（大写：贰万贰仟陆佰元整）',
      '银行存款',
      '应收工程款、货款',
      '50,000.00',
      '已经停工',
      '免予提供担保',
      '第九条',
      '此致\n云州市青石区人民法院\n（经云州市青石区劳动人事争议仲裁委员会提交）',
      '申请人（签名、捺印）：＿',
      '受理通知书复印件',
      '财产线索材料',
    ],
  ],
  [
    'property-preservation',
    withValue(single, 'particulars.preservation.security', 'hardship'),
    ['第四十九条', '经济困难证明或者给予法律援助决定书'],
  ],
];

describe('fields', () => {
  it.each(fields)('%s has every field the catalogue asks for', (id, facts, words) => {
    const text = textOf(forms[id].build(facts, 'zh-CN').model);
    for (const word of words) expect(text).toContain(word);
  });

  it('covers every form', () => {
    expect(new Set(fields.map(([id]) => id))).toEqual(new Set(formIds));
  });
});

describe('wording', () => {
  const leaves = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, v]) => leaves(v, `${path}/${key}`));
  const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();

  it.each(formIds)('%s says the same in both languages', (id) => {
    const zh = { form: forms[id].words['zh-CN'], common: commonWording['zh-CN'] };
    const en = new Map(leaves({ form: forms[id].words.en, common: commonWording.en }));
    for (const [path, text] of leaves({ form: zh.form, common: zh.common })) {
      const other = en.get(path);
      expect(other, path).toBeDefined();
      if (path === '/common/date' || text === '') continue;
      expect(new Set(slots(other ?? '')), path).toEqual(new Set(slots(text)));
    }
  });

  it.each(formIds)('%s in English is marked as a translation', (id) => {
    expect(forms[id].build(single, 'en').model.runningHead).toMatch(/^Courtesy translation/);
    expect(forms[id].build(single, 'zh-CN').model.runningHead).toBeUndefined();
  });
});
