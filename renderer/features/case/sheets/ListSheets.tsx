import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitClaimSchema, witnessSchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { type Fen, parseYuan } from '../../../../shared/kernel/money.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { yuanText } from '../arrears/rows.ts';
import { useSheetDraft } from '../case.queries.ts';
import { LongTextField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

interface Keyed {
  readonly key: number;
}

let keys = 0;
const keyed = <T extends object>(item: T): T & Keyed => ({ ...item, key: keys++ });

/** Blank means no sum; NaN is refused by the schema. */
function fenOf(text: string): Fen | null {
  if (text.trim() === '') return null;
  try {
    return parseYuan(text);
  } catch {
    return Number.NaN as Fen;
  }
}

const under = (issues: readonly FieldIssue[], prefix: string): FieldIssue[] =>
  issues.map((i) => ({ ...i, path: `${prefix}${i.path === 'amountFen' ? 'amount' : i.path}` }));

/** A short list of the case, edited whole: a card for each entry, added below and removed in place. */
function Cards<T extends Keyed>({
  items,
  onChange,
  blank,
  readOnly,
  add,
  children,
}: {
  readonly items: readonly T[];
  readonly onChange: (items: readonly T[]) => void;
  readonly blank: () => T;
  readonly readOnly: boolean;
  readonly add: string;
  readonly children: (item: T, set: (patch: Partial<T>) => void, index: number) => ReactNode;
}) {
  const { t } = useTranslation('case');
  return (
    <>
      {items.map((item, i) => (
        <section key={item.key} className="gd-card">
          <div className="gd-grid">
            {children(item, (patch) => onChange(items.map((x) => (x === item ? { ...x, ...patch } : x))), i)}
          </div>
          {!readOnly && (
            <Button type="text" size="small" onClick={() => onChange(items.filter((x) => x !== item))}>
              {t('action.remove')}
            </Button>
          )}
        </section>
      ))}
      {!readOnly && <Button onClick={() => onChange([...items, blank()])}>{add}</Button>}
    </>
  );
}

type UnitClaim = Keyed & { readonly text: string; readonly amount: string };
type Witness = Keyed & Readonly<Record<(typeof witnessKeys)[number], string>>;

/** What a unit that files asks for. */
export function UnitClaimsSheet({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const blank = () => keyed({ text: '', amount: '' });
  const { draft, change } = useSheetDraft<readonly UnitClaim[]>(
    file,
    undefined,
    () =>
      file.unitClaims.length === 0
        ? [blank()]
        : file.unitClaims.map((c) => keyed({ text: c.text, amount: yuanText(c.amountFen) })),
    { rows: { '': (c: UnitClaim) => c.text } },
  );
  const { form: items, set: setItems } = draft;
  // An empty card is one that nobody filled in.
  const filled = items.filter((i) => i.text.trim() !== '' || i.amount.trim() !== '');
  const unitClaims = filled.map((i) => ({ text: i.text, amountFen: fenOf(i.amount) }));
  const issues = unitClaims.flatMap((claim, n) => {
    const checked = unitClaimSchema.safeParse(claim);
    const own = filled[n];
    const at = own ? items.indexOf(own) : n;
    return checked.success ? [] : under(issuesOf(checked.error), `unitClaims.${at}.`);
  });
  return (
    <EditSheet
      title={t('sides.claims')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      words={{ '': { label: t('sides.claims'), row: (c: UnitClaim) => c.text } }}
      readOnly={readOnly}
      size={560}
      save={() => change('cases.update', { patch: { unitClaims } })}
    >
      <p className="gd-quiet">{t('sides.claimsHelp')}</p>
      <Cards items={items} onChange={setItems} blank={blank} readOnly={readOnly} add={t('sides.addClaim')}>
        {(item, set, i) => (
          <>
            <LongTextField
              path={`unitClaims.${i}.text`}
              label={t('sides.claimText')}
              hint={t('sides.claimTextHint')}
              value={item.text}
              onChange={(text) => set({ text })}
              rows={2}
              span={6}
            />
            <TextField
              path={`unitClaims.${i}.amount`}
              label={t('sides.claimAmount')}
              value={item.amount}
              onChange={(amount) => set({ amount })}
              inputMode="decimal"
              span={3}
            />
          </>
        )}
      </Cards>
    </EditSheet>
  );
}

const witnessKeys = ['name', 'domicile', 'phone', 'proves'] as const;

/** 证人姓名和住所: the application must name them (劳动争议调解仲裁法 art. 28). */
export function WitnessesSheet({ file, readOnly }: TabProps) {
  const { t } = useTranslation('case');
  const blank = () => keyed({ name: '', domicile: '', phone: '', proves: '' });
  const { draft, change } = useSheetDraft<readonly Witness[]>(
    file,
    undefined,
    () =>
      file.witnesses.length === 0
        ? [blank()]
        : file.witnesses.map((w) =>
            keyed({ name: w.name, domicile: w.domicile ?? '', phone: w.phone ?? '', proves: w.proves ?? '' }),
          ),
    { rows: { '': (w: Witness) => w.name } },
  );
  const { form: items, set: setItems } = draft;
  const filled = items.filter((i) => witnessKeys.some((k) => i[k].trim() !== ''));
  const witnesses = filled.map(({ key: _key, ...w }) => w);
  const issues = witnesses.flatMap((witness, n) => {
    const checked = witnessSchema.safeParse(witness);
    const own = filled[n];
    const at = own ? items.indexOf(own) : n;
    return checked.success ? [] : under(issuesOf(checked.error), `witnesses.${at}.`);
  });
  return (
    <EditSheet
      title={t('sides.witnesses')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      words={{ '': { label: t('sides.witnesses'), row: (w: Witness) => w.name } }}
      readOnly={readOnly}
      size={560}
      save={() => change('cases.update', { patch: { witnesses } })}
    >
      <Cards items={items} onChange={setItems} blank={blank} readOnly={readOnly} add={t('sides.addWitness')}>
        {(item, set, i) =>
          witnessKeys.map((k) => (
            <TextField
              key={k}
              path={`witnesses.${i}.${k}`}
              label={t(`sides.witness.${k}`)}
              value={item[k]}
              onChange={(v) => set({ [k]: v })}
              span={k === 'name' || k === 'phone' ? 3 : 6}
            />
          ))
        }
      </Cards>
    </EditSheet>
  );
}
