// What `npm run test:all` needs from the system: a browser, what the docs tell people to type, and what unpacks a
// PostgreSQL. Brought by apt where this process may; otherwise a line says what is left out and what to install.

import { spawnSync } from 'node:child_process';

/** What each is for, for the line that says it is missing. */
const wanted = [
  { commands: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium', for: 'tests in a browser' },
  { commands: ['curl'], package: 'curl', for: 'commands that the docs show' },
  { commands: ['jq'], package: 'jq', for: 'commands that the docs show' },
  { commands: ['debootstrap'], package: 'debootstrap', for: 'tests on a PostgreSQL with pgvector of their own' },
];

/** What cannot be had, a line each: it was told, and belongs into the summary. */
export function bringTestTools(): string[] {
  const missing = wanted.filter(({ commands }) => !commands.some(isThere)).filter((tool) => !isReplaced(tool.package));
  if (missing.length === 0) return [];
  const packages = missing.map((tool) => tool.package);
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    console.log(`Installing ${packages.join(' and ')} with apt (once) …`);
    apt(['update', '-q']);
    apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
  }
  const leftOut = missing
    .filter((tool) => !tool.commands.some(isThere))
    .map((tool) => `${tool.for}: no ${tool.package} (apt install ${tool.package})`);
  for (const line of leftOut) console.log(`Left out: ${line}`);
  return leftOut;
}

/** Somebody who names a browser or a server needs none of ours. */
function isReplaced(name: string): boolean {
  if (name === 'chromium') return Boolean(process.env.CHROMIUM_PATH);
  return name === 'debootstrap' && Boolean(process.env.TEST_DATABASE_URL);
}

function apt(args: string[]): void {
  spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function isThere(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}
