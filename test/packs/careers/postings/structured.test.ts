// Postings that files state themselves: schema.org in JSON and in web pages, boards' feeds, tables, RSS and Atom.

import { describe, expect, test } from 'vitest';
import { packs } from '../../../../src/packs/index.ts';
import { readBytes } from '../../../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../../../src/pipeline/type-catalogue.ts';

const catalogue = createTypeCatalogue(packs);

async function read(content: string | object, name = 'file') {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const held: { name: string; text: string }[] = [];
  const { doc, run } = await readBytes(
    bytes,
    catalogue,
    {
      parse: {
        name,
        hold: async (file) => void held.push({ name: file.name, text: Buffer.from(file.bytes).toString() }),
      },
      clock: () => 0,
    },
    () => undefined,
  );
  return { doc, held, record: run.documents[0], records: run.documents };
}

function plain(record: Awaited<ReturnType<typeof read>>['record']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record!.fields).map(([path, { value }]) => [path, value]));
}

const linked = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Senior Data Engineer',
  identifier: { '@type': 'PropertyValue', name: 'Acme', value: 'DE-42' },
  hiringOrganization: { '@type': 'Organization', name: 'Acme Analytics', sameAs: 'https://acme.example' },
  jobLocation: [
    { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Ghent', addressCountry: 'BE' } },
  ],
  employmentType: ['FULL_TIME', 'CONTRACTOR'],
  datePosted: '2026-02-01',
  validThrough: '2026-04-30T23:59',
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue: 60000, maxValue: 80000, unitText: 'YEAR' },
  },
  jobLocationType: 'TELECOMMUTE',
  description:
    '<p>Acme builds pipelines.</p><h3>What you bring</h3><ul><li>5+ years of experience with Python</li><li>A bachelor&#39;s degree</li></ul><p><strong>Nice to have</strong></p><ul><li>Experience with Airflow</li></ul>',
};
const ofLinked = {
  title: 'Senior Data Engineer',
  identifier: 'DE-42',
  'hiringOrganization.name': 'Acme Analytics',
  'hiringOrganization.sameAs': 'https://acme.example',
  jobLocation: 'Ghent, BE',
  jobCountry: 'BE',
  jobLocationType: 'remote',
  employmentType: 'FULL_TIME',
  'otherEmploymentTypes[0]': 'CONTRACTOR',
  experienceLevel: 'senior',
  experienceYears: 5,
  'baseSalary.min': 60000,
  'baseSalary.max': 80000,
  'baseSalary.currency': 'EUR',
  'baseSalary.unit': 'YEAR',
  datePosted: '2026-02-01',
  validThrough: '2026-04-30',
  'requirements[0].kind': 'years',
  'requirements[0].level': 'must',
  'requirements[0].value': '5',
};

describe('schema.org', () => {
  test('a JSON file: each value with its JSON Pointer, on the page that shows the file', async () => {
    const { doc, record } = await read(linked);
    expect(doc).toMatchObject({ format: 'json', mediaType: 'application/json' });
    expect(record!.type).toBe('job_posting');
    expect(plain(record)).toMatchObject(ofLinked);
    expect(record!.fields['baseSalary.min']!.evidence[0]).toMatchObject({
      page: 1,
      text: '60000',
      locator: '/baseSalary/value/minValue',
    });
    expect(record!.structured).toMatchObject({ syntax: 'job-posting', profile: 'schema.org', verdict: null });
    const levels = Object.entries(plain(record)).filter(([path]) => path.endsWith('.level'));
    expect(levels.map(([, level]) => level)).toEqual(['must', 'must', 'must', 'nice']);
  });

  test('a web page: what it states to machines is compared with what it shows', async () => {
    const page = `<!DOCTYPE html><html><head><title>Job</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, linked] })}</script><script>alert(1)</script></head>
      <body><h1>Senior Data Engineer</h1><p>Acme Analytics, Ghent</p><h2>What you bring</h2><ul><li>5+ years of experience with Python</li></ul></body></html>`;
    const { record, doc } = await read(page);
    expect(doc.format).toBe('html');
    expect(record!.type).toBe('job_posting');
    expect(plain(record)).toMatchObject(ofLinked);
    expect(record!.fields.title!.evidence.some(({ page: at }) => at === 1)).toBe(true);
    expect(record!.comparison!.find(({ path }) => path === 'title')!.verdict).toBe('agrees');
  });

  test('linked data that is no JSON is a warning; a page without any is read as it looks', async () => {
    const { doc, record } = await read(
      '<html><body><script type="application/ld+json">{"@type": </script><h1>Baker (m/f/d)</h1><h2>Requirements</h2><ul><li>Trained baker</li></ul><p>Apply now</p></body></html>',
    );
    expect(doc.warnings.map(({ code }) => code)).toEqual(['markup.linked-data']);
    expect(record!.type).toBe('job_posting');
  });
});

