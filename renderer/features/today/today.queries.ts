import { callQuery } from '../../app/query.ts';

export const boardQuery = () => callQuery(['case', 'board'], 'deadlines.board', {});
