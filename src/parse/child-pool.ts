// Hostile files are read in child processes that can be killed: a file costs its own result and nothing else.

import { currentWork } from '../observe/work.ts';
import type { ChildMessage } from './child-messages.ts';
import { readResidentBytes, startChild } from './child-process.ts';
import { type ChildTrouble, deadTrouble, toldTrouble } from './child-trouble.ts';
import {
  closedError,
  diedOfMemory,
  failureFromChild,
  type Job,
  type RunOptions,
  reasonOfDeath,
  setReferenced,
  startFailure,
  type Worker,
} from './child-worker.ts';

export interface ChildPoolOptions {
  /** Path of the file each child runs; it calls `serveChildTasks`. */
  entry: string;
  /** Children at most; never more than cores (two OCR threads on one core are slower than one). */
  size: number;
  /** A child that holds more is killed and its task fails with `file.memory`. */
  memoryBytes?: number;
  /** The child's own JavaScript heap, in MiB. */
  heapMb?: number;
  /** Tasks after which a child is replaced, so that leaks of native code stay bounded. */
  recycleAfter?: number;
  /** Children beyond `keepIdle` end after this long without work. */
  idleMs?: number;
  /** Children that stay, none by default: one that has worked answers several times as fast as one that has yet to start. */
  keepIdle?: number;
  /** A child that stays but holds more than this gives way to a fresh one. */
  keepBytes?: number;
  /** Bound of the young half of a child's heap, in MiB: smaller takes less memory, and more time for much at once. */
  semiSpaceMb?: number;
  /** What a child that was started ahead does before its first task, so that its code is loaded and compiled by then. */
  warmUp?: { task: string; payload: unknown; timeoutMs: number };
  /** Added to the few variables that children inherit. */
  env?: NodeJS.ProcessEnv;
  /** Is told what went wrong in a child, for the log. */
  onTrouble?: (trouble: ChildTrouble) => void;
}

export interface PoolStats {
  children: number;
  busy: number;
  waiting: number;
  started: number;
  /** How the last start of a child went. */
  lastStart: 'none' | 'ok' | 'failed';
  /** How children ended. */
  ended: Record<EndReason, number>;
}

export type EndReason = 'timeout' | 'memory' | 'aborted' | 'retired' | 'crashed';

const endReasons = {
  'file.timeout': 'timeout',
  'file.memory': 'memory',
  aborted: 'aborted',
  ended: 'retired',
} as const;

export interface ChildPool {
  /**
   * Runs a task on a free child, first come first served. Rejects with SheafError: what the task threw,
   * `file.timeout`, `file.memory`, or `file.corrupt` when it brought two fresh children down.
   */
  run<T>(task: string, payload: unknown, options: RunOptions): Promise<T>;
  /** Starts children ahead of the first task; resolves when `count` are ready, before they have warmed up. */
  warm(count?: number): Promise<void>;
  /** A task is about to come: starts a child unless there is one. */
  prepare(): void;
  /** Children alive, and tasks that wait for one. */
  stats(): PoolStats;
  /** Ends all children; tasks under way or waiting reject. */
  close(): Promise<void>;
}

const WATCH_MS = 150;
const START_TIMEOUT_MS = 30_000;

