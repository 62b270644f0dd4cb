import type { PlainDate } from '../../kernel/date.ts';
import type { FieldIssue } from '../../kernel/errors.ts';
import { type Fen, fen, formatYuan } from '../../kernel/money.ts';
import { type Bilingual, rmbUppercase } from '../../law/index.ts';
import type { Clause, Outcome, Plan } from './outcome.schemas.ts';
import { workerSums } from './settlement.rules.ts';

/** What the agreement's text is made from; every figure of it comes from the agreed column and the plan. */
export interface ClauseFacts {
  readonly payer: string;
  readonly workers: readonly { readonly name: string; readonly amountFen: Fen }[];
  /** Sum by item over all workers, in the order of the claims. */
  readonly items: readonly { readonly title: string; readonly amountFen: Fen }[];
  readonly totalFen: Fen;
  readonly plan: Plan;
  readonly performBy: PlainDate | null;
  readonly settlesAll: boolean;
  readonly form: 'private' | 'mediation' | 'arbitral' | 'court';
}

/** In Chinese as the agreement is: `2026-04-12` → `2026年4月12日`. */
function dayText(date: PlainDate): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

const money = (amount: Fen): string => `${formatYuan(amount)}元`;

/** Tokens and what stands for them now. A token is the only way a figure gets into a clause. */
export function tokensOf(f: ClauseFacts): ReadonlyMap<string, string> {
  const { instalments } = f.plan;
  const tokens = new Map<string, string>([
    ['付款方', f.payer],
    [
      '劳动者',
      f.workers.length === 1
        ? (f.workers[0]?.name ?? '')
        : `${f.workers[0]?.name ?? ''}等${f.workers.length}人`,
    ],
    ['人数', `${f.workers.length}人`],
    ['总额', money(f.totalFen)],
    ['总额大写', rmbUppercase(f.totalFen)],
    [
      '构成',
      f.items
        .filter((i) => i.amountFen > 0)
        .map((i) => `${i.title}${money(i.amountFen)}`)
        .join('、'),
    ],
    ['明细', f.workers.map((w) => `${w.name}：${money(w.amountFen)}`).join('；')],
    ['付款日', f.performBy ? dayText(f.performBy) : '＿＿年＿＿月＿＿日'],
    ['期数', `${instalments.length}期`],
    [
      '分期',
      instalments.map((i, n) => `第${n + 1}期${money(i.amountFen)}，于${dayText(i.due)}前付清`).join('；'),
    ],
  ]);
  for (const [n, i] of instalments.entries()) {
    tokens.set(`第${n + 1}期金额`, money(i.amountFen));
    tokens.set(`第${n + 1}期日期`, dayText(i.due));
  }
  return tokens;
}

const restDayText = {
  next: '付款日为休息日或者法定节假日的，顺延至其后第一个工作日。',
  previous: '付款日为休息日或者法定节假日的，提前至其前一个工作日支付。',
  same: '付款日为休息日或者法定节假日的，仍以该日为准，不予顺延。',
} as const;

/** The agreement's clauses as the columns and the plan have them. */
export function defaultClauses(f: ClauseFacts): Clause[] {
  const several = f.workers.length > 1;
  const instalments = f.plan.instalments.length > 0;
  const clauses: Clause[] = [
    {
      id: 'sum',
      text: `经协商一致，{付款方}向{劳动者}支付款项共计{总额}（大写：{总额大写}），包括：{构成}。`,
    },
    ...(several ? [{ id: 'each', text: '其中各劳动者应得：{明细}。' }] : []),
    instalments
      ? { id: 'payment', text: `上述款项分{期数}支付：{分期}。${restDayText[f.plan.restDay]}` }
      : { id: 'payment', text: `{付款方}应于{付款日}前一次性付清上述款项。${restDayText[f.plan.restDay]}` },
    {
      id: 'account',
      text: '款项支付至劳动者本人的银行账户；支付给他人的，不视为已经履行。',
    },
    {
      id: 'late',
      text:
        instalments && f.plan.acceleration
          ? '任何一期逾期未足额支付的，剩余款项视为全部到期，劳动者有权就全部未付款项一并主张。'
          : '逾期未足额支付的，劳动者有权就未付款项依法主张。',
    },
  ];
  if (f.form === 'mediation')
    clauses.push({
      id: 'effect',
      text: '双方可以自本协议生效之日起十五日内共同向劳动人事争议仲裁委员会申请审查，或者三十日内共同向人民法院申请司法确认。',
    });
  clauses.push({
    id: 'scope',
    text: f.settlesAll
      ? '上述款项全部付清后，双方因劳动关系产生的争议一次性了结，互不再主张。'
      : '本协议仅就上列款项达成一致，双方的其他权利不受影响。',
  });
  return clauses;
}

const token = /\{([^{}]*)\}/g;

/** A clause with its figures; an unknown token stays as it is. */
export function renderClause(text: string, tokens: ReadonlyMap<string, string>): string {
  return text.replace(token, (whole, name: string) => tokens.get(name.trim()) ?? whole);
}

/** A sum that was typed instead of taken from the columns: digits before 元, after ¥, or in capitals. */
const typedSum = /[¥￥]\s*\d|\d[\d,，]*(?:\.\d+)?\s*万?元|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆]/;

/**
 * Whether an edited clause still takes every figure from the columns.
 * @returns `clause-figure-typed` or `clause-token-unknown` at `clauses.<index>`.
 */
export function clauseIssues(clauses: readonly Clause[], tokens: ReadonlyMap<string, string>): FieldIssue[] {
  return clauses.flatMap((clause, i): FieldIssue[] => {
    const path = `clauses.${i}`;
    if (typedSum.test(clause.text.normalize('NFKC').replace(token, '')))
      return [{ path, code: 'clause-figure-typed' }];
    const unknown = [...clause.text.matchAll(token)]
      .map((m) => (m[1] ?? '').trim())
      .find((t) => !tokens.has(t));
    return unknown === undefined ? [] : [{ path, code: 'clause-token-unknown', params: { token: unknown } }];
  });
}

interface TitledLine {
  readonly memberId: string;
  readonly amountFen: number | null;
  readonly title: Bilingual;
}

/** What the text of an agreement is made from. @param employer pays where nobody else is named. */
export function clauseFacts(
  o: Pick<Outcome, 'payer' | 'plan' | 'performBy' | 'settlesAll' | 'form'> & {
    readonly lines: readonly TitledLine[];
  },
  members: readonly { readonly id: string; readonly name: string }[],
  employer: string,
): ClauseFacts {
  const sums = workerSums(o.lines);
  const items = new Map<string, number>();
  for (const l of o.lines) items.set(l.title.zh, (items.get(l.title.zh) ?? 0) + (l.amountFen ?? 0));
  return {
    payer: o.payer ?? employer,
    workers: members.flatMap((m) => {
      const amountFen = sums.get(m.id);
      return amountFen === undefined ? [] : [{ name: m.name, amountFen }];
    }),
    items: [...items].map(([title, amount]) => ({ title, amountFen: fen(amount) })),
    totalFen: fen([...sums.values()].reduce((s, a) => s + a, 0)),
    plan: o.plan,
    performBy: o.performBy,
    settlesAll: o.settlesAll,
    form: o.form,
  };
}
