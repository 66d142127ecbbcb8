// Matches one record against what is there: its keys find candidates, each is compared, and the rows of matches follow. Runs as a
// job; the same record matched twice gives the same rows.

import { fingerprintOf } from '../match/fingerprint.ts';
import { declaredModel, type MatchModel } from '../match/match-model.ts';
import type { MatchSpec, Subject } from '../match/match-spec.ts';
import type { Matching } from '../match/matching.ts';
import { rankMatches } from '../match/rank-matches.ts';
import type { ScoredPair } from '../match/score-pair.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listModels } from '../store/match-models.ts';
import { findByKeys, loadSubjects, lockMatching, putSubjects } from '../store/match-subjects.ts';
import {
  insertMatch,
  listMatchesOf,
  type MatchContent,
  type MatchRow,
  markTold,
  supersedeOutranked,
  updateMatch,
} from '../store/matches.ts';
import { findRecord } from '../store/records.ts';
import { nextState } from './match-states.ts';
import type { Services } from './services.ts';

export type MatchDeps = Pick<Services, 'db' | 'matching' | 'raiseNotice'>;

/** A key that more records have is passed over. */
const MOST_PER_KEY = 200;
/** Records compared with one, those that share the rarest keys. */
const MOST_CANDIDATES = 60;

export interface MatchedRecord {
  /** Pairs that were compared. */
  compared: number;
  proposed: number;
  /** Families of keys that were passed over because too many records share them. */
  tooCommon: string[];
}

const nothing: MatchedRecord = { compared: 0, proposed: 0, tooCommon: [] };

/** A record that is gone, or in the trash, has no matches: its rows are hidden or gone with it. */
export async function matchRecord(
  deps: MatchDeps,
  { workspaceId, recordId }: { workspaceId: string; recordId: string },
): Promise<MatchedRecord> {
  return inWorkspace(deps.db, workspaceId, async (trx) => {
    await lockMatching(trx, workspaceId);
    return matchInside(trx, deps, { workspaceId, recordId });
  });
}

/** In a transaction of the workspace that holds the lock of matching. */
export async function matchInside(
  trx: Trx,
  { matching, raiseNotice }: Pick<MatchDeps, 'matching' | 'raiseNotice'>,
  { workspaceId, recordId }: { workspaceId: string; recordId: string },
): Promise<MatchedRecord> {
  const record = await findRecord(trx, recordId);
  const specs = record ? matching.of(record.type) : [];
  if (!record || specs.length === 0) return nothing;
  const subject = matching.subjectOf(recordId, record);
  const keys = matching.keysOf(subject).map(({ hash }) => hash);
  await putSubjects(trx, workspaceId, [{ subject: writable(subject), keys }]);
  const models = await modelsOf(trx, specs);
  const result = { ...nothing };
  for (const spec of specs) {
    const one = await matchBy(
      trx,
      { matching, raiseNotice, workspaceId },
      { spec, subject, model: models.get(spec.id)! },
    );
    result.compared += one.compared;
    result.proposed += one.proposed;
    result.tooCommon = [...new Set([...result.tooCommon, ...one.tooCommon])];
  }
  return result;
}

const writable = ({ id, type, values, lines }: Subject) => ({
  id,
  type,
  values: { ...values },
  lines: lines.map((line) => ({ ...line })),
});

/** Of each declaration: what the workspace has learnt, while it belongs to this version; else as declared. */
export async function modelsOf(trx: Trx, specs: readonly MatchSpec[]): Promise<Map<string, MatchModel>> {
  const learnt = new Map((await listModels(trx)).map((row) => [row.spec, row]));
  return new Map(
    specs.map((spec) => {
      const row = learnt.get(spec.id);
      const fits = row?.spec_version === spec.version;
      return [spec.id, fits ? (row.model as unknown as MatchModel) : declaredModel(spec)];
    }),
  );
}

interface Room {
  matching: Matching;
  raiseNotice: RaiseNotice | undefined;
  workspaceId: string;
}

interface Seeking {
  spec: MatchSpec;
  subject: Subject;
  model: MatchModel;
}

