import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import {
  type CalculationResult,
  type CalculatorInfo,
  type LawContext,
  rmbUppercase,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { Cited } from '../../../ui/Cited.tsx';
import { useSourceText } from '../../../ui/citation.ts';
import { failureSentence } from '../../../ui/failure-text.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { VerificationChip } from '../../../ui/WorkingSheet.tsx';
import { Verdict } from '../words/Verdict.tsx';
import { everyField, type FieldSpec } from './fields.ts';
import type { FieldWords } from './labels.ts';
import { MissingValueForm } from './MissingValueForm.tsx';
import { missingValue } from './missing-value.ts';
import type { Outcome } from './outcome.ts';
import { resultAsText } from './result-text.ts';
import type { Raw } from './values.ts';

/** Which of several methods a claim is kept by. */
export interface MethodChoice {
  /** Null: the calculator's own amount. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onChoose: (method: string | null) => void;
}

type Refused = Extract<Outcome, { state: 'refused' }>;

/** What a calculation comes to, with everything that a colleague would want to check. */
export function ResultPane(props: {
  info: CalculatorInfo;
  fields: readonly FieldSpec[];
  words: FieldWords;
  outcome: Outcome;
  ctx: LawContext;
  raw: Raw;
  choice?: MethodChoice;
  children?: ReactNode;
}) {
  const { info, fields, words, outcome, ctx, raw, choice, children } = props;
  const { t } = useTranslation('law');
  const missing = missingValue(outcome, raw, ctx);
  return (
    <section className="calc-result" aria-label={t('calc.result')}>
      {outcome.state === 'empty' && <p className="quiet calc-prompt">{t('calc.prompt')}</p>}
      {outcome.state === 'refused' && <Problem outcome={outcome} fields={fields} words={words} />}
      {children}
      {outcome.state === 'done' && (
        <Result info={info} result={outcome.result} {...(choice ? { choice } : {})} />
      )}
      {missing && (
        <MissingValueForm key={`${missing.kind} ${missing.area} ${missing.year}`} missing={missing} />
      )}
      <LegalNotes info={info} />
    </section>
  );
}

function Problem({
  outcome,
  fields,
  words,
}: {
  outcome: Refused;
  fields: readonly FieldSpec[];
  words: FieldWords;
}) {
  const { t } = useTranslation('law');
  const { t: te } = useTranslation('errors');
  const { failure, missing } = outcome;
  const every = everyField(fields);
  const labelOf = (path: string): string => {
    const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
    return words.label(every.find((f) => f.name === name) ?? { name });
  };
  if (missing) {
    return (
      <div className="note note-amber calc-problem">
        <p>
          <strong>{t(`calc.table.${missing.table.split('.')[0]}` as never)}</strong>
          {t('calc.noData', {
            area: missing.area === '000000' ? t('calc.nation') : missing.area,
            when: missing.when,
          })}
        </p>
        <p>{t('calc.noDataHelp')}</p>
      </div>
    );
  }
  const issues = failure.issues ?? [];
  const needed = issues.filter((i) => i.code === 'required');
  const wrong = issues.filter((i) => i.code !== 'required');
  return (
    <div className="calc-problem">
      {needed.length > 0 && (
        <p className="calc-prompt">
          {t('calc.needed')}
          {[...new Set(needed.map((i) => labelOf(i.path)))].join(t('calc.listComma'))}
        </p>
      )}
      {wrong.length > 0 && <p className="calc-prompt">{t('calc.wrong', { count: wrong.length })}</p>}
      {issues.length === 0 && <p className="note note-amber">{failureSentence(te, failure)}</p>}
    </div>
  );
}

function Result(props: { info: CalculatorInfo; result: CalculationResult; choice?: MethodChoice }) {
  const { info, result, choice } = props;
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const pick = useBilingual();
  const { say, fail } = useNotices();
  const sources = useSourceText();
  const { amountFen, headline, totals } = result;
  const data = result.sources.filter((s) => s.data);
  const text = () =>
    resultAsText(result, {
      pick,
      title: pick(info.title),
      amount: t('calc.amountLabel'),
      base: t('calc.baseLabel'),
      method: t('calc.methodLabel'),
      source: (s) => `${tc('working.sourceLabel')}${sources.cite(s)} (${sources.version(s.version)})`,
      status: t('calc.statusLine', { status: tc(`verification.${result.status}.name`) }),
    });
  return (
    <>
      <header className="calc-amount">
        {headline && (
          <p className="calc-headline" role="status">
            {pick(headline)}
          </p>
        )}
        {amountFen === null ? null : (
          <>
            <p className="calc-figure" role="status">
              <MoneyText fen={amountFen} unit />
            </p>
            {amountFen >= 0 && <p className="calc-capitals">{rmbUppercase(amountFen)}</p>}
          </>
        )}
        {result.provisional && <StatusChip tone="amber">{tc('date.provisional')}</StatusChip>}
        <Button
          size="small"
          onClick={() =>
            void navigator.clipboard.writeText(text()).then(() => say(tc('action.copied')), fail)
          }
        >
          <Icon name="copy" size={13} /> {t('calc.copy')}
        </Button>
      </header>
      {amountFen === null && result.lines.length === 0 && <Verdict result={result.result} />}
      {totals && totals.recoverableFen !== totals.claimedFen && (
        <p className="note note-amber">
          {t('calc.totals', {
            claimed: formatYuan(totals.claimedFen),
            recoverable: formatYuan(totals.recoverableFen),
          })}
        </p>
      )}
      {result.warnings.map((w) => (
        <p key={`${w.code} ${w.text.zh}`} className="note note-amber">
          {pick(w.text)}
        </p>
      ))}
      {result.lines.length > 0 && (
        <section>
          <h3>{t('calc.working')}</h3>
          <ol className="working-lines tabular">
            {result.lines.map((l, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two workers' lines may read the same
              <li key={i}>{pick(l)}</li>
            ))}
          </ol>
        </section>
      )}
      {data.length > 0 && (
        <section>
          <h3>{t('calc.data')}</h3>
          <ul className="plain">
            {data.map((s) => (
              <li key={s.instrument.zh}>
                <Cited text={sources.cite(s)} /> <span className="quiet">{sources.version(s.version)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.wageBase && (
        <section>
          <h3>{t('calc.base')}</h3>
          <p>
            <MoneyText fen={result.wageBase.amountFen} unit /> <span>{pick(result.wageBase.why)}</span>
          </p>
        </section>
      )}
      {result.caps.length > 0 && (
        <section>
          <h3>{t('calc.caps')}</h3>
          <ul className="plain">
            {result.caps.map((c) => (
              <li key={c.code} className={c.applied ? 'calc-cap-hit' : 'quiet'}>
                {t(c.applied ? 'calc.capHit' : 'calc.capClear')} {pick(c.text)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.methods.length > 0 && (
        <section>
          <h3>{t('calc.methods')}</h3>
          <div className="calc-methods">
            {result.methods.map((m, i) => (
              <div key={m.id}>
                <p className="calc-method-name">
                  {pick(m.name)}
                  {i === 0 && !choice && <span className="chip chip-accent">{t('calc.used')}</span>}
                </p>
                <p className="calc-method-amount">
                  {m.amountFen === null ? '—' : <MoneyText fen={m.amountFen} unit />}
                </p>
                {m.lines.map((l) => (
                  <p key={l.zh} className="quiet tabular">
                    {pick(l)}
                  </p>
                ))}
                {choice && (
                  <Button
                    size="small"
                    type={choice.chosen === m.id ? 'primary' : 'default'}
                    aria-pressed={choice.chosen === m.id}
                    disabled={choice.disabled}
                    onClick={() => choice.onChoose(choice.chosen === m.id ? null : m.id)}
                  >
                    {t(choice.chosen === m.id ? 'calc.chosen' : 'calc.chooseMethod')}
                  </Button>
                )}
              </div>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** What stands whether or not anything was typed: sources, how surely they are known, limitation, finality. */
function LegalNotes({ info }: { info: CalculatorInfo }) {
  const { t } = useTranslation('law');
  const text = useSourceText();
  return (
    <section className="calc-notes">
      <h3>{t('source')}</h3>
      <ul className="plain">
        {info.sources.map((s) => (
          <li key={`${s.instrument.zh} ${s.article}`}>
            {text.cite(s)} <span className="quiet">{text.version(s.version)}</span>
          </li>
        ))}
      </ul>
      <p>
        <VerificationChip status={info.status} />
      </p>
      {info.limitation && <p>{t(`calc.limitation.${info.limitation}`)}</p>}
      {info.finality !== 'none' && <p>{t(`calc.finality.${info.finality}`)}</p>}
    </section>
  );
}
