export { putEvent } from './cases.events.ts';
export { searchFold } from './cases.list.ts';
export {
  fromWorker,
  toAgent,
  toCaseRow,
  toEvent,
  toFacts,
  toFiling,
  toMember,
  toRespondent,
  type Worker,
} from './cases.mappers.ts';
export {
  type CaseFileRow,
  followMembers,
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  setRemoved,
} from './cases.repo.ts';
export {
  checkRecord,
  checkVersion,
  createCase,
  identityKey,
  insertMembers,
  type RecordChange,
  redate,
  refreshCase,
  retireCase,
} from './cases.service.ts';
export { endSight, followSight, giveSight } from './sight.ts';
