// Figures in a sentence: a number and what it counts. Years and dates are none.

export interface Figure {
  value: number;
  /** The word behind it, or `%`; '' for none. */
  of: string;
  start: number;
  end: number;
  text: string;
}

const NUMBER =
  /(?<![\p{L}\d.,/-])([€$£]\s?)?(\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?)(?:\s?(k|m|bn|million(?:en)?|billion|thousand|tausend|mio\.?|mrd\.?)(?![\p{L}\d]))?(?:\s?(%|€|\$|£|(?:percent|prozent|eur|usd|gbp)(?!\p{L})))?\+?(?![\p{L}\d])(?!\.\d)(?:[ -](\p{L}[\p{L}-]*)(?: (\p{L}[\p{L}-]*))?)?/giu;
const WORDS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  m: 1e6,
  million: 1e6,
  millionen: 1e6,
  mio: 1e6,
  bn: 1e9,
  billion: 1e9,
  mrd: 1e9,
};
const QUALITIES =
  /^(?:new|more|other|different|large|small|full|direct|young|junior|senior|neue[nr]?|weitere[nr]?|verschiedene[nr]?|and|und|of|von|to|bis|in|by|at|on|for|from|with|people's)$/iu;

export function findFigures(text: string): Figure[] {
  return [...text.matchAll(NUMBER)].flatMap((match): Figure[] => {
    const [whole, currency, digits = '', scale, unit, noun, next] = match;
    const value = numberOf(digits) * (WORDS[(scale ?? '').toLowerCase().replace('.', '')] ?? 1);
    const isYear = /^(?:19|20)\d\d$/.test(digits) && !scale && !unit && !currency;
    if (!Number.isFinite(value) || isYear) return [];
    const of = currency?.trim() ?? unit ?? (noun !== undefined && QUALITIES.test(noun) ? (next ?? '') : (noun ?? ''));
    const start = match.index;
    return [{ value, of: sameUnit(of), start, end: start + whole.trimEnd().length, text: whole.trim() }];
  });
}

export const hasFigure = (text: string): boolean =>
  findFigures(text).length > 0 ||
  /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens?|halved|doubled|tripled|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|verdoppelt\p{L}*|halbiert\p{L}*)(?!\p{L})/iu.test(
    text,
  );

/** "1,200" and "1.200" are thousands, "1.5" and "1,5" are not. */
function numberOf(digits: string): number {
  return Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'));
}

function sameUnit(of: string): string {
  const word = of.toLowerCase();
  if (/^(?:%|percent|prozent)$/.test(word)) return '%';
  if (/^(?:€|eur|euros?)$/.test(word)) return '€';
  if (/^(?:\$|usd|dollars?)$/.test(word)) return '$';
  if (/^(?:£|gbp|pounds?)$/.test(word)) return '£';
  return word.replace(/(?<=\p{L}{3})(?:s|en|n)$/u, '');
}
