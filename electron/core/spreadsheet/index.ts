export { readSpreadsheet } from './read.ts';
export { writeSpreadsheet } from './write.ts';
