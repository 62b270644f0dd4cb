export { loadActs, loadGroup } from './group.repo.ts';
