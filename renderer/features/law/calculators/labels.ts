import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { locales } from '../../../app/locales.ts';
import type { FieldSpec } from './fields.ts';
import type { PasteWords } from './paste.ts';

export interface FieldWords {
  readonly label: (field: Pick<FieldSpec, 'name'>) => string;
  /** Null where the label says enough. */
  readonly help: (field: Pick<FieldSpec, 'name'>) => string | null;
  readonly option: (field: Pick<FieldSpec, 'name'>, value: string) => string;
}

type Translate = TFunction<'calculators'>;
// Names come from the schemas, so the compiler cannot know the key; a test proves that every one has its words.
const words = (t: Translate, keys: readonly string[]): string => String(t(keys as never));

export function useFieldWords(calculatorId: string): FieldWords {
  const { t, i18n } = useTranslation('calculators');
  return {
    label: ({ name }) => words(t, [`override.${calculatorId}.${name}`, `field.${name}`]),
    help: ({ name }) => (i18n.exists(`calculators:help.${name}`) ? words(t, [`help.${name}`]) : null),
    option: ({ name }, value) => words(t, [`option.${name}.${value}`]),
  };
}

const dictionaries = Object.values(locales).map((l) => l.calculators) as readonly {
  readonly field: Readonly<Record<string, string>>;
  readonly override: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly option: Readonly<Record<string, Readonly<Record<string, string>>>>;
}[];

const truth: Readonly<Record<string, readonly string[]>> = {
  true: ['是', '有', 'yes', 'y', '1'],
  false: ['否', '无', 'no', 'n', '0'],
};

/** Headings and choices are read in either language, whatever the screen shows. */
export function pasteWords(calculatorId: string): PasteWords {
  const found = (texts: readonly (string | undefined)[]): string[] => texts.filter((s) => s !== undefined);
  return {
    column: ({ name }) =>
      found(dictionaries.flatMap((d) => [d.override[calculatorId]?.[name], d.field[name]])),
    option: ({ name, kind }, value) =>
      kind === 'boolean' ? (truth[value] ?? []) : found(dictionaries.map((d) => d.option[name]?.[value])),
  };
}
