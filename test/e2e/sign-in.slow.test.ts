// The way in and out at `/`, in an installed browser against the real server.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { admin } from '../support/api-fetch.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { chromiumPath, gatherComplaints, launchBrowser, overflow, signInByForm } from './browser.ts';
import { faintTexts } from './faint-texts.ts';
import { freePort } from './free-port.ts';
import { openSlowWay, type SlowWay } from './slow-way.ts';

let server: ServerProcess;
let drop: () => Promise<void>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

const ask = "import('/page/http.js').then(({ call }) => call('/types')).then((answer) => answer.status)";
const form = () => page.getByRole('heading', { name: 'Sign in', exact: true });
const inside = () => page.locator('#app');

describe.skipIf(!chromiumPath)('signing in', () => {
  beforeAll(async () => {
    const prepared = await prepareTestDatabase();
    drop = prepared.drop;
    server = await startServerProcess(prepared.env, { keep: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await drop?.();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    complaints = await gatherComplaints(page);
    await page.goto(server.url);
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('nothing of the page is shown before; its cookies are out of reach of scripts', async () => {
    await form().waitFor();
    expect(await inside().isVisible()).toBe(false);
    await signInByForm(page);
    expect(await page.evaluate('document.cookie')).toBe('');
    const cookies = await context.cookies();
    expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual(
      Array(2).fill({ httpOnly: true, sameSite: 'Strict' }),
    );
    const kept = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })');
    for (const { value } of cookies) expect(kept).not.toContain(value);
  });

  test('a wrong password is told as plainly as an unknown address, and what was typed stays', async () => {
    const told = [];
    for (const email of [admin.email, 'nobody@example.com']) {
      await page.reload();
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert').filter({ hasText: 'wrong' });
      await alert.waitFor();
      told.push(await alert.textContent());
      expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    }
    expect(told[0]).toMatch(/password is wrong.*new password/s);
    expect(told[1]).toBe(told[0]);
  });

  test('who fails again and again is told how long to wait, and cannot send meanwhile', async () => {
    await page.getByLabel('E-mail').fill('guessed@example.com');
    await page.getByLabel('Password', { exact: true }).fill('a guess');
    const button = page.locator('form button[type=submit]');
    const locked = page.getByRole('alert').filter({ hasText: 'Too many failed attempts' });
    await expect
      .poll(
        async () => {
          if (!(await button.getAttribute('aria-disabled'))) await button.click();
          return locked.isVisible();
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe(true);
    expect(await button.textContent()).toMatch(/^Wait \d+ (s|min)/);
    expect(await button.getAttribute('aria-disabled')).toBe('true');
  });

  test('a field that is left out is named beside it, and gets the focus', async () => {
    await page.getByLabel('E-mail').fill('me@example.com');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const password = page.getByLabel('Password', { exact: true });
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText('Password is missing').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.name')).toBe('password');
  });

  test('a password is shown while that is asked for', async () => {
    const password = page.getByLabel('Password', { exact: true });
    await page.getByRole('button', { name: 'Show password' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    await page.getByRole('button', { name: 'Show password' }).click();
    expect(await password.getAttribute('type')).toBe('password');
  });

  test('a new person makes an account and is in', async () => {
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('E-mail').fill('new@example.com');
    await page.getByLabel('Password', { exact: true }).fill('password');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('among the first that are guessed').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('seven lazy herons');
    await page.getByRole('button', { name: 'Create account' }).click();
    await inside().waitFor();
  });

  test('the access token ran out: requests at once renew it together, and nobody notices', async () => {
    await signInByForm(page);
    await context.clearCookies({ name: /access$/ });
    const renewals: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/auth/refresh')) renewals.push(request.url());
    });
    const statuses = await page.evaluate(`(async () => {
      const { call } = await import('/page/http.js');
      const answers = await Promise.all(['/types', '/documents', '/types'].map((path) => call(path)));
      return answers.map((answer) => answer.status);
    })()`);
    expect(statuses).toEqual([200, 200, 200]);
    expect(renewals).toHaveLength(1);
    expect(await inside().isVisible()).toBe(true);
  });

  describe('while the exchange of the refresh token is under way', () => {
    let way: SlowWay;
    const refused = (tab: Page, path: string) =>
      tab.waitForResponse((answer) => answer.url().endsWith(path) && answer.status() === 401);
    beforeEach(async () => {
      way = await openSlowWay(server.url, '/api/v1/auth/refresh');
      await page.goto(way.url);
      await form().waitFor();
      await signInByForm(page);
      way.count = 0;
    });
    afterEach(() => way.close());

    test('another tab waits for it, and does not do it again', async () => {
      const other = await context.newPage();
      await other.goto(way.url);
      await other.locator('#app').waitFor();
      await context.clearCookies({ name: /access$/ });
      const letGo = way.hold();
      const both = Promise.all([refused(page, '/types'), refused(other, '/types')]);
      const answers = Promise.all([page.evaluate(ask), other.evaluate(ask)]);
      await both;
      letGo();
      expect(await answers).toEqual([200, 200]);
      // A refresh token that came twice would have ended the session.
      expect(await page.evaluate(ask)).toBe(200);
      expect(way.count).toBe(1);
    });

    test('a page that is loaded again waits for it: nobody is signed out', async () => {
      await context.clearCookies({ name: /access$/ });
      const letGo = way.hold();
      void page.evaluate(ask).catch(() => {});
      await expect.poll(() => way.count).toBe(1);
      const met = refused(page, '/me');
      await page.reload();
      await met;
      // As long as a page needs that does not wait.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      letGo();
      await inside().waitFor();
      expect(await page.evaluate(ask)).toBe(200);
      expect(way.count).toBe(1);
    });
  });

  test('the session was ended elsewhere: the form asks, and what was being done goes on', async () => {
    await signInByForm(page);
    await page.evaluate("location.hash = '#/documents/00000000-0000-7000-8000-00000000dead'");
    await page.getByText('There is no such document').waitFor();
    await context.clearCookies();
    const answer = page.evaluate("import('/page/http.js').then(({ call }) => call('/types')).then((a) => a.status)");
    await page.getByText('Your session has ended').waitFor();
    expect(await inside().isVisible()).toBe(false);
    await signInByForm(page);
    expect(await answer).toBe(200);
    expect(page.url()).toContain('dead');
    expect(await page.getByText('There is no such document').isVisible()).toBe(true);
  });

  test('signing out in one tab shows the form in the other, and ends the session', async () => {
    await signInByForm(page);
    const other = await context.newPage();
    await other.goto(server.url);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('You are signed out').waitFor();
    await page.getByText('You signed out in another tab').waitFor();
    expect(await inside().isVisible()).toBe(false);
    expect(await context.cookies()).toEqual([]);
  });

  test('signing out ends the session, also when the access token ran out', async () => {
    await signInByForm(page);
    const kept = await context.cookies();
    await context.clearCookies({ name: /access$/ });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out').waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.addCookies(kept);
    await page.reload();
    await form().waitFor();
  });

  test('a page of another origin cannot upload with the person’s cookies', async () => {
    await signInByForm(page);
    const count = () =>
      page.evaluate("fetch('/api/v1/documents').then((a) => a.json()).then((list) => list.items.length)");
    const before = await count();
    const stranger = await startStranger();
    const other = await context.newPage();
    await other.goto(stranger.url);
    const fetched = await other.evaluate(`(async () => {
      const body = new FormData();
      body.append('file', new Blob(['Invoice 1']), 'forged.txt');
      return fetch(${JSON.stringify(server.url)} + '/api/v1/documents', { method: 'POST', body, credentials: 'include' })
        .then((answer) => answer.status, () => 'refused');
    })()`);
    expect(fetched).toBe('refused');
    await other.setContent(
      `<form method="post" enctype="multipart/form-data" action="${server.url}/api/v1/documents"><input name="file" value="x"></form>`,
    );
    const answer = other.waitForResponse((response) => response.url().startsWith(server.url));
    await other.evaluate("document.querySelector('form').submit()");
    expect((await answer).status()).toBe(403);
    expect(before).toBe(0);
    expect(await count()).toBe(0);
    await stranger.stop();
  });

  test.each(['light', 'dark'] as const)('%s: every panel is legible and fits a narrow phone', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 600 });
    await page.reload();
    for (const lead of ['Sign in', 'Forgot your password?', 'Back to signing in', 'Create an account'] as const) {
      if (lead !== 'Sign in') await page.getByRole('button', { name: lead }).click();
      expect(await overflow(page), lead).toBe(0);
      expect(await page.evaluate(faintTexts('#door')), lead).toEqual([]);
    }
  });
});

describe.skipIf(!chromiumPath)('the first start', () => {
  test('who follows the printed link chooses address and password, and signs in with them from then on', async () => {
    const prepared = await prepareTestDatabase();
    const local = await startServerProcess(prepared.env, { localOwner: true });
    const own = await launchBrowser();
    const first = await own.newPage();
    const mine = { email: 'ada@example.com', password: 'seven lazy herons' };
    await first.goto(local.signInLink!);
    await first.getByLabel('E-mail').fill(mine.email);
    await first.getByLabel('Password', { exact: true }).fill('password');
    await first.getByRole('button', { name: 'Set both' }).click();
    await first.getByText('among the first that are guessed').waitFor();
    await first.getByLabel('Password', { exact: true }).fill(mine.password);
    await first.getByRole('button', { name: 'Set both' }).click();
    await first.locator('#app').waitFor();
    await first.goto(`${new URL(first.url()).origin}/#/account/security`);
    await first.getByRole('button', { name: 'Change password' }).waitFor();
    await first.getByRole('button', { name: 'Sign out' }).click();
    await first.getByText('You are signed out').waitFor();
    await signInByForm(first, mine);
    await own.close();
    await local.stop();
    await prepared.drop();
  });

  test('where mail is sent, they are told that a link to confirm the address is on its way', async () => {
    const prepared = await prepareTestDatabase();
    const env = { ...prepared.env, SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'sheaf@example.com' };
    const local = await startServerProcess(env, { localOwner: true });
    const own = await launchBrowser();
    const first = await own.newPage();
    await first.goto(local.signInLink!);
    await first.getByLabel('E-mail').fill('ada@example.com');
    await first.getByLabel('Password', { exact: true }).fill('seven lazy herons');
    await first.getByRole('button', { name: 'Set both' }).click();
    await first.getByText('on its way to ada@example.com').waitFor();
    await first.getByRole('button', { name: 'Go on' }).click();
    await first.locator('#app').waitFor();
    await own.close();
    await local.stop();
    await prepared.drop();
  });

  test('the printed link signs in once, leaves the address bar, and says so the second time', async () => {
    const prepared = await prepareTestDatabase();
    const local = await startServerProcess(prepared.env, { localOwner: true });
    const own = await launchBrowser();
    const first = await own.newPage();
    const seen = await gatherComplaints(first);
    await first.goto(local.signInLink!);
    await first.getByRole('heading', { name: 'Welcome to Sheaf' }).waitFor();
    await first.getByRole('button', { name: 'Later' }).click();
    await first.locator('#app').waitFor();
    expect(first.url()).toBe(`http://localhost:${new URL(local.url).port}/`);
    const token = new URL(local.signInLink!).hash.split('=')[1]!;
    expect(
      await first.evaluate('JSON.stringify([history.state, document.referrer, { ...sessionStorage }])'),
    ).not.toContain(token);
    expect(seen).toEqual([]);

    const second = await own.newPage();
    await second.goto(local.signInLink!);
    await second.getByText('This link was used already').waitFor();
    expect(second.url()).toBe(first.url());
    await own.close();
    await local.stop();
    await prepared.drop();
  });
});

/** Another site on this machine. */
async function startStranger(): Promise<{ url: string; stop(): Promise<void> }> {
  const site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>hello'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => site.close(() => resolve())),
  };
}
