// Every number that a gold answer may mean: `1,234` is 1234 or 1.234 depending on who wrote it.

/** Empty when the text holds no number. */
export function readAmounts(text: string): number[] {
  const match = /[-−(]?\s*\p{Sc}?\s*[-−]?\d[\d.,'’\s\u00a0\u202f]*/u.exec(text);
  if (!match) return [];
  const negative =
    /^[-−(]|[-−]\d/.test(match[0].replace(/\p{Sc}|\s/gu, '')) ||
    /^\s*[-−]/.test(text.slice(match.index + match[0].length));
  const digits = match[0].replace(/[^\d.,]/g, '').replace(/[.,]+$/, '');
  const readings = new Set<number>();
  const sign = negative ? -1 : 1;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const whole = Number(digits.replace(/[.,]/g, ''));
  if (last < 0) return [sign * whole];
  // The same separator twice can only group.
  if (digits.split(digits[last]!).length > 2) return [sign * whole];
  readings.add(sign * Number(`${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`));
  // One group of three: decimals or thousands, the text alone does not say.
  if (/^\d{1,3}[.,]\d{3}$/.test(digits)) readings.add(sign * whole);
  return [...readings];
}
