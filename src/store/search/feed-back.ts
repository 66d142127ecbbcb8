// The best answers tell what else is meant: the vector of the query is drawn towards them, and the best hundred are looked at again.

import { dotProduct } from '../../document/dot-product.ts';
import { drawTowards, FEEDBACK_ITEMS, fuseRankings, type RankedCandidate } from '../../search/fuse-rankings.ts';
import type { ScoreTable } from '../../search/score-words.ts';
import type { Trx } from '../database.ts';
import { type NearPassage, type PassagePlace, readVectors } from './nearest-passages.ts';

const POOL = 100;
/** Of fewer the order is told by themselves. */
const LEAST_RANKED = 3;
/** A long item is judged by so many of its passages. */
const MOST_OF_ONE_ITEM = 3;

export interface FedBack {
  workspaceId: string;
  /** Number of the model; undefined = no meaning took part, and nothing is done. */
  model: number | undefined;
  vector: Float32Array | undefined;
  ranked: readonly RankedCandidate[];
  near: readonly NearPassage[];
  bodies: ScoreTable;
}

export async function feedBack(
  trx: Trx,
  { workspaceId, model, vector, ranked, near, bodies }: FedBack,
): Promise<readonly RankedCandidate[]> {
  if (model === undefined || !vector || ranked.length < LEAST_RANKED) return ranked;
  const pool = ranked.slice(0, POOL);
  const places = pool.map((one) => passagesOf(one, { near, bodies }));
  // Two witnesses: what only one way found tells too little of what was meant.
  const best = pool
    .map(({ fused, textRank, meaningRank }, at) => ({ fused, both: textRank !== null && meaningRank !== null, at }))
    .filter(({ both }) => both)
    .slice(0, FEEDBACK_ITEMS);
  if (best.length === 0) return ranked;
  const vectors = new Map<string, Float32Array>();
  for (const { vector: own, ...place } of near) if (own) vectors.set(keyOf(place), own);
  const passages = places.flat().filter((place) => !vectors.has(keyOf(place)));
  for (const found of await readVectors(trx, { workspaceId, model, passages })) {
    vectors.set(keyOf(found), found.vector);
  }
  const drawn = drawTowards(
    vector,
    best.flatMap(({ fused, at }) => {
      const own = vectors.get(keyOf(places[at]![0]!));
      return own ? [{ vector: own, fused }] : [];
    }),
  );
  const again = fuseRankings(
    pool.map((one, at) => {
      const all = places[at]!.flatMap((place) => vectors.get(keyOf(place)) ?? []);
      const similarities = all.map((own) => dotProduct(drawn, own));
      return { ...one, similarity: all.length === 0 ? null : Math.max(...similarities) };
    }),
  );
  const before = new Map(pool.map((one) => [`${one.collection} ${one.item}`, one]));
  // What was found by which way at which place is told as it was found.
  const told = again.map(({ fused, collection, item }) => ({
    ...before.get(`${collection} ${item}`)!,
    fused: 1 + fused,
  }));
  return [...told, ...ranked.slice(POOL)];
}

const keyOf = ({ collection, number }: PassagePlace): string => `${collection} ${number}`;

/** The passages that words or meaning found in the item, nearest first, then the one with the best words; without any, its first. */
function passagesOf(
  { collection, item, end }: RankedCandidate,
  { near, bodies }: Pick<FedBack, 'near' | 'bodies'>,
): PassagePlace[] {
  const places = near
    .filter((one) => one.collection === collection && one.number >= item && one.number < end)
    .slice(0, MOST_OF_ONE_ITEM)
    .map(({ number }) => ({ collection, number }));
  let best = item;
  for (let number = item; number < end; number += 1) {
    if (bodies.get(collection, number) > bodies.get(collection, best)) best = number;
  }
  if (!places.some((place) => place.number === best)) places.push({ collection, number: best });
  return places;
}
