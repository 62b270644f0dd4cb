import type { FilingFacts, TopicValues } from '../../../shared/features/documents/filing-facts.ts';
import type {
  DueDay,
  Field,
  FieldType,
  RawRow,
  RawValue,
  Topic,
} from '../../../shared/features/documents/particulars/particular.ts';
import { topics } from '../../../shared/features/documents/particulars/topics.ts';
import { valuesSchema } from '../../../shared/features/documents/particulars/values.ts';
import { plainDate } from '../../../shared/kernel/date.ts';

const surnames = ['钟', '万', '向', '贺', '覃', '尤', '邱', '阮', '柏', '简', '宁', '栾'];
const given = ['示甲', '示乙', '示丙', '示丁', '示戊'];

/** Name of the invented worker of this number. */
export function applicantNameOf(serial: number): string {
  return `${surnames[serial % surnames.length]}${given[serial % given.length]}`;
}

/** Values that read well on a paper, by topic and field; what is not here gets one that fits its type. */
const examples: Readonly<Record<string, Readonly<Record<string, RawValue>>>> = {
  withdrawal: { extent: 'claims', part: '第二项仲裁请求', reason: 'settled', received: 1_200_000 },
  parties: {
    list: [
      {
        name: '云州示范建筑劳务有限公司',
        registeredOn: '2026-09-01',
        tie: '招用申请人，发放生活费，由其班组长日常管理',
        tried: '登记住所，2026年8月20日邮寄，已签收',
        headIdNumber: '419900197605180311',
        headPhone: '19900006601',
        registeredAt: '云州市青石区市场监督管理局',
        unitType: 'limited',
        ownership: 'private',
      },
      {
        name: '南岭样本建设集团有限公司',
        registeredOn: '2026-09-01',
        tie: '施工总承包，管理现场考勤',
        tried: '登记住所，尚未邮寄',
        headIdNumber: '419900197605180311',
        headPhone: '19900006602',
      },
      {
        name: '云州演示置业有限公司',
        registeredOn: '2026-09-01',
        tie: '建设单位，拨付工程款',
        tried: '登记住所，尚未邮寄',
        headIdNumber: '419900197605180311',
        headPhone: '19900006603',
      },
      {
        name: '赵示范',
        registeredOn: null,
        tie: '班组长，招用并带领申请人施工',
        reason: '查明招用和考勤经过',
        tried: '手机联系，未接听',
      },
    ],
  },
  'service-address': {
    address: null,
    postcode: '999000',
    deputy: '钟示庚',
    deputyRelation: '父亲',
    deputyPhone: '19900006601',
    electronic: 'agree',
    mobile: null,
    email: 'sample@example.com',
    account: null,
  },
  defence: {
    request: 'part',
    points: [
      { claim: 1, stance: 'part', amount: 1_200_000, reason: '2026年5月已付7,800.00元，应予扣除' },
      { claim: 2, stance: 'dispute', reason: '申请人自行离职，不应支付经济补偿' },
    ],
    relation: '对双方存在劳动关系没有异议。',
    wages: '约定工资标准为每日300.00元，2026年5月工资已通过银行转账支付。',
    limitation: null,
    termination: null,
    other: null,
    evidence: '工资支付台账、考勤记录、银行转账凭证（详见证据清单）。',
  },
  counterclaim: {
    claims: [
      { text: '支付2026年6月30日离职时未返还工具的赔偿款', amount: 80_000, working: '电锤1台800.00元' },
      { text: '返还预支的生活费', amount: 200_000 },
    ],
    facts: '被反申请人离场时未返还登记领用的工具，并预支生活费尚未抵扣。',
    evidence: '工具领用登记表、生活费借支单，来源于反申请人。',
  },
  jurisdiction: {
    to: '云州市白石区劳动人事争议仲裁委员会',
    ground: 'performance',
    place: '云州市白石区云水路3号工地',
    reason: '申请人自2026年3月起实际在白石区云水路3号工地工作，劳动合同履行地在白石区。',
    evidence: '考勤记录、项目地址证明各1份。',
  },
  assets: {
    list: [
      {
        kind: 'account',
        holder: '云州示范建筑劳务有限公司',
        detail: '南岭示范银行云州分行 9900 0000 0001',
        value: 5_000_000,
      },
      {
        kind: 'receivable',
        holder: '云州示范建筑劳务有限公司',
        detail: '对南岭样本建设集团有限公司的云山雅苑二期劳务工程款',
      },
    ],
  },
  'advance-enforcement': {
    shares: [{ name: '钟示甲', amount: 1_200_000, hardship: '租房居住，子女就学，欠薪期间无其他收入' }],
    clear: '被申请人2026年7月10日出具工资结算单，确认尚欠工资。',
    payment: '被申请人在银行有存款，对总承包单位享有应收劳务工程款。',
    proof: '工资结算单、房屋租赁合同、在校证明各1份。',
  },
  preservation: {
    stage: 'arbitration',
    amount: null,
    danger: '被申请人工地已经停工，正在转移施工设备，法定代表人电话无法接通。',
    security: 'waived',
    guarantee: null,
  },
  mediation: {
    organisation: '云州市青石区劳动人事争议调解中心',
    caseNumber: '青劳调〔2026〕8号',
    address: '云州市青石区示范大道20号2层',
    phone: '0999-5550120',
    mediators: [{ name: '解示和', phone: '19900005501' }],
    recorder: '季示录',
    sessions: [{ at: '2026-08-18 09:30', place: '调解中心第一调解室' }],
  },
  'mediation-intake': {
    oral: false,
    afterwards: ['arbitration', 'review'],
    source: 'application',
    industry: '建筑业',
    size: 'small',
    ownership: 'private',
    wishes: [
      { party: '申请人', answer: 'agree', at: '2026-08-10', means: '当面' },
      { party: '被申请人', answer: 'agree', at: '2026-08-11', means: '电话' },
    ],
    decision: 'accept',
    reason: null,
    bring: '身份证件、授权委托书、工资支付凭证、考勤记录。',
    registrar: '季示录',
  },
  settlement: {
    number: '青劳调协〔2026〕8号',
    date: '2026-08-25',
    facts: null,
    undisputed: 2_260_000,
    total: 2_260_000,
    composition: null,
    shares: [],
    concession: null,
    instalments: [
      {
        due: '2026-08-28',
        amount: 1_130_000,
        payer: '云州示范建筑劳务有限公司',
        method: '银行转账至劳动者本人工资账户',
      },
      {
        due: '2026-09-01',
        amount: 1_130_000,
        payer: '云州示范建筑劳务有限公司',
        method: '银行转账至劳动者本人工资账户',
      },
    ],
    lateConsequence: '任何一期逾期的，剩余款项立即到期，并自逾期之日起按每日万分之五支付违约金。',
    relation: '双方劳动关系于2026年6月30日终止。',
    handover: '用人单位于协议签订后十五日内出具终止劳动关系的证明。',
    tax: '个人所得税由用人单位依法代扣代缴。',
    otherTerms: null,
    settlesAll: true,
    effect: 'arbitral-review',
  },
  'hearing-record': {
    from: '2026-09-28 09:30',
    to: '2026-09-28 11:50',
    present: [
      { name: '钟示甲', role: '申请人', checked: true },
      { name: '卢示援', role: '申请人委托代理人，特别授权', checked: true },
      { name: '范某1', role: '被申请人法定代表人', checked: true },
    ],
    absent: null,
    recusal: 'none',
    recusalNote: null,
    speeches: [
      { step: 'claim', speaker: '申请人', text: '请求、事实和理由同仲裁申请书。' },
      { step: 'defence', speaker: '被申请人', text: '对出勤天数没有异议，对工资单价有异议。' },
      { step: 'inquiry', speaker: '仲裁员', text: '申请人由谁招用，工资标准如何约定？' },
      { step: 'inquiry', speaker: '申请人', text: '班组长赵示范招用，口头约定每日300元。' },
      { step: 'debate', speaker: '被申请人', text: '口头约定的单价没有书面证据。' },
      { step: 'final', speaker: '申请人', text: '坚持仲裁请求。' },
      { step: 'final', speaker: '被申请人', text: '坚持答辩意见。' },
    ],
    evidence: [
      {
        side: 'applicant',
        number: 1,
        name: null,
        authenticity: true,
        legality: true,
        relevance: true,
        purpose: false,
        opinion: '考勤属实，不能证明单价。',
      },
    ],
    focus: '工资标准；欠付工资的数额。',
    mediation: 'failed',
    corrections: null,
    unsigned: null,
  },
  'mediation-statement': { number: '青劳人仲调〔2026〕1号', date: '2026-09-28', basis: 'hearing' },
  award: { number: '青劳人仲裁〔2026〕1号', date: '2026-10-10', finality: 'final' },
  'award-reasons': {
    procedure: null,
    defence: '被申请人对出勤天数没有异议，认为工资单价应为每日260元。',
    evidence: '申请人提交考勤记录、微信聊天记录，被申请人对真实性没有异议。',
    findings: '申请人2026年2月26日入职，从事钢筋工工作，双方口头约定工资每日300元。',
    reasons: '被申请人未提交工资支付台账，应当承担不利后果，申请人主张的工资标准予以采信。',
    law: '《中华人民共和国劳动法》第五十条、《中华人民共和国劳动合同法》第三十条',
    items: [
      { claim: 1, outcome: 'allow', amount: null },
      { claim: 2, outcome: 'allow', amount: null },
    ],
    parts: [],
    within: 15,
    court: '云州市青石区人民法院',
    intermediate: '南岭省云州市中级人民法院',
  },
  decision: {
    number: '青劳人仲决〔2026〕1号',
    date: '2026-09-20',
    kind: 'jurisdiction',
    matter: '被申请人对本委管辖提出异议。',
    found: '劳动合同履行地为云州市青石区云山路1号工地，在本委辖区内。',
    decision: '驳回被申请人的管辖异议。',
  },
  'mediation-end': { ground: 'expired', explanation: null },
  'payment-order': {
    door: 'agreement',
    document: 'agreement',
    documentDate: null,
    payments: [],
    interest: true,
  },
  'mediation-record': {
    from: '2026-08-18 09:30',
    to: '2026-08-18 11:40',
    place: '调解中心第一调解室',
    mode: 'in-person',
    present: [
      { name: '钟示甲', role: '申请人', checked: true },
      { name: '卢示援', role: '申请人委托代理人，特别授权', checked: true },
      { name: '范某1', role: '被申请人法定代表人', checked: true },
    ],
    statements: [
      { speaker: '申请人', text: '2026年3月至6月的工资没有足额发放，多次催要未果。' },
      { speaker: '被申请人', text: '对出勤没有异议，工程款未结，暂时无力一次付清。' },
    ],
    focus: '欠付工资的金额；支付的期限。',
    proposal: '被申请人于2026年9月至10月分两期付清。',
    opinions: [
      { speaker: '申请人', text: '同意分两期支付，逾期应当支付违约金。' },
      { speaker: '被申请人', text: '同意。' },
    ],
    confirmed: 2_260_000,
    result: 'agreed',
    next: null,
  },
  court: { name: '云州市青石区人民法院', caseNumber: '（2026）南9901民初1号' },
  tribunal: {
    address: '云州市青石区示范大道30号',
    phone: '0999-5550130',
    contact: '苗示联',
    clerk: '苗示记',
  },
  hearing: {
    panel: [
      { name: '甘示范', role: 'presiding' },
      { name: '温示仲', role: 'arbitrator' },
      { name: '倪示裁', role: 'arbitrator' },
    ],
    place: '第一仲裁庭',
    link: null,
    evidenceBy: '2026-10-12',
  },
  'arb-intake': {
    receivedAt: '2026-09-03 10:20',
    receiver: null,
    received: [
      { name: '劳动人事争议仲裁申请书', copies: 2, pages: 2, form: 'original' },
      { name: '证据清单及证据材料', copies: 2, pages: 15, form: 'copy' },
      { name: '授权委托书', copies: 1, pages: 1, form: 'original' },
    ],
    defects: ['extract', 'address'],
    defectNotes: '请提交被申请人登记信息查询件1份、送达地址确认书1份。',
    supplementBy: '2026-09-10',
  },
  'arb-acceptance': {
    mandateBy: '2026-09-15',
    furtherProof: null,
    clerkOpinion: '申请符合受理条件，建议立案受理，组成三人仲裁庭。',
    clerk: null,
  },
  'non-acceptance': {
    ground: 'scope',
    reason: '申请人请求的是工程分包款，双方为承揽关系，不属于劳动人事争议。',
    right: null,
    fifteenDays: false,
  },
  delivery: {
    documents: [
      {
        name: '应诉通知书',
        number: '青劳人仲案〔2026〕1号',
        pages: 2,
        copies: 1,
        issuer: '温示仲',
        server: '苗示记',
      },
      { name: '仲裁申请书副本', pages: 2, copies: 1, issuer: '温示仲', server: '苗示记' },
      {
        name: '举证通知书',
        number: '青劳人仲案〔2026〕1号',
        pages: 2,
        copies: 1,
        issuer: '温示仲',
        server: '苗示记',
      },
    ],
    place: '云州市青石区示范大道1号',
    means: 'direct',
    refusal: null,
    witnesses: null,
    postedOn: null,
    copyReceivedOn: null,
    note: null,
  },
  extension: {
    by: 'applicant',
    kind: 'hearing',
    until: '2026-10-15',
    ground: 'illness',
    reason: '申请人因急性阑尾炎于2026年9月8日住院手术，医嘱卧床休息一个月，原定开庭时不能到庭。',
    items: '2026年3月至6月工资银行流水，证明工资发放情况。',
    proof: '诊断证明书、住院记录各1份。',
  },
  recusal: {
    by: 'applicant',
    person: '甘示范',
    office: 'arbitrator',
    grounds: ['interest', 'contact'],
    learned: '2026-09-02',
    facts: '2026年9月1日，该仲裁员在被申请人经营场所与被申请人负责人私下会面并接受宴请。',
    evidence: '现场照片2张，证人艾示证可以作证。',
  },
  'claim-change': {
    changes: [
      {
        kind: 'change',
        before: '支付2026年3月至6月工资',
        beforeAmount: 2_260_000,
        after: '支付2026年3月至7月工资',
        afterAmount: 2_840_000,
      },
      { kind: 'add', after: '支付解除劳动合同的经济补偿', afterAmount: 390_000 },
    ],
    reason: '申请仲裁后，申请人取得2026年7月的考勤记录，该月工资亦未支付。',
    evidence: '2026年7月考勤记录1份（共2页）。',
  },
  'evidence-request': {
    by: 'applicant',
    forum: 'tribunal',
    kind: 'collect',
    items: [
      {
        holder: '南岭示范银行云州分行',
        address: '云州市青石区示范大道6号',
        evidence: '农民工工资专用账户2026年3月至6月流水',
        fact: '被申请人未向申请人发放工资',
      },
      {
        holder: '云州市青石区社会保险服务中心',
        address: '云州市青石区示范大道8号',
        evidence: '申请人参保缴费记录',
        fact: '申请人与被申请人存在劳动关系',
      },
    ],
    obstacle: '上述材料由单位保管，申请人个人无权查询。',
    lead: '专用账户开户行见项目维权信息告示牌照片（证据第3页）。',
  },
  witnesses: {
    by: 'applicant',
    forum: 'tribunal',
    list: [
      {
        name: '艾示证',
        idNumber: '419900198503020768',
        relation: '与申请人同班组的工友',
        ownCase: false,
      },
    ],
  },
  suit: {
    plaintiff: 'workers',
    entry: 'award',
    requests: null,
    story: null,
    costs: true,
    preserved: false,
    arbitrationResult: '裁决支持2026年3月至6月工资22,600.00元，驳回其余请求。',
    further: null,
    knowsMediation: true,
    knows: ['speed', 'fees', 'mediator', 'secret', 'force'],
    mediateFirst: 'undecided',
  },
  'court-answer': {
    points: [
      { item: 'wages', stance: 'dispute', reason: '2026年5月已付7,800.00元，应予扣除' },
      { item: 'severance', stance: 'dispute', reason: '原告自行离职，不应支付经济补偿' },
      { item: 'arbitration', stance: 'confirm', reason: '对仲裁经过没有异议' },
    ],
    basis: '《中华人民共和国劳动合同法》第三十条、第四十六条。',
    knowsMediation: true,
    knows: ['speed', 'fees'],
    mediateFirst: 'yes',
  },
  'set-aside': {
    grounds: [
      {
        ground: 'law',
        facts: '裁决适用劳动合同法第八十二条错误，双方已经订立书面劳动合同',
        proof: '劳动合同1份',
      },
      { ground: 'procedure', facts: '开庭通知未在开庭五日前送达', proof: '送达回证1份' },
    ],
    enforcement: 'none',
    workerSued: false,
  },
  enforcement: {
    basis: 'award',
    maker: null,
    number: null,
    effectiveOn: '2026-08-10',
    terms: null,
    shares: [{ name: '钟示甲', paid: 500_000 }],
    performBy: '2026-08-25',
    ordinaryInterest: null,
    otherCosts: null,
    acts: '出具终止劳动关系的证明。',
    handover: null,
    preserved: true,
    preservedNumber: '（2026）南9901财保1号',
    preservedUntil: '2027-08-20',
  },
  'fee-relief': {
    relief: 'defer',
    fees: [
      { kind: 'acceptance', amount: 1_000 },
      { kind: 'preservation', amount: 24_600 },
    ],
    grounds: ['legal-aid', 'insurance'],
    facts: '申请人租房居住，子女就学，欠薪期间没有其他收入。',
    proof: '给予法律援助决定书1份、房屋租赁合同1份。',
    deferTo: '本案判决前',
  },
  employment: {
    list: [
      {
        name: '钟示甲',
        contractParty: '申请人与云州示范建筑劳务有限公司',
        composition: '日工资，包食宿',
        insured: 'not-insured',
        insuranceDetail: '无',
        compensation: '没有支付经济补偿',
      },
    ],
  },
  'bank-account': {
    list: Array.from({ length: 24 }, (_, n) => ({
      name: applicantNameOf(n),
      number: `9900 0000 0000 ${String(1000 + n)}`,
      bank: '南岭示范银行云州青石支行',
    })),
  },
  'work-injury': {
    at: '2026-06-12 15:20',
    place: '云州市青石区云山路1号工地2号楼',
    cause: '绑扎钢筋时脚手板断裂坠落。',
    diagnosedOn: '2026-06-12',
    part: '右小腿',
    disease: null,
    exposure: null,
    story: '2026年6月12日15时20分，在2号楼三层绑扎钢筋时脚手板断裂，坠落至二层平台，工友送医。',
    workingSince: '2004-03-01',
    postcode: '999100',
    unitPostcode: '999000',
    by: 'worker',
    applicant: null,
    relation: null,
    authority: '云州市青石区人力资源和社会保障局',
    article: '14-1',
    finding: null,
    grade: null,
    cost: 320_000,
  },
  'wage-complaint': {
    authority: '云州市青石区劳动保障监察大队',
    sector: 'construction',
    requests: ['pay', 'verify', 'account', 'penalty', 'police'],
    elsewhere: 'none',
    further: null,
  },
  'wage-settlement': {
    work: '云山雅苑二期钢筋绑扎',
    payOn: '2026-09-30',
    late: '自逾期之日起按每日万分之五支付违约金。',
    advances: true,
    head: '范示一',
    headTitle: '项目经理',
    guarantor: '南岭样本建设集团有限公司',
    guarantee: 'pays-first',
    witness: '艾示证',
    place: '云州市青石区云山路1号工地项目部',
  },
  'lawyer-letter': {
    number: '示律函〔2026〕第12号',
    subject: null,
    facts: null,
    opinion: null,
    payBy: '2026-09-15',
    address: '云州市青石区示范大道50号9层',
    service: 'ems',
    amount: null,
  },
  'file-archive': {
    kind: 'main',
    number: '2026-0001',
    secret: false,
    result: '裁决支持申请人请求，终局裁决',
    closing: 'award',
    closedOn: '2026-10-10',
    archivedOn: '2026-11-10',
    years: 10,
    forever: false,
    contents: [
      { name: '劳动人事争议仲裁申请书', author: '钟示甲', date: '2026-09-03', from: 1, to: 2 },
      { name: '受理通知书', number: '青劳人仲案〔2026〕1号', date: '2026-09-08', from: 3, to: 3 },
      { name: '证据清单及证据材料', author: '钟示甲', date: '2026-09-03', from: 4, to: 19 },
      { name: '庭审笔录', date: '2026-09-28', from: 20, to: 24 },
      { name: '仲裁裁决书', number: '青劳人仲裁〔2026〕1号', date: '2026-10-10', from: 25, to: 28 },
      { name: '送达回证', date: '2026-10-12', from: 29, to: 30 },
    ],
    remarks: null,
    filer: '苗示记',
    checker: null,
  },
  'legal-aid-agency': {
    name: null,
    department: '云州市青石区司法局',
    address: '云州市青石区示范大道60号',
    phone: '0999-5550160',
  },
  'legal-aid-matter': {
    forms: ['drafting', 'arbitration'],
    stage: 'none',
    organ: null,
    summary: null,
    materials: ['identity', 'case', 'exemption'],
  },
  'legal-aid-applicant': {
    number: '青援申〔2026〕31号',
    categories: ['migrant'],
    postcode: '999100',
    education: '初中',
    health: '良好',
    exempt: null,
    proof: ['iou', 'fellow'],
    urgent: null,
  },
  'legal-aid-hardship': {
    family: [
      { name: '钟示庚', relation: '父亲', age: 66, job: '务农', health: '慢性病' },
      { name: '钟示辛', relation: '女儿', age: 9, job: '在校学生', health: '良好' },
    ],
    income: [
      { source: '务工收入', amount: 200_000 },
      { source: '农业收入', amount: 60_000 },
    ],
    assets: [{ kind: 'deposit', detail: '银行存款', value: 120_000 }],
    expenses: [{ kind: 'medical', amount: 800_000, note: '父亲住院' }],
    relief: null,
    threshold: 150_000,
  },
  'legal-aid-decision': {
    number: '青援决〔2026〕31号',
    date: '2026-09-02',
    facts: '申请人提交了身份证、考勤记录和工资结算单，2026年3月至6月在云州市青石区云山路1号工地务工。',
    means: 'unchecked',
    urgent: false,
    refusal: 'scope',
    explanation: '申请人请求支付的是工程分包款，不属于支付劳动报酬。',
    refer: null,
    article: '《中华人民共和国法律援助法》第三十一条',
  },
  'legal-aid-assignment': {
    number: '青援指〔2026〕31号',
    date: '2026-09-03',
    firm: null,
    lawyer: null,
    chosen: false,
    papers: '法律援助申请表、身份证复印件、工资结算单复印件。',
    dialect: '普通话',
    contactDays: 3,
    urgency: null,
    fileRules: '一案一卷，左侧装订。',
  },
  'legal-aid-letter': {
    agencyNumber: '青援函〔2026〕31号',
    firmNumber: '示律所函〔2026〕31号',
    to: null,
    stage: 'arbitration',
    assistant: null,
  },
  'legal-aid-engagement': {
    number: '青援协〔2026〕31号',
    special: ['change', 'settle', 'mediate'],
    further: null,
  },
  'legal-aid-closing': {
    closedOn: '2026-10-10',
    outcome: 'award',
    work: [
      { date: '2026-09-03', kind: 'meeting', note: '会见受援人，核对考勤记录' },
      { date: '2026-09-03', kind: 'paper', note: '提交仲裁申请书' },
      { date: '2026-09-28', kind: 'hearing', note: '出庭' },
    ],
    awarded: 2_260_000,
    received: 1_000_000,
    benefit: 2_260_000,
    support: 'all',
    typical: false,
    summary: '围绕考勤和口头约定的工资标准举证，请求获得全部支持。',
    papers: '仲裁裁决书、送达回证、委托代理协议、受援人反馈表。',
  },
};

