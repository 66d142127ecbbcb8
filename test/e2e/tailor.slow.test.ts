// A résumé tailored to a job on the page, in a browser: made of its record, changes proposed with a score, chosen, applied, downloaded.

import { describe, expect, test, vi } from 'vitest';
import type { Json } from '../../src/document/value.ts';
import { careers } from '../../src/packs/careers/index.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
import { goJob, idaRecord } from '../packs/careers/rewrite/ida-record.ts';
import { wholeCareersEngine } from '../support/careers-engine.ts';
import { putRecord } from '../support/matchable-records.ts';
import { chromiumPath } from './browser.ts';
import { lookAtWork } from './look-at-work.ts';
import type { SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('tailoring on the page', () => {
  let at: SignedIn;
  const { picture, open, actor } = lookAtWork(
    (signedIn) => {
      at = signedIn;
    },
    {
      engine: {
        ...wholeCareersEngine,
        recordExports: careers.exports!,
        artifactKinds: checkDeclarations([textArtifact, ...careers.artifacts!]),
      },
    },
  );

  test('a résumé is made of its record, tailored to a posting by choice, and what is asked is answered', async () => {
    const owner = await actor();
    const { services } = at.server.inside;
    const put = (type: string, values: Record<string, Json>) => putRecord(services, owner, { type, values, lines: [] });
    const fields = Object.entries(idaRecord.fields).map(([path, { value }]) => [path, String(value)]);
    const record = await put('resume', Object.fromEntries(fields));
    await put('job_posting', { title: 'Backend Engineer', qualifications: goJob });
    const document = await at.page.evaluate(
      `fetch('/api/v1/records/${record}').then((answer) => answer.json()).then((one) => one.document)`,
    );
    await inWorkspace(services.db, owner.workspaceId, (trx) =>
      updateDocument(trx, document as string, { state: 'extracted' }),
    );
    await open(`#/documents/${document}`);
    await at.page.getByRole('button', { name: 'Write: Résumé' }).click();
    await at.page.getByRole('button', { name: 'Propose changes' }).click();
    await at.page.getByLabel('Tailored to').selectOption('Backend Engineer');
    await at.page.getByLabel('Strength').selectOption('moderate');
    await picture('tailor-form');
    await at.page.getByRole('button', { name: 'Propose changes' }).last().click();
    const said = at.page.getByRole('region', { name: 'What is said of it' });
    await said.getByRole('heading', { name: /^Score \d+ → \d+ of 100$/ }).waitFor();
    await said.getByText('Terraform').first().waitFor();
    await said.getByText('How it is reckoned').click();
    await picture('tailor-proposal');
    await said.getByRole('button', { name: 'Answer' }).first().click();
    await said.getByLabel('Your answer').fill('Made 3 APIs for 40 drivers.');
    await said.getByRole('button', { name: 'Give' }).click();
    await at.page.getByText('Kept. Propose again').waitFor();
    await at.page.getByRole('button', { name: /^Apply/ }).click();
    await at.page.getByText(/changes? (?:is|are) applied/).waitFor();
    await at.page.getByText('Download as …').click();
    await at.page.getByRole('link', { name: 'JSON Resume' }).waitFor();
    expect(await at.page.getByLabel('Design').first().locator('option').count()).toBe(4);
    await picture('tailor-done');
  });
});
