import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useSourceText } from '../../../ui/citation.ts';
import { Icon } from '../../../ui/icons.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { WorkingButton } from '../../../ui/WorkingSheet.tsx';
import { useChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import './claims.css';
import { Overlaps } from './Overlaps.tsx';
import { VerdictChip } from './VerdictChip.tsx';

type Claim = Output<'claims.forCase'>['members'][number];
type Item = Claim['items'][number];

/** More lines than these open with the ƒ. */
const fewLines = 4;

/** A worker's items beside the arrears, each with amount, working and what is to be looked at. */
export function ItemList({ file, claim, readOnly }: TabProps & { readonly claim: Claim }) {
  return (
    <>
      {claim.items.length > 0 && (
        <ul className="plain claim-items">
          {claim.items.map((item) => (
            <ItemLine key={item.id} file={file} item={item} readOnly={readOnly} />
          ))}
        </ul>
      )}
      <div className="claim-overlaps">
        <Overlaps overlaps={claim.overlaps} />
      </div>
    </>
  );
}

function ItemLine({ file, item, readOnly }: TabProps & { readonly item: Item }) {
  const { t } = useTranslation('claim-items');
  const bilingual = useBilingual();
  const source = useSourceText();
  const change = useChange(file.id);
  const { fail, undoable, say } = useNotices();
  const { show } = usePlace();
  const { kept } = item;
  const title = bilingual(item.title);
  const chosen = kept.methods.find((m) => m.id === item.method);
  // Where every way comes to the amount there is nothing to choose.
  const differs = kept.methods.some((m) => m.amountFen !== kept.amountFen);
  const shown = kept.lines.length <= fewLines ? kept.lines : kept.lines.slice(-1);
  const barred = kept.totals && kept.totals.recoverableFen !== kept.totals.claimedFen ? kept.totals : null;
  const [first, ...more] = kept.sources.map((s) => ({
    citation: source.cite(s),
    version: source.version(s.version),
  }));
  const remove = (): void => {
    change('claims.removeItems', { itemIds: [item.id] }).then(
      () => undoable(t('removed', { title }), () => change('claims.restoreItems', { itemIds: [item.id] })),
      fail,
    );
  };
  const recompute = (): void => {
    change('claims.recompute', { itemIds: [item.id] }).then(() => say(t('recomputed', { title })), fail);
  };
  const stated = item.claimedFen !== null && item.claimedFen !== item.computedFen;
  return (
    <li>
      <div className="gd-claim-head">
        <button type="button" className="gd-linkish" onClick={() => show({ kind: 'item', id: item.id })}>
          {title}
        </button>
        <VerdictChip verdict={item.verdict} />
        {!item.counts && <span className="gd-quiet">{t('notCounted')}</span>}
        {chosen && (
          <span className="gd-quiet" title={item.methodReason ?? ''}>
            {t('byMethod', { method: bilingual(chosen.name) })}
            {item.methodReason && `：${item.methodReason}`}
          </span>
        )}
        {!chosen && differs && (
          <span className="gd-amber">
            <Icon name="warning" size={13} /> {t('severalMethods')}
          </span>
        )}
        <span className="gd-spring" />
        <strong>{item.amountFen === null ? '—' : <MoneyText fen={item.amountFen} />}</strong>
        <WorkingButton
          symbol="ƒ"
          working={{
            title,
            ...(item.amountFen === null ? {} : { result: `¥${formatYuan(item.amountFen as Fen)}` }),
            lines: [
              ...kept.lines.map(bilingual),
              ...(kept.wageBase
                ? [
                    t('base', {
                      amount: formatYuan(kept.wageBase.amountFen as Fen),
                      why: bilingual(kept.wageBase.why),
                    }),
                  ]
                : []),
              ...kept.caps.filter((c) => c.applied).map((c) => bilingual(c.text)),
              t('version', { version: item.lawVersion, day: item.computedOn }),
            ],
            ...(first ? { source: first } : {}),
            furtherSources: more,
            status: kept.status,
            warnings: kept.warnings.map((w) => bilingual(w.text)),
          }}
        />
        {!readOnly && (
          <button
            type="button"
            className="gd-icon-button"
            aria-label={t('remove', { title })}
            onClick={remove}
          >
            <Icon name="close" size={13} />
          </button>
        )}
      </div>
      {shown.map((l) => (
        <p key={l.zh} className="claim-line tabular">
          {bilingual(l)}
        </p>
      ))}
      {barred && (
        <p className="gd-check gd-amber">
          <Icon name="warning" size={13} />{' '}
          {t('barred', { recoverable: formatYuan(barred.recoverableFen as Fen) })}
        </p>
      )}
      {stated && (
        <p className="gd-check gd-amber">
          <Icon name="warning" size={13} />{' '}
          {item.computedFen === null
            ? t('stated')
            : t('statedOther', { amount: formatYuan(item.computedFen as Fen) })}
        </p>
      )}
      {item.outdated.length > 0 && (
        <p className="gd-check gd-amber">
          <Icon name="warning" size={13} /> {t('recordMoved')}
        </p>
      )}
      {item.now && (
        <p className="gd-check gd-amber">
          <Icon name="warning" size={13} />{' '}
          {item.now.amountFen === null
            ? t('nowNothing')
            : t('now', { amount: formatYuan(item.now.amountFen as Fen) })}{' '}
          {!readOnly && item.now.amountFen !== null && (
            <Button size="small" onClick={recompute}>
              {t('recompute')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
