// Lists of label values are written down a second time, so that labels stay few: here they are held against the real thing.

import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { metricList } from '../../src/observe/metric-list.ts';
import { createReader } from '../../src/read-pool.ts';

test('every stage, verdict and status of a real reading has its label', async () => {
  const reader = createReader({ jobs: 1 });
  onTestFinished(() => reader.close());
  const path = fileURLToPath(new URL('../../src/warm-up.pdf', import.meta.url));
  const { timings, status, documents } = await reader.read({ path, name: 'a.pdf' });
  const { stage } = metricList.sheaf_reading_stage_seconds.labels;
  // Of files with several pages, and of those that hold XML.
  const sometimes = ['split', 'import', 'verify'];
  expect([...Object.keys(timings), ...sometimes].sort()).toEqual([...stage].sort());
  expect(metricList.sheaf_files_read_total.labels.status).toContain(status);
  const verdicts = metricList.sheaf_documents_read_total.labels.verdict;
  expect(documents.length).toBeGreaterThan(0);
  for (const { assessment } of documents) expect(verdicts).toContain(assessment!.verdict);
  expect(Object.keys(reader.stats().ended).sort()).toEqual(
    [...metricList.sheaf_reading_children_ended_total.labels.reason].sort(),
  );
});
