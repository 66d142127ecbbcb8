// Amounts on a receipt, as printed and as OCR returns them: `RM 8 .20`, `8,2O`, `.54`, `75.00SR`, `0.02-`.

/** An amount in a line. Offsets are into the line's text. */
export interface PrintedAmount {
  start: number;
  end: number;
  raw: string;
  value: number;
  /** cents: two decimals are printed; grouped: thousands with a separator; whole: bare digits. */
  form: 'cents' | 'grouped' | 'whole';
  /** A currency sign or code touches it. */
  marked: boolean;
  /** 0–1 from the form alone. */
  certainty: number;
}

const CURRENCY =
  'RM|MYR|S\\$|SGD|US\\$|USD|A\\$|AUD|C\\$|CAD|NZ\\$|HK\\$|R\\$|NT\\$|[$€£¥₹₱₩฿₫₺]|EUR|GBP|CHF|Fr\\.|INR|Rs\\.?|Rp\\.?|IDR|PHP|THB|PLN|CZK|SEK|DKK|NOK|kr\\.?|AED|SAR|JPY|TRY|TL|ZAR';
/** OCR's idea of a currency sign: `S8.20` for `$8.20`, `RH5.00` for `RM5.00`. */
const LOOKALIKE = 'R[HNWM]|[SE§]';
const GAP = '[ \\u00a0]?';
/** Behind an amount, these make it a measure, a share or a price per something. */
const MEASURE = `(?!${GAP}(?:%|(?:kg|kgs|g|gr|mg|ml|cl|l|lt|ltr|litres?|liters?|lb|lbs|oz|km|cm|mm|m|pcs|pkt|gal|x)(?![\\p{L}])))`;
const NUMBER = `(?<int>\\d{1,3}(?:[.,'’ ]\\d{3})+|\\d{1,7})(?:${GAP}(?<point>[.,])${GAP}|(?<dash>-))(?<cents>\\d{2})(?!\\d)`;
const CENTS = new RegExp(
  `(?<![\\p{L}\\d.,:/#-])(?:(?<minus>[-−–])${GAP})?(?:(?<sign>${CURRENCY}|${LOOKALIKE})${GAP}[:.]?${GAP})?(?<minus2>[-−–])?(?:${NUMBER}|(?<lead>[.,])(?<only>\\d{2})(?!\\d))${MEASURE}(?![.,:/]\\d|-\\d)(?<after>[-−](?![\\d\\p{L}]))?`,
  'gu',
);
/** A decimal point lost in print: `6 00`, `RM7 90`, alone in its line. */
const GAPPED = new RegExp(
  `^\\W*(?:(?<sign>${CURRENCY}|${LOOKALIKE})${GAP})?(?<minus>[-−–])?(?<int>\\d{1,4})[ ](?<cents>\\d{2})(?: ?[A-Z]{1,3})?\\W*$`,
  'gu',
);
const GROUPED = new RegExp(
  `(?<![\\p{L}\\d.,:/#-])(?:(?<minus>[-−–])${GAP})?(?:(?<sign>${CURRENCY})${GAP})?(?<minus2>[-−–])?(?<int>\\d{1,3}(?:[.,]\\d{3})+)${MEASURE}(?![.,:/-]?\\d)`,
  'gu',
);
const WHOLE = new RegExp(
  `(?<![\\p{L}\\d.,:/#-])(?:(?<minus>[-−–])${GAP})?(?:(?<sign>${CURRENCY})${GAP})?(?<minus2>[-−–])?(?<int>\\d{1,7})${MEASURE}(?![.,:/-]?\\d)(?!\\p{L}{3})`,
  'gu',
);
const LETTER_AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  '§': '5',
  B: '8',
  Z: '2',
};
/** A run of digits and their lookalikes around a decimal point, with at least one digit left of or right of it. */
const NOISY = /(?<![\p{L}\d])[\dOoQIl|SBZ§]{1,6}[ ]?[.,][ ]?[\dOoQIl|SBZ§]{2}(?![\p{L}\d])/gu;

/** Letters that stand for digits inside amounts become digits; offsets stay. */
export function mendDigits(text: string): string {
  if (!/\d/.test(text) || !/[OoQIl|SBZ§]/.test(text)) return text;
  return text.replace(NOISY, (run) => {
    if (!/\d/.test(run) || /^[S§]\d+[.,]/.test(run)) return run;
    return run.replace(/[OoQIl|SBZ§]/g, (c) => LETTER_AS_DIGIT[c]!);
  });
}

/** What must stand in a text that holds an amount of the form. */
export const MAY_HOLD = {
  cents: /[.,-][ \u00a0]?\d\d(?!\d)/,
  gapped: /\d \d\d/,
  grouped: /\d[.,]\d{3}/,
};
const isCurrency = new RegExp(`^(?:${CURRENCY})$`, 'u');

/** All amounts of a line, left to right, not overlapping. Bare whole numbers come with a low certainty. */
export function findAmounts(line: string): PrintedAmount[] {
  if (!/\d/.test(line)) return [];
  const text = mendDigits(line);
  const found: PrintedAmount[] = [];
  const take = (match: RegExpMatchArray, value: number, form: PrintedAmount['form'], certainty: number): void => {
    const start = match.index!;
    const end = start + match[0].length;
    if (found.some((other) => other.start < end && start < other.end)) return;
    const groups = match.groups!;
    const bracketed = text[start - 1] === '(' && text[end] === ')';
    const negative = Boolean(groups.minus ?? groups.minus2 ?? groups.after) || bracketed;
    const marked = groups.sign !== undefined && isCurrency.test(groups.sign);
    const raw = line.slice(start, end).trim();
    found.push({
      start,
      end: start + match[0].trimEnd().length,
      raw,
      value: negative ? -value : value,
      form,
      marked,
      certainty: marked ? Math.min(0.98, certainty + 0.15) : certainty,
    });
  };
  for (const match of MAY_HOLD.cents.test(text) ? text.matchAll(CENTS) : []) {
    const { int, cents, only, point, dash, sign } = match.groups!;
    // `5-90` is an amount only behind a currency: elsewhere it is a code or a range.
    if (dash !== undefined && sign === undefined) continue;
    const value = only === undefined ? Number(`${int!.replace(/\D/g, '')}.${cents}`) : Number(`0.${only}`);
    const gapped = point !== undefined && /\d[ ][.,]|[.,][ ]\d/.test(match[0]);
    take(match, value, 'cents', only !== undefined ? 0.5 : gapped ? 0.6 : 0.8);
  }
  if (found.length === 0 && MAY_HOLD.gapped.test(text))
    for (const match of text.matchAll(GAPPED))
      take(match, Number(`${match.groups!.int}.${match.groups!.cents}`), 'cents', 0.4);
  for (const match of MAY_HOLD.grouped.test(text) ? text.matchAll(GROUPED) : [])
    take(match, Number(match.groups!.int!.replace(/\D/g, '')), 'grouped', 0.5);
  for (const match of text.matchAll(WHOLE)) {
    const value = Number(match.groups!.int);
    take(match, value, 'whole', match.groups!.sign === undefined ? 0.2 : 0.55);
  }
  return found.sort((a, b) => a.start - b.start);
}
