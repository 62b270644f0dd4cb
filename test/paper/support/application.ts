import type { Block, Inline, PaperModel, TableCell } from '../../../electron/paper/model/blocks.ts';

/** Every name, number and address in here is invented. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = '建国 志强 丽华 文博 佳怡 子涵 思远 晓东 海燕 俊杰 雨桐 承宇 若曦 明哲 书瑶'.split(' ');

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const yuan = (n: number): string =>
  n.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const text = (t: string): Inline => ({ kind: 'text', text: t });
export const cell = (t: string): TableCell => ({ content: [text(t)] });
const paragraph = (t: string, indentEm = 2): Block => ({ kind: 'paragraph', indentEm, content: [text(t)] });
const fact = (label: string, value: string): Block => ({
  kind: 'paragraph',
  content: [{ kind: 'text', text: `${label}：`, bold: true }, text(value)],
});

/** A model with nothing but the given blocks. */
export function paperOf(blocks: readonly Block[], extra: Partial<PaperModel> = {}): PaperModel {
  return {
    title: '测试文书',
    language: 'zh-CN',
    profile: 'party',
    orientation: 'portrait',
    blocks,
    ...extra,
  };
}

/** An arbitration application of about 1,100 Han characters with a table of twelve months; `i` varies the facts. */
export function application(
  i: number,
  applicant = `${pick(surnames, i * 7 + 3)}${pick(givenNames, i * 3 + 1)}`,
): PaperModel {
  const base = 6800 + ((i * 137) % 40) * 100;
  let sum = 0;
  const rows: TableCell[][] = [];
  for (let month = 1; month <= 12; month++) {
    const paid = Math.round(base * (0.62 + ((i * month) % 7) * 0.01) * 100) / 100;
    const short = Math.round((base - paid) * 100) / 100;
    sum += short;
    rows.push(
      [
        String(month),
        `2024年${month}月`,
        yuan(base),
        yuan(paid),
        yuan(short),
        month % 4 === 0 ? `银行流水第${month + (i % 9)}页` : '工资条、银行流水',
      ].map(cell),
    );
  }
  const born = `1989年${1 + (i % 12)}月${1 + (i % 28)}日`;
  return {
    title: `劳动人事争议仲裁申请书（${applicant}）`,
    language: 'zh-CN',
    subject: '劳动人事争议仲裁申请书',
    profile: 'party',
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', level: 1, text: '劳动人事争议仲裁申请书' },
      fact(
        '申请人',
        `${applicant}，${i % 2 ? '女' : '男'}，汉族，${born}出生，公民身份号码110101198900000${String(1000 + (i % 9000))}，住北京市海淀区示例路${1 + (i % 300)}号院${1 + (i % 20)}号楼${100 + (i % 900)}室，联系电话1380000${String(1000 + (i % 9000))}。`,
      ),
      fact(
        '被申请人',
        `北京示例科技有限公司第${i + 1}分公司，统一社会信用代码91110108MA0${String(1000000 + i * 31).slice(0, 7)}，住所地北京市朝阳区样例大街${2 + (i % 500)}号院A座${1 + (i % 30)}层，联系电话010-8000${String(1000 + (i % 9000))}。`,
      ),
      fact(
        '法定代表人',
        `${pick(surnames, i * 5 + 1)}${pick(givenNames, i * 11 + 4)}，职务：执行董事兼总经理。`,
      ),
      { kind: 'heading', level: 2, text: '仲裁请求' },
      paragraph(
        `一、请求裁决被申请人支付申请人2024年1月1日至2024年12月31日期间工资差额人民币${yuan(sum)}元；`,
      ),
      paragraph(
        `二、请求裁决被申请人支付申请人违法解除劳动合同赔偿金人民币${yuan(base * 8)}元（${yuan(base)}元×4个月×2倍）；`,
      ),
      paragraph(
        `三、请求裁决被申请人支付申请人2023年度、2024年度未休年休假工资报酬人民币${yuan((base / 21.75) * 20)}元；`,
      ),
      paragraph(
        '四、请求裁决被申请人为申请人出具解除劳动合同的证明，并在十五日内为申请人办理档案和社会保险关系转移手续。',
      ),
      { kind: 'heading', level: 2, text: '事实与理由' },
      paragraph(
        `申请人于2021年${1 + (i % 12)}月8日入职被申请人处，担任“高级测试工程师”一职，双方签订了书面劳动合同，合同期限自2021年${1 + (i % 12)}月8日起至2026年${1 + (i % 12)}月7日止，约定月工资标准为税前人民币${yuan(base)}元，工资由基本工资、岗位工资、绩效工资三部分构成，于次月15日通过银行转账方式发放。申请人在职期间勤勉尽责，从未受到任何纪律处分，先后参与“星图”“远航”等多个项目的测试与交付工作（详见证据四《项目验收单》）。`,
      ),
      paragraph(
        '自2024年1月起，被申请人以“经营困难”“业务调整”为由，在未与申请人协商一致的情况下，单方降低申请人的绩效工资，导致申请人每月实际领取的工资均低于劳动合同约定的标准。申请人曾于2024年3月12日、6月20日两次通过电子邮件向人力资源部门提出书面异议，被申请人均未作出合理说明，亦未补足差额。根据《中华人民共和国劳动合同法》第三十条第一款“用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬”的规定，被申请人应当补足上述差额，具体计算见下表：',
      ),
      {
        kind: 'table',
        columns: [
          { header: '序号', share: 7, align: 'center' },
          { header: '月份', share: 15, align: 'center' },
          { header: '应发工资（元）', share: 18, align: 'right' },
          { header: '实发工资（元）', share: 18, align: 'right' },
          { header: '差额（元）', share: 17, align: 'right' },
          { header: '证据', share: 25, align: 'center' },
        ],
        rows,
        footRows: [
          [
            { content: [text('合计')], span: 4, align: 'center' },
            { content: [text(yuan(sum))], align: 'right' },
            cell(''),
          ],
        ],
      },
      paragraph(
        '2024年12月31日，被申请人在未提前三十日书面通知、亦未支付代通知金的情况下，以口头方式通知申请人“即日起不必再来上班”，并于当日关闭申请人的门禁及办公系统权限。被申请人既未说明解除理由，也未将解除事由事先通知工会，其行为违反《中华人民共和国劳动合同法》第三十九条、第四十条、第四十三条之规定，构成违法解除。依据该法第四十七条、第八十七条，被申请人应当按照经济补偿标准的二倍向申请人支付赔偿金。',
      ),
      paragraph(
        '此外，申请人2023年度、2024年度各应享受带薪年休假5天，因被申请人工作安排均未能休假，被申请人也未依照《职工带薪年休假条例》第五条的规定支付未休年休假工资报酬。',
      ),
      paragraph(
        '综上所述，被申请人的行为严重侵害了申请人的合法权益。为维护申请人的合法权益，现依据《中华人民共和国劳动争议调解仲裁法》第五条、第二十七条、第二十八条之规定，特向贵委申请仲裁，望依法裁决，支持申请人的全部仲裁请求。',
      ),
      paragraph('此致'),
      paragraph('北京市海淀区劳动人事争议仲裁委员会', 0),
      {
        kind: 'signature',
        lines: [
          [text('申请人（签名）：'), { kind: 'blank', widthEm: 8 }],
          [
            { kind: 'blank', widthEm: 4 },
            text('年'),
            { kind: 'blank', widthEm: 3 },
            text('月'),
            { kind: 'blank', widthEm: 3 },
            text('日'),
          ],
        ],
      },
      paragraph(
        `附：一、本申请书副本${1 + (i % 3)}份；二、证据材料清单及证据共${20 + (i % 30)}页；三、申请人身份证复印件1份。`,
      ),
    ],
  };
}
