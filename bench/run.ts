// `npm run bench [reading] [models] [auth] [matching] [gate] [search] [validate] [server]`: speed and memory in one run, with limits. Writes bench/results.json; exit code 1 when a limit is missed.
// Linux. Figures depend on what else the machine does: ratios are taken from alternating rounds.

import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchFiles } from './bench-files.ts';
import { measureAuth } from './measure-auth.ts';
import { measureGate } from './measure-gate.ts';
import { measureMatching } from './measure-matching.ts';
import { measureModels } from './measure-models.ts';
import { measureReadiness } from './measure-readiness.ts';
import { measureCoreUse, measureReadingSpeed } from './measure-reading.ts';
import { measureSearch } from './measure-search.ts';
import { measureSearchIngestion } from './measure-search-ingestion.ts';
import { measureServer } from './measure-server.ts';
import { measureValidating } from './measure-validating.ts';
import type { Measurement } from './measurement.ts';

const wanted = process.argv.slice(2);
const measures = (name: string) => wanted.length === 0 || wanted.includes(name);

const sets = benchFiles();
const results: Measurement[] = [];
const add = (measurements: Measurement[]): void => {
  for (const measurement of measurements) {
    results.push(measurement);
    console.log(lineOf(measurement));
  }
};

if (measures('reading')) {
  add(measureReadingSpeed(sets));
  add(measureCoreUse(sets[0]!.files));
}
if (measures('models')) add(await measureModels());
if (measures('search')) {
  // Queries first: the encoder leaves much behind in this process, as no server does, where it runs in one of its own.
  add(await measureSearch());
  add(await measureSearchIngestion());
}
if (measures('auth')) add(await measureAuth());
if (measures('matching')) add(await measureMatching());
if (measures('gate')) add(measureGate());
if (measures('validate')) add(measureValidating());
if (measures('server')) {
  add(await measureServer(sets[0]!.files[0]!));
  add(await measureReadiness());
  const { startPostgresForTests } = await import('../scripts/postgres-for-tests.ts');
  const postgres = await startPostgresForTests();
  if (postgres) {
    try {
      add(await measureServer(sets[0]!.files[0]!, postgres.url));
      add(await measureReadiness(postgres.url));
    } finally {
      await postgres.stop();
    }
  } else console.log('No PostgreSQL can be brought up here: the figures on it are left out.');
}

const cpu = os.cpus()[0]?.model ?? 'unknown';
const machine = {
  cpu,
  cores: os.availableParallelism(),
  memoryGb: Math.round(os.totalmem() / 1e9),
  node: process.versions.node,
};
writeFileSync(
  path.join(import.meta.dirname, 'results.json'),
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
);
process.exitCode = results.some((result) => result.pass === false) ? 1 : 0;

function lineOf({ name, value, unit, bound, limit, pass, note }: Measurement): string {
  const mark = pass === undefined ? '·' : pass ? '✓' : '✗';
  const wants = limit === undefined ? '' : `  (${bound} ${limit})`;
  return `${mark} ${name}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit}${wants}${note ? `  ${note}` : ''}`;
}
