// The order of cases in a column of the board: a number each, so that one is put between two others without touching them.

import { sql } from 'kysely';
import type { CaseRow } from './cases.ts';
import type { Trx } from './database.ts';

/** What a column holds: cases of one type in one state, the workspace's or those of one person. */
export interface BoardColumn {
  type: string;
  state: string;
  ownerId: string | null;
}

/** Whoever puts something into a column takes turns with others who do. */
async function lockColumn(trx: Trx, { type, state, ownerId }: BoardColumn): Promise<void> {
  const name = `${type} ${state} ${ownerId}`;
  await sql`select pg_advisory_xact_lock(${COLUMN_LOCK}::int, hashtext(current_setting('sheaf.workspace_id') || ${name}))`.execute(
    trx,
  );
}
const COLUMN_LOCK = 711_535;

const inColumn = ({ type, state, ownerId }: BoardColumn) =>
  sql<boolean>`type = ${type} and state = ${state} and owner_id is not distinct from ${ownerId}`;

/** The first ones in order, and how many there are. */
export async function listColumn(
  trx: Trx,
  column: BoardColumn,
  limit: number,
): Promise<{ rows: CaseRow[]; count: number }> {
  const rows = await trx
    .selectFrom('cases')
    .selectAll()
    .where(inColumn(column))
    .orderBy('place')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const { count } = await trx
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(inColumn(column))
    .executeTakeFirstOrThrow();
  return { rows, count: Number(count) };
}

/** A place on top of the column. */
export async function placeOnTop(trx: Trx, column: BoardColumn): Promise<number> {
  await lockColumn(trx, column);
  const { first } = await trx
    .selectFrom('cases')
    .select(({ fn }) => fn.min('place').as('first'))
    .where(inColumn(column))
    .executeTakeFirstOrThrow();
  return first === null ? 0 : first - 1;
}

/** A place right below another case of the column; undefined when that is not in it. */
export async function placeBelow(trx: Trx, column: BoardColumn, aboveId: string): Promise<number | undefined> {
  await lockColumn(trx, column);
  const between = await findGap(trx, column, aboveId);
  if (!between || between.middle === undefined) {
    if (!between) return undefined;
    await spread(trx, column);
    return (await findGap(trx, column, aboveId))?.middle;
  }
  return between.middle;
}

/** The middle of the gap below a case; no middle when the numbers have become too fine. */
async function findGap(
  trx: Trx,
  column: BoardColumn,
  aboveId: string,
): Promise<{ middle: number | undefined } | undefined> {
  const { rows } = await sql<{ above: number; below: number | null }>`select place as above, below from (
      select id, place, lead(place) over (order by place, id desc) as below from cases where ${inColumn(column)}
    ) as ordered where id = ${aboveId}`.execute(trx);
  const gap = rows[0];
  if (!gap) return undefined;
  if (gap.below === null) return { middle: gap.above + 1 };
  const middle = (gap.above + gap.below) / 2;
  return { middle: middle > gap.above && middle < gap.below ? middle : undefined };
}

/** Whole numbers again, in the same order. */
async function spread(trx: Trx, column: BoardColumn): Promise<void> {
  await sql`update cases set place = ordered.number from (
      select id, row_number() over (order by place, id desc) as number from cases where ${inColumn(column)}
    ) as ordered where cases.id = ordered.id`.execute(trx);
}

/** The order is no content: it makes no version. */
export async function setPlace(trx: Trx, id: string, place: number): Promise<void> {
  await trx.updateTable('cases').set({ place }).where('id', '=', id).execute();
}
