// When a key was last used, for those who wonder whether it still is. Written at most once a minute, and never waited for.

import { type ApiKeyAccess, touchApiKey } from '../store/api-keys.ts';
import { inWorkspace } from '../store/database.ts';
import type { Services } from './services.ts';

const EVERY_MS = 60_000;

export function noteKeyUse({ db, identity }: Pick<Services, 'db' | 'identity'>, access: ApiKeyAccess): void {
  const now = new Date();
  if (access.lastUsedAt && now.getTime() - access.lastUsedAt.getTime() < EVERY_MS) return;
  // The same object is remembered for the next requests.
  access.lastUsedAt = now;
  identity.later(() => inWorkspace(db, access.workspaceId, (trx) => touchApiKey(trx, access.keyId)));
}
