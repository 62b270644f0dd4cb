import type { RosterField } from './roster.types.ts';

/**
 * Headers met in rosters of building sites, workshops and labour agencies. `exact` is compared with the header without
 * blanks, brackets and signs; `part` is looked for inside it and gives less confidence. Order decides between fields
 * whose parts overlap: the more special field stands first.
 */
export interface Synonyms {
  readonly field: RosterField;
  readonly exact: readonly string[];
  readonly part?: RegExp;
  /** Headers that contain a `part` but mean something else. */
  readonly not?: RegExp;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

export const synonyms: readonly Synonyms[] = [
  {
    field: 'bankHolder',
    exact: words('户名 开户名 账户名 账户名称 银行户名 持卡人 持卡人姓名 收款人 收款人姓名 开户人 卡主'),
    part: /户名|持卡人|收款人/,
  },
  {
    field: 'bankAccount',
    exact: words(
      '账号 帐号 银行账号 银行帐号 银行卡号 卡号 工资卡号 工资卡 收款账号 收款帐号 银行卡 银行账户 开户账号 bankaccount accountno account',
    ),
    part: /卡号|账号|帐号|银行卡/,
  },
  {
    field: 'bankName',
    exact: words('开户行 开户银行 银行 银行名称 所属银行 发卡行 开户行名称 收款银行 开户支行 bank bankname'),
    part: /开户行|开户银行|银行名称/,
  },
  {
    field: 'name',
    exact: words(
      '姓名 名字 工人姓名 员工姓名 人员姓名 职工姓名 民工姓名 农民工姓名 劳动者 劳动者姓名 申请人 申请人姓名 工人 民工姓名 人员 名称 name workername fullname worker',
    ),
    part: /姓名/,
    not: /班组|组长|队长|负责人|联系人|代理|家属|紧急/,
  },
  {
    field: 'idNumber',
    exact: words(
      '身份证 身份证号 身份证号码 居民身份证 居民身份证号 居民身份证号码 公民身份号码 公民身份证号码 证件号 证件号码 身份证件号码 身份号码 idnumber idno idcard id',
    ),
    part: /身份证|证件号/,
    not: /地址|住址|复印|有效期/,
  },
  {
    field: 'phone',
    exact: words(
      '电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 联系手机 本人电话 移动电话 联络电话 phone mobile tel telephone',
    ),
    part: /电话|手机|联系方式/,
    not: /班组|组长|负责人|紧急|家属/,
  },
  { field: 'sex', exact: words('性别 男女 sex gender'), part: /性别/ },
  { field: 'birth', exact: words('出生日期 出生年月 出生年月日 生日 出生 birth birthdate dateofbirth') },
  {
    field: 'mailAddress',
    exact: words(
      '送达地址 邮寄地址 通讯地址 通信地址 联系地址 收件地址 文书送达地址 mailaddress mailingaddress',
    ),
    part: /送达|邮寄|通讯地址|通信地址/,
  },
  {
    field: 'address',
    exact: words(
      '住址 地址 家庭住址 家庭地址 户籍地址 身份证地址 户籍所在地 籍贯 户口所在地 居住地址 现住址 住所 address',
    ),
    part: /住址|户籍|地址/,
  },
  {
    field: 'trade',
    exact: words('工种 岗位 职务 工种岗位 职业 工作岗位 工作内容 从事工种 工序 job trade occupation post'),
    part: /工种|岗位/,
    not: /工资/,
  },
  {
    field: 'team',
    exact: words(
      '班组 班组名称 所属班组 班组长 带班 带班人 工班 班长 队伍 施工队 施工班组 队 部门 车间 组别 包工头 所在班组 所在部门 team crew',
    ),
    part: /班组|施工队|带班|车间/,
    not: /签字|签名|电话/,
  },
  {
    field: 'startDate',
    exact: words(
      '进场 入场 进场时间 进场日期 入场时间 入场日期 入职时间 入职日期 上班时间 上班日期 到岗时间 进厂时间 进厂日期 开工日期 上工时间 开始工作时间 入职 进场年月日 startdate start',
    ),
    part: /进场|入场|入职|进厂/,
  },
  {
    field: 'endDate',
    exact: words(
      '离场 退场 离场时间 离场日期 退场时间 退场日期 离职时间 离职日期 离厂时间 离岗时间 离开时间 离职 停工日期 下工时间 enddate end',
    ),
    part: /离场|退场|离职|离厂/,
  },
  {
    field: 'periodFrom',
    exact: words(
      '起始日期 开始日期 欠薪开始 欠薪起始 起始时间 开始时间 欠薪起始时间 欠薪开始时间 起 自 periodfrom from',
    ),
  },
  {
    field: 'periodTo',
    exact: words(
      '截止日期 结束日期 欠薪结束 欠薪截止 截止时间 结束时间 欠薪截止时间 终止日期 止 至 periodto to',
    ),
  },
  {
    field: 'period',
    exact: words(
      '月份 工资月份 欠薪月份 所属月份 所属期 工资所属期 工资周期 结算周期 欠薪期间 欠薪时间 拖欠时间 拖欠期间 拖欠月份 工资支付周期 起止时间 起止日期 期间 工作期间 务工时间 施工时间 工资年月 年月 month period',
    ),
    part: /月份|起止|期间|周期/,
  },
  {
    field: 'owed',
    exact: words(
      '欠付 欠薪 欠发 未付 未发 欠款 欠薪金额 欠付金额 欠付工资 欠发工资 未付工资 未发工资 拖欠工资 拖欠金额 尚欠 尚欠工资 尚欠金额 剩余 剩余工资 余额 下欠 下欠工资 结欠 未结 未结工资 未结金额 应付未付 欠资 所欠工资 剩余未付 实欠 欠薪总额 拖欠总额 欠薪数额 拖欠工资金额 未支付工资 剩余工资金额 还欠 欠 balance owed arrears',
    ),
    part: /欠|未付|未发|未结|未支付|剩余/,
    not: /期间|时间|月份|日期|原因|单位|开始|截止|起始/,
  },
  {
    field: 'deduction',
    exact: words(
      '扣款 扣除 应扣 代扣 罚款 扣款金额 扣款合计 应扣款 扣发 代扣款 扣款项 其他扣款 应扣合计 deduction deductions',
    ),
    part: /扣/,
  },
  {
    field: 'paid',
    exact: words(
      '已付 已发 已支付 已领 已结 预支 借支 支取 已付工资 已发工资 已支付工资 已领工资 预支工资 生活费 已付生活费 预付 预付款 已预支 实发 实发工资 实发金额 实付 实付工资 已付金额 已发金额 已支付金额 已借支 借款 支款 已支 已支款 累计已付 付款 paid advance advances',
    ),
    part: /已付|已发|已支|已领|预支|借支|生活费|实发|实付/,
    not: /日期|时间|方式/,
  },
  {
    field: 'gross',
    exact: words(
      '应发 应付 应发工资 应付工资 应发合计 应发金额 应付金额 工资合计 工资总额 应得工资 总工资 合计工资 工资 工资金额 应发总额 应付总额 总额 金额 合计 应领工资 应结工资 合计金额 总计 应发小计 结算金额 工钱 总工钱 gross amount wages total',
    ),
    part: /应发|应付|应得|总额|工资合计|结算/,
    not: /日期|时间|扣/,
  },
  {
    field: 'quantity',
    exact: words(
      '出勤 出勤天数 出勤日 天数 工日 工天 工数 总工数 工时 小时 小时数 工作天数 工作日 出工 出工天数 出工数 考勤 考勤天数 件数 数量 工程量 工作量 完成量 总工日 计工 记工 点工 工日数 实际出勤 实出勤 工时数 合计工日 days quantity hours',
    ),
    part: /出勤|天数|工日|工时|件数|出工|工程量/,
    not: /工资|单价|应/,
  },
  {
    field: 'rate',
    exact: words(
      '单价 工价 日工资 日薪 月工资 月薪 工资标准 日工资标准 月工资标准 日工价 时薪 计件单价 工资单价 约定工资 每天工资 每日工资 基本工资 日单价 点工单价 工日单价 小时工资 元天 元月 元工 元日 标准工资 薪资标准 月薪标准 日薪标准 综合单价 rate dayrate dailywage',
    ),
    part: /单价|工价|工资标准|日薪|月薪|时薪|日工资|月工资/,
    not: /合计/,
  },
  {
    field: 'wageUnit',
    exact: words(
      '计价方式 计薪方式 计酬方式 工资形式 计量单位 单位 工资类型 计价单位 结算方式 薪资形式 unit wageunit',
    ),
    part: /计价|计薪|计酬/,
    not: /工作单位|用人单位|所属单位/,
  },
  {
    field: 'note',
    exact: words('备注 说明 附注 情况说明 备注说明 注 note notes remark remarks'),
    part: /备注/,
  },
];

/** Columns that are known and hold nothing to import. */
export const ignoredHeader =
  /^(序号|编号|行号|no\.?|签名|签字|本人签名|本人签字|领款人签名|领款人签字|签收|捺印|手印|按手印|年龄|民族|工号|问题|问题problem|problem|年月日|确认|工人签字|签字按手印|领取人签字|发放日期|支付日期|付款日期|文化程度)$/i;

/** Sub-headers that mean nothing without the group above them. */
export const genericLeaf = /^(金额|数额|小计|合计|日期|时间|姓名|号码|名称|元|年月日)$/;
