// Logs, metrics and traces.

import path from 'node:path';
import { z } from 'zod';
import { type Read, setting } from './setting.ts';
import { parsed, secret, whole } from './setting-kinds.ts';

export const observeSettings = {
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'info',
    'Least level that is logged.',
  ),
  METRICS_ENABLED: setting(z.enum(['yes', 'no']), 'yes', 'Whether /metrics tells how the server works.'),
  METRICS_TOKEN: setting(
    secret.optional(),
    undefined,
    'What whoever asks for /metrics sends as a bearer token. Unset = only this machine is answered; on the port of the API nobody when PUBLIC_URL leads elsewhere.',
    { secret: true },
  ),
  LOG_FILE: setting(
    z.string().min(1).optional(),
    undefined,
    'File that gets the log besides standard output, always as JSON lines; each process needs one of its own. Unset = none.',
  ),
  LOG_FILE_MAX_MB: setting(whole(1, 10_000), '50', 'Size at which LOG_FILE is put aside as LOG_FILE.1, in megabytes.'),
  LOG_FILE_KEEP: setting(whole(1, 100), '5', 'Files put aside that are kept.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    parsed<URL>(parseCollector).optional(),
    undefined,
    'OpenTelemetry collector that gets traces by OTLP over HTTP, such as http://localhost:4318 (/v1/traces is added). Unset = no traces.',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    parsed<Record<string, string>>(parseHeaders),
    '',
    'Headers for the collector, as name=value with commas between; values are percent-encoded.',
    { secret: true },
  ),
  OTEL_SERVICE_NAME: setting(z.string().min(1).max(100), 'sheaf', 'What traces call this installation.'),
  OTEL_TRACES_SAMPLER_ARG: setting(
    parsed<number>(parseShare),
    '1',
    'Share of traces that are kept, 0 to 1; what a caller began and keeps is kept here, too.',
  ),
  SENTRY_DSN: setting(
    z
      .string()
      .regex(/^https?:\/\/[\w-]+@[\w.:[\]-]+(\/[\w.-]+)*\/\d+$/, 'must look like https://key@sentry.example.org/1')
      .optional(),
    undefined,
    'Address of a Sentry project that gets unexpected errors, without content and people. Unset = none.',
    { secret: true },
  ),
} as const;

export const readObserve = (read: Read<typeof observeSettings>) => {
  const logFile = {
    path: read('LOG_FILE'),
    maxBytes: read('LOG_FILE_MAX_MB') * 1_000_000,
    keep: read('LOG_FILE_KEEP'),
  };
  const traces = {
    endpoint: read('OTEL_EXPORTER_OTLP_ENDPOINT'),
    headers: read('OTEL_EXPORTER_OTLP_HEADERS'),
    serviceName: read('OTEL_SERVICE_NAME'),
    share: read('OTEL_TRACES_SAMPLER_ARG'),
  };
  return {
    logLevel: read('LOG_LEVEL'),
    metrics: { enabled: read('METRICS_ENABLED') === 'yes', token: read('METRICS_TOKEN') },
    /** undefined: standard output alone. */
    logFile: logFile.path === undefined ? undefined : { ...logFile, path: path.resolve(logFile.path) },
    /** undefined: nothing is traced. */
    traces: traces.endpoint === undefined ? undefined : { ...traces, endpoint: traces.endpoint },
    /** undefined: errors stay in the log. */
    sentryDsn: read('SENTRY_DSN'),
  };
};

function parseCollector(text: string): URL | string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address such as http://localhost:4318';
  if (url.username || url.password) return 'must not hold credentials; OTEL_EXPORTER_OTLP_HEADERS takes them';
  return url;
}

/** `authorization=Bearer%20abc,x-tenant=7`, as the W3C's baggage header writes it. */
function parseHeaders(text: string): Record<string, string> | string {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  const headers: Record<string, string> = {};
  for (const pair of pairs) {
    const [, name, value] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*([!-~]*)\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) return 'must be name=value, separated by commas';
    try {
      headers[name.toLowerCase()] = decodeURIComponent(value);
    } catch {
      return 'must have percent-encoded values';
    }
  }
  return headers;
}

function parseShare(text: string): number | string {
  const share = Number(text);
  return /^[\d.]+$/.test(text) && share >= 0 && share <= 1 ? share : 'must be a number from 0 to 1';
}
