// `--types FILE.yaml` and `--type T`: document types of one's own. Apart from the options of commands that read nothing.

import { readFile } from 'node:fs/promises';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { parseUserTypes, UserTypesError } from '../pipeline/user-types.ts';
import { UsageError } from './command.ts';
import { suggest } from './suggest.ts';

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
