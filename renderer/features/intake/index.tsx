export { IntakePage } from './IntakePage.tsx';
