// Decides what separators between groups of digits mean. Digits stay strings: no arithmetic, so no rounding.

export type DecimalStyle = 'dot' | 'comma' | 'none';

export interface NumberShape {
  /** Canonical digits of the likelier reading, `1234.56`. */
  digits: string;
  /** Canonical digits of the other reading of `1.234` or `1,234`; null when there is one reading. */
  alternative: string | null;
  /** Decimal separator of the likelier reading. */
  style: DecimalStyle;
  /** Digits after the decimal separator in the likelier reading. */
  decimals: number;
  /** Separator between thousands; empty = none. */
  group: '' | '.' | ',' | "'" | ' ';
  /** The decimal separator is also the group separator (`1.234.56`): most likely a misread sign. */
  repeated: boolean;
}

const MAX_DECIMALS = 8;

/** Reads `groups` joined by `separators` (one character each, spaces as ' '); null when that is no number. */
export function readGroups(groups: readonly string[], separators: string): NumberShape | null {
  const first = groups[0]!;
  if (separators === '') return shape({ digits: first });
  const last = groups.at(-1)!;
  const final = separators.at(-1)!;
  const inner = separators.slice(0, -1);
  if (inner === '') return readTwoGroups(first, last, final);
  if (!isUniform(inner)) return null;
  const grouping = inner[0] as NumberShape['group'];
  if (final === grouping) return readRepeated(groups, grouping);
  if (final === "'" || final === ' ' || last.length > MAX_DECIMALS) return null;
  if (!isGrouped(groups.slice(0, -1), grouping)) return null;
  return shape({
    digits: `${groups.slice(0, -1).join('')}.${last}`,
    style: final === '.' ? 'dot' : 'comma',
    decimals: last.length,
    group: grouping,
  });
}

function readTwoGroups(first: string, last: string, separator: string): NumberShape | null {
  if (separator === "'" || separator === ' ') {
    return isGrouped([first, last], separator) ? shape({ digits: first + last, group: separator }) : null;
  }
  if (last.length > MAX_DECIMALS) return null;
  const decimal = `${first}.${last}`;
  const style: DecimalStyle = separator === '.' ? 'dot' : 'comma';
  if (last.length === 3 && first.length <= 3 && !first.startsWith('0')) {
    return shape({ digits: first + last, alternative: decimal, group: separator as '.' | ',' });
  }
  return shape({ digits: decimal, style, decimals: last.length });
}

function readRepeated(groups: readonly string[], grouping: NumberShape['group']): NumberShape | null {
  if (isGrouped(groups, grouping)) return shape({ digits: groups.join(''), group: grouping });
  const last = groups.at(-1)!;
  const whole = groups.slice(0, -1);
  const misread = last.length === 2 && (grouping === '.' || grouping === ',') && isThousands(whole);
  if (!misread) return null;
  return shape({
    digits: `${whole.join('')}.${last}`,
    style: grouping === '.' ? 'dot' : 'comma',
    decimals: 2,
    group: grouping,
    repeated: true,
  });
}

function isUniform(separators: string): boolean {
  for (let i = 1; i < separators.length; i++) if (separators[i] !== separators[0]) return false;
  return true;
}

/** Western groups of three, or Indian groups of two before the last three (written with commas only). */
function isGrouped(groups: readonly string[], separator: string): boolean {
  return isThousands(groups) || (separator === ',' && isIndian(groups));
}

function isThousands(groups: readonly string[]): boolean {
  if (groups[0]!.length > 3 || groups[0]!.startsWith('0')) return false;
  for (let i = 1; i < groups.length; i++) if (groups[i]!.length !== 3) return false;
  return true;
}

function isIndian(groups: readonly string[]): boolean {
  if (groups.length < 3 || groups[0]!.length > 2 || groups[0]!.startsWith('0')) return false;
  for (let i = 1; i < groups.length - 1; i++) if (groups[i]!.length !== 2) return false;
  return groups.at(-1)!.length === 3;
}

function shape(part: Partial<NumberShape> & { digits: string }): NumberShape {
  return {
    digits: part.digits,
    alternative: part.alternative ?? null,
    style: part.style ?? 'none',
    decimals: part.decimals ?? 0,
    group: part.group ?? '',
    repeated: part.repeated ?? false,
  };
}
