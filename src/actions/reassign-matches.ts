// Arranges the proposals around some records anew, where a record goes to one other only: everything that hangs together with
// them is looked at, as far as that is not too much.

import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/value.ts';
import { assignMatches, isAssigned, limitedSides, type OpenPair } from '../match/assign-matches.ts';
import type { MatchSpec } from '../match/match-spec.ts';
import type { Explanation } from '../match/score-pair.ts';
import type { Trx } from '../store/database.ts';
import { listOpenPairs, type MatchRow, putAssignment } from '../store/matches.ts';
import { type NoticeRoom, tellOfMatch } from './tell-of-match.ts';

/** Pairs arranged at once; beyond them, proposals stay as they are. */
const MOST_PAIRS = 400;

/** In a transaction that holds the lock of matching. Does nothing where any number belong together. */
export async function reassignMatches(
  trx: Trx,
  room: NoticeRoom,
  { spec, records }: { spec: MatchSpec; records: readonly string[] },
): Promise<void> {
  if (!isAssigned(spec)) return;
  const { rows, looked } = await gatherAround(trx, spec, records);
  const sides = limitedSides(spec);
  const pairs = rows.flatMap((row): (OpenPair & { row: MatchRow })[] => {
    const pair = { id: row.id, left: row.left_id, right: row.right_id, probability: row.probability, row };
    if (row.state === 'accepted') return [{ ...pair, held: 'accepted' }];
    // Whoever has pairs that were not looked at may be given elsewhere.
    if (sides.every((side) => looked.has(pair[side]))) return [{ ...pair, held: null }];
    return row.state === 'proposed' ? [{ ...pair, held: 'proposed' }] : [];
  });
  const assigned = assignMatches(spec, pairs);
  for (const { id, row } of pairs) {
    const now = assigned.get(id);
    if (!now) continue;
    const { proposed, assignment } = now;
    const because = proposed ? null : assignment ? ('assigned-elsewhere' as const) : ('outranked' as const);
    const state = proposed ? ('proposed' as const) : ('superseded' as const);
    const explanation = row.explanation as unknown as Explanation;
    const same = canonical(explanation.assignment ?? null) === canonical(assignment);
    if (same && row.state === state && row.superseded_because === because) continue;
    await putAssignment(trx, row, { state, because, explanation: { ...explanation, assignment } });
    if (proposed && row.state !== 'proposed') await tellOfMatch(trx, room, { id, spec, probability: row.probability });
  }
}

const canonical = (value: object | null): string => canonicalJson(value as unknown as Json);

/** Step by step from record to record; `looked`: whose pairs were all found, the proposed and accepted ones at least. */
async function gatherAround(
  trx: Trx,
  { id, keepFrom }: MatchSpec,
  records: readonly string[],
): Promise<{ rows: MatchRow[]; looked: Set<string> }> {
  const rows = new Map<string, MatchRow>();
  const looked = new Set<string>();
  let next = [...records];
  while (next.length > 0 && rows.size < MOST_PAIRS) {
    const limit = MOST_PAIRS;
    const found = await listOpenPairs(trx, { spec: id, keepFrom, records: next, limit });
    // Standing ones come first: with the last of them the rest can only be weaker proposals of the future.
    const last = found.at(-1);
    if (found.length === limit && (last?.state === 'proposed' || last?.state === 'accepted')) break;
    for (const row of found) rows.set(row.id, row);
    for (const record of next) looked.add(record);
    const seen = found.flatMap((row) => [row.left_id, row.right_id]);
    next = [...new Set(seen)].filter((record) => !looked.has(record)).sort();
  }
  return { rows: [...rows.values()], looked };
}
