// The names that earlier deployments used, so that their .env still works. docs/configuration.md shows this table.

import {
  type Convert,
  environment,
  hoursToDays,
  list,
  logLevel,
  megabytes,
  parseSwitch,
  retriesToTries,
  seconds,
  yesOrNo,
} from './older-values.ts';
import type { Env } from './setting.ts';

export interface Alias {
  older: string;
  /** Names of ours that it gives; the same name when only the way of writing differs; none = accepted, not used. */
  ours: readonly string[];
  /** What its text gives to these; undefined = it cannot be used. Absent = the same text. */
  give?: (text: string, env: Env) => Readonly<Record<string, string>> | undefined;
  /** For the documentation: what differs, or why it is not used. */
  note?: string;
}

/** Text for one name of ours; what the converter does not know is handed on as it is. */
const as = (older: string, name: string, convert?: Convert, note?: string): Alias => ({
  older,
  ours: [name],
  ...(convert ? { give: (text) => ({ [name]: convert(text) ?? text }) } : {}),
  ...(note ? { note } : {}),
});

const unused = (older: string, note: string): Alias => ({ older, ours: [], note });

/** A key without a model named nothing to call; and neither counts beside another provider. */
function usesOpenAi(env: Env): boolean {
  const provider = env.MODEL_PROVIDER?.trim();
  const hasKey = Boolean(env.OPENAI_API_KEY?.trim() || env.MODEL_API_KEY?.trim());
  const hasModel = Boolean(env.OPENAI_MODEL?.trim() || env.MODEL_NAME?.trim());
  return hasKey && hasModel && (!provider || provider === 'openai');
}

