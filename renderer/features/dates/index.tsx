export { DatesPage } from './DatesPage.tsx';
