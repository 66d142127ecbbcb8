// Errors of requests, storage, mail and the server itself.

import type { ErrorEntry } from './error-entry.ts';

export const serverErrors = {
  'request.invalid': {
    status: 400,
    title: 'The request is not valid',
    advice: 'Correct the fields that are named, and send it again.',
  },
  'request.not-found': {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Check the address against /api/v1/docs.',
  },
  'request.method': {
    status: 405,
    title: 'This address does not take this method',
    advice: 'Use a method that the header Allow names.',
  },
  'request.media-type': {
    status: 415,
    title: 'This content type is not taken here',
    advice: 'Send the content type that /api/v1/docs names for this operation.',
  },
  'request.range': {
    status: 416,
    title: 'The file does not have the bytes that were asked for',
    advice: 'Ask for bytes within its size, or for all of it.',
  },
  'request.too-large': {
    status: 413,
    title: 'The request is too large',
    advice: 'Send fewer or smaller files, or raise MAX_UPLOAD_MB.',
  },
  'request.timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    advice: 'Send it again over a faster connection or in smaller parts, or raise REQUEST_SECONDS.',
  },
  'request.host': {
    status: 421,
    title: 'The server does not answer to this name',
    advice:
      'Use the address that the server printed at start, such as http://127.0.0.1:8000, or add the name to ALLOWED_HOSTS.',
  },
  'request.origin': {
    status: 403,
    title: 'Another site may not do this',
    advice:
      'Call the API from the server’s own page or from a program, or let the operator add the site to ALLOWED_ORIGINS.',
  },
  'idempotency.mismatch': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    advice: 'Use a new key for a new request.',
  },
  'idempotency.in-progress': {
    status: 409,
    title: 'A request with this Idempotency-Key is still running',
    advice: 'Send it again after the time in Retry-After; you then get its answer.',
  },
  'idempotency.unreadable': {
    status: 409,
    title: 'The request was done, but its answer cannot be shown again',
    advice: 'Look up what it made. The answer held a secret, which was sealed by a server with another key.',
  },
  'queue.full': {
    status: 503,
    title: 'Too many documents wait to be read',
    advice: 'Nothing of this upload was taken. Send it again after the time in Retry-After.',
  },
  'job.not-found': {
    status: 404,
    title: 'There is no such job',
    advice: 'Check the id; jobs are forgotten after JOB_DAYS.',
  },
  'job.not-dead': {
    status: 409,
    title: 'The job was not given up',
    advice: 'Only dead jobs are tried again: look at its state.',
  },
  'job.not-retryable': {
    status: 409,
    title: 'The job cannot be tried again',
    advice: 'What it needs is gone by now: ask anew for what it was to do.',
  },
  'job.interrupted': {
    status: 500,
    title: 'The process ended while the job ran',
    advice: 'Look at the log for why it ended; the job is tried again while it has tries left.',
  },
  'mail.not-delivered': {
    status: 502,
    title: 'The mail was not delivered, or nobody can tell',
    advice: 'Look at its reason (docs/mail.md), and have whoever misses it ask for another.',
  },
  'mail.invalid-recipient': {
    status: 422,
    title: 'This is not an e-mail address that mail can be sent to',
    advice: 'Correct the address: one address, such as name@example.org.',
  },
  'mail.not-sent': {
    status: 503,
    title: 'The mail could not be sent yet',
    advice: 'Nothing: it is tried again. When it stays, see docs/mail.md.',
  },
  'outgoing.refused': {
    status: 422,
    title: 'The server does not call this address',
    advice: 'Give a public http(s) address, or have the operator name it in OUTGOING_ALLOW.',
  },
  'metrics.refused': {
    status: 401,
    title: 'The metrics are not for this caller',
    advice:
      'Send METRICS_TOKEN as a bearer token. Without METRICS_TOKEN only this machine is answered, and nobody when PUBLIC_URL is set.',
  },
  'outgoing.failed': {
    status: 502,
    title: 'The other server gave no usable answer',
    advice: 'Check that the address is right and answers; then try again.',
  },
  'store.locked': {
    status: 503,
    title: 'The data directory is in use by another process',
    advice: 'Stop the other server, or set another DATA_DIR.',
  },
  'store.extension-missing': {
    status: 503,
    title: 'The database lacks an extension that search needs',
    advice:
      'Install pgvector on the database server, and as its administrator run CREATE EXTENSION vector and CREATE EXTENSION pg_trgm in this database; then start again.',
  },
  'store.schema-older': {
    status: 503,
    title: 'The database was not brought to this version yet',
    advice: 'Run "sheaf migrate" with this version, or start with MIGRATE_AT_START=yes.',
  },
  'store.schema-newer': {
    status: 503,
    title: 'The database was written by a newer Sheaf',
    advice: 'Start the newer version, or restore a back-up made with this one.',
  },
  'store.unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    advice: 'Check that the database runs and that DATABASE_URL is right; then try again.',
  },
  'store.busy': {
    status: 503,
    title: 'The database is too busy to answer',
    advice: 'Send it again after the time in Retry-After; if it stays, give the database more connections or memory.',
  },
  'store.full': {
    status: 507,
    title: 'There is no room left on the disk of the server',
    advice: 'Free space on the disk that holds DATA_DIR (and on the database server), then send it again.',
  },
  'store.files-unavailable': {
    status: 503,
    title: 'The file store cannot be reached',
    advice:
      'Send it again after the time in Retry-After. When it stays, check that the object store runs and takes what BLOB_STORE and its settings say (docs/storage.md).',
  },
  'store.blob-damaged': {
    status: 500,
    title: 'A stored file is missing or damaged',
    advice: 'Restore the blobs from a back-up, or upload the file again.',
  },
  'serve.address-in-use': {
    status: 503,
    title: 'The address cannot be used',
    advice: 'Stop what listens there, or choose another PORT.',
  },
  'config.invalid': {
    status: 500,
    title: 'The configuration is not valid',
    advice: 'Correct the variables that are named, and start again.',
  },
  'keys.differ': {
    status: 503,
    title: 'This process holds other keys than the processes before it on this database',
    advice:
      'Give every process the same AUTH_SECRET and ENCRYPTION_KEY. To change one on purpose, name the value of before in AUTH_SECRETS_OLD or ENCRYPTION_KEYS_OLD; when it is lost, "sheaf keys forget" gives it up (docs/secrets.md).',
  },
  'keys.none': {
    status: 404,
    title: 'There is no installation whose key could be forgotten',
    advice: 'Check DATA_DIR and DATABASE_URL: they must name the installation.',
  },
  'server.stopping': { status: 503, title: 'The server is stopping', advice: 'Try again in a moment.' },
  internal: {
    status: 500,
    title: 'Something went wrong in Sheaf',
    advice: 'Try again; if it stays, report it with the request id.',
  },
} as const satisfies Record<string, ErrorEntry>;
