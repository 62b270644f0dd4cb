import { useTranslation } from 'react-i18next';
import { creditCode } from '../../../../shared/law/identifiers/credit-code.ts';
import { phone } from '../../../../shared/law/identifiers/phone.ts';
import { residentId } from '../../../../shared/law/identifiers/resident-id.ts';
import { useToday } from '../../../ui/today.ts';

/** What is doubtful about a typed number, in a sentence; null for a blank or a sound one. */
export interface NumberCheck {
  residentId(text: string): string | null;
  creditCode(text: string): string | null;
  phone(text: string): string | null;
}

/** Warnings, never refusals: the record must be able to say what the card or the licence says. */
export function useNumberCheck(): NumberCheck {
  const { t } = useTranslation('case');
  const today = useToday();
  return {
    residentId(text) {
      const verdict = residentId(text, today);
      return verdict.ok || verdict.reason === 'empty' ? null : t(`numberCheck.resident-id.${verdict.reason}`);
    },
    creditCode(text) {
      const verdict = creditCode(text);
      return verdict.ok || verdict.reason === 'empty' ? null : t(`numberCheck.credit-code.${verdict.reason}`);
    },
    phone(text) {
      const verdict = phone(text);
      return verdict.ok || verdict.reason === 'empty' ? null : t(`numberCheck.phone.${verdict.reason}`);
    },
  };
}
