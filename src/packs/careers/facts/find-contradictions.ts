// Everything in a person's texts that cannot be true together, each with the places that say it. The record is believed; what a
// person wrote or said besides is compared with it, and each text with itself.

import type { Contradiction } from '../../../write/assessment.ts';
import {
  findOtherEmployers,
  findOtherGraduations,
  findOtherNumbers,
  findOtherYears,
  findTooManyYears,
} from './compare-prose.ts';
import { compareStations } from './compare-stations.ts';
import { findImpossiblePeriods, twoGraduations } from './impossible-periods.ts';
import type { Told } from './told.ts';

const MOST = 100;

export interface ToldTogether {
  record: Told;
  /** Letter, profile, statements; a résumé that was changed by its person. */
  others: readonly Told[];
  /** Names that may stand in them besides: the employer who is written to. */
  known?: readonly string[];
  /** ISO 8601: what goes on goes on to here. */
  now: string;
}

export function findContradictions({ record, others, known = [], now }: ToldTogether): Contradiction[] {
  const found = [
    ...findImpossiblePeriods(record, now),
    ...findTooManyYears(record, record, now),
    ...others.flatMap((other) => [
      ...findImpossiblePeriods(other, now),
      ...compareStations(record, other),
      ...twoGraduations([record, other]),
      ...findOtherEmployers(record, other, known),
      ...findOtherYears(record, other, now),
      ...findTooManyYears(record, other, now),
      ...findOtherGraduations(record, other),
    ]),
    ...findOtherNumbers([record, ...others]),
  ];
  return withoutDoubles(found).slice(0, MOST);
}

/** A text that a record was made of says the same as the record: what both are wrong about is told once. */
function withoutDoubles(found: readonly Contradiction[]): Contradiction[] {
  const byKey = new Map<string, Contradiction>();
  for (const one of found) {
    const key = JSON.stringify([one.rule, one.spans.map(({ text }) => text).sort()]);
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}
