// Answers an operation that a pack declares, over a view of the actor's workspace and nothing else.

import { SheafError } from '../errors.ts';
import { scorePair } from '../match/score-pair.ts';
import { rarityIn } from '../match/word-rarity.ts';
import type { PackOperation, PackPage, PackRecord, WorkspaceView } from '../pipeline/pack-operation.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listFindingsOf } from '../store/findings.ts';
import { listLikeliest } from '../store/matches.ts';
import { findPlainRecords, listPlainRecords, type PlainRecord } from '../store/plain-records.ts';
import { modelsOf } from './match-record.ts';
import { search } from './search.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'nlp' | 'matching'>;

export async function runPackOperation(
  deps: Deps,
  actor: Pick<Actor, 'workspaceId'>,
  { operation, input, now }: { operation: PackOperation; input: Record<string, unknown>; now: Date },
): Promise<unknown> {
  return operation.run(input, viewWorkspace(deps, actor, now));
}

/** Of a record: what a page ends at. */
const isId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Each call is a transaction of its own: between two of them the workspace may change. */
export function viewWorkspace(deps: Deps, { workspaceId }: Pick<Actor, 'workspaceId'>, now: Date): WorkspaceView {
  const { db, matching } = deps;
  const inside = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inWorkspace(db, workspaceId, work);
  const show = ({ readAt, lines, ...record }: PlainRecord): PackRecord => {
    const asRead = (values: PlainRecord['values']) =>
      Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value }]));
    const subject = matching.subjectOf(record.id, {
      type: record.type,
      fields: asRead(record.values),
      lines: lines.map(asRead),
    });
    return { ...record, readAt: readAt.toISOString(), subject };
  };
  const findRecords = async (ids: readonly string[]): Promise<PackRecord[]> => {
    const found = new Map((await inside((trx) => findPlainRecords(trx, ids))).map((record) => [record.id, record]));
    return ids.flatMap((id) => found.get(id) ?? []).map(show);
  };
  return {
    today: now.toISOString().slice(0, 10),
    findRecords,
    async getRecord(id, types) {
      const [record] = await findRecords([id]);
      if (record && types.includes(record.type)) return record;
      throw new SheafError('record.not-found', `There is no record of the type ${types.join(' or ')} with this id`);
    },
    async listRecords({ type, after, limit }): Promise<PackPage> {
      if (after !== undefined && !isId(after)) throw new SheafError('request.invalid', 'There is no such page');
      const rows = await inside((trx) => listPlainRecords(trx, { type, before: after, limit: limit + 1 }));
      const records = rows.slice(0, limit).map(show);
      return { records, next: rows.length > limit ? records.at(-1)!.id : null };
    },
    async search({ text, type, after, limit }): Promise<PackPage> {
      const { hits, nextCursor } = await search(
        deps,
        { workspaceId },
        {
          ...{ text, limit, cursor: after, collections: ['records'] },
          ...{ filters: { type: [type] }, facetNames: [], passagesEach: 1 },
        },
      );
      const records = await findRecords(hits.flatMap(({ source }) => (source.type === 'record' ? [source.id] : [])));
      return { records: records.filter((record) => record.type === type), next: nextCursor };
    },
    async listMatches(asked) {
      const rows = await inside((trx) => listLikeliest(trx, asked));
      return rows.map(({ id, left_id: left, right_id: right, state, probability }) => ({
        ...{ id, left, right, state, probability },
      }));
    },
    async compare(id, left, right) {
      const spec = matching.get(id);
      const models = await inside((trx) => modelsOf(trx, [spec]));
      const model = models.get(id)!;
      return scorePair(spec, { model, context: { rarity: rarityIn(model.words) } }, [left.subject, right.subject]);
    },
    async listFindings(watch, records) {
      const rows = await inside((trx) => listFindingsOf(trx, { watch, records }));
      return rows.map(({ record_id: record, message, reasons }) => ({ record, message, reasons }));
    },
  };
}
