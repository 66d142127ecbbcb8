// node:util's parser with messages for people, and the checks that several commands share.

import { readFile } from 'node:fs/promises';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { parseUserTypes, UserTypesError } from '../pipeline/user-types.ts';
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

/** The content of a YAML file of user-defined types, checked. Throws UsageError that names what is wrong. */
export async function loadTypesFile(file: string): Promise<{ content: unknown; ids: string[] }> {
  const content = await loadYaml(file);
  try {
    return { content, ids: parseUserTypes(content).map((type) => type.id) };
  } catch (error) {
    if (!(error instanceof UserTypesError)) throw error;
    throw new UsageError(`--types ${file}: ${error.message}`);
  }
}

/** Throws UsageError for a type that is neither built in nor in the user's file. */
export function ensureKnownType(type: string, known: readonly string[]): void {
  if (known.includes(type)) return;
  const near = suggest(type, known);
  throw new UsageError(
    `there is no type "${type}"${near ? `; did you mean "${near}"?` : `; there are ${known.join(', ')}`}`,
  );
}

async function loadYaml(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--types ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return parseYaml(text, { maxAliasCount: 100 });
  } catch (error) {
    const where = error instanceof YAMLParseError && error.linePos ? ` at line ${error.linePos[0].line}` : '';
    throw new UsageError(`--types ${file} is not valid YAML${where}: ${(error as Error).message.split('\n')[0]}`);
  }
}
