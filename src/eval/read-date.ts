// Every day that a gold answer may mean. Gold sets write dates as their documents do; the judge accepts any order that fits.

const MONTHS: readonly string[][] = [
  ['jan', 'ene', 'gen', 'sty', 'january'],
  ['feb', 'fev', 'fév', 'lut'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aou', 'aoû', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'déc', 'dic', 'gru'],
];

/** ISO days that `text` can stand for; empty when it is no date. `05/04/2019` → 2019-04-05 and 2019-05-04. */
export function readDates(text: string): Set<string> {
  const days = new Set<string>();
  const add = (year: number, month: number, day: number) => {
    const full = year < 100 ? (year < 70 ? 2000 + year : 1900 + year) : year;
    const date = new Date(Date.UTC(full, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) days.add(date.toISOString().slice(0, 10));
  };
  const named = readNamedMonth(text);
  if (named) {
    add(...named);
    return days;
  }
  const compact = /^\s*(\d{4})(\d{2})(\d{2})\b/.exec(text);
  if (compact) add(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const parts = /(?<!\d)(\d{1,4})\s*[./\-–\s年]\s*(\d{1,2})\s*[./\-–\s月]\s*(\d{1,4})(?!\d)/.exec(text);
  if (!parts) return days;
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (parts[1]!.length === 4) add(a, b, c);
  else {
    add(c, b, a);
    add(c, a, b);
    if (parts[3]!.length <= 2) add(a, b, c);
  }
  return days;
}

function readNamedMonth(text: string): [number, number, number] | undefined {
  const word = /\p{L}{3,}/gu;
  for (const match of text.toLowerCase().matchAll(word)) {
    const month = MONTHS.findIndex((names) => names.some((name) => match[0].startsWith(name))) + 1;
    if (month === 0) continue;
    const numbers = [...text.matchAll(/\d+/g)].map((n) => n[0]);
    const year = numbers.find((n) => n.length === 4) ?? (numbers.length > 1 ? numbers.at(-1) : undefined);
    const day = numbers.find((n) => n !== year && n.length <= 2) ?? (numbers[0] !== year ? numbers[0] : undefined);
    if (year === undefined || day === undefined) continue;
    return [Number(year), month, Number(day)];
  }
  return undefined;
}
