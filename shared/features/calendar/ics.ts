import { addDays, type PlainDate } from '../../kernel/date.ts';

/** One entry of a calendar file. Without times it lasts the whole day. */
export interface CalendarEvent {
  /** The same for as long as it is the same thing. */
  readonly uid: string;
  /** Rises with each change that matters to who has it already. */
  readonly sequence: number;
  readonly date: PlainDate;
  /** `HH:MM` in China Standard Time. */
  readonly start: string | null;
  readonly end: string | null;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly cancelled: boolean;
  /** ISO instant of its last change. */
  readonly stamp: string;
  /** Minutes before it at which the calendar reminds; none for null. */
  readonly alarm: number | null;
}

export const productId = '-//Gongdao//Gongdao//ZH';
const zone = 'Asia/Shanghai';
const encoder = new TextEncoder();
const maxOctets = 75;

/** TEXT of RFC 5545 3.3.11. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n');
}

/** RFC 5545 3.1: at most 75 octets a line, the next one begins with a blank; a character is never cut in two. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The blank that begins a continued line counts.
    if (octets + size > maxOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  parts.push(part);
  return parts.join('\r\n');
}

const compact = (text: string): string => text.replace(/[-:]/g, '');
const instant = (iso: string): string => `${compact(iso).slice(0, 15)}Z`;
const local = (date: PlainDate, time: string): string => `${compact(date)}T${compact(time)}00`;

function eventLines(e: CalendarEvent): string[] {
  const timed = e.start !== null && e.end !== null;
  return [
    'BEGIN:VEVENT',
    `UID:${e.uid}`,
    `DTSTAMP:${instant(e.stamp)}`,
    `SEQUENCE:${e.sequence}`,
    ...(timed
      ? [
          `DTSTART;TZID=${zone}:${local(e.date, e.start ?? '')}`,
          `DTEND;TZID=${zone}:${local(e.date, e.end ?? '')}`,
        ]
      : [
          `DTSTART;VALUE=DATE:${compact(e.date)}`,
          `DTEND;VALUE=DATE:${compact(addDays(e.date, 1))}`,
          'TRANSP:TRANSPARENT',
        ]),
    `SUMMARY:${escaped(e.summary)}`,
    ...(e.description ? [`DESCRIPTION:${escaped(e.description)}`] : []),
    ...(e.location ? [`LOCATION:${escaped(e.location)}`] : []),
    `STATUS:${e.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(e.alarm === null || e.cancelled
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(e.summary)}`,
          `TRIGGER:-PT${e.alarm}M`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/** A whole calendar file: CRLF, folded, times in China Standard Time. The same events give the same bytes. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${productId}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    // China has one zone and has kept no summer time since 1991.
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19910915T020000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
