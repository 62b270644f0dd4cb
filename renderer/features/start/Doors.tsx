import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useChooseOffice, useExploreSample } from './start.mutations.ts';

/** Three ways in, and the offices opened before. */
export function Doors({ onNew, onOpen }: { onNew: () => void; onOpen: () => void }) {
  const { t } = useTranslation('start');
  const { state, adopt } = useSession();
  const { fail } = useNotices();
  const sample = useExploreSample();
  const choose = useChooseOffice();
  const busy = sample.isPending || choose.isPending;
  return (
    <section className="start-card start-wide">
      <h1>{t('doors.title')}</h1>
      <p className="quiet">{t('doors.text')}</p>
      <div className="doors">
        <Door icon="office" title={t('doors.new')} text={t('doors.newText')} onOpen={onNew} disabled={busy} />
        <Door
          icon="folder"
          title={t('doors.open')}
          text={t('doors.openText')}
          onOpen={onOpen}
          disabled={busy}
        />
        <Door
          icon="compass"
          title={t('doors.sample')}
          text={sample.isPending ? t('doors.samplePending') : t('doors.sampleText')}
          onOpen={() => sample.mutate({}, { onSuccess: adopt, onError: (error) => fail(error) })}
          disabled={busy}
        />
      </div>
      {state.recent.length > 0 && (
        <div className="recent">
          <h2>{t('doors.recent')}</h2>
          <ul className="plain">
            {state.recent.map((folder) => (
              <li key={folder}>
                <button
                  type="button"
                  className="recent-entry"
                  disabled={busy}
                  onClick={() =>
                    choose.mutate({ folder }, { onSuccess: adopt, onError: (error) => fail(error) })
                  }
                >
                  <Icon name="folder" /> <span>{folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Door(props: { icon: IconName; title: string; text: string; onOpen: () => void; disabled: boolean }) {
  return (
    <button type="button" className="door" onClick={props.onOpen} disabled={props.disabled}>
      <Icon name={props.icon} size={26} />
      <strong>{props.title}</strong>
      <span className="quiet">{props.text}</span>
    </button>
  );
}
