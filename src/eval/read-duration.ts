// Lengths of time in comparable units: months for years and months, days for weeks and days.

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `P2Y`, `2 years`, `24_months`, `two (2) years` → `24 months`; undefined when the text is no duration. */
export function readDuration(text: string): string | undefined {
  const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text.trim());
  if (iso) return spell(Number(iso[1] ?? 0) * 12 + Number(iso[2] ?? 0), Number(iso[3] ?? 0) * 7 + Number(iso[4] ?? 0));
  const match = /(\d+|[a-z]+)\)?[\s_-]*(year|month|week|day)s?/i.exec(text.toLowerCase());
  if (!match) return undefined;
  const count = /^\d/.test(match[1]!) ? Number(match[1]) : NUMBER_WORDS.indexOf(match[1]!);
  if (count < 0) return undefined;
  if (match[2] === 'year') return spell(count * 12, 0);
  if (match[2] === 'month') return spell(count, 0);
  return spell(0, match[2] === 'week' ? count * 7 : count);
}

function spell(months: number, days: number): string {
  return `${months} months ${days} days`;
}
