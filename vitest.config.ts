import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Needs a service, a browser, or minutes: run by `npm run test:all` only. */
const slow = 'test/**/*.slow.test.ts';

export default defineConfig({
  test: {
    // On machines that others share a test may run out of time once; one that fails twice is broken. Elsewhere each failure is told.
    retry: process.env.CI ? 1 : 0,
    // Tests start servers of their own: where other work shares the machine, that alone takes a good part of this.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests start readers and databases of their own: more files at once than cores only makes them time out.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    pool: 'forks',
    // The logs of all servers of a run are looked through at its end: no secret may stand in them.
    globalSetup: 'test/support/check-suite-logs.ts',
    setupFiles: 'test/support/watch-fetch.ts',
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: [slow, '**/node_modules/**'] } },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [slow],
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      reportOnFailure: true,
      // Code that runs only in child processes counts as not covered.
      thresholds: { lines: 85 },
    },
  },
});
