// What owners and administrators do at `/`: handing over, deleting, keeping, the installation; and what others are not offered.

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TestServer } from '../support/test-server.ts';
import { chromiumPath, signInByForm } from './browser.ts';
import { joinAs, openPart, type Person, signInBeforeEach, uploadText } from './signed-in.ts';

let server: TestServer;
let site: string;
let browser: Browser;
let page: Page;
let person: Person;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const open = (id: string) => openPart({ page, site }, id);

describe.skipIf(!chromiumPath)('owners and administrators', () => {
  signInBeforeEach((at) => {
    ({ server, site, browser, page, person } = at);
  });

  test('a workspace is handed over: the member owns it, the owner before is an administrator', async () => {
    const guest = await joinAs('editor', { server, person });
    await open('workspace');
    await button('Hand over').click();
    await page.getByLabel('New owner').selectOption({ label: `Grace (${guest.email})` });
    await button('Hand over').click();
    await page.getByText('Grace owns Ada now').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Ada' }).filter({ hasText: 'admin' }).waitFor();
    expect(await button('Delete workspace').count()).toBe(0);
  });

  test('a workspace is deleted by typing its name; who belongs to none can make another', async () => {
    await open('workspace');
    await button('Delete workspace').click();
    await page.getByLabel('Your password').fill(person.password);
    await page.getByLabel('Type Ada to confirm').fill('Eve');
    await button('Delete for good').click();
    await page.getByText('That is not Ada').waitFor();
    await page.getByLabel('Type Ada to confirm').fill('Ada');
    await button('Delete for good').click();
    await page.getByText('You belong to no workspace').waitFor();
    await page.reload();
    await button('New workspace').click();
    await page.getByLabel('Name of a new workspace').fill('Fresh start');
    await button('Make and open it').click();
    await page.getByText('Nothing here yet').waitFor();
  });

  test('an account is deleted by typing its address, and opens nothing any more', async () => {
    await open('profile');
    await button('Delete account').click();
    await page.getByLabel('Your password').fill(person.password);
    await page.getByLabel(`Type ${person.email} to confirm`).fill(person.email);
    await button('Delete for good').click();
    await page.getByText('Your account is deleted').waitFor();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await button('Sign in').click();
    await page.getByRole('alert').filter({ hasText: 'password is wrong' }).waitFor();
  });

  test('a legal hold, then the rule of the country, keep a document from being deleted', async () => {
    await uploadText(page, 'evidence.txt');
    await open('keeping');
    await page.getByLabel('Country whose law counts').selectOption({ label: 'Germany' });
    await button('Save').click();
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Invoice\s*8 years/ })
      .waitFor();
    await button('Place a hold').click();
    await page.getByLabel('Reason').fill('Case 17');
    await button('Place the hold').click();
    await page.getByRole('listitem').filter({ hasText: 'Case 17' }).waitFor();
    const remove = async () => {
      await page.goto(`${site}/`);
      await page.getByRole('link', { name: 'evidence.txt' }).click();
      await page.getByRole('button', { name: 'Delete evidence.txt' }).click();
      await button('Delete').click();
    };
    await remove();
    await page.getByText(/Legal hold .* stands on it/).waitFor();
    await open('keeping');
    await page.getByRole('button', { name: 'Release the hold Case 17' }).click();
    await button('Release').click();
    await page.getByText('None stands').waitFor();
    await remove();
    await page.getByText(/must be kept until .* by the retention rules/).waitFor();
    await open('keeping');
    await page.getByLabel('Country whose law counts').selectOption('');
    await button('Save').click();
    await page.getByText('No rules').or(page.getByText('no country was chosen')).first().waitFor();
    await remove();
    await page.getByText('is in the trash').waitFor();
  });

  test('an administrator of the installation closes and opens an account, and sets a tier; others see no such part', async () => {
    await open('profile');
    expect(await page.getByRole('link', { name: 'Installation' }).count()).toBe(0);
    const theirs = await (await browser.newContext()).newPage();
    await theirs.goto(site);
    await signInByForm(theirs);
    await theirs.goto(`${site}/#/account/installation`);
    const accounts = theirs.locator('section.part', { hasText: 'Accounts' });
    await accounts.getByLabel('Part of a name or address').fill(person.email);
    await accounts.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => accounts.getByRole('listitem').count()).toBe(1);
    await theirs.getByRole('button', { name: `Close the account ${person.email}` }).click();
    await theirs.getByRole('button', { name: 'Close', exact: true }).click();
    await theirs.getByRole('button', { name: `Open the account ${person.email}` }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await theirs.getByRole('button', { name: `Open the account ${person.email}` }).click();
    await theirs.getByRole('button', { name: `Close the account ${person.email}` }).waitFor();
    await signInByForm(page, person);
    await theirs.getByLabel('Tier of Ada').first().selectOption('pro');
    await theirs.getByText('is on the pro tier now').waitFor();
    await theirs.context().close();
  });

  test('a viewer is offered nothing that only others may do', async () => {
    await uploadText(page, 'to look at.txt');
    const guest = await joinAs('viewer', { server, person });
    await button('Sign out').click();
    await page.getByText('You are signed out').waitFor();
    await signInByForm(page, guest);
    await page.getByText('You see here what others upload').waitFor();
    expect(await page.getByText('Drop documents here').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'to look at.txt' }).click();
    await page.locator('.fields tr').first().waitFor();
    await page.getByRole('link', { name: 'Download' }).waitFor();
    for (const name of [/^Correct/, /^Delete/, 'Add this field']) {
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
    }
  });
});
