// Models run in child processes of their own: started at first use, ended when idle, killed and replaced when they die or hang.
// A child works on one slice of each urgency at a time and lets the interactive one go first.

import { SheafError } from '../../errors.ts';
import type { Urgency } from '../nlp.ts';
import type { ChildModels, LoadedModel, ModelMessage, ModelTask } from './messages.ts';
import { type ModelProcess, startModelProcess } from './model-process.ts';
import { type Call, createTextQueue, type Item, type QueueLimits } from './text-queue.ts';

export interface ModelPoolOptions {
  models: ChildModels;
  /** Children at most, one by default: each takes a core when there is much to do. */
  size?: number;
  /** Children end after this long without work. */
  idleMs?: number;
  /** A child that has work and is silent for longer is killed. */
  hangMs?: number;
  limits?: QueueLimits;
  /** Is told what went wrong in a child, for the log. */
  onTrouble?: (trouble: ModelTrouble) => void;
}

export interface ModelTrouble {
  reason: 'crash' | 'hang' | 'start' | 'load' | 'error';
  exitCode?: number | null;
  signal?: NodeJS.Signals | null;
  /** Of ours; never what a child wrote to standard error, which may quote a text. */
  message?: string;
}

export interface ModelPoolStats {
  children: number;
  busy: number;
  /** Texts that wait for a child. */
  waiting: Record<Urgency, number>;
  started: number;
  /** Bytes of all children. */
  residentBytes: number;
}

/** `on-demand`: nobody asked for it yet, or its child ended when idle. */
export type ModelState =
  | { state: 'on-demand' }
  | { state: 'loaded'; model: LoadedModel }
  | { state: 'failed'; error: string };

export interface RunOptions {
  urgency: Urgency;
  signal?: AbortSignal | undefined;
}

export interface ModelPool {
  /** One result a text. Rejects with SheafError `models.busy` or `models.unavailable`, or with the signal's reason. */
  run<T>(task: ModelTask, texts: readonly string[], options: RunOptions): Promise<T[]>;
  state(task: ModelTask): ModelState;
  stats(): ModelPoolStats;
  close(): Promise<void>;
}

interface Slice {
  id: number;
  items: Item[];
}

interface Child {
  process: ModelProcess;
  isReady: boolean;
  /** Killed by us, and why. */
  verdict?: 'hang' | 'idle' | 'closed' | 'start';
  lanes: Partial<Record<Urgency, Slice>>;
  loaded: Set<ModelTask>;
  heardAt: number;
  idleTimer?: NodeJS.Timeout | undefined;
  startTimer?: NodeJS.Timeout | undefined;
  exited: Promise<void>;
}

const START_MS = 60_000;
const WATCH_MS = 500;
/** After a model failed, how long nobody tries again; longer after each further failure. */
const FIRST_REST_MS = 2_000;
const LONGEST_REST_MS = 60_000;
const STARTS_BEFORE_REST = 2;
const urgencies = ['interactive', 'background'] as const;

