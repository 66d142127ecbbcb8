import { describe, expect, test } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language = 'en'): { type: string; get(path: string): unknown; paths: string[] } {
  const [record] = readText(text, { language }).documents;
  return { type: record!.type, get: (path) => record!.fields[path]?.value, paths: Object.keys(record!.fields) };
}

describe('a résumé in one column', () => {
  const paper = read(`
Jane Miller
Senior Data Engineer
Berlin, Germany | jane.miller@example.org | +49 30 901820 | linkedin.com/in/janemiller

EXPERIENCE

Data Engineer, Acme GmbH                                        03/2019 - present
- Built pipelines for eleven million events a day
- Led a team of four people

Junior Developer, Nordlicht AG                                  06/2015 - 02/2019
- Wrote the billing service

EDUCATION

MSc in Computer Science                                         2013 - 2015
Technical University of Munich, Munich, Germany

SKILLS
Languages: Python, SQL, Rust
Tools: Kafka, Airflow

LANGUAGES
German (native), English (C1)
`);

  test('is one, and says who it is', () => {
    expect(paper.type).toBe('resume');
    expect(paper.get('basics.name')).toBe('Jane Miller');
    expect(paper.get('basics.label')).toBe('Senior Data Engineer');
    expect(paper.get('basics.email')).toBe('jane.miller@example.org');
    expect(paper.get('basics.location.city')).toBe('Berlin');
    expect(paper.get('basics.location.countryCode')).toBe('DE');
    expect(paper.get('basics.profiles[0].network')).toBe('LinkedIn');
    expect(paper.get('basics.profiles[0].username')).toBe('janemiller');
  });

  test.each([
    ['work[0].name', 'Acme GmbH'],
    ['work[0].position', 'Data Engineer'],
    ['work[0].startDate', '2019-03'],
    ['work[0].endDate', undefined],
    ['work[0].highlights[1]', 'Led a team of four people'],
    ['work[1].name', 'Nordlicht AG'],
    ['work[1].endDate', '2019-02'],
    ['education[0].studyType', 'MSc'],
    ['education[0].area', 'Computer Science'],
    ['education[0].institution', 'Technical University of Munich'],
    ['education[0].startDate', '2013'],
    ['skills[0].name', 'Languages'],
    ['skills[0].keywords[2]', 'Rust'],
    ['skills[1].keywords[0]', 'Kafka'],
    ['languages[0].language', 'German'],
    ['languages[0].fluency', 'native'],
    ['languages[1].fluency', 'C1'],
  ])('%s is %s', (path, value) => expect(paper.get(path)).toBe(value));
});

test('a sidebar is read for itself', () => {
  const paper = read(`
                              MARIA GARCIA
CONTACT                       PROFILE
maria@example.org             Product manager with ten years in payments and a liking for plain words.
+34 911 23 45 67
Madrid, Spain                 WORK EXPERIENCE
                              Product Manager
SKILLS                        Banco Claro                                  Jan 2018 - Present
Roadmaps                      - Brought the card programme to four countries
User research                 - Kept churn below two per cent
SQL
                              Business Analyst
LANGUAGES                     Consultora Norte SL                          Sep 2013 - Dec 2017
Spanish - native              - Modelled processes of two insurers
English - fluent
                              EDUCATION
INTERESTS                     Grado en Economia                            2009 - 2013
Climbing                      Universidad de Salamanca
`);
  expect(paper.get('basics.name')).toBe('Maria Garcia');
  expect(paper.get('basics.email')).toBe('maria@example.org');
  expect(paper.get('skills[0].name')).toBe('Roadmaps');
  expect(paper.get('skills[2].name')).toBe('SQL');
  expect(paper.get('work[0].position')).toBe('Product Manager');
  expect(paper.get('work[0].name')).toBe('Banco Claro');
  expect(paper.get('work[1].name')).toBe('Consultora Norte SL');
  expect(paper.get('work[1].startDate')).toBe('2013-09');
  expect(paper.get('work[1].highlights[0]')).toBe('Modelled processes of two insurers');
  expect(paper.get('languages[1].language')).toBe('English');
  expect(paper.get('interests[0].name')).toBe('Climbing');
  expect(paper.get('education[0].institution')).toBe('Universidad de Salamanca');
});

test('dates in the margin, German words', () => {
  const paper = read(
    `
Lebenslauf

Name: Jonas Weber
Anschrift: Lindenweg 12, 50667 Köln
E-Mail: jonas.weber@example.org

Berufserfahrung

seit 04/2018         Projektleiter
                     Brücken & Söhne GmbH, Köln
                     - Leitung von drei Projekten
10/2014 – 03/2018    Bauingenieur
                     Tiefbau Rhein AG, Düsseldorf
                     - Statik und Ausschreibung

Ausbildung

2009 – 2014          Diplom-Ingenieur Bauingenieurwesen
                     RWTH Aachen
2009                 Abitur
                     Gymnasium Kreuzgasse, Köln

Sprachkenntnisse

Deutsch: Muttersprache, Englisch: fließend
`,
    'de',
  );
  expect(paper.type).toBe('resume');
  expect(paper.get('basics.name')).toBe('Jonas Weber');
  expect(paper.get('basics.location.city')).toBe('Köln');
  expect(paper.get('work[0].position')).toBe('Projektleiter');
  expect(paper.get('work[0].name')).toBe('Brücken & Söhne GmbH');
  expect(paper.get('work[0].startDate')).toBe('2018-04');
  expect(paper.get('work[0].endDate')).toBeUndefined();
  expect(paper.get('work[1].startDate')).toBe('2014-10');
  expect(paper.get('work[1].name')).toBe('Tiefbau Rhein AG');
  expect(paper.get('education[1].studyType')).toBe('Abitur');
  expect(paper.get('languages[0].fluency')).toBe('Muttersprache');
});

