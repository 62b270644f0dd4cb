export { papersWithDay } from './documents.served.ts';
