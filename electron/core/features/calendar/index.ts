export { countBare } from './calendar.board.ts';
export { noteEntries, redateAgenda } from './calendar.redate.ts';
