// `sheaf import`: lists that Sheaf works with, extended or replaced from files of known formats.

import { readConfig } from '../config.ts';
import { SheafError } from '../errors.ts';
import { OperatorListError } from '../pipeline/operator-list.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { suggest } from './suggest.ts';
import { toSafeLine } from './to-safe-line.ts';

export const importCommand: Command = {
  usage: 'LIST FILE… [--replace] [--dry-run] [--json]   or   sheaf import LIST --reset',
  description:
    'Extends a list that Sheaf works with, for the whole installation in DATA_DIR. The list "skills" takes ESCO as CSV and O*NET as ' +
    'text (docs/skills.md); a file is known by its columns. Files that belong together are given together. Imports add up until ' +
    '--replace or --reset. Servers and workers take the list into use when they start. Exit code 0: done; 1: a file was not ' +
    'understood, and nothing was changed; 2: wrong usage.',
  options: {
    '--replace': 'use what these files say instead of what Sheaf brings and what was imported before',
    '--dry-run': 'say what would be, and change nothing',
    '--reset': 'go back to what Sheaf brings',
    '--json': 'the figures as one JSON object',
  },
  examples: [
    'sheaf import skills skills_en.csv broaderRelationsSkillPillar_en.csv',
    "sheaf import skills 'Technology Skills.txt' --dry-run",
    'sheaf import skills --reset',
  ],
  run: runImport,
};

async function runImport(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    replace: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    reset: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [list, ...files] = positionals;
  const known = await services.lists.ids();
  if (list === undefined) throw new UsageError(`name a list: ${known.join(', ')}`);
  if (!known.includes(list)) {
    const near = suggest(list, known);
    throw new UsageError(
      `there is no such list${near ? `; did you mean "${near}"?` : `; there are: ${known.join(', ')}`}`,
    );
  }
  const reset = values.reset === true;
  if (reset && (files.length > 0 || values.replace || values['dry-run'])) throw new UsageError('--reset stands alone');
  if (!reset && files.length === 0) throw new UsageError('give the files');
  try {
    const { dataDir } = await readConfig(io.env);
    if (reset) {
      const existed = await services.lists.reset(list, dataDir);
      await writeTo(io.stdout, existed ? 'reset: the next start uses what Sheaf brings\n' : 'nothing was imported\n');
      return 0;
    }
    const dryRun = values['dry-run'] === true;
    const request = { files, replace: values.replace === true, dryRun };
    const { figures, notes } = await services.lists.import(list, dataDir, request);
    const end = dryRun ? 'nothing was changed (--dry-run)' : 'used from the next start of each server and worker';
    const text = values.json === true ? toSafeLine({ list, dryRun, ...figures }) : `${[...notes, end].join('\n')}\n`;
    await writeTo(io.stdout, text);
    return 0;
  } catch (error) {
    if (!(error instanceof OperatorListError) && !(error instanceof SheafError)) throw error;
    io.stderr.write(`sheaf import: ${error.message}\n`);
    return 1;
  }
}
