// Moving cases: by the declared steps alone, with what the declaration asks for; ending, reopening, and taking a slip back.

import { stateOf } from '../cases/case-kinds.ts';
import { findTransition, mayTake, possibleMoves } from '../cases/case-moves.ts';
import type { CaseSpec } from '../cases/case-spec.ts';
import { SheafError } from '../errors.ts';
import { type CaseAttachmentRow, listCaseAttachments } from '../store/case-attachments.ts';
import { insertCaseEvent, listStandingMoves } from '../store/case-events.ts';
import { placeBelow, placeOnTop, setPlace } from '../store/case-places.ts';
import { type CaseRow, findOpenCase, lockCaseSubject, updateCase } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import type { CaseEventKind } from '../store/schema-cases.ts';
import { recordActs } from './audit.ts';
import {
  type CaseDeps,
  type CaseTarget,
  type CaseView,
  factsOf,
  lockSeenCase,
  moverOf,
  seenCase,
  viewCase,
} from './case-view.ts';
import { noteCaseOutcome } from './note-case-outcome.ts';
import type { Actor, Services } from './services.ts';

type Deps = CaseDeps & Pick<Services, 'raiseNotice'>;

export interface MoveWish extends CaseTarget {
  to: string;
  note?: string | undefined;
  /** The case that it is to stand below, in the order of the board; absent = on top. */
  below?: string | undefined;
}

/**
 * Throws `case.not-found`, `case.changed`, `case.unknown-state`, `case.illegal-move` (whose details say where steps lead),
 * `case.not-ready`, `auth.forbidden`.
 */
export async function moveCase(deps: Deps, actor: Actor, wish: MoveWish): Promise<CaseView> {
  return change(deps, actor, wish, async (trx, { row, spec }) => {
    if (!spec.states.some(({ id }) => id === wish.to)) throw new SheafError('case.unknown-state');
    return takeStep(trx, deps, actor, { spec, row, to: wish.to, note: wish.note, below: wish.below });
  });
}

/** Ends a case: in the one end that steps lead to, or the one that is named. Throws what `moveCase` throws. */
export async function closeCase(
  deps: Deps,
  actor: Actor,
  wish: Omit<MoveWish, 'to' | 'below'> & { to?: string | undefined },
): Promise<CaseView> {
  return change(deps, actor, wish, async (trx, { row, spec }) => {
    const ends = spec.states.filter(({ id, kind }) => kind !== 'open' && findTransition(spec, row.state, id));
    const to = wish.to ?? (ends.length === 1 ? ends[0]!.id : undefined);
    if (to === undefined || !ends.some(({ id }) => id === to)) {
      throw new SheafError('case.illegal-move', 'Say which of its ends the case comes to.', {
        details: { allowed: ends.map(({ id }) => id) },
      });
    }
    return takeStep(trx, deps, actor, { spec, row, to, note: wish.note });
  });
}

/** Back to the state that it ended from. Throws `case.not-reopenable`, `case.already-open`. */
export async function reopenCase(
  deps: Deps,
  actor: Actor,
  wish: CaseTarget & { note?: string | undefined },
): Promise<CaseView> {
  return change(deps, actor, wish, async (trx, { row, spec }) => {
    const last = (await listStandingMoves(trx, row.id)).at(-1);
    const to = last?.from_state;
    if (row.is_open || !spec.reopens || !to) throw new SheafError('case.not-reopenable');
    return enter(trx, deps, actor, { spec, row, to, kind: 'reopened', note: wish.note });
  });
}

/** The last move, by whoever made it, while that is allowed. Throws `case.nothing-to-take-back`, `case.already-open`. */
export async function takeBackMove(deps: Deps, actor: Actor, wish: CaseTarget, now = new Date()): Promise<CaseView> {
  return change(deps, actor, wish, async (trx, { row, spec }) => {
    const moves = await listStandingMoves(trx, row.id);
    const [before, last] = [moves.at(-2), moves.at(-1)];
    const until = (last?.at.getTime() ?? 0) + (spec.takeBackMinutes ?? 0) * 60_000;
    if (!before || !last?.from_state || last.by_id !== actor.userId || now.getTime() > until) {
      throw new SheafError('case.nothing-to-take-back');
    }
    return enter(trx, deps, actor, {
      ...{ spec, row, to: last.from_state, kind: 'taken-back', takesBack: last.id, since: before.at },
    });
  });
}

/** Its place in its column: no change of the case itself. Throws `case.not-found`, also for what it is to stand below. */
export async function placeCase(
  { db }: Deps,
  actor: Actor,
  { id, below }: { id: string; below: string | null },
): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    const row = await seenCase(trx, actor, id);
    await setPlace(trx, id, await placeFor(trx, row, row.state, below === id ? undefined : (below ?? undefined)));
  });
}

