// Logs: one JSON object a line on standard output, or lines for people on a terminal in development. docs/logging.md says what
// stands in a line.

import { createRequire } from 'node:module';
import { pino } from 'pino';
import type pinoPretty from 'pino-pretty';
import { REDACTED, redactFields, redactText } from './redact.ts';
import { currentWork, type Work } from './work.ts';

export type Logger = pino.Logger;

export interface LoggerOptions {
  level: string;
  /** Coloured lines for people instead of JSON. */
  forPeople: boolean;
  /** Where to write; standard output when absent. */
  destination?: LineStream;
  /** Gets each line besides, always as JSON. */
  file?: LineStream | undefined;
}

export interface LineStream {
  write(line: string): unknown;
}

/** Loaded only for who looks at a terminal, and at once: the first line does not wait. */
const loadPretty = (): typeof pinoPretty => createRequire(import.meta.url)('pino-pretty');

const workOfLogger = Symbol('work');

export function createLogger({ level, forPeople, destination = process.stdout, file }: LoggerOptions): Logger {
  const main = forPeople ? forTerminal(destination) : destination;
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'message',
    errorKey: 'error',
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: redactFields },
    // Errors were shown by then; left to itself, pino would show them once more.
    serializers: { error: (shown: unknown) => shown, err: (shown: unknown) => shown },
    // What children are bound to does not pass the formatter.
    redact: { paths: ['password', 'token', 'secret', 'authorization', 'cookie'], censor: REDACTED },
    mixin: (_fields, _level, logger) => ({ ...((logger as Bound)[workOfLogger] ?? currentWork()) }),
    hooks: { streamWrite: redactLine },
  };
  if (!file) return pino(options, main);
  return pino(options, {
    write(line: string) {
      main.write(line);
      file.write(line);
    },
  });
}

type Bound = Logger & { [workOfLogger]?: Work };

function forTerminal(destination: LineStream): LineStream {
  return loadPretty()({
    colorize: true,
    sync: true,
    messageKey: 'message',
    errorLikeObjectKeys: ['error'],
    timestampKey: 'timestamp',
    translateTime: 'HH:MM:ss',
    // Messages say addresses and links as people open them; a first start applies every migration there is.
    ignore: 'module,event,request_id,user_id,workspace_id,job_id,trace_id,address,link,applied',
    destination: destination as NodeJS.WritableStream,
  });
}

/** The way in of a first start is printed on purpose: whoever reads the output of the server owns it. */
const SIGN_IN_LINK = '"event":"sign-in-link"';

const redactLine = (line: string): string => (line.includes(SIGN_IN_LINK) ? line : redactText(line));

/** A logger whose lines say which part of the program speaks. */
export function moduleLogger(log: Logger, module: string): Logger {
  return log.child({ module });
}

/** A logger whose lines carry the ids of this work, also where it is used outside of it. */
export function workLogger(log: Logger, work: Work): Logger {
  const child: Bound = log.child({});
  child[workOfLogger] = work;
  return child;
}
