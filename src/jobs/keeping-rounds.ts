// What goes by itself, looked for once an hour: what lay in the trash long enough, accounts that their people closed,
// documents past their retention, archives of exports. Several processes may do it at once: each thing is locked while it is looked at.

import type { ErasureDeps } from '../actions/erase-workspace.ts';
import { purgeExports } from '../actions/export-account.ts';
import { deleteWhatIsDue, purgeTrash } from '../actions/purge.ts';
import { purgeClosedAccounts } from '../actions/purge-closed-accounts.ts';
import type { Services } from '../actions/services.ts';
import type { Logger } from '../observe/logger.ts';

const FIRST_AFTER_MS = 5 * 60_000;
const EVERY_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

type Deps = ErasureDeps & Pick<Services, 'trashDays'>;

/** One round; returns what it did. */
export async function keepingRound(deps: Deps, now = new Date(), signal?: AbortSignal) {
  const due = await deleteWhatIsDue(deps, now, signal);
  const trashed = new Date(now.getTime() - deps.trashDays * DAY_MS);
  const purged = await purgeTrash(deps, trashed, signal);
  const expiredExports = await purgeExports(deps, now);
  const erasedAccounts = await purgeClosedAccounts(deps, trashed, signal);
  return { due, purged, expiredExports, erasedAccounts };
}

/** Returns what ends the rounds, after the thing that is just being looked at. */
export function startKeepingRounds(deps: Deps, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const look = (): void => {
    running = running
      .then(() => keepingRound(deps, new Date(), stopping.signal))
      .then(
        (done) => {
          if (Object.values(done).some((count) => count > 0)) log.info(done, 'deleted what had its time');
        },
        (error: unknown) => log.error({ error }, 'looking for what has had its time failed'),
      );
  };
  const first = setTimeout(look, FIRST_AFTER_MS).unref();
  const timer = setInterval(look, EVERY_MS).unref();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
}
