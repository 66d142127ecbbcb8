// From which confidence on could records go through without a person? Asked of what people of the workspace approved and corrected.

import type { Value } from '../document/value.ts';
import { type JudgedCase, proposeThreshold, type ThresholdProposal } from '../learn/propose-threshold.ts';
import { measureReliability, type Reliability } from '../learn/reliability.ts';
import { inWorkspace } from '../store/database.ts';
import { type DecidedRecord, listDecidedRecords } from '../store/decided-values.ts';
import type { Actor, Services } from './services.ts';

const MOST_RECORDS = 5_000;

export interface ProposedThresholds {
  /** Whole records, by their weakest value. */
  records: ThresholdProposal;
  fields: (ThresholdProposal & { type: string; path: string })[];
  /** Whether a confidence means what it says here. */
  reliability: Reliability;
}

export async function proposeThresholds(
  { db }: Pick<Services, 'db'>,
  { workspaceId }: Actor,
  { type, maxError }: { type?: string | undefined; maxError: number },
): Promise<ProposedThresholds> {
  const decided = await inWorkspace(db, workspaceId, (trx) => listDecidedRecords(trx, { type, limit: MOST_RECORDS }));
  const weakest: JudgedCase[] = [];
  const byField = new Map<string, { type: string; path: string; cases: JudgedCase[] }>();
  for (const record of decided) {
    const values = [...casesOf(record)];
    if (values.length > 0)
      weakest.push({
        confidence: Math.min(...values.map(({ confidence }) => confidence)),
        right: values.every(({ right }) => right),
      });
    for (const { path, ...one } of values) {
      const key = `${record.type} ${path}`;
      const field = byField.get(key) ?? { type: record.type, path, cases: [] };
      field.cases.push(one);
      byField.set(key, field);
    }
  }
  const fields = [...byField.values()].map(({ cases, ...field }) => ({
    ...field,
    ...proposeThreshold(cases, maxError),
  }));
  return {
    records: proposeThreshold(weakest, maxError),
    fields: fields.sort((a, b) => a.type.localeCompare(b.type) || a.path.localeCompare(b.path)),
    reliability: measureReliability([...byField.values()].flatMap(({ cases }) => cases)),
  };
}

/** Each value as it was read, and whether people left it as it was. What nobody read has no confidence to be judged. */
function* casesOf({ fields, corrected }: DecidedRecord): Generator<JudgedCase & { path: string }> {
  const changed = new Map(corrected.map((correction) => [correction.path, correction]));
  for (const [path, value] of Object.entries(fields)) {
    if (!changed.has(path) && value.origin !== 'human')
      yield { path: pathOf(path), confidence: value.confidence, right: true };
  }
  for (const { path, before, after } of changed.values()) {
    if (!before || before.origin === 'human' || path.startsWith('lines[')) continue;
    yield { path: pathOf(path), confidence: before.confidence, right: isSame(before, after) };
  }
}

const pathOf = (path: string): string => path.replace(/\[\d+\]/g, '[]');
const isSame = (before: Value, after: Value | null): boolean =>
  after !== null && JSON.stringify(before.value) === JSON.stringify(after.value);