test('several roles at one employer share its name', () => {
  const paper = read(`
Sam Carter
sam.carter@example.org

EXPERIENCE

Globex Corporation, Springfield, IL                             2010 - Present
Director of Engineering                                         2015 - Present
- Runs five teams
Engineering Manager                                             2010 - 2015
- Ran one team

EDUCATION
BS in Physics, State University, 2009
`);
  expect(paper.get('work[0].position')).toBe('Director of Engineering');
  expect(paper.get('work[0].name')).toBe('Globex Corporation');
  expect(paper.get('work[1].position')).toBe('Engineering Manager');
  expect(paper.get('work[1].name')).toBe('Globex Corporation');
  expect(paper.get('work[1].endDate')).toBe('2015');
  expect(paper.paths.some((path) => path.startsWith('work[2]'))).toBe(false);
});

test('letters spaced apart are put together, in titles and names', () => {
  const paper = read(`
P A U L   S C H M I D T
paul@example.org

W O R K   E X P E R I E N C E
Accountant, Ledger & Co. Ltd                                    2018 - 2022

E D U C A T I O N
Bachelor of Commerce, London School of Economics                2014 - 2017
`);
  expect(paper.get('basics.name')).toBe('Paul Schmidt');
  expect(paper.get('work[0].position')).toBe('Accountant');
  expect(paper.get('education[0].studyType')).toBe('Bachelor of Commerce');
});

test('what has no place in JSON Resume is kept under its title', () => {
  const paper = read(`
Jane Miller
jane@example.org

EXPERIENCE
Nurse, City Hospital                                            2018 - 2022

EDUCATION
BSc Nursing, University of Leeds                                2014 - 2017

MEMBERSHIPS
Royal College of Nursing
`);
  expect(paper.get('sections[0].title')).toBe('MEMBERSHIPS');
  expect(paper.get('sections[0].text[0]')).toBe('Royal College of Nursing');
});

test('every value has a place on the page', () => {
  const [record] = readText(`
Jane Miller
jane@example.org

EXPERIENCE
Nurse, City Hospital                                            2018 - 2022
- Kept a ward of twenty beds

EDUCATION
BSc Nursing, University of Leeds                                2014 - 2017
`).documents;
  const values = Object.values(record!.fields);
  expect(values.length).toBeGreaterThan(8);
  for (const { evidence } of values) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { page, box } of evidence) {
      expect(page).toBe(1);
      expect(box[2]).toBeGreaterThan(box[0]);
    }
  }
});

test.each([
  [
    'a job posting',
    'Senior Nurse (m/f/d)\n\nAbout us\nWe are a hospital.\n\nYour profile\n- Education as a nurse\n- Experience in intensive care\n\nWe offer\n- A good salary\n\nApply at jobs@example.org',
  ],
  [
    'a letter',
    'Jane Miller\njane@example.org\n\nDear Ms Brown,\n\nI have worked as a nurse from 2018 to 2022 and would like to join you.\n\nYours sincerely\nJane Miller',
  ],
  [
    'an invoice',
    'INVOICE\nInvoice number: 17\nInvoice date: 2024-03-01\nTotal: 119.00 EUR\nAcme GmbH\njane@example.org',
  ],
])('%s is none', (_, text) => expect(read(text).type).not.toBe('resume'));

describe('studies without dates, evenly spaced', () => {
  const paper = read(`
Jane Miller
jane.miller@example.org

EDUCATION

MSc in Computer Science

Northbridge University

BSc in Physics

Ashford College

HSC

Saint Mary School

March 2010

SKILLS

Python, SQL
`);

  test('part where a degree is named again', () => {
    expect(paper.get('education[0].studyType')).toBe('MSc');
    expect(paper.get('education[0].institution')).toBe('Northbridge University');
    expect(paper.get('education[1].studyType')).toBe('BSc');
    expect(paper.get('education[1].institution')).toBe('Ashford College');
    expect(paper.get('education[2].institution')).toBe('Saint Mary School');
    expect(paper.get('education[2].endDate')).toBe('2010-03');
    expect(paper.get('education[0].endDate')).toBeUndefined();
  });
});

test('levels of skills in brackets are levels, in the words of languages, too', () => {
  const { get, paths } = read(
    'Jana Kühn\njana@example.org\n\nBERUFSERFAHRUNG\n03/2019 – heute\nStatistikerin, Nordlicht AG\n- Auswertung von Umfragen\n\nKENNTNISSE\nStatistik (sehr gut), Python (fließend), Excel (B2), Pflege (Innere Medizin)\n',
    'de',
  );
  expect([0, 1, 2, 3].map((i) => [get(`skills[${i}].name`), get(`skills[${i}].level`)])).toEqual([
    ['Statistik', 'sehr gut'],
    ['Python', 'fließend'],
    ['Excel', 'B2'],
    ['Pflege (Innere Medizin)', undefined],
  ]);
  expect(paths.filter((path) => /^skills\[\d+\]\.name$/.test(path))).toHaveLength(4);
});

test('skills side by side are so many skills', () => {
  const { get } = read(
    'Jana Kühn\njana@example.org\n\nEXPERIENCE\nWelder, Acme Ltd   03/2019 - present\n- Built gates\n\nSKILLS\nWelding            Machining            Technical drawing\nForklift operation            Quality control            First aid\n',
  );
  const names = Array.from({ length: 6 }, (_, i) => get(`skills[${i}].name`));
  expect(names).toEqual([
    'Welding',
    'Machining',
    'Technical drawing',
    'Forklift operation',
    'Quality control',
    'First aid',
  ]);
});
