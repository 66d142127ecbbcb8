import { expect, test } from 'vitest';
import { showBackups } from '../../src/compose/show-backups.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { parseExposition } from '../support/parse-exposition.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
const common = { maxAgeMs: 48 * 3600_000, startedAt: at(1), now: at(5) };

test('age and size are those of the last good one; before the first, age counts from the start', async () => {
  const metrics = await createMetrics();
  const values = async () => {
    const families = parseExposition(await metrics.scrape());
    return ['age_seconds', 'max_age_seconds', 'failures', 'last_bytes'].map(
      (name) => families.get(`sheaf_backup_${name}`)!.samples[0]?.value,
    );
  };
  showBackups(metrics, { ...common, last: undefined, failures: 2 });
  expect(await values()).toEqual([4 * 3600, 48 * 3600, 2, undefined]);
  showBackups(metrics, { ...common, last: { finishedAt: at(4), size: 1234 }, failures: 0 });
  expect(await values()).toEqual([3600, 48 * 3600, 0, 1234]);
});
