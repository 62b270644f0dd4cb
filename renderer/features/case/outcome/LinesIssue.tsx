import { useShownIssues } from '../form/issues.tsx';
import { IssueLine } from './IssueLine.tsx';

/** What is wrong with the lines as a whole, or with the first faulty one. */
export function LinesIssue() {
  const { shown } = useShownIssues();
  const [path] = [...shown.keys()].filter((p) => p === 'lines' || p.startsWith('lines.'));
  return <IssueLine issue={path === undefined ? undefined : shown.get(path)} />;
}
