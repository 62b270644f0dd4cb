import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { useSheetChange } from '../case.queries.ts';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

const shownAtMost = 200;

/** Three to five of the group (劳动人事争议仲裁办案规则 art. 63). */
export function RepresentativesSheet({
  file,
  members,
  readOnly,
}: TabProps & { readonly members: readonly Member[] }) {
  const { t } = useTranslation('case');
  const change = useSheetChange(file);
  const [chosen, setChosen] = useState<readonly string[]>(file.representativeIds);
  const [find, setFind] = useState('');
  const found = members.filter((m) => m.name.includes(find.trim()) || (m.phone ?? '').includes(find.trim()));
  const count = chosen.length;
  const issues =
    count === 0 || (count >= 3 && count <= 5)
      ? []
      : [{ path: 'representatives', code: 'representatives-three-to-five' }];
  return (
    <EditSheet
      title={t('reps.title')}
      issues={issues}
      dirty={chosen !== file.representativeIds}
      readOnly={readOnly}
      size={480}
      save={() => change('cases.setRepresentatives', { memberIds: [...chosen] })}
    >
      <p className="gd-quiet">{t('reps.help')}</p>
      <p className={issues.length > 0 ? 'gd-amber' : ''} role="status" data-field="representatives">
        {t('reps.count', { count })}
      </p>
      <Input
        value={find}
        onChange={(e) => setFind(e.target.value)}
        placeholder={t('reps.find')}
        aria-label={t('reps.find')}
      />
      <ul className="plain gd-pick">
        {found.slice(0, shownAtMost).map((m) => {
          const on = chosen.includes(m.id);
          return (
            <li key={m.id}>
              <Checkbox
                checked={on}
                disabled={!on && count >= 5}
                onChange={() => setChosen(on ? chosen.filter((id) => id !== m.id) : [...chosen, m.id])}
              >
                {m.name} <span className="gd-quiet tabular">{m.phone ?? m.idNumber ?? ''}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
      {found.length > shownAtMost && (
        <p className="gd-quiet">{t('reps.more', { count: found.length - shownAtMost })}</p>
      )}
    </EditSheet>
  );
}
