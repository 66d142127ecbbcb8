// Calibrations as rows: one is current for each kind of score, those before it are kept, so that it can be taken back.

import { type Selectable, sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { CalibrationTable } from './schema-learning.ts';

export type CalibrationRow = Selectable<CalibrationTable>;

export interface NewCalibration {
  workspaceId: string;
  /** What kind of score: `match:<spec>`. */
  name: string;
  fittedAt: Date;
  outcomes: number;
  calibration: object;
  reliability: object;
}

export async function findCalibration(trx: Trx, name: string): Promise<CalibrationRow | undefined> {
  return trx
    .selectFrom('calibrations')
    .selectAll()
    .where('name', '=', name)
    .where('current', '=', true)
    .executeTakeFirst();
}

/** Newest first. */
export async function listCalibrations(trx: Trx, name: string): Promise<CalibrationRow[]> {
  return trx.selectFrom('calibrations').selectAll().where('name', '=', name).orderBy('version', 'desc').execute();
}

/** Becomes the current one; returns its version. */
export async function insertCalibration(trx: Trx, fitted: NewCalibration): Promise<number> {
  const { workspaceId, name } = fitted;
  await lockCalibration(trx, workspaceId, name);
  const [newest] = await listCalibrations(trx, name);
  await trx.updateTable('calibrations').set({ current: false }).where('name', '=', name).execute();
  const version = (newest?.version ?? 0) + 1;
  await trx
    .insertInto('calibrations')
    .values({
      workspace_id: workspaceId,
      name,
      version,
      current: true,
      fitted_at: fitted.fittedAt,
      outcomes: fitted.outcomes,
      calibration: toJsonb(fitted.calibration as Json),
      reliability: toJsonb(fitted.reliability as Json),
    })
    .execute();
  return version;
}

/** The one before the current becomes current. Returns it; undefined when there is none before, and none is current then. */
export async function undoCalibration(
  trx: Trx,
  { workspaceId, name }: { workspaceId: string; name: string },
): Promise<CalibrationRow | undefined> {
  await lockCalibration(trx, workspaceId, name);
  const current = await findCalibration(trx, name);
  if (!current) return undefined;
  await trx
    .updateTable('calibrations')
    .set({ current: false, taken_back: true })
    .where('name', '=', name)
    .where('version', '=', current.version)
    .execute();
  const before = (await listCalibrations(trx, name)).find(({ taken_back }) => !taken_back);
  if (!before) return undefined;
  await trx
    .updateTable('calibrations')
    .set({ current: true })
    .where('name', '=', name)
    .where('version', '=', before.version)
    .execute();
  return { ...before, current: true };
}

/** For whoever looks whether to fit anew, until the transaction ends: another who looks at once sees what this one fitted. */
export async function lockCalibration(trx: Trx, workspaceId: string, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CALIBRATION_LOCK}::int, hashtext(${`${workspaceId} ${name}`}))`.execute(trx);
}
const CALIBRATION_LOCK = 711_520;
