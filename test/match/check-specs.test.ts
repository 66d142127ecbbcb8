import { expect, test } from 'vitest';
import type { MatchSpec } from '../../src/match/match-spec.ts';
import { createMatching } from '../../src/match/matching.ts';
import { lostAndFoundMatches, lostAndFoundTypes } from '../support/lost-and-found.ts';

const good = lostAndFoundMatches[0]!;
const [feature] = good.features;
const { place: _place, ...withoutPlace } = good.weights;

const wrong: [mistake: string, change: Partial<MatchSpec>, told: string][] = [
  ['a type that is not there', { right: 'unicorn' }, 'no type unicorn'],
  ['an id without its pack', { id: 'same-thing' }, 'pack/name'],
  ['nothing compared', { features: [], weights: {} }, 'compares nothing'],
  ['no keys', { keys: [] }, 'no keys'],
  ['a feature twice', { features: [...good.features, feature!] }, 'place is declared twice'],
  ['a feature without a weight', { weights: withoutPlace }, 'place has no weight'],
  [
    'a weight of no feature',
    { weights: { ...good.weights, mood: { for: 1, against: 1 } } },
    'mood, which is no feature',
  ],
  ['a weight below 0', { weights: { ...good.weights, place: { for: -1, against: 1 } } }, 'weight of place'],
  [
    'a path that the type has not',
    { features: [{ ...feature!, reads: { left: ['altitude'], right: [] } }, ...good.features.slice(1)] },
    'place reads altitude, which lost_item has not',
  ],
  [
    'keys of one side alone',
    { keys: [{ ...good.keys[0]!, keys: { lost_item: () => [] } }] },
    'have none for found_item',
  ],
  ['a prior that is certain', { prior: 1 }, 'prior'],
  ['thresholds in the wrong order', { keepFrom: 0.95 }, 'keepFrom'],
  ['no matches proposed', { topN: 0 }, 'topN'],
  ['one to one among records of one type', { right: good.left, assignment: 'one-to-one' }, 'of one type'],
  ['one to one, ranked from one side', { sides: 'one-sided', assignment: 'one-to-one' }, 'one-sided'],
  ['sharing where nothing is shared', { assignment: 'one-to-one', alsoShared: 0.2 }, 'alsoShared'],
  ['sharing that is likelier than not', { assignment: 'one-to-many', alsoShared: 0.9 }, 'alsoShared'],
];

test.each(wrong)('%s is refused at start, by name', (_mistake, change, told) => {
  expect(() => createMatching([{ ...good, ...change }], lostAndFoundTypes)).toThrow(told);
});

test('the same declaration twice, and two families of keys of one name, are refused', () => {
  expect(() => createMatching([good, good], lostAndFoundTypes)).toThrow('declared twice');
  const another = { ...good, id: 'lost-and-found/other', keys: [{ ...good.keys[0]! }] };
  expect(() => createMatching([good, another], lostAndFoundTypes)).toThrow('declared twice, differently');
});

test('of a record only what is compared is taken, and its keys say nothing of what they were made of', () => {
  const matching = createMatching([good], lostAndFoundTypes);
  const given = (value: string | number) => ({ value }) as never;
  const fields = { category: given('bag'), latitude: given(48.1), longitude: given(11.5), secret: given('s3cret') };
  const subject = matching.subjectOf('1', { type: 'found_item', fields, lines: [] });
  expect(Object.keys(subject.values).sort()).toEqual(['category', 'latitude', 'longitude']);
  const keys = matching.keysOf(subject);
  expect(keys).toHaveLength(1);
  expect(keys[0]!.hash).toMatch(/^[\w-]{16}$/);
});
