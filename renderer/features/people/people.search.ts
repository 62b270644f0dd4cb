export interface PeopleSearch {
  readonly text?: string;
  readonly kind?: 'person' | 'organisation';
}

export function parsePeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    ...(typeof search.text === 'string' && search.text !== '' && { text: search.text }),
    ...((search.kind === 'person' || search.kind === 'organisation') && { kind: search.kind }),
  };
}
