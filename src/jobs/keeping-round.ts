// What goes by itself, looked for once an hour: what lay in the trash long enough, accounts that their people closed,
// documents past their retention, archives of exports, old notices. Two rounds at once do no harm: each thing is locked while it is looked at.

import type { ErasureDeps } from '../actions/erase-workspace.ts';
import { purgeExports } from '../actions/export-account.ts';
import { deleteWhatIsDue, purgeTrash } from '../actions/purge.ts';
import { purgeClosedAccounts } from '../actions/purge-closed-accounts.ts';
import { purgeNotices } from '../actions/purge-notices.ts';
import type { Services } from '../actions/services.ts';
import { tidyModelCalls } from '../store/model-calls.ts';
import { keepingRoundQueue, type NoPayload, noPayload } from '../store/queues.ts';
import type { Job } from './job.ts';

const DAY_MS = 24 * 60 * 60_000;

type Deps = ErasureDeps & Pick<Services, 'trashDays' | 'models'>;

/** One round; returns what it did. */
export async function keepingRound(deps: Deps, now = new Date(), signal?: AbortSignal) {
  const due = await deleteWhatIsDue(deps, now, signal);
  const trashed = new Date(now.getTime() - deps.trashDays * DAY_MS);
  const purged = await purgeTrash(deps, trashed, signal);
  const expiredExports = await purgeExports(deps, now);
  const erasedAccounts = await purgeClosedAccounts(deps, trashed, signal);
  const models = await tidyModelCalls(deps.db, new Date(now.getTime() - deps.models.traceDays * DAY_MS));
  const oldNotices = await purgeNotices(deps, now);
  return {
    due,
    purged,
    expiredExports,
    erasedAccounts,
    oldNotices,
    modelCalls: models.calls,
    modelAnswers: models.answers,
    lostModelCalls: models.lost,
  };
}

export function keepingRoundJob(deps: Deps): Job<NoPayload> {
  return {
    queue: keepingRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '7 * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const done = await keepingRound(deps, new Date(), signal);
      if (Object.values(done).some((count) => count > 0)) log.info(done, 'deleted what had its time');
    },
    // The next round looks for all of it again.
    giveUp: async () => {},
  };
}
