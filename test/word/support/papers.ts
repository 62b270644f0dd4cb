import { formList } from '../../../electron/core/features/documents/forms/index.ts';
import type { PaperModel } from '../../../electron/paper/model/blocks.ts';
import type { FilingFacts } from '../../../shared/features/documents/filing-facts.ts';
import { group24, threeWorkers } from '../../documents/support/facts.ts';
import { fullCase } from '../../documents/support/particulars.ts';

export interface SamplePaper {
  /** Also the file's name, without extension. */
  readonly name: string;
  readonly model: PaperModel;
}

/** Every form of the catalogue in both languages and every layout, of a full record; in Chinese for a group as well. */
export function everyPaper(): SamplePaper[] {
  const three = fullCase(threeWorkers());
  return [
    ...papersOf(three, 'three', 'zh-CN'),
    ...papersOf(three, 'three', 'en'),
    ...papersOf(fullCase(group24()), 'group', 'zh-CN'),
  ];
}

function papersOf(facts: FilingFacts, name: string, language: 'zh-CN' | 'en'): SamplePaper[] {
  return formList.flatMap((form) => {
    const [first] = form.targets?.(facts, 'all') ?? [];
    const [worker] = facts.applicants;
    const target = first?.target ?? (form.scope === 'member' && worker ? { applicantId: worker.id } : {});
    const papers = [
      { name: `${form.id}.${name}.${language}`, model: form.build(facts, language, target).model },
    ];
    if (form.element)
      papers.push({
        name: `${form.id}-element.${name}.${language}`,
        model: form.build(facts, language, { ...target, layout: 'element' }).model,
      });
    return papers;
  });
}
