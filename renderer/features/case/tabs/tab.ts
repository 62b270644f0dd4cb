import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';

export interface TabProps {
  readonly file: CaseFile;
  readonly readOnly: boolean;
}
