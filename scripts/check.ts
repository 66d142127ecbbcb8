// `npm run check`: everything that must hold before a change is handed over. All steps run, so that one report tells all.
// --no-tests leaves the tests out (the CI script has just run them).

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { styleText } from 'node:util';

const root = path.dirname(import.meta.dirname);
const require = createRequire(import.meta.url);

/** Path of a package's command, run with this very Node. */
function binOf(packageName: string, name: string): string {
  const manifest = path.join(root, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (!file) throw new Error(`${packageName} has no command ${name}`);
  return path.join(path.dirname(manifest), file);
}

const steps: { name: string; command: string[]; isTest?: true }[] = [
  {
    name: 'format and lint',
    command: [
      binOf('@biomejs/biome', 'biome'),
      'ci',
      '--error-on-warnings',
      '--colors=off',
      '--max-diagnostics=40',
      '.',
    ],
  },
  { name: 'types', command: [binOf('typescript', 'tsc'), '--noEmit', '-p', '.'] },
  {
    name: 'dependency rules',
    command: [
      binOf('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'src',
      'test',
      'scripts',
      'bench',
      'synth',
    ],
  },
  { name: 'structure', command: [path.join(root, 'scripts', 'validate.ts')] },
  { name: 'unused code', command: [binOf('knip', 'knip'), '--no-progress'] },
  { name: 'fast tests', command: [binOf('vitest', 'vitest'), 'run', '--project', 'fast'], isTest: true },
];

const failed: string[] = [];
for (const step of steps) {
  if (step.isTest && process.argv.includes('--no-tests')) continue;
  const started = performance.now();
  const run = spawnSync(process.execPath, step.command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.status === 0) {
    console.log(`${styleText('green', '✓')} ${step.name} ${styleText('dim', `${seconds} s`)}`);
    continue;
  }
  failed.push(step.name);
  console.log(`${styleText('red', '✗')} ${step.name} ${styleText('dim', `${seconds} s`)}`);
  console.log(`${run.stdout}${run.stderr}`.trimEnd());
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
