// Matches, lessons and writing on the page, in a browser.

import { describe, expect, test, vi } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Json } from '../../src/document/value.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { findRecord } from '../../src/store/records.ts';
import { putRecord } from '../support/matchable-records.ts';
import { chromiumPath } from './browser.ts';
import { faintTexts } from './faint-texts.ts';
import { lookAtWork } from './look-at-work.ts';
import type { SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('work on the page', () => {
  let at: SignedIn;
  const { picture, open, actor } = lookAtWork((signedIn) => {
    at = signedIn;
  });

  const wallet = (more: Record<string, Json> = {}): Record<string, Json> => ({
    ...{ category: 'wallet', colour: 'brown', description: 'leather wallet with a dented silver clasp' },
    ...{ latitude: 48.137, longitude: 11.575, date: '2026-03-01', ...more },
  });

  /** So many pairs of something lost and something found; the ids of what was lost. */
  async function putPairs(count: number): Promise<string[]> {
    const { services } = at.server.inside;
    const owner = await actor();
    const lost: string[] = [];
    for (let i = 0; i < count; i++) {
      const where = { latitude: 10 + 3 * i };
      for (const [type, values] of [
        ['lost_item', wallet({ ...where, reporter: `P-${i}` })],
        ['found_item', wallet({ ...where, colour: i % 2 === 0 ? 'black' : 'brown' })],
      ] as const) {
        const recordId = await putRecord(services, owner, { type, values, lines: [] });
        if (type === 'lost_item') lost.push(recordId);
        await matchRecord(services, { workspaceId: owner.workspaceId, recordId });
        await inWorkspace(services.db, owner.workspaceId, async (trx) => {
          const { document_id } = (await findRecord(trx, recordId))!;
          await updateDocument(trx, document_id, { state: 'extracted' });
        });
      }
    }
    return lost;
  }

  const said = (text: string) => at.page.locator('#banner', { hasText: text }).waitFor();

  test('matches are decided by keys, with reasons on both sides, and taken back', async () => {
    const { page } = at;
    await open('#/matches');
    await page.getByText('Nothing waits for you').waitFor();
    await picture('matches-empty');
    await putPairs(4);
    await open('#/matches');
    await page.locator('.match-row[aria-current]').waitFor();
    await page.locator('.reasons').first().waitFor();
    expect(await page.locator('.match-row').count()).toBe(4);
    await picture('matches');
    const kind = await page.locator('.match-detail h2').textContent();
    expect(kind).toBe(await page.locator('.match-row .match-kind').first().textContent());

    const first = page.url();
    await page.keyboard.press('j');
    await expect.poll(() => page.url()).not.toBe(first);
    await page.locator('.reasons .against .says').waitFor();
    await page.keyboard.press('k');
    await expect.poll(() => page.url()).toBe(first);

    await page.keyboard.press('a');
    await said('Accepted');
    await expect.poll(() => page.locator('.match-row').count()).toBe(3);
    await page.getByText('To decide 3').waitFor();
    await page.getByText('Accepted 1').waitFor();
    // Reading goes on at the next one.
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.getByRole('button', { name: 'Undo the last' }).waitFor();
    await page.keyboard.press('u');
    await said('Taken back');
    await expect.poll(() => page.locator('.match-row').count()).toBe(4);

    await page.keyboard.press('d');
    await page.getByLabel('Why do they not belong together?').fill('another clasp');
    await picture('matches-dismiss');
    await page.keyboard.press('Enter');
    await said('Dismissed');
    await page.getByRole('link', { name: 'Dismissed' }).click();
    await page.getByText('“another clasp”').waitFor();
    await picture('matches-dismissed');
    await page.getByText('All values').click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await said('Taken back');
  });

  test('the matches of a record stand below it, and a decision that somebody else took is told', async () => {
    const { page } = at;
    const [lost] = await putPairs(1);
    const record: { document: string } = await page.evaluate(
      `fetch('/api/v1/records/${lost}').then((answer) => answer.json())`,
    );
    await page.goto(`${at.site}/#/documents/${record.document}`);
    await page.locator('.matches-of .row').waitFor();
    await picture('matches-of-record');
    await page.locator('.matches-of .row-title a').click();
    await page.locator('.reasons').first().waitFor();
    const id = new URL(page.url().replace('#/', '')).searchParams.get('open');
    await page.evaluate(
      `fetch('/api/v1/matches/${id}/accept', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`,
    );
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByText('Decided').waitFor();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  });

  test('a lesson is added, changed, switched off and on, and a change taken back', async () => {
    const { page } = at;
    await page.getByRole('link', { name: 'Lessons' }).click();
    await page.getByText('There is none here').waitFor();
    await picture('lessons-empty');
    await page.getByRole('button', { name: 'Add a lesson' }).click();
    await page.getByLabel('What should be done next time?').fill('Totals of Acme stand under “Balance”.');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('h1', { hasText: 'Totals of Acme' }).waitFor();
    await picture('lesson');
    await page.getByRole('button', { name: 'Change its words' }).click();
    await page.getByLabel('In words').fill('Totals of Acme stand under “Due”.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('h1', { hasText: 'Due' }).waitFor();
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await page.locator('h1', { hasText: 'Balance' }).waitFor();
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('button', { name: 'Activate' }).waitFor();
    await page.getByRole('link', { name: 'All lessons' }).click();
    await page.locator('.rows .row', { hasText: 'retired' }).waitFor();
    await page.getByRole('link', { name: 'Active', exact: true }).click();
    await page.getByText('There is none here').waitFor();
    await page.getByRole('link', { name: 'Retired', exact: true }).click();
    await page.locator('.rows .row').waitFor();
    await picture('lessons');
  });

  test('a text is begun, its changes chosen, applied and undone, and its versions compared', async () => {
    const { page } = at;
    await page.getByRole('link', { name: 'Writing' }).click();
    await page.getByText('There is none yet').waitFor();
    await page.getByRole('button', { name: 'New text' }).click();
    await page.getByLabel('Title').fill('Delivery');
    const text = 'The chairs were delivered by Kent Freight.\n\nIn order to assist, the team basically helped a lot.';
    await page.getByRole('textbox', { name: 'Text' }).fill(text);
    await picture('writing-new');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('.body-part p').first().waitFor();
    await page.getByRole('button', { name: 'Give a fact' }).click();
    await page.getByLabel('What is so?').fill('The chairs were delivered by Kent Freight.');
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.locator('.rows .badge', { hasText: 'fact' }).waitFor();

    await page.getByRole('button', { name: 'Propose by rules' }).click();
    await page.locator('.operations li').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(faintTexts('#main'))).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await picture('proposal');
    const choices = page.getByLabel('Refuse', { exact: true });
    for (let i = 0; i < (await choices.count()); i++) await choices.nth(i).check();
    await page.getByRole('button', { name: 'Apply what is chosen' }).click();
    await said('Nothing is chosen');
    await page.getByLabel('Accept', { exact: true }).first().check();
    await page.getByRole('button', { name: 'Apply what is chosen' }).click();
    await said('1 change is applied');
    await page.locator('.body-part', { hasText: 'Kent Freight delivered the chairs.' }).first().waitFor();
    await page.getByRole('button', { name: 'What changed in version 2' }).click();
    await page.locator('.diff ins').waitFor();
    await picture('versions');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.locator('.body-part', { hasText: 'were delivered by' }).first().waitFor();
    await page.getByRole('button', { name: 'Redo' }).waitFor();
    await page.getByRole('button', { name: 'Go back to version 2' }).click();
    await said('Version 2 stands again');
  });
});
