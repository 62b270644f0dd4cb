import { useQuery } from '@tanstack/react-query';
import { callQuery } from '../../../app/query.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { FaceForm } from './FaceForm.tsx';
import { Templates } from './Templates.tsx';
import './papers.css';

/** How the papers of this office look, and its own Word templates. */
export function PapersTab() {
  const saved = useQuery(callQuery(['office', 'face'], 'face.get', {}));
  const { refetch } = saved;
  return (
    <div className="office-form office-wide office-papers">
      <DataState query={saved}>
        {(face) => <FaceForm key={face.version} saved={face} reload={() => void refetch()} />}
      </DataState>
      <Templates />
    </div>
  );
}
