// What a workspace lets through by itself: seeing and changing it.

import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findReviewSettings, writeReviewSettings } from '../store/review-settings.ts';
import { recordActs } from './audit.ts';
import { knownTypes } from './known-types.ts';
import { type ReviewSettings, readReviewSettings } from './review-rules.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'types'>;

export interface VersionedReviewSettings {
  /** 0: never changed. */
  version: number;
  settings: ReviewSettings;
}

export async function getReviewSettings(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
): Promise<VersionedReviewSettings> {
  return inWorkspace(db, workspaceId, load);
}

async function load(trx: Trx): Promise<VersionedReviewSettings> {
  const stored = await findReviewSettings(trx);
  return { version: stored?.version ?? 0, settings: readReviewSettings(stored?.settings) };
}

/** Holds for what is read, corrected or decided from then on. Throws `settings.changed`, `request.invalid` for unknown types. */
export async function changeReviewSettings(
  { db, types }: Deps,
  actor: Actor,
  change: { seen: (version: number) => boolean; settings: ReviewSettings; requestId?: string | undefined },
): Promise<VersionedReviewSettings> {
  const { seen, settings, requestId } = change;
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const before = await load(trx);
    if (!seen(before.version)) throw new SheafError('settings.changed');
    const known = new Set((await knownTypes(trx, types)).map(({ id }) => id));
    if (!Object.keys(settings.types).every((id) => known.has(id) || Object.hasOwn(before.settings.types, id)))
      throw new SheafError('request.invalid', 'names a record type that there is not', {
        details: { pointer: '/body/types' },
      });
    const row = { workspaceId: actor.workspaceId, userId: actor.userId, seen: before.version, settings };
    if (!(await writeReviewSettings(trx, row))) throw new SheafError('settings.changed');
    const details = { level: settings.level, types: Object.keys(settings.types).length };
    await recordActs(trx, actor, [{ action: 'review.settings-changed', requestId, details }]);
    return { version: before.version + 1, settings };
  });
}
