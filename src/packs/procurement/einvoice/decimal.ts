// Exact decimals, as XML Schema writes them: sums of invoices must not differ by what floats lose.

/** `digits` × 10^−`scale` */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?$/;
/** Longer numbers are no amounts; arithmetic on them would only take time. */
const MAX_LENGTH = 60;

export const zero: Decimal = { digits: 0n, scale: 0 };

/** undefined for anything but `-12.50`: no exponents, no thousands separators. */
export function parseDecimal(text: string | undefined): Decimal | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const match = FORM.exec(trimmed);
  if (!match) return undefined;
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(whole + fraction);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

export function wholeNumber(value: number): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

function raise(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.digits : value.digits * 10n ** BigInt(scale - value.scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: raise(a, scale) + raise(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** A hundredth of it, for percentages. */
export function percentOf(amount: Decimal, percent: Decimal): Decimal {
  const product = multiply(amount, percent);
  return { digits: product.digits, scale: product.scale + 2 };
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(value: Decimal): Decimal {
  return value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value;
}

/** To `places` decimals; a half goes up, towards plus infinity, as XPath's round does. */
export function round(value: Decimal, places = 2): Decimal {
  if (value.scale <= places) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const shifted = 2n * value.digits + unit;
  const twice = 2n * unit;
  let digits = shifted / twice;
  if (shifted < 0n && shifted % twice !== 0n) digits -= 1n;
  return { digits, scale: places };
}

export function total(values: Iterable<Decimal>): Decimal {
  let sum = zero;
  for (const value of values) sum = add(sum, value);
  return sum;
}

/** Whether they differ by no more than `slack`. */
export function isNear(a: Decimal, b: Decimal, slack: Decimal): boolean {
  return compare(absolute(subtract(a, b)), slack) <= 0;
}

/** Digits after the point that a number of a record can mean: prices per piece are read to ten. */
const RECORD_PLACES = 10;

/** A number of a record: the shortest decimal that stands for it. undefined for what no amount is (NaN, 1e30). */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  const plain = String(value);
  const exact = parseDecimal(plain.includes('e') ? value.toFixed(RECORD_PLACES) : plain);
  if (!exact) return undefined;
  let { digits, scale } = round(exact, RECORD_PLACES);
  for (; scale > 0 && digits % 10n === 0n; scale--) digits /= 10n;
  return { digits, scale };
}

/** `12.50`: at least `places` decimals, and as many more as it has. */
export function decimalText(value: Decimal, places = 0): string {
  const scale = Math.max(value.scale, places);
  const digits = raise(absolute(value), scale)
    .toString()
    .padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale);
  let kept = fraction.length;
  while (kept > places && fraction[kept - 1] === '0') kept--;
  const whole = digits.slice(0, digits.length - scale);
  return `${value.digits < 0n ? '-' : ''}${whole}${kept > 0 ? `.${fraction.slice(0, kept)}` : ''}`;
}

/** `a` / `b` when it ends within `places` decimals. */
export function divideExactly(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const above = a.digits * 10n ** BigInt(b.scale + places);
  const below = b.digits * 10n ** BigInt(a.scale);
  return above % below === 0n ? { digits: above / below, scale: places } : undefined;
}
