// A record as a file that other programs read. What it could be written in, and what is missing for it, is told before.

import { SheafError } from '../errors.ts';
import { chooseOptions, type ExportPlan, type ExportSource, type RecordExport } from '../pipeline/record-export.ts';
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
  return possibleExports(deps, await getRecord(deps, actor, id));
}

/** Of anything that is written as records of its type are. */
export const possibleExports = (
  { recordExports }: Pick<Deps, 'recordExports'>,
  source: ExportSource,
): PossibleExport[] =>
  recordExports
    .filter(({ types }) => types.includes(source.type))
    .map((format) => ({ format, plan: format.plan(source) }));

export interface ExportedFile {
  bytes: Uint8Array;
  mediaType: string;
  name: string;
}

export interface ExportChoice {
  /** Undefined is as unknown as any other that is none. */
  format: string | undefined;
  /** By the id of what the format declares; others are not looked at. */
  options?: Readonly<Record<string, string | undefined>>;
}

export interface ExportRequest extends ExportChoice {
  recordId: string;
  requestId?: string | undefined;
}

/**
 * Throws `record.not-found`, `export.unknown-format`, `export.unknown-option`, and with a pointer for each field `export.incomplete`
 * and `export.not-read-back`.
 */
export async function exportRecord(
  deps: Deps,
  actor: Actor,
  { recordId, requestId, ...choice }: ExportRequest,
): Promise<ExportedFile> {
  const record = await getRecord(deps, actor, recordId);
  const { file, details } = await writeExport(deps, record, { ...choice, name: `${nameOf(record.type)}-${recordId}` });
  const target = { type: 'record', id: recordId };
  await inWorkspace(deps.db, actor.workspaceId, (trx) =>
    recordActs(trx, actor, [{ action: 'record.exported', target, requestId, details }]),
  );
  return file;
}

export const nameOf = (type: string): string => type.replaceAll(/[^a-z0-9]+/gi, '-');

/** `name`: of the file, without its extension. Throws as `exportRecord` does, but for what was not found. */
export async function writeExport(
  deps: Pick<Deps, 'reader' | 'recordExports'>,
  source: ExportSource,
  { format: wanted, options = {}, name }: ExportChoice & { name: string },
): Promise<{ file: ExportedFile; details: Record<string, string> }> {
  const format = deps.recordExports.find(({ id, types }) => id === wanted && types.includes(source.type));
  if (!format) throw new SheafError('export.unknown-format');
  const chosen = chooseOptions(format.options ?? [], options);
  const { gaps } = format.plan(source);
  if (gaps.length > 0) throw new SheafError('export.incomplete', undefined, { details: { errors: gaps } });
  const bytes = await format.serialize(source, { now: new Date(), options: chosen, reread: rereadBy(deps.reader) });
  return {
    file: { bytes, mediaType: format.mediaType, name: `${name}.${format.extension}` },
    details: { format: format.id, ...chosen },
  };
}