describe('boards', () => {
  test('Greenhouse: the list is taken apart, each is read with its escaped description', async () => {
    const job = (id: number, title: string) => ({
      id,
      title,
      updated_at: '2026-01-15T10:00:00-05:00',
      location: { name: 'Remote - Germany' },
      absolute_url: `https://boards.greenhouse.io/nimbuslabs/jobs/${id}`,
      content: '&lt;h2&gt;Requirements&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Fluent German&lt;/li&gt;&lt;/ul&gt;',
      departments: [{ name: 'Support' }],
    });
    const feed = await read({ jobs: [job(1, 'Support Engineer'), job(2, 'Support Manager')], meta: { total: 2 } });
    expect(feed.records).toEqual([]);
    expect(feed.held.map(({ name }) => name)).toEqual(['Support Engineer.json', 'Support Manager.json']);
    const { record } = await read(feed.held[1]!.text);
    expect(plain(record)).toMatchObject({
      title: 'Support Manager',
      identifier: '2',
      'hiringOrganization.name': 'Nimbuslabs',
      jobLocation: 'Remote - Germany',
      jobCountry: 'DE',
      jobLocationType: 'remote',
      industry: 'Support',
      datePosted: '2026-01-15',
      'requirements[0].value': 'German C1',
    });
    expect(record!.fields['hiringOrganization.name']!.origin).toBe('inferred');
  });

  test('Lever: lists become sections', async () => {
    const { record } = await read([
      {
        id: 'a-1',
        text: 'Account Manager',
        categories: { location: 'Paris', commitment: 'Full-time', team: 'Sales' },
        createdAt: 1767225600000,
        description: '<div>Pelican sells boats.</div>',
        lists: [
          { text: 'What you bring', content: '<li>3+ years in sales</li>' },
          { text: 'Nice to have', content: '<li>Salesforce</li>' },
        ],
        hostedUrl: 'https://jobs.lever.co/pelican/a-1',
        workplaceType: 'hybrid',
        salaryRange: { min: 50000, max: 65000, currency: 'EUR', interval: 'per-year-salary' },
      },
    ]);
    expect(record!.structured!.profile).toBe('lever');
    expect(plain(record)).toMatchObject({
      title: 'Account Manager',
      jobLocation: 'Paris',
      employmentType: 'FULL_TIME',
      jobLocationType: 'hybrid',
      industry: 'Sales',
      datePosted: '2026-01-01',
      'baseSalary.min': 50000,
      'baseSalary.unit': 'YEAR',
      'requirements[0].value': '3',
      'requirements[1].level': 'nice',
    });
  });

  test('Ashby', async () => {
    const { record } = await read({
      apiVersion: '1',
      jobs: [
        {
          title: 'Designer',
          location: 'Oslo, Norway',
          employmentType: 'PartTime',
          isRemote: false,
          publishedAt: '2026-03-02T00:00:00.000Z',
          jobUrl: 'https://jobs.ashbyhq.com/fjordline/1',
          descriptionHtml: '<p>Draw ferries.</p>',
          compensation: {
            summaryComponents: [
              {
                compensationType: 'Salary',
                interval: '1 MONTH',
                currencyCode: 'NOK',
                minValue: 45000,
                maxValue: 52000,
              },
            ],
          },
        },
      ],
    });
    expect(plain(record)).toMatchObject({
      title: 'Designer',
      'hiringOrganization.name': 'Fjordline',
      jobCountry: 'NO',
      employmentType: 'PART_TIME',
      'baseSalary.max': 52000,
      'baseSalary.currency': 'NOK',
      'baseSalary.unit': 'MONTH',
    });
    expect(record!.fields.jobLocationType).toBeUndefined();
  });
});