export const aliases: readonly Alias[] = [
  as('SERVER_HOST', 'HOST'),
  as('SERVER_PORT', 'PORT'),
  as(
    'SERVER_WORKERS',
    'READ_JOBS',
    undefined,
    'one process answers; what works side by side is the reading of documents',
  ),
  as('ENVIRONMENT', 'NODE_ENV', environment, '`dev`, `local`, `stage`, `prod`, `testing` and capitals are understood'),
  {
    older: 'DEBUG',
    ours: ['LOG_LEVEL'],
    give: (text, env): Record<string, string> =>
      parseSwitch(text) === true && !env.LOG_LEVEL?.trim() ? { LOG_LEVEL: 'debug' } : {},
    note: '`true` = level `debug` unless `LOG_LEVEL` says another, and refused in production and staging; other texts, such as `express:*`, mean other programs',
  },
  as('LOG_LEVEL', 'LOG_LEVEL', logLevel, 'capitals, `WARNING`, `CRITICAL` and `NOTSET` are understood'),
  as('LOG_FILE', 'LOG_FILE'),
  as('METRICS_ENABLED', 'METRICS_ENABLED', yesOrNo, '`true`, `1`, `on` = `yes`; `false`, `0`, `off` = `no`'),
  as('SENTRY_DSN', 'SENTRY_DSN'),
  as('REQUEST_TIMEOUT', 'REQUEST_SECONDS', seconds, 'seconds, rounded up'),
  as(
    'DOCUMENT_PROCESSING_TIMEOUT',
    'DOCUMENT_SECONDS',
    seconds,
    'seconds, rounded up; here for each page that goes through OCR',
  ),
  as('FILE_PARSE_TIMEOUT', 'PARSE_SECONDS', seconds, 'seconds, rounded up'),
  as('MAX_RETRIES', 'RETRY_TRIES', retriesToTries, 'one more: retries come after the first try'),
  as('RETRY_BACKOFF_FACTOR', 'RETRY_FACTOR'),
  as('RETRY_MAX_WAIT', 'RETRY_LONGEST_SECONDS', seconds, 'seconds, rounded up'),
  {
    older: 'RATE_LIMIT_ENABLED',
    ours: ['RATE_LIMIT_PER_MINUTE', 'RATE_LIMIT_PER_HOUR'],
    give: (text): Record<string, string> => {
      const on = parseSwitch(text);
      if (on === true) return {};
      const limit = on === false ? '0' : text;
      return { RATE_LIMIT_PER_MINUTE: limit, RATE_LIMIT_PER_HOUR: limit };
    },
    note: '`false` = 0 for both, no limit; `true` changes nothing',
  },
  {
    older: 'RATE_LIMIT_REQUESTS',
    ours: ['RATE_LIMIT_PER_MINUTE', 'RATE_LIMIT_PER_HOUR'],
    give: (text, env) => requestsInWindow(text, env.RATE_LIMIT_WINDOW?.trim()),
    note: 'requests in RATE_LIMIT_WINDOW seconds, 60 when that is not set; a window of 3600 gives the limit of the hour, others that of the minute, rounded up',
  },
  {
    older: 'RATE_LIMIT_WINDOW',
    ours: ['RATE_LIMIT_PER_MINUTE', 'RATE_LIMIT_PER_HOUR'],
    give: () => ({}),
    note: 'read with RATE_LIMIT_REQUESTS',
  },
  as('RATE_LIMIT_REQUESTS_PER_MINUTE', 'RATE_LIMIT_PER_MINUTE'),
  as('RATE_LIMIT_REQUESTS_PER_HOUR', 'RATE_LIMIT_PER_HOUR'),
  unused('RATE_LIMIT_BURST', 'requests are counted by the minute and the hour; there is no second allowance'),
  unused('RATE_LIMIT_STORAGE_URL', 'processes share their counts in the database'),
  as('CONNECTION_POOL_SIZE', 'DATABASE_CONNECTIONS'),
  as('CONNECTION_POOL_TIMEOUT', 'DATABASE_WAIT_SECONDS', seconds, 'seconds, rounded up'),
  as(
    'UPLOAD_DIR',
    'DATA_DIR',
    undefined,
    'uploads are part of DATA_DIR: everything is kept in this folder, in folders of its own beside what is there',
  ),
  as('MAX_UPLOAD_SIZE_MB', 'MAX_UPLOAD_MB', megabytes, 'rounded up'),
  as('JWT_SECRET_KEY', 'AUTH_SECRET', undefined, 'at least 32 characters'),
  as(
    'TOKEN_EXPIRATION_HOURS',
    'SESSION_DAYS',
    hoursToDays,
    'how long one stays signed in, in whole days, rounded up; access tokens are short and renewed unseen (ACCESS_TOKEN_SECONDS)',
  ),
  as('ALLOWED_ORIGINS', 'ALLOWED_ORIGINS', list, 'a JSON list is understood; `*` is refused'),
  {
    older: 'SENDGRID_API_KEY',
    ours: ['SMTP_URL'],
    give: (text, env) =>
      env.MAIL_FROM?.trim()
        ? { SMTP_URL: `smtp://apikey:${encodeURIComponent(text)}@smtp.sendgrid.net:587` }
        : undefined,
    note: 'mail goes to smtp.sendgrid.net with this key as the password; without MAIL_FROM it is not used',
  },
  {
    older: 'OPENAI_API_KEY',
    ours: ['MODEL_API_KEY', 'MODEL_PROVIDER'],
    give: (text, env) => (usesOpenAi(env) ? { MODEL_PROVIDER: 'openai', MODEL_API_KEY: text } : undefined),
    note: 'used with OPENAI_MODEL (or MODEL_NAME), unless MODEL_PROVIDER names another provider: texts of documents then go to OpenAI',
  },
  {
    older: 'OPENAI_MODEL',
    ours: ['MODEL_NAME'],
    give: (text, env) => (usesOpenAi(env) ? { MODEL_NAME: text } : undefined),
    note: 'used with OPENAI_API_KEY',
  },
  {
    older: 'OPENAI_TEMPERATURE',
    ours: ['MODEL_TEMPERATURE'],
    give: (text, env) => (usesOpenAi(env) ? { MODEL_TEMPERATURE: text } : undefined),
    note: 'used with OPENAI_API_KEY',
  },
];

function requestsInWindow(text: string, window: string | undefined): Record<string, string> {
  if (window === '3600') return { RATE_LIMIT_PER_HOUR: text };
  const sound = /^\d{1,9}$/.test(text) && (window === undefined || /^[1-9]\d{0,6}$/.test(window));
  if (!sound) return { RATE_LIMIT_PER_MINUTE: window === undefined ? text : `${text} in ${window} seconds` };
  return { RATE_LIMIT_PER_MINUTE: String(Math.ceil((Number(text) * 60) / Number(window ?? 60))) };
}
