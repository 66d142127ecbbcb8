// /admin/backups: back-ups of the installation, for who administers it.

import { z } from 'zod';
import { getBackups, requestBackup } from '../actions/backups.ts';
import type { BackupRow } from '../store/backups.ts';
import { backupStates, backupTriggers } from '../store/schema-backup.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { somebodyOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Administration'];
const moment = z.iso.datetime().nullable();

const backupSchema = z
  .object({
    id: z.uuid(),
    trigger: z.enum(backupTriggers),
    state: z.enum(backupStates),
    file: z.string().nullable().describe('Name in BACKUP_DIR'),
    size: z.number().nullable().describe('Bytes'),
    sha256: z.string().nullable(),
    rows: z.number().nullable(),
    files: z.number().nullable().describe('Contents of documents'),
    verification: z
      .enum(['passed', 'failed'])
      .nullable()
      .describe('Whether it could be restored into a scratch database; null = not tried'),
    error: z.string().nullable().describe('Code of what went wrong'),
    requestedBy: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    startedAt: moment,
    finishedAt: moment,
    removedAt: moment.describe('When the file was deleted, its time being over (BACKUP_KEEP)'),
  })
  .meta({ id: 'Backup' });

export function backupRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/admin/backups',
    {
      config: { access: 'system' },
      schema: {
        tags,
        operationId: 'listBackups',
        summary: 'List back-ups that this server made, newest first',
        querystring: listQuery,
        response: { 200: listSchema(backupSchema), ...problems(400, 401, 403) },
      },
    },
    async ({ query: { cursor, limit } }) => {
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getBackups(services, { before: cursor, limit: count }),
      );
      return { items: rows.map(showBackup), nextCursor };
    },
  );

  app.post(
    '/admin/backups',
    {
      config: { access: 'system', idempotent: true },
      schema: {
        tags,
        operationId: 'requestBackup',
        summary: 'Make a back-up now',
        description: 'While one waits or is made, that one is answered.',
        response: { 202: backupSchema, ...problems(401, 403, 409) },
      },
    },
    async (request, reply) => reply.code(202).send(showBackup(await requestBackup(services, somebodyOf(request)))),
  );
}

function showBackup(row: BackupRow): z.output<typeof backupSchema> {
  return {
    id: row.id,
    trigger: row.trigger,
    state: row.state,
    file: row.file,
    size: row.size,
    sha256: row.sha256,
    rows: row.row_count,
    files: row.blob_count,
    verification: row.verification,
    error: row.error,
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
  };
}
