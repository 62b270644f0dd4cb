import { queryOptions } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/api.ts';
import { platform } from '../../transport/platform.ts';

type Choices = NonNullable<Input<'search.find'>['choices']>;

/** Under the topic `case`, so that a change of the record asks again. */
export const findQuery = (text: string, language: 'zh-CN' | 'en', choices: Choices) =>
  queryOptions({
    queryKey: ['case', 'find', text, language, choices.map((c) => c.id)] as const,
    queryFn: () => platform().client.call('search.find', { text, language, choices }),
    // Words that were typed on the way need not be kept.
    gcTime: 30_000,
  });
