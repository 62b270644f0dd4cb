import { useQuery } from '@tanstack/react-query';
import { usersQuery } from '../cases/cases.queries.ts';

/** Those who can open the office, for choosing whom to give something. */
export function useColleagues(): { value: string; label: string }[] {
  const query = useQuery(usersQuery());
  return (query.data ?? []).filter((u) => u.active).map((u) => ({ value: u.id, label: u.name }));
}
