export { readSpreadsheet } from './read.ts';
export { type SheetToWrite, writeSpreadsheet } from './write.ts';
