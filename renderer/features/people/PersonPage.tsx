import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields, PersonFile } from '../../../shared/features/people/people.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { DataState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { instantText } from '../../ui/today.ts';
import { PersonWork } from '../tasks/PersonWork.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import { MergeDialog } from './MergeDialog.tsx';
import './people.css';
import { PersonDialog } from './PersonDialog.tsx';
import { personQuery } from './people.queries.ts';
import { useFieldText } from './texts.ts';

export function PersonPage() {
  const { personId } = useParams({ from: '/people/$personId' });
  const query = useQuery(personQuery(personId));
  return <DataState query={query}>{(file) => <Person key={file.id} file={file} />}</DataState>;
}

const shownFields = {
  person: [
    'aliases',
    'idNumber',
    'sex',
    'birth',
    'ethnicity',
    'phone',
    'phones',
    'domicile',
    'residence',
    'mailAddress',
    'bankHolder',
    'bankName',
    'bankAccount',
    'guardian',
    'interpreter',
    'note',
  ],
  organisation: [
    'aliases',
    'uscc',
    'representativeName',
    'representativeTitle',
    'phone',
    'phones',
    'domicile',
    'mailAddress',
    'note',
  ],
} as const satisfies Record<string, readonly (keyof PersonFields)[]>;

