// Calibrations of a workspace: fitted to its people's decisions, read by whoever shows a probability, taken back.

import { calibrate } from '../learn/calibrate.ts';
import { fitCalibration } from '../learn/fit-calibration.ts';
import type { Calibration, Outcome } from '../learn/outcome.ts';
import { measureReliability, type Reliability } from '../learn/reliability.ts';
import { type CalibrationRow, findCalibration, insertCalibration, undoCalibration } from '../store/calibrations.ts';
import type { Trx } from '../store/database.ts';

export interface StoredCalibration {
  /** 0: nothing was fitted, the prior counts. */
  version: number;
  fittedAt: Date | null;
  calibration: Calibration;
  /** Of the outcomes that it was fitted on: flattering where they are few. */
  reliability: Reliability | null;
}

/** What a score of this kind (`match:<spec>`) means in the workspace of the transaction. */
export async function getCalibration(trx: Trx, name: string, prior: Calibration): Promise<StoredCalibration> {
  return show(await findCalibration(trx, name), prior);
}

/** Fits it anew to all outcomes there are; the one before is kept. */
export async function refitCalibration(
  trx: Trx,
  { workspaceId, name, outcomes, prior, now }: Refit,
): Promise<StoredCalibration> {
  const calibration = fitCalibration(outcomes, prior);
  const reliability = measureReliability(
    outcomes.map(({ score, right }) => ({ confidence: calibrate(calibration, score), right })),
  );
  const version = await insertCalibration(trx, {
    workspaceId,
    name,
    fittedAt: now,
    outcomes: calibration.outcomes,
    calibration,
    reliability,
  });
  return { version, fittedAt: now, calibration, reliability };
}

export interface Refit {
  workspaceId: string;
  name: string;
  outcomes: readonly Outcome[];
  prior: Calibration;
  now: Date;
}

/** Back to the one before, at last to the prior. */
export async function takeCalibrationBack(
  trx: Trx,
  { workspaceId, name, prior }: Pick<Refit, 'workspaceId' | 'name' | 'prior'>,
): Promise<StoredCalibration> {
  return show(await undoCalibration(trx, { workspaceId, name }), prior);
}

function show(row: CalibrationRow | undefined, prior: Calibration): StoredCalibration {
  if (!row) return { version: 0, fittedAt: null, calibration: prior, reliability: null };
  return {
    version: row.version,
    fittedAt: row.fitted_at,
    calibration: row.calibration as unknown as Calibration,
    reliability: row.reliability as unknown as Reliability,
  };
}
