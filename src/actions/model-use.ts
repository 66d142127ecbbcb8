// Language models as people see them: what a workspace used and may use, and the calls that were made for it.

import { SheafError } from '../errors.ts';
import { monthOf } from '../identity/tiers.ts';
import { inWorkspace } from '../store/database.ts';
import {
  effectiveLimits,
  type ModelBudgets,
  type ModelLimits,
  type ModelUse,
  readModelBudgets,
  readModelUse,
  writeModelBudget,
} from '../store/model-budgets.ts';
import { findModelCall, listModelCalls, type ModelCallFilter, type ModelCallRow } from '../store/model-calls.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services, Somebody } from './services.ts';

type Deps = Pick<Services, 'db' | 'models'>;

export interface ModelUsage extends ModelUse {
  configured: boolean;
  currency: string;
  /** The tightest of all that count. */
  limits: ModelLimits;
  /** Who set what. */
  budgets: ModelBudgets;
  resetsAt: Date;
}

export async function getModelUsage(
  { db, models }: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<ModelUsage> {
  const { start: periodStart, resetsAt } = monthOf(new Date());
  return inWorkspace(db, workspaceId, async (trx) => ({
    configured: models.configured,
    currency: models.currency,
    ...(await readModelUse(trx, { workspaceId, periodStart })),
    limits: await effectiveLimits(trx, models.budgets.each),
    budgets: await readModelBudgets(trx),
    resetsAt,
  }));
}

/** The owner of a workspace limits it further than the operator does. */
export async function setOwnModelBudget(deps: Deps, actor: Actor, limits: ModelLimits): Promise<ModelUsage> {
  const { workspaceId } = actor;
  await inWorkspace(deps.db, workspaceId, async (trx) => {
    await writeModelBudget(trx, { workspaceId, by: 'own', limits });
    await recordActs(trx, actor, [{ action: 'quota.changed', details: detailsOf('own', limits) }]);
  });
  return getModelUsage(deps, actor);
}

/** The operator gives a workspace a budget instead of the settings'. Throws `workspace.not-found`. */
export async function giveModelBudget(
  deps: Deps,
  by: Somebody,
  { workspaceId, limits }: { workspaceId: string; limits: ModelLimits },
): Promise<ModelUsage> {
  await inWorkspace(deps.db, workspaceId, async (trx) => {
    if (!(await findWorkspace(trx))) throw new SheafError('workspace.not-found');
    await writeModelBudget(trx, { workspaceId, by: 'given', limits });
    // Where the operator was is not for the administrators of the workspace.
    const actor = { workspaceId, userId: by.userId, requestId: by.requestId };
    await recordActs(trx, actor, [{ action: 'quota.changed', details: detailsOf('given', limits) }]);
  });
  return getModelUsage(deps, { workspaceId });
}

const detailsOf = (budget: 'own' | 'given', { tokens, costMicros }: ModelLimits) => ({
  budget: `language-model-${budget}`,
  tokens: tokens ?? null,
  costMicros: costMicros ?? null,
});

export async function getModelCalls(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  filter: ModelCallFilter,
): Promise<ModelCallRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listModelCalls(trx, filter));
}

/** Of all workspaces: figures, never what was asked. */
export async function getAllModelCalls({ db }: Pick<Deps, 'db'>, filter: ModelCallFilter): Promise<ModelCallRow[]> {
  return listModelCalls(db, filter);
}

export interface ModelCallDetail {
  row: ModelCallRow;
  /** What was sent and answered, where it was kept and can be opened. */
  request: string | undefined;
  response: string | undefined;
}

/** Throws `model.call-not-found`. */
export async function getModelCall(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  { workspaceId }: Actor,
  id: string,
): Promise<ModelCallDetail> {
  const found = await inWorkspace(db, workspaceId, (trx) => findModelCall(trx, id));
  if (!found) throw new SheafError('model.call-not-found');
  const { sealed_request, sealed_response, ...row } = found;
  const open = (sealed: string | null): string | undefined => (sealed === null ? undefined : secrets.open(sealed));
  return { row, request: open(sealed_request), response: open(sealed_response) };
}
