// Matches one record against what is there: its keys find candidates, each is compared, and the rows of matches follow. Runs as a
// job; the same record matched twice gives the same rows.

import { isAssigned } from '../match/assign-matches.ts';
import { fingerprintOf } from '../match/fingerprint.ts';
import { declaredModel, type MatchModel } from '../match/match-model.ts';
import type { MatchSpec, Subject } from '../match/match-spec.ts';
import type { Matching } from '../match/matching.ts';
import { rankMatches } from '../match/rank-matches.ts';
import type { Explanation, ScoredPair } from '../match/score-pair.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listModels } from '../store/match-models.ts';
import { beginScoring } from '../store/match-scorings.ts';
import { type Block, findBlocks, loadSubjects, lockMatching, putSubjects } from '../store/match-subjects.ts';
import {
  insertMatch,
  listMatchesOf,
  type MatchContent,
  type MatchRow,
  supersedeOutranked,
  updateMatch,
} from '../store/matches.ts';
import { findRecord, type RecordRow } from '../store/records.ts';
import { nextState } from './match-states.ts';
import { reassignMatches } from './reassign-matches.ts';
import { reviewCompared } from './review-compared.ts';
import type { ReviewDeps } from './review-record.ts';
import type { Services } from './services.ts';
import { type NoticeRoom, tellOfMatch } from './tell-of-match.ts';

export type MatchDeps = Pick<Services, 'db' | 'raiseNotice'> & ReviewDeps;

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
  /** Odd things about the record that nobody decided on. */
  findings: number;
}

const nothing: MatchedRecord = { compared: 0, proposed: 0, tooCommon: [], findings: 0 };

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
  { types, matching, raiseNotice }: Omit<MatchDeps, 'db'>,
  { workspaceId, recordId }: { workspaceId: string; recordId: string },
): Promise<MatchedRecord> {
  const record = await findRecord(trx, recordId);
  const specs = record ? matching.of(record.type) : [];
  const watches = record ? matching.watchesOf(record.type) : [];
  if (!record || specs.length + watches.length === 0) return nothing;
  const asDeclared = matching.specs.map(({ id, version }) => [id, { version, decisions: 0 }]);
  await beginScoring(trx, workspaceId, Object.fromEntries(asDeclared));
  const [subject] = await storeSubjects(trx, matching, { workspaceId, records: [record] });
  const seeking = await gather(trx, matching, { specs, subject: subject! });
  const result = { ...nothing };
  for (const each of seeking) {
    const { kept, compared } = await matchBy(trx, { matching, raiseNotice, workspaceId }, each);
    result.compared += compared;
    result.proposed += kept;
    result.tooCommon = [...new Set([...result.tooCommon, ...each.tooCommon])];
  }
  result.findings = await reviewCompared(trx, { types, matching, raiseNotice }, { record, subject: subject! });
  return result;
}

/** One record by one declaration, with everything that it is compared with. */
interface Seeking {
  spec: MatchSpec;
  subject: Subject;
  model: MatchModel;
  /** Those that its keys found, and those that it was matched with before, even if it shares no key with them any more. */
  candidates: Subject[];
  rows: MatchRow[];
  tooCommon: string[];
}

/** For all declarations at once: each question to the database is asked once. */
async function gather(
  trx: Trx,
  matching: Matching,
  { specs, subject }: { specs: readonly MatchSpec[]; subject: Subject },
): Promise<Seeking[]> {
  const wanted = specs.flatMap((spec) =>
    matching.keysFor(spec, subject).map(({ hash }) => ({ key: hash, type: matching.otherType(spec, subject.type) })),
  );
  const blocks = await findBlocks(trx, {
    wanted: [...new Map(wanted.map((each) => [`${each.key} ${each.type}`, each])).values()],
    notId: subject.id,
    mostPerKey: MOST_PER_KEY,
  });
  const rows = await listMatchesOf(trx, subject.id);
  const models = await modelsOf(trx, specs);
  const plans = specs.map((spec) => {
    const own = rows.filter((row) => row.spec === spec.id);
    const keys = new Map(matching.keysFor(spec, subject).map(({ hash, family }) => [hash, family]));
    const type = matching.otherType(spec, subject.type);
    const mine = blocks.filter((block) => block.type === type && keys.has(block.key));
    const tooCommon = mine.filter(({ ids }) => ids.length > MOST_PER_KEY).map(({ key }) => keys.get(key)!);
    const before = own.map((row) => (row.left_id === subject.id ? row.right_id : row.left_id));
    return { spec, rows: own, tooCommon, ids: new Set([...rarest(mine), ...before]) };
  });
  const loaded = new Map(
    (await loadSubjects(trx, [...new Set(plans.flatMap(({ ids }) => [...ids]))])).map((s) => [s.id, s]),
  );
  return plans.map(({ spec, rows: own, tooCommon, ids }) => ({
    ...{ spec, subject, tooCommon, rows: own, model: models.get(spec.id)! },
    candidates: [...ids].flatMap((id) => loaded.get(id) ?? []),
  }));
}

