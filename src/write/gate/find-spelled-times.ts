// Times of day told in words: "a quarter to nine", "twenty past six in the morning", "halb acht". Which half of the day is meant is
// often not said: then either is.

export interface SpelledTime {
  start: number;
  end: number;
  value: string;
  or: string;
}

const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const GERMAN = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['five', 5],
  ['ten', 10],
  ['quarter', 15],
  ['twenty', 20],
  ['twenty-five', 25],
  ['half', 30],
  ['fünf', 5],
  ['zehn', 10],
  ['viertel', 15],
  ['zwanzig', 20],
]);

const PAST = new RegExp(
  `\\b(?:a )?(half|quarter|five|ten|twenty-five|twenty)(?: minutes)? (past|to) (${ENGLISH.join('|')})\\b( in the (?:morning|afternoon|evening))?`,
  'gi',
);
const NACH = new RegExp(`(?<!\\p{L})(fünf|zehn|viertel|zwanzig) (nach|vor) (${GERMAN.join('|')})(?!\\p{L})`, 'giu');
const HALB = new RegExp(`(?<!\\p{L})halb (${GERMAN.join('|')})(?!\\p{L})`, 'giu');

export function findSpelledTimes(text: string): SpelledTime[] {
  const found: SpelledTime[] = [];
  const add = (match: RegExpExecArray, hour: number, minutes: number, part = ''): void => {
    const early = (hour * 60 + minutes + 720) % 720;
    const values = [early, early + 720].map(clock) as [string, string];
    const only = /morning/i.test(part) ? values[0] : part === '' ? undefined : values[1];
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: only ?? values[0],
      or: only ?? values[1],
    });
  };
  for (const match of text.matchAll(PAST)) {
    const minutes = MINUTES.get(match[1]!.toLowerCase())!;
    const isPast = match[2]!.toLowerCase() === 'past';
    // "half to nine" is no time, and "ten to twelve days" a range: only "at" or "minutes" make a time of it.
    const isTold = /minutes/i.test(match[0]) || /\b(?:at|by|until|before|since)\s$/i.test(text.slice(0, match.index));
    if (!isPast && (minutes === 30 || (minutes !== 15 && !isTold))) continue;
    add(match, ENGLISH.indexOf(match[3]!.toLowerCase()) + 1, isPast ? minutes : -minutes, match[4]);
  }
  for (const match of text.matchAll(NACH)) {
    const minutes = MINUTES.get(match[1]!.toLowerCase())!;
    add(match, GERMAN.indexOf(match[3]!.toLowerCase()) + 1, match[2]!.toLowerCase() === 'nach' ? minutes : -minutes);
  }
  for (const match of text.matchAll(HALB)) add(match, GERMAN.indexOf(match[1]!.toLowerCase()) + 1, -30);
  return found;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
