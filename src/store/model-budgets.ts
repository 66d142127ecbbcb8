// What calls of language models may cost and did. A call reserves the most that it can cost before it is made, and is settled
// after: however many run at once, together they never pass a budget.

import { sql } from 'kysely';
import { asOwner, type Trx } from './database.ts';
import type { CallOutcome } from './schema-models.ts';

/** undefined = no limit. Costs are millionths of the currency. */
export interface ModelLimits {
  tokens: number | undefined;
  costMicros: number | undefined;
}

export interface ModelAmount {
  tokens: number;
  costMicros: number;
}

export interface ReservedCall {
  id: string;
  workspaceId: string;
  userId: string | undefined;
  prompt: string;
  promptVersion: number;
  provider: string;
  model: string;
  redacted: boolean;
}

export interface Reservation {
  call: ReservedCall;
  /** All that the call can cost, what it cost already included. */
  amount: ModelAmount;
  holdMs: number;
  /** Of workspaces that were given none of their own, and of all together. */
  limits: { each: ModelLimits; total: ModelLimits };
  /** First day of the month, UTC. A call counts in the month in which it began. */
  periodStart: string;
}

/** `busy`: it would fit, but for what other calls hold at the moment. `used-up`: it does not fit beside what was used. */
export type ReservationEnd = 'held' | 'busy' | 'used-up';

/**
 * Holds the amount for the call, instead of what it held before; nothing is changed when that would pass a budget.
 * Until the transaction ends, other reservations of the workspace wait here. `trx` is in the workspace.
 */
export async function reserveModelCall(trx: Trx, reservation: Reservation): Promise<ReservationEnd> {
  const { call, amount, holdMs, limits, periodStart } = reservation;
  const { workspaceId } = call;
  await sql`insert into model_usage (workspace_id, period_start) values (${workspaceId}, ${periodStart}::date)
    on conflict do nothing`.execute(trx);
  // Locks the row: the sums below stay true until the end.
  const used = await readUsed(
    trx,
    sql`select tokens, cost_micros from model_usage
    where workspace_id = ${workspaceId} and period_start = ${periodStart}::date for update`,
  );
  const held = await readUsed(trx, heldIn(periodStart, call.id, workspaceId));
  const ofWorkspace = fitsIn(await effectiveLimits(trx, limits.each), { used, held, amount });
  if (ofWorkspace !== 'held') return ofWorkspace;
  const ofAll = isLimited(limits.total) ? await asOwner(trx, () => fitsTotal(trx, reservation)) : 'held';
  if (ofAll !== 'held') return ofAll;
  const until = sql<Date>`clock_timestamp() + ${holdMs}::double precision * interval '1 millisecond'`;
  await trx
    .insertInto('model_calls')
    .values({
      id: call.id,
      workspace_id: workspaceId,
      user_id: call.userId ?? null,
      prompt: call.prompt,
      prompt_version: call.promptVersion,
      provider: call.provider,
      model: call.model,
      redacted: call.redacted,
      state: 'running',
      period_start: periodStart,
      reserved_tokens: amount.tokens,
      reserved_micros: amount.costMicros,
      expires_at: until,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'id'])
        .doUpdateSet({
          reserved_tokens: amount.tokens,
          reserved_micros: amount.costMicros,
          expires_at: until,
        })
        .where('model_calls.state', '=', 'running'),
    )
    .execute();
  return 'held';
}

async function fitsTotal(trx: Trx, { call, amount, limits, periodStart }: Reservation): Promise<ReservationEnd> {
  await sql`insert into model_totals (period_start) values (${periodStart}::date) on conflict do nothing`.execute(trx);
  const used = await readUsed(
    trx,
    sql`select tokens, cost_micros from model_totals
    where period_start = ${periodStart}::date for update`,
  );
  const held = await readUsed(trx, heldIn(periodStart, call.id));
  return fitsIn(limits.total, { used, held, amount });
}

/** What calls under way hold, but for this one. */
const heldIn = (periodStart: string, callId: string, workspaceId?: string) => sql`
  select coalesce(sum(reserved_tokens), 0)::bigint as tokens, coalesce(sum(reserved_micros), 0)::bigint as cost_micros
  from model_calls where state = 'running' and expires_at > clock_timestamp() and period_start = ${periodStart}::date
    and id <> ${callId} ${workspaceId === undefined ? sql`` : sql`and workspace_id = ${workspaceId}`}`;

async function readUsed(trx: Trx, query: ReturnType<typeof sql>): Promise<ModelAmount> {
  const { rows } = await query.execute(trx);
  const row = rows[0] as { tokens: number; cost_micros: number } | undefined;
  return { tokens: Number(row?.tokens ?? 0), costMicros: Number(row?.cost_micros ?? 0) };
}

export const isLimited = ({ tokens, costMicros }: ModelLimits): boolean =>
  tokens !== undefined || costMicros !== undefined;

function fitsIn(limits: ModelLimits, parts: Record<'used' | 'held' | 'amount', ModelAmount>): ReservationEnd {
  const { used, held, amount } = parts;
  if (!fits(limits, [used, amount])) return 'used-up';
  return fits(limits, [used, held, amount]) ? 'held' : 'busy';
}

function fits(limits: ModelLimits, amounts: readonly ModelAmount[]): boolean {
  return (['tokens', 'costMicros'] as const).every(
    (what) => amounts.reduce((sum, amount) => sum + amount[what], 0) <= (limits[what] ?? Number.POSITIVE_INFINITY),
  );
}

