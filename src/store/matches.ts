// Matches as rows. None is ever deleted but with one of its records: what is no more is superseded, so that decisions stay.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import { newId } from './new-id.ts';
import type { MatchState, MatchTable, SupersededBecause } from './schema-matching.ts';

export type MatchRow = Selectable<MatchTable>;

export interface MatchContent {
  score: number;
  probability: number;
  values: Record<string, number>;
  explanation: object;
  fingerprint: string;
}

const contentColumns = ({ score, probability, values, explanation, fingerprint }: MatchContent) => ({
  score,
  probability,
  feature_values: toJsonb(values),
  explanation: toJsonb(explanation),
  fingerprint,
});

/** A new proposal, or one that waits for the choice among all; its id. */
export async function insertMatch(
  trx: Trx,
  match: MatchContent & { workspaceId: string; spec: string; left: string; right: string; waits?: boolean },
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('matches')
    .values({
      workspace_id: match.workspaceId,
      id,
      spec: match.spec,
      left_id: match.left,
      right_id: match.right,
      ...(match.waits
        ? { state: 'superseded' as const, superseded_because: 'assigned-elsewhere' as const }
        : { state: 'proposed' as const }),
      ...contentColumns(match),
    })
    .execute();
  return id;
}

/** Stores what a new comparison gave, and the state that follows from it. */
export async function updateMatch(
  trx: Trx,
  { id, version }: Pick<MatchRow, 'id' | 'version'>,
  change: Partial<MatchContent> & { state?: MatchState; because?: SupersededBecause | null },
): Promise<void> {
  const { state, because, ...content } = change;
  const told = 'fingerprint' in content ? contentColumns(content as MatchContent) : {};
  await trx
    .updateTable('matches')
    .set({
      ...told,
      ...(state ? { state } : {}),
      ...(because === undefined ? {} : { superseded_because: because }),
      version: version + 1,
      updated_at: new Date(),
    })
    .where('id', '=', id)
    .execute();
}

/** Also of records in the trash. */
export async function listMatchesOf(trx: Trx, recordId: string): Promise<MatchRow[]> {
  return trx
    .selectFrom('matches')
    .selectAll()
    .where((is) => is.or([is('left_id', '=', recordId), is('right_id', '=', recordId)]))
    .orderBy('id')
    .execute();
}

/** Both records stand: what lies in the trash is not shown, and comes back with it. */
const standing = sql<boolean>`exists (select from records where records.id = matches.left_id)
  and exists (select from records where records.id = matches.right_id)`;

export async function findMatch(trx: Trx, id: string): Promise<MatchRow | undefined> {
  return trx.selectFrom('matches').selectAll().where('id', '=', id).where(standing).executeTakeFirst();
}

export async function lockMatch(trx: Trx, id: string): Promise<MatchRow | undefined> {
  return trx.selectFrom('matches').selectAll().where('id', '=', id).where(standing).forUpdate().executeTakeFirst();
}

