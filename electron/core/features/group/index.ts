export { loadGroup } from './group.repo.ts';