export interface ModelBudgets {
  own: ModelLimits;
  /** Of the operator, for this workspace; absent: the settings'. */
  given: ModelLimits;
}

/** `trx` is in the workspace. */
export async function readModelBudgets(trx: Trx): Promise<ModelBudgets> {
  const row = await trx.selectFrom('model_budgets').selectAll().executeTakeFirst();
  const amount = (value: number | null | undefined): number | undefined => (value == null ? undefined : Number(value));
  return {
    own: { tokens: amount(row?.own_tokens), costMicros: amount(row?.own_micros) },
    given: { tokens: amount(row?.given_tokens), costMicros: amount(row?.given_micros) },
  };
}

/** The tightest that counts for the workspace. `trx` is in it. */
export async function effectiveLimits(trx: Trx, usual: ModelLimits): Promise<ModelLimits> {
  const { own, given } = await readModelBudgets(trx);
  const least = (what: keyof ModelLimits): number | undefined => {
    const limits = [own[what], given[what] ?? usual[what]].filter((limit) => limit !== undefined);
    return limits.length === 0 ? undefined : Math.min(...limits);
  };
  return { tokens: least('tokens'), costMicros: least('costMicros') };
}

export interface BudgetChange {
  workspaceId: string;
  /** Whose limits are set. */
  by: 'own' | 'given';
  limits: ModelLimits;
}

export async function writeModelBudget(trx: Trx, { workspaceId, by, limits }: BudgetChange): Promise<void> {
  const tokens = limits.tokens ?? null;
  const micros = limits.costMicros ?? null;
  const set =
    by === 'own' ? { own_tokens: tokens, own_micros: micros } : { given_tokens: tokens, given_micros: micros };
  const none = { own_tokens: null, own_micros: null, given_tokens: null, given_micros: null };
  await trx
    .insertInto('model_budgets')
    .values({ workspace_id: workspaceId, ...none, ...set })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(set))
    .execute();
}

export interface ModelUse {
  used: ModelAmount & { calls: number };
  /** By calls under way. */
  held: ModelAmount;
}

export async function readModelUse(
  trx: Trx,
  { workspaceId, periodStart }: { workspaceId: string; periodStart: string },
): Promise<ModelUse> {
  const { rows } = await sql<{ calls: number; tokens: number; cost_micros: number }>`
    select calls, tokens, cost_micros from model_usage
    where workspace_id = ${workspaceId} and period_start = ${periodStart}::date`.execute(trx);
  const { calls = 0, tokens = 0, cost_micros = 0 } = rows[0] ?? {};
  const noCall = '00000000-0000-0000-0000-000000000000';
  const held = await readUsed(trx, heldIn(periodStart, noCall, workspaceId));
  return { used: { calls: Number(calls), tokens: Number(tokens), costMicros: Number(cost_micros) }, held };
}

/** Of all workspaces together. With the owner's rights. */
export async function readTotalUse(trx: Trx, periodStart: string): Promise<ModelAmount> {
  return readUsed(trx, sql`select tokens, cost_micros from model_totals where period_start = ${periodStart}::date`);
}

export interface SettledCall {
  id: string;
  workspaceId: string;
  outcome: CallOutcome;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
  rounds: number;
  tries: number;
  ms: number;
  sealedRequest: string | undefined;
  sealedResponse: string | undefined;
  /** False: only the sums are kept. */
  keep: boolean;
}

/**
 * Ends the call, once: what it did cost counts instead of what it held. The month in which it counts; undefined when it had
 * ended before. `trx` is in the workspace.
 */
export async function settleModelCall(trx: Trx, call: SettledCall): Promise<string | undefined> {
  const { rows } = await sql<{ period: string }>`
    update model_calls set state = 'over', outcome = ${call.outcome}, reserved_tokens = 0, reserved_micros = 0,
      input_tokens = ${call.inputTokens}, output_tokens = ${call.outputTokens}, cost_micros = ${call.costMicros},
      rounds = ${call.rounds}, tries = ${call.tries}, duration_ms = ${call.ms},
      sealed_request = ${call.sealedRequest ?? null}, sealed_response = ${call.sealedResponse ?? null}
    where id = ${call.id} and (state = 'running' or outcome = 'lost')
    returning period_start::text as period`.execute(trx);
  const period = rows[0]?.period;
  if (period === undefined) return undefined;
  const tokens = call.inputTokens + call.outputTokens;
  await sql`insert into model_usage (workspace_id, period_start, calls, tokens, cost_micros)
    values (${call.workspaceId}, ${period}::date, 1, ${tokens}, ${call.costMicros})
    on conflict (workspace_id, period_start) do update set calls = model_usage.calls + 1,
      tokens = model_usage.tokens + excluded.tokens, cost_micros = model_usage.cost_micros + excluded.cost_micros`.execute(
    trx,
  );
  await asOwner(trx, () =>
    sql`insert into model_totals (period_start, tokens, cost_micros) values (${period}::date, ${tokens}, ${call.costMicros})
      on conflict (period_start) do update set tokens = model_totals.tokens + excluded.tokens,
        cost_micros = model_totals.cost_micros + excluded.cost_micros`.execute(trx),
  );
  if (!call.keep) await trx.deleteFrom('model_calls').where('id', '=', call.id).execute();
  return period;
}
