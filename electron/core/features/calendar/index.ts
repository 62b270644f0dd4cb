export { countBare, openOf } from './calendar.board.ts';
export { noteEntries, redateAgenda } from './calendar.redate.ts';
