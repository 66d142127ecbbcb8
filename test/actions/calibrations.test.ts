import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCalibration, refitCalibration, takeCalibrationBack } from '../../src/actions/calibrations.ts';
import type { Actor } from '../../src/actions/services.ts';
import { calibrate, faceValue } from '../../src/learn/calibrate.ts';
import type { Outcome } from '../../src/learn/outcome.ts';
import { listCalibrations } from '../../src/store/calibrations.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
let owner: Actor;
beforeAll(async () => {
  opened = await openTestDatabase();
  owner = await makeWorkspace(opened.database.db);
});
afterAll(() => opened.remove());

const name = 'match:invoice-order';
const allRight: Outcome[] = Array.from({ length: 60 }, (_, i) => ({ score: 0.2 + i / 100, right: true }));
const allWrong = allRight.map((outcome) => ({ ...outcome, right: false }));
const inIt = <T>(actor: Actor, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(opened.database.db, actor.workspaceId, work);
const refit = (actor: Actor, outcomes: Outcome[], about = name) =>
  inIt(actor, (trx) =>
    refitCalibration(trx, {
      workspaceId: actor.workspaceId,
      name: about,
      outcomes,
      prior: faceValue,
      now: new Date(),
    }),
  );
const current = (actor: Actor, about = name) => inIt(actor, (trx) => getCalibration(trx, about, faceValue));

test('before anything was fitted the prior counts; then what was fitted last; undone, the one before, at last the prior', async () => {
  expect(await current(owner)).toMatchObject({ version: 0, calibration: faceValue });
  await refit(owner, allRight);
  const second = await refit(owner, allWrong);
  expect(second).toMatchObject({ version: 2, calibration: { method: 'platt', outcomes: 60 } });
  expect(calibrate((await current(owner)).calibration, 0.5)).toBeLessThan(0.3);
  const back = () => inIt(owner, (trx) => takeCalibrationBack(trx, { ...owner, name, prior: faceValue }));
  expect((await back()).version).toBe(1);
  expect(calibrate((await current(owner)).calibration, 0.5)).toBeGreaterThan(0.7);
  expect((await back()).version).toBe(0);
  expect((await current(owner)).calibration).toEqual(faceValue);
  expect(await inIt(owner, (trx) => listCalibrations(trx, name))).toHaveLength(2);
  expect((await refit(owner, allRight)).version).toBe(3);
  expect((await back()).version, 'what was taken back once stays away').toBe(0);
});

test('kinds of scores and workspaces have their own', async () => {
  const stranger = await makeWorkspace(opened.database.db);
  await refit(owner, allWrong, 'match:other');
  expect((await current(stranger, 'match:other')).version).toBe(0);
  expect((await current(owner, 'match:third')).version).toBe(0);
});

test('fits at the same time get versions of their own, and one is current', async () => {
  const about = 'match:at-once';
  const made = await Promise.all([1, 2, 3, 4].map(() => refit(owner, allRight, about)));
  expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  const rows = await inIt(owner, (trx) => listCalibrations(trx, about));
  expect(rows.filter((row) => row.current).map(({ version }) => version)).toEqual([4]);
});