async function matchBy(trx: Trx, room: Room, seeking: Seeking): Promise<MatchedRecord> {
  const { spec, subject, model } = seeking;
  const keys = room.matching.keysFor(spec, subject);
  const found = await findByKeys(trx, {
    keys: keys.map(({ hash }) => hash),
    type: room.matching.otherType(spec, subject.type),
    notId: subject.id,
    mostPerKey: MOST_PER_KEY,
    most: MOST_CANDIDATES,
  });
  const rows = await listMatchesOf(trx, spec.id, subject.id);
  // What was matched before is compared again even when it shares no key any more.
  const others = rows.map((row) => (row.left_id === subject.id ? row.right_id : row.left_id));
  const candidates = await loadSubjects(trx, [...new Set([...found.ids, ...others])]);
  const byId = new Map<string, Subject>([subject, ...candidates].map((each) => [each.id, each]));
  const { kept, left } = rankMatches(spec, { model }, { subject, candidates });
  const known = new Map(rows.map((row) => [pairOf(row.left_id, row.right_id), row]));
  for (const scored of kept)
    await keep(trx, room, { ...seeking, scored, row: known.get(pairOf(scored.left, scored.right)), byId });
  for (const scored of left) {
    const row = known.get(pairOf(scored.left, scored.right));
    if (row) await keep(trx, room, { ...seeking, scored, row, byId, outranked: scored.probability >= spec.keepFrom });
  }
  await giveWay(trx, spec, kept);
  const hashes = new Set(found.tooCommon);
  return {
    compared: kept.length + left.length,
    proposed: kept.length,
    tooCommon: [...new Set(keys.filter(({ hash }) => hashes.has(hash)).map(({ family }) => family))],
  };
}

const pairOf = (left: string, right: string): string => `${left} ${right}`;

interface Keeping extends Seeking {
  scored: ScoredPair;
  row: MatchRow | undefined;
  byId: ReadonlyMap<string, Subject>;
  outranked?: boolean;
}

async function keep(trx: Trx, room: Room, { spec, scored, row, byId, outranked = false }: Keeping): Promise<void> {
  const content: MatchContent = {
    score: scored.score,
    probability: scored.probability,
    values: scored.values,
    explanation: scored.explanation,
    fingerprint: fingerprintOf(spec, byId.get(scored.left)!, byId.get(scored.right)!),
  };
  if (!row) {
    const id = await insertMatch(trx, { ...content, ...room, spec: spec.id, left: scored.left, right: scored.right });
    await tell(trx, room, { id, spec, scored });
    return;
  }
  const good = scored.probability >= spec.keepFrom;
  const next = nextState(row, {
    fingerprint: content.fingerprint,
    good,
    outranked,
    vetoed: scored.explanation.veto !== null,
  });
  if (isSame(row, content) && next.state === row.state) return;
  await updateMatch(trx, row, { ...content, ...next });
  if (next.state === 'proposed') await tell(trx, room, { id: row.id, spec, scored });
}

const isSame = (row: MatchRow, content: MatchContent): boolean =>
  row.fingerprint === content.fingerprint &&
  row.score === content.score &&
  row.probability === content.probability &&
  JSON.stringify((row.explanation as { versions?: unknown } | null)?.versions) ===
    JSON.stringify((content.explanation as { versions?: unknown }).versions);

/** People are told of a match once, however often it is scored. */
async function tell(
  trx: Trx,
  { raiseNotice, workspaceId }: Room,
  { id, spec, scored }: { id: string; spec: MatchSpec; scored: ScoredPair },
): Promise<void> {
  if (!raiseNotice || scored.probability < spec.tellFrom || !(await markTold(trx, id))) return;
  await raiseNotice(trx, {
    workspaceId,
    kind: 'match.found',
    key: `match.found:${id}`,
    subject: { type: 'match', id },
    data: {
      title: spec.title,
      leftType: spec.left,
      rightType: spec.right,
      probability: Math.round(scored.probability * 100) / 100,
    },
    score: scored.probability,
  });
}

/** On the other side a new proposal may push out a worse one. */
async function giveWay(trx: Trx, spec: MatchSpec, kept: readonly ScoredPair[]): Promise<void> {
  const { id, topN } = spec;
  const lefts = [...new Set(kept.map(({ left }) => left))];
  await supersedeOutranked(trx, { spec: id, side: 'left', recordIds: lefts, topN });
  if (spec.sides === 'one-sided') return;
  const rights = [...new Set(kept.map(({ right }) => right))];
  await supersedeOutranked(trx, { spec: id, side: 'right', recordIds: rights, topN });
}
