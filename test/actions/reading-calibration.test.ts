// What people of a workspace decided shifts what is shown in it, in no other, and not where it is switched off or taken back.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fitDueCalibrations,
  fitReadingCalibration,
  loadReadingCalibration,
  readingShiftsOf,
  undoReadingCalibration,
} from '../../src/actions/reading-calibration.ts';
import { defaultReviewSettings } from '../../src/actions/review-rules.ts';
import type { Actor } from '../../src/actions/services.ts';
import { shiftConfidence } from '../../src/learn/confidence-shifts.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { writeReviewSettings } from '../../src/store/review-settings.ts';
import { putDecidedRecords } from '../support/decided-records.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
let owner: Actor;
let other: Actor;
beforeAll(async () => {
  opened = await openTestDatabase();
  owner = await makeWorkspace(opened.database.db);
  other = await makeWorkspace(opened.database.db);
});
afterAll(() => opened.remove());

const shiftsOf = (actor: Actor) => inWorkspace(opened.database.db, actor.workspaceId, readingShiftsOf);
const current = (actor: Actor) => inWorkspace(opened.database.db, actor.workspaceId, loadReadingCalibration);
const field = { type: 'invoice', path: 'number', confidence: 0.95 };

test('nothing is fitted before enough was decided, then by the round, once, and for this workspace alone', async () => {
  const { db } = opened.database;
  await putDecidedRecords(db, owner, { count: 10, confidence: 0.95, wrongEach: 3 });
  expect(await fitDueCalibrations({ db })).toBe(0);
  expect(await shiftsOf(owner)).toEqual({});
  await putDecidedRecords(db, owner, { count: 140, confidence: 0.95, wrongEach: 3 });
  expect(await fitDueCalibrations({ db })).toBe(1);
  expect(await fitDueCalibrations({ db })).toBe(0);
  const { shifts } = await shiftsOf(owner);
  expect(shifts).toMatchObject({ decisions: 150, shifts: [{ type: 'invoice', path: 'number', decisions: 150 }] });
  expect(shiftConfidence(shifts!, field)).toBeLessThan(0.85);
  const { reliability } = await current(owner);
  expect(reliability!.heldOut.ece).toBeLessThan(reliability!.shipped.ece / 2);
  expect(await shiftsOf(other)).toEqual({});
  expect(await current(other)).toMatchObject({ version: 0, on: true });
});

test('a setting switches it off, and taking it back leaves what is shipped until people decide more', async () => {
  const { db } = opened.database;
  const switchTo = (recalibrate: boolean, seen: number) =>
    inWorkspace(db, owner.workspaceId, (trx) =>
      writeReviewSettings(trx, { ...owner, seen, settings: { ...defaultReviewSettings, recalibrate } }),
    );
  await switchTo(false, 0);
  expect(await shiftsOf(owner)).toEqual({});
  expect(await current(owner)).toMatchObject({ on: false, version: 1 });
  await switchTo(true, 1);
  expect((await shiftsOf(owner)).shifts).toBeDefined();
  expect(await undoReadingCalibration({ db }, owner)).toMatchObject({ version: 0, shifts: { shifts: [] } });
  expect(await fitDueCalibrations({ db })).toBe(0);
  expect(await shiftsOf(owner)).toEqual({});
  expect(await fitReadingCalibration({ db }, owner)).toMatchObject({ version: 2 });
  expect((await shiftsOf(owner)).shifts).toBeDefined();
});
