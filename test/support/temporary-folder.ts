import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that the caller removes. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'sheaf-test-'));
}

/** A fresh folder that goes away with the running test. */
export function temporaryFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
