export { type CarriedDay, papersWithDay } from './documents.served.ts';
