// A case as people see it, and how actions get at one: whose it is, which version was seen, what it holds.

import { type PossibleMove, possibleMoves } from '../cases/case-moves.ts';
import type { CaseFacts, CaseSpec } from '../cases/case-spec.ts';
import { SheafError } from '../errors.ts';
import { may, type Permission } from '../identity/permissions.ts';
import { type CaseAttachmentRow, listCaseAttachments } from '../store/case-attachments.ts';
import { countCaseEvents } from '../store/case-events.ts';
import { type CaseReminderRow, listCaseReminders } from '../store/case-reminders.ts';
import { type CaseRow, findCase, lockCase } from '../store/cases.ts';
import type { Trx } from '../store/database.ts';
import type { Actor, Services } from './services.ts';

export type CaseDeps = Pick<Services, 'db' | 'caseKinds'>;

export interface CaseView {
  row: CaseRow;
  /** All that there ever were, oldest first. */
  attachments: CaseAttachmentRow[];
  reminders: CaseReminderRow[];
  /** undefined: its pack is not there any more. */
  spec: CaseSpec | undefined;
  moves: PossibleMove[];
}

/** Events of one case. */
const MOST_EVENTS = 2000;

/** Throws `case.not-found`: also for those of others. */
export async function seenCase(trx: Trx, { userId: viewerId }: Actor, id: string): Promise<CaseRow> {
  const row = await findCase(trx, { id, viewerId });
  if (!row) throw new SheafError('case.not-found');
  return row;
}

export interface CaseTarget {
  id: string;
  /** Whether the caller has seen this version; absent = whichever it is. */
  seen?: ((version: number) => boolean) | undefined;
  requestId?: string | undefined;
}

/** The case, which nobody else changes before the transaction ends. Throws `case.not-found`, `case.changed`, `case.full`. */
export async function lockSeenCase(
  trx: Trx,
  { caseKinds }: Pick<CaseDeps, 'caseKinds'>,
  { userId: viewerId }: Actor,
  { id, seen }: CaseTarget,
): Promise<{ row: CaseRow; spec: CaseSpec }> {
  const row = await lockCase(trx, { id, viewerId });
  if (!row) throw new SheafError('case.not-found');
  if (seen && !seen(row.version)) throw new SheafError('case.changed');
  if ((await countCaseEvents(trx, id)) >= MOST_EVENTS) throw new SheafError('case.full');
  return { row, spec: specOf(caseKinds, row.type) };
}

/** Throws `case.unknown-type`. */
export function specOf(caseKinds: CaseDeps['caseKinds'], type: string): CaseSpec {
  const spec = caseKinds.find(type);
  if (!spec) throw new SheafError('case.unknown-type');
  return spec;
}

export function factsOf(row: CaseRow, attachments: readonly CaseAttachmentRow[]): CaseFacts {
  return {
    state: row.state,
    fields: row.fields,
    hasSubject: row.subject_id !== null,
    attachments: attachments
      .filter(({ case_id, detached_at }) => case_id === row.id && detached_at === null)
      .map(({ role, source_type: type, source_version: version }) => ({ role, type, version })),
  };
}

/** The actor as declarations of steps know people. */
export const moverOf = ({ role }: Actor) => ({
  role: role ?? '',
  may: (permission: string) => role !== undefined && may(role, permission as Permission),
});

export async function viewCases(
  trx: Trx,
  { caseKinds }: Pick<CaseDeps, 'caseKinds'>,
  actor: Actor,
  rows: readonly CaseRow[],
): Promise<CaseView[]> {
  const ids = rows.map(({ id }) => id);
  const attachments = await listCaseAttachments(trx, ids);
  const reminders = await listCaseReminders(trx, ids);
  return rows.map((row) => {
    const spec = caseKinds.find(row.type);
    return {
      row,
      spec,
      attachments: attachments.filter(({ case_id }) => case_id === row.id),
      reminders: reminders.filter(({ case_id }) => case_id === row.id),
      moves: spec ? possibleMoves(spec, factsOf(row, attachments), moverOf(actor)) : [],
    };
  });
}

export async function viewCase(
  trx: Trx,
  deps: Pick<CaseDeps, 'caseKinds'>,
  actor: Actor,
  row: CaseRow,
): Promise<CaseView> {
  return (await viewCases(trx, deps, actor, [row]))[0]!;
}