function sample(field: Field): RawValue {
  const type: FieldType = field.type;
  switch (type.kind) {
    case 'line':
      return `示例${field.label.zh}`;
    case 'text':
      return `这里写明${field.label.zh}。\n第二段继续说明。`;
    case 'date':
      return '2026-09-10';
    case 'moment':
      return '2026-09-28 09:30';
    case 'money':
      return 1_234_500;
    case 'count':
      return 2;
    case 'quantity':
      return '21.75';
    case 'yes-no':
      return true;
    case 'choice':
      return type.options[0]?.value ?? null;
    case 'choices':
      return type.options.slice(0, 2).map((o) => o.value);
    case 'rows': {
      const row = Object.fromEntries(
        Object.entries(type.columns).map(([key, column]) => [key, sample(column) as string]),
      );
      return [row, row];
    }
    case 'due':
      return null;
  }
}

function filled(topic: Topic): TopicValues {
  const entered: Record<string, RawValue> = {};
  const dues: Record<string, DueDay> = {};
  for (const [key, field] of Object.entries<Field>(topic.fields)) {
    if (field.former) continue;
    if (field.type.kind === 'due') {
      dues[key] = {
        due: plainDate('2026-10-12'),
        unrolled: plainDate('2026-10-10'),
        article: { zh: '示例法第一条', en: 'Sample Law art. 1' },
        provisional: false,
      };
    } else {
      const example = examples[topic.id]?.[key];
      entered[key] = example === undefined ? sample(field) : example;
    }
  }
  return { entered: valuesSchema(topic).parse(entered), dues };
}

