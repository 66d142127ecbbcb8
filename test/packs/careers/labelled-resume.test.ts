import { expect, test } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language = 'en'): (path: string) => unknown {
  const [record] = readText(text, { language }).documents;
  expect(record!.type).toBe('resume');
  return (path) => record!.fields[path]?.value;
}

const head = 'Jane Miller\njane.miller@example.org | +49 30 901820\n';

test('entries whose values are labelled are read by their labels, whatever the values look like', () => {
  const get = read(`${head}
EXPERIENCE

Position: Berlin
Employer: Manager
Location: Acme GmbH
Period: 03/2019 - present
- Built pipelines

Position: Data Engineer
Employer: Nordlicht AG
From: 2015
To: 2018

EDUCATION

MSc in Computer Science                                         2013 - 2015
Technical University of Munich
`);
  expect(get('work[0].position')).toBe('Berlin');
  expect(get('work[0].name')).toBe('Manager');
  expect(get('work[0].location')).toBe('Acme GmbH');
  expect(get('work[0].startDate')).toBe('2019-03');
  expect(get('work[0].endDate')).toBeUndefined();
  expect(get('work[0].highlights[0]')).toBe('Built pipelines');
  expect(get('work[1].name')).toBe('Nordlicht AG');
  expect(get('work[1].endDate')).toBe('2018');
  expect(get('education[0].area')).toBe('Computer Science');
});

test('labels of other languages are known, too', () => {
  const get = read(
    `${head}
BERUFSERFAHRUNG

Arbeitgeber: Havelwerke GmbH
Stelle: Elektroniker
Zeitraum: 09/2018 - heute

AUSBILDUNG

Abschluss: Abitur
Einrichtung: Gesamtschule Potsdam
Zeitraum: 2010 - 2015
`,
    'de',
  );
  expect(get('work[0].name')).toBe('Havelwerke GmbH');
  expect(get('work[0].position')).toBe('Elektroniker');
  expect(get('education[0].studyType')).toBe('Abitur');
  expect(get('education[0].endDate')).toBe('2015');
});

test('what an entry says of its employer and its keywords has fields of its own', () => {
  const get = read(`${head}
EXPERIENCE

Data Engineer, Acme GmbH                                        03/2019 - present
About the employer: Maker of anvils
- Built pipelines

Junior Developer, Nordlicht AG                                  06/2015 - 02/2019
- Wrote the billing service

PROJECTS

Velmora                                                         2020 - 2021
An index of old maps for everybody who walks
Keywords: maps, search

EDUCATION

MSc in Computer Science                                         2013 - 2015
Technical University of Munich
`);
  expect(get('work[0].description')).toBe('Maker of anvils');
  expect(get('work[0].highlights[0]')).toBe('Built pipelines');
  expect(get('work[1].description')).toBeUndefined();
  expect(get('projects[0].keywords[1]')).toBe('search');
  expect(get('projects[0].description')).toBe('An index of old maps for everybody who walks');
});

test('text that only begins with a word and a colon is no label', () => {
  const get = read(`${head}
EXPERIENCE

Data Engineer, Acme GmbH                                        03/2019 - present
Stack: Kafka, Airflow and a lot of patience with both of them
- Built pipelines

EDUCATION

MSc in Computer Science                                         2013 - 2015
Technical University of Munich
`);
  expect(get('work[0].name')).toBe('Acme GmbH');
  expect(get('work[0].description')).toBeUndefined();
});
