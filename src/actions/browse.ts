// Looking things up: documents, runs and records of the actor's workspace. Each throws its own not-found error.

import type { Candidates } from '../document/value.ts';
import { type ErrorCode, SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import {
  type DocumentDetail,
  type DocumentFilter,
  type DocumentView,
  findDocument,
  listDocuments,
} from '../store/documents.ts';
import { findRecordCandidates } from '../store/record-candidates.ts';
import { findRecord, listDocumentRecords, listRecords, type RecordFilter, type RecordRow } from '../store/records.ts';
import { findRun, type RunRow } from '../store/runs.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;
type RecordStub = { id: string; type: string };

export type DocumentWithRecords = DocumentDetail & { records: RecordStub[] };
export type RunWithRecords = RunRow & { records: RecordStub[] };

export async function getDocument({ db }: Deps, { workspaceId }: Actor, id: string): Promise<DocumentWithRecords> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const document = found(await findDocument(trx, id), 'document.not-found');
    return { ...document, records: await listDocumentRecords(trx, id) };
  });
}

export async function getDocuments({ db }: Deps, actor: Actor, filter: DocumentFilter): Promise<DocumentView[]> {
  return inWorkspace(db, actor.workspaceId, (trx) => listDocuments(trx, filter));
}

export async function getRun({ db }: Deps, { workspaceId }: Actor, id: string): Promise<RunWithRecords> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const run = found(await findRun(trx, id), 'run.not-found');
    return { ...run, records: await listDocumentRecords(trx, run.document_id) };
  });
}

export async function getRecord({ db }: Deps, { workspaceId }: Actor, id: string): Promise<RecordRow> {
  return inWorkspace(db, workspaceId, async (trx) => found(await findRecord(trx, id), 'record.not-found'));
}

export async function getRecords({ db }: Deps, { workspaceId }: Actor, filter: RecordFilter): Promise<RecordRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listRecords(trx, filter));
}

/** What each field of a record was chosen among; `{}` when it was read by a version that kept none. */
export async function getRecordCandidates({ db }: Deps, { workspaceId }: Actor, id: string): Promise<Candidates> {
  return inWorkspace(db, workspaceId, async (trx) => {
    found(await findRecord(trx, id), 'record.not-found');
    return (await findRecordCandidates(trx, id)) ?? {};
  });
}

function found<T>(value: T | undefined, code: ErrorCode): T {
  if (value === undefined) throw new SheafError(code);
  return value;
}
