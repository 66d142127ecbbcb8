// The server: warm start, upload to finished record, memory when idle. Memory counts resident pages of all its processes.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Measurement, measured, median } from './measurement.ts';

const root = path.dirname(import.meta.dirname);
const UPLOADS = 15;
const IDLE_MS = 15_000;
const RESTS = 3;
const STARTS = 5;

const admin = { email: 'bench@example.com', password: 'bench bench bench' };

interface Server {
  address: string;
  headers: { authorization: string };
  startMs: number;
  process: ChildProcess;
}

/** `databaseUrl` unset: the embedded database. `pdf`: a digital invoice of one page. */
export async function measureServer(pdf: string, databaseUrl?: string): Promise<Measurement[]> {
  const kind = databaseUrl ? 'PostgreSQL' : 'embedded';
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sheaf-bench-'));
  try {
    await stop(await start(dataDir, databaseUrl));
    const starts: number[] = [];
    for (let i = 0; i < STARTS; i++) {
      const server = await start(dataDir, databaseUrl);
      starts.push(server.startMs);
      await stop(server);
    }
    const server = await start(dataDir, databaseUrl);
    await sleep(IDLE_MS);
    const fresh = memoryMb(server.process.pid!);
    const bytes = readFileSync(pdf);
    const first = await uploadToRecord(server, bytes, 0);
    const latencies: number[] = [];
    for (let i = 1; i <= UPLOADS; i++) {
      await sleep(200);
      latencies.push(await uploadToRecord(server, bytes, i));
    }
    const rested: number[] = [];
    let used = 0;
    for (let i = 1; i <= RESTS; i++) {
      await sleep(IDLE_MS);
      used = memoryMb(server.process.pid!);
      rested.push(await uploadToRecord(server, bytes, UPLOADS + i));
    }
    await stop(server);
    const memory = { bound: 'at most', limit: databaseUrl ? 220 : 600 } as const;
    return [
      measured(
        `${kind}: warm start to ready`,
        median(starts) / 1000,
        's',
        {
          bound: 'at most',
          limit: databaseUrl ? 1.2 : 2,
        },
        `fastest of ${STARTS}: ${(Math.min(...starts) / 1000).toFixed(2)} s; other work on the machine lengthens it`,
      ),
      measured(
        `${kind}: POST to finished record, median`,
        median(latencies),
        'ms',
        { bound: 'at most', limit: 250 },
        `slowest ${Math.max(...latencies).toFixed(0)} ms, first after start ${first.toFixed(0)} ms`,
      ),
      // On PostgreSQL the reading process has ended by then, for the memory: what its start costs is told, not judged.
      measured(
        `${kind}: POST to finished record after ${IDLE_MS / 1000} s of rest, median of ${RESTS}`,
        median(rested),
        'ms',
        databaseUrl ? undefined : { bound: 'at most', limit: 250 },
      ),
      measured(`${kind}: idle memory after start, with children`, fresh, 'MB', memory),
      measured(`${kind}: idle memory after ${UPLOADS + RESTS} documents, with children`, used, 'MB', memory),
      ...(databaseUrl ? [await measureModes(dataDir, databaseUrl)].flat() : []),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Of processes that only answer or only work, on PostgreSQL. */
async function measureModes(dataDir: string, databaseUrl: string): Promise<Measurement[]> {
  const sizes: Measurement[] = [];
  for (const mode of ['api', 'worker'] as const) {
    const server = await start(dataDir, databaseUrl, { MODE: mode, WORKER_PORT: '0' });
    await sleep(IDLE_MS);
    const limit = { bound: 'at most', limit: 220 } as const;
    sizes.push(
      measured(`PostgreSQL, MODE=${mode}: idle memory after start`, memoryMb(server.process.pid!), 'MB', limit),
    );
    await stop(server);
  }
  return sizes;
}

export async function start(dataDir: string, databaseUrl?: string, more: Record<string, string> = {}): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'bin', 'sheaf.js'), 'serve'], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl ?? '',
      RATE_LIMIT_PER_MINUTE: '0',
      RATE_LIMIT_PER_HOUR: '0',
      AUTH_SECRET: 'only for this measurement, and long enough',
      ENCRYPTION_KEY: 'sealed only for this measurement, with enough of it',
      SHEAF_ADMIN_EMAIL: admin.email,
      SHEAF_ADMIN_PASSWORD: admin.password,
      STOP_DELAY_SECONDS: '0',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { event?: string; address?: string };
    if (entry.event !== 'ready') continue;
    child.stdout.resume();
    const startMs = performance.now() - started;
    const headers = more.MODE === 'worker' ? { authorization: '' } : await signIn(entry.address!);
    return { address: entry.address!, headers, startMs, process: child };
  }
  throw new Error('the server ended before it was ready');
}

async function signIn(address: string): Promise<Server['headers']> {
  const response = await fetch(`${address}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
}

export async function stop({ process: child }: Server): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Milliseconds from sending the file until the run is over, as a client that follows its events sees it. */
async function uploadToRecord({ address, headers }: Server, bytes: Uint8Array, i: number): Promise<number> {
  // A trailing comment makes each upload a file of its own: the same bytes might be known already.
  const file = new Blob([bytes.slice(), `\n% ${i} ${Date.now()}\n`], { type: 'application/pdf' });
  const form = new FormData();
  form.append('file', file, `bench-${i}.pdf`);
  const started = performance.now();
  const response = await fetch(`${address}/api/v1/documents`, { method: 'POST', body: form, headers });
  if (response.status !== 202) throw new Error(`POST /documents answered ${response.status}: ${await response.text()}`);
  const { documents } = (await response.json()) as { documents: { run: string }[] };
  const run = documents[0]!.run;
  const events = await fetch(`${address}/api/v1/runs/${run}/events`, { headers });
  await events.text();
  const ms = performance.now() - started;
  const state = (await (await fetch(`${address}/api/v1/runs/${run}`, { headers })).json()) as { status: string };
  if (state.status !== 'succeeded') throw new Error(`the run ended ${state.status}`);
  return ms;
}

/** Resident memory of the launcher and all below it; what they share counts for each. Linux. */
function memoryMb(pid: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      parents.set(Number(entry), Number(readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  let total = 0;
  for (const candidate of parents.keys()) {
    let at: number | undefined = candidate;
    while (at !== undefined && at !== pid && at > 1) at = parents.get(at);
    if (at !== pid) continue;
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${candidate}/status`, 'utf8'))?.[1];
    total += Number(kilobytes ?? 0) / 1024;
  }
  return total;
}
