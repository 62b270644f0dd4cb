import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { formatYuan, parseYuan } from '../../../../shared/kernel/money.ts';
import {
  calculate,
  chineseNumeral,
  chineseYear,
  parseChineseNumeral,
  parseRmbUppercase,
  plainCaseNumber,
  rmbUppercaseForms,
} from '../../../../shared/law/index.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { failureSentence } from '../../../ui/failure-text.ts';
import { useToday } from '../../../ui/today.ts';
import { lawTables } from '../law-data.ts';
import { Verdict } from './Verdict.tsx';

/** Checks and conversions that answer while one types; nothing typed here is kept. */
export function WordsTab() {
  const { t } = useTranslation('law');
  return (
    <div className="words">
      <p className="quiet words-lead">{t('words.lead')}</p>
      <div className="words-grid">
        <Check id="resident-id" field="number" example="44011320141005001X" />
        <Check id="unified-social-credit-code" field="code" example="N2510104MF0123456B" />
        <Check id="phone" field="number" example="028-12345678 转 801" />
        <Check id="admin-division" field="code" example="510104" />
        <Converter label={t('words.toCapitals')} example="152925.07" convert={capitals} />
        <Converter
          label={t('words.fromCapitals')}
          example="壹拾伍万贰仟玖佰贰拾伍元零柒分"
          convert={(text) => [`¥${formatYuan(parseRmbUppercase(text))}`]}
        />
        <Converter label={t('words.numeral')} example="105、一百零五" convert={numerals} />
        <Converter
          label={t('words.caseNumber')}
          example="（二〇二六）样劳人仲案字第一百二十三号"
          convert={(text) => [plainCaseNumber(text)]}
        />
      </div>
    </div>
  );
}

function capitals(text: string): readonly string[] {
  return rmbUppercaseForms(parseYuan(text));
}

function numerals(text: string): readonly string[] {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (/^\p{Script=Han}+$/u.test(digits)) return [String(parseChineseNumeral(digits))];
  const number = chineseNumeral(/^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN);
  return /^\d{4}$/.test(digits) ? [number, chineseYear(Number(digits))] : [number];
}

function Example({ text }: { text: string }) {
  const { t } = useTranslation('law');
  return (
    <>
      {t('words.example')} <span lang="zh-CN">{text}</span>
    </>
  );
}

function Card({ children }: { children: ReactNode }) {
  return <section className="words-card">{children}</section>;
}

function Check({ id, field, example }: { id: string; field: string; example: string }) {
  const { t } = useTranslation('law');
  const pick = useBilingual();
  const today = useToday();
  const [text, setText] = useState('');
  const done =
    text.trim() === ''
      ? null
      : calculate(id, { [field]: text.slice(0, 100) }, { ...lawTables(), asOf: today });
  return (
    <Card>
      <FormField label={t(`words.check.${id}` as never)} help={<Example text={example} />}>
        {(f) => (
          <Input
            {...f}
            allowClear
            autoComplete="off"
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </FormField>
      {done && <Verdict result={done.result} />}
      {done?.warnings.map((w) => (
        <p key={w.code} className="note note-amber">
          {pick(w.text)}
        </p>
      ))}
    </Card>
  );
}

function Converter(props: { label: string; example: string; convert: (text: string) => readonly string[] }) {
  const { label, example, convert } = props;
  const { t } = useTranslation('law');
  const { t: te } = useTranslation('errors');
  const [text, setText] = useState('');
  const { forms, error } = read();
  function read(): { forms: readonly string[]; error: string | null } {
    if (text.trim() === '') return { forms: [], error: null };
    try {
      return { forms: convert(text), error: null };
    } catch (problem) {
      if (problem instanceof AppError) return { forms: [], error: failureSentence(te, problem.failure) };
      throw problem;
    }
  }
  return (
    <Card>
      <FormField label={label} error={error} help={<Example text={example} />}>
        {(f) => (
          <Input
            {...f}
            allowClear
            autoComplete="off"
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </FormField>
      {forms.length > 0 && (
        <div role="status">
          <p className="words-answer tabular">{forms[0]}</p>
          {forms.slice(1).map((form) => (
            <p key={form} className="quiet">
              {t('words.also')}
              {form}
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}
