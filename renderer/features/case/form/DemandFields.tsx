import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import type { demandTypes } from '../../../../shared/features/cases/case.schemas.ts';
import { Field } from './Field.tsx';
import { TextField } from './fields.tsx';

/** What is typed is printed as it stands; these save the typing. */
const demandMethods = ['in-person', 'phone', 'wechat', 'written', 'express-mail', 'online'] as const;

interface Props {
  readonly type: (typeof demandTypes)[number];
  readonly method: string;
  readonly addressee: string;
  readonly onChange: (over: { readonly method?: string; readonly addressee?: string }) => void;
  /** The form's own paths of the two. */
  readonly paths: { readonly method: string; readonly addressee: string };
  readonly span: 2 | 6;
}

/** 方式 and 对象 of a demand, complaint or promise, as the application tells them. */
export function DemandFields({ type, method, addressee, onChange, paths, span }: Props) {
  const { t } = useTranslation('case');
  return (
    <>
      <Field path={paths.method} label={t('demand.method')} hint={t('demand.methodHint')} span={span}>
        {(field) => (
          <AutoComplete
            {...field}
            value={method}
            onChange={(text: string) => onChange({ method: text })}
            options={demandMethods.map((m) => ({ value: t(`demandMethod.${m}`) }))}
          />
        )}
      </Field>
      <TextField
        path={paths.addressee}
        label={t(`demand.addressee.${type}`)}
        value={addressee}
        onChange={(text) => onChange({ addressee: text })}
        span={span}
      />
    </>
  );
}
