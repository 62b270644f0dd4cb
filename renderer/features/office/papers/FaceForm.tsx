import { Button, Checkbox, ConfigProvider, Input, InputNumber, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import { familiesOf, type OfficeFace, savedFaceSchema } from '../../../../shared/features/documents/face.ts';
import { type FormId, formIds, formTitles } from '../../../../shared/features/documents/form-ids.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useCall } from '../../../app/query.ts';
import { useMay } from '../../../app/session.tsx';
import { platform } from '../../../transport/platform.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { issueSentence, issuesOf } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { PdfViewer } from '../../documents/PdfViewer.tsx';

type Saved = Output<'face.get'>;
type Sentence = OfficeFace['sentences'][number];

export function FaceForm({ saved, reload }: { readonly saved: Saved; readonly reload: () => void }) {
  const { t } = useTranslation('face');
  const { t: te } = useTranslation('errors');
  const { fail, undoable } = useNotices();
  const admin = useMay('office.admin');
  const bilingual = useBilingual();
  const save = useCall('face.save', ['office', 'document']);
  const restore = useCall('face.restore', ['office', 'document']);
  const [face, setFace] = useState<OfficeFace>(saved.face);
  const [lines, setLines] = useState(saved.face.letterhead.join('\n'));
  const [sample, setSample] = useState<Blob | null>(null);
  const set = (patch: Partial<OfficeFace>): void => setFace((f) => ({ ...f, ...patch }));
  const setSentence = (at: number, patch: Partial<Sentence>): void =>
    set({ sentences: face.sentences.map((s, i) => (i === at ? { ...s, ...patch } : s)) });
  const draft = { ...face, letterhead: lines.split('\n').filter((line) => line.trim() !== '') };
  const parsed = savedFaceSchema.safeParse(draft);
  const [issue] = parsed.success ? [] : issuesOf(parsed.error);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved.face);
  const ownNumbers = familiesOf(saved.issues);
  const formOptions = formIds.map((id) => ({ value: id, label: bilingual(formTitles[id]) }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    // The form begins anew with the saved version: what is told after it must not hang on the form.
    void save.mutateAsync({ face: draft, expectedVersion: saved.version }).then(
      ({ version }) =>
        undoable(t('saved'), () => restore.mutateAsync({ version: saved.version, expectedVersion: version })),
      (error) => fail(error, reload),
    );
  }
  const look = async (): Promise<void> => {
    try {
      const { token } = await platform().client.call('face.preview', { face: draft });
      setSample(await platform().readFile(token));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="quiet">{t('lead')}</p>
      <ConfigProvider componentDisabled={!admin}>
        <section>
          <h2>{t('head')}</h2>
          <FormField label={t('letterhead')} help={t('letterheadHelp')}>
            {(field) => (
              <Input.TextArea {...field} rows={2} value={lines} onChange={(e) => setLines(e.target.value)} />
            )}
          </FormField>
          <Checkbox checked={face.redHead} onChange={(e) => set({ redHead: e.target.checked })}>
            {t('redHead')}
          </Checkbox>
          <FormField label={t('seal')} help={t('sealHelp')}>
            {(field) => (
              <Input
                {...field}
                value={face.sealName ?? ''}
                onChange={(e) => set({ sealName: e.target.value || null })}
              />
            )}
          </FormField>
        </section>
        <section>
          <h2>{t('numbers')}</h2>
          <p className="quiet">{t('numberHelp')}</p>
          {ownNumbers.map((family) => (
            <FormField
              key={family}
              label={t(family)}
              error={issue?.path === `numbers.${family}` ? issueSentence(te, issue) : undefined}
            >
              {(field) => (
                <Input
                  {...field}
                  value={face.numbers[family] ?? ''}
                  onChange={(e) => set({ numbers: { ...face.numbers, [family]: e.target.value || null } })}
                />
              )}
            </FormField>
          ))}
        </section>
        <section>
          <h2>{t('copies')}</h2>
          <p className="quiet">{t('copiesHelp')}</p>
          {(Object.entries(face.copies) as [FormId, number][]).map(([id, count]) => {
            const { [id]: _gone, ...others } = face.copies;
            return (
              <div className="papers-row" key={id}>
                <span>{bilingual(formTitles[id])}</span>
                <InputNumber<number>
                  aria-label={`${t('copies')} ${bilingual(formTitles[id])}`}
                  min={1}
                  max={99}
                  precision={0}
                  value={count}
                  onChange={(value) => set({ copies: { ...face.copies, [id]: value ?? 1 } })}
                />
                <Button type="text" size="small" onClick={() => set({ copies: others })}>
                  {t('remove')}
                </Button>
              </div>
            );
          })}
          <Select<FormId | null>
            aria-label={t('addCopies')}
            placeholder={t('addCopies')}
            value={null}
            disabled={!admin}
            onChange={(id) => id && set({ copies: { ...face.copies, [id]: face.copies[id] ?? 2 } })}
            options={formOptions}
          />
        </section>
        <section>
          <h2>{t('sentences')}</h2>
          {face.sentences.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has nothing else to be told by.
            <div className="papers-sentence" key={at}>
              <div className="papers-row">
                <Select<FormId | ''>
                  aria-label={t('sentenceForm')}
                  value={sentence.forms[0] ?? ''}
                  disabled={!admin}
                  onChange={(id) => setSentence(at, { forms: id === '' ? [] : [id] })}
                  options={[{ value: '', label: t('allOwn') }, ...formOptions]}
                />
                <Select<Sentence['place']>
                  aria-label={t('place')}
                  value={sentence.place}
                  disabled={!admin}
                  onChange={(place) => setSentence(at, { place })}
                  options={(['before-signature', 'end'] as const).map((value) => ({
                    value,
                    label: t(value),
                  }))}
                />
                <Button
                  type="text"
                  size="small"
                  onClick={() => set({ sentences: face.sentences.filter((_, i) => i !== at) })}
                >
                  {t('remove')}
                </Button>
              </div>
              <FormField label={t('zh')}>
                {(field) => (
                  <Input
                    {...field}
                    value={sentence.zh}
                    onChange={(e) => setSentence(at, { zh: e.target.value })}
                  />
                )}
              </FormField>
              <FormField label={t('en')}>
                {(field) => (
                  <Input
                    {...field}
                    value={sentence.en ?? ''}
                    onChange={(e) => setSentence(at, { en: e.target.value || null })}
                  />
                )}
              </FormField>
            </div>
          ))}
          <Button
            onClick={() =>
              set({
                sentences: [...face.sentences, { forms: [], place: 'before-signature', zh: '', en: null }],
              })
            }
          >
            {t('addSentence')}
          </Button>
        </section>
      </ConfigProvider>
      <div className="office-actions">
        {admin && (
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={!changed || issue !== undefined}
          >
            {t('save')}
          </Button>
        )}
        <Button disabled={issue !== undefined} onClick={() => void look()}>
          {t('preview')}
        </Button>
        <span className="quiet" role="status">
          {admin ? (issue ? issueSentence(te, issue) : '') : t('adminOnly')}
        </span>
      </div>
      <Modal
        open={sample !== null}
        onCancel={() => setSample(null)}
        footer={null}
        title={t('previewTitle')}
        width={760}
        destroyOnHidden
      >
        <div className="papers-preview">
          {sample && <PdfViewer data={sample} label={t('previewTitle')} />}
        </div>
      </Modal>
    </form>
  );
}
