// Links that come by mail, as the person opens them in a browser.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postJson } from '../support/api-fetch.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { chromiumPath, gatherComplaints, launchBrowser, signInByForm } from './browser.ts';

let server: TestServer;
/** As people open it. */
let site: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let person: { email: string; password: string };

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe.skipIf(!chromiumPath)('mailed links', () => {
  beforeAll(async () => {
    server = await startTestServer({ env: { EMAIL_VERIFICATION: 'required' } });
    site = server.url.replace('127.0.0.1', 'localhost');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    person = { email: `${crypto.randomUUID()}@example.com`, password: 'seven lazy herons' };
    context = await browser.newContext();
    page = await context.newPage();
    complaints = await gatherComplaints(page);
    await page.goto(site);
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('a new address is confirmed before it signs in; the link can be had again, and works once', async () => {
    await button('Create an account').click();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await button('Create account').click();
    await page.getByText(`on its way to ${person.email}`).waitFor();
    await button('Back to signing in').click();
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await button('Sign in').click();
    await page.getByText('before the address is confirmed').waitFor();
    await button('Send the link').click();
    await page.getByText(`on its way to ${person.email}`).waitFor();
    const link = await linkOf('verify-email', 2);
    await follow(link);
    await page.getByText('Your address is confirmed').waitFor();
    await leavesNoTrace(link);
    await signInByForm(page, person);
  });

  test('a forgotten password: the link sets a new one and works once; the old one opens nothing', async () => {
    await makeConfirmed();
    await button('Forgot your password?').click();
    await page.getByLabel('E-mail').fill(person.email);
    await button('Send the link').click();
    await page.getByText('a link is on its way').waitFor();
    const link = await linkOf('reset-password');
    await follow(link);
    await leavesNoTrace(link);
    await page.getByLabel('New password').fill('password');
    await button('Set password').click();
    await page.getByText('among the first that are guessed').waitFor();
    await page.getByLabel('New password').fill('nine quiet otters');
    await button('Set password').click();
    await page.getByText('Your new password is set').waitFor();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await button('Sign in').click();
    await page.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
    await signInByForm(page, { ...person, password: 'nine quiet otters' });

    await follow(link);
    await page.getByLabel('New password').fill('ten quiet otters');
    await button('Set password').click();
    await page.getByText('This link was used already').waitFor();
    await button('Send the link').waitFor();
  });

  test('nobody learns from the page whether an address has an account', async () => {
    await button('Forgot your password?').click();
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await button('Send the link').click();
    await page.getByText('If there is an account for nobody@example.com, a link is on its way').waitFor();
    expect(server.mails.filter(({ to }) => to === 'nobody@example.com')).toEqual([]);
  });

  test('another address counts from when its link is opened, also where somebody is signed in', async () => {
    await makeConfirmed();
    await signInByForm(page, person);
    await page.goto(`${site}/#/account/profile`);
    await button('Change it').click();
    const next = `${crypto.randomUUID()}@example.com`;
    await page.getByLabel('New e-mail address').fill(next);
    await page.getByLabel('Your password').fill(person.password);
    await button('Send the link').click();
    await page.getByText(`on its way to ${next}`).waitFor();
    await follow(await linkOf('verify-email', 1, next));
    await page.getByText('Your new address counts from now on').waitFor();
    await page.goto(`${site}/#/account/profile`);
    await page.getByText(`It is ${next} now`).waitFor();
  });

  test('a link that somebody made up is refused in words', async () => {
    await follow(`${site}/#verify-email=made-up`);
    await page.getByText('This link was used already, or is older than a day').waitFor();
    await follow(`${site}/#reset-password=%E0%A4%A`);
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  });
});

async function makeConfirmed(): Promise<void> {
  await postJson(`${server.url}/api/v1/auth/register`, person);
  const token = new URL(await linkOf('verify-email')).hash.split('=')[1]!;
  await postJson(`${server.url}/api/v1/auth/verify`, { token: decodeURIComponent(token) });
}

/** As from a mail program: a page of its own. */
async function follow(link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
}

/** Of the newest mail, when there are so many. */
async function linkOf(template: string, count = 1, to = person.email): Promise<string> {
  const found = () => server.mails.filter((mail) => mail.template === template && mail.to === to);
  await expect.poll(() => found().length).toBe(count);
  return String(found().at(-1)!.data.link);
}

async function leavesNoTrace(link: string): Promise<void> {
  const token = new URL(link).hash.split('=')[1]!;
  expect(page.url()).toBe(`${site}/`);
  const kept =
    'JSON.stringify([history.state, document.referrer, document.title, { ...localStorage, ...sessionStorage }])';
  expect(await page.evaluate(kept)).not.toContain(token);
}
