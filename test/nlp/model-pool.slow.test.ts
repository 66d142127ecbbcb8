import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { childPids, openPool, troubles, until } from './support/pools.ts';

describe.runIf(existsSync('/proc/self/statm'))('processes that run models', () => {
  it('are killed when they hang, and the next one answers', async () => {
    const pool = openPool({ hangMs: 10_000 });
    await pool.run('embed', ['warm'], { urgency: 'interactive' });
    process.kill(childPids()[0]!, 'SIGSTOP');
    const work = pool.run('embed', ['x'], { urgency: 'interactive' });
    await until(() => troubles.length === 1);
    expect(troubles[0]!.reason).toBe('hang');
    expect(await work).toHaveLength(1);
  });
});
