import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../shared/kernel/date.ts';
import { Cited } from './Cited.tsx';
import { useWeekdayText } from './DateText.tsx';
import { useNotices } from './notices.tsx';
import { StatusChip, type Tone } from './StatusChip.tsx';

export type Verification = 'verified' | 'secondary' | 'from-memory' | 'design';

const tones: Record<Verification, Tone> = {
  verified: 'green',
  secondary: 'neutral',
  'from-memory': 'amber',
  design: 'amber',
};

/** How sure the program is of a rule's text. */
export function VerificationChip({ status }: { status: Verification }) {
  const { t } = useTranslation();
  return (
    <span title={t(`verification.${status}.help`)}>
      <StatusChip tone={tones[status]} {...(status === 'verified' ? { icon: 'check' as const } : {})}>
        {t(`verification.${status}.name`)}
      </StatusChip>
    </span>
  );
}

export interface Working {
  readonly title: string;
  /** The date or amount itself, as text. */
  readonly result?: string;
  /** One step a line, in the language of the screen. */
  readonly lines: readonly string[];
  readonly skipped?: readonly { readonly date: PlainDate; readonly reason: string }[];
  /** In the language of the screen, as `useSourceText` gives them. */
  readonly source?: { readonly citation: string; readonly version: string };
  readonly furtherSources?: readonly { readonly citation: string; readonly version: string }[];
  readonly status?: Verification;
  readonly warnings?: readonly string[];
}

/** Everything the sheet shows as plain text, to be pasted into a filing. */
export function workingAsText(w: Working, labels: { source: string; skipped: string }): string {
  return [
    w.title,
    w.result ?? '',
    ...w.lines,
    ...(w.skipped?.length ? [labels.skipped, ...w.skipped.map((s) => `${s.date} ${s.reason}`)] : []),
    ...[...(w.source ? [w.source] : []), ...(w.furtherSources ?? [])].map(
      (s) => `${labels.source}${s.citation} (${s.version})`,
    ),
    ...(w.warnings ?? []),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The quiet ƒ (an amount) or § (a date) beside a result: opens how it was reached and where that is written. */
export function WorkingButton({
  symbol,
  working,
  children,
}: {
  symbol: 'ƒ' | '§';
  working: Working;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="working-button"
        aria-label={t('working.open', { title: working.title })}
        title={t('working.why')}
        onClick={(e) => {
          e.stopPropagation();
          setOpen(true);
        }}
      >
        {symbol}
      </button>
      <WorkingSheet open={open} onClose={() => setOpen(false)} working={working}>
        {children}
      </WorkingSheet>
    </>
  );
}

/** `children`: a calendar or table to stand below the steps. */
export function WorkingSheet(props: {
  open: boolean;
  onClose: () => void;
  working: Working;
  children?: ReactNode;
}) {
  const { open, onClose, working, children } = props;
  const { t } = useTranslation();
  const { say } = useNotices();
  const day = useWeekdayText();
  const copy = async () => {
    await navigator.clipboard.writeText(
      workingAsText(working, { source: t('working.sourceLabel'), skipped: t('working.skippedLabel') }),
    );
    say(t('action.copied'));
  };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={440}
      title={working.title}
      destroyOnHidden
      extra={<Button onClick={() => void copy()}>{t('working.copy')}</Button>}
    >
      <div className="working">
        {working.result && <p className="working-result tabular">{working.result}</p>}
        <ol className="working-lines tabular">
          {working.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {working.skipped && working.skipped.length > 0 && (
          <section>
            <h3>{t('working.skipped')}</h3>
            <ul className="plain tabular">
              {working.skipped.map((s) => (
                <li key={s.date}>
                  {s.date} {day(s.date)} · {s.reason}
                </li>
              ))}
            </ul>
          </section>
        )}
        {children}
        {working.source && (
          <section>
            <h3>{t('working.source')}</h3>
            <p>
              <Cited text={working.source.citation} />
              <br />
              <span className="quiet">{working.source.version}</span>
            </p>
            {working.furtherSources?.map((s) => (
              <p key={s.citation}>
                <Cited text={s.citation} />
                <br />
                <span className="quiet">{s.version}</span>
              </p>
            ))}
            {working.status && <VerificationChip status={working.status} />}
          </section>
        )}
        {working.warnings?.map((w) => (
          <p key={w} className="note note-amber">
            {w}
          </p>
        ))}
      </div>
    </Drawer>
  );
}
