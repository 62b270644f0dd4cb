import { useQuery } from '@tanstack/react-query';
import { formIds } from '../../../../shared/features/documents/form-ids.ts';
import { setIds } from '../../../../shared/features/documents/sets.ts';
import { papersQuery } from '../../case/case.queries.ts';
import type { TabProps } from '../../case/tabs/tab.ts';
import { CheckSheet } from './CheckSheet.tsx';
import { CompareSheet } from './CompareSheet.tsx';
import { PaperEditor } from './PaperEditor.tsx';
import { ServeSheet } from './ServeSheet.tsx';

/** `arb-application/<worker or party>@en` in the address. */
function paperOf(id: string) {
  const [paper = '', language] = id.split('@');
  const [form, memberId = null] = paper.split('/');
  const formId = formIds.find((one) => one === form);
  return formId
    ? ({ paper: { formId, memberId }, language: language === 'en' ? 'en' : 'zh-CN' } as const)
    : null;
}

/** The sheets about papers that the address asks for. */
export function EditingSheets({
  file,
  readOnly,
  open,
}: TabProps & {
  readonly open: {
    readonly kind: 'paper-text' | 'paper-check' | 'paper-compare' | 'paper-serve';
    readonly id: string;
  };
}) {
  const papers = useQuery({ ...papersQuery(file.id), enabled: open.kind === 'paper-serve' });
  switch (open.kind) {
    case 'paper-text': {
      const found = paperOf(open.id);
      return found ? <PaperEditor key={open.id} caseId={file.id} {...found} readOnly={readOnly} /> : null;
    }
    case 'paper-check': {
      const set = setIds.find((one) => one === open.id);
      return set ? <CheckSheet caseId={file.id} set={set} /> : null;
    }
    case 'paper-compare': {
      const [olderId = '', newerId = null] = open.id.split('/');
      return <CompareSheet key={open.id} caseId={file.id} olderId={olderId} newerId={newerId} />;
    }
    case 'paper-serve': {
      const paper = papers.data?.find((p) => p.id === open.id);
      return paper ? <ServeSheet key={open.id} file={file} paper={paper} readOnly={readOnly} /> : null;
    }
  }
}