/** Of the records in these blocks those that share the rarest keys. */
function rarest(blocks: readonly Block[]): string[] {
  const weights = new Map<string, number>();
  for (const { ids } of blocks) {
    if (ids.length > MOST_PER_KEY) continue;
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + 1 / ids.length);
  }
  const ranked = [...weights].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked.slice(0, MOST_CANDIDATES).map(([id]) => id);
}

/** What of these records is compared, and their keys, in place of what was stored of them: of one record or of thousands. */
export async function storeSubjects(
  trx: Trx,
  matching: Matching,
  { workspaceId, records }: { workspaceId: string; records: readonly MatchableRecord[] },
): Promise<Subject[]> {
  const subjects = records.map((record) => matching.subjectOf(record.id, record));
  const rows = subjects.map((subject) => ({ subject, keys: matching.keysOf(subject).map(({ hash }) => hash) }));
  await putSubjects(trx, workspaceId, rows);
  return subjects;
}

export type MatchableRecord = Pick<RecordRow, 'id' | 'type' | 'fields' | 'lines'>;

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

interface Room extends NoticeRoom {
  matching: Matching;
}

async function matchBy(trx: Trx, room: Room, seeking: Seeking): Promise<{ kept: number; compared: number }> {
  const { spec, subject, model, candidates, rows } = seeking;
  const byId = new Map<string, Subject>([subject, ...candidates].map((each) => [each.id, each]));
  const { kept, left } = rankMatches(spec, { model }, { subject, candidates });
  const known = new Map(rows.map((row) => [pairOf(row.left_id, row.right_id), row]));
  for (const scored of kept)
    await keep(trx, room, { spec, scored, row: known.get(pairOf(scored.left, scored.right)), byId });
  for (const scored of left) {
    const row = known.get(pairOf(scored.left, scored.right));
    const outranked = scored.probability >= spec.keepFrom && !isAssigned(spec);
    if (row) await keep(trx, room, { spec, scored, row, byId, outranked });
  }
  const fresh = kept.filter(({ left: a, right: b }) => known.get(pairOf(a, b))?.state !== 'proposed');
  if (isAssigned(spec)) await reassignMatches(trx, room, { spec, records: [subject.id] });
  else if (fresh.length > 0) await giveWay(trx, spec, fresh);
  return { kept: kept.length, compared: kept.length + left.length };
}

const pairOf = (left: string, right: string): string => `${left} ${right}`;

interface Keeping {
  spec: MatchSpec;
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
    const sides = { left: scored.left, right: scored.right };
    const id = await insertMatch(trx, { ...content, ...room, spec: spec.id, ...sides, waits: isAssigned(spec) });
    if (!isAssigned(spec)) await tellOfMatch(trx, room, { id, spec, probability: scored.probability });
    return;
  }
  const good = scored.probability >= spec.keepFrom;
  const next = nextState(row, {
    fingerprint: content.fingerprint,
    good,
    outranked,
    vetoed: scored.explanation.veto !== null,
    assigned: isAssigned(spec),
  });
  if (isSame(row, content) && next.state === row.state) return;
  await updateMatch(trx, row, { ...content, ...next });
  if (next.state === 'proposed') await tellOfMatch(trx, room, { id: row.id, spec, probability: scored.probability });
}

const isSame = (row: MatchRow, content: MatchContent): boolean =>
  row.fingerprint === content.fingerprint &&
  row.score === content.score &&
  row.probability === content.probability &&
  sameVersions(row.explanation as unknown as Explanation, content.explanation as Explanation);

/** The database keeps no order of keys. */
function sameVersions({ versions: a }: Explanation, { versions: b }: Explanation): boolean {
  return Object.entries(b).every(([name, version]) => a[name as keyof typeof a] === version);
}

/** On the other side a new proposal may push out a worse one. A right one of a one-sided declaration has no list of its own. */
async function giveWay(trx: Trx, { id, sides, topN }: MatchSpec, kept: readonly ScoredPair[]): Promise<void> {
  const lefts = [...new Set(kept.map(({ left }) => left))];
  const rights = sides === 'one-sided' ? [] : [...new Set(kept.map(({ right }) => right))];
  await supersedeOutranked(trx, { spec: id, lefts, rights, topN });
}
