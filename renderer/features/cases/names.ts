import { useTranslation } from 'react-i18next';
import { type Bearer, bearers } from '../../../shared/law/common.ts';

/** Who must act in time, in words. */
export function useBearerName(): (bearer: string) => string {
  const { t } = useTranslation();
  return (bearer) => {
    const known = bearers.find((b): b is Bearer => b === bearer);
    return known ? t(`bearer.${known}`) : bearer;
  };
}
