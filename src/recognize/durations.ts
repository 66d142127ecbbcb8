// Lengths of time: "2 years", "two (2) years", "30 Tage", "three-year" → ISO 8601 durations.

import { DURATION_UNITS, type DurationUnit, numberOfWords } from './durations-words.ts';
import type { Mention } from './mention.ts';

export interface DurationValue {
  /** ISO 8601: P2Y, P30D, P6M, P2W, PT24H. */
  iso: string;
  count: number;
  unit: DurationUnit;
  /** Counted in working days. */
  business: boolean;
}

export type DurationMention = Mention<'duration', DurationValue>;

const LETTERS = 'A-Za-zÀ-ɏ';
const UNIT_ALTERNATIVES = [...DURATION_UNITS.keys()].sort((a, b) => b.length - a.length).join('|');
const UNIT = new RegExp(`(?<![${LETTERS}])(${UNIT_ALTERNATIVES})(?![${LETTERS}\\d])`, 'gi');
const QUICK =
  /da[yg]|week|month|year|yr|hour|hrs|minut|tag|woche|monat|jahr|stunde|jour|semain|mois|an|heure|d[ií]a|mes|mês|a[ñn]o|hora|ora|ore|giorn|sett|mesi|maand|ja[ar]|weken|uur|uren|dni|tyg|mies|rok|lat|dzie|godz/i;
const QUALIFIER =
  '(?:(?:consecutive|calendar|business|working|full|whole|additional|successive|full calendar|Kalender|ouvr[ée]s|ouvrables|naturales|h[áa]biles|roboczych|kalendarzowych|werk|volle[nr]?|weitere[nr]?|further|more)\\s)?';
const COUNT_BEFORE = new RegExp(
  `(?:(?<![\\d.,/:-])(\\d{1,4})([.,]\\d{1,2})?|(?<![${LETTERS}])([${LETTERS}]{2,15})(?:[ -]([${LETTERS}]{3,9}))?)(?:\\s?\\((?:(\\d{1,4})|[${LETTERS} -]{2,20})\\))?[\\s-]{1,2}${QUALIFIER}$`,
  'i',
);
const BUSINESS = /(?:business|working|ouvr|hábil|habil|robocz|werk)\S*\s$/i;
const BUSINESS_AFTER = /^\s(?:ouvr[ée]s|ouvrables|h[áa]biles|[úu]teis|lavorativi|robocz)/i;
const DESIGNATORS: Record<DurationUnit, (n: number) => string> = {
  minute: (n) => `PT${n}M`,
  hour: (n) => `PT${n}H`,
  day: (n) => `P${n}D`,
  week: (n) => `P${n}W`,
  month: (n) => `P${n}M`,
  year: (n) => `P${n}Y`,
};

/** Counted spans of time in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
export function findDurations(text: string): DurationMention[] {
  if (!QUICK.test(text)) return [];
  const mentions: DurationMention[] = [];
  let from = 0;
  for (const m of text.matchAll(UNIT)) {
    const mention = readCount(text, from, m.index, m[1]!);
    if (!mention) continue;
    mentions.push(mention);
    from = mention.end;
  }
  return mentions;
}

function readCount(text: string, from: number, at: number, word: string): DurationMention | null {
  // `30Tage` is glued by OCR; words need their space.
  const base = Math.max(from, at - 48);
  let before = text.slice(base, at);
  if (/\d$/.test(before)) before += ' ';
  const m = COUNT_BEFORE.exec(before);
  if (!m) return null;
  const words = wordCount(m[3], m[4]);
  const digits = m[1] === undefined ? undefined : Number(`${m[1]}${(m[2] ?? '').replace(',', '.')}`);
  const count = m[5] === undefined ? (digits ?? words?.count) : Number(m[5]);
  if (count === undefined || count === 0 || (m[5] === undefined && digits === undefined && !words)) return null;
  // A calendar year before "year" is no count ("2018 year end").
  if (digits !== undefined && digits >= 1900 && digits <= 2100 && m[5] === undefined) return null;
  const start = base + m.index + (words?.skip ?? 0);
  const end = at + word.length;
  const unit = DURATION_UNITS.get(word.toLowerCase())!;
  if (isIdiom(words !== undefined && m[5] === undefined, word, count)) return null;
  const business = BUSINESS.test(before) || BUSINESS_AFTER.test(text.slice(end, end + 14));
  return {
    kind: 'duration',
    start,
    end,
    raw: text.slice(start, end),
    value: { iso: DESIGNATORS[unit](count), count, unit, business },
    certainty: m[5] !== undefined ? 0.98 : words ? 0.85 : 0.9,
  };
}

/** Words as count; when only the second is a number, the first is skipped ("of two years"). */
function wordCount(first: string | undefined, second: string | undefined): { count: number; skip: number } | undefined {
  if (first === undefined) return undefined;
  const both = numberOfWords(first, second);
  if (both !== undefined) return { count: both, skip: 0 };
  const last = second === undefined ? undefined : numberOfWords(second);
  return last === undefined ? undefined : { count: last, skip: first.length + 1 };
}

/** "un an" and "une heure" count; "one day" as an adverb and "a un mes" stay, but Latin "an" alone after "un" is weak only in length one. */
function isIdiom(spelled: boolean, word: string, count: number): boolean {
  return spelled && count === 1 && /^(?:day|tag|dia|día|jour|ora|ore|hora)$/i.test(word);
}
