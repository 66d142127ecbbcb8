// What people say of themselves: name, language, time zone, and the workspace that they work in.

import { SheafError } from '../errors.ts';
import { type AccountChange, updateAccount } from '../store/accounts.ts';
import { cleanText } from '../store/jsonb.ts';
import { listWorkspacesOf } from '../store/workspaces.ts';
import { type AccountView, viewAccount } from './account-view.ts';
import type { Services } from './services.ts';

export interface ProfileChange {
  name?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  workspaceId?: string | undefined;
}

/** What is absent stays. Throws `request.invalid`, `workspace.not-found`. */
export async function updateProfile(
  deps: Pick<Services, 'db' | 'identity'>,
  userId: string,
  { name, locale, timeZone, workspaceId }: ProfileChange,
): Promise<AccountView> {
  const change: AccountChange = {};
  if (name !== undefined) change.name = cleanText(name.trim());
  if (locale !== undefined) change.locale = known(locale, '/locale', isLocale);
  if (timeZone !== undefined) change.timeZone = known(timeZone, '/timeZone', isTimeZone);
  if (workspaceId !== undefined) {
    const mine = await listWorkspacesOf(deps.db, userId);
    if (!mine.some((workspace) => workspace.id === workspaceId)) throw new SheafError('workspace.not-found');
    change.workspaceId = workspaceId;
  }
  await updateAccount(deps.db, userId, change);
  if (workspaceId !== undefined) deps.identity.access.forget();
  return viewAccount(deps, userId);
}

function known(text: string, pointer: string, is: (text: string) => boolean): string {
  if (is(text)) return text;
  throw new SheafError('request.invalid', 'This name is not known', { details: { pointer } });
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** IANA names only: offsets such as "+02:00" do not know of summer time. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions() !== undefined;
  } catch {
    return false;
  }
}
