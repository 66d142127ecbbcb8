// Hand-made postings of many styles, read through the whole pipeline and measured against the truth written into them.

import { describe, expect, test } from 'vitest';
import { packs } from '../../../../src/packs/index.ts';
import { parseDocument } from '../../../../src/parse/parse-document.ts';
import { runPipeline } from '../../../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../../../src/pipeline/type-catalogue.ts';
import { type AskedTruth, type PostingFixture, readFixtures } from './support-read-fixtures.ts';

const catalogue = createTypeCatalogue(packs);

async function read(fixture: Pick<PostingFixture, 'name' | 'text'>) {
  const doc = await parseDocument(Buffer.from(fixture.text), { name: `${fixture.name}.txt` });
  return runPipeline(doc, catalogue, { clock: () => 0 }).documents[0]!;
}
type Read = Awaited<ReturnType<typeof read>>;

interface Asked extends Omit<AskedTruth, 'text'> {
  text: string;
}

function askedOf({ fields }: Read): Asked[] {
  const found: Asked[] = [];
  for (let i = 0; fields[`requirements[${i}].text`]; i++) {
    const get = (part: string): string => String(fields[`requirements[${i}].${part}`]?.value ?? '');
    found.push({ text: get('text'), kind: get('kind'), level: get('level'), value: get('value') });
  }
  return found;
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How many of the truth were found, each found one counting once. */
function countHits(found: readonly Asked[], truth: readonly AskedTruth[]): number {
  const free = new Set(found);
  for (const one of truth) {
    const hit = [...free].find(
      ({ kind, level, value, text }) =>
        kind === one.kind &&
        level === one.level &&
        (one.value === undefined || value === one.value) &&
        (words(text).includes(words(one.text)) || words(one.text).includes(words(text))),
    );
    if (hit) free.delete(hit);
  }
  return found.length - free.size;
}

function headOf({ fields }: Read): Record<string, string> {
  const get = (path: string): string => String(fields[path]?.value ?? '');
  return {
    title: get('title'),
    company: get('hiringOrganization.name'),
    place: get('jobLocation'),
    mode: get('jobLocationType'),
    employment: get('employmentType'),
    level: get('experienceLevel'),
    pay: `${get('baseSalary.min')}-${get('baseSalary.max')} ${get('baseSalary.currency')} ${get('baseSalary.unit')}`,
  };
}

describe('postings of many styles', async () => {
  const fixtures = readFixtures();
  const reads = await Promise.all(fixtures.map(async (fixture) => ({ fixture, record: await read(fixture) })));

  test('there are enough of them', () => expect(fixtures.length).toBeGreaterThanOrEqual(32));

  test('each is recognised as a job posting', () => {
    expect(reads.filter(({ record }) => record.type !== 'job_posting').map(({ fixture }) => fixture.name)).toEqual([]);
  });

  test('what they ask for is found, with kind, level and value, and little else', () => {
    const totals = { hits: 0, found: 0, truth: 0 };
    for (const { fixture, record } of reads) {
      const found = askedOf(record);
      totals.hits += countHits(found, fixture.asked);
      totals.found += found.length;
      totals.truth += fixture.asked.length;
    }
    expect(totals.hits / totals.found, `precision of ${totals.found}`).toBeGreaterThanOrEqual(0.95);
    expect(totals.hits / totals.truth, `recall of ${totals.truth}`).toBeGreaterThanOrEqual(0.95);
  });

  test('of postings that no rule was made for, a lower bound', async () => {
    const totals = { hits: 0, found: 0, truth: 0, recognised: 0 };
    const unseen = readFixtures(['unseen']);
    for (const fixture of unseen) {
      const record = await read(fixture);
      totals.recognised += record.type === 'job_posting' ? 1 : 0;
      const found = askedOf(record);
      totals.hits += countHits(found, fixture.asked);
      totals.found += found.length;
      totals.truth += fixture.asked.length;
    }
    expect(totals.recognised).toBeGreaterThanOrEqual(unseen.length - 1);
    expect(totals.hits / totals.found).toBeGreaterThanOrEqual(0.8);
    expect(totals.hits / totals.truth).toBeGreaterThanOrEqual(0.75);
  });

  test('title, employer, place, pay and employment are read', () => {
    const told = reads.flatMap(({ fixture, record }) => {
      const head = headOf(record);
      return Object.entries(fixture.head).map(([name, value]) => head[name] === value);
    });
    expect(told.filter(Boolean).length / told.length, `of ${told.length}`).toBeGreaterThanOrEqual(0.92);
  });

  test('every value stands in the file where it says', () => {
    for (const { fixture, record } of reads) {
      for (const [path, value] of Object.entries(record.fields)) {
        expect(value.evidence.length, `${fixture.name} ${path}`).toBeGreaterThan(0);
        for (const { text, page } of value.evidence) {
          expect(page).toBe(1);
          expect(words(fixture.text), `${fixture.name} ${path}`).toContain(words(text));
        }
      }
    }
  });
});

describe('what is no posting', () => {
  test.each([
    [
      'a résumé',
      'Ada Nowak\nada@example.org · +48 600 100 200\n\nWork experience\nSenior Engineer, Packetgarden, 2019 – 2024\n- Ran services in Go\n\nEducation\nM.Sc. Computer Science, AGH, 2014 – 2019\n\nSkills\nGo, PostgreSQL\n\nLanguages\nPolish, English',
    ],
    [
      'an invoice',
      'INVOICE\nInvoice number: 4711\nDate: 2026-03-01\nSeller: Northwind Ltd\nTotal: 120.00 EUR\nPayment terms: 14 days',
    ],
    [
      'a letter',
      'Dear Ms Kranich,\n\nthank you for your visit. We will send you the minutes next week.\n\nKind regards\nJon Lund',
    ],
  ])('%s', async (_, text) => expect((await read({ name: 'other', text })).type).not.toBe('job_posting'));
});

test('a place goes on where a comma says how it is worked', async () => {
  const text =
    'Lead Data Engineer (m/f/d)\nFjordline Mobility AB\nStockholm, hybrid\nFull time\n\nRequirements\n- Python and SQL\n- Fluent English\n';
  expect(headOf(await read({ name: 'hybrid', text }))).toMatchObject({ place: 'Stockholm', mode: 'hybrid' });
});
