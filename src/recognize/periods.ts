// Periods as lives are told in: "Sept 2018 – present", "Summer 2019", "2014/15", "seit 03/2020", "Jan–Mar 2015", "2012".

import { isWeakMonth, monthOf } from './date-words.ts';
import { isoDay, isoMonth } from './dates-value.ts';
import type { Mention } from './mention.ts';

export interface PeriodValue {
  /** ISO 8601, cut to what is stated (`2014-09-01`, `2014-09`, `2014`); absent where only the end is stated. */
  start?: string;
  /** Absent while it goes on and where it is not stated. */
  end?: string;
  /** It goes on: "present", "seit 2015", "2015 –". */
  open: boolean;
  /** One date alone, given as `start` and `end` both. */
  single: boolean;
}

export type PeriodMention = Mention<'period', PeriodValue>;

export interface PeriodHints {
  /** ISO date of the day from which the text is looked at: two-digit years lie before it or shortly after. */
  asOf?: string;
}

const LETTERS = 'A-Za-zÀ-ɏ';
const PRESENT =
  "present(?:ly)?|current(?:ly)?|now|today|to ?date|till ?date|till ?now|until now|ongoing|on-going|continuing|date|onwards?|heute|jetzt|aktuell|laufend|dato|présent|aujourd['’]hui|actuel(?:lement)?|en cours|ce jour|(?:la )?actualidad|presente|actualmente|hoy|en curso|oggi|in corso|attuale|attualmente|atual(?:mente|idade)?|(?:o )?momento|até o momento|em curso|hoje|heden|nu|lopend|obecnie|teraz|dzisiaj|dziś|nadal";
const JOIN =
  "[-–—−~→]{1,2}|(?:to|through|thru|until|till|up to|bis zum|bis|au|à|jusqu['’]à|jusqu['’]au|hasta el|hasta la|hasta|al|ao|a la|a|até|fino a|fino ad|ad|tot en met|tot|t\\/m|do)(?![" +
  LETTERS +
  '])';
