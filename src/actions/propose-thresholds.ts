// From which confidence on could records go through without a person? Asked of what people of the workspace approved and corrected.

import { shiftConfidence } from '../learn/confidence-shifts.ts';
import { type JudgedCase, proposeThreshold, type ThresholdProposal } from '../learn/propose-threshold.ts';
import { measureReliability, type Reliability } from '../learn/reliability.ts';
import { inWorkspace } from '../store/database.ts';
import { listDecidedRecords } from '../store/decided-values.ts';
import { isShiftable, judgedValues } from './judged-cases.ts';
import { loadReadingCalibration, type ReadingCalibration } from './reading-calibration.ts';
import type { Actor, Services } from './services.ts';

const MOST_RECORDS = 5_000;

export interface ProposedThresholds {
  /** Whole records, by their weakest value. */
  records: ThresholdProposal;
  fields: (ThresholdProposal & { type: string; path: string })[];
  /** Whether a confidence means what it says here. */
  reliability: Reliability;
  /** What the decisions taught of confidence; the figures above are of confidence as it would be now. */
  calibration: ReadingCalibration;
}

export async function proposeThresholds(
  { db }: Pick<Services, 'db'>,
  { workspaceId }: Actor,
  { type, maxError }: { type?: string | undefined; maxError: number },
): Promise<ProposedThresholds> {
  const { decided, calibration } = await inWorkspace(db, workspaceId, async (trx) => ({
    decided: await listDecidedRecords(trx, { type, limit: MOST_RECORDS }),
    calibration: await loadReadingCalibration(trx),
  }));
  const weakest: JudgedCase[] = [];
  const byField = new Map<string, { type: string; path: string; cases: JudgedCase[] }>();
  for (const record of decided) {
    const values = [...judgedValues(record)].map((value) => ({
      path: value.path,
      right: value.right,
      confidence: calibration.on && isShiftable(value) ? shiftConfidence(calibration.shifts, value) : value.confidence,
    }));
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
    calibration,
  };
}
