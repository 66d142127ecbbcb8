// All declarations of one process, checked once at start, and what they say of a record: what of it is compared, and its keys.

import { createHash } from 'node:crypto';
import type { Json } from '../document/value.ts';
import { checkSpecs } from './check-specs.ts';
import { checkWatches } from './check-watches.ts';
import type { KeyFamily, MatchableType, MatchSpec, Subject } from './match-spec.ts';
import type { Watch } from './watch-spec.ts';

export interface RecordKey {
  /** Hash of family and key: says nothing of what it was made of. */
  hash: string;
  family: string;
}

/** Of a record, what can be compared: its values, with or without what proves them. */
export interface ComparableRecord {
  type: string;
  fields: PlainValues;
  lines: readonly PlainValues[];
}
type PlainValues = Readonly<Record<string, { value: Json }>>;

export interface Matching {
  specs: readonly MatchSpec[];
  /** Throws for an id that is not declared. */
  get(id: string): MatchSpec;
  has(id: string): boolean;
  /** The declarations that a record of this type takes part in. */
  of(type: string): readonly MatchSpec[];
  /** The type on the other side; of a record of the left type, the right one. */
  otherType(spec: MatchSpec, type: string): string;
  /** What is looked for about a record of this type, beside earlier ones. */
  watchesOf(type: string): readonly Watch[];
  subjectOf(id: string, record: ComparableRecord): Subject;
  /** Each once. */
  keysOf(subject: Subject): RecordKey[];
  /** Those of the keys that the declaration looks by. */
  keysFor(declared: Pick<MatchSpec, 'keys'>, subject: Subject): RecordKey[];
}

/** More keys than this say that a family is declared wrongly; the rest is left out. */
const MOST_KEYS = 64;
/** Of a long list of goods the first are compared. */
const MOST_LINES = 200;
const MOST_TEXT = 2000;
const linePath = /^lines\[\]\.(.+)$/;

/** Throws Error naming the declaration at fault. */
export function createMatching(
  specs: readonly MatchSpec[],
  types: readonly MatchableType[],
  watches: readonly Watch[] = [],
): Matching {
  checkSpecs(specs, types);
  checkWatches(watches, types);
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const byType = Map.groupBy(
    specs.flatMap((spec) => [...new Set([spec.left, spec.right])].map((type) => ({ type, spec }))),
    ({ type }) => type,
  );
  const of = (type: string): readonly MatchSpec[] => (byType.get(type) ?? []).map(({ spec }) => spec);
  const watchesOf = (type: string): readonly Watch[] => watches.filter((watch) => watch.types.includes(type));
  const known = new Set([...byType.keys(), ...watches.flatMap((watch) => watch.types)]);
  const paths = new Map([...known].map((type) => [type, pathsOf(type, of(type), watchesOf(type))]));
  return {
    specs,
    of,
    watchesOf,
    has: (id) => byId.has(id),
    get(id) {
      const spec = byId.get(id);
      if (!spec) throw new Error(`no match ${id}`);
      return spec;
    },
    otherType: (spec, type) => (type === spec.left ? spec.right : spec.left),
    subjectOf(id, { type, fields, lines }) {
      const { plain, inLines } = paths.get(type) ?? { plain: [], inLines: [] };
      const valuesOf = (from: PlainValues, names: readonly string[]): Record<string, Json> =>
        Object.fromEntries(
          names.flatMap((name) => (Object.hasOwn(from, name) ? [[name, shortened(from[name]!.value)]] : [])),
        );
      const groups = plain.filter((name) => name.includes('[]'));
      return {
        id,
        type,
        values: { ...valuesOf(fields, plain), ...(groups.length > 0 ? groupValues(fields, new Set(groups)) : {}) },
        lines: inLines.length === 0 ? [] : lines.slice(0, MOST_LINES).map((line) => valuesOf(line, inLines)),
      };
    },
    keysOf: (subject) =>
      keysIn(new Set([...of(subject.type), ...watchesOf(subject.type)].flatMap(({ keys }) => keys)), subject),
    keysFor: ({ keys }, subject) => keysIn(new Set(keys), subject),
  };
}

/** More members of a group than anybody compares. */
const MOST_MEMBERS = 400;

/**
 * Repeated fields as lists under their pattern (`work[].position`), null where a member does not say: what stands at one place of
 * two lists belongs together. Of a group within a group all members in turn.
 */
function groupValues(fields: PlainValues, patterns: ReadonlySet<string>): Record<string, Json> {
  const found = new Map<string, { at: number[]; value: Json }[]>();
  for (const [path, { value }] of Object.entries(fields)) {
    const pattern = path.replace(/\[\d+\]/g, '[]');
    if (pattern === path || !patterns.has(pattern)) continue;
    const members = found.get(pattern) ?? [];
    members.push({ at: [...path.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])), value: shortened(value) });
    found.set(pattern, members);
  }
  return Object.fromEntries(
    [...found].map(([pattern, members]) => {
      if (members.some(({ at }) => at.length > 1)) {
        members.sort((a, b) => a.at[0]! - b.at[0]! || a.at[1]! - b.at[1]!);
        return [pattern, members.slice(0, MOST_MEMBERS).map(({ value }) => value)];
      }
      const list: Json[] = [];
      for (const { at, value } of members) if (at[0]! < MOST_MEMBERS) list[at[0]!] = value;
      return [pattern, Array.from(list, (value) => value ?? null)];
    }),
  );
}

const shortened = (value: Json): Json => (typeof value === 'string' ? value.slice(0, MOST_TEXT) : value);

function pathsOf(
  type: string,
  specs: readonly MatchSpec[],
  watches: readonly Watch[],
): { plain: string[]; inLines: string[] } {
  const reads = specs.flatMap((spec) => [
    ...[...spec.features, ...spec.vetoes].flatMap((part) => [
      ...(spec.left === type ? part.reads.left : []),
      ...(spec.right === type ? part.reads.right : []),
    ]),
    ...(spec.daily && spec.left === type ? spec.daily.reads.left : []),
    ...(spec.daily && spec.right === type ? spec.daily.reads.right : []),
    ...spec.keys.filter((family) => Object.hasOwn(family.keys, type)).flatMap((family) => family.reads),
  ]);
  reads.push(...watches.flatMap((watch) => [...watch.reads, ...watch.keys.flatMap((family) => family.reads)]));
  const all = [...new Set(reads)].sort();
  return {
    plain: all.filter((path) => !linePath.test(path)),
    inLines: all.flatMap((path) => linePath.exec(path)?.[1] ?? []),
  };
}

function keysIn(families: ReadonlySet<KeyFamily>, subject: Subject): RecordKey[] {
  const found = new Map<string, RecordKey>();
  for (const { id, keys } of families) {
    const make = Object.hasOwn(keys, subject.type) ? keys[subject.type] : undefined;
    for (const key of make?.(subject) ?? []) {
      const hash = createHash('sha256').update(`${id}\n${key}`).digest('base64url').slice(0, 16);
      if (key !== '' && found.size < MOST_KEYS) found.set(hash, { hash, family: id });
    }
  }
  return [...found.values()];
}