const SINCE =
  /(?:since|seit|ab|depuis|desde(?: el)?|dal(?:l['’])?|da|sinds|vanaf|od|starting|beginning|ab dem)\s+(?:le\s+|el\s+)?$/iu;
const SEASONS =
  /^(?:spring|summer|fall|autumn|winter|frühjahr|frühling|sommer|herbst|winter|printemps|été|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno|verão|outono|lente|zomer|herfst|wiosna|lato|jesień|zima|sose|wise|sommersemester|wintersemester|ws|ss|semester|term|mid|early|late|class of)$/iu;
const WORD = `[${LETTERS}]{2,16}`;
const POINT = new RegExp(
  [
    // 2014-09-01, 2014/09, 2014.09
    `(?<y1>(?:19|20)\\d\\d)[-/.](?<m1>0?[1-9]|1[0-2])(?:[-/.](?<d1>0?[1-9]|[12]\\d|3[01]))?(?![\\d])`,
    // 01.09.2014, 9/2014, 09.2014, 9/14
    `(?:(?<d2>\\d{1,2})[./-])?(?<m2>\\d{1,2}) ?[./-] ?(?<y2>(?:19|20)\\d\\d)(?!\\d)`,
    `(?<m5>0?[1-9]|1[0-2])[/'’](?<y5>\\d\\d)(?![\\d/.])`,
    // September 2014, Sep. '14, 1 September 2014, September 1, 2014
    `(?:(?<d3>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s{1,2}(?:of |de |di )?)?(?<word>${WORD}(?: of)?)(?<gap>\\.?[,.]?[\\s-]{0,3}(?:of |de |del |di )?)(?:(?<d4>\\d{1,2})(?:st|nd|rd|th)?,\\s{0,2})?(?<tick>['’‘]?)(?<y3>(?:19|20)\\d\\d|\\d\\d)(?!\\d)`,
    `Q(?<quarter>[1-4])[ /-]{0,2}(?<y6>(?:19|20)\\d\\d)(?!\\d)`,
    `(?<y4>(?:19|20)\\d\\d)(?![\\p{L}\\d%]|[.,]\\d)`,
  ].join('|'),
  'gu',
);

interface Point {
  start: number;
  end: number;
  iso: string;
  kind: 'day' | 'month' | 'season' | 'quarter' | 'year';
}

const BEFORE_POINT = new RegExp(
  `(?<![${LETTERS}])(?:(\\d{1,2})\\.?\\s{0,2})?(${WORD})\\.?\\s{0,3}(?:${JOIN})\\s{0,3}$`,
  'iu',
);
const BETWEEN = new RegExp(`^[\\s,.)]{0,4}(?:${JOIN})[\\s(]{0,3}(?:the |le |el |den )?$`, 'iu');
const THEN_PRESENT = new RegExp(
  `^[\\s,.)]{0,4}(?:(?:${JOIN})[\\s(]{0,3})(?:the )?(?:${PRESENT})(?![${LETTERS}])`,
  'iu',
);
const ONWARDS = new RegExp(
  `^[\\s,]{0,3}(?:onwards?|and on|to present|present|bis heute|à ce jour|à aujourd[’']hui)(?![${LETTERS}])`,
  'iu',
);
const DANGLING = /^\s{0,3}[-–—]\s*(?:$|[,;|)\]])/u;
const SHORT_END = /^\s?[-–—/]\s?(\d{2})(?![\d./])/u;
const MOST = 60;

/** Left to right, not overlapping. A bare year counts little: `certainty` 0.4. */
export function findPeriods(text: string, hints: PeriodHints = {}): PeriodMention[] {
  if (!/\d{2}/.test(text)) return [];
  const points = findPoints(text, hints);
  const found: PeriodMention[] = [];
  for (let i = 0; i < points.length && found.length < MOST; i++) {
    const point = points[i]!;
    const next = points[i + 1];
    const after = text.slice(point.end, point.end + 40);
    if (next && BETWEEN.test(text.slice(point.end, next.start)) && point.iso.slice(0, 4) <= next.iso.slice(0, 4)) {
      found.push(mention(text, startOf(text, point), next.end, { start: point.iso, end: endIso(next) }, 0.95));
      i++;
      continue;
    }
    found.push(
      opened(text, point, after) ?? shortened(text, point, after) ?? completed(text, point) ?? alone(text, point),
    );
  }
  return found;
}

/** "since 2015" begins where the word does. */
function startOf(text: string, point: Point): number {
  const since = SINCE.exec(text.slice(Math.max(0, point.start - 24), point.start));
  return since ? point.start - since[0].length : point.start;
}

function opened(text: string, point: Point, after: string): PeriodMention | undefined {
  const present = THEN_PRESENT.exec(after) ?? ONWARDS.exec(after) ?? DANGLING.exec(after);
  const start = startOf(text, point);
  if (present) {
    const length = present[0].replace(/[\s,;|)\]]+$/u, '').length;
    return mention(text, start, point.end + length, { start: point.iso }, 0.95, true);
  }
  return start < point.start ? mention(text, start, point.end, { start: point.iso }, 0.9, true) : undefined;
}

/** "2018–19", "2018/19": the end gives its last two digits. */
function shortened(text: string, point: Point, after: string): PeriodMention | undefined {
  const short = point.kind === 'year' || point.kind === 'season' ? SHORT_END.exec(after) : null;
  if (!short) return undefined;
  const end = `${point.iso.slice(0, 2)}${short[1]}`;
  if (end <= point.iso || Number(end) > Number(point.iso) + 15) return undefined;
  return mention(text, point.start, point.end + short[0].length, { start: point.iso, end }, 0.8);
}

/** "Jan – Mar 2015": the begin takes the year of the end. */
function completed(text: string, point: Point): PeriodMention | undefined {
  if (point.kind !== 'month' && point.kind !== 'day') return undefined;
  const from = Math.max(0, point.start - 32);
  const before = BEFORE_POINT.exec(text.slice(from, point.start));
  const month = before ? monthOf(before[2]!) : 0;
  if (!before || month === 0) return undefined;
  const [year, end] = point.iso.split('-').map(Number) as [number, number];
  const start = isoMonth(month > end ? year - 1 : year, month);
  if (!start) return undefined;
  return mention(text, from + before.index, point.end, { start, end: point.iso }, 0.9);
}

function alone(text: string, point: Point): PeriodMention {
  const certainty = point.kind === 'year' ? 0.4 : 0.85;
  const end = endIso(point);
  return {
    kind: 'period',
    start: point.start,
    end: point.end,
    raw: text.slice(point.start, point.end),
    value: { start: point.iso, end, open: false, single: true },
    certainty,
  };
}

