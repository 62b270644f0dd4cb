export { undoHandlers } from './undo.handlers.ts';
export { recordAct } from './undo.record.ts';
