// Comparisons of amounts, quantities and dates.

import type { MatchContext, MatchFeature, Subject } from '../match-spec.ts';
import { type About, featureOf } from './feature-of.ts';
import { plainNumbersIn, quantitiesIn, quantityAgreement } from './quantities.ts';
import { textFeature } from './text-features.ts';
import { numberOf, textOf } from './values.ts';

/** The smaller over the larger. Unknown when one is missing or not above zero: what costs nothing has no price. */
export const numberRatio = (about: About): MatchFeature =>
  featureOf(about, {
    read: numberOf,
    compare(a, b) {
      if (a === undefined || b === undefined || a <= 0 || b <= 0) return undefined;
      return { value: Math.min(a, b) / Math.max(a, b), left: String(a), right: String(b) };
    },
  });

/** 1 within the tolerance (a share of the larger), then down to 0 at `zeroAt`. The sign is left out: credit is given as either. */
export function sameAmount(about: About & { tolerance: number; zeroAt: number }): MatchFeature {
  const { tolerance, zeroAt } = about;
  return featureOf(about, {
    read: numberOf,
    compare(a, b) {
      if (a === undefined || b === undefined) return undefined;
      const largest = Math.max(Math.abs(a), Math.abs(b));
      const off = largest === 0 ? 0 : Math.abs(Math.abs(a) - Math.abs(b)) / largest;
      const value = off <= tolerance ? 1 : Math.max(0, 1 - (off - tolerance) / (zeroAt - tolerance));
      return {
        value,
        left: String(a),
        right: String(b),
        note: off === 0 ? undefined : `${(off * 100).toFixed(1)} % apart`,
      };
    },
  });
}

const DAY_MS = 86_400_000;

/**
 * 1 when the right date is `from` to `to` days after the left one, then down to 0 over `fadeDays`. ISO dates; unknown when
 * one is missing.
 */
export function daysBetween(about: About & { from: number; to: number; fadeDays: number }): MatchFeature {
  const { from, to, fadeDays } = about;
  return featureOf(about, {
    read: textOf,
    compare(a, b) {
      const days = a && b ? Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS) : Number.NaN;
      if (Number.isNaN(days)) return undefined;
      const off = days < from ? from - days : Math.max(0, days - to);
      return { value: Math.max(0, 1 - off / fadeDays), left: a!, right: b!, note: `${days} days later` };
    },
  });
}

/** Numbers with units that both texts name: sizes, capacities, counts. Unknown when they measure different things. */
export const sameQuantities = (about: About): MatchFeature => {
  const feature = textFeature(about, quantityAgreement);
  return {
    ...feature,
    compare(left: Subject, right: Subject, context: MatchContext) {
      const found = feature.compare(left, right, context);
      if (!found) return undefined;
      const names = new Set([...quantitiesIn(found.left).keys()].filter((name) => quantitiesIn(found.right).has(name)));
      return { ...found, note: [...names].join(', ') };
    },
  };
};

/** Numbers that stand alone, of what either side has. Unknown when a side has none. */
export const samePlainNumbers = (about: About): MatchFeature =>
  textFeature(about, (left, right) => {
    const a = plainNumbersIn(left);
    const b = plainNumbersIn(right);
    if (a.length === 0 || b.length === 0) return undefined;
    const shared = a.filter((number) => b.includes(number)).length;
    return shared / Math.min(a.length, b.length);
  });
