// `sheaf doctor`: what is installed, configured, reachable, and what to do about the rest.

import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import { findings } from './doctor-checks.ts';
import type { Finding, FindingState } from './finding.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { type Style, terminalOf, wrapText } from './terminal.ts';

export const doctorCommand: Command = {
  usage: '[--json]',
  description:
    'Checks this installation by using it: reads a page, reads its picture by OCR, opens the database, tries the port. ' +
    'Nothing is changed. Exit code 1 when something needs repair.',
  options: { '--json': 'one JSON object a check and line' },
  run: runDoctor,
};

const MARKS: Record<FindingState, [string, Style]> = { ok: ['✓', 'green'], note: ['·', 'cyan'], problem: ['✗', 'red'] };

async function runDoctor(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError('takes no argument');
  const terminal = terminalOf(io.stdout, io.env);
  let exitCode: ExitCode = 0;
  for await (const finding of findings(io.env, services)) {
    if (finding.state === 'problem') exitCode = 1;
    if (values.json === true) await writeTo(io.stdout, `${JSON.stringify(finding)}\n`);
    else await writeTo(io.stdout, print(finding));
  }
  return exitCode;

  function print({ name, state, detail, advice }: Finding): string {
    const [mark, style] = MARKS[state];
    const lines = [`${terminal.style(style, mark)} ${terminal.style('bold', name.padEnd(14))} ${detail}`];
    if (advice) lines.push(...wrapText(advice, terminal.width - 17).map((line) => `${' '.repeat(17)}${line}`));
    return `${lines.join('\n')}\n`;
  }
}
