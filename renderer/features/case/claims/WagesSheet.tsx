import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { endOfWork } from '../../../../shared/features/claims/prefill.rules.ts';
import {
  baseOf,
  type EffectiveMonth,
  effectiveMonths,
  monthChecks,
  monthsOfPeriods,
  tableBases,
} from '../../../../shared/features/claims/wage-months.rules.ts';
import type { WageMonthRecord } from '../../../../shared/features/claims/wage-months.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { computeArrears, wageBases } from '../../../../shared/law/index.ts';
import { toFen } from '../../../../shared/law/numbers/rational.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { locales } from '../../../app/locales.ts';
import { issueSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useToday } from '../../../ui/today.ts';
import { ListTable } from '../../law/calculators/ListTable.tsx';
import type { FieldWords } from '../../law/calculators/labels.ts';
import type { PasteWords } from '../../law/calculators/paste.ts';
import type { RawRow } from '../../law/calculators/values.ts';
import '../../law/law.css';
import { useSheetDraft, wagesQuery } from '../case.queries.ts';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import './claims.css';
import { readMonths, rowOfMonth, wageField } from './wage-form.ts';

const dictionaries = Object.values(locales).map((l) => l['claim-items'].wages) as readonly {
  readonly column: Readonly<Record<string, string>>;
  readonly kind: Readonly<Record<string, string>>;
}[];

// Words of pay sheets for the same columns, whatever the screen shows.
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  month: ['月份', '工资月份', 'month'],
  base: ['基本工资', '标准工资', '岗位工资', '基础工资'],
  subsidy: ['津贴', '补贴', '津补贴', '津贴补贴'],
  overtime: ['加班费', '加班工资'],
  bonus: ['奖金', '绩效', '提成'],
  gross: ['应发', '应发工资', '应发合计', '工资总额'],
  paid: ['实发', '实发工资', '已付', '已发'],
  contribution: ['缴费工资', '缴费基数', '社保基数'],
  days: ['出勤', '出勤天数', '计薪日', '工作日'],
};

const pasting: PasteWords = {
  column: ({ name }) => [
    ...(alsoCalled[name] ?? []),
    ...dictionaries.flatMap((d) => (d.column[name] ? [d.column[name]] : [])),
  ],
  option: (_, value) => dictionaries.flatMap((d) => (d.kind[value] ? [d.kind[value]] : [])),
};

/** A worker's pay by month and every base that follows from it. */
export function WagesSheet(props: TabProps & { readonly member: Member }) {
  const wages = useQuery(wagesQuery(props.file.id, props.member.id));
  return wages.data ? <WagesForm {...props} stored={wages.data.months} /> : null;
}

