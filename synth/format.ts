// Numbers, amounts and dates as a business of the region prints them.

export interface NumberStyle {
  decimal: '.' | ',';
  /** Between thousands; empty = none. */
  group: '' | '.' | ',' | ' ' | '\u00a0' | "'" | '\u2019';
}

/** A whole number of 10^-`decimals` units, e.g. (123450, 2) → `1.234,50`. */
export function formatScaled(scaled: number, decimals: number, style: NumberStyle): string {
  const digits = String(Math.abs(Math.round(scaled))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  return `${scaled < 0 ? '-' : ''}${grouped}${decimals > 0 ? style.decimal + fraction : ''}`;
}

/** As short as it can be: 2500 thousandths → `2,5`; at least `minDecimals` places. */
export function formatTrimmed(scaled: number, decimals: number, style: NumberStyle, minDecimals = 0): string {
  let places = decimals;
  let value = scaled;
  while (places > minDecimals && value % 10 === 0) {
    value /= 10;
    places -= 1;
  }
  return formatScaled(value, places, style);
}

/** ISO date `days` after another; both `YYYY-MM-DD`. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Prints an ISO date by a pattern of `D DD M MM MMM MMMM YY YYYY`; everything else stands as written
 * (letters of literal words in brackets: `D [de] MMMM [de] YYYY`).
 */
export function formatDate(
  iso: string,
  pattern: string,
  months: readonly string[],
  shortMonths: readonly string[],
): string {
  const [year, month, day] = iso.split('-') as [string, string, string];
  return pattern.replace(/\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D/g, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    switch (token) {
      case 'YYYY':
        return year;
      case 'YY':
        return year.slice(2);
      case 'MMMM':
        return months[Number(month) - 1]!;
      case 'MMM':
        return shortMonths[Number(month) - 1]!;
      case 'MM':
        return month;
      case 'M':
        return String(Number(month));
      case 'DD':
        return day;
      default:
        return String(Number(day));
    }
  });
}

/** Groups of four, as IBANs are printed. */
export const groupFours = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ');

/** Half away from zero, on whole numbers that may exceed 2^53 while multiplying. */
export function mulDivRound(a: number, b: number, divisor: number): number {
  const product = BigInt(a) * BigInt(b);
  const by = BigInt(divisor);
  const negative = product < 0n;
  const magnitude = negative ? -product : product;
  const rounded = Number((magnitude * 2n + by) / (by * 2n));
  return negative ? -rounded : rounded;
}
