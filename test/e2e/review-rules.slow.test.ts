// Review rules on the account page, in a browser: what goes through by itself, and what decisions say of it.

import { describe, expect, test, vi } from 'vitest';
import { putDecidedRecords } from '../support/decided-records.ts';
import { keepDocument } from '../support/kept-things.ts';
import { chromiumPath } from './browser.ts';
import { lookAtWork } from './look-at-work.ts';
import { openPart, type SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('review rules on the page', () => {
  let at: SignedIn;
  const { picture, actor } = lookAtWork((signedIn) => {
    at = signedIn;
  });
  const settings = () => at.page.evaluate("fetch('/api/v1/review-settings').then((answer) => answer.json())");

  test('a level, how sure values must be, and amounts for two are saved; what is no amount is told', async () => {
    await openPart(at, 'reviewing');
    await at.page.getByText('Nobody has approved a record yet.').waitFor();
    await at.page.getByLabel('What goes through without a person').selectOption('confident');
    await at.page.getByLabel('How sure required values').fill('97.5');
    await at.page.getByLabel('Amounts from which two people approve').fill('10000 EUR\nmuch');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByText('“much” is no amount.').waitFor();
    await at.page.getByLabel('Amounts from which two people approve').fill('10000 eur\n12500,50');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByText('Saved.').waitFor();
    expect(await settings()).toMatchObject({
      level: 'confident',
      threshold: 0.975,
      fourEyes: [
        { above: 10000, currency: 'EUR' },
        { above: 12500.5, currency: null },
      ],
      recalibrate: true,
    });
    await picture('review-rules-empty');
  });

  test('what decisions propose is used by one button, and what they taught is taken back', async () => {
    const owner = await actor();
    const { services } = at.server.inside;
    const { sha256 } = await keepDocument(
      { db: services.db, blobs: services.blobs } as Parameters<typeof keepDocument>[0],
      owner,
    );
    await putDecidedRecords(services.db, owner, { count: 60, confidence: 0.95, wrongEach: 3, sha256 });
    await putDecidedRecords(services.db, owner, { count: 40, confidence: 0.99, wrongEach: 1000, sha256 });
    await openPart(at, 'reviewing');
    await at.page.getByText('40 % of 100 records').waitFor();
    await at.page.getByRole('button', { name: 'Let through from 99 % on' }).click();
    await at.page.getByText('It holds for what is read from now on.').waitFor();
    expect(await settings()).toMatchObject({ level: 'confident', threshold: 0.99 });
    await at.page.getByRole('button', { name: 'Learn from decisions now' }).click();
    await at.page.getByText('decided values, as of').waitFor();
    await picture('review-rules');
    await at.page.getByRole('button', { name: 'Take the last back' }).click();
    await at.page.getByText('Confidence is as it was shipped').waitFor();
  });
});
