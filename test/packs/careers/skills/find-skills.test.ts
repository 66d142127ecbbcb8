import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSkills } from '../../../../src/packs/careers/skills/find-skills.ts';
import { ownTaxonomy } from '../../../../src/packs/careers/skills/own-taxonomy.ts';
import { parseTaxonomy } from '../../../../src/packs/careers/skills/parse-taxonomy.ts';
import { createTaxonomy } from '../../../../src/packs/careers/skills/taxonomy.ts';

const taxonomy = ownTaxonomy();
const labels = (text: string): string[] => findSkills(text, taxonomy).map(({ skill }) => skill.label);

describe('findSkills finds', () => {
  it.each<[text: string, ...labels: string[]]>([
    ['Python, Java and JavaScript', 'Python', 'Java', 'JavaScript'],
    ['C, C++, C# and F#', 'C', 'C++', 'C#', 'F#'],
    ['HTML/CSS', 'HTML', 'CSS'],
    ['CI/CD with Jenkins', 'Continuous integration', 'Jenkins'],
    ['node.js, NodeJS, Node JS', 'Node.js', 'Node.js', 'Node.js'],
    ['.NET, ASP.NET Core', '.NET', 'ASP.NET'],
    ['front-end and Frontend and front end', ...Array(3).fill('Front-end development')],
    ['spreadsheet and spreadsheets', 'Spreadsheets', 'Spreadsheets'],
    ['design\npatterns', 'Design patterns'],
    ['Microsoft SQL Server 2019', 'Microsoft SQL Server'],
    ['Machine Learning', 'Machine learning'],
    ['valid driver’s license', 'Driving licence class B'],
    ['Führerschein Klasse B', 'Driving licence class B'],
    ['FUHRERSCHEIN KLASSE B', 'Driving licence class B'],
    ['Python-Kenntnisse', 'Python'],
    ['CompTIA Security+ and A+ certification', 'CompTIA Security+', 'CompTIA A+'],
    ['soudage et plomberie', 'Welding', 'Plumbing'],
    ['Maschinelles Lernen', 'Machine learning'],
  ])('%j', (text, ...expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('findSkills leaves a common word alone', () => {
  it.each([
    'Go to the office and ask for access.',
    'In spring 2019 we moved; last Spring 2020 again.',
    'We react quickly and express our thanks in a word.',
    'The chef de partie and a puppet on a shelf full of rust',
    'They excel, and the outlook is good; a sketch of the oracle.',
    'Swift answers, vitamin C, plan R, room S3',
    'He drives safe and likes soap.',
    'a + b = c; x#y',
  ])('%j', (text) => {
    const common = [
      'Go',
      'Spring',
      'React',
      'Express',
      'Microsoft Word',
      'Chef',
      'Puppet',
      'Rust',
      'Microsoft Excel',
      'C',
      'R',
    ];
    const others = [
      'Microsoft Outlook',
      'Sketch',
      'Oracle Database',
      'Swift',
      'Amazon S3',
      'SAFe',
      'SOAP',
      'Microsoft Access',
    ];
    expect(labels(text).filter((label) => [...common, ...others].includes(label))).toEqual([]);
  });
});

describe('findSkills takes a common word for a skill', () => {
  it.each<[text: string, ...labels: string[]]>([
    ['Languages: Go, Rust, Python', 'Go', 'Rust', 'Python'],
    ['experience in Go', 'Go'],
    ['R programming', 'R'],
    ['Swift developer wanted', 'Swift'],
    ['Word, Excel, Outlook, Access', 'Microsoft Word', 'Microsoft Excel', 'Microsoft Outlook', 'Microsoft Access'],
    ['Skills\n• Spring\n• Hibernate\n• Docker', 'Spring', 'Hibernate', 'Docker'],
    ['Angular 12 and React 18', 'Angular', 'React'],
    ['Ansible, Chef or Puppet', 'Ansible', 'Chef', 'Puppet'],
    ['Oracle 19c database', 'Oracle Database'],
    ['sehr gute Excel-Kenntnisse', 'Microsoft Excel'],
  ])('%j', (text, ...expected) => {
    expect(labels(text).filter((label) => label !== 'Programming languages')).toEqual(expect.arrayContaining(expected));
  });
});

describe('findSkills reads a version', () => {
  it.each<[text: string, version: string | undefined]>([
    ['Python 3', '3'],
    ['Python 3.11.2', '3.11.2'],
    ['Java 17,', '17'],
    ['Java 8+', '8+'],
    ['PostgreSQL v14', '14'],
    ['Windows Server 2016', undefined],
    ['SQL Server 2022', '2022'],
    ['Java 5 years', undefined],
    ['Java 5+ years', undefined],
    ['Python 2015 - 2018', undefined],
    ['Java 90 %', undefined],
    ['Teamwork 3', undefined],
    ['SAP 2.5 Jahre', undefined],
  ])('%s', (text, version) => {
    const [found] = findSkills(text, taxonomy);
    expect(found?.version?.text).toBe(version);
    if (found?.version) expect(text.slice(found.version.start, found.version.end)).toBe(version);
  });
});

describe('findSkills', () => {
  it('prefers the longest name', () => {
    expect(labels('Google Cloud Platform')).toEqual(['Google Cloud Platform']);
    expect(labels('machine learning algorithms')).toEqual(['Machine learning']);
  });

  it('joins no name over a gap that separates', () => {
    for (const text of ['machine, learning', 'machine\n\nlearning', 'machine. Learning', 'machine      learning'])
      expect(labels(text)).not.toContain('Machine learning');
  });

  it('gives places in the text, in order, without overlaps, whatever the text', () => {
    const words = [...taxonomy.skills.values()].flatMap(({ forms }) => forms.map(({ text }) => text));
    const part = fc.oneof(
      fc.constantFrom(...words),
      fc.string({ maxLength: 5 }),
      fc.constantFrom(' ', '\n', ', ', '😀', 'é', 'İ'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const found of findSkills(text, taxonomy)) {
          expect(found.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          last = found.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every name of the taxonomy in a list of known skills', () => {
    const lost: string[] = [];
    for (const skill of taxonomy.skills.values()) {
      for (const { text } of skill.forms) {
        const found = findSkills(`PostgreSQL, ${text}, Kubernetes`, taxonomy);
        if (!found.some((each) => each.skill === skill && each.text === text)) lost.push(text);
      }
    }
    expect(lost).toEqual([]);
  });

  it('searches with the taxonomy that it is given', () => {
    const other = createTaxonomy(parseTaxonomy(['@ tool\nFrobnicator | Frob*']));
    expect(findSkills('two frobnicators, a frob, a Frob, Python', other).map(({ text }) => text)).toEqual([
      'frobnicators',
      'Frob',
    ]);
  });

  it('needs time that grows with the text alone', () => {
    const hostile = 'object oriented '.repeat(40_000);
    const started = performance.now();
    findSkills(hostile, taxonomy);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
