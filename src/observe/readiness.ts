// What must be up for the server to take work. A check that throws or hangs is "not ok", never a crash.

export interface ComponentState {
  ok: boolean;
  ms: number;
  error?: string;
  /** What it tells about itself; safe to show. */
  details?: ComponentDetails;
}

export type ComponentDetails = Record<string, string | number>;

/** For components that have more to tell than whether they work. */
export interface ComponentReport {
  ok: boolean;
  details: ComponentDetails;
}

export interface Readiness {
  ready: boolean;
  components: Record<string, ComponentState>;
}

interface Check {
  required: boolean;
  run: () => Promise<unknown>;
}

const CHECK_TIMEOUT_MS = 2000;

export class ReadinessRegistry {
  readonly #checks = new Map<string, Check>();

  /** `run` resolves when the component works. Its error message must be safe to show. */
  add(name: string, run: Check['run'], options: { required: boolean } = { required: true }): void {
    if (this.#checks.has(name)) throw new Error(`readiness check ${name} is registered twice`);
    this.#checks.set(name, { run, required: options.required });
  }

  async check(): Promise<Readiness> {
    const states = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await runCheck(check), check.required] as const),
    );
    return {
      ready: states.every(([, state, required]) => state.ok || !required),
      components: Object.fromEntries(states.map(([name, state]) => [name, state])),
    };
  }
}

const isReport = (result: unknown): result is ComponentReport =>
  typeof result === 'object' && result !== null && 'details' in result;

async function runCheck(check: Check): Promise<ComponentState> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    const report = await Promise.race([check.run(), timeout]);
    if (!isReport(report)) return { ok: true, ms: elapsed() };
    const { ok, details } = report;
    return { ok, ms: elapsed(), ...(ok ? {} : { error: 'not available' }), details };
  } catch {
    return { ok: false, ms: elapsed(), error: 'not available' };
  } finally {
    clearTimeout(timer);
  }
}
