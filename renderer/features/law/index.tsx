export { LawPage } from './LawPage.tsx';
