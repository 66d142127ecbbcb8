// Quantities as they are claimed: a value, how firmly ("over", "up to", "about"), of what dimension, from or to.

export type Bound = 'exact' | 'more' | 'atLeast' | 'atMost' | 'less' | 'about' | 'nearly';

/** What else than the value the words around it say. `from` and `to` are ends of a change or a range; "two of my five" is a part and a whole. */
export type QuantityRole = 'from' | 'to' | 'by' | 'instead' | 'part' | 'whole' | undefined;

export interface Quantity {
  start: number;
  end: number;
  /** More than one when grouping and decimal signs can be read two ways. */
  readings: number[];
  bound: Bound;
  /** `count`, `percent`, `ordinal`, `seconds`, `months`, `workdays`, `money`, or `money:EUR`. */
  dimension: string;
  role: QuantityRole;
}

const NEAR = 0.05;

/** Whether a source that says `said` supports `told`: never more, never more exact. */
export function quantitySupports(said: Quantity, told: Quantity): boolean {
  if (said.dimension !== told.dimension && told.bound !== 'exact') return false;
  if (!sameDimension(said.dimension, told.dimension) || !rolesAgree(said.role, told.role)) return false;
  // "a third" is told as 33 %.
  const isRounded = (source: number, value: number): boolean =>
    told.dimension === 'percent' &&
    !Number.isInteger(source) &&
    Math.abs(source * 3 - Math.round(source * 3)) < 1e-6 &&
    Math.round(source) === value;
  if (
    told.bound === said.bound &&
    told.readings.some((value) => said.readings.some((source) => isRounded(source, value)))
  )
    return true;
  return told.readings.some((value) =>
    said.readings.some((source) => boundSupports(said.bound, source, told.bound, value)),
  );
}

function sameDimension(said: string, told: string): boolean {
  // "1,380.00" with the currency named elsewhere: a sum told without its currency says less.
  return (
    said === told || (told === 'count' && said.startsWith('money')) || (told === 'money' && said.startsWith('money'))
  );
}

function rolesAgree(said: QuantityRole, told: QuantityRole): boolean {
  if (said === told) return true;
  if (told === undefined) return said === 'to' || said === 'by' || said === 'part';
  return said === undefined && told === 'by';
}

function boundSupports(said: Bound, source: number, told: Bound, value: number): boolean {
  const same = equal(source, value);
  switch (told) {
    case 'exact':
      return same && (said === 'exact' || said === 'more' || said === 'atLeast');
    case 'atLeast':
      return said === 'exact' ? source > value : said === 'atLeast' ? same : said === 'more' && source >= value;
    case 'more':
      // A limit is told as it is: of "more than 500" nothing is said of what is more than 50.
      return said === 'more' ? same : (said === 'exact' || said === 'atLeast') && source > value;
    case 'atMost':
    case 'less':
      return same && (said === told || (told === 'atMost' && (said === 'less' || said === 'exact')));
    case 'about':
      if (said === 'about' || said === 'nearly' || said === 'more') return same;
      return said === 'exact' && Math.abs(source - value) <= NEAR * source;
    case 'nearly':
      return said === 'nearly' ? same : said === 'exact' && source < value && value - source <= NEAR * source;
  }
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
