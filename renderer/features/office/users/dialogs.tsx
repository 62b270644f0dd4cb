import { Button, Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../../shared/contract/roles.ts';
import type { UserRecord } from '../../../../shared/features/users/users.contract.ts';
import { useCall } from '../../../app/query.ts';
import { failureOf } from '../../../transport/failure.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { useFailureText } from '../../../ui/failure-text.ts';
import { isEnter } from '../../../ui/keyboard.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { useInHandText } from './in-hand.ts';

type Slip = { readonly name: string; readonly passphrase: string };

/** Adds somebody, or changes name and role. */
export function UserDialog(props: {
  edited: UserRecord | 'new' | null;
  onClose: () => void;
  onSlip: (slip: Slip) => void;
}) {
  const { edited, onClose, onSlip } = props;
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const { t: te } = useTranslation('errors');
  const text = useFailureText();
  const { say, fail } = useNotices();
  const add = useCall('users.add', ['office']);
  const change = useCall('users.change', ['office']);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('mediator');
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    if (edited === null) return;
    setName(edited === 'new' ? '' : edited.name);
    setRole(edited === 'new' ? 'mediator' : edited.role);
    setError(null);
  }, [edited]);

  async function save(): Promise<void> {
    if (name.trim() === '') return setError(te('required'));
    try {
      if (edited === 'new') {
        const { passphrase } = await add.mutateAsync({ name, role });
        onClose();
        onSlip({ name, passphrase: passphrase ?? '' });
      } else if (edited) {
        await change.mutateAsync({ userId: edited.id, expectedVersion: edited.version, name, role });
        onClose();
        say(t('users.saved'));
      }
    } catch (caught) {
      if (failureOf(caught).issues?.length) setError(text(caught));
      else fail(caught);
    }
  }

  return (
    <Modal
      open={edited !== null}
      title={edited === 'new' ? t('users.add') : t('users.change')}
      onCancel={onClose}
      onOk={() => void save()}
      okText={tc('action.save')}
      confirmLoading={add.isPending || change.isPending}
      destroyOnHidden
    >
      <FormField label={t('users.name')} error={error} required>
        {(field) => (
          <Input
            {...field}
            autoFocus
            value={name}
            onChange={(e) => setName(e.target.value)}
            onKeyDown={(e) => isEnter(e) && void save()}
          />
        )}
      </FormField>
      <FormField label={t('users.role')}>
        {({ id }) => (
          <Radio.Group
            id={id}
            className="user-roles"
            value={role}
            onChange={(e) => setRole(e.target.value as Role)}
            options={roles.map((value) => ({
              value,
              label: (
                <>
                  {t(`role.${value}`)} <span className="quiet">{t(`roleHelp.${value}`)}</span>
                </>
              ),
            }))}
          />
        )}
      </FormField>
    </Modal>
  );
}

export interface Asking {
  readonly what: 'reset' | 'deactivate' | 'reactivate';
  readonly user: UserRecord;
}

const calls = {
  reset: 'users.resetPassphrase',
  deactivate: 'users.deactivate',
  reactivate: 'users.reactivate',
} as const;

/** Before somebody is shut out or let in. */
export function AskDialog(props: {
  asking: Asking | null;
  onClose: () => void;
  onSlip: (slip: Slip) => void;
}) {
  const { asking, onClose, onSlip } = props;
  const { t } = useTranslation('office');
  const { fail } = useNotices();
  const inHand = useInHandText();
  const run = useCall(calls[asking?.what ?? 'reset'], ['office']);
  if (!asking) return null;
  const { what, user } = asking;
  const has = inHand(user);
  const params = { name: user.name };
  async function go(): Promise<void> {
    try {
      const done = await run.mutateAsync({ userId: user.id, expectedVersion: user.version });
      onClose();
      if ('passphrase' in done && done.passphrase) onSlip({ name: user.name, passphrase: done.passphrase });
    } catch (error) {
      fail(error);
    }
  }
  return (
    <Modal
      open
      title={t(`users.${what}Title`, params)}
      onCancel={onClose}
      onOk={() => void go()}
      okText={t(`users.${what}`)}
      okButtonProps={{ danger: what === 'deactivate' }}
      confirmLoading={run.isPending}
    >
      <p>{t(`users.${what}Text`, params)}</p>
      {what === 'deactivate' && has !== '' && <p>{t('users.deactivateInHand', { what: has })}</p>}
    </Modal>
  );
}

export function HandOverDialog(props: {
  from: UserRecord | null;
  users: readonly UserRecord[];
  onClose: () => void;
}) {
  const { from, users, onClose } = props;
  const { t } = useTranslation('office');
  const { fail } = useNotices();
  const offer = useUndoOffer();
  const inHand = useInHandText();
  const run = useCall('users.handOver', ['office', 'case', 'task']);
  const [toId, setToId] = useState<string | null>(null);
  if (!from) return null;
  const to = users.find((u) => u.id === toId);
  const close = () => {
    setToId(null);
    onClose();
  };
  async function go(fromId: string): Promise<void> {
    if (toId === null) return;
    try {
      const done = await run.mutateAsync({ fromId, toId });
      const { cases: openCases, tasks: openTasks, assignments: openAssignments, assignmentsLeft } = done;
      const what = inHand({ openCases, openTasks, openAssignments }) || t('users.nothing');
      const left = assignmentsLeft > 0 ? t('users.aidLeft', { count: assignmentsLeft }) : '';
      offer(t('users.handedOver', { what }) + left, done);
      close();
    } catch (error) {
      fail(error);
    }
  }
  return (
    <Modal
      open
      title={t('users.handOver')}
      onCancel={close}
      onOk={() => void go(from.id)}
      okText={t('users.handOver')}
      okButtonProps={{ disabled: toId === null }}
      confirmLoading={run.isPending}
    >
      <p>{t('users.handOverText', { name: from.name, what: inHand(from) })}</p>
      <FormField label={t('users.handOverTo')} required>
        {(field) => (
          <Select
            {...field}
            className="user-select"
            value={toId}
            onChange={setToId}
            options={users
              .filter((u) => u.active && u.id !== from.id)
              .map((u) => ({ value: u.id, label: `${u.name} · ${t(`role.${u.role}`)}` }))}
          />
        )}
      </FormField>
      {to && from.openAssignments > 0 && (
        <p>
          {t(to.onRoll ? 'users.aidGoes' : from.active ? 'users.aidKept' : 'users.aidStays', {
            count: from.openAssignments,
            from: from.name,
            to: to.name,
          })}
        </p>
      )}
    </Modal>
  );
}

/** A passphrase that was made up is shown once: nobody can look it up again. */
export function PassphraseSlip({ slip, onClose }: { slip: Slip | null; onClose: () => void }) {
  const { t } = useTranslation('office');
  const { say } = useNotices();
  if (!slip) return null;
  return (
    <Modal
      open
      title={t('users.handTitle', { name: slip.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button
            onClick={() =>
              void navigator.clipboard.writeText(slip.passphrase).then(() => say(t('users.copied')))
            }
          >
            {t('users.copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('users.handDone')}
          </Button>
        </>
      }
    >
      <p>{t('users.handText')}</p>
      <p className="user-slip tabular">{slip.passphrase}</p>
    </Modal>
  );
}
