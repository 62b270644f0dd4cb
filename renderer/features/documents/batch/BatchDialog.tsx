import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { gapChoices } from '../../../../shared/features/documents/batch.contract.ts';
import {
  batchFileNames,
  patternFaults,
  patternFields,
  patternIn,
  usualPattern,
} from '../../../../shared/features/documents/file-pattern.ts';
import type { FormId } from '../../../../shared/features/documents/form-ids.ts';
import { documentSets, type SetId, setIds } from '../../../../shared/features/documents/sets.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { failureOf } from '../../../transport/failure.ts';
import { platform } from '../../../transport/platform.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { FolderField } from '../../start/FolderField.tsx';
import { checkQuery, formsQuery, patternQuery } from './batch.queries.ts';
import { type BatchPapers, type BatchWish, runBatch } from './batch-store.ts';
import { CheckResult } from './CheckResult.tsx';

const shapes = ['files', 'one', 'word'] as const;
type Shape = (typeof shapes)[number];
const endings: Record<Shape, string> = { files: '.pdf', one: '.pdf', word: '.docx' };
/** Names that are shown of a batch's files. */
const mostNames = 3;

/** Which papers, what of them lacks something, how their files are called and where they go. */
export function BatchDialog({ wish }: { readonly wish: BatchWish }) {
  const { t, i18n } = useTranslation('batch');
  const { t: te } = useTranslation('errors');
  const bilingual = useBilingual();
  const { fail } = useNotices();
  const queries = useQueryClient();
  const forms = useQuery(formsQuery());
  const last = useQuery(patternQuery());
  const wishedSet = wish.forms && !Array.isArray(wish.forms) ? wish.forms.set : null;
  const [bySet, setBySet] = useState(wishedSet !== null);
  const [set, setSet] = useState<SetId>(wishedSet ?? 'arbitration-filing');
  const [chosen, setChosen] = useState<FormId[]>(Array.isArray(wish.forms) ? [...wish.forms] : []);
  const [each, setEach] = useState(false);
  const [shape, setShape] = useState<Shape>('files');
  const [language, setLanguage] = useState<'zh-CN' | 'en'>('zh-CN');
  const [typed, setTyped] = useState<string | null>(null);
  const [gaps, setGaps] = useState<(typeof gapChoices)[number]>('draft');
  const [folder, setFolder] = useState('');
  const [bad, setBad] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  const english = i18n.language === 'en';
  const pattern = typed ?? patternIn(english ? 'en' : 'zh-CN', last.data?.pattern ?? usualPattern);
  const papers = useMemo<BatchPapers | null>(
    () =>
      !bySet && chosen.length === 0
        ? null
        : {
            cases: wish.cases,
            forms: bySet ? { set } : chosen,
            each: each ? 'worker' : 'case',
            language,
          },
    [wish.cases, bySet, set, chosen, each, language],
  );
  const check = useQuery(checkQuery(papers));
  const found = check.data?.papers ?? [];
  const faults = patternFaults(pattern);
  const names = useMemo(
    () =>
      batchFileNames(
        pattern,
        found.slice(0, 500).map((p) => p.parts),
        endings[shape],
      ),
    [pattern, found, shape],
  );
  const scopeOf = new Map((forms.data ?? []).map((f) => [f.id, f.scope]));
  const wholeCase = bySet || chosen.some((id) => scopeOf.get(id) !== 'member');
  const memberIds = wish.cases.length === 1 ? wish.cases[0]?.memberIds : null;

  const start = async (): Promise<void> => {
    if (!papers) return;
    setBusy(true);
    setBad({});
    try {
      const { batchId } = await platform().client.call('batches.start', {
        papers,
        format: shape === 'word' ? 'docx' : 'pdf',
        oneFile: shape === 'one',
        gaps,
        pattern,
        folder,
      });
      // The dialog shows the batch from here on; it goes on when the dialog is closed.
      runBatch(batchId)
        .catch(fail)
        .finally(() => void queries.invalidateQueries({ queryKey: ['document'] }));
    } catch (error) {
      const { issues } = failureOf(error);
      setBad(Object.fromEntries((issues ?? []).map((i) => [i.path, issueSentence(te, i)])));
      if (!issues?.some((i) => i.path === 'folder' || i.path === 'pattern')) fail(error);
      setBusy(false);
    }
  };

  return (
    <>
      <p className="gd-quiet">
        {memberIds
          ? t('for.members', { count: memberIds.length })
          : wish.cases.length === 1
            ? t('for.everybody')
            : t('for.case', { count: wish.cases.length })}
        {' · '}
        {t('help')}
      </p>
      <FormField label={t('which')}>
        {(field) => (
          <div className="gd-batch-row">
            <Segmented
              aria-label={t('which')}
              value={bySet ? 'set' : 'forms'}
              options={[
                { value: 'forms', label: t('byForm') },
                { value: 'set', label: t('bySet') },
              ]}
              onChange={(v) => setBySet(v === 'set')}
            />
            {bySet ? (
              <Select<SetId>
                {...field}
                aria-label={t('set')}
                value={set}
                style={{ flex: 1, minWidth: 220 }}
                options={setIds.map((id) => ({ value: id, label: bilingual(documentSets[id].title) }))}
                onChange={setSet}
              />
            ) : (
              <Select<FormId[]>
                {...field}
                aria-label={t('form')}
                mode="multiple"
                maxCount={20}
                value={chosen}
                placeholder={t('formPlaceholder')}
                style={{ flex: 1, minWidth: 220 }}
                loading={forms.isPending}
                showSearch={{ optionFilterProp: 'label' }}
                options={[...(forms.data ?? [])]
                  .sort((a, b) => Number(b.scope === 'member') - Number(a.scope === 'member'))
                  .map((f) => ({
                    value: f.id,
                    label: `${bilingual(f.title)}（${t(f.scope === 'member' ? 'perWorker' : 'perCase')}）`,
                  }))}
                onChange={setChosen}
              />
            )}
          </div>
        )}
      </FormField>
      {wholeCase && (
        <p>
          <Checkbox checked={each} onChange={(e) => setEach(e.target.checked)}>
            {t('each')}
          </Checkbox>
          {each && <span className="gd-quiet">{t('eachHelp')}</span>}
        </p>
      )}
      <FormField label={t('as')} help={shape === 'one' ? t('oneHelp') : undefined}>
        {({ id }) => (
          <div className="gd-batch-row">
            <Segmented<Shape>
              id={id}
              aria-label={t('as')}
              value={shape}
              options={shapes.map((value) => ({ value, label: t(value) }))}
              onChange={setShape}
            />
            <Segmented
              aria-label={t('language')}
              value={language}
              options={[
                { value: 'zh-CN' as const, label: '中文' },
                { value: 'en' as const, label: 'English' },
              ]}
              onChange={setLanguage}
            />
          </div>
        )}
      </FormField>
      <p className="gd-quiet">{t('copiesHelp')}</p>
      <FormField
        label={t('pattern')}
        help={t('patternHelp')}
        error={faults.length > 0 ? t('patternUnknown', { list: faults.join(' ') }) : bad.pattern}
      >
        {(field) => (
          <>
            <Input {...field} value={pattern} spellCheck={false} onChange={(e) => setTyped(e.target.value)} />
            <div className="gd-batch-fields">
              {patternFields.map((f) => {
                const word = `{${english ? f.id : f.zh}}`;
                return (
                  <Button
                    key={f.id}
                    size="small"
                    title={bilingual(f.label)}
                    aria-label={t('insert', { field: `${word} ${bilingual(f.label)}` })}
                    onClick={() => setTyped(pattern === '' ? word : `${pattern}_${word}`)}
                  >
                    {word}
                  </Button>
                );
              })}
            </div>
          </>
        )}
      </FormField>
      {faults.length === 0 && found.length > 0 && shape !== 'one' && (
        <div>
          <span className="gd-quiet">{t('preview')}</span>
          <ul className="gd-batch-names">
            {names.slice(0, mostNames).map((name) => (
              <li key={name}>{name}</li>
            ))}
            {found.length > mostNames && (
              <li className="gd-quiet">{t('previewMore', { count: found.length })}</li>
            )}
          </ul>
        </div>
      )}
      <CheckResult check={check} waiting={papers !== null} gaps={gaps} onGaps={setGaps} />
      <FolderField
        label={t('folder')}
        help={t('folderHelp')}
        purpose="batch-papers"
        value={folder}
        onChange={setFolder}
        error={bad.folder}
      />
      <footer className="gd-batch-foot">
        <Button
          type="primary"
          loading={busy}
          disabled={found.length === 0 || faults.length > 0 || folder.trim() === '' || check.isFetching}
          onClick={() => void start()}
        >
          {t('start', { count: found.length })}
        </Button>
      </footer>
    </>
  );
}
