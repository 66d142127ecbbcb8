// What a case says by its state of the match behind it: kept beside the decisions, learnt from like one, and shown to nobody, as a
// person's own case is nobody else's to see. Found anew from how the case came to be where it is, so that it is the same however often.

import type { CaseOutcome, CaseSpec } from '../cases/case-spec.ts';
import { listCaseAttachments } from '../store/case-attachments.ts';
import { type CaseEventRow, listStandingMoves } from '../store/case-events.ts';
import type { CaseRow } from '../store/cases.ts';
import type { Trx } from '../store/database.ts';
import { deleteOutcome, putOutcome } from '../store/match-outcomes.ts';
import { listMatchesOf, type MatchRow } from '../store/matches.ts';
import type { MatchDecision } from '../store/schema-matching.ts';

/** Call in the transaction that changed state or attachments of the case. */
export async function noteCaseOutcome(trx: Trx, { spec, row }: { spec: CaseSpec; row: CaseRow }): Promise<void> {
  const { outcome } = spec;
  if (!outcome || row.subject_id === null) return;
  const said = outcomeOf(outcome, await listStandingMoves(trx, row.id));
  const match = said && (await findMatchBehind(trx, outcome, { ...row, subject_id: row.subject_id }));
  if (said && match) await putOutcome(trx, { case: row, match, ...said });
  else await deleteOutcome(trx, row.id);
}

interface Said {
  decision: MatchDecision;
  at: Date;
}

/** What the states in turn say; one that says nothing leaves what was said before it. */
export function outcomeOf(
  { for: speaksFor, against }: Pick<CaseOutcome, 'for' | 'against'>,
  moves: readonly Pick<CaseEventRow, 'from_state' | 'to_state' | 'at'>[],
): Said | undefined {
  let said: Said | undefined;
  for (const { from_state: from, to_state: to, at } of moves) {
    if (to === null) continue;
    if (against.some((one) => one.to === to && (from === null || [one.from].flat().includes(from))))
      said = { decision: 'dismissed', at };
    // From a bookmark to an application nothing new is said: the day stays the first one.
    else if (speaksFor.includes(to) && said?.decision !== 'accepted') said = { decision: 'accepted', at };
  }
  return said;
}

/** With what is attached on the other side; where nothing is, with the only record that the subject was matched with. */
async function findMatchBehind(
  trx: Trx,
  { spec, attachment }: CaseOutcome,
  row: Pick<CaseRow, 'id'> & { subject_id: string },
): Promise<MatchRow | undefined> {
  const attached = (await listCaseAttachments(trx, [row.id])).find(
    ({ role, source, detached_at }) => role === attachment && source === 'record' && detached_at === null,
  );
  const matches = (await listMatchesOf(trx, row.subject_id)).filter((match) => match.spec === spec);
  if (!attached) return matches.length === 1 ? matches[0] : undefined;
  return matches.find(({ left_id, right_id }) => [left_id, right_id].includes(attached.source_id));
}
