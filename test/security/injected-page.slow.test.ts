// Whatever documents, names and corrections hold, the page at `/` shows it as text: nothing of it runs, loads or leads elsewhere.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser } from '../e2e/browser.ts';
import { admin, apiFetch } from '../support/api-fetch.ts';
import {
  finishedRun,
  form,
  readJson,
  startTestServer,
  type TestServer,
  type Uploaded,
} from '../support/test-server.ts';
import { injectionLists } from './support/hostile-values.ts';

const attacks = [...injectionLists.script, ...injectionLists.template];

/** Without what separates folders, and the quote that forms encode. */
const fileNameOf = (attack: string): string => attack.replaceAll('/', '∕').replaceAll('"', '”');

describe.skipIf(!chromiumPath)('in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let documents: Uploaded[];
  const foreign: string[] = [];
  const dialogs: string[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    documents = await Promise.all(attacks.map(storeEverywhere));
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
    });
    await signInToThePage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** As the name of a file, in its text, and as a correction by a person. */
  async function storeEverywhere(attack: string): Promise<Uploaded> {
    const response = await apiFetch(`${server.url}/api/v1/documents`, {
      method: 'POST',
      body: form({ [`${fileNameOf(attack)}.txt`]: `number: ${attack}` }),
    });
    const [document] = (await readJson(response)).documents as Uploaded[];
    const run = await finishedRun(server.url, document!.run);
    const corrected = await apiFetch(`${server.url}/api/v1/records/${run.records[0].id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ fields: { 'lines[0].description': attack } }),
    });
    expect(corrected.status).toBe(200);
    return document!;
  }

  /** The cookies that the page would have got: how one signs in there is tested with the page. */
  async function signInToThePage(): Promise<void> {
    await page.goto(server.url);
    const status = await page.evaluate(
      async ({ email, password }) => {
        const response = await fetch('/api/v1/auth/login', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, password, cookies: true }),
        });
        return response.status;
      },
      { email: admin.email, password: admin.password },
    );
    expect(status).toBe(200);
    await page.goto(server.url);
  }

  test('the list of documents shows their names as they are', async () => {
    await page.getByText(fileNameOf(attacks[0]!)).first().waitFor({ timeout: 30_000 });
    const text = await page.evaluate<string>('document.body.innerText');
    for (const attack of injectionLists.script.slice(0, 3)) expect(text).toContain(fileNameOf(attack));
  });

  test('each document shows what it holds as text', async () => {
    for (const [index, { id }] of documents.entries()) {
      await page.goto(`${server.url}/#/documents/${id}`);
      await page.reload();
      await page.locator('.fields tr').first().waitFor({ timeout: 30_000 });
      const shown = await page.evaluate<string>(
        "document.body.innerText + [...document.querySelectorAll('input')].map((input) => input.value).join()",
      );
      expect(shown.replace(/\s+/g, ' '), attacks[index]).toContain(attacks[index]!.replace(/\s+/g, ' ').trim());
    }
  });

  test('nothing ran, asked anything elsewhere, or opened a dialog', async () => {
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(await page.locator('iframe, object, embed, base').count()).toBe(0);
    expect(await page.locator('img[src="x"], svg[onload], [onerror]').count()).toBe(0);
    expect(foreign).toEqual([]);
    expect(dialogs).toEqual([]);
  });

  test('an uploaded page that is opened by its address is downloaded, not shown', async () => {
    const download = page.waitForEvent('download', { timeout: 30_000 });
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = '/api/v1/documents/${documents[0]!.id}/file';
      document.body.append(link);
      link.click();
    })()`);
    expect((await download).suggestedFilename()).toContain('.txt');
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
  });
});
