// What must be up for the server to take work. A check that throws or hangs is "not ok", never a crash, and the answer is
// remembered for a moment: whoever asks often makes nobody else work.

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
}

interface Check {
  required: boolean;
  run: () => unknown;
  /** Has not answered yet: a check that hangs is not begun once more. */
  pending?: Promise<ComponentReport> | undefined;
}

const CACHE_MS = 1000;
const TIMEOUT_MS = 2000;

export class ReadinessRegistry {
  readonly #checks = new Map<string, Check>();
  readonly #cacheMs: number;
  readonly #timeoutMs: number;
  #known: { until: number; components: Promise<Readiness['components']> } | undefined;
  #last: Readiness['components'] = {};
  #stopping = false;

  constructor({ cacheMs = CACHE_MS, timeoutMs = TIMEOUT_MS }: ReadinessOptions = {}) {
    this.#cacheMs = cacheMs;
    this.#timeoutMs = timeoutMs;
  }

  /** `run` resolves when the component works, or reports. What it throws stays inside. */
  add(name: string, run: () => unknown, options: { required: boolean } = { required: true }): void {
    if (this.#checks.has(name)) throw new Error(`readiness check ${name} is registered twice`);
    this.#checks.set(name, { run, required: options.required });
    this.#known = undefined;
  }

  /** Not ready from now on: whoever sends requests here sends them elsewhere before connections close. */
  stop(): void {
    this.#stopping = true;
  }

  /** Never throws; answers within the time-out. */
  async check(): Promise<Readiness> {
    // What is being closed is not asked any more.
    if (this.#stopping) return { status: 'stopping', components: this.#last };
    const components = await this.#components();
    if (this.#stopping) return { status: 'stopping', components };
    const ready = Object.values(components).every(({ ok, required }) => ok || !required);
    return { status: ready ? 'ready' : 'not ready', components };
  }

  #components(): Promise<Readiness['components']> {
    if (this.#known && performance.now() < this.#known.until) return this.#known.components;
    const components = this.#look();
    const known = { until: Number.POSITIVE_INFINITY, components };
    this.#known = known;
    void components.then((found) => {
      known.until = performance.now() + this.#cacheMs;
      this.#last = found;
    });
    return components;
  }

  async #look(): Promise<Readiness['components']> {
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
  return new Promise((resolve) => {
    const late = { ok: false, error: `no answer within ${timeoutMs} ms` };
    const timer = setTimeout(() => resolve(late), timeoutMs);
    void pending.then((found) => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}