function Person({ file }: { file: PersonFile }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { say, fail } = useNotices();
  const reveal = useCall('people.reveal');
  const unmerge = useCall('people.unmerge', ['person', 'case']);
  const mayReveal = useMay('people.reveal');
  const mayWrite = useMay('people.write');
  // Its tasks and notes; of the person's own data the page shows every earlier value.
  useUndoKey(file.id, useMay('case.write'));
  const mayMerge = useMay('people.merge');
  const queries = useQueryClient();
  const [shown, setShown] = useState<{ readonly fields: PersonFields; readonly version: number } | null>(
    null,
  );
  const plain = shown?.fields ?? null;
  const [editing, setEditing] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const fieldText = useFieldText();
  // What was shown goes stale with the record: the next look is a new one.
  const fields =
    plain && JSON.stringify(plain.name) === JSON.stringify(file.fields.name) ? plain : file.fields;

  async function show(then?: () => void): Promise<void> {
    try {
      // The version first: should somebody save in between, what is shown counts as older than it is, never as newer.
      const { version } = await queries.fetchQuery({ ...personQuery(file.id), staleTime: 0 });
      const { fields: all } = await reveal.mutateAsync({ personId: file.id });
      setShown({ fields: all, version });
      then?.();
    } catch (error) {
      fail(error);
    }
  }
  async function undo(mergeId: string): Promise<void> {
    try {
      const done = await unmerge.mutateAsync({ mergeId });
      setShown(null);
      say(
        done.keptEdits.length === 0
          ? t('merge.undone')
          : t('merge.undoneKept', { fields: done.keptEdits.map((f) => t(`field.${f}` as never)).join('、') }),
      );
    } catch (error) {
      fail(error);
    }
  }

  return (
    <div className="person">
      <PageHeader title={fields.name} aside={<StatusChip>{t(`kinds.${fields.kind}`)}</StatusChip>}>
        <Button
          disabled={!mayReveal || plain !== null}
          loading={reveal.isPending}
          onClick={() => void show()}
        >
          {plain ? t('shown') : t('show')}
        </Button>
        {mayWrite && mayReveal && (
          <Button
            type="primary"
            disabled={file.mergedInto !== null}
            onClick={() => void show(() => setEditing(true))}
          >
            {t('edit')}
          </Button>
        )}
      </PageHeader>
      {file.mergedInto && (
        <Alert
          type="warning"
          showIcon
          title={t('merge.gone')}
          action={
            <Link to="/people/$personId" params={{ personId: file.mergedInto }}>
              {t('merge.open')}
            </Link>
          }
        />
      )}
      <div className="person-columns">
        <section>
          <h2>{t('facts')}</h2>
          <dl className="person-facts">
            {shownFields[fields.kind].map((name) => {
              const text = fieldText(name, fields);
              return text === '' ? null : (
                <div key={name}>
                  <dt>{t(`field.${name}`)}</dt>
                  <dd className="tabular">{text}</dd>
                </div>
              );
            })}
          </dl>
          {file.suggestions.length > 0 && (
            <>
              <h2>{t('suggestions')}</h2>
              <p className="quiet">{t('suggestionsLead')}</p>
              <ul className="person-list">
                {file.suggestions.map((s) => (
                  <li key={s.id}>
                    <Link to="/people/$personId" params={{ personId: s.id }}>
                      {s.name}
                    </Link>
                    <span className="tabular quiet">{[s.number, s.phone].filter(Boolean).join(' · ')}</span>
                    {s.because.map((b) => (
                      <StatusChip key={b} tone="amber">
                        {t(`because.${b}`)}
                      </StatusChip>
                    ))}
                    {mayMerge && (
                      <Button size="small" onClick={() => setOther(s.id)}>
                        {t('merge.compare')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section>
          <h2>{t('roles', { count: file.roles.length })}</h2>
          {file.roles.length === 0 && <p className="quiet">{t('noRoles')}</p>}
          <ul className="person-list">
            {file.roles.map((r) => (
              <li key={r.partyId}>
                <StatusChip tone={r.role === 'respondent' ? 'amber' : 'accent'}>
                  {t(`role.${r.role}`)}
                </StatusChip>
                <Link to="/cases/$caseId" params={{ caseId: r.caseId }} search={{}}>
                  {r.number}
                </Link>
                <span className="cut">
                  {t('versus', { applicant: r.title.applicant, respondent: r.title.respondent })}
                </span>
                <span className="quiet">{r.status === 'closed' ? t('closed') : r.receivedOn}</span>
              </li>
            ))}
          </ul>
          {file.agents.length > 0 && (
            <>
              <h2>{t('agents')}</h2>
              <ul className="person-list">
                {file.agents.map((a, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a reading list without identity
                  <li key={i}>
                    {a.personId ? (
                      <Link to="/people/$personId" params={{ personId: a.personId }}>
                        {a.name}
                      </Link>
                    ) : (
                      a.name
                    )}
                    <span className="quiet">{file.roles.find((r) => r.caseId === a.caseId)?.number}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <PersonWork personId={file.id} />
          {file.merges.length > 0 && (
            <>
              <h2>{t('merge.done')}</h2>
              <ul className="person-list">
                {file.merges.map((m) => (
                  <li key={m.id}>
                    {m.name} <span className="quiet">{`${instantText(m.at)} · ${m.who}`}</span>
                    {mayMerge && (
                      <Button size="small" loading={unmerge.isPending} onClick={() => void undo(m.id)}>
                        {t('merge.undo')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {file.history.length > 0 && <h2>{t('history')}</h2>}
          <ul className="person-list">
            {file.history.map((h) => (
              <li key={h.id}>
                <span className="quiet tabular">{instantText(h.at)}</span> {h.who}
                <span>
                  <Icon name="right" size={12} /> {t(`what.${h.what}` as never)}
                  {h.fields.length > 0 && `：${h.fields.map((f) => t(`field.${f}` as never)).join('、')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {editing && shown && (
        <PersonDialog
          file={file}
          plain={shown.fields}
          version={shown.version}
          onRefresh={() => show()}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setShown(null);
            setEditing(false);
          }}
        />
      )}
      {other && (
        <MergeDialog
          kept={file}
          otherId={other}
          onClose={() => setOther(null)}
          onMerged={(id) => {
            setOther(null);
            setShown(null);
            void navigate({ to: '/people/$personId', params: { personId: id } });
          }}
        />
      )}
    </div>
  );
}