function WagesForm(
  props: TabProps & { readonly member: Member; readonly stored: readonly WageMonthRecord[] },
) {
  const { file, member, stored, readOnly } = props;
  const { t } = useTranslation('claim-items');
  const bilingual = useBilingual();
  const today = useToday();
  const { draft, change } = useSheetDraft<readonly RawRow[]>(file, undefined, () => stored.map(rowOfMonth), {
    rows: { '': (row: RawRow) => row.month ?? '' },
  });
  const { form: rows, set: setRows } = draft;
  const reading = useMemo(() => readMonths(rows), [rows]);
  const periods = useMemo(() => monthsFrom(member, today), [member, today]);
  const months = effectiveMonths(reading.months, periods);
  const told = months.filter((m) => m.origin === 'periods');
  const checks = monthChecks(months, periods, member.job);
  const words: FieldWords = {
    label: ({ name }) => t(`wages.column.${name}` as never),
    help: () => null,
    option: (_, value) => t(`wages.kind.${value}` as never),
  };
  const split = (m: EffectiveMonth): void =>
    setRows([...rows.filter((r) => Object.values(r).some(Boolean)), rowOfMonth(m)]);
  return (
    <EditSheet
      title={t('wages.title', { name: member.name })}
      size={1080}
      issues={reading.issues}
      dirty={draft.dirty}
      draft={draft}
      words={{ '': { label: t('wages.own'), row: (row: RawRow) => row.month ?? '' } }}
      readOnly={readOnly}
      save={() => change('claims.saveWages', { memberId: member.id, months: reading.months })}
    >
      <p className="quiet">{t('wages.lead')}</p>
      {told.length > 0 && (
        <section>
          <h3>{t('wages.fromPeriods')}</h3>
          <ul className="plain wage-told">
            {told.map((m) => (
              <li key={m.month} className="tabular">
                {m.month} <MoneyText fen={m.grossFen} unit />{' '}
                {!readOnly && (
                  <Button size="small" type="text" onClick={() => split(m)}>
                    {t('wages.split')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section data-field="months">
        <h3>{t('wages.own')}</h3>
        <ListTable
          calculatorId="wage-table"
          field={wageField}
          words={words}
          rows={rows}
          issues={new Map(reading.issues.filter((i) => i.code !== 'required').map((i) => [i.path, i]))}
          onChange={setRows}
          pasting={pasting}
          main={['month', 'base', 'subsidy', 'overtime', 'bonus', 'paid', 'kind']}
        />
        <Problems issues={reading.issues} label={(name) => words.label({ name })} />
      </section>
      {checks.map((c) => (
        <p key={`${c.code} ${c.month}`} className="gd-check gd-amber">
          <Icon name="warning" size={13} /> {bilingual(c.text)}
        </p>
      ))}
      {months.length > 0 && reading.issues.length === 0 && (
        <Bases months={months} until={endOfWork(member.job, file.events) ?? today} hire={member.job.start} />
      )}
    </EditSheet>
  );
}

function monthsFrom(member: Member, today: PlainDate): EffectiveMonth[] {
  const rows = member.arrears.map(({ deductions: _d, paid: _p, note: _n, ...row }) => ({
    ...row,
    deductions: [],
    paid: [],
  }));
  const computed = computeArrears(rows, { asOf: today });
  return monthsOfPeriods(
    member.arrears,
    computed.rows.map((r) => r.grossFen),
  );
}

function Problems(props: {
  issues: readonly { path: string; code: string }[];
  label: (name: string) => string;
}) {
  const { t } = useTranslation('claim-items');
  const { t: te } = useTranslation('errors');
  return props.issues.slice(0, 5).map((issue) => {
    const [, row = '', name = ''] = issue.path.split('.');
    return (
      <p key={issue.path} className="field-error" role="alert">
        {t('wages.row', { row: Number(row) + 1, column: props.label(name), text: issueSentence(te, issue) })}
      </p>
    );
  });
}

/** Which wage the law takes for what, with the working, or what the table still lacks for it. */
function Bases(props: { months: readonly EffectiveMonth[]; until: PlainDate; hire: PlainDate | null }) {
  const { months, until, hire } = props;
  const { t } = useTranslation('claim-items');
  const { t: te } = useTranslation('errors');
  const bilingual = useBilingual();
  return (
    <section>
      <h3>{t('wages.bases', { day: until })}</h3>
      <table className="list wage-bases">
        <tbody>
          {tableBases.map((base) => {
            const found = derive(months, base, until, hire);
            return (
              <tr key={base}>
                <th scope="row">{t(`wages.base.${base}`)}</th>
                <td className="tabular">
                  {'error' in found ? (
                    <span className="quiet">{issueSentence(te, found.error)}</span>
                  ) : (
                    <strong>¥{formatYuan(toFen(found.base.value))}</strong>
                  )}
                </td>
                <td className="quiet">
                  {bilingual(wageBases[base])}
                  {'base' in found && found.base.lines.map((l) => <div key={l.zh}>{bilingual(l)}</div>)}
                  {'base' in found &&
                    found.base.warnings.map((w) => (
                      <div key={w.code} className="gd-amber">
                        {bilingual(w.text)}
                      </div>
                    ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function derive(
  months: readonly EffectiveMonth[],
  base: (typeof tableBases)[number],
  until: PlainDate,
  hire: PlainDate | null,
) {
  try {
    return { base: baseOf(months, base, until, hire) };
  } catch (error) {
    const issue = error instanceof AppError ? error.failure.issues?.[0] : undefined;
    if (!issue) throw error;
    return { error: issue };
  }
}
