// A person with an account and a workspace of their own, signed in at the page of a server of this process.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Engine } from '../../src/compose/engine.ts';
import { postJson } from '../support/api-fetch.ts';
import { readJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { gatherComplaints, launchBrowser, signInByForm } from './browser.ts';
import { freePort } from './free-port.ts';

export interface Person {
  email: string;
  password: string;
}

export interface SignedIn {
  server: TestServer;
  site: string;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  person: Person;
}

/** Once in a `describe`; `take` gets what each test is about, before it. */
export function signInBeforeEach(take: (at: SignedIn) => void, options: { engine?: Partial<Engine> } = {}): void {
  let server: TestServer;
  let site: string;
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  beforeAll(async () => {
    // Passkeys are bound to a name, which 127.0.0.1 is not.
    const port = await freePort();
    site = `http://localhost:${port}`;
    server = await startTestServer({ ...options, env: { PORT: String(port), PUBLIC_URL: site } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    const person = { email: `${crypto.randomUUID()}@example.com`, password: 'seven lazy herons' };
    await postJson(`${server.url}/api/v1/auth/register`, { ...person, name: 'Ada' });
    context = await browser.newContext();
    const page = await context.newPage();
    complaints = await gatherComplaints(page);
    await page.goto(site);
    await signInByForm(page, person);
    take({ server, site, browser, context, page, person });
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
}

export async function openPart({ page, site }: Pick<SignedIn, 'page' | 'site'>, id: string): Promise<void> {
  await page.goto(`${site}/#/account/${id}`);
  await page.locator('.account-nav [aria-current]').waitFor();
}

/** Somebody new in the workspace of the person. */
export async function joinAs(role: string, { server, person }: Pick<SignedIn, 'server' | 'person'>): Promise<Person> {
  const guest = { email: `${crypto.randomUUID()}@example.com`, password: 'eleven brown geese' };
  const { access_token } = await postJson(`${server.url}/api/v1/auth/login`, person);
  const headers = { authorization: `Bearer ${access_token}` };
  const { items } = await readJson(await fetch(`${server.url}/api/v1/workspaces`, { headers }));
  const invitations = `${server.url}/api/v1/workspaces/${items[0].id}/invitations`;
  await postJson(invitations, { email: guest.email, role }, access_token);
  const invitation = new URL(linkIn(server, 'invitation', guest.email)).hash.split('=')[1]!;
  await postJson(`${server.url}/api/v1/auth/register`, { ...guest, name: 'Grace', invitation });
  return guest;
}

export function linkIn({ mails }: TestServer, template: string, to: string): string {
  const mail = mails.findLast((candidate) => candidate.template === template && candidate.to === to);
  return String(mail!.data.link);
}

/** As if another program had done it. */
export function uploadText(page: Page, name: string): Promise<void> {
  return page.evaluate(`(async () => {
    const body = new FormData();
    body.append('file', new Blob(['number: 1']), ${JSON.stringify(name)});
    await fetch('/api/v1/documents', { method: 'POST', body });
  })()`);
}
