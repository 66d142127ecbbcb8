// Every metric once: name, kind, meaning, labels with the values that they can have. docs/metrics.md is made from it, and the
// dashboard and the alert rules are checked against it. A label never holds what a user gave.

import { errorCatalogue } from '../errors.ts';

/** Values that a process knows when it starts, and that are as few as the code says. */
export const givenLabels = {
  route: 'addresses of the API with `:id` for ids; `none` for addresses that lead nowhere',
  queue: 'queues of background jobs',
  type: 'document types of the packs, and `unknown`',
  service: 'kinds of other servers ([calls to other servers](outside.md))',
  version: 'the version of Sheaf',
} as const;
export type GivenLabel = keyof typeof givenLabels;

type LabelSpec = readonly string[] | GivenLabel;

interface MetricSpec {
  kind: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: Readonly<Record<string, LabelSpec>>;
  /** Of histograms. */
  buckets?: readonly number[];
  /** Read from the database that all processes share: each shows the same. */
  shared?: true;
}

const counter = <const L extends MetricSpec['labels']>(help: string, labels: L) => ({
  kind: 'counter' as const,
  help,
  labels,
});
const gauge = <const L extends MetricSpec['labels']>(help: string, labels: L, more: { shared?: true } = {}) => ({
  kind: 'gauge' as const,
  help,
  labels,
  ...more,
});
const histogram = <const L extends MetricSpec['labels']>(help: string, labels: L, buckets: readonly number[]) => ({
  kind: 'histogram' as const,
  help,
  labels,
  buckets,
});

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const statuses = ['1xx', '2xx', '3xx', '4xx', '5xx', 'aborted'] as const;
const signInMethods = ['password', 'second-factor', 'passkey', 'link', 'elsewhere', 'registration'] as const;
const stages = [
  'parse',
  'ocr',
  'split',
  'import',
  'classify',
  'extract',
  'verify',
  'infer',
  'choose',
  'map',
  'prove',
  'validate',
  'inspect',
  'total',
] as const;

const modelTasks = ['embed', 'entities'] as const;

const answerSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] as const;
/** notify/notice-kinds.ts; a test compares them. */
const noticeKinds = [
  'record.needs-review',
  'review.second-needed',
  'document.failed',
  'document.quarantined',
  'export.ready',
  'export.failed',
  'member.joined',
  'match.found',
  'match.suggested',
  'record.suspicious',
  'search.new-hits',
  'lesson.suggested',
  'case.reminder',
  'case.moved',
  'budget.warning',
  'budget.exhausted',
  'job.dead',
  'webhook.disabled',
  'budget.total-warning',
  'backup.failed',
] as const;

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
const jobSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] as const;
const stageSeconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120] as const;
const callSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
const querySeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 15] as const;

