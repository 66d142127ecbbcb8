// The account view at `/`: what people change about themselves, their devices and keys, and who they invite.

import { createOTP } from '@better-auth/utils/otp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import type { TestServer } from '../support/test-server.ts';
import { chromiumPath, overflow, signInByForm } from './browser.ts';
import { faintTexts } from './faint-texts.ts';
import { linkIn, openPart, type Person, signInBeforeEach, uploadText } from './signed-in.ts';

let server: TestServer;
let site: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let person: Person;

const part = (name: string) => page.locator('section.part', { hasText: name });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe.skipIf(!chromiumPath)('the account view', () => {
  signInBeforeEach((at) => {
    ({ server, site, browser, context, page, person } = at);
  });

  test('a new name stands at the top', async () => {
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByLabel('Name').fill('Grace');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Grace' }).waitFor();
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
  });

  test('a changed password ends other sessions; the old one opens nothing', async () => {
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(site);
    await signInByForm(elsewhere, person);
    await open('security');
    await button('Change password').click();
    await page.getByLabel('Password now').fill('not this one');
    await page.getByLabel('New password').fill('nine quiet otters');
    await button('Change password').click();
    await page.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
    await page.getByLabel('Password now').fill(person.password);
    await button('Change password').click();
    await page.getByText('Your password is changed').waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await elsewhere.context().close();
    await button('Sign out').click();
    await page.getByText('You are signed out').waitFor();
    await signInByForm(page, { ...person, password: 'nine quiet otters' });
  });

  test('second factor: set up, a wrong code, the right one, and a recovery code once', async () => {
    await open('security');
    await button('Set up').click();
    await part('Second factor').getByLabel('Your password').fill(person.password);
    await button('Go on').click();
    const key = page.getByLabel('Key for the app');
    const secret = (await key.textContent())!.replaceAll(/\s/g, '');
    const address = (await page.getByRole('link', { name: 'Open it there' }).getAttribute('href'))!;
    expect(address).toContain(`secret=${secret}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await darkModules()).toEqual(encode(address, { border: 4 }).data);
    }
    await page.getByLabel('Six-digit code').fill('000000');
    await button('Turn on').click();
    await page.getByRole('alert').filter({ hasText: 'The code is wrong' }).waitFor();
    await page.getByLabel('Six-digit code').fill(await codeOf(secret));
    await button('Turn on').click();
    const codes = (await page.getByLabel('Recovery codes').textContent())!.split('\n');
    expect(new Set(codes).size).toBe(10);
    await button('Done').click();
    await page.getByText('I have kept them in a safe place is missing').waitFor();
    await page.getByLabel('I have kept them in a safe place').check();
    await button('Done').click();
    await button('Turn off').waitFor();

    for (const expected of ['let in', 'refused']) {
      await button('Sign out').click();
      await page.getByLabel('E-mail').fill(person.email);
      await page.getByLabel('Password', { exact: true }).fill(person.password);
      await button('Sign in').click();
      await button('Use a recovery code').click();
      await page.getByLabel('Recovery code').fill(codes[0]!);
      await button('Go on').click();
      if (expected === 'let in') await page.locator('#app').waitFor();
      else await page.getByRole('alert').filter({ hasText: 'The code is wrong' }).waitFor();
    }
    // Six digits are sent without a press of the button. The step of the set-up is spent: the next one counts.
    await button('Use the code of the app').click();
    await page.getByLabel('Six-digit code').fill(await codeOf(secret, 1));
    await page.locator('#app').waitFor();
  });

  test('a passkey is made, and opens the door without a password', async () => {
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await open('security');
    await button('Add a passkey').click();
    await part('Passkeys').getByLabel('Your password').fill(person.password);
    await button('Add a passkey').click();
    await page.getByText('The passkey is added').waitFor();
    expect(await part('Passkeys').getByRole('listitem').textContent()).toContain('This device');
    // This device would answer to the suggestion in the field, too, before the button is pressed.
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false');
    await button('Sign out').click();
    await button('Sign in with a passkey').click();
    await page.locator('#app').waitFor();
    await expect.poll(() => page.locator('#who').textContent()).toBe('Ada');
  });

  test('another session is ended, and its browser has to sign in again', async () => {
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(site);
    await signInByForm(elsewhere, person);
    await open('security');
    await part('Sessions')
      .getByRole('button', { name: /^End the session/ })
      .first()
      .click();
    await button('End').click();
    await expect.poll(() => part('Sessions').getByRole('listitem').count()).toBe(2);
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await elsewhere.context().close();
  });

  test('an API key is shown once, does what it may, and is refused when revoked', async () => {
    await open('keys');
    await page.getByLabel('Name', { exact: true }).fill('Night import');
    await button('Make the key').click();
    await page.getByText('Choose at least one').waitFor();
    await page.getByLabel('See documents and pictures').check();
    await button('Make the key').click();
    const key = (await page.getByLabel('API key', { exact: true }).textContent())!;
    const status = async (path: string) =>
      (await fetch(`${server.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await status('documents')).toBe(200);
    expect(await status('records')).toBe(403);
    await page.reload();
    await page.getByText('Night import', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: 'Revoke Night import' }).click();
    await button('Revoke').click();
    await page.getByText('There are none yet').waitFor();
    expect(await status('documents')).toBe(401);
  });

  test('an invitation is mailed, and its link brings a new person in; the second use is told plainly', async () => {
    const guest = `${crypto.randomUUID()}@example.com`;
    await open('members');
    await page.getByLabel('E-mail').fill(guest);
    await page.getByLabel('Role').selectOption('viewer');
    await button('Invite').click();
    await page.getByRole('listitem').filter({ hasText: guest }).waitFor();
    const link = linkIn(server, 'invitation', guest);
    const theirs = await (await browser.newContext()).newPage();
    await theirs.goto(link);
    await theirs.getByText('invites you to the workspace').waitFor();
    expect(theirs.url()).toBe(`${site}/`);
    await theirs.getByLabel('E-mail').fill(guest);
    await theirs.getByLabel('Password', { exact: true }).fill('eleven brown geese');
    await theirs.getByRole('button', { name: 'Create account and join' }).click();
    await theirs.locator('#app').waitFor();
    await theirs.goto(`${site}/#/account/workspace`);
    await theirs.getByRole('listitem').filter({ hasText: 'Ada' }).filter({ hasText: 'viewer' }).waitFor();
    // A viewer makes no keys.
    expect(await theirs.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    await theirs.goto('about:blank');
    await theirs.goto(link);
    await theirs.getByText('This invitation was answered').waitFor();
    await theirs.context().close();
  });

  test('a new workspace is opened with nothing of the old one in it', async () => {
    await uploadText(page, 'secret plan.txt');
    await page.reload();
    await page.getByText('secret plan.txt').first().waitFor();
    await open('workspace');
    await button('New workspace').click();
    await page.getByLabel('Name of a new workspace').fill('Second house');
    await button('Make and open it').click();
    await page.getByText('Nothing here yet').waitFor();
    expect(await page.getByText('secret plan.txt').count()).toBe(0);
    await open('workspace');
    await page.getByRole('button', { name: 'Open Ada' }).click();
    await page.getByText('secret plan.txt').first().waitFor();
  });

  test('a deleted document lies in the trash, comes back from there, and the audit log knows of both', async () => {
    await uploadText(page, 'sent twice.txt');
    await page.reload();
    await page.getByRole('link', { name: 'sent twice.txt' }).click();
    await page.getByRole('button', { name: 'Delete sent twice.txt' }).click();
    await button('Delete').click();
    await page.getByText('Nothing here yet').waitFor();
    await open('trash');
    await page.getByRole('button', { name: 'Restore sent twice.txt' }).click();
    await page.getByText('The trash is empty').waitFor();
    await open('audit');
    await page.getByText('Document restored').waitFor();
    await page.getByText('Document deleted').waitFor();
    await page.getByRole('link', { name: 'Sheaf' }).click();
    await page.getByRole('link', { name: 'sent twice.txt' }).waitFor();
  });

  test('an archive of what is one’s own is made and downloaded', async () => {
    await open('export');
    await part('What is yours').getByRole('button', { name: 'Make an archive' }).click();
    const link = page.getByRole('link', { name: 'Download the archive' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await download.failure()).toBeNull();
  });

  test.each(['light', 'dark'] as const)('%s: every part is legible and fits a narrow phone', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await open('profile');
    for (const link of await page.locator('.account-nav a').all()) {
      await link.click();
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
      const name = page.url();
      expect(await overflow(page), name).toBe(0);
      expect(await page.evaluate(faintTexts('#app')), name).toEqual([]);
    }
  });

  test('what cannot be loaded says so, and is tried again', async () => {
    await open('security');
    await page.route('**/api/v1/auth/sessions', (route) => route.abort());
    await page.reload();
    const alert = page.getByRole('alert').filter({ hasText: 'does not answer' });
    await alert.waitFor();
    await page.unroute('**/api/v1/auth/sessions');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await part('Sessions').getByRole('listitem').first().waitFor();
  });
});

const open = (id: string) => openPart({ page, site }, id);

/** Whether each module of the QR code is dark, by the pixels that a camera would see. */
async function darkModules(): Promise<boolean[][]> {
  const picture = page.getByRole('img', { name: 'QR code' });
  const modules = Number((await picture.getAttribute('viewBox'))!.split(' ')[2]);
  const shot = await picture.screenshot();
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
  const isDark = (x: number, y: number) => {
    const column = Math.floor(((x + 0.5) * info.width) / modules);
    const row = Math.floor(((y + 0.5) * info.height) / modules);
    return data[(row * info.width + column) * info.channels]! < 128;
  };
  return Array.from({ length: modules }, (_, y) => Array.from({ length: modules }, (_, x) => isDark(x, y)));
}

/** What the app shows; `ahead` time steps later. The key is Base32 (RFC 4648). */
async function codeOf(secret: string, ahead = 0): Promise<string> {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const text = (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
  return createOTP(text).hotp(Math.floor(Date.now() / 30_000) + ahead);
}
