// Signing in with an account at an OpenID provider, from the button on the form and back, across sites.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { client, createIssuer, listenOnLoopback } from '../support/oidc-issuer.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { chromiumPath, gatherComplaints, launchBrowser } from './browser.ts';
import { freePort } from './free-port.ts';

let server: TestServer;
let site: string;
let issuer: Awaited<ReturnType<typeof createIssuer>>;
let place: Awaited<ReturnType<typeof listenOnLoopback>>;
let browser: Browser;
let page: Page;

describe.skipIf(!chromiumPath)('signing in elsewhere', () => {
  beforeAll(async () => {
    const port = await freePort();
    // The provider is at 127.0.0.1: for the browser another site than this.
    site = `http://localhost:${port}`;
    place = await listenOnLoopback();
    const settings = { OIDC_ISSUER: place.url, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
    server = await startTestServer({ env: { ...settings, OIDC_NAME: 'Works', PORT: String(port), PUBLIC_URL: site } });
    issuer = await createIssuer(place.url, `${site}/api/v1/auth/oidc/oidc/callback`);
    place.serve(issuer.listener);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    place?.server.closeAllConnections();
    place?.server.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
  });

  test('who is known there is let in here', async () => {
    const complaints = await gatherComplaints(page);
    issuer.state.who = { sub: 'ada', email: 'ada@works.example', email_verified: true, name: 'Ada' };
    await page.goto(site);
    await page.getByRole('link', { name: 'Continue with Works' }).click();
    await page.locator('#app').waitFor();
    expect(await page.locator('#who').textContent()).toBe('Ada');
    expect(page.url()).toBe(`${site}/`);
    expect(complaints).toEqual([]);
  });

  test('whom the provider does not vouch for is told so above the form', async () => {
    issuer.state.who = { sub: 'eve', email: 'eve@works.example', email_verified: false };
    await page.goto(site);
    await page.getByRole('link', { name: 'Continue with Works' }).click();
    await page.getByText('does not vouch for your address').waitFor();
    expect(page.url()).toBe(`${site}/`);
    await page.getByLabel('E-mail').waitFor();
  });
});
