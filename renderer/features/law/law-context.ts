import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LawContext } from '../../../shared/law/index.ts';
import { callQuery } from '../../app/query.ts';
import { useToday } from '../../ui/today.ts';
import { settingsQuery } from '../office/office.queries.ts';
import { lawTables, lawTablesWith } from './law-data.ts';

const filesQuery = () => callQuery(['office', 'law-files'], 'lawData.files', {});

/** The data of the law as this office applies them: what is shipped, what it added, its region and the day. */
export function useLawContext(): LawContext {
  const settings = useQuery(settingsQuery());
  const added = useQuery(filesQuery());
  const today = useToday();
  const region = settings.data?.regionCode;
  const files = added.data?.files;
  return useMemo(() => {
    const tables = files && Object.keys(files).length > 0 ? lawTablesWith(files) : lawTables();
    return { ...tables, asOf: today, ...(region ? { region } : {}) };
  }, [files, region, today]);
}
