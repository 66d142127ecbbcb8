// A record as a file that other programs read. What it could be written in, and what is missing for it, is told before.

import { SheafError } from '../errors.ts';
import { chooseOptions, type ExportPlan, type RecordExport } from '../pipeline/record-export.ts';
import { inWorkspace } from '../store/database.ts';
import { recordActs } from './audit.ts';
import { getRecord } from './browse.ts';
import { rereadBy } from './reread-file.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'reader' | 'recordExports'>;

export interface PossibleExport {
  format: RecordExport;
  plan: ExportPlan;
}

/** Every format that records of its type are written in; throws `record.not-found`. */
export async function getRecordExports(
  deps: Pick<Deps, 'db' | 'recordExports'>,
  actor: Actor,
  id: string,
): Promise<PossibleExport[]> {
  const record = await getRecord(deps, actor, id);
  return deps.recordExports
    .filter(({ types }) => types.includes(record.type))
    .map((format) => ({ format, plan: format.plan(record) }));
}

export interface ExportedRecord {
  bytes: Uint8Array;
  mediaType: string;
  name: string;
}

export interface ExportRequest {
  recordId: string;
  /** Undefined is as unknown as any other that is none. */
  format: string | undefined;
  /** By the id of what the format declares; others are not looked at. */
  options?: Readonly<Record<string, string | undefined>>;
  requestId?: string | undefined;
}

/**
 * Throws `record.not-found`, `export.unknown-format`, `export.unknown-option`, and with a pointer for each field `export.incomplete`
 * and `export.not-read-back`.
 */
export async function exportRecord(
  deps: Deps,
  actor: Actor,
  { recordId, format: wanted, options = {}, requestId }: ExportRequest,
): Promise<ExportedRecord> {
  const record = await getRecord(deps, actor, recordId);
  const format = deps.recordExports.find(({ id, types }) => id === wanted && types.includes(record.type));
  if (!format) throw new SheafError('export.unknown-format');
  const chosen = chooseOptions(format.options ?? [], options);
  const { gaps } = format.plan(record);
  if (gaps.length > 0) throw new SheafError('export.incomplete', undefined, { details: { errors: gaps } });
  const bytes = await format.serialize(record, { now: new Date(), options: chosen, reread: rereadBy(deps.reader) });
  const target = { type: 'record', id: recordId };
  await inWorkspace(deps.db, actor.workspaceId, (trx) =>
    recordActs(trx, actor, [
      { action: 'record.exported', target, requestId, details: { format: format.id, ...chosen } },
    ]),
  );
  return {
    bytes,
    mediaType: format.mediaType,
    name: `${record.type.replaceAll('_', '-')}-${recordId}.${format.extension}`,
  };
}