describe('tables and news feeds', () => {
  test('CSV: a row is a posting, whatever the columns are called', async () => {
    const csv =
      'Job Title;Company;Ort;Gehalt;Anstellungsart;Beschreibung\nKoch;Linde;Regensburg;2.800 € brutto pro Monat;Vollzeit;"Anforderungen: Abgeschlossene Ausbildung als Koch"\nKellner;Linde;Regensburg;14 €/Std.;Teilzeit;Wir suchen dich.\n';
    const { held } = await read(csv, 'jobs.csv');
    expect(held.map(({ name }) => name)).toEqual(['Koch.json', 'Kellner.json']);
    const { record } = await read(held[0]!.text);
    expect(plain(record)).toMatchObject({
      title: 'Koch',
      'hiringOrganization.name': 'Linde',
      jobLocation: 'Regensburg',
      employmentType: 'FULL_TIME',
      'baseSalary.min': 2800,
      'baseSalary.currency': 'EUR',
      'baseSalary.unit': 'MONTH',
      'requirements[0].value': 'vocational',
    });
  });

  test('CSV with one row is read in place: cells are the evidence', async () => {
    const { record } = await read(
      'job_title,company,location,salary_min,salary_max,salary_currency\nWelder,Ironside,"Hull, UK",28000,32000,GBP\n',
      'one.csv',
    );
    expect(record!.fields['baseSalary.max']).toMatchObject({
      value: 32000,
      evidence: [{ page: 1, locator: 'row 2, column 5' }],
    });
  });

  test('RSS: items of a feed of jobs, with the employer out of the title', async () => {
    const item = (title: string) =>
      `<item><title>${title}</title><link>https://jobs.example/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 +0000</pubDate><description>&lt;p&gt;Requirements&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Rust&lt;/li&gt;&lt;/ul&gt;</description></item>`;
    const { held } = await read(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Remote jobs</title>${item('Heron: Rust Developer')}${item('Backend Engineer at Otter Works')}</channel></rss>`,
    );
    expect(held).toHaveLength(2);
    const [first, second] = await Promise.all(held.map(({ text }) => read(text)));
    expect(plain(first!.record)).toMatchObject({
      title: 'Rust Developer',
      'hiringOrganization.name': 'Heron',
      datePosted: '2026-03-02',
      url: 'https://jobs.example/1',
    });
    expect(plain(second!.record)).toMatchObject({
      title: 'Backend Engineer',
      'hiringOrganization.name': 'Otter Works',
    });
  });

  test('Atom', async () => {
    const { record } = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Careers at Teal</title><entry><title>Nurse</title><link href="https://teal.example/n"/><updated>2026-01-05T00:00:00Z</updated><content type="html">&lt;p&gt;Care.&lt;/p&gt;</content></entry></feed>',
    );
    expect(plain(record)).toMatchObject({
      title: 'Nurse',
      'hiringOrganization.name': 'Teal',
      url: 'https://teal.example/n',
      datePosted: '2026-01-05',
    });
  });
});

describe('what states no postings', () => {
  test.each([
    [
      'a blog',
      '<rss version="2.0"><channel><title>Garden notes</title><item><title>Why roses?</title><link>https://a.example</link><description>x</description></item><item><title>Autumn</title><description>y</description></item></channel></rss>',
    ],
    [
      'an invoice',
      {
        number: '4711',
        date: '2026-01-01',
        seller: { name: 'A' },
        items: [
          { title: 'Chair', type: 'goods', price: 12 },
          { title: 'Desk', type: 'goods', price: 30 },
        ],
      },
    ],
    [
      'a list of books',
      [
        { title: 'A', author: 'B', date: '2001', url: 'https://a.example' },
        { title: 'C', author: 'D', date: '2002', url: 'https://b.example' },
      ],
    ],
    ['a table of goods', 'Position;Name;Menge;Preis\n1;Stuhl;2;30\n2;Tisch;1;90\n'],
    ['text in brackets', '[1] A note that begins like a list and ends like one]'],
    [
      'a résumé',
      {
        basics: { name: 'Ada' },
        work: [
          { name: 'Heron', position: 'Engineer', startDate: '2020' },
          { name: 'Teal', position: 'Developer' },
        ],
      },
    ],
  ])('%s', async (_, content) => {
    const { held, record } = await read(content as string);
    expect(held).toEqual([]);
    expect(record?.type).not.toBe('job_posting');
  });

  test('hostile JSON: too deep is refused, keys like prototypes are names', async () => {
    await expect(read(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)).rejects.toMatchObject({ code: 'file.too-large' });
    const { record } = await read(
      '{"@type":"JobPosting","title":"Cook","__proto__":{"a":1},"constructor":"x","hiringOrganization":"Inn"}',
    );
    expect(plain(record)).toMatchObject({ title: 'Cook', 'hiringOrganization.name': 'Inn' });
  });
});
