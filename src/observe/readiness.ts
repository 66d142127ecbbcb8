// What must be up for the server to take work. A check that throws or hangs is "not ok", never a crash.

export interface ComponentState {
  ok: boolean;
  ms: number;
  error?: string;
}

export interface Readiness {
  ready: boolean;
  components: Record<string, ComponentState>;
}

interface Check {
  required: boolean;
  run: () => Promise<void>;
}

const CHECK_TIMEOUT_MS = 2000;

export class ReadinessRegistry {
  readonly #checks = new Map<string, Check>();

  /** `run` resolves when the component works. Its error message must be safe to show. */
  add(name: string, run: () => Promise<void>, options: { required: boolean } = { required: true }): void {
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

async function runCheck(check: Check): Promise<ComponentState> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check.run(), timeout]);
    return { ok: true, ms: elapsed() };
  } catch {
    return { ok: false, ms: elapsed(), error: 'not available' };
  } finally {
    clearTimeout(timer);
  }
}
