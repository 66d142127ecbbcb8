// Erases the accounts whose time in the trash is over. Apart from closing them, so that a worker loads nothing of signing in.

import { SheafError } from '../errors.ts';
import { listClosedByThemselves } from '../store/administration.ts';
import { erasePerson } from './erase-person.ts';
import type { ErasureDeps } from './erase-workspace.ts';

/** Erases the accounts that their people closed before this moment. What a hold or a retention rule keeps stays for the next round. */
export async function purgeClosedAccounts(deps: ErasureDeps, before: Date, signal?: AbortSignal): Promise<number> {
  let erased = 0;
  for (const userId of await listClosedByThemselves(deps.db, before)) {
    if (signal?.aborted) break;
    try {
      await erasePerson(deps, { userId, confirm: userId, uploads: 'keep' });
      erased++;
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
    }
  }
  return erased;
}
