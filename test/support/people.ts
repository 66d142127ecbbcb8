// People of a test server: accounts with a session, straight into the database, and their roles in workspaces.

import type { Services } from '../../src/actions/services.ts';
import { startSession } from '../../src/actions/sign-in.ts';
import type { AccountMail } from '../../src/identity/account-mail.ts';
import { insertAccount } from '../../src/store/accounts.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Role } from '../../src/store/roles.ts';
import { insertMembership, insertWorkspace } from '../../src/store/workspaces.ts';

export interface Person {
  userId: string;
  email: string;
  token: string;
}

const caller = { address: '127.0.0.1', network: '127.0.0.1', userAgent: 'test', requestId: 'test' };

export async function makePerson(services: Services, name: string, options: { verified?: boolean } = {}) {
  const userId = newId();
  const email = `${name.toLowerCase()}@example.com`;
  const emailVerified = options.verified ?? true;
  await insertAccount(services.db, { id: userId, email, name, emailVerified });
  const { accessToken } = await startSession(services, caller, { userId, method: 'password' });
  return { userId, email, token: accessToken } satisfies Person;
}

/** A workspace with these members. */
export async function makeTeam(services: Services, members: Record<string, Role>): Promise<string> {
  const workspaceId = newId();
  await inWorkspace(services.db, workspaceId, async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name: 'Team' });
    for (const [userId, role] of Object.entries(members)) await insertMembership(trx, { workspaceId, userId, role });
  });
  services.identity.access.forget();
  return workspaceId;
}

/** Mails from now on, instead of being sent. */
export function catchMails(services: Services): AccountMail[] {
  const mails: AccountMail[] = [];
  services.sendAccountMail = async (mail) => {
    mails.push(mail);
  };
  return mails;
}

export interface Asked {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
  body: any;
}

/** One request as this person. */
export function asking(url: string, workspaceId?: string) {
  return async (person: Pick<Person, 'token'> | undefined, call: string, body?: unknown): Promise<Asked> => {
    const [method, path] = call.split(' ') as [string, string];
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(person ? { authorization: `Bearer ${person.token}` } : {}),
        ...(workspaceId ? { 'sheaf-workspace': workspaceId } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}
