// The retention rules of a workspace: what stands, and changing it.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { findRetention, type RetentionSettings, replaceRetention } from '../store/retention.ts';
import { recordActs } from './audit.ts';
import { type RetentionRule, rulesOf } from './retention-period.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

export interface Retention {
  country: string | null;
  rules: RetentionRule[];
}

export async function getRetention({ db }: Deps, { workspaceId }: Actor): Promise<Retention> {
  return inWorkspace(db, workspaceId, async (trx) => show(await findRetention(trx)));
}

/** Replaces country and own rules. Throws `request.invalid` when a rule would delete before it lets delete. */
export async function changeRetention(
  { db }: Deps,
  actor: Actor,
  { settings, requestId }: { settings: RetentionSettings; requestId?: string | undefined },
): Promise<Retention> {
  for (const [index, { keepYears, deleteAfterYears, recordType }] of settings.overrides.entries()) {
    if (settings.overrides.findIndex((rule) => rule.recordType === recordType) !== index) {
      throw new SheafError('request.invalid', `there are two rules for one type of records`, {
        details: { pointer: `/body/rules/${index}/recordType` },
      });
    }
    if (deleteAfterYears === null || deleteAfterYears >= keepYears) continue;
    throw new SheafError('request.invalid', 'deleteAfterYears must not be less than keepYears', {
      details: { pointer: `/body/rules/${index}/deleteAfterYears` },
    });
  }
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await replaceRetention(trx, actor.workspaceId, settings);
    const details = { country: settings.country, rules: settings.overrides.length };
    await recordActs(trx, actor, [{ action: 'retention.changed', requestId, details }]);
    return show(await findRetention(trx));
  });
}

const show = (settings: RetentionSettings): Retention => ({ country: settings.country, rules: rulesOf(settings) });
