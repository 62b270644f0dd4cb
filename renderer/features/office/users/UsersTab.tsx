import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRecord } from '../../../../shared/features/users/users.contract.ts';
import { callQuery } from '../../../app/query.ts';
import { useSession } from '../../../app/session.tsx';
import { DataState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useUndoKey } from '../../undo/use-undo.ts';
import { AskDialog, type Asking, HandOverDialog, PassphraseSlip, UserDialog } from './dialogs.tsx';
import { useInHandText } from './in-hand.ts';

/** What lies with somebody and would lie with nobody once they have gone. */
const inHand = (u: UserRecord): number => u.openCases + u.openTasks + u.openAssignments;

const listQuery = () => callQuery(['office', 'users-admin'], 'users.list', {});

/** Who may open the office, as what, and whose cases wait for somebody else. */
export function UsersTab() {
  const query = useQuery(listQuery());
  useUndoKey('office', true);
  return <DataState query={query}>{(users) => <Users users={users} />}</DataState>;
}

function Users({ users }: { users: readonly UserRecord[] }) {
  const { t } = useTranslation('office');
  const [edited, setEdited] = useState<UserRecord | 'new' | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [handing, setHanding] = useState<UserRecord | null>(null);
  const [slip, setSlip] = useState<{ name: string; passphrase: string } | null>(null);
  const what = useInHandText();
  const waiting = users.filter((u) => !u.active && inHand(u) > 0);
  return (
    <div className="office-form office-wide">
      <div className="audit-head">
        <p className="quiet">{t('users.lead')}</p>
        <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
          {t('users.add')}
        </Button>
      </div>
      {waiting.map((user) => (
        <Alert
          key={user.id}
          type="warning"
          showIcon
          title={t('users.waiting', { name: user.name, what: what(user) })}
          action={
            <Button size="small" onClick={() => setHanding(user)}>
              {t('users.handOver')}
            </Button>
          }
        />
      ))}
      <table className="list">
        <thead>
          <tr>
            {(['name', 'role', 'cases', 'status'] as const).map((key) => (
              <th scope="col" key={key}>
                {t(`users.${key}`)}
              </th>
            ))}
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <Line
              key={user.id}
              user={user}
              onChange={() => setEdited(user)}
              onAsk={(what) => setAsking({ what, user })}
              onHandOver={() => setHanding(user)}
            />
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('users.keyNote')}</p>
      <UserDialog edited={edited} onClose={() => setEdited(null)} onSlip={setSlip} />
      <AskDialog asking={asking} onClose={() => setAsking(null)} onSlip={setSlip} />
      <HandOverDialog from={handing} users={users} onClose={() => setHanding(null)} />
      <PassphraseSlip slip={slip} onClose={() => setSlip(null)} />
    </div>
  );
}

function Line(props: {
  user: UserRecord;
  onChange: () => void;
  onAsk: (what: Asking['what']) => void;
  onHandOver: () => void;
}) {
  const { user, onChange, onAsk, onHandOver } = props;
  const { t } = useTranslation('office');
  const { state } = useSession();
  const self = state.user?.id === user.id;
  return (
    <tr className={user.active ? '' : 'quiet'}>
      <td>
        {user.name} {self && <span className="quiet">（{t('users.you')}）</span>}
      </td>
      <td title={t(`roleHelp.${user.role}`)}>{t(`role.${user.role}`)}</td>
      <td className="tabular">
        {user.openCases}
        {user.openAssignments > 0 && (
          <div className="quiet">{t('users.aidInHand', { count: user.openAssignments })}</div>
        )}
      </td>
      <td>
        {!user.active ? (
          <StatusChip>{t('users.inactive')}</StatusChip>
        ) : user.mustChangePassphrase ? (
          <StatusChip tone="amber">{t('users.firstPending')}</StatusChip>
        ) : (
          <StatusChip tone="green">{t('users.active')}</StatusChip>
        )}
      </td>
      <td className="user-actions">
        <Button size="small" type="text" onClick={onChange}>
          {t('users.change')}
        </Button>
        {inHand(user) > 0 && (
          <Button size="small" type="text" onClick={onHandOver}>
            {t('users.handOver')}
          </Button>
        )}
        {!self && user.active && (
          <>
            <Button size="small" type="text" onClick={() => onAsk('reset')}>
              {t('users.reset')}
            </Button>
            <Button size="small" type="text" danger onClick={() => onAsk('deactivate')}>
              {t('users.deactivate')}
            </Button>
          </>
        )}
        {!user.active && (
          <Button size="small" type="text" onClick={() => onAsk('reactivate')}>
            {t('users.reactivate')}
          </Button>
        )}
      </td>
    </tr>
  );
}
