// People who use a test server: accounts made over HTTP, and calls with their tokens.

import { expect } from 'vitest';
import type { AccountMail } from '../../src/identity/account-mail.ts';
import type { Answer, TestServer } from './test-server.ts';

export const PASSWORD = 'canary seven green bottles';

export interface Person {
  id: string;
  email: string;
  token: string;
  refresh: string;
  session: string;
  workspace: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  body: Answer;
}

export interface Call {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One call; the body comes back parsed. */
export async function call(server: TestServer, path: string, options: Call = {}): Promise<Reply> {
  const { method = options.body === undefined ? 'GET' : 'POST', token, body } = options;
  const headers = new Headers(options.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

let count = 0;

/** Somebody new, with a workspace of their own, signed in. */
export async function makePerson(server: TestServer, more: Record<string, unknown> = {}): Promise<Person> {
  const email = `person-${++count}-${Date.now()}@example.com`;
  const made = await call(server, '/auth/register', { body: { email, password: PASSWORD, ...more } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const { account, tokens } = made.body;
  return {
    id: account.id,
    email: account.email,
    token: tokens.access_token,
    refresh: tokens.refresh_token,
    session: tokens.session,
    workspace: account.workspaces[0].id,
  };
}

export const signIn = (server: TestServer, email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  call(server, '/auth/login', { body: { email, password }, headers });

/** The newest mail of this kind to this address, when it has come. */
export async function mailTo(server: TestServer, to: string, template: AccountMail['template']): Promise<AccountMail> {
  const find = () => server.mails.findLast((mail) => mail.to === to && mail.template === template);
  await expect.poll(find).toBeDefined();
  return find()!;
}

/** The token behind the `#` of a mailed link. */
export function tokenIn(mail: AccountMail): string {
  return decodeURIComponent(String(mail.data.link).split('=').slice(1).join('='));
}
