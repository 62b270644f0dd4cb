export { readSpreadsheet } from './read.ts';
export { writeSpreadsheet } from './write.ts';
export { writeCsv } from './write-csv.ts';