export function createChildPool(options: ChildPoolOptions): ChildPool {
  const memoryBytes = options.memoryBytes ?? 1_500_000_000;
  const heapMb = options.heapMb ?? 512;
  const recycleAfter = options.recycleAfter ?? 200;
  const idleMs = options.idleMs ?? 60_000;
  const keepIdle = options.keepIdle ?? 0;
  const keepBytes = options.keepBytes ?? Number.POSITIVE_INFINITY;
  const warmUps = new WeakSet<Job>();
  const workers = new Set<Worker>();
  const waiting: Job[] = [];
  let nextId = 1;
  let started = 0;
  const ended: PoolStats['ended'] = { timeout: 0, memory: 0, aborted: 0, retired: 0, crashed: 0 };
  let lastStart: ReturnType<ChildPool['stats']>['lastStart'] = 'none';
  let closed = false;
  let watch: NodeJS.Timeout | undefined;

  function startWorker(): Worker {
    started++;
    const { entry, semiSpaceMb } = options;
    const child = startChild({ entry, memoryBytes, heapMb, semiSpaceMb, env: options.env ?? {} });
    const ready = Promise.withResolvers<void>();
    ready.promise.catch(() => undefined);
    const exited = Promise.withResolvers<void>();
    const worker: Worker = {
      child,
      ready: ready.promise,
      isReady: false,
      tasksDone: 0,
      peakBytes: 0,
      deadline: 0,
      lastDeadline: 0,
      exited: exited.promise,
    };
    workers.add(worker);
    const startTimer = setTimeout(() => endWorker(worker, 'ended'), START_TIMEOUT_MS);
    const gone = () => {
      clearTimeout(startTimer);
      clearTimeout(worker.idleTimer);
      if (!workers.delete(worker)) return;
      ended[worker.verdict ? endReasons[worker.verdict] : closed ? 'retired' : 'crashed']++;
      if (!worker.isReady) {
        if (!closed) lastStart = 'failed';
        ready.reject(startFailure(worker));
      }
      const job = worker.job;
      worker.job = undefined;
      const trouble = closed ? undefined : deadTrouble(worker, job, diedOfMemory(worker, memoryBytes));
      if (trouble) options.onTrouble?.(trouble);
      if (job && !warmUps.has(job)) settleDead(worker, job);
      exited.resolve();
      dispatch();
      // Not after a warm-up that failed: it would fail again, for ever.
      if (job && !warmUps.has(job)) startMissing();
    };
    // Whatever it started must not outlive it, nor hold its standard error open.
    child.process.on('exit', () => child.kill());
    // 'close' and not 'exit': by then standard error, which tells memory from other crashes, is read to its end.
    child.process.on('close', gone);
    child.process.on('error', () => {
      if (child.process.pid === undefined) gone();
    });
    child.process.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') {
        clearTimeout(startTimer);
        worker.isReady = true;
        lastStart = 'ok';
        ready.resolve();
        dispatch();
        if (!worker.job) becomeIdle(worker);
      } else hear(worker, message);
    });
    setReferenced(worker, false);
    return worker;
  }

  function hear(worker: Worker, message: Exclude<ChildMessage, { kind: 'ready' }>): void {
    const job = worker.job;
    if (job?.id !== message.id || worker.verdict) return;
    if (message.kind === 'progress') {
      job.options.onProgress?.(message.progress);
      return;
    }
    if (message.kind === 'trouble') {
      options.onTrouble?.(toldTrouble(job, message));
      return;
    }
    if (message.kind === 'extend') {
      worker.deadline = Math.min(worker.lastDeadline, worker.deadline + Math.max(0, message.ms));
      return;
    }
    worker.job = undefined;
    worker.tasksDone++;
    if (message.kind === 'done') job.resolve(message.result as never);
    else job.reject(failureFromChild(message));
    rest(worker);
    dispatch();
  }

  /** After a task: replaced when worn, otherwise kept warm for a while. */
  function rest(worker: Worker): void {
    const grown = (readResidentBytes(worker.child) ?? 0) > memoryBytes / 2;
    if (worker.tasksDone < recycleAfter && !grown) {
      becomeIdle(worker);
      return;
    }
    endWorker(worker, 'ended');
    startMissing();
  }

  function becomeIdle(worker: Worker): void {
    setReferenced(worker, false);
    clearTimeout(worker.idleTimer);
    worker.idleTimer = setTimeout(() => retire(worker), idleMs).unref();
  }

  function retire(worker: Worker): void {
    const held = readResidentBytes(worker.child) ?? 0;
    if (idleWorkers().length <= keepIdle && held <= keepBytes) return;
    endWorker(worker, 'ended');
    startMissing();
  }

  const idleWorkers = () => [...workers].filter((worker) => !worker.job && !worker.verdict);

  /** Makes up for a child that should have stayed. Whoever waits has been given one before. */
  function startMissing(): void {
    if (!closed && waiting.length === 0 && idleWorkers().length < keepIdle) startAhead();
  }

  function startAhead(): void {
    const worker = startWorker();
    const { warmUp } = options;
    if (!warmUp) return;
    const begin = (): void => {
      if (closed || worker.job || worker.verdict) return;
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      promise.catch(() => undefined);
      const { task, payload, timeoutMs } = warmUp;
      const job: Job = { id: nextId++, task, payload, options: { timeoutMs }, crashes: 0, resolve, reject };
      warmUps.add(job);
      assign(worker, job);
      // Nobody waits for it: it must not hold the process up.
      setReferenced(worker, false);
    };
    worker.ready.then(begin, () => undefined);
  }

  function endWorker(worker: Worker, verdict: NonNullable<Worker['verdict']>): void {
    worker.verdict ??= verdict;
    worker.child.kill();
  }

  function settleDead(worker: Worker, job: Job): void {
    const reason = closed ? closedError() : reasonOfDeath(worker, job, memoryBytes);
    if (reason !== undefined) job.reject(reason);
    else waiting.unshift(job);
  }

  function dispatch(): void {
    if (closed) return;
    while (waiting.length > 0) {
      const free = [...workers].find((worker) => worker.isReady && !worker.job && !worker.verdict);
      if (!free) break;
      assign(free, waiting.shift()!);
    }
    const alive = [...workers].filter((worker) => !worker.verdict);
    const starting = alive.filter((worker) => !worker.isReady).length;
    for (let i = alive.length; i < options.size && waiting.length > i - alive.length + starting; i++) {
      failWaitingWhenItCannotStart(startWorker());
    }
  }

  /** A child that never gets ready is our fault, not a file's: whoever waits hears of it, after one more try. */
  function failWaitingWhenItCannotStart(worker: Worker): void {
    setReferenced(worker, true);
    worker.ready.catch((error) => {
      const first = waiting[0];
      if (!first || [...workers].some((each) => each.isReady && !each.verdict)) return;
      first.failedStarts = (first.failedStarts ?? 0) + 1;
      if (first.failedStarts > 1) waiting.shift()!.reject(error);
    });
  }

  function assign(worker: Worker, job: Job): void {
    clearTimeout(worker.idleTimer);
    setReferenced(worker, true);
    worker.job = job;
    worker.peakBytes = 0;
    const now = Date.now();
    worker.deadline = now + job.options.timeoutMs;
    worker.lastDeadline = now + Math.max(job.options.timeoutMs, job.options.maxTimeoutMs ?? 0);
    worker.child.send({ id: job.id, task: job.task, payload: job.payload });
    watch ??= setInterval(look, WATCH_MS);
  }

  function look(): void {
    let busy = 0;
    for (const worker of workers) {
      const job = worker.job;
      if (!job || worker.verdict) continue;
      busy++;
      const resident = readResidentBytes(worker.child) ?? 0;
      worker.peakBytes = Math.max(worker.peakBytes, resident);
      if (resident > memoryBytes) endWorker(worker, 'file.memory');
      else if (Date.now() > worker.deadline) endWorker(worker, 'file.timeout');
    }
    if (busy === 0) {
      clearInterval(watch);
      watch = undefined;
    }
  }

  return {
    run<T>(task: string, payload: unknown, runOptions: RunOptions): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      if (closed) return Promise.reject(closedError());
      if (runOptions.signal?.aborted) return Promise.reject(runOptions.signal.reason);
      const job: Job = { id: nextId++, task, payload, options: runOptions, crashes: 0, resolve, reject };
      job.work = currentWork();
      const abort = () => {
        const place = waiting.indexOf(job);
        if (place >= 0) {
          waiting.splice(place, 1);
          reject(runOptions.signal?.reason);
        } else for (const worker of workers) if (worker.job === job) endWorker(worker, 'aborted');
      };
      runOptions.signal?.addEventListener('abort', abort, { once: true });
      waiting.push(job);
      dispatch();
      return promise.finally(() => runOptions.signal?.removeEventListener('abort', abort));
    },
    prepare() {
      if (!closed && workers.size === 0) startAhead();
    },
    async warm(count = 1) {
      while (workers.size < Math.min(count, options.size)) startAhead();
      await Promise.all([...workers].slice(0, count).map((worker) => worker.ready));
    },
    stats: () => ({
      children: workers.size,
      busy: [...workers].filter((worker) => worker.job).length,
      waiting: waiting.length,
      started,
      ended: { ...ended },
      lastStart,
    }),
    async close() {
      closed = true;
      clearInterval(watch);
      for (const job of waiting.splice(0)) job.reject(closedError());
      const ends = [...workers].map((worker) => worker.exited);
      for (const worker of workers) {
        setReferenced(worker, true);
        endWorker(worker, 'ended');
      }
      await Promise.all(ends);
    },
  };
}
