// By what a station is known: facts of one job never support another. The same words give the same station in every text.

import type { Json } from '../../../document/value.ts';
import { type Step, valueAt } from '../../../write/artifact-path.ts';

const LONGEST = 180;

export interface StationNames {
  who?: string | undefined;
  what?: string | undefined;
  from?: string | undefined;
}

/** `Vale Software Ltd / Senior Engineer / 2019-03`. */
export const stationOf = ({ who, what, from }: StationNames): string =>
  [who, what, from]
    .map((part) => part?.trim().replace(/\s+/g, ' ') ?? '')
    .join(' / ')
    .slice(0, LONGEST);

/** Names of the parts by group of a body. */
const PARTS: Readonly<Record<string, readonly [who: string, what: string]>> = {
  work: ['name', 'position'],
  volunteer: ['organization', 'position'],
  projects: ['name', 'entity'],
  education: ['institution', 'studyType'],
  experience: ['company', 'title'],
};

/** undefined: the place is of no station. */
export function stationAt(steps: readonly Step[], body: Json): string | undefined {
  const [group, index] = steps;
  const parts = typeof group === 'string' ? PARTS[group] : undefined;
  if (!parts || typeof index !== 'number') return undefined;
  const read = (name: string): string | undefined => {
    const value = valueAt(body, [group!, index, name]);
    return typeof value === 'string' ? value : undefined;
  };
  return stationOf({ who: read(parts[0]), what: read(parts[1]), from: read('startDate') });
}
