// Reviewing records on the page, in a browser.

import { describe, expect, test, vi } from 'vitest';
import { reviewInside } from '../../src/actions/review-record.ts';
import { defaultReviewSettings } from '../../src/actions/review-rules.ts';
import { changeReviewSettings } from '../../src/actions/review-settings.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Candidate, Json } from '../../src/document/value.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRecord } from '../../src/store/records.ts';
import { keepDocument } from '../support/kept-things.ts';
import { readValue } from '../support/toy-engine.ts';
import { chromiumPath } from './browser.ts';
import { lookAtWork } from './look-at-work.ts';
import type { SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('review on the page', () => {
  let at: SignedIn;
  const { picture, open, actor } = lookAtWork((signedIn) => {
    at = signedIn;
  });

  const said = (text: string) => at.page.locator('#banner', { hasText: text }).waitFor();

  const candidate = (value: Json, raw: string, y: number): Candidate => ({
    ...{ path: 'number', value, raw, origin: 'read', score: 1, source: 'label-right', signals: {} },
    evidence: [{ page: 1, box: [50, y, 160, y + 20], text: raw }],
  });

  async function put(owner: Actor, name: string, values: Record<string, Json>): Promise<void> {
    const { services } = at.server.inside;
    const { id, runId } = await keepDocument(services, owner, { name, records: [] });
    const recordId = newId();
    await inWorkspace(services.db, owner.workspaceId, async (trx) => {
      const pageGeometry = [{ number: 1, width: 595, height: 842, rotation: 0 as const }];
      await updateDocument(trx, id, { state: 'extracted', page_count: 1, pageGeometry });
      await insertRecord(trx, {
        ...{ id: recordId, workspaceId: owner.workspaceId, documentId: id, runId, position: 0 },
        record: {
          ...{ type: 'invoice', confidence: 1, alternatives: [], pages: [1], lines: [] },
          fields: Object.fromEntries(Object.entries(values).map(([path, value]) => [path, readValue(value)])),
          issues: values.number
            ? []
            : [{ rule: 'toy/number-required', severity: 'error', path: 'number', message: 'The number is missing' }],
          candidates: { number: [candidate('A-17', 'A-17', 100), candidate('A-71', 'No. A-71', 300)] },
        },
      });
      await reviewInside(trx, services, { workspaceId: owner.workspaceId, recordIds: [recordId], begin: true });
    });
  }

  test('records are corrected by a click on a candidate, approved and rejected by keys, twice from an amount on', async () => {
    const { page } = at;
    await open('#/review');
    await page.getByText('Nothing waits for you').waitFor();
    await picture('review-empty');
    const owner = await actor();
    await changeReviewSettings(at.server.inside.services, owner, {
      seen: () => true,
      settings: { ...defaultReviewSettings, fourEyes: [{ above: 1000, currency: null }] },
    });
    await put(owner, 'large.txt', { number: 'L-1', grossTotal: 5000 });
    await put(owner, 'middle.txt', { number: 'A-17', grossTotal: 500 });
    await put(owner, 'small.txt', { grossTotal: 5 });
    await open('#/review');
    await page.locator('.match-row[aria-current]').waitFor();
    expect(await page.locator('.match-kind').allTextContents()).toEqual(['large.txt', 'middle.txt', 'small.txt']);
    await expect.poll(() => page.locator('#review-place .count').textContent()).toBe('3');

    // The first of two: it stays, and says so.
    await page.getByText('You would be the first').waitFor();
    await page.keyboard.press('a');
    await said('Somebody else has to approve it');
    await expect.poll(() => page.locator('.match-detail > h2').textContent()).toBe('middle.txt');
    await page.keyboard.press('k');
    await page.getByText('You did: somebody else').waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.match-detail > h2').textContent()).toBe('middle.txt');

    await page.locator('.fields tr', { hasText: 'A-17' }).click();
    await page.locator('.candidate', { hasText: 'A-71' }).hover();
    await page.locator('.box.hushed.lit').waitFor();
    await picture('review');
    await page.locator('.candidate', { hasText: 'A-71' }).click();
    await page.locator('.fields tr .origin.human').waitFor();
    await page.locator('.value', { hasText: 'A-71' }).waitFor();
    await page.keyboard.press('a');
    await said('Approved.');
    await expect.poll(() => page.locator('#review-place .count').textContent()).toBe('2');
    await expect.poll(() => page.locator('.match-detail > h2').textContent()).toBe('small.txt');
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H2');

    // What is missing can be added by the key; then it is rejected all the same.
    await page.keyboard.press('e');
    await page.getByLabel('New value').fill('S-1');
    await page.keyboard.press('Enter');
    await page.locator('.value', { hasText: 'S-1' }).waitFor();
    await page.locator('.match-detail > h2').focus();
    await page.keyboard.press('r');
    await page.getByLabel('Why must it not be used?').fill('not ours');
    await picture('review-reject');
    await page.keyboard.press('Enter');
    await said('Rejected');
    await open('#/review?state=rejected');
    await page.getByText('“not ours”').waitFor();
    await page.getByRole('button', { name: 'Review again' }).click();
    await said('It waits for a person again');
  });
});
