// Declarations of matches, checked at start: what is wrong fails here, not on a user's record.

import type { FeatureWeight, KeyFamily, MatchableType, MatchSpec } from './match-spec.ts';

const idPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const namePattern = /^[a-z0-9-]+$/;

/** Throws Error that names every mistake. */
export function checkSpecs(specs: readonly MatchSpec[], types: readonly MatchableType[]): void {
  const families = new Map<string, KeyFamily>();
  const mistakes = [
    ...doubles(specs.map(({ id }) => id)).map((id) => `the match ${id} is declared twice`),
    ...specs.flatMap((spec) => mistakesInDaily(spec, specs).map((mistake) => `${spec.id}: ${mistake}`)),
    ...specs.flatMap((spec) => mistakesIn(spec, types, families).map((mistake) => `${spec.id}: ${mistake}`)),
  ];
  if (mistakes.length > 0) throw new Error(`The matches are declared wrongly:\n  ${mistakes.join('\n  ')}`);
}

function mistakesInDaily({ daily, right }: MatchSpec, specs: readonly MatchSpec[]): string[] {
  const { sameBy } = daily ?? {};
  if (!sameBy) return [];
  const same = specs.find(({ id }) => id === sameBy.spec);
  return same?.left === right && same.right === right ? [] : [`${sameBy.spec} is no match of two ${right}`];
}

function mistakesIn(spec: MatchSpec, types: readonly MatchableType[], families: Map<string, KeyFamily>): string[] {
  const [left, right] = [spec.left, spec.right].map((id) => types.find((type) => type.id === id));
  const parts = [...spec.features, ...spec.vetoes, ...(spec.daily ? [{ id: 'daily', reads: spec.daily.reads }] : [])];
  return [
    ...(idPattern.test(spec.id) ? [] : ['its id is not of the form pack/name']),
    ...(spec.version === '' ? ['it has no version'] : []),
    ...[spec.left, spec.right].flatMap((id) => (types.some((type) => type.id === id) ? [] : [`no type ${id}`])),
    ...(spec.features.length === 0 ? ['it compares nothing'] : []),
    ...(spec.keys.length === 0 ? ['it has no keys: nothing would ever be found'] : []),
    ...doubles(parts.map(({ id }) => id)).map((id) => `${id} is declared twice`),
    ...parts.flatMap(({ id }) => (namePattern.test(id) ? [] : [`the name ${id} is not lower case with hyphens`])),
    ...parts.flatMap(({ id, reads }) => [
      ...(left ? unknownPaths(left, reads.left) : []).map((path) => `${id} reads ${path}, which ${spec.left} has not`),
      ...(right ? unknownPaths(right, reads.right) : []).map(
        (path) => `${id} reads ${path}, which ${spec.right} has not`,
      ),
    ]),
    ...mistakesInWeights(spec),
    ...mistakesInKeys(spec, types, families),
    ...mistakesInNumbers(spec),
    ...mistakesInAssignment(spec),
  ];
}

function unknownPaths(type: MatchableType, paths: readonly string[]): string[] {
  const known = new Set([
    ...type.fields.map(({ path }) => path),
    ...type.lineFields.map(({ path }) => `lines[].${path}`),
  ]);
  return paths.filter((path) => !known.has(path));
}

function mistakesInWeights({ features, weights }: MatchSpec): string[] {
  const named = features.map(({ id }) => id);
  return [
    ...named.filter((id) => !Object.hasOwn(weights, id)).map((id) => `${id} has no weight`),
    ...Object.keys(weights).flatMap((id) => (named.includes(id) ? [] : [`a weight of ${id}, which is no feature`])),
    ...Object.entries(weights).flatMap(([id, weight]) => (isWeight(weight) ? [] : [`the weight of ${id} is none`])),
  ];
}

const isWeight = ({ for: up, against, neutral = 0.5 }: FeatureWeight): boolean =>
  [up, against].every((size) => Number.isFinite(size) && size >= 0) && neutral >= 0 && neutral <= 1;

function mistakesInKeys(spec: MatchSpec, types: readonly MatchableType[], families: Map<string, KeyFamily>): string[] {
  return spec.keys.flatMap((family) => {
    const known = families.get(family.id) ?? family;
    families.set(family.id, known);
    const ofSides = [spec.left, spec.right].filter((id) => !Object.hasOwn(family.keys, id));
    return [
      ...(known === family ? [] : [`the keys ${family.id} are declared twice, differently`]),
      ...ofSides.map((id) => `the keys ${family.id} have none for ${id}`),
      ...Object.keys(family.keys).flatMap((id) => (types.some((type) => type.id === id) ? [] : [`no type ${id}`])),
      ...family.reads.flatMap((path) =>
        Object.keys(family.keys).some((id) => {
          const type = types.find((each) => each.id === id);
          return type && unknownPaths(type, [path]).length === 0;
        })
          ? []
          : [`the keys ${family.id} read ${path}, which none of their types has`],
      ),
    ];
  });
}

function mistakesInNumbers({ prior, correlation, topN, keepFrom, tellFrom }: MatchSpec): string[] {
  return [
    ...(prior > 0 && prior < 1 ? [] : ['its prior is not between 0 and 1']),
    ...(correlation >= 0 && correlation <= 1 ? [] : ['its correlation is not from 0 to 1']),
    ...(Number.isInteger(topN) && topN > 0 && topN <= 100 ? [] : ['topN is not from 1 to 100']),
    ...(keepFrom > 0 && keepFrom <= tellFrom && tellFrom <= 1 ? [] : ['0 < keepFrom ≤ tellFrom ≤ 1 does not hold']),
  ];
}

function mistakesInAssignment({ assignment, alsoShared, sides, left, right }: MatchSpec): string[] {
  const assigned = assignment !== undefined && assignment !== 'many-to-many';
  return [
    ...(assigned && left === right ? ['records of one type are not assigned to each other'] : []),
    ...(assigned && sides === 'one-sided' ? ['what is one-sided goes into any number of lists'] : []),
    ...(alsoShared === undefined || (assignment === 'one-to-many' && alsoShared > 0 && alsoShared <= 0.5)
      ? []
      : ['alsoShared is for one-to-many, above 0 and at most 0.5']),
  ];
}

const doubles = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