export function createModelPool(options: ModelPoolOptions): ModelPool {
  const { models, size = 1, idleMs = 300_000, hangMs = 60_000 } = options;
  const queue = createTextQueue(options.limits);
  const children = new Set<Child>();
  const failures = new Map<ModelTask | 'start', { error: SheafError; times: number; until: number }>();
  const loaded = new Map<ModelTask, LoadedModel>();
  let nextId = 1;
  let started = 0;
  let closed = false;
  let watch: NodeJS.Timeout | undefined;

  const isWorking = (child: Child): boolean => Object.values(child.lanes).some(Boolean);
  const anyWaiting = (): boolean => urgencies.some((urgency) => queue.waiting(urgency) > 0);

  function noteFailure(what: ModelTask | 'start', error: SheafError): void {
    const times = (failures.get(what)?.times ?? 0) + 1;
    const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (times - 1));
    failures.set(what, { error, times, until: performance.now() + restMs });
  }

  function resting(task: ModelTask): SheafError | undefined {
    for (const what of [task, 'start'] as const) {
      const failure = failures.get(what);
      if (failure && (what !== 'start' || failure.times >= STARTS_BEFORE_REST) && performance.now() < failure.until) {
        return failure.error;
      }
    }
    return undefined;
  }

  function startChild(): void {
    started++;
    const exited = Promise.withResolvers<void>();
    const child: Child = {
      process: startModelProcess(),
      isReady: false,
      lanes: {},
      loaded: new Set(),
      heardAt: 0,
      exited: exited.promise,
    };
    children.add(child);
    child.startTimer = setTimeout(() => end(child, 'start'), START_MS);
    const gone = (): void => {
      if (!children.delete(child)) return;
      clearTimeout(child.startTimer);
      clearTimeout(child.idleTimer);
      whenGone(child);
      exited.resolve();
    };
    const { process } = child.process;
    process.on('close', gone);
    process.on('error', () => {
      if (process.pid === undefined) gone();
    });
    process.on('message', (message: ModelMessage) => hear(child, message));
  }

  function whenGone(child: Child): void {
    if (children.size === 0) loaded.clear();
    if (closed) return;
    const { exitCode, signalCode: signal } = child.process.process;
    const lost = urgencies.flatMap((urgency) => child.lanes[urgency]?.items ?? []);
    if (!child.isReady) {
      const error = new SheafError('models.unavailable', 'The process that runs the models could not be started.');
      noteFailure('start', error);
      options.onTrouble?.({ reason: 'start', exitCode, signal });
      if (failures.get('start')!.times >= STARTS_BEFORE_REST)
        for (const item of queue.takeAll()) settle(item.call, error);
    } else if (child.verdict === undefined || child.verdict === 'hang') {
      options.onTrouble?.({ reason: child.verdict ?? 'crash', exitCode, signal });
      const task = lost[0]?.call.task;
      const error = new SheafError('models.unavailable', 'The process that runs the models died twice on a text.');
      if (task && !child.loaded.has(task)) noteFailure(task, error);
      tryAlone(lost, error);
    }
    dispatch();
  }

  /** One of these texts brought a child down, or the run failed: each gets a second try without the others. */
  function tryAlone(items: readonly Item[], error: SheafError): void {
    for (const item of items) {
      item.crashes++;
      if (item.crashes > 1) settle(item.call, error);
    }
    queue.putBack(items);
  }

  function hear(child: Child, message: ModelMessage): void {
    child.heardAt = performance.now();
    if (message.kind === 'ready') {
      child.isReady = true;
      failures.delete('start');
      clearTimeout(child.startTimer);
      child.process.send({ kind: 'models', models });
      dispatch();
    } else if (message.kind === 'loaded') {
      failures.delete(message.task);
      loaded.set(message.task, message.model);
      child.loaded.add(message.task);
    } else if (message.kind !== 'alive') answered(child, message);
  }

  function answered(child: Child, message: Extract<ModelMessage, { kind: 'done' | 'failed' }>): void {
    const urgency = urgencies.find((each) => child.lanes[each]?.id === message.id);
    if (!urgency) return;
    const { items } = child.lanes[urgency]!;
    delete child.lanes[urgency];
    if (message.kind === 'done') {
      for (const [place, { call, index }] of items.entries()) {
        if (call.over) continue;
        call.results[index] = message.results[place];
        call.left--;
        if (call.left === 0) settle(call);
      }
    } else if (message.code === 'models.unavailable') {
      const error = new SheafError('models.unavailable', message.message);
      noteFailure(items[0]!.call.task, error);
      options.onTrouble?.({ reason: 'load', message: error.message });
      for (const { call } of items) settle(call, error);
    } else {
      options.onTrouble?.({ reason: 'error' });
      tryAlone(items, new SheafError('models.unavailable', 'The model failed twice on a text.'));
    }
    dispatch();
  }

  function settle(call: Call, error?: unknown): void {
    if (call.over) return;
    call.over = true;
    if (call.left > 0) queue.drop(call);
    if (error === undefined) call.resolve(call.results);
    else call.reject(error);
  }

  function dispatch(): void {
    if (closed) return;
    for (const urgency of urgencies) {
      // The child with least to do first.
      const free = [...children]
        .filter((child) => child.isReady && !child.verdict && !child.lanes[urgency])
        .toSorted((a, b) => Object.keys(a.lanes).length - Object.keys(b.lanes).length);
      for (const child of free) {
        const items = queue.take(urgency);
        if (items.length === 0) break;
        assign(child, urgency, { id: nextId++, items });
      }
    }
    const alive = [...children].filter((child) => !child.verdict);
    if (anyWaiting() && alive.length < size && alive.every((child) => child.isReady)) startChild();
    for (const child of children) rest(child);
  }

  function assign(child: Child, urgency: Urgency, slice: Slice): void {
    if (!isWorking(child)) child.heardAt = performance.now();
    child.lanes[urgency] = slice;
    const texts = slice.items.map(({ text }) => text);
    child.process.send({ kind: 'task', id: slice.id, task: slice.items[0]!.call.task, urgency, texts });
    watch ??= setInterval(look, WATCH_MS).unref();
  }

  /** Who has nothing to do must not keep this process running, and ends after a while. */
  function rest(child: Child): void {
    const idle = child.isReady && !isWorking(child);
    child.process.hold(!idle);
    if (!idle) {
      clearTimeout(child.idleTimer);
      child.idleTimer = undefined;
    } else child.idleTimer ??= setTimeout(() => end(child, 'idle'), idleMs).unref();
  }

  function end(child: Child, verdict: NonNullable<Child['verdict']>): void {
    child.verdict ??= verdict;
    child.process.kill();
  }

  function look(): void {
    const working = [...children].filter((child) => isWorking(child) && !child.verdict);
    for (const child of working) if (performance.now() - child.heardAt > hangMs) end(child, 'hang');
    if (working.length > 0) return;
    clearInterval(watch);
    watch = undefined;
  }

  return {
    async run<T>(task: ModelTask, texts: readonly string[], { urgency, signal }: RunOptions): Promise<T[]> {
      if (closed) throw closedError();
      signal?.throwIfAborted();
      if (texts.length === 0) return [];
      const failure = resting(task);
      if (failure) throw failure;
      const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
      const results = new Array<unknown>(texts.length);
      const call: Call = { task, urgency, results, left: texts.length, over: false, resolve, reject };
      queue.add(call, texts);
      const abort = (): void => settle(call, signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      dispatch();
      try {
        return (await promise) as T[];
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    state(task) {
      const failure = failures.get(task) ?? failures.get('start');
      if (failure) return { state: 'failed', error: failure.error.message };
      const model = loaded.get(task);
      return model ? { state: 'loaded', model } : { state: 'on-demand' };
    },
    stats: () => ({
      children: children.size,
      busy: [...children].filter(isWorking).length,
      waiting: { interactive: queue.waiting('interactive'), background: queue.waiting('background') },
      started,
      residentBytes: [...children].reduce((sum, child) => sum + (child.process.residentBytes() ?? 0), 0),
    }),
    async close() {
      closed = true;
      clearInterval(watch);
      const calls = new Set(queue.takeAll().map(({ call }) => call));
      for (const child of children) {
        for (const urgency of urgencies) for (const { call } of child.lanes[urgency]?.items ?? []) calls.add(call);
      }
      for (const call of calls) settle(call, closedError());
      const ends = [...children].map(({ exited }) => exited);
      for (const child of children) {
        child.process.hold(true);
        end(child, 'closed');
      }
      await Promise.all(ends);
    },
  };
}

const closedError = (): SheafError => new SheafError('server.stopping');
