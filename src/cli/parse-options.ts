// node:util's parser with messages for people, and the checks that several commands share.

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import { suggest } from './suggest.ts';

export interface ParsedOptions {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

/** Throws UsageError for an unknown option or one without its value. */
export function parseOptions(args: readonly string[], options: ParseArgsOptionsConfig): ParsedOptions {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: parsed.values as ParsedOptions['values'], positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError(explain(error as Error, Object.keys(options)));
  }
}

function explain(error: Error, known: readonly string[]): string {
  const option = /Unknown option '--?([^']+)'/.exec(error.message)?.[1];
  if (option === undefined) return error.message.split('. ')[0]!.replace(/\.$/, '');
  const near = suggest(option, known);
  return `there is no option --${option}${near ? `; did you mean --${near}?` : ''}`;
}

/** A whole number from `min` up; throws UsageError otherwise. */
export function parseCount(text: string, option: string, min = 1): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < min)
    throw new UsageError(`--${option} takes a whole number from ${min} up, not "${text}"`);
  return count;
}
