// What every declaration of matches must hold, whichever pack it is of.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/document/value.ts';
import { declaredModel } from '../../src/match/match-model.ts';
import type { MatchSpec, Subject } from '../../src/match/match-spec.ts';
import type { Matching } from '../../src/match/matching.ts';
import { inOrder, rankMatches } from '../../src/match/rank-matches.ts';
import { scorePair } from '../../src/match/score-pair.ts';

const context = { rarity: () => 0.5 };
const runs = { numRuns: 40 };

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('A-17', 'INV 0017', 'DE123456789', '2024-02-30', '2024-05-01', 'EUR', 'ACME GmbH', '', ' '),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value: fc.Arbitrary<Json> = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ a: scalar }));

/** Any values at the paths that the declaration names: readers and people give what they give. */
function subjectsOf(matching: Matching, type: string): fc.Arbitrary<Subject> {
  const paths = matching
    .of(type)
    .flatMap((spec) => [...spec.features, ...spec.vetoes])
    .flatMap(({ reads }) => [...reads.left, ...reads.right]);
  const plain = [...new Set(paths)].filter((path) => !path.startsWith('lines[].'));
  const columns = [...new Set(paths)].flatMap((path) => (path.startsWith('lines[].') ? [path.slice(8)] : []));
  const some = (names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  return fc.record({
    id: fc.uuid(),
    type: fc.constant(type),
    values: some(plain) as fc.Arbitrary<Subject['values']>,
    lines: (columns.length === 0 ? fc.constant([]) : fc.array(some(columns), { maxLength: 4 })) as fc.Arbitrary<
      Subject['lines']
    >,
  });
}

/** What a part reads of a subject. */
function watched(subject: Subject, seen: Set<string>): Subject {
  const watch = <T extends object>(target: T, name: (key: string) => string): T =>
    new Proxy(target, {
      get(of, key) {
        if (typeof key === 'string') seen.add(name(key));
        return Reflect.get(of, key);
      },
    });
  return {
    ...subject,
    values: watch(subject.values, (key) => key),
    lines: subject.lines.map((line) => watch(line, (key) => `lines[].${key}`)),
  };
}

export function describeMatch(matching: Matching, spec: MatchSpec): void {
  describe(spec.id, () => {
    const pair = fc.tuple(subjectsOf(matching, spec.left), subjectsOf(matching, spec.right));

    test('every feature gives unknown or a value from 0 to 1 that it can say, whatever stands in the records', () => {
      fc.assert(
        fc.property(pair, ([left, right]) => {
          for (const feature of spec.features) {
            const compared = feature.compare(left, right, context);
            if (!compared) continue;
            expect(compared.value, feature.id).toBeGreaterThanOrEqual(0);
            expect(compared.value, feature.id).toBeLessThanOrEqual(1);
            expect([typeof compared.left, typeof compared.right], feature.id).toEqual(['string', 'string']);
          }
        }),
        runs,
      );
    });

    test('features, vetoes and keys read what they declare and nothing else', () => {
      fc.assert(
        fc.property(pair, ([left, right]) => {
          for (const part of [...spec.features, ...spec.vetoes]) {
            const [ofLeft, ofRight] = [new Set<string>(), new Set<string>()];
            const sides = [watched(left, ofLeft), watched(right, ofRight)] as const;
            if ('compare' in part) part.compare(...sides, context);
            else part.check(...sides);
            expect(new Set(part.reads.left), part.id).toEqual(new Set([...part.reads.left, ...ofLeft]));
            expect(new Set(part.reads.right), part.id).toEqual(new Set([...part.reads.right, ...ofRight]));
          }
          for (const family of spec.keys) {
            const seen = new Set<string>();
            family.keys[left.type]!(watched(left, seen));
            expect(new Set(family.reads), family.id).toEqual(new Set([...family.reads, ...seen]));
          }
        }),
        runs,
      );
    });

    test('the same pair gives the same score and reasons, and of one type the order does not matter', () => {
      const score = (left: Subject, right: Subject) =>
        scorePair(spec, { model: declaredModel(spec), context }, inOrder(spec, left, right));
      fc.assert(
        fc.property(pair, ([left, right]) => {
          expect(score(left, right)).toEqual(score(left, right));
          if (left.id !== right.id) expect(score(right, left)).toEqual(score(left, right));
        }),
        runs,
      );
    });

    test('nothing known on either side gives no reasons, every feature as unknown, and the prior', () => {
      const bare = (type: string, id: string): Subject => ({ id, type, values: {}, lines: [] });
      const scored = scorePair(spec, { model: declaredModel(spec), context }, [
        bare(spec.left, 'a'),
        bare(spec.right, 'b'),
      ]);
      expect(scored.explanation).toMatchObject({ for: [], against: [], veto: null });
      expect(scored.explanation.unknown.map(({ feature }) => feature)).toEqual(spec.features.map(({ id }) => id));
      expect(scored.score).toBeCloseTo(spec.prior, 9);
      expect(scored.probability).toBeLessThan(spec.keepFrom);
    });

    test('what is kept is good enough, best first, not too many, and no matter in which order candidates came', () => {
      const many = fc.tuple(
        subjectsOf(matching, spec.left),
        fc.array(subjectsOf(matching, spec.right), { maxLength: 8 }),
      );
      const model = declaredModel(spec);
      fc.assert(
        fc.property(many, ([subject, candidates]) => {
          const unique = [...new Map(candidates.map((each) => [each.id, each])).values()];
          const { kept } = rankMatches(spec, { model }, { subject, candidates: unique });
          expect(rankMatches(spec, { model }, { subject, candidates: unique.toReversed() }).kept).toEqual(kept);
          expect(kept.length).toBeLessThanOrEqual(spec.topN);
          for (const { probability } of kept) expect(probability).toBeGreaterThanOrEqual(spec.keepFrom);
          const sorted = kept.toSorted((a, b) => b.probability - a.probability);
          expect(kept.map(({ probability }) => probability)).toEqual(sorted.map(({ probability }) => probability));
        }),
        runs,
      );
    });
  });
}
