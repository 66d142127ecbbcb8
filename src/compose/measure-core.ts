// Where the parts of a process tell the metrics what they did, and where a scrape asks them how they are.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '../actions/services.ts';
import type { IdentityOptions } from '../identity/identity.ts';
import type { EndedTry } from '../jobs/job.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { OutsideServices } from '../outside/outside-services.ts';
import { summarizeBackups } from '../store/backups.ts';
import type { Database, DatabaseOptions } from '../store/database.ts';
import { countWaitingMail } from '../store/emails.ts';
import type { BlobOperation } from '../store/measured-blobs.ts';
import { measureQueues } from '../store/queue-depth.ts';
import { queues } from '../store/queues.ts';
import { askSeldom } from './ask-seldom.ts';
import { oldestBackupMs } from './backup-health.ts';
import type { Engine } from './engine.ts';
import { type BackupFigures, showBackups } from './show-backups.ts';
import type { Core } from './world.ts';

/** However often it is scraped, the database is asked no more often than this. */
const ASK_EVERY_MS = 5000;
/** Shorter than a scrape waits: a database that hangs is away, and is said to be. */
const DATABASE_MS = 1500;

/** What a scrape asks for. Call once everything is open. */
export function measureCore({ metrics, config, version, database, engine, outside }: Core): void {
  if (!metrics) return;
  metrics.allow(
    'queue',
    queues.map(({ name }) => name),
  );
  metrics.allow(
    'type',
    engine.types.map(({ id }) => id),
  );
  metrics.allow(
    'service',
    outside.states().map(({ name }) => name),
  );
  metrics.allow('version', [version]);
  metrics.set('sheaf_build_info', { version, mode: config.mode, database: database.kind }, 1);
  metrics.begin();
  outside.onCall(({ service, outcome, ms, tries }) => {
    metrics.add('sheaf_outside_calls_total', { service, outcome });
    metrics.observe('sheaf_outside_call_duration_seconds', { service }, ms / 1000);
    if (tries > 1) metrics.add('sheaf_outside_retries_total', { service }, tries - 1);
  });
  metrics.onScrape(() => showServices(metrics, outside));
  metrics.onScrape(() => showPool(metrics, database));
  metrics.onScrape(showChildren(metrics, engine));
  const backups = backupsOf(config, database);
  metrics.onScrape(askSeldom(() => showDatabase(metrics, database, backups), ASK_EVERY_MS));
}

function showServices(metrics: Metrics, outside: OutsideServices): void {
  for (const { name: service, circuit, circuitsOpen, running, waiting } of outside.states()) {
    for (const state of ['closed', 'half-open', 'open']) {
      metrics.set('sheaf_outside_circuit', { service, state }, state === circuit ? 1 : 0);
    }
    metrics.set('sheaf_outside_circuits_open', { service }, circuitsOpen);
    metrics.set('sheaf_outside_calls', { service, state: 'running' }, running);
    metrics.set('sheaf_outside_calls', { service, state: 'waiting' }, waiting);
  }
}

function showPool(metrics: Metrics, { connections }: Database): void {
  if (!connections) return;
  const { used, idle, max, waiting } = connections();
  metrics.set('sheaf_database_connections', { state: 'used' }, used);
  metrics.set('sheaf_database_connections', { state: 'idle' }, idle);
  metrics.set('sheaf_database_connections_max', {}, max);
  metrics.set('sheaf_database_waiting', {}, waiting);
}

/** The pool counts for itself; what came since the last scrape is added. */
function showChildren(metrics: Metrics, engine: Engine): () => void {
  let shown = { started: 0, ended: { timeout: 0, memory: 0, aborted: 0, retired: 0, crashed: 0 } };
  return () => {
    const { children, busy, waiting, started, ended } = engine.stats();
    metrics.set('sheaf_reading_children', { state: 'busy' }, busy);
    metrics.set('sheaf_reading_children', { state: 'idle' }, children - busy);
    metrics.set('sheaf_reading_waiting', {}, waiting);
    metrics.add('sheaf_reading_children_started_total', {}, started - shown.started);
    for (const [reason, count] of Object.entries(ended)) {
      const before = shown.ended[reason as keyof typeof ended];
      metrics.add('sheaf_reading_children_ended_total', { reason }, count - before);
    }
    shown = { started, ended };
  };
}

/** Values that nobody can tell while the database is away are not shown, rather than shown as they were. */
type AskBackups = () => Promise<BackupFigures | undefined>;

