// argv → command → exit code; help, version and usage errors are the same for every command.

import { packageVersion } from '../config/package-version.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import { type CommandEntry, commands } from './commands.ts';
import { isClosedPipe, OutputError } from './output.ts';
import { suggest } from './suggest.ts';
import { cleanLines, cleanText } from './terminal.ts';

export async function runCommand(argv: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined) {
    io.stderr.write(overview());
    return 2;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    io.stdout.write(`${packageVersion()}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(args[0], io);
  const entry = commands.find((command) => command.name === name);
  if (!entry) return unknownCommand(name, io);
  const command = await entry.load();
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--help') || options.includes('-h')) {
    io.stdout.write(helpOf(entry, command));
    return 0;
  }
  try {
    return await command.run(args, io, services);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    // Anything else is a fault of ours, and shows where.
    if (!(error instanceof UsageError || error instanceof OutputError || isSystemError(error))) throw error;
    io.stderr.write(`sheaf ${name}: ${cleanLines(error.message)}\n`);
    if (!(error instanceof UsageError)) return 1;
    io.stderr.write(`usage: sheaf ${name} ${command.usage}\n`);
    return 2;
  }
}

/** A full disk, a folder without permission: the message says what and where. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}

function unknownCommand(name: string, io: CliIo): ExitCode {
  const near = suggest(
    name,
    commands.map((command) => command.name),
  );
  io.stderr.write(`sheaf: there is no command "${cleanText(name)}"${near ? `; did you mean "${near}"?` : ''}\n`);
  io.stderr.write('Run "sheaf --help" for the list.\n');
  return 2;
}

async function showHelp(name: string | undefined, io: CliIo): Promise<ExitCode> {
  if (name === undefined) {
    io.stdout.write(overview());
    return 0;
  }
  const entry = commands.find((command) => command.name === name);
  if (!entry) return unknownCommand(name, io);
  io.stdout.write(helpOf(entry, await entry.load()));
  return 0;
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Sheaf reads business documents into records whose every value can be proved.',
    '',
    'usage: sheaf COMMAND …',
    '',
    ...lines,
    '',
    '"sheaf COMMAND --help" tells more; "sheaf --version" prints the version.',
    '',
  ].join('\n');
}

function helpOf(entry: CommandEntry, command: Command): string {
  const width = Math.max(0, ...Object.keys(command.options).map((option) => option.length));
  const lines = [`usage: sheaf ${entry.name} ${command.usage}`.trimEnd(), '', command.description, ''];
  for (const [option, text] of Object.entries(command.options)) lines.push(`  ${option.padEnd(width)}  ${text}`);
  if (command.examples?.length) lines.push('', 'Examples:', ...command.examples.map((example) => `  ${example}`));
  return `${lines.join('\n').trimEnd()}\n`;
}
