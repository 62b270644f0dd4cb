import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../FormField.tsx';
import { Select } from '../Select.tsx';
import { divisionsFor, divisionText } from './divisions.ts';

/** A place by its six-digit code, found by Chinese name, pinyin initials or code; shown in full. */
export function RegionPicker(
  props: FieldProps & {
    value: string;
    onChange: (code: string) => void;
    allowClear?: boolean;
    disabled?: boolean;
  },
) {
  const { value, onChange, allowClear = false, ...rest } = props;
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [typed, setTyped] = useState('');
  const options = useMemo(
    () => divisionsFor(typed, value).map(({ code }) => ({ value: code, label: divisionText(code, english) })),
    [typed, value, english],
  );
  return (
    <Select<string>
      {...rest}
      className="region-picker"
      value={value === '' ? null : value}
      placeholder={t('region.find')}
      notFoundContent={t('region.none')}
      allowClear={allowClear}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={options}
      optionRender={({ value: code, label }) => (
        <span className="region-option">
          <span lang="zh-CN">{label}</span>
          <span className="quiet tabular">{code}</span>
        </span>
      )}
      labelRender={({ value: code }) => (
        <>
          <span lang="zh-CN">{divisionText(String(code), english)}</span>
          {divisionText(String(code), english) === null && t('region.unknown')}{' '}
          <span className="quiet tabular">{code}</span>
        </>
      )}
      onChange={(code: string | undefined) => onChange(code ?? '')}
    />
  );
}
