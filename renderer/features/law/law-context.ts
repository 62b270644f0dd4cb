import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LawContext } from '../../../shared/law/index.ts';
import { useToday } from '../../ui/today.ts';
import { settingsQuery } from '../office/office.queries.ts';
import { useLawData } from './law-data.ts';

/** The data of the law as this office applies them: what is shipped, what it added, its region and the day. */
export function useLawContext(): LawContext {
  const settings = useQuery(settingsQuery());
  const today = useToday();
  const { tables } = useLawData();
  const region = settings.data?.regionCode;
  return useMemo(() => ({ ...tables, asOf: today, ...(region ? { region } : {}) }), [tables, region, today]);
}
