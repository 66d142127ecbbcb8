// What happened to cases, as rows that are only ever added.

import { type Selectable, sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { CaseRow } from './cases.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import { newId } from './new-id.ts';
import type { CaseEventKind, CaseEventTable } from './schema-cases.ts';

export type CaseEventRow = Selectable<CaseEventTable>;

export interface NewCaseEvent {
  kind: CaseEventKind;
  /** undefined = by itself. */
  by: string | undefined;
  at: Date;
  fromState?: string | undefined;
  toState?: string | undefined;
  takesBack?: string;
  note?: string | undefined;
  data?: { [name: string]: Json };
}

export async function insertCaseEvent(
  trx: Trx,
  { workspace_id, id: case_id, owner_id }: Pick<CaseRow, 'workspace_id' | 'id' | 'owner_id'>,
  { kind, by, at, fromState, toState, takesBack, note, data = {} }: NewCaseEvent,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('case_events')
    .values({
      ...{ workspace_id, id, case_id, owner_id, at, kind },
      by_id: by ?? null,
      from_state: fromState ?? null,
      to_state: toState ?? null,
      takes_back: takesBack ?? null,
      note: note === undefined ? null : cleanText(note),
      data: toJsonb(data),
    })
    .execute();
  return id;
}

/** Newest first. */
export async function listCaseEvents(
  trx: Trx,
  { caseId, before, limit }: { caseId: string; before?: string | undefined; limit: number },
): Promise<CaseEventRow[]> {
  let query = trx
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.execute();
}

export async function countCaseEvents(trx: Trx, caseId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('case_events')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How it came to be where it is, oldest first: what was taken back did not happen. */
export async function listStandingMoves(trx: Trx, caseId: string): Promise<CaseEventRow[]> {
  return trx
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['opened', 'moved', 'reopened'])
    .where(sql<boolean>`not exists (select from case_events undone where undone.workspace_id = case_events.workspace_id
      and undone.case_id = case_events.case_id and undone.takes_back = case_events.id)`)
    .orderBy('id')
    .execute();
}
