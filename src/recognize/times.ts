// Times of day: 14:30, 14:30:05, 2:30 PM, 14h30, 14.30 Uhr.

import type { Mention } from './mention.ts';
import { hasDigit } from './numbers-chars.ts';

/** `HH:MM` or `HH:MM:SS`, 24 hours. */
export type TimeMention = Mention<'time', string>;

const HALF = '([ap])\\.? ?m\\b\\.?';
/** Tills shorten: `5:59P`. */
const SHORT_HALF = '([ap])(?![\\p{L}\\d])';
const CLOCK = new RegExp(`(\\d{1,2}) ?: ?(\\d{2})(?: ?: ?(\\d{2}))?(?![\\d:])(?: ?${HALF}|${SHORT_HALF})?`, 'iuy');
const FRENCH = /(\d{1,2}) ?h ?(\d{2})(?![\d\p{L}])/iuy;
const NAMED = /(\d{1,2})(?:[.:](\d{2}))? ?(?:Uhr|uur|hrs|o'clock)(?!\p{L})/iuy;
const HOUR_HALF = new RegExp(`(\\d{1,2})(?:\\.(\\d{2}))? ?${HALF}`, 'iy');
const DIGITS = /\d+/g;

/** Times that a clock can show. A bare `14.30` is no time: only a word makes it one. */
export function findTimes(text: string): TimeMention[] {
  if (!hasDigit(text)) return [];
  const mentions: TimeMention[] = [];
  DIGITS.lastIndex = 0;
  for (let run = DIGITS.exec(text); run; run = DIGITS.exec(text)) {
    // A clock may be glued to a year (20188:13:39PM): then it is the run's last digit or two.
    const starts = run[0].length <= 2 ? [run.index] : run[0].length >= 5 && run[0].length <= 6 ? [run.index + 4] : [];
    for (const start of starts) {
      const mention = readTime(text, start);
      if (!mention) continue;
      mentions.push(mention);
      DIGITS.lastIndex = mention.end;
    }
  }
  return mentions;
}

function readTime(text: string, start: number): TimeMention | null {
  if (/[\d.,:]/.test(text[start - 1] ?? ' ') && /\d/.test(text[start - 2] ?? ' ') && /[.,:]/.test(text[start - 1]!))
    return null;
  const m =
    exec(CLOCK, text, start) ?? exec(NAMED, text, start) ?? exec(FRENCH, text, start) ?? exec(HOUR_HALF, text, start);
  if (!m) return null;
  const halfAt = m.pattern === CLOCK ? 4 : m.pattern === HOUR_HALF ? 3 : 9;
  const half = m.groups[halfAt] ?? (m.pattern === CLOCK ? m.groups[5] : undefined);
  const seconds = m.pattern === CLOCK ? m.groups[3] : undefined;
  const iso = toIso(Number(m.groups[1]), Number(m.groups[2] ?? 0), seconds, half);
  if (!iso) return null;
  return {
    kind: 'time',
    start,
    end: m.end,
    raw: text.slice(start, m.end),
    value: iso,
    certainty: certaintyOf(half, seconds, m.pattern),
  };
}

function exec(
  pattern: RegExp,
  text: string,
  start: number,
): { groups: RegExpExecArray; end: number; pattern: RegExp } | null {
  pattern.lastIndex = start;
  const groups = pattern.exec(text);
  return groups && { groups, end: pattern.lastIndex, pattern };
}

function toIso(hour: number, minute: number, seconds: string | undefined, half: string | undefined): string | null {
  let h = hour;
  if (half) {
    const afternoon = half.toLowerCase() === 'p';
    if (h > 12) {
      // `14:30 PM` is written by tills; `14:30 AM` is nothing.
      if (!afternoon) return null;
    } else h = (h % 12) + (afternoon ? 12 : 0);
  }
  if (h > 23 || minute > 59 || Number(seconds ?? 0) > 59) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return seconds === undefined ? `${two(h)}:${two(minute)}` : `${two(h)}:${two(minute)}:${seconds}`;
}

function certaintyOf(half: string | undefined, seconds: string | undefined, pattern: RegExp): number {
  if (half !== undefined || seconds !== undefined) return 0.97;
  return pattern === CLOCK ? 0.85 : 0.8;
}
