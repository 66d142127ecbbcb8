// What the API shows of jobs: ids, states and progress, never what a job carries.

import { z } from 'zod';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import type { JobRow } from '../store/jobs.ts';
import { retryOf } from '../store/queue-spec.ts';
import { queues } from '../store/queues.ts';
import { jobStates } from '../store/schema-jobs.ts';
import { mailStates } from '../store/schema-mail.ts';

const moment = z.iso.datetime().nullable();
/** Also names of queues that this version does not know any more. */
const queueName = z.string();

const jobFields = {
  id: z.uuid(),
  queue: queueName.describe('What is done'),
  state: z.enum(jobStates),
  subject: z
    .object({ type: z.string(), id: z.uuid() })
    .nullable()
    .describe('What it is about; the progress of a reading stands in its run'),
  progress: z
    .object({ done: z.number().int(), total: z.number().int().nullable(), step: z.string().nullable() })
    .nullable(),
  attempts: z.number().int().describe('Tries that were begun'),
  triesAtMost: z.number().int().nullable().describe('Tries that may fail before it is dead'),
  error: z
    .object({ code: z.string(), message: z.string(), advice: z.string() })
    .nullable()
    .describe('Why the last try failed'),
  requestedBy: z.uuid().nullable(),
  cancelledBy: z.uuid().nullable(),
  retriedAs: z.uuid().nullable().describe('The job that took its place'),
  createdAt: z.iso.datetime(),
  startedAt: moment.describe('The last try'),
  nextTryAt: moment,
  finishedAt: moment,
};

export const jobSchema = z.object(jobFields).meta({ id: 'Job' });

export const administeredJobSchema = z
  .object({ ...jobFields, workspace: z.uuid().nullable(), requestId: z.string().nullable() })
  .meta({ id: 'AdministeredJob' });

export const administeredJobDetailSchema = z
  .object({
    ...administeredJobSchema.shape,
    mail: z
      .object({
        id: z.uuid(),
        template: z.string(),
        recipientDomain: z.string(),
        state: z.enum(mailStates),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe('Of a job that sends a mail, while the mail is kept: its kind and where it was to go'),
  })
  .meta({ id: 'AdministeredJobDetail' });

const specs = new Map(queues.map((queue) => [queue.name, queue]));

export function showJob(row: JobRow): z.output<typeof jobSchema> {
  const spec = specs.get(row.queue);
  return {
    id: row.id,
    queue: row.queue,
    state: row.state,
    subject: spec?.subject ? { type: spec.subject.type, id: row.id } : null,
    progress:
      row.progress_done === null
        ? null
        : { done: Number(row.progress_done), total: toNumber(row.progress_total), step: row.step },
    attempts: row.attempts,
    triesAtMost: spec ? retryOf(spec).limit + 1 : null,
    error: row.error_code === null ? null : showError(row.error_code),
    requestedBy: row.requested_by,
    cancelledBy: row.cancelled_by,
    retriedAs: row.retried_as,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    nextTryAt: row.next_try_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export function showAdministeredJob(row: JobRow): z.output<typeof administeredJobSchema> {
  return { ...showJob(row), workspace: row.workspace_id, requestId: row.request_id };
}

const toNumber = (value: number | null): number | null => (value === null ? null : Number(value));

/** By the catalogue: what the failure itself said may quote what somebody gave. */
function showError(code: string): { code: string; message: string; advice: string } {
  const known: ErrorCode = code in errorCatalogue ? (code as ErrorCode) : 'internal';
  const { title, advice } = errorCatalogue[known];
  return { code: known, message: title, advice };
}