export interface MatchFilter {
  recordId?: string | undefined;
  spec?: string | undefined;
  state?: MatchState | undefined;
  minProbability?: number | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listMatches(trx: Trx, filter: MatchFilter): Promise<MatchRow[]> {
  const { recordId, spec, state, minProbability, before, limit } = filter;
  let query = trx.selectFrom('matches').selectAll().where(standing).orderBy('id', 'desc').limit(limit);
  if (recordId) query = query.where((is) => is.or([is('left_id', '=', recordId), is('right_id', '=', recordId)]));
  if (spec) query = query.where('spec', '=', spec);
  if (state) query = query.where('state', '=', state);
  if (minProbability !== undefined) query = query.where('probability', '>=', minProbability);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Of any of these records, in these states, likeliest first. */
export async function listLikeliest(
  trx: Trx,
  {
    spec,
    records,
    states,
    minProbability = 0,
    limit,
  }: {
    spec: string;
    records: readonly string[];
    states: readonly MatchState[];
    minProbability?: number | undefined;
    limit: number;
  },
): Promise<MatchRow[]> {
  if (records.length === 0 || states.length === 0) return [];
  const ids = [...records];
  return trx
    .selectFrom('matches')
    .selectAll()
    .where('spec', '=', spec)
    .where('state', 'in', [...states])
    .where('probability', '>=', minProbability)
    .where((is) => is.or([is('left_id', 'in', ids), is('right_id', 'in', ids)]))
    .where(standing)
    .orderBy('probability', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface Crowd {
  spec: string;
  /** Whose lists may have become too long. */
  lefts: readonly string[];
  rights: readonly string[];
  topN: number;
}

/** Proposals of these records beyond the best `topN` of each give way. */
export async function supersedeOutranked(trx: Trx, { spec, lefts, rights, topN }: Crowd): Promise<void> {
  const beyond = (side: 'left_id' | 'right_id', ids: readonly string[]) => sql`select id from (
    select id, row_number() over (partition by ${sql.ref(side)} order by probability desc, id) as place from matches
    where spec = ${spec} and state = 'proposed' and ${sql.ref(side)} = any(${ids}::uuid[])) as ranked
    where place > ${topN}::int`;
  await sql`update matches set state = 'superseded', superseded_because = 'outranked', version = version + 1,
    updated_at = now() where id in (${beyond('left_id', lefts)} union ${beyond('right_id', rights)})`.execute(trx);
}

export interface Around {
  spec: string;
  keepFrom: number;
  records: readonly string[];
  limit: number;
}

/** Pairs of these records that stand or may be proposed: those that stand first, then the likeliest. */
export async function listOpenPairs(trx: Trx, { spec, keepFrom, records, limit }: Around): Promise<MatchRow[]> {
  const ids = [...records];
  return trx
    .selectFrom('matches')
    .selectAll()
    .where('spec', '=', spec)
    .where((is) => is.or([is('left_id', 'in', ids), is('right_id', 'in', ids)]))
    .where((is) =>
      is.or([
        is('state', '=', 'accepted'),
        is.and([
          is('probability', '>=', keepFrom),
          is.or([is('state', '=', 'proposed'), is('superseded_because', 'in', ['outranked', 'assigned-elsewhere'])]),
        ]),
      ]),
    )
    .where(standing)
    .orderBy(sql`state in ('accepted', 'proposed')`, 'desc')
    .orderBy('probability', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What came of choosing among all. */
export async function putAssignment(
  trx: Trx,
  { id, version }: Pick<MatchRow, 'id' | 'version'>,
  { state, because, explanation }: { state: MatchState; because: SupersededBecause | null; explanation: object },
): Promise<void> {
  await trx
    .updateTable('matches')
    .set({
      state,
      superseded_because: because,
      explanation: toJsonb(explanation),
      version: version + 1,
      updated_at: new Date(),
    })
    .where('id', '=', id)
    .execute();
}

/** Marks a match as told; false when people have been told before. */
export async function markTold(trx: Trx, id: string): Promise<boolean> {
  const marked = await trx
    .updateTable('matches')
    .set({ told_at: new Date() })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}

export interface StateCount {
  spec: string;
  state: MatchState;
  count: number;
}

export async function countMatches(trx: Trx): Promise<StateCount[]> {
  return trx
    .selectFrom('matches')
    .select(['spec', 'state', sql<number>`count(*)::int`.as('count')])
    .groupBy(['spec', 'state'])
    .orderBy('spec')
    .orderBy('state')
    .execute();
}

/** Of the records of these documents, or of these records. */
export async function listMatchIdsAround(trx: Trx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select matches.id from matches where exists (select from records
    where records.id in (matches.left_id, matches.right_id)
      and (records.id = any(${ids}::uuid[]) or records.document_id = any(${ids}::uuid[])))`.execute(trx);
  return rows.map(({ id }) => id);
}