/** Nothing is told of back-ups where the server makes none. */
function backupsOf({ backup: { folder, schedule } }: Core['config'], { db }: Database): AskBackups {
  const startedAt = new Date();
  if (folder === undefined) return async () => undefined;
  const maxAgeMs = oldestBackupMs(schedule, startedAt);
  return async () => ({ ...(await summarizeBackups(db)), maxAgeMs, startedAt });
}

async function showDatabase(metrics: Metrics, { db }: Database, askBackups: AskBackups): Promise<void> {
  const shared = ['sheaf_queue_jobs', 'sheaf_queue_oldest_seconds', 'sheaf_mails'] as const;
  try {
    const asked = Promise.all([measureQueues(db), countWaitingMail(db), askBackups()]);
    const [depths, mails, backups] = await within(asked, DATABASE_MS);
    for (const name of shared) metrics.forget(name);
    for (const { name: queue } of queues) {
      for (const state of ['waiting', 'delayed', 'active', 'dead'] as const) {
        const depth = depths.find((found) => found.queue === queue && found.state === state);
        metrics.set('sheaf_queue_jobs', { queue, state }, depth?.jobs ?? 0);
        if (state === 'waiting' || state === 'active') {
          metrics.set('sheaf_queue_oldest_seconds', { queue, state }, depth?.seconds ?? 0);
        }
      }
    }
    for (const [state, count] of Object.entries(mails)) metrics.set('sheaf_mails', { state }, count);
    if (backups) showBackups(metrics, backups);
    metrics.set('sheaf_database_up', {}, 1);
  } catch {
    for (const name of shared) metrics.forget(name);
    metrics.set('sheaf_database_up', {}, 0);
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(`no answer within ${ms} ms`)),
    () => work,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

export const countQueries = (metrics: Metrics): Required<Pick<DatabaseOptions, 'onQuery'>> => ({
  onQuery({ ms, error }) {
    metrics.observe('sheaf_database_query_duration_seconds', {}, ms / 1000);
    if (error) metrics.add('sheaf_database_errors_total', { kind: error });
  },
});

export const countTries = (metrics: Metrics) => ({
  onTryEnded({ queue, outcome, durationMs }: EndedTry): void {
    metrics.add('sheaf_job_tries_total', { queue, outcome });
    if (durationMs > 0) metrics.observe('sheaf_job_duration_seconds', { queue }, durationMs / 1000);
  },
});

export const countAttempts =
  (metrics: Metrics): NonNullable<IdentityOptions['onAttempt']> =>
  (attempt) => {
    const { outcome } = attempt;
    if (attempt.kind === 'refresh') metrics.add('sheaf_session_refreshes_total', { outcome });
    else metrics.add('sheaf_sign_ins_total', { method: attempt.method, outcome });
  };

export const countReading =
  (metrics: Metrics): NonNullable<Services['onRead']> =>
  ({ status, error, documents, pages, timings }, state) => {
    metrics.add('sheaf_files_read_total', { status: state === 'quarantined' ? state : status });
    if (error) metrics.add('sheaf_file_errors_total', { code: error.code });
    for (const { type, assessment } of documents) {
      metrics.add('sheaf_documents_read_total', { type, verdict: assessment?.verdict ?? 'none' });
    }
    metrics.add('sheaf_pages_read_total', {}, pages);
    for (const [stage, ms] of Object.entries(timings)) {
      metrics.observe('sheaf_reading_stage_seconds', { stage }, ms / 1000);
    }
  };

export const countNotices =
  (metrics: Metrics): NonNullable<Services['onNotice']> =>
  ({ kind, ageMs }) => {
    metrics.add('sheaf_notices_total', { kind });
    metrics.observe('sheaf_notice_age_seconds', {}, ageMs / 1000);
  };

export const countWebhooks =
  (metrics: Metrics): NonNullable<Services['onWebhook']> =>
  ({ outcome, ms }) => {
    metrics.add('sheaf_webhook_tries_total', { outcome });
    if (outcome !== 'not-tried') metrics.observe('sheaf_webhook_try_duration_seconds', {}, ms / 1000);
  };

export const tellBlobs =
  (metrics: Metrics) =>
  ({ operation, outcome, ms }: BlobOperation): void => {
    metrics.add('sheaf_blob_operations_total', { operation, outcome });
    metrics.observe('sheaf_blob_operation_duration_seconds', { operation }, ms / 1000);
  };
