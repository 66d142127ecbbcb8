// What a workspace's approvals and corrections teach of confidence: fitted by a job or on demand, used for what is read from then on,
// seen beside the thresholds, taken back, switched off in the review settings.

import {
  type ConfidenceShifts,
  type DecidedValue,
  fitShifts,
  noShifts,
  shiftHeldOut,
} from '../learn/confidence-shifts.ts';
import { measureReliability, type Reliability } from '../learn/reliability.ts';
import {
  type CalibrationRow,
  findCalibration,
  insertCalibration,
  listCalibrations,
  lockCalibration,
  undoCalibration,
} from '../store/calibrations.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { countDecidedSince, listDecidedRecords } from '../store/decided-values.ts';
import { findReviewSettings } from '../store/review-settings.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import { isShiftable, judgedValues } from './judged-cases.ts';
import { readReviewSettings } from './review-rules.ts';
import type { Actor, Services } from './services.ts';

const READING = 'reading';
const MOST_RECORDS = 5_000;
/** Records that people decide before it is fitted anew. */
const DUE_AFTER = 20;

export interface ReadingCalibration {
  /** Whether it is used: a setting of the workspace. */
  on: boolean;
  /** 0: nothing was fitted, or all of it was taken back. */
  version: number;
  fittedAt: Date | null;
  shifts: ConfidenceShifts;
  /** Of the decisions: as shipped, and with shifts that were fitted without the decision they are judged on. */
  reliability: { shipped: Reliability; heldOut: Reliability } | null;
}

/** `shifts` of the reader; nothing where nothing is to be shifted. */
export async function readingShiftsOf(trx: Trx): Promise<{ shifts?: ConfidenceShifts }> {
  const { on, shifts } = await loadReadingCalibration(trx);
  return on && shifts.shifts.length > 0 ? { shifts } : {};
}

export async function loadReadingCalibration(trx: Trx): Promise<ReadingCalibration> {
  return show(await isOn(trx), await findCalibration(trx, READING));
}

/** Fits it anew to all decisions there are; the one before is kept. */
export async function fitReadingCalibration(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingCalibration> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await fitInside(trx, actor.workspaceId, now);
    await recordActs(trx, actor, [{ action: 'review.calibrated' }]);
    return loadReadingCalibration(trx);
  });
}

/** Back to the version before, at last to what is shipped. */
export async function undoReadingCalibration({ db }: Pick<Services, 'db'>, actor: Actor): Promise<ReadingCalibration> {
  const { workspaceId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    await undoCalibration(trx, { workspaceId, name: READING });
    await recordActs(trx, actor, [{ action: 'review.calibration-undone' }]);
    return loadReadingCalibration(trx);
  });
}

/** In each workspace that uses it and has decided much since; how many were fitted. What was taken back comes only with new decisions. */
export async function fitDueCalibrations(
  { db }: Pick<Services, 'db'>,
  signal?: AbortSignal,
  now = new Date(),
): Promise<number> {
  let fitted = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    signal?.throwIfAborted();
    fitted += await inWorkspace(db, workspaceId, async (trx) => {
      if (!(await isOn(trx))) return 0;
      await lockCalibration(trx, workspaceId, READING);
      const [newest] = await listCalibrations(trx, READING);
      if ((await countDecidedSince(trx, newest?.fitted_at ?? null)) < DUE_AFTER) return 0;
      await fitInside(trx, workspaceId, now);
      return 1;
    });
  }
  return fitted;
}

const isOn = async (trx: Trx): Promise<boolean> =>
  readReviewSettings((await findReviewSettings(trx))?.settings).recalibrate;

async function fitInside(trx: Trx, workspaceId: string, now: Date): Promise<void> {
  const decided: DecidedValue[] = [];
  for (const record of await listDecidedRecords(trx, { limit: MOST_RECORDS }))
    for (const value of judgedValues(record)) {
      const { type, path, confidence, right } = value;
      if (isShiftable(value)) decided.push({ type, path, confidence, right });
    }
  const shifts = fitShifts(decided);
  await insertCalibration(trx, {
    workspaceId,
    name: READING,
    fittedAt: now,
    outcomes: shifts.decisions,
    calibration: shifts,
    reliability: {
      shipped: measureReliability(decided),
      heldOut: measureReliability(shiftHeldOut(decided, shifts)),
    },
  });
}

function show(on: boolean, row: CalibrationRow | undefined): ReadingCalibration {
  if (!row) return { on, version: 0, fittedAt: null, shifts: noShifts, reliability: null };
  return {
    on,
    version: row.version,
    fittedAt: row.fitted_at,
    shifts: row.calibration as unknown as ConfidenceShifts,
    reliability: row.reliability as unknown as ReadingCalibration['reliability'],
  };
}