async function change(
  deps: Deps,
  actor: Actor,
  target: CaseTarget,
  work: (trx: Trx, found: { row: CaseRow; spec: CaseSpec }) => Promise<CaseRow>,
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    await lockSubjectOf(trx, actor, target.id);
    const found = await lockSeenCase(trx, deps, actor, target);
    const row = await work(trx, found);
    const { requestId } = target;
    const details = { from: found.row.state, to: row.state };
    await recordActs(trx, actor, [{ action: 'case.moved', target: { type: 'case', id: row.id }, details, requestId }]);
    return viewCase(trx, deps, actor, row);
  });
}

/** Before the case itself, as opening does: of two who reopen at once, the second finds the first. */
async function lockSubjectOf(trx: Trx, actor: Actor, id: string): Promise<void> {
  const { type, subject_id: subjectId } = await seenCase(trx, actor, id);
  if (subjectId !== null) await lockCaseSubject(trx, { workspaceId: actor.workspaceId, type, subjectId });
}

interface Step {
  spec: CaseSpec;
  row: CaseRow;
  to: string;
  note?: string | undefined;
  below?: string | undefined;
}

/** Throws what `moveCase` throws. The caller holds the lock. */
export async function takeStep(trx: Trx, deps: Pick<Deps, 'raiseNotice'>, actor: Actor, step: Step): Promise<CaseRow> {
  const attachments = await listCaseAttachments(trx, [step.row.id]);
  ensureMayMove(step.spec, { ...step, attachments, actor });
  return enter(trx, deps, actor, { ...step, kind: 'moved' });
}

/** Throws `case.illegal-move`, `auth.forbidden`, `case.not-ready`. `direct: false` = what is not declared is let through. */
export function ensureMayMove(
  spec: CaseSpec,
  {
    row,
    attachments,
    actor,
    to,
    direct = true,
  }: { row: CaseRow; attachments: readonly CaseAttachmentRow[]; actor: Actor; to: string; direct?: boolean },
): void {
  const facts = factsOf(row, attachments);
  const mover = moverOf(actor);
  const step = findTransition(spec, row.state, to);
  if (!step) {
    if (!direct) return;
    const allowed = possibleMoves(spec, facts, mover).map((move) => move.to);
    throw new SheafError('case.illegal-move', undefined, { details: { allowed } });
  }
  if (!mayTake(step, mover)) throw new SheafError('auth.forbidden');
  const reason = step.guard?.(facts);
  if (reason !== undefined) throw new SheafError('case.not-ready', reason);
}

interface Entering extends Step {
  kind: Extract<CaseEventKind, 'moved' | 'reopened' | 'taken-back'>;
  takesBack?: string;
  /** Of a move that is taken back: since when it had been there. */
  since?: Date;
}

async function enter(
  trx: Trx,
  { raiseNotice }: Pick<Deps, 'raiseNotice'>,
  { workspaceId, userId }: Actor,
  { spec, row, to, note, below, kind, takesBack, since }: Entering,
): Promise<CaseRow> {
  const at = new Date();
  const isOpen = stateOf(spec, to).kind === 'open';
  if (isOpen && !row.is_open) await ensureNoneOpen(trx, row);
  const current = (await listCaseAttachments(trx, [row.id])).filter(({ detached_at }) => detached_at === null);
  const eventId = await insertCaseEvent(trx, row, {
    ...{ kind, by: userId, at, fromState: row.state, toState: to, note },
    ...(takesBack === undefined ? {} : { takesBack }),
    // What was sent with an application: exactly this.
    data: { attachments: current.map(({ id }) => id) },
  });
  const moved = await updateCase(trx, row, {
    state: to,
    is_open: isOpen,
    closed_at: isOpen ? null : (row.closed_at ?? at),
    state_since: since ?? at,
    place: await placeFor(trx, row, to, below),
  });
  await noteCaseOutcome(trx, { spec, row: moved });
  // What is one person's own is told to nobody.
  if (row.owner_id === null) {
    const data = { name: row.title, from: row.state, to };
    const subject = { type: 'case', id: row.id } as const;
    await raiseNotice(trx, { workspaceId, kind: 'case.moved', key: eventId, subject, data });
  }
  return moved;
}

/** Throws `case.already-open`. */
export async function ensureNoneOpen(trx: Trx, { id, type, owner_id: ownerId, subject_id: subjectId }: CaseRow) {
  if (subjectId === null) return;
  const other = await findOpenCase(trx, { type, ownerId, subjectId });
  if (other && other.id !== id) throw new SheafError('case.already-open');
}

async function placeFor(trx: Trx, row: CaseRow, state: string, below: string | undefined): Promise<number> {
  const column = { type: row.type, state, ownerId: row.owner_id };
  if (below === undefined) return placeOnTop(trx, column);
  const place = await placeBelow(trx, column, below);
  if (place === undefined)
    throw new SheafError('case.not-found', 'The case that it was to stand below is not in that state.');
  return place;
}