const endIso = ({ iso, kind }: Point): string =>
  kind === 'quarter' ? `${iso.slice(0, 5)}${String(Number(iso.slice(5)) + 2).padStart(2, '0')}` : iso;

function mention(
  text: string,
  start: number,
  end: number,
  value: { start: string; end?: string },
  certainty: number,
  open = false,
): PeriodMention {
  const raw = text.slice(start, end);
  return { kind: 'period', start, end, raw, value: { ...value, open, single: false }, certainty };
}

function findPoints(text: string, hints: PeriodHints): Point[] {
  const points: Point[] = [];
  POINT.lastIndex = 0;
  for (let m = POINT.exec(text); m && points.length < 2 * MOST; m = POINT.exec(text)) {
    const point = isTied(text, m.index) ? undefined : readPoint(m, hints);
    if (point) points.push(point);
    // A word that is no month may hide a year right behind it.
    else POINT.lastIndex = m.index + (m.groups!.word?.length ?? 1);
    if (point) POINT.lastIndex = point.end;
  }
  return points;
}

/** Digits that go on to the left: amounts, phone numbers, codes. */
function isTied(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return /[\p{L}\p{N}_@#$€£]/u.test(before) || (/[.,:/+]/.test(before) && /\d/.test(text[at - 2] ?? ' '));
}

function readPoint(m: RegExpExecArray, hints: PeriodHints): Point | undefined {
  const g = m.groups!;
  const at = { start: m.index, end: m.index + m[0].length };
  const point = (iso: string | null, kind: Point['kind']): Point | undefined =>
    iso && isLifeYear(iso) ? { ...at, iso, kind } : undefined;
  if (g.y1) {
    if (g.d1) return point(isoDay(Number(g.y1), Number(g.m1), Number(g.d1)), 'day');
    return point(isoMonth(Number(g.y1), Number(g.m1)), 'month');
  }
  if (g.y2) return readNumeric(g, point);
  if (g.y5) return point(isoMonth(fullYear(g.y5, hints), Number(g.m5)), 'month');
  if (g.quarter) return point(isoMonth(Number(g.y6), 3 * Number(g.quarter) - 2), 'quarter');
  if (g.y4) return point(g.y4, 'year');
  return readNamed(g, at, hints);
}

function readNumeric(
  g: Record<string, string | undefined>,
  point: (iso: string | null, kind: Point['kind']) => Point | undefined,
): Point | undefined {
  const [a, b, year] = [Number(g.d2 ?? 0), Number(g.m2), Number(g.y2)];
  if (a === 0) return point(isoMonth(year, b), 'month');
  // Day and month by what the calendar allows; where both are allowed, the month alone would be a guess as well.
  if (b > 12) return point(isoDay(year, a, b), 'day');
  return point(isoDay(year, b, a) ?? isoDay(year, a, b), 'day');
}

function readNamed(
  g: Record<string, string | undefined>,
  at: { start: number; end: number },
  hints: PeriodHints,
): Point | undefined {
  const word = g.word!.replace(/ of$/u, '');
  const short = g.y3!.length === 2;
  const month = monthOf(word);
  const season = month === 0 && SEASONS.test(g.word!);
  if (month === 0 && !season) return undefined;
  if (month > 0 && isWeakMonth(word) && word === word.toLowerCase() && short) return undefined;
  // "May 18" is a day; a year of two digits needs a tick or a dash before it.
  if (short && !g.tick && !/-/.test(g.gap ?? '') && (season || /^\s*$/.test(g.gap ?? ''))) return undefined;
  const year = short ? fullYear(g.y3!, hints) : Number(g.y3);
  const start = g.d3 && season ? at.start + g.d3.length : at.start;
  if (season) return isLifeYear(String(year)) ? { start, end: at.end, iso: String(year), kind: 'season' } : undefined;
  const day = Number(g.d3 ?? g.d4 ?? 0);
  const iso = day > 0 ? isoDay(year, month, day) : isoMonth(year, month);
  return iso && isLifeYear(iso) ? { ...at, iso, kind: day > 0 ? 'day' : 'month' } : undefined;
}

const FIRST_YEAR = 1930;
const LAST_YEAR = 2060;

function isLifeYear(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function fullYear(digits: string, { asOf }: PeriodHints): number {
  const last = asOf === undefined ? 2040 : Number(asOf.slice(0, 4)) + 8;
  const year = 2000 + Number(digits);
  return year <= last ? year : year - 100;
}
