// The search of the page, in a browser: from the key that opens it to the place on the page that was found.

import { describe, expect, test, vi } from 'vitest';
import { chromiumPath } from './browser.ts';
import { type SignedIn, signInBeforeEach } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A folder to keep pictures in, for who wants to look. */
const pictures = process.env.SEARCH_PICTURES;

describe.runIf(chromiumPath)('searching on the page', () => {
  let at: SignedIn;
  signInBeforeEach((signedIn) => {
    at = signedIn;
  });

  const picture = async (name: string) => {
    if (pictures) await at.page.screenshot({ path: `${pictures}/${name}.png` });
  };

  async function addDocument(name: string, content: string): Promise<void> {
    const answer: string = await at.page.evaluate(`(async () => {
      const body = new FormData();
      body.append('file', new Blob([${JSON.stringify(content)}]), ${JSON.stringify(name)});
      const { documents } = await (await fetch('/api/v1/documents', { method: 'POST', body })).json();
      for (let i = 0; i < 200; i++) {
        const { items } = await (await fetch('/api/v1/search?collection=documents&q=' + ${JSON.stringify(encodeURIComponent(name))})).json();
        if (items.some(({ id }) => id === documents[0].id)) return 'found';
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return 'not found';
    })()`);
    expect(answer).toBe('found');
  }

  test('the slash key leads to the box, the hit to its place, and the words are marked', async () => {
    const { page } = at;
    await addDocument('wardrobe.txt', 'number: W-9\nThe walnut wardrobe was delivered.');
    await page.locator('body').press('/');
    await page.keyboard.type('walnut wardrobe');
    await page.keyboard.press('Enter');
    const hit = page.locator('.hit').first();
    await hit.waitFor();
    expect(await hit.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['walnut', 'wardrobe']));
    await picture('hits');
    await hit.locator('h2 a').click();
    await page.locator('.box.found').first().waitFor();
    expect(page.url()).toContain('?at=1,10,10,585,400');
    await picture('place');
    await page.goBack();
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('#search input').inputValue()).toBe('walnut wardrobe');
  });

  test('a misspelt word is corrected, a filter narrows, nothing found says what to do', async () => {
    const { page } = at;
    await addDocument('lamp.txt', 'number: L-1\nA chandelier for the staircase.');
    await page.locator('#search input').fill('chandeleir');
    await page.keyboard.press('Enter');
    await page.getByText('Searched for').waitFor();
    await picture('corrected');
    await page.locator('.chip').first().click();
    await page.locator('.chip.on').waitFor();
    await page.locator('#search input').fill('"no such words anywhere"');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing found').waitFor();
    await picture('nothing');
  });

  test('a search is saved, listed, opened again and deleted', async () => {
    const { page, site } = at;
    await addDocument('kettle.txt', 'number: K-1\nA copper kettle.');
    await page.goto(`${site}/#/search?q=kettle`);
    await page.getByText('Save this search').first().click();
    await page.getByLabel('Tell me of what is new').selectOption('daily');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByText('is saved').waitFor();
    await page.goto(`${site}/#/search?`);
    const row = page.locator('.rows .row');
    await row.getByText('tells once a day').waitFor();
    await picture('saved');
    await row.getByRole('link', { name: 'kettle' }).click();
    await page.locator('.hit').first().waitFor();
    await page.goto(`${site}/#/search?`);
    await page.getByRole('button', { name: 'Delete kettle' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
    await page.getByText('You have saved none yet').waitFor();
  });

  test('text of documents stays text', async () => {
    const { page } = at;
    await addDocument('evil.txt', 'number: E-1\n<img src=x onerror="document.title=1"> gargoyle <mark>');
    await page.locator('#search input').fill('gargoyle');
    await page.keyboard.press('Enter');
    await page.locator('.hit .passage').first().waitFor();
    expect(await page.locator('.hit img').count()).toBe(0);
    expect(await page.title()).toBe('Sheaf');
  });
});
