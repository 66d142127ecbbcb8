// Calendars as RFC 5545 asks: whatever people wrote, no line is too long, none is broken, and nothing gets out of its property.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from '../../src/cases/write-calendar.ts';

const event: CalendarEvent = {
  uid: 'reminder-1@sheaf',
  at: new Date('2026-12-01T08:30:00Z'),
  minutes: 60,
  title: 'Interview; Oakworks, Berlin',
  description: 'Bring:\r\n- a pen\\pencil',
  changedAt: new Date('2026-11-20T10:00:00Z'),
  alarmMinutes: 30,
};

const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('an event with its alarm, line by line', () => {
  expect(unfold(writeCalendar({ name: 'Cases', events: [event] }))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sheaf//Cases//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Cases',
    'X-WR-CALNAME:Cases',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'BEGIN:VEVENT',
    'UID:reminder-1@sheaf',
    'DTSTAMP:20261120T100000Z',
    'LAST-MODIFIED:20261120T100000Z',
    'DTSTART:20261201T083000Z',
    'DTEND:20261201T093000Z',
    'SUMMARY:Interview\\; Oakworks\\, Berlin',
    'DESCRIPTION:Bring:\\n- a pen\\\\pencil',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Interview\\; Oakworks\\, Berlin',
    'TRIGGER:-PT30M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a line of 75 octets stays whole; one more continues, and no character is split', () => {
  expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
  expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  const parts = foldLine('😀'.repeat(40)).split('\r\n');
  for (const part of parts) expect(part.isWellFormed()).toBe(true);
});

test('whatever stands in a text, lines are short, unfold to what they were, and hold one property each', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, text, (title, description) => {
      const written = writeCalendar({ name: title, events: [{ ...event, title, description }] });
      expect(written.endsWith('\r\n')).toBe(true);
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const lines = unfold(written);
      expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z-]+(;[A-Z=]+)?:/);
      expect(written.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}/u);
      expect(lines).toContain(`SUMMARY:${escapeText(title)}`);
    }),
  );
});

test('what was escaped reads back as it was given, with one kind of line break', () => {
  const plain = fc.string({ maxLength: 100 }).filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
  const back = (text: string) => text.replace(/\\([\\;,n])/g, (_all, sign) => (sign === 'n' ? '\n' : sign));
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(back(escapeText(`${a}\r\n${b}`))).toBe(`${a}\n${b}`);
    }),
  );
});

test('what no calendar can write is left out, and the rest stands', () => {
  const far = { ...event, uid: 'far', at: new Date(8.64e15) };
  const none = { ...event, uid: 'none', at: new Date(Number.NaN) };
  const lines = unfold(writeCalendar({ name: 'x', events: [far, none, event] }));
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(['UID:reminder-1@sheaf']);
});
