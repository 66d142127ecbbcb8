// Opening a case. One that is open about the same thing is brought up to date instead: asking twice makes one.

import { stateOf } from '../cases/case-kinds.ts';
import type { CaseSpec } from '../cases/case-spec.ts';
import { SheafError } from '../errors.ts';
import { listCaseAttachments } from '../store/case-attachments.ts';
import { insertCaseEvent, listStandingMoves } from '../store/case-events.ts';
import { placeOnTop } from '../store/case-places.ts';
import { type CaseRow, countCases, findOpenCase, insertCase, lockCaseSubject, updateCase } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { cleanText, toJsonb } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { recordActs } from './audit.ts';
import { type AttachmentWish, attachTo } from './case-attachments.ts';
import { type CaseFields, ensureFields, ensureSubject, titleOfCase } from './case-fields.ts';
import { type CaseDeps, type CaseView, specOf, viewCase } from './case-view.ts';
import { ensureMayMove, takeStep } from './move-case.ts';
import { noteCaseOutcome } from './note-case-outcome.ts';
import type { Actor, Services } from './services.ts';

type Deps = CaseDeps & Pick<Services, 'raiseNotice'>;

/** Of a workspace. */
const MOST_CASES = 100_000;

export interface CaseWish {
  type: string;
  /** The first of the type when absent. */
  state?: string | undefined;
  title?: string | undefined;
  /** The record that it is about. */
  subjectId?: string | undefined;
  fields?: CaseFields | undefined;
  attachments?: readonly AttachmentWish[] | undefined;
  note?: string | undefined;
  requestId?: string | undefined;
}

/**
 * A new case, or the open one about the same record with what the wish says: its fields, attachments, note, and a step to its
 * state unless the case has been there. Throws `case.unknown-type`, `case.unknown-state`, `case.wrong-subject`,
 * `case.invalid-fields`, `case.wrong-attachment`, `case.illegal-move`, `case.not-ready`, `auth.forbidden`, `case.full`.
 */
export async function openCase(deps: Deps, actor: Actor, wish: CaseWish): Promise<{ view: CaseView; isNew: boolean }> {
  const spec = specOf(deps.caseKinds, wish.type);
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const record = await ensureSubject(trx, spec, wish.subjectId);
    const ownerId = spec.ownership === 'person' ? actor.userId : null;
    let open: CaseRow | undefined;
    if (record) {
      await lockCaseSubject(trx, { workspaceId: actor.workspaceId, type: spec.id, subjectId: record.id });
      open = await findOpenCase(trx, { type: spec.id, ownerId, subjectId: record.id });
    }
    const row = open
      ? await bringUpToDate(trx, deps, actor, { spec, row: open, wish })
      : await makeCase(trx, actor, { spec, wish, title: titleOfCase(spec, wish.title, record), ownerId });
    const { requestId } = wish;
    const action = open ? 'case.changed' : 'case.opened';
    await recordActs(trx, actor, [{ action, target: { type: 'case', id: row.id }, requestId }]);
    return { view: await viewCase(trx, deps, actor, row), isNew: open === undefined };
  });
}

interface Making {
  spec: CaseSpec;
  wish: CaseWish;
  title: string;
  ownerId: string | null;
}

async function makeCase(trx: Trx, actor: Actor, { spec, wish, title, ownerId }: Making): Promise<CaseRow> {
  if ((await countCases(trx)) >= MOST_CASES) throw new SheafError('case.full');
  const at = new Date();
  const state = wish.state ?? spec.initial[0]!;
  ensureState(spec, state);
  if (!spec.initial.includes(state)) {
    throw new SheafError('case.illegal-move', undefined, { details: { allowed: [...spec.initial] } });
  }
  const row = await insertCase(trx, {
    ...{ workspace_id: actor.workspaceId, id: newId(), type: spec.id, owner_id: ownerId, state },
    title: cleanText(title),
    is_open: true,
    subject_id: wish.subjectId ?? null,
    fields: toJsonb(ensureFields(spec, {}, wish.fields ?? {})),
    place: await placeOnTop(trx, { type: spec.id, state, ownerId }),
    created_by: actor.userId,
    state_since: at,
    closed_at: null,
    created_at: at,
  });
  for (const attachment of wish.attachments ?? []) await attachTo(trx, actor, { spec, row, attachment });
  const attachments = await listCaseAttachments(trx, [row.id]);
  // Who begins further on must be able to get there.
  if (state !== spec.initial[0])
    ensureMayMove(spec, { row: { ...row, state: spec.initial[0]! }, attachments, actor, to: state, direct: false });
  await insertCaseEvent(trx, row, {
    ...{ kind: 'opened', by: actor.userId, at, toState: state, note: wish.note },
    data: { attachments: attachments.map(({ id }) => id) },
  });
  await noteCaseOutcome(trx, { spec, row });
  return row;
}

async function bringUpToDate(
  trx: Trx,
  deps: Deps,
  actor: Actor,
  { spec, row, wish }: { spec: CaseSpec; row: CaseRow; wish: CaseWish },
): Promise<CaseRow> {
  const at = new Date();
  let now = row;
  const changes = changesOf(spec, row, wish);
  if (Object.keys(changes).length > 0) {
    now = await updateCase(trx, row, changes);
    await insertCaseEvent(trx, row, {
      kind: 'changed',
      by: actor.userId,
      at,
      data: { fields: Object.keys(wish.fields ?? {}) },
    });
  }
  for (const attachment of wish.attachments ?? []) {
    if (await attachTo(trx, actor, { spec, row: now, attachment })) now = await updateCase(trx, now, {});
  }
  await noteCaseOutcome(trx, { spec, row: now });
  const to = wish.state;
  if (to !== undefined && to !== spec.initial[0] && !(await hasBeen(trx, now, to))) {
    ensureState(spec, to);
    return takeStep(trx, deps, actor, { spec, row: now, to, note: wish.note });
  }
  if (wish.note === undefined) return now;
  await insertCaseEvent(trx, now, { kind: 'noted', by: actor.userId, at, note: wish.note });
  return updateCase(trx, now, {});
}

function changesOf(spec: CaseSpec, row: CaseRow, { title, fields }: CaseWish) {
  return {
    ...(title !== undefined && title !== row.title ? { title: cleanText(title) } : {}),
    ...(fields && Object.keys(fields).length > 0 ? { fields: toJsonb(ensureFields(spec, row.fields, fields)) } : {}),
  };
}

/** Applying once more to what has come further brings it not back. */
async function hasBeen(trx: Trx, row: CaseRow, state: string): Promise<boolean> {
  return (await listStandingMoves(trx, row.id)).some(({ to_state }) => to_state === state);
}

function ensureState(spec: CaseSpec, state: string): void {
  if (!spec.states.some(({ id }) => id === state)) throw new SheafError('case.unknown-state');
  stateOf(spec, state);
}
