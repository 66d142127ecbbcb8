// People are told of a strong match: once, however often it is scored.

import type { MatchSpec } from '../match/match-spec.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import type { Trx } from '../store/database.ts';
import { markTold } from '../store/matches.ts';

export interface NoticeRoom {
  raiseNotice: RaiseNotice;
  workspaceId: string;
}

export async function tellOfMatch(
  trx: Trx,
  { raiseNotice, workspaceId }: NoticeRoom,
  { id, spec, probability }: { id: string; spec: MatchSpec; probability: number },
): Promise<void> {
  if (probability < spec.tellFrom || !(await markTold(trx, id))) return;
  await raiseNotice(trx, {
    workspaceId,
    kind: 'match.found',
    key: `match.found:${id}`,
    // People look through such matches once a day (check-matches.ts).
    ...(spec.daily ? { userIds: [] } : {}),
    subject: { type: 'match', id },
    data: {
      title: spec.title,
      leftType: spec.left,
      rightType: spec.right,
      probability: Math.round(probability * 100) / 100,
    },
    score: probability,
  });
}
