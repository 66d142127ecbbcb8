import { describe, expect, test } from 'vitest';
import { type ResumeFormat, resumeDesigns } from '../../../../src/packs/careers/exports/drawing.ts';
import { writeResume } from '../../../../src/packs/careers/exports/write-resume.ts';
import { packs } from '../../../../src/packs/index.ts';
import { readBytes } from '../../../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../../../src/pipeline/type-catalogue.ts';
import { bodies, maya } from './support-bodies.ts';

const catalogue = createTypeCatalogue(packs);
const now = new Date('2026-03-01T09:00:00Z');
const files = resumeDesigns.flatMap((design) => (['pdf', 'docx'] as const).map((format) => [design, format] as const));

async function textOf(bytes: Uint8Array, format: ResumeFormat): Promise<string> {
  let text = '';
  await readBytes(bytes, catalogue, { parse: { name: `cv.${format}` }, clock: () => 0 }, (doc) => {
    text = doc.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  });
  return text;
}

describe.each(files)('%s as %s', (design, format) => {
  const write = (body = maya) => writeResume(body, { design, format, language: 'en', paper: 'a4', now });

  test('prints every word of the body', async () => {
    const printed = (await textOf(await write(), format)).replace(/\s+/g, ' ');
    for (const { position, name, highlights = [] } of maya.work!) {
      for (const word of [position!, name!, ...highlights].join(' ').split(' ')) expect(printed).toContain(word);
    }
  });

  test('is the same file each time', async () => {
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });
});

test('titles and periods are those of the language', async () => {
  const options = { design: 'classic', format: 'docx', paper: 'a4', now } as const;
  const german = await textOf(await writeResume(bodies[1]!, { ...options, language: 'de' }), 'docx');
  expect(german).toContain('Berufserfahrung');
  expect(german).toContain('09/2018 – heute');
});

test('the paper is as asked', async () => {
  const options = { design: 'modern', format: 'pdf', language: 'en', now } as const;
  const letter = Buffer.from(await writeResume(maya, { ...options, paper: 'letter' })).toString('latin1');
  expect(letter).toContain('/MediaBox [0 0 612 792]');
});

test('a PDF says what is a title, a list and a link, and in which language', async () => {
  const pdf = Buffer.from(
    await writeResume(maya, { design: 'classic', format: 'pdf', language: 'en', paper: 'a4', now }),
  ).toString('latin1');
  for (const sign of ['/Marked true', '/S /H1', '/S /H2', '/S /LI', '/S /Link', '/ToUnicode', '/DisplayDocTitle true'])
    expect(pdf).toContain(sign);
  expect(pdf).toMatch(/\/Lang \(en\)/);
});

test('an address that is no page and no mailbox is no link', async () => {
  const body = { basics: { name: 'Eve Stone', url: 'javascript:alert(1)', email: 'eve@example.org' } };
  const pdf = await writeResume(body, { design: 'classic', format: 'pdf', language: 'en', paper: 'a4', now });
  const links = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/URI \(([^)]*)\)/g),
  ].map((match) => match[1]);
  expect(links).toEqual(['mailto:eve@example.org']);
});
