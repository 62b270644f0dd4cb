import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Fen } from '../../../../shared/kernel/money.ts';
import { formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { claimsQuery } from '../case.queries.ts';
import { ItemList } from '../claims/ItemList.tsx';
import { VerdictChip } from '../claims/VerdictChip.tsx';
import { newId } from '../field-link.ts';
import { usePlace } from '../use-place.ts';
import type { TabProps } from './tab.ts';

type Claims = Output<'claims.forCase'>;
type Claim = Claims['members'][number];

/** How many workers' lines are opened from the start: a single worker's are what one came to see. */
const openAtFirst = 3;

export function ClaimsTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const claims = useQuery(claimsQuery(file.id));
  return (
    <DataState
      query={claims}
      isEmpty={(c) => c.members.length === 0}
      empty={<EmptyState title={t('claims.empty')} text={t('claims.emptyText')} />}
    >
      {(data) => <ClaimsBody file={file} readOnly={readOnly} claims={data} />}
    </DataState>
  );
}

function ClaimsBody({ file, readOnly, claims }: TabProps & { claims: Claims }) {
  const { t } = useTranslation('case');
  const { t: ti } = useTranslation('claim-items');
  const { show } = usePlace();
  const bilingual = useBilingual();
  const source = useSourceText();
  const [shown, setShown] = useState(50);
  return (
    <div className="gd-claims">
      <div className="gd-claims-main">
        <section className="gd-total">
          <h2>{t('claims.total')}</h2>
          <p className="gd-big">
            <MoneyText fen={claims.totalFen} unit />
          </p>
          <p>{claims.totalInWords}</p>
          <p className="gd-quiet">
            {t('claims.workersOwed', { count: claims.workersOwed })}
            {claims.itemsFen > 0 && (
              <>
                {' · '}
                {ti('sum', {
                  arrears: formatYuan(claims.arrearsFen as Fen),
                  items: formatYuan(claims.itemsFen as Fen),
                })}
              </>
            )}
          </p>
          {!readOnly && claims.members.length > 1 && (
            <Button size="small" onClick={() => show({ kind: 'group-item', id: null })}>
              {ti('group.open')}
            </Button>
          )}
        </section>
        <ul className="plain">
          {claims.members.slice(0, shown).map((m, i) => (
            <MemberClaim
              key={m.memberId}
              file={file}
              readOnly={readOnly}
              claim={m}
              open={i < openAtFirst}
              sources={claims.sources}
            />
          ))}
        </ul>
        {claims.members.length > shown && (
          <button type="button" className="gd-linkish" onClick={() => setShown(shown + 100)}>
            {t('claims.more', { count: claims.members.length - shown })}
          </button>
        )}
      </div>
      <aside className="gd-claims-side">
        {claims.finality && (
          <section>
            <h3>{t('claims.finality')}</h3>
            <p>{bilingual(claims.finality.note)}</p>
            <p className="gd-quiet tabular">
              {t('claims.finalityCounts', {
                final: claims.finality.finalCount,
                open: claims.finality.nonFinalCount,
                limit: formatYuan(claims.finality.limitFen as Fen),
              })}
            </p>
          </section>
        )}
        <section>
          <h3>{t('claims.sources')}</h3>
          <ul className="plain gd-sources">
            {claims.sources.map((s) => (
              <li key={`${s.instrument.zh}${s.article}`}>
                {source.cite(s)}
                <span className="gd-quiet"> {source.version(s.version)}</span>
              </li>
            ))}
          </ul>
        </section>
      </aside>
    </div>
  );
}

function MemberClaim({
  file,
  readOnly,
  claim,
  open: initial,
  sources,
}: TabProps & {
  claim: Claim;
  open: boolean;
  sources: Claims['sources'];
}) {
  const { t } = useTranslation('case');
  const bilingual = useBilingual();
  const { show } = usePlace();
  const [open, setOpen] = useState(initial);
  const source = useSourceText();
  const { t: ti } = useTranslation('claim-items');
  const [basis] = sources;
  return (
    <li className="gd-claim">
      <div className="gd-claim-head">
        <button
          type="button"
          className="gd-icon-button"
          aria-expanded={open}
          aria-label={claim.name}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} size={14} />
        </button>
        <button
          type="button"
          className="gd-linkish gd-name"
          title={claim.name}
          onClick={() => show({ kind: 'member', id: claim.memberId }, 'months')}
        >
          {claim.name}
        </button>
        <span className="gd-quiet tabular">
          {claim.from && claim.to ? `${claim.from} – ${claim.to}` : t('claims.noRows')}
        </span>
        {claim.warnings.length > 0 && (
          <span className="gd-amber">
            <Icon name="warning" size={13} /> {t('claims.checks', { count: claim.warnings.length })}
          </span>
        )}
        <VerdictChip verdict={claim.verdict} />
        <span className="gd-spring" />
        <strong>
          <MoneyText fen={claim.owedFen + claim.itemsFen} />
        </strong>
        <WorkingButton
          symbol="ƒ"
          working={{
            title: t('claims.workingOf', { name: claim.name }),
            result: `¥${formatYuan(claim.owedFen as Fen)}`,
            lines: claim.rows.map((r) => bilingual(r.line)),
            ...(basis
              ? { source: { citation: source.cite(basis), version: source.version(basis.version) } }
              : {}),
            warnings: claim.warnings.map((w) => bilingual(w.message)),
          }}
        />
      </div>
      {open && (
        <>
          <ol className="gd-lines tabular">
            {claim.rows.map((r) => (
              <li key={r.from}>
                <span>{bilingual(r.line)}</span>
                {r.overpaidFen > 0 && (
                  <span className="gd-amber">
                    {t('months.overpaid')} <MoneyText fen={r.overpaidFen} />
                  </span>
                )}
              </li>
            ))}
          </ol>
          {claim.warnings.map((w) => (
            <p key={w.code + w.message.zh} className="gd-check">
              <Icon name="warning" size={13} /> {bilingual(w.message)}
            </p>
          ))}
          <ItemList file={file} claim={claim} readOnly={readOnly} />
          <p className="claim-acts">
            {!readOnly && (
              <Button size="small" onClick={() => show({ kind: 'item', id: `${newId}:${claim.memberId}` })}>
                {ti('add')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => show({ kind: 'wages', id: claim.memberId })}>
              {ti('wages.open')}
            </Button>
          </p>
        </>
      )}
    </li>
  );
}
