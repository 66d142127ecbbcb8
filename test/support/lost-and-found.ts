// A second declaration of matches, unlike the real pack's: what was lost and what was found, by place, time and looks.

import { sharedWords } from '../../src/match/features/text-features.ts';
import { numberOf, textOf } from '../../src/match/features/values.ts';
import { defineMatch, type KeyFamily, type MatchFeature, type Subject } from '../../src/match/match-spec.ts';
import { createMatching } from '../../src/match/matching.ts';
import type { DocumentType, FieldKind } from '../../src/pipeline/pack.ts';

const fields: [path: string, kind: FieldKind][] = [
  ['category', 'text'],
  ['colour', 'text'],
  ['description', 'text'],
  ['latitude', 'number'],
  ['longitude', 'number'],
  ['date', 'date'],
  ['reporter', 'identifier'],
];

const typeOf = (id: string): DocumentType => ({
  id,
  title: id,
  fields: fields.map(([path, kind]) => ({ path, kind, title: path, labels: [] })),
  lineFields: [],
  signals: [],
  extractors: [],
  constraints: [],
  inferences: [],
  rules: [],
});

export const lostAndFoundTypes: readonly DocumentType[] = [typeOf('lost_item'), typeOf('found_item')];

const KM_PER_DEGREE = 111.2;
const FAR_KM = 50;

function kilometresApart(left: Subject, right: Subject): number | undefined {
  const [a, b, c, d] = [left, left, right, right].map((subject, i) =>
    numberOf(subject, [i % 2 === 0 ? 'latitude' : 'longitude']),
  );
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return KM_PER_DEGREE * Math.hypot(a - c, (b - d) * Math.cos((a * Math.PI) / 180));
}

const near: MatchFeature = {
  id: 'place',
  title: 'Place',
  reads: { left: ['latitude', 'longitude'], right: ['latitude', 'longitude'] },
  compare(left, right) {
    const km = kilometresApart(left, right);
    if (km === undefined) return undefined;
    const said = (subject: Subject): string => `${subject.values.latitude}, ${subject.values.longitude}`;
    return {
      value: Math.max(0, 1 - km / FAR_KM),
      left: said(left),
      right: said(right),
      note: `${km.toFixed(1)} km apart`,
    };
  },
};

const time: MatchFeature = {
  id: 'time',
  title: 'Day',
  reads: { left: ['date'], right: ['date'] },
  compare(left, right) {
    const [a, b] = [textOf(left, ['date']), textOf(right, ['date'])];
    if (!a || !b) return undefined;
    const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
    if (Number.isNaN(days)) return undefined;
    return { value: Math.max(0, 1 - days / 14), left: a, right: b };
  },
};

const same = (id: string, title: string): MatchFeature => ({
  id,
  title,
  reads: { left: [id], right: [id] },
  compare(left, right) {
    const [a, b] = [textOf(left, [id]), textOf(right, [id])];
    return a && b ? { value: a === b ? 1 : 0, left: a, right: b } : undefined;
  },
});

/** Squares of half a degree, with their neighbours on one side, so that two near each other share one. */
const squares: KeyFamily = {
  id: 'lost-and-found/square',
  title: 'Category and neighbourhood',
  reads: ['category', 'latitude', 'longitude'],
  keys: Object.fromEntries(
    ['lost_item', 'found_item'].map((type) => [
      type,
      (subject: Subject) => {
        const [lat, lon] = [numberOf(subject, ['latitude']), numberOf(subject, ['longitude'])];
        const category = textOf(subject, ['category']);
        if (lat === undefined || lon === undefined || !category) return [];
        const [y, x] = [Math.floor(lat * 2), Math.floor(lon * 2)];
        const reach = type === 'found_item' ? [0] : [-1, 0, 1];
        return reach.flatMap((dy) => reach.map((dx) => `${category} ${y + dy} ${x + dx}`));
      },
    ]),
  ),
};

export const lostAndFoundMatches = [
  defineMatch({
    id: 'lost-and-found/same-thing',
    title: 'Lost and found',
    version: '1',
    left: 'lost_item',
    right: 'found_item',
    sides: 'symmetric',
    keys: [squares],
    features: [
      near,
      time,
      same('colour', 'Colour'),
      sharedWords({ id: 'words', title: 'Description', paths: ['description'] }),
    ],
    vetoes: [
      {
        id: 'own',
        title: 'Never one’s own',
        reads: { left: ['reporter'], right: ['reporter'] },
        check: (left, right) =>
          left.values.reporter !== undefined && left.values.reporter === right.values.reporter
            ? 'The same person reported both'
            : undefined,
      },
    ],
    weights: {
      place: { for: 2, against: 3 },
      time: { for: 1, against: 2 },
      colour: { for: 1, against: 2 },
      words: { for: 3, against: 0.5, neutral: 0.2 },
    },
    prior: 0.1,
    correlation: 0.1,
    topN: 10,
    keepFrom: 0.3,
    tellFrom: 0.9,
  }),
];

const wishTypes: readonly DocumentType[] = [typeOf('wanted_item'), typeOf('offered_item')];
const categoryOf = (subject: Subject): string[] => [textOf(subject, ['category']) ?? ''];

/** What somebody wishes for and what is offered: people look through it once a day. */
export const wishMatch = defineMatch({
  id: 'lost-and-found/wish',
  title: 'Offers for a wish',
  version: '1',
  left: 'wanted_item',
  right: 'offered_item',
  sides: 'one-sided',
  keys: [
    {
      id: 'lost-and-found/category',
      title: 'Category',
      reads: ['category'],
      keys: { wanted_item: categoryOf, offered_item: categoryOf },
    },
  ],
  features: [same('colour', 'Colour')],
  vetoes: [],
  weights: { colour: { for: 3, against: 3 } },
  prior: 0.5,
  correlation: 0.1,
  topN: 10,
  keepFrom: 0.3,
  tellFrom: 0.9,
  daily: {
    reads: { left: [], right: ['description'] },
    leaveOut: (_left, right) => (textOf(right, ['description']) === 'sold' ? 'it is sold' : undefined),
    say: (_left, right, { for: reasons }) => ({
      name: textOf(right, ['description']) ?? 'An offer',
      reason: reasons.join(' '),
    }),
  },
});

export const lostAndFound = createMatching(lostAndFoundMatches, lostAndFoundTypes);

/** With a declaration whose matches are told once a day. */
export const withWishes = createMatching([...lostAndFoundMatches, wishMatch], [...lostAndFoundTypes, ...wishTypes]);
