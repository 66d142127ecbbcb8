import { describe, expect, test } from 'vitest';
import { judgeJsonResume } from '../../../src/packs/careers/imports/json-resume-rules.ts';
import { packs } from '../../../src/packs/index.ts';
import { parseJson } from '../../../src/parse/json.ts';
import { readBytes } from '../../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../../src/pipeline/type-catalogue.ts';
import { makeZip } from '../../support/make-zip.ts';

const catalogue = createTypeCatalogue(packs);

async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { run } = await readBytes(bytes, catalogue, { parse: { name: 'file' }, clock: () => 0 }, () => undefined);
  return run.documents[0];
}

const resume = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: { name: 'Ada King', email: 'ada@example.org', location: { city: 'London', countryCode: 'GB' } },
  work: [
    { name: 'Engine Works', position: 'Analyst', startDate: '2014-09', highlights: ['First notes', 'First program'] },
    { name: 'Royal Society', startDate: '2012', endDate: '2014-06' },
  ],
  skills: [{ name: 'Mathematics', keywords: ['Analysis'] }],
};

describe('JSON Resume', () => {
  test('is read as it is stated, each value with its JSON Pointer', async () => {
    const record = await read(JSON.stringify(resume));
    expect(record).toMatchObject({ type: 'resume', structured: { syntax: 'json-resume' } });
    expect(record!.fields['basics.location.countryCode']!.value).toBe('GB');
    expect(record!.fields['work[0].startDate']!.value).toBe('2014-09');
    expect(record!.fields['work[0].highlights[1]']).toMatchObject({ value: 'First program', origin: 'xml' });
    expect(record!.fields['skills[0].keywords[0]']!.evidence[0]!.locator).toBe('/skills/0/keywords/0');
    expect(record!.fields['work[1].endDate']!.value).toBe('2014-06');
  });

  test('other JSON is nothing known, and broken JSON is text', async () => {
    expect((await read('{"invoice": {"total": 17}}'))!.type).toBe('unknown');
    expect((await read('{"a": 1}\n{"b": 2}'))!.type).toBe('unknown');
  });

  test.each([
    ['a whole file', resume, 0],
    ['a list that is an object', { ...resume, work: { name: 'Engine Works' } }, 1],
    ['a number for a text', { basics: { name: 17 } }, 1],
    ['a day for a date', { work: [{ startDate: '1 May 2014' }] }, 1],
    ['an address without a scheme', { work: [{ url: 'example.org' }] }, 1],
    ['no e-mail address', { basics: { email: 'ada' } }, 1],
    ['nothing for a text', { skills: [{ name: null }] }, 1],
    ['what the schema does not know', { ...resume, hobbies: 'chess' }, 0],
  ])('%s', (_, value, count) => {
    const fired = judgeJsonResume(parseJson(new TextEncoder().encode(JSON.stringify(value)), 1e6));
    expect(fired).toHaveLength(count);
  });
});

describe('Europass', () => {
  test('until 2020', async () => {
    const record = await read(`<?xml version="1.0"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>King</Surname></PersonName>
<ContactInfo><Address><Contact><AddressLine>1 Mill Lane</AddressLine><PostalCode>AB1 2CD</PostalCode><Municipality>London</Municipality>
<Country><Code>UK</Code><Label>United Kingdom</Label></Country></Contact></Address><Email><Contact>ada@example.org</Contact></Email></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2014" month="--09" day="---01"/><Current>true</Current></Period>
<Position><Label>Analyst</Label></Position><Employer><Name>Engine Works</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2008"/><To year="2012" month="--06"/></Period><Title>BSc</Title>
<Organisation><Name>University of London</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>English</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Label>French</Label></Description><ProficiencyLevel><Listening>B2</Listening>
<Reading>C1</Reading></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic></Skills>
</LearnerInfo></SkillsPassport>`);
    const value = (path: string) => record!.fields[path]?.value;
    expect(record!.type).toBe('resume');
    expect(value('basics.name')).toBe('Ada King');
    expect(value('work[0].startDate')).toBe('2014-09-01');
    expect(value('work[0].endDate')).toBeUndefined();
    expect(value('education[0].startDate')).toBe('2008');
    expect(value('education[0].endDate')).toBe('2012-06');
    expect(value('languages[1].fluency')).toBe('B2 / C1');
  });

  test('since', async () => {
    const record = await read(`<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3">
<CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>King</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ada@example.org</oa:URI></Communication></CandidatePerson>
<CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Engine Works</hr:OrganizationName>
<PositionHistory><PositionTitle>Analyst</PositionTitle><eures:EmploymentPeriod xmlns:eures="http://www.europass_eures.eu/1.0">
<eures:StartDate><hr:FormattedDateTime>2014-09</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod></PositionHistory>
</EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>`);
    const value = (path: string) => record!.fields[path]?.value;
    expect(record!.structured!.syntax).toBe('europass-v4');
    expect(value('basics.name')).toBe('Ada King');
    expect(value('basics.email')).toBe('ada@example.org');
    expect(value('work[0].name')).toBe('Engine Works');
    expect(value('work[0].position')).toBe('Analyst');
    expect(value('work[0].startDate')).toBe('2014-09');
  });
});

describe('a LinkedIn export', () => {
  const archive = makeZip([
    {
      name: 'Profile.csv',
      content: Buffer.from('First Name,Last Name,Headline,Summary\nAda,King,Analyst,"Notes, and programs"\n'),
    },
    {
      name: 'Positions.csv',
      content: Buffer.from(
        'Company Name,Title,Description,Location,Started On,Finished On\nEngine Works,Analyst,,London,Sep 2014,\nRoyal Society,Fellow,,,2012,Jun 2014\n',
      ),
    },
    {
      name: 'Email Addresses.csv',
      content: Buffer.from(
        'Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,\nada@example.org,Yes,Yes,\n',
      ),
    },
  ]);

  test('is read from its tables, each value with file, row and column', async () => {
    const record = await read(archive);
    expect(record).toMatchObject({ type: 'resume', structured: { syntax: 'linkedin-export' } });
    expect(record!.fields['basics.name']!.value).toBe('Ada King');
    expect(record!.fields['basics.email']!.value).toBe('ada@example.org');
    expect(record!.fields['work[1].endDate']).toMatchObject({ value: '2014-06' });
    expect(record!.fields['work[1].endDate']!.evidence[0]!.locator).toBe('Positions.csv, row 3, Finished On');
  });

  test('other archives of tables have no record', async () => {
    const other = makeZip([
      { name: 'a.csv', content: Buffer.from('x,y\n1,2\n') },
      { name: 'b.csv', content: Buffer.from('x,y\n1,2\n') },
    ]);
    expect(await read(other)).toBeUndefined();
  });
});
