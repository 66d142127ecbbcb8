// iCalendar as RFC 5545 asks for it: all times in UTC, so that no time zones have to be described.

const CRLF = '\r\n';
/** Section 3.1: at most 75 octets, without the line break. */
const LINE_OCTETS = 75;

export interface CalendarEvent {
  /** The same for the same thing whenever it is asked for; section 3.8.4.7. */
  uid: string;
  at: Date;
  minutes: number;
  title: string;
  description: string;
  url?: string | undefined;
  /** When it was last changed. */
  changedAt: Date;
  /** Rings so long before; 0 = at its time. Absent = does not. */
  alarmMinutes?: number | undefined;
}

/** The calendar as one text. Events of other years than four digits can write are left out. */
export function writeCalendar({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sheaf//Cases//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    // How often a client should look: RFC 7986 section 5.7.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => (isWritable(event) ? linesOf(event) : [])),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + CRLF).join('');
}

function linesOf({ uid, at, minutes, title, description, url, changedAt, alarmMinutes }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcTime(changedAt)}`,
    `LAST-MODIFIED:${utcTime(changedAt)}`,
    `DTSTART:${utcTime(at)}`,
    `DTEND:${utcTime(new Date(at.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${stripControls(url).replaceAll('\n', '')}`]),
    'TRANSP:TRANSPARENT',
    ...(alarmMinutes === undefined ? [] : alarmLines(alarmMinutes, title)),
    'END:VEVENT',
  ];
}

const alarmLines = (minutes: number, title: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(title)}`,
  `TRIGGER:-PT${minutes}M`,
  'END:VALARM',
];

/** Section 3.3.11. Whatever people wrote stays inside its property. */
export function escapeText(text: string): string {
  return stripControls(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** Any kind of line break becomes `\n`; other controls, which section 3.1 forbids, go. Half characters become U+FFFD. */
function stripControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '');
}

/** Continuation lines begin with a space, which counts; no character is split. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(CRLF);
}

/** `20261120T225821Z` */
const utcTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

function isWritable({ at, minutes, changedAt }: CalendarEvent): boolean {
  const times = [at, new Date(at.getTime() + minutes * 60_000), changedAt];
  return times.every((time) => !Number.isNaN(time.getTime()) && /^\d{4}-/.test(time.toISOString()));
}