/** Every topic filled in, for the case and for each of the workers. */
export function fullParticulars(memberIds: readonly string[]): FilingFacts['particulars'] {
  const of = (wanted: (topic: Topic) => boolean) =>
    Object.fromEntries(topics.filter(wanted).map((t) => [t.id, filled(t)]));
  return {
    case: of((t) => t.scope !== 'member'),
    members: Object.fromEntries(memberIds.map((id) => [id, of((t) => t.scope === 'member')])),
  };
}

/** An event of every kind that papers print the day of. */
export const fullEvents: FilingFacts['events'] = [
  { type: 'application-submitted', date: plainDate('2026-09-03'), note: null },
  { type: 'accepted', date: plainDate('2026-09-08'), note: null },
  { type: 'mediation-applied', date: plainDate('2026-08-10'), note: null },
  { type: 'mediation-accepted', date: plainDate('2026-08-12'), note: null },
  { type: 'mediation-agreed', date: plainDate('2026-08-25'), note: null },
  { type: 'mediation-failed', date: plainDate('2026-08-25'), note: null },
  { type: 'copy-served', date: plainDate('2026-09-10'), note: null },
  { type: 'award-received-by-applicant', date: plainDate('2026-08-10'), note: null },
  { type: 'award-received-by-respondent', date: plainDate('2026-08-10'), note: null },
  { type: 'aid-applied', date: plainDate('2026-09-01'), note: null },
  { type: 'aid-granted', date: plainDate('2026-09-02'), note: null },
  { type: 'aid-assigned', date: plainDate('2026-09-03'), note: null },
  { type: 'aid-result-received', date: plainDate('2026-10-10'), note: null },
  { type: 'complaint-received', date: plainDate('2026-08-28'), note: null },
];

