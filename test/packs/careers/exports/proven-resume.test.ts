import { describe, expect, test } from 'vitest';
import { resumeDesigns } from '../../../../src/packs/careers/exports/drawing.ts';
import { writeProvenResume } from '../../../../src/packs/careers/exports/proven-resume.ts';
import type { ResumeBody } from '../../../../src/packs/careers/exports/resume-body.ts';
import { packs } from '../../../../src/packs/index.ts';
import { readBytes } from '../../../../src/pipeline/read-bytes.ts';
import type { RereadFile } from '../../../../src/pipeline/record-export.ts';
import { createTypeCatalogue } from '../../../../src/pipeline/type-catalogue.ts';
import { jonas, maya } from './support-bodies.ts';

const catalogue = createTypeCatalogue(packs);

/** In this process, as the reading child does it. */
const reread: RereadFile = async ({ bytes, name, type }) => {
  const how = { parse: { name }, asType: type, clock: () => 0 };
  const { run } = await readBytes(bytes, catalogue, how, () => undefined);
  return run.documents.find((record) => record.type === type);
};

const options = { design: 'classic', format: 'pdf', language: 'en', paper: 'a4', now: new Date(0) } as const;

describe.each(resumeDesigns)('%s', (design) => {
  test.each(['pdf', 'docx'] as const)('is read back from its %s, without a label', async (format) => {
    for (const [body, language] of [
      [maya, 'en'],
      [jonas, 'de'],
    ] as const) {
      const proven = await writeProvenResume(body, { ...options, design, format, language }, reread);
      expect(proven).toMatchObject({ labelled: new Set() });
    }
  });
});

/** Nobody could tell which of these words is what. */
const unclear: ResumeBody = {
  basics: { name: 'Ada Stone', email: 'ada@example.org', location: { city: 'Zwrt' } },
  work: [
    {
      position: 'Berlin',
      name: 'Manager',
      location: 'Acme GmbH',
      startDate: '2015',
      endDate: '2012',
      description: 'Fast',
    },
    { name: 'Editor', summary: 'University, Paris; a Company', url: 'https://example.org/a' },
  ],
  projects: [{ name: 'Tool – A: B', keywords: ['x, y', 'z'], roles: ['Lead'], entity: 'Self' }],
  skills: [{ name: 'C, C++ and friends', level: 'so so' }],
};

test.each(['pdf', 'docx'] as const)(
  'what the layout cannot tell is labelled and read back from a %s',
  async (format) => {
    const proven = await writeProvenResume(unclear, { ...options, format }, reread);
    expect(proven.bytes).toBeDefined();
    expect([...(proven as { labelled: ReadonlySet<string> }).labelled]).toContain('work');
  },
);

test('what is read back otherwise is not delivered, and its fields are named', async () => {
  const forgetful: RereadFile = async (file) => {
    const record = (await reread(file))!;
    const { 'work[0].name': _, ...fields } = record.fields;
    return { ...record, fields };
  };
  const proven = await writeProvenResume(maya, options, forgetful);
  expect(proven).toEqual({
    bytes: undefined,
    differences: [{ field: 'work[0].name', written: 'Nordkust Logistik AB', read: undefined }],
  });
});

test('a file that is not read at all is not delivered', async () => {
  const proven = await writeProvenResume(maya, options, () => Promise.resolve(undefined));
  expect(proven.bytes).toBeUndefined();
});
