import holidays from '../../../resources/law/holidays.json';
import { type Calendar, parseCalendar } from '../../../shared/law/index.ts';

/** The State Council's holiday notices as shipped with the program. */
export const calendar: Calendar = parseCalendar(holidays);
