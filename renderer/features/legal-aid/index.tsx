export { LegalAidPage } from './LegalAidPage.tsx';
