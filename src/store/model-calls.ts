// Calls of language models as rows to look at, and the answers that are kept for a while.

import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import type { CallOutcome, ModelCallTable } from './schema-models.ts';

export type ModelCallRow = Omit<Selectable<ModelCallTable>, 'sealed_request' | 'sealed_response'>;

const shown = [
  'id',
  'workspace_id',
  'user_id',
  'prompt',
  'prompt_version',
  'provider',
  'model',
  'redacted',
  'state',
  'outcome',
  'period_start',
  'reserved_tokens',
  'reserved_micros',
  'expires_at',
  'input_tokens',
  'output_tokens',
  'cost_micros',
  'rounds',
  'tries',
  'duration_ms',
  'created_at',
] as const satisfies readonly (keyof ModelCallRow)[];

export interface ModelCallFilter {
  workspaceId?: string | undefined;
  prompt?: string | undefined;
  outcome?: CallOutcome | undefined;
  /** Only ids before this one. */
  before?: string | undefined;
  limit: number;
}

/** Newest first. With the owner's rights those of all workspaces, in a workspace its own. */
export async function listModelCalls(db: Db, filter: ModelCallFilter): Promise<ModelCallRow[]> {
  const { workspaceId, prompt, outcome, before, limit } = filter;
  let query = db.selectFrom('model_calls').select(shown).orderBy('id', 'desc').limit(limit);
  if (workspaceId) query = query.where('workspace_id', '=', workspaceId);
  if (prompt) query = query.where('prompt', '=', prompt);
  if (outcome) query = query.where('outcome', '=', outcome);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

export async function findModelCall(trx: Trx, id: string): Promise<Selectable<ModelCallTable> | undefined> {
  return trx.selectFrom('model_calls').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A call that was answered without anybody being asked: it cost nothing. */
export async function insertCachedCall(
  trx: Trx,
  call: Pick<
    ModelCallRow,
    'id' | 'workspace_id' | 'user_id' | 'prompt' | 'prompt_version' | 'provider' | 'model' | 'redacted'
  >,
  periodStart: string,
): Promise<void> {
  await trx
    .insertInto('model_calls')
    .values({
      ...call,
      state: 'over',
      outcome: 'cached',
      duration_ms: 0,
      period_start: periodStart,
      expires_at: new Date(),
    })
    .execute();
}

export async function findAnswer(trx: Trx, key: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('model_answers')
    .select('sealed_answer')
    .where('key', '=', key)
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return row?.sealed_answer;
}

export interface KeptModelAnswer {
  workspaceId: string;
  key: string;
  sealedAnswer: string;
  expiresAt: Date;
}

export async function keepAnswer(
  trx: Trx,
  { workspaceId, key, sealedAnswer, expiresAt }: KeptModelAnswer,
): Promise<void> {
  const row = { sealed_answer: sealedAnswer, expires_at: expiresAt };
  await trx
    .insertInto('model_answers')
    .values({ workspace_id: workspaceId, key, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(row))
    .execute();
}

/** Forgets what is past its time in every workspace, with the owner's rights. Returns how many calls went. */
export async function tidyModelCalls(db: Db, before: Date): Promise<{ calls: number; answers: number; lost: number }> {
  const lost = await db
    .updateTable('model_calls')
    .set({ state: 'over', outcome: 'lost', reserved_tokens: 0, reserved_micros: 0 })
    .where('state', '=', 'running')
    .where('expires_at', '<', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  const calls = await db
    .deleteFrom('model_calls')
    .where('created_at', '<', before)
    .where('state', '=', 'over')
    .executeTakeFirst();
  const answers = await db.deleteFrom('model_answers').where('expires_at', '<', sql<Date>`now()`).executeTakeFirst();
  return {
    calls: Number(calls.numDeletedRows),
    answers: Number(answers.numDeletedRows),
    lost: Number(lost.numUpdatedRows),
  };
}