/** The facts with a sum asked for in advance, below each worker's arrears. */
export function withAdvances(facts: FilingFacts): FilingFacts {
  const of = facts.particulars.case['advance-enforcement'];
  if (!of) throw new Error('no such topic');
  const shares = facts.applicants.map(({ name }) => ({
    name,
    amount: 1_000_000,
    hardship: '租房居住，子女就学',
  }));
  const topic = { ...of, entered: { ...of.entered, shares } };
  return {
    ...facts,
    particulars: { ...facts.particulars, case: { ...facts.particulars.case, 'advance-enforcement': topic } },
  };
}

/** The facts with sums in the papers that fit the claims of this very case. */
export function fullCase(facts: FilingFacts): FilingFacts {
  const total = facts.claims.reduce((sum, claim) => sum + (claim.amount ?? 0), 0);
  const { settlement } = facts.particulars.case;
  if (!settlement) throw new Error('no such topic');
  const half = Math.floor(total / 200) * 100;
  const rows = (settlement.entered.instalments ?? []) as readonly RawRow[];
  const instalments = rows.map((row, i) => ({ ...row, amount: i === 0 ? half : total - half }));
  const entered = { ...settlement.entered, total, instalments };
  const ofCase = { ...facts.particulars.case, settlement: { ...settlement, entered } };
  return { ...facts, particulars: { ...facts.particulars, case: ofCase } };
}
