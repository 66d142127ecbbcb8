// Logs: one JSON object a line on standard output, or lines for people on a terminal in development.

import { pino } from 'pino';
import pretty from 'pino-pretty';
import { showError } from './show-error.ts';

export type Logger = pino.Logger;

export interface LoggerOptions {
  level: string;
  /** Coloured lines for people instead of JSON. */
  forPeople: boolean;
  /** Where to write; standard output when absent. */
  destination?: NodeJS.WritableStream;
}

/** Names that must never reach a log, wherever they stand in a logged object. */
const secretPaths = [
  ...['password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie'],
  // The form parser's plug-in logs all headers of an upload at level trace, credentials included.
  'busboyOptions.headers',
];

export function createLogger({ level, forPeople, destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'message',
    errorKey: 'error',
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: (error: unknown) => showError(error) },
    redact: { paths: secretPaths, censor: '[redacted]' },
  };
  if (!forPeople) return destination ? pino(options, destination) : pino(options);
  const stream = pretty({
    colorize: true,
    sync: true,
    messageKey: 'message',
    errorLikeObjectKeys: ['error'],
    timestampKey: 'timestamp',
    translateTime: 'HH:MM:ss',
    // The message of `ready` says the address as people type it.
    ignore: 'module,event,request_id,address',
    ...(destination ? { destination } : {}),
  });
  return pino(options, stream);
}

/** A logger whose lines say which part of the program speaks. */
export function moduleLogger(log: Logger, module: string): Logger {
  return log.child({ module });
}
