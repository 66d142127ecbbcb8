// What must be up for the server to take work. A check that throws or hangs is "not ok", never a crash. The answer is remembered
// for a moment, so that whoever asks often makes nobody else work, and a little longer while a slow look is under way: behind the
// queries of a long queue it would come too late for whoever watches.

export interface ComponentState {
  ok: boolean;
  /** False: the server works without it. */
  required: boolean;
  ms: number;
  error?: string;
  /** What it tells about itself; shown to administrators only. */
  details?: ComponentDetails;
}

export type ComponentDetails = Record<string, string | number>;

/** For components that have more to tell than whether they work. */
export interface ComponentReport {
  ok: boolean;
  /** Why not, in words that a stranger may read. */
  error?: string;
  details?: ComponentDetails;
}

export interface Readiness {
  status: 'ready' | 'not ready' | 'stopping';
  components: Record<string, ComponentState>;
}

export interface ReadinessOptions {
  /** How long an answer counts. */
  cacheMs?: number;
  /** How long a check may take. */
  timeoutMs?: number;
  /** How long a new look is waited for when an older answer is at hand. */
  patienceMs?: number;
  /** From its beginning, how long a look may stand in for one that is under way. */
  oldestMs?: number;
}

interface Look {
  begun: number;
  components: Promise<Readiness['components']>;
}

/** A look that is over. */
interface Seen {
  begun: number;
  ended: number;
  components: Readiness['components'];
}

interface Check {
  required: boolean;
  run: () => unknown;
  /** Has not answered yet: a check that hangs is not begun once more. */
  pending?: Promise<ComponentReport> | undefined;
}

const CACHE_MS = 1000;
const TIMEOUT_MS = 2000;
const PATIENCE_MS = 20;
const OLDEST_MS = 10_000;

export class ReadinessRegistry {
  readonly #checks = new Map<string, Check>();
  readonly #cacheMs: number;
  readonly #timeoutMs: number;
  readonly #patienceMs: number;
  readonly #oldestMs: number;
  #look: Look | undefined;
  #seen: Seen | undefined;
  #stopping = false;
  #held = 0;

  constructor(options: ReadinessOptions = {}) {
    this.#cacheMs = options.cacheMs ?? CACHE_MS;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.#oldestMs = options.oldestMs ?? OLDEST_MS;
  }

  /** `run` resolves when the component works, or reports. What it throws stays inside. */
  add(name: string, run: () => unknown, options: { required: boolean } = { required: true }): void {
    if (this.#checks.has(name)) throw new Error(`readiness check ${name} is registered twice`);
    this.#checks.set(name, { run, required: options.required });
    // Who looked before did not see this one.
    this.#look = undefined;
    this.#seen = undefined;
  }

  /** Not ready, whatever the components say, until the function that it gives is called: something is still being set up. */
  hold(): () => void {
    this.#held += 1;
    let holds = true;
    return () => {
      if (holds) this.#held -= 1;
      holds = false;
    };
  }

  /** Not ready from now on: whoever sends requests here sends them elsewhere before connections close. */
  stop(): void {
    this.#stopping = true;
  }

  /** Never throws; answers within the time-out. What was found out stands in for a look that takes long, while it is young. */
  async check(): Promise<Readiness> {
    // What is being closed is not asked any more.
    if (this.#stopping) return { status: 'stopping', components: this.#seen?.components ?? {} };
    const components = await this.#components();
    if (this.#stopping) return { status: 'stopping', components };
    const ready = this.#held === 0 && Object.values(components).every(({ ok, required }) => ok || !required);
    return { status: ready ? 'ready' : 'not ready', components };
  }

  async #components(): Promise<Readiness['components']> {
    const seen = this.#seen;
    if (seen && performance.now() < seen.ended + this.#cacheMs) return seen.components;
    this.#look ??= this.#begin();
    const { components } = this.#look;
    if (!seen) return components;
    const leftMs = seen.begun + this.#oldestMs - performance.now();
    if (leftMs <= 0) return components;
    return firstOf(components, seen.components, Math.min(this.#patienceMs, leftMs));
  }

  #begin(): Look {
    const look: Look = { begun: performance.now(), components: this.#askAll() };
    void look.components.then((components) => {
      if (this.#look !== look) return;
      this.#look = undefined;
      this.#seen = { begun: look.begun, ended: performance.now(), components };
    });
    return look;
  }

  async #askAll(): Promise<Readiness['components']> {
    const states = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await this.#stateOf(check)] as const),
    );
    return Object.fromEntries(states);
  }

  async #stateOf(check: Check): Promise<ComponentState> {
    const started = performance.now();
    check.pending ??= report(check.run).finally(() => {
      check.pending = undefined;
    });
    const { ok, error, details } = await within(this.#timeoutMs, check.pending);
    return {
      ok,
      required: check.required,
      ms: Math.round(performance.now() - started),
      ...(ok ? {} : { error: error ?? 'not available' }),
      ...(details ? { details } : {}),
    };
  }
}

const isReport = (result: unknown): result is ComponentReport =>
  typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';

async function report(run: Check['run']): Promise<ComponentReport> {
  try {
    const result = await run();
    return isReport(result) ? result : { ok: true };
  } catch {
    return { ok: false };
  }
}

function within(timeoutMs: number, pending: Promise<ComponentReport>): Promise<ComponentReport> {
  return firstOf(pending, { ok: false, error: `no answer within ${timeoutMs} ms` }, timeoutMs);
}

/** What is found within the time, else the other. `finding` never fails. */
function firstOf<T>(finding: Promise<T>, other: T, ms: number): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(other), ms);
    void finding.then((found) => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}
