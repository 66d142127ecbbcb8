// Looking cases up: lists, the board, one with its history, figures.

import { findState } from '../cases/case-kinds.ts';
import type { CaseSpec } from '../cases/case-spec.ts';
import { SheafError } from '../errors.ts';
import { type CaseEventRow, listCaseEvents } from '../store/case-events.ts';
import {
  countPeriods,
  countStages,
  countSteps,
  type FigureFilter,
  type PeriodFigures,
  type StageFigures,
} from '../store/case-figures.ts';
import { listColumn } from '../store/case-places.ts';
import { type CaseFilter, type CaseRow, listCases } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { type CaseDeps, type CaseView, seenCase, specOf, viewCase, viewCases } from './case-view.ts';
import type { Actor } from './services.ts';

/** Newest first. Throws `case.unknown-type`, `case.unknown-state`. */
export async function getCases(
  deps: CaseDeps,
  actor: Actor,
  filter: Omit<CaseFilter, 'viewerId'>,
): Promise<CaseView[]> {
  if (filter.type !== undefined) {
    const spec = specOf(deps.caseKinds, filter.type);
    filter = { ...filter, type: spec.id };
    for (const state of filter.states ?? []) if (!findState(spec, state)) throw new SheafError('case.unknown-state');
  }
  return inWorkspace(deps.db, actor.workspaceId, async (trx) =>
    viewCases(trx, deps, actor, await listCases(trx, { ...filter, viewerId: actor.userId })),
  );
}

/** Throws `case.not-found`. */
export async function getCase(deps: CaseDeps, actor: Actor, id: string): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) =>
    viewCase(trx, deps, actor, await seenCase(trx, actor, id)),
  );
}

/** What happened to it, newest first. Throws `case.not-found`. */
export async function getCaseTimeline(
  { db }: Pick<CaseDeps, 'db'>,
  actor: Actor,
  { id, before, limit }: { id: string; before?: string | undefined; limit: number },
): Promise<CaseEventRow[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await seenCase(trx, actor, id);
    return listCaseEvents(trx, { caseId: id, before, limit });
  });
}

export interface BoardView {
  spec: CaseSpec;
  columns: { state: string; count: number; cases: CaseView[] }[];
}

/** A column for each state, each in its order. Throws `case.unknown-type`. */
export async function getBoard(
  deps: CaseDeps,
  actor: Actor,
  asked: { type: string; limit: number },
): Promise<BoardView> {
  const spec = specOf(deps.caseKinds, asked.type);
  const { id: type } = spec;
  const ownerId = spec.ownership === 'person' ? actor.userId : null;
  const columns = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const found: { state: string; count: number; rows: CaseRow[] }[] = [];
    for (const { id: state } of spec.states) {
      found.push({ state, ...(await listColumn(trx, { type, state, ownerId }, asked.limit)) });
    }
    return viewColumns(trx, deps, actor, found);
  });
  return { spec, columns };
}

async function viewColumns(
  trx: Trx,
  deps: CaseDeps,
  actor: Actor,
  found: readonly { state: string; count: number; rows: CaseRow[] }[],
): Promise<BoardView['columns']> {
  const views = await viewCases(
    trx,
    deps,
    actor,
    found.flatMap(({ rows }) => rows),
  );
  const byId = new Map(views.map((view) => [view.row.id, view]));
  return found.map(({ state, count, rows }) => ({ state, count, cases: rows.map(({ id }) => byId.get(id)!) }));
}

export interface CaseFigures {
  spec: CaseSpec;
  /** Of every state, in its order. */
  stages: StageFigures[];
  /** Steps that were taken, by how many cases. */
  steps: { from: string; to: string; cases: number }[];
  periods: PeriodFigures[];
}

const MOST_PERIODS = 60;

/** Throws `case.unknown-type`. */
export async function getCaseFigures(
  { db, caseKinds }: CaseDeps,
  { workspaceId, userId: viewerId }: Actor,
  { by, ...asked }: Omit<FigureFilter, 'viewerId'> & { by: 'week' | 'month' },
): Promise<CaseFigures> {
  const spec = specOf(caseKinds, asked.type);
  const filter = { ...asked, type: spec.id, viewerId };
  return inWorkspace(db, workspaceId, async (trx) => {
    const counted = new Map((await countStages(trx, filter)).map((stage) => [stage.state, stage]));
    const stages = spec.states.map(
      ({ id: state }) => counted.get(state) ?? { state, now: 0, reached: 0, medianSeconds: null },
    );
    const steps = await countSteps(trx, filter);
    return { spec, stages, steps, periods: await countPeriods(trx, filter, { by, limit: MOST_PERIODS }) };
  });
}