export const metricList = {
  sheaf_build_info: gauge('1, with what runs', {
    version: 'version',
    mode: ['all', 'api', 'worker', 'nlp', 'vision'],
    database: ['embedded', 'server', 'none'],
  }),

  sheaf_http_requests_total: counter('Requests that ended. `aborted`: the caller went away first', {
    method: methods,
    route: 'route',
    status: statuses,
  }),
  sheaf_http_request_duration_seconds: histogram(
    'Time from a request to the end of its answer; event streams are left out',
    { method: methods, route: 'route' },
    requestSeconds,
  ),
  sheaf_http_requests_in_flight: gauge('Requests under way', {}),
  sheaf_http_errors_total: counter(
    'Requests answered with an error, by its code ([errors](errors.md)); `rate.limited`: refused by a rate limit',
    { code: Object.keys(errorCatalogue) },
  ),
  sheaf_sign_ins_total: counter(
    'Attempts to sign in, and proofs of the password before something delicate; by `ok` or the code of the error',
    {
      method: signInMethods,
      outcome: [
        'ok',
        'auth.invalid-credentials',
        'auth.locked',
        'auth.code-invalid',
        'auth.challenge-invalid',
        'auth.link-invalid',
        'account.not-verified',
        'account.wrong-password',
        'oidc.refused',
      ],
    },
  ),
  sheaf_session_refreshes_total: counter(
    'Refresh tokens that came in. `replayed`: one came a second time, so somebody may have a copy',
    { outcome: ['refreshed', 'refused', 'replayed'] },
  ),

  sheaf_queue_jobs: gauge(
    'Jobs. `waiting` can begin, `delayed` wait for another try or for their time, `active` run, `dead` failed for good and are being ended',
    { queue: 'queue', state: ['waiting', 'delayed', 'active', 'dead'] },
    { shared: true },
  ),
  sheaf_queue_oldest_seconds: gauge(
    'How long the oldest job waits since it could begin, or runs',
    { queue: 'queue', state: ['waiting', 'active'] },
    { shared: true },
  ),
  sheaf_job_tries_total: counter(
    'Tries of jobs that ended in this process. `retrying` failed and comes again, `dead` failed for the last time',
    { queue: 'queue', outcome: ['done', 'retrying', 'dead', 'cancelled', 'handed-back', 'lost'] },
  ),
  sheaf_job_duration_seconds: histogram('Time that one try of a job took', { queue: 'queue' }, jobSeconds),

  sheaf_files_read_total: counter('Files whose reading ended', {
    status: ['succeeded', 'partial', 'failed', 'quarantined'],
  }),
  sheaf_file_errors_total: counter('Files that could not be read, or not whole, by the code of the reason', {
    code: Object.keys(errorCatalogue),
  }),
  sheaf_documents_read_total: counter('Documents found in files. `ready`: usable without a person (straight-through)', {
    type: 'type',
    verdict: ['ready', 'needs review', 'blocked', 'none'],
  }),
  sheaf_pages_read_total: counter('Pages read', {}),
  sheaf_reading_stage_seconds: histogram(
    'Time of one stage of reading one file; `total` is all',
    { stage: stages },
    stageSeconds,
  ),
  sheaf_reading_children: gauge('Reading processes', { state: ['busy', 'idle'] }),
  sheaf_reading_waiting: gauge('Files that wait for a reading process of this server', {}),
  sheaf_reading_children_started_total: counter('Reading processes started', {}),
  sheaf_reading_children_ended_total: counter(
    'Reading processes that ended: by us (`timeout`, `memory`, `aborted`, `retired`), or by themselves (`crashed`)',
    { reason: ['timeout', 'memory', 'aborted', 'retired', 'crashed'] },
  ),

  sheaf_model_calls_total: counter(
    'Calls of the models of this process or of its model service. `fallback`: fixed rules answered, because no model could',
    { task: modelTasks, outcome: ['model', 'fallback', 'failed'] },
  ),
  sheaf_model_texts_total: counter('Texts of those calls', {
    task: modelTasks,
    outcome: ['model', 'fallback', 'failed'],
  }),
  sheaf_model_call_duration_seconds: histogram(
    'Time of such a call, waiting included',
    { task: modelTasks },
    callSeconds,
  ),
  sheaf_model_processes: gauge('Child processes that run models', { state: ['busy', 'idle'] }),
  sheaf_model_waiting: gauge('Texts that wait for a model of this process', { urgency: ['interactive', 'background'] }),

  sheaf_outside_calls_total: counter(
    'Calls to other servers that ended. `refused`: about what was asked; `circuit`, `busy`, `budget`: not made',
    {
      service: 'service',
      outcome: ['ok', 'failed', 'refused', 'circuit', 'busy', 'budget', 'timeout', 'stopped'],
    },
  ),
  sheaf_outside_retries_total: counter('Further tries of calls to other servers', { service: 'service' }),
  sheaf_outside_call_duration_seconds: histogram(
    'Time of a call to another server, with waiting and pauses',
    { service: 'service' },
    callSeconds,
  ),
  sheaf_outside_circuit: gauge('1 for the state that the circuit of the service is in, of several servers the worst', {
    service: 'service',
    state: ['closed', 'half-open', 'open'],
  }),
  sheaf_outside_circuits_open: gauge('Servers of the service that are left alone', { service: 'service' }),
  sheaf_outside_calls: gauge('Calls to other servers under way', { service: 'service', state: ['running', 'waiting'] }),

  sheaf_language_model_calls_total: counter(
    'Questions to the language model that ended, by what became of them; `cached`: answered from what was kept',
    {
      outcome: [
        'answered',
        'cached',
        'over-budget',
        'not-in-tier',
        'too-long',
        'unavailable',
        'refused',
        'invalid-output',
        'cancelled',
      ],
    },
  ),
  sheaf_language_model_tokens_total: counter('Tokens of the language model that were counted', {
    direction: ['input', 'output'],
  }),
  sheaf_language_model_cost_total: counter(
    'What the language model cost by the prices of the settings, in MODEL_CURRENCY',
    {},
  ),
  sheaf_language_model_repairs_total: counter(
    'Answers of the language model that could not be used and were asked for again',
    {},
  ),
  sheaf_language_model_call_duration_seconds: histogram(
    'Time of a question to the language model, from the first request to the end of the last answer',
    {},
    answerSeconds,
  ),

  sheaf_database_up: gauge('1 when the database answered the last time it was asked, 0 when not', {}),
  sheaf_database_connections: gauge('Connections of the pool of this process; none of the embedded database', {
    state: ['used', 'idle'],
  }),
  sheaf_database_connections_max: gauge('Connections that the pool may have', {}),
  sheaf_database_waiting: gauge('Queries that wait for a connection', {}),
  sheaf_database_query_duration_seconds: histogram('Time of a query, errors included', {}, querySeconds),
  sheaf_database_errors_total: counter(
    'Queries that failed. `constraint` is usual: a duplicate, refused by the database',
    { kind: ['constraint', 'conflict', 'timeout', 'connection', 'resources', 'shutdown', 'statement'] },
  ),

  sheaf_blob_operations_total: counter('Operations on stored files. `refused`: about the file, not the store', {
    operation: ['stage', 'read', 'remove'],
    outcome: ['ok', 'failed', 'refused'],
  }),
  sheaf_blob_operation_duration_seconds: histogram(
    'Time of an operation on stored files',
    { operation: ['stage', 'read', 'remove'] },
    callSeconds,
  ),
  sheaf_notices_total: counter('Notices that were brought to people and webhooks', { kind: noticeKinds }),
  sheaf_notice_age_seconds: histogram('Time from an event to its notices', {}, jobSeconds),
  sheaf_webhook_tries_total: counter(
    'Tries to hand an event to a webhook ([webhooks](webhooks.md)). `gone`: answered 410; `not-tried`: its circuit is open',
    { outcome: ['delivered', 'failed', 'gone', 'not-tried'] },
  ),
  sheaf_webhook_try_duration_seconds: histogram('Time of such a try', {}, callSeconds),
  sheaf_mails: gauge(
    'Mails in the outbox ([mail](mail.md)). `unknown`: may or may not have arrived',
    { state: ['queued', 'sending', 'unknown', 'failed'] },
    { shared: true },
  ),
  sheaf_backup_age_seconds: gauge(
    'Since the last good back-up ended; before the first one, since this process started. Only where back-ups are made by schedule',
    {},
    { shared: true },
  ),
  sheaf_backup_max_age_seconds: gauge(
    'Age at which a back-up is overdue: twice the time between two',
    {},
    { shared: true },
  ),
  sheaf_backup_last_bytes: gauge('Size of the last good back-up', {}, { shared: true }),
  sheaf_backup_failures: gauge('Back-ups that failed since the last good one', {}, { shared: true }),
} as const satisfies Record<string, MetricSpec>;

export type MetricName = keyof typeof metricList;
export type NameOf<K extends MetricSpec['kind']> = {
  [N in MetricName]: (typeof metricList)[N]['kind'] extends K ? N : never;
}[MetricName];
export type LabelsOf<N extends MetricName> = Readonly<Record<keyof (typeof metricList)[N]['labels'] & string, string>>;

/** Of a label whose value is not on its list. */
export const OTHER = 'other';
