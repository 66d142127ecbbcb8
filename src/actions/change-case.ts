// Changing what a case says of itself, and writing notes into it.

import { isDeepStrictEqual } from 'node:util';
import { SheafError } from '../errors.ts';
import { insertCaseEvent } from '../store/case-events.ts';
import { updateCase } from '../store/cases.ts';
import { inWorkspace } from '../store/database.ts';
import { cleanText, toJsonb } from '../store/jsonb.ts';
import { recordActs } from './audit.ts';
import { type CaseFields, ensureFields } from './case-fields.ts';
import { type CaseDeps, type CaseTarget, type CaseView, lockSeenCase, viewCase } from './case-view.ts';
import type { Actor } from './services.ts';

export interface CaseChangeWish extends CaseTarget {
  title?: string | undefined;
  /** Those that are absent stay; null clears one. */
  fields?: CaseFields | undefined;
}

/** Throws `case.not-found`, `case.changed`, `case.invalid-fields`. */
export async function changeCase(deps: CaseDeps, actor: Actor, wish: CaseChangeWish): Promise<CaseView> {
  const { id, title, fields, requestId } = wish;
  if (title === undefined && fields === undefined) throw new SheafError('request.invalid', 'must change something');
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row, spec } = await lockSeenCase(trx, deps, actor, wish);
    const merged = fields === undefined ? row.fields : ensureFields(spec, row.fields, fields);
    const names = [
      ...(title === undefined || cleanText(title) === row.title ? [] : ['title']),
      ...Object.keys({ ...row.fields, ...merged }).filter((name) => !isDeepStrictEqual(row.fields[name], merged[name])),
    ];
    if (names.length === 0) return viewCase(trx, deps, actor, row);
    const changed = await updateCase(trx, row, {
      ...(title === undefined ? {} : { title: cleanText(title) }),
      fields: toJsonb(merged),
    });
    await insertCaseEvent(trx, row, { kind: 'changed', by: actor.userId, at: new Date(), data: { fields: names } });
    await recordActs(trx, actor, [{ action: 'case.changed', target: { type: 'case', id }, requestId }]);
    return viewCase(trx, deps, actor, changed);
  });
}

/** Throws `case.not-found`, `case.full`. */
export async function noteOnCase(
  deps: CaseDeps,
  actor: Actor,
  { text, ...target }: CaseTarget & { text: string },
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row } = await lockSeenCase(trx, deps, actor, target);
    await insertCaseEvent(trx, row, { kind: 'noted', by: actor.userId, at: new Date(), note: text });
    const changed = await updateCase(trx, row, {});
    const { id, requestId } = target;
    await recordActs(trx, actor, [{ action: 'case.changed', target: { type: 'case', id }, requestId }]);
    return viewCase(trx, deps, actor, changed);
  });
}
