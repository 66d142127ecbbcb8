// Jobs on the page, in a browser: those that fit a résumé with reasons and gaps, narrowed down, put on the board, sent away and back.

import { describe, expect, test, vi } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Json } from '../../src/document/value.ts';
import { aPosting, aResume, wholeCareersEngine } from '../support/careers-engine.ts';
import { putRecord } from '../support/matchable-records.ts';
import { chromiumPath } from './browser.ts';
import { lookAtWork } from './look-at-work.ts';
import type { SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('jobs on the page', () => {
  let at: SignedIn;
  const { picture, open, actor } = lookAtWork(
    (signedIn) => {
      at = signedIn;
    },
    { engine: wholeCareersEngine },
  );
  const put = async (owner: Actor, type: string, values: Record<string, unknown>): Promise<void> => {
    const { services } = at.server.inside;
    const recordId = await putRecord(services, owner, { type, values: values as Record<string, Json>, lines: [] });
    await matchRecord(services, { workspaceId: owner.workspaceId, recordId });
  };
  const clerk = {
    ...aPosting({ title: 'Warehouse Clerk', 'hiringOrganization.name': 'Depot Ltd', jobLocation: 'Leeds, UK' }),
    ...{ jobCountry: 'GB', jobLocationType: 'on-site', employmentType: 'PART_TIME', experienceLevel: 'junior' },
    ...{ 'requirements[0].text': 'Forklift licence', 'requirements[0].skills': ['Forklift operation'] },
    responsibilities: 'Pick the goods\nPack the goods\nLoad the lorries',
  };
  const rows = () => at.page.getByRole('list', { name: 'Jobs' }).getByRole('link').allInnerTexts();

  test('without a posting it says what to do; without a résumé all jobs are there', async () => {
    await open('#/');
    await at.page.getByRole('link', { name: 'Jobs', exact: true }).click();
    await at.page.getByText('No posting was read yet.').waitFor();
    await picture('jobs-empty');
    await put(await actor(), 'job_posting', aPosting({ url: 'javascript:alert(1)' }));
    await at.page.reload();
    await at.page.getByRole('heading', { name: 'Backend Developer' }).waitFor();
    await at.page.getByText('Drop your résumé under Documents').waitFor();
    expect(await rows()).toEqual([expect.stringContaining('6,000–7,000 EUR a month')]);
    // What a document calls an address is opened only when it is one of the web.
    expect(await at.page.getByRole('link', { name: 'Where it was posted' }).count()).toBe(0);
  });

  test('jobs that fit come best first with reasons and gaps; one is put on the board, one sent away and taken back', async () => {
    const owner = await actor();
    await put(owner, 'resume', aResume());
    await put(owner, 'job_posting', clerk);
    await put(owner, 'job_posting', aPosting({ url: 'https://jobs.example/7' }));
    await open('#/jobs');
    await at.page.getByRole('heading', { name: 'Backend Developer' }).waitFor();
    const names = (await rows()).map((row) => row.split('\n')[0]);
    expect(names[0]).toBe('Backend Developer');
    await at.page.getByText('AutoCAD').first().waitFor();
    await at.page.getByText('A good posting').waitFor();
    expect(await at.page.getByRole('link', { name: 'Where it was posted' }).getAttribute('href')).toBe(
      'https://jobs.example/7',
    );
    await picture('jobs');

    await at.page.getByRole('button', { name: 'Application: Bookmarked' }).click();
    await at.page.getByRole('link', { name: 'Bookmarked since today' }).waitFor();

    await at.page.getByRole('button', { name: 'Not for me' }).click();
    const undo = at.page.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    expect((await rows()).map((row) => row.split('\n')[0])).not.toContain('Backend Developer');
    await undo.click();
    await expect.poll(async () => (await rows()).map((row) => row.split('\n')[0])).toEqual(names);

    await at.page.getByText('Narrow down', { exact: true }).first().click();
    await at.page.getByLabel('Town, region or country').fill('nowhere');
    await at.page.getByRole('button', { name: 'Narrow down' }).click();
    await at.page.getByText('None of the postings that were read fits well enough').waitFor();
    await at.page.getByRole('link', { name: 'Show all again' }).click();
    await at.page.getByRole('heading', { name: 'Backend Developer' }).waitFor();
    await at.page.getByLabel('For whom').selectOption('none');
    await expect.poll(async () => (await rows()).length).toBe(2);
  });
});
