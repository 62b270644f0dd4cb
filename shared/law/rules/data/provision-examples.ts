import type { Bilingual } from '../../common.ts';

/** One invented case for each provision, in Chinese and in English, so that a trainee sees what it comes to. */
const examples: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'cnt-start-excluded': [
    '2026年3月10日签收裁决书，15日从3月11日数起，3月25日是第15日。',
    'An award signed for on 2026-03-10: day 1 is 11 March, day 15 is 25 March.',
  ],
  'cnt-natural-default': [
    '法律援助机构2026年11月16日收到申请，7日内审查：周末照数，到11月23日。',
    'Legal aid applied for on 2026-11-16: the 7 days include the weekend and end on 23 November.',
  ],
  'cnt-wd-arb': [
    '2025年1月20日收到申请书副本，答辩期10个工作日跨春节，到2月8日（调休上班的周六）；起诉的15日则逐日数。',
    'Copy received on 2025-01-20: 10 working days across the festival end on 8 February, a worked Saturday; the 15 days to sue count every day.',
  ],
  'cnt-wd-reconsideration': [
    '2026年11月20日（周五）收到复议申请，5日内审查是5个工作日，到11月27日。',
    'Received on Friday 2026-11-20: 5 working days end on 27 November.',
  ],
  'cnt-wd-enforce-act': [
    '2026年9月18日送达催告书，十日为工作日，跨中秋和国庆，到10月9日届满。',
    'Demand served on 2026-09-18: ten working days over both festivals end on 9 October.',
  ],
  'cnt-wd-penalty': [
    '2026年11月20日（周五）作出处罚决定，7日内送达是7个工作日，到12月1日。',
    'Decided on Friday 2026-11-20: 7 working days for service end on 1 December.',
  ],
  'cnt-explicit-wd': [
    '2024年8月1日立案，60个工作日到2024年10月30日，不是9月30日。',
    'Docketed on 2024-08-01: 60 working days end on 2024-10-30, not on 30 September.',
  ],
  'cnt-month-year': [
    '2025年2月28日加一个月是3月28日，不是3月31日；2024年2月29日加一年是2025年2月28日。',
    '2025-02-28 plus a month is 28 March, not 31 March; 2024-02-29 plus a year is 2025-02-28.',
  ],
  'cnt-roll-forward': [
    '2026年9月16日收到判决，第15日是10月1日，国庆放假，上诉可到10月8日。',
    'Judgment received on 2026-09-16: day 15 is 1 October, a holiday; the appeal may be filed until 8 October.',
  ],
  'cnt-roll-lastday-only': [
    '2026年9月1日受理，45日中包含国庆七天，照样计入，10月16日届满。',
    'Accepted on 2026-09-01: the 45 days include the seven National Days and end on 16 October.',
  ],
  'cnt-makeup-day': [
    '2026年9月25日收到裁决，第15日是10月10日（周六），但当天调休上班，不顺延。',
    'Award received on 2026-09-25: day 15 is Saturday 10 October, a make-up working day, so it does not move.',
  ],
  'cnt-working-day-def': [
    '2026年9月20日是周日但上班，算工作日；9月25日是周五但中秋放假，不算。',
    'Sunday 2026-09-20 is worked and counts; Friday 25 September is the Mid-Autumn holiday and does not.',
  ],
  'cnt-cutoff': [
    '最后一日为2026年3月25日：网上提交到当晚24时；窗口17时30分停止收件的，到17时30分。',
    'Last day 2026-03-25: online until midnight; at a counter that closes at 17:30, until 17:30.',
  ],
  'cnt-mail': [
    '起诉期限到2026年3月25日，当天交邮，法院28日收到，不算过期；应保存交邮凭证。',
    'The period to sue ends on 2026-03-25; posted that day and received on the 28th it is in time. Keep the receipt.',
  ],
  'cnt-backward': [
    '2025年2月10日（周一）开庭，5个工作日前通知：往回数8、7、6、5日和春节前的1月27日，至迟1月27日。',
    'Hearing on Monday 2025-02-10: counting back 8, 7, 6, 5 February and 27 January, notice by 27 January.',
  ],
  'cnt-extension-base': [
    '2024年8月20日受理，45日到10月4日（放假）；延长15日从10月4日起算到10月19日（周六），再顺延到10月21日。',
    'Accepted on 2024-08-20: the 45 days end on 4 October, a holiday; 15 more run from that day to Saturday the 19th, moved to the 21st.',
  ],
  'cnt-tolling': [
    '2026年3月2日受理，45日本到4月16日；3月10日中止、20日恢复，加10日到4月26日（周日），顺延到4月27日。',
    'Accepted on 2026-03-02, due 16 April; suspended on 10 and resumed on 20 March adds 10 days: Sunday 26 April, moved to the 27th.',
  ],
  'cnt-calendar-missing': [
    '2026年12月18日收到裁决，第15日落在2027年1月；2027年放假安排载入前，1月4日只是暂定。',
    'Award received on 2026-12-18: day 15 falls in January 2027; until that year’s notice is loaded, 4 January is provisional.',
  ],
  'cnt-rollback-pay': [
    '约定每月5日发薪，2026年10月5日在国庆假期内，应在9月30日发放。',
    'Pay day is the 5th; 5 October 2026 is within the holiday, so pay is due on 30 September.',
  ],
  'cnt-other-agreement': [
    '调解协议写明“收到工程款后5个工作日内支付”，就按5个工作日数，不按自然日。',
    'The agreement says “within 5 working days of receipt”: working days are counted, not natural days.',
  ],
  'cnt-statutory-holidays': [
    '2026年10月1日加班付300%；10月4日是调休放假，安排补休，不能补休的付200%。',
    'Work on 2026-10-01 earns 300%; 4 October is only a rearranged rest day: leave in lieu, or 200%.',
  ],
  'svc-receipt': [
    '裁决书落款3月2日，劳动者3月10日签收、单位3月16日签收：各自从自己签收的次日起数15日。',
    'Award dated 2 March, signed for by the worker on the 10th and the employer on the 16th: each counts 15 days from its own date.',
  ],
  'svc-leave': [
    '法院3月10日到住所送达被拒收，录像后留置，3月10日即为送达日。',
    'Refused at home on 10 March, left there and filmed: served on 10 March.',
  ],
  'svc-mail': [
    '判决书3月6日寄出，回执写3月10日收件：从3月11日起数上诉期。',
    'Judgment posted on 6 March, the slip says received on the 10th: the appeal period runs from 11 March.',
  ],
  'svc-mail-return': [
    '单位签过送达地址确认书，3月6日寄出、3月12日因无人签收退回：3月12日视为送达。',
    'The employer had confirmed its address; posted on 6 March and returned on the 12th, it counts as served on the 12th.',
  ],
  'svc-electronic': [
    '当事人同意电子送达，系统显示3月10日19时到达，3月10日为送达日，不等本人打开阅读。',
    'With consent: the log shows arrival on 10 March at 19:00, so it was served that day, read or not.',
  ],
  'svc-simple-means': [
    '简易处理案件用短信通知开庭，对方没有回复确认，缺席也不能据此缺席裁决；应另行送达。',
    'Notice of hearing by text message, never confirmed: no default award can rest on it; serve it again.',
  ],
  'svc-lapse-convention': [
    '2026年3月10日（周二）张贴，3个工作日为11、12、13日：以3月13日为送达日，有的机构取14日。',
    'Posted on Tuesday 2026-03-10: three working days are the 11th to 13th; served on the 13th, by some on the 14th.',
  ],
  'svc-mediation-doc': [
    '单位不在场，把调解书留在前台不算送达；单位一方签收之前，调解书没有生效。',
    'Leaving the mediation document at the reception is no service; until the employer signs it has no effect.',
  ],
  'lim-overtime': [
    '2019年2月离职，同年12月主张2018年的加班费：在离职后一年内，没有超过时效。',
    'Left in February 2019 and claimed the overtime of 2018 in December 2019: within a year of leaving, in time.',
  ],
  'lim-defence-once': [
    '单位仲裁时只说“已经付清”，一审才说超过时效：不予支持，除非有新证据。',
    'In arbitration the employer said only “paid”; raised first in court, limitation is not heard, save on new evidence.',
  ],
  'lim-employer-too': [
    '单位2024年6月知道离职员工未还工具款，2025年9月才申请仲裁：员工可以提出时效抗辩。',
    'The employer knew of its loss in June 2024 and filed in September 2025: the worker may raise limitation.',
  ],
  'jur-arb': [
    '公司注册在甲市，工人在乙市工地干活：两地都可申请；双方分别申请的，由乙市（履行地）管辖。',
    'Company registered in city A, site in city B: either may be chosen; if both sides file, B, the place of performance, takes it.',
  ],
  'jur-transfer': [
    '甲区仲裁委受理后发现应由乙区管辖，移送乙区；乙区认为也不该自己管，应报共同的上级，不能再移送。',
    'District A transfers to district B; if B disagrees it asks their common superior and may not transfer again.',
  ],
  'jur-local': [
    '有的市规定省属单位的案件由市仲裁委受理、其他由区县受理：立案前先查当地分工文件。',
    'Some cities take cases of provincial employers themselves and leave the rest to districts: look up the local rule first.',
  ],
  'jur-court': [
    '劳动者在履行地法院起诉，单位在注册地法院起诉：由先受理的法院把两案一并审理。',
    'The worker sues at the place of work, the employer at its seat: the court that accepted first hears both.',
  ],
  'jur-setaside': [
    '甲市乙区仲裁委作出终局裁决，单位应向甲市中级人民法院申请撤销，不是向乙区法院起诉。',
    'A final award of a district commission: the employer applies to that city’s intermediate court, not to the district court.',
  ],
  'jur-enforce': [
    '裁决在甲市作出，公司住所在乙市、银行账户在丙市：可以向乙市或丙市的法院申请执行。',
    'Award made in A, debtor’s seat in B, account in C: enforcement may be sought in B or C.',
  ],
  'jur-jc': [
    '乡镇调解委员会主持达成协议，双方可以到调解委员会所在地的基层法院申请司法确认。',
    'An agreement made before a township committee may be confirmed by the basic court where the committee sits.',
  ],
  'jur-legal-aid': [
    '案件在乙区仲裁，向乙区的法律援助机构申请；也可以向欠薪发生地的机构申请。',
    'Arbitration in district B: apply to B’s agency, or to the one where the wages fell due.',
  ],
  'jur-inspection': [
    '公司注册在甲市，工地在乙县：欠薪向乙县劳动保障监察机构投诉。',
    'Company registered in A, site in county B: complain to county B’s inspection.',
  ],
  'jur-tribunal': [
    '12名工人共同追索工资，由三名仲裁员组庭；符合简易处理条件、决定简易处理的，可由一名仲裁员审理。',
    'Twelve workers claim wages together: three arbitrators, or one where the case is handled simply.',
  ],
  'jur-reps': [
    '21名工人推举3名代表；代表想把请求减一半达成和解，须先取得被代表工人的同意。',
    'Twenty-one workers choose three; to settle for half, these need the others’ consent.',
  ],
  'jur-30-obsolete': [
    '有网页说“三十人以上才算集体争议”，不能照用：现行门槛是十人以上并有共同请求。',
    'Pages that say “collective from thirty” are out of date: it is ten or more with a common claim.',
  ],
  'arb-restarts': [
    '2026年3月2日受理，3月20日受理变更后的请求：45日从3月20日重算到5月4日（放假），顺延到5月6日。',
    'Accepted on 2026-03-02, changed claims accepted on 20 March: 45 days run anew to 4 May, a holiday, moved to the 6th.',
  ],
  'arb-suspension-grounds': [
    '工伤待遇案件要等伤残等级结论，经批准中止；结论作出后恢复，中止的日数不计入45日。',
    'An injury case waits for the grade: suspended with approval and resumed after it; those days do not count.',
  ],
  'arb-simple-eligible': [
    '两名工人追索工资1.2万元，欠条清楚、数额低于本省年平均工资：可以简易处理；老板失联的不行。',
    'Two workers claim 12,000 yuan on a clear IOU, below the provincial yearly average: yes; not if the employer cannot be found.',
  ],
  'arb-simple-effects': [
    '仲裁庭想把10个工作日的答辩期缩短为3日，要被申请人同意；不同意的仍是10个工作日。',
    'To shorten the ten working days to three the tribunal needs the respondent’s consent.',
  ],
  'arb-simple-convert': [
    '2026年3月2日受理，3月30日转为一般程序，45日仍从3月2日算，到4月16日。',
    'Accepted on 2026-03-02, converted on 30 March: the 45 days still run from 2 March, to 16 April.',
  ],
  'arb-migrant-local': [
    '当地仲裁院设有农民工工资速裁庭的，立案时提出“农民工欠薪、事实清楚”，请求走绿色通道。',
    'Where the commission has a quick tribunal for migrant wages, ask for it when filing.',
  ],
  'arb-coll-simple': [
    '15人欠薪、都有工资表、单位也认账：可以简易处理，由一名仲裁员审理。',
    'Fifteen workers, wage sheets for all, the debt admitted: it may be handled simply by one arbitrator.',
  ],
  'arb-partial-award': [
    '欠薪3万元双方没有争议，加班费还要核对：可以先就3万元裁决，劳动者先申请执行。',
    'Arrears of 30,000 are undisputed, overtime is not: an award on the 30,000 may come first.',
  ],
  'arb-prior-enf': [
    '工人受伤住院、公司停付医药费：申请先予执行医疗费，不用提供担保，裁决后移送法院执行。',
    'Injured and in hospital, the bills unpaid: the worker may ask for prior enforcement, without security.',
  ],
  'arb-withdraw': [
    '工人因为证据不足先撤回，补齐后再次申请的，仲裁委应当受理；但要另算时效。',
    'Withdrawn for want of evidence and filed again when complete: it must be accepted, but limitation runs.',
  ],
  'arb-noshow-applicant': [
    '申请人记错日期没有到庭，也没有事先请假：可按撤回处理，同一请求再申请不予受理。',
    'The applicant mistook the day and told nobody: it may count as withdrawn, and the same claim is not accepted again.',
  ],
  'arb-noshow-respondent': [
    '公司签收了开庭通知却不到庭：仲裁庭查明事实后可以缺席裁决。',
    'The employer signed for the notice and stayed away: the tribunal may decide without it.',
  ],
  'arb-settle': [
    '庭上谈成工资分两期付，加班费谈不拢：工资部分出调解书，加班费继续裁决。',
    'The wages are settled in two instalments, the overtime is not: a mediation document for the first, an award for the second.',
  ],
  'fin-amount': [
    '当地月最低工资2000元，十二个月24000元：裁决工资23000元、经济补偿20000元，各自不超过，两项都是终局，不看合计43000元。',
    'Minimum wage 2,000, twelve months 24,000: wages of 23,000 and compensation of 20,000 are both final; the sum of 43,000 does not matter.',
  ],
  'fin-standards': [
    '只争未休年休假应按几天计算，属于执行休假标准的争议，为终局。',
    'A dispute only on how many days of leave are due is one on the State’s leave standard: final.',
  ],
  'fin-scope': [
    '二倍工资差额、竞业限制补偿都按金额判断是否终局；确认劳动关系不在其内。',
    'The second wage and non-compete pay are tested by amount; confirming employment is not among them.',
  ],
  'fin-split': [
    '同一案里工资2万元属终局、确认劳动关系不属终局：应分出两份裁决；只出一份的，双方都可以起诉。',
    'Wages of 20,000 final, confirmation of employment not: two awards; if there is one only, both sides may sue.',
  ],
  'fin-minwage-date': [
    '北京2025年9月10日申请仲裁：按2540元×12＝30480元判断，每项不超过的为终局。',
    'Beijing, filed on 2025-09-10: 2,540 × 12 = 30,480; each item up to that is final.',
  ],
  'fin-zj': [
    '在浙江裁决补缴社保或支付工伤待遇：单位不能起诉，只能在30日内申请撤销。',
    'In Zhejiang an award on contributions or injury benefits: the employer cannot sue, only apply to set aside within 30 days.',
  ],
  'setaside-blocked': [
    '终局裁决2015年8月3日作出，劳动者8月14日起诉已受理，单位8月31日申请撤销：申请被驳回。',
    'Final award of 2015-08-03; the worker’s suit was accepted on 14 August, the employer applied on the 31st: dismissed.',
  ],
  'eff-nonfinal': [
    '劳动者3月10日、单位3月16日收到，期限分别到3月25日、31日：31日过后都没有起诉，裁决生效。',
    'Received on 10 and 16 March, periods to the 25th and the 31st: once the 31st has passed without a suit the award takes effect.',
  ],
  'eff-part-sued': [
    '裁决支持工资和经济补偿，单位只就经济补偿起诉：工资部分也不能先申请执行。',
    'The employer sues on the compensation only: the wages of the same award cannot be enforced yet either.',
  ],
  'eff-multi-worker': [
    '10名工人同一裁决，3人起诉：对其余7人裁决生效，可以申请执行。',
    'Ten workers in one award, three sue: for the other seven it is effective and enforceable.',
  ],
  'eff-suit-withdrawn': [
    '单位起诉后撤诉，准予撤诉裁定4月20日送达：裁决自4月20日起生效。',
    'The employer withdraws its suit; the ruling is served on 20 April: the award takes effect that day.',
  ],
  'eff-mediation-doc': [
    '劳动者3月5日、单位3月9日签收调解书：3月9日生效，之后反悔起诉的不予受理。',
    'Signed for on 5 and 9 March: effective on the 9th; a later suit is not accepted.',
  ],
  'lit-claims-limit': [
    '仲裁只要了工资，起诉时增加未休年休假工资：可以独立分开，应另行申请仲裁。',
    'Only wages were arbitrated; leave pay added in court is separable and must be arbitrated first.',
  ],
  'lit-costs': [
    '对5万元申请支付令：财产案件受理费1050元，三分之一为350元；劳动争议起诉每件只收10元。',
    'Payment order for 50,000: the property fee is 1,050, a third is 350; a labour suit costs 10 yuan.',
  ],
  'enf-instalment-old': [
    '调解书约定2025年1月31日、6月30日各付一半：两期都从6月30日起算两年，到2027年6月30日。',
    'Halves due on 2025-01-31 and 06-30: for both the two years run from 30 June, to 2027-06-30.',
  ],
  'enf-interest': [
    '应在2025年7月3日前付1万元，9月1日才付：10000×0.0175%×60天＝105元。',
    '10,000 due by 2025-07-03 and paid on 1 September: 10,000 × 0.0175% × 60 days = 105.',
  ],
  'enf-stay-setaside': [
    '劳动者已申请执行，单位又申请撤销裁决：执行先中止；法院驳回撤销申请后恢复执行。',
    'Enforcement has begun and the employer applies to set aside: it stops, and goes on when that is refused.',
  ],
  'enf-zhongben': [
    '2023年终结本次执行，2026年发现公司收到一笔工程款：随时可以再申请执行。',
    'Closed in 2023 for want of property; in 2026 the debtor is paid for works: apply again at any time.',
  ],
  'po-route-a': [
    '公司拖欠三个月工资，工人直接申请支付令；公司书面异议，支付令失效：应当先去仲裁。手里有工资欠条、不涉及其他争议的，可以直接起诉。',
    'Three months unpaid, the worker applies directly; a written objection voids the order: arbitration comes next. On a wage IOU alone a suit is open.',
  ],
  'po-route-b': [
    '调解协议约定4月1日付工资2万元没有付：申请支付令；对方异议后，可以凭协议直接起诉。',
    '20,000 due on 1 April under a mediation agreement: apply; after an objection sue on the agreement.',
  ],
  'po-blockers': [
    '老板失联、支付令送不到：法院不受理，改走仲裁并公告送达。',
    'The employer has vanished and nothing can be served: the court refuses; go to arbitration with public notice.',
  ],
  'la-supplement': [
    '只缺身份证复印件，机构应一次写明全部要补的材料；当事人一直不补，视为撤回申请。',
    'Only a copy of the identity card is missing: one list of everything; if it never comes, the application counts as withdrawn.',
  ],
  'la-urgent': [
    '时效到2026年3月25日，当事人3月20日来申请，只剩5天：可以先提供援助，手续后补。',
    'Limitation ends on 2026-03-25 and the person comes on the 20th, five days left: aid first, papers later.',
  ],
  'la-exempt-check': [
    '外地木工凭工友证明和工牌请求工资：不用填经济困难核查，但仍要看是否属于第31条的事项。',
    'A carpenter from elsewhere claims wages with a badge: no means check, but the matter must still be one of art. 31.',
  ],
  'la-scope': [
    '请求工资和确认劳动关系的可以援助；只要违法解除赔偿金的，先查本省的补充范围。',
    'Wages and confirming employment are covered; for 2N alone look at the province’s list.',
  ],
  'la-terminate': [
    '受援人自己另请律师，应终止援助并出具书面决定；受援人可以对决定提出异议。',
    'The person hires a lawyer: aid ends with a written decision, which may be objected to.',
  ],
  'la-fee-relief': [
    '受援人起诉时申请免交10元案件受理费，伤情鉴定费申请减免。',
    'The aided person asks the court to waive the fee of 10 yuan and the appraiser to reduce its charge.',
  ],
  'la-local': [
    '某地文件写“7个工作日审查”，法律是7日：按较短的7日催办，按当地文件核对是否逾期。',
    'A local text says 7 working days, the law 7 days: ask after the shorter, judge lateness by the local text.',
  ],
  'ins-redirect': [
    '已经申请仲裁的同一笔工资又去投诉：监察机构会告知按仲裁程序办理。',
    'A complaint on wages already in arbitration: the inspection refers to the arbitration.',
  ],
  'ins-90d': [
    '2026年3月2日立案的监察案件，按60个工作日到5月28日；一般处罚案件的90日（到5月31日）不适用。',
    'Docketed on 2026-03-02: 60 working days end on 28 May; the general 90 days, to 31 May, do not apply.',
  ],
  'wage-liability': [
    '分包单位欠工资20万元，建设单位还欠总包15万元工程款：总包先付20万元，建设单位垫付以15万元为限。',
    'The subcontractor owes 200,000 in wages, the owner still owes 150,000 for works: the main contractor pays 200,000, the owner advances up to 150,000.',
  ],
};

/** The example of a provision. */
export function exampleOf(id: string): Bilingual {
  const [zh = '', en = ''] = examples[id] ?? [];
  return { zh, en };
}
