// Europass CVs as XML: the format of 2013–2020 (SkillsPassport, schema v3) and the one since (Candidate, after HR Open Standards).

import type { Candidate } from '../../../document/value.ts';
import type { XmlElement } from '../../../document/xml-element.ts';
import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { resumeFields } from '../schema.ts';
import { childrenOf, elementAt, type Stated, stated } from './stated.ts';

const specs = new Map(resumeFields.map((spec) => [spec.path, spec]));

/** Collects what is stated; empty places add nothing. */
function collect() {
  const candidates: Candidate[] = [];
  return {
    candidates,
    put(field: string, place: Stated | XmlElement | undefined): void {
      const spec = specs.get(field.replace(/\[\d+\]/g, '[]'));
      const candidate = place && stated(field, { text: plainText(place.text), path: place.path }, spec);
      if (candidate) candidates.push(candidate);
    },
  };
}
type Put = ReturnType<typeof collect>['put'];

/** Long texts are written as HTML. */
const plainText = (text: string): string =>
  text
    .replace(/<(?:br|\/p|\/li)\s*\/?>/gi, '\n')
    .replace(/<[^>]{0,400}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

function joined(parts: readonly (XmlElement | undefined)[], glue = ' '): Stated | undefined {
  const there = parts.filter((part) => part !== undefined && part.text !== '') as XmlElement[];
  return there.length === 0 ? undefined : { text: there.map(({ text }) => text).join(glue), path: there[0]!.path };
}

/** `<From year="2010" month="--09" day="---01"/>` */
function partsDate(element: XmlElement | undefined): Stated | undefined {
  const { year, month, day } = element?.attributes ?? {};
  if (!element || !year) return undefined;
  const digits = [year, month, day].map((part) => part?.replace(/\D/g, ''));
  const known = digits.slice(0, digits.findIndex((part) => !part) < 0 ? 3 : digits.findIndex((part) => !part));
  return { text: known.map((part, i) => (i === 0 ? part! : part!.padStart(2, '0'))).join('-'), path: element.path };
}

function readSkillsPassport(root: XmlElement): Candidate[] {
  const { candidates, put } = collect();
  const learner = elementAt(root, 'LearnerInfo') ?? root;
  const person = elementAt(learner, 'Identification');
  if (person) readPerson(person, put);
  put('basics.label', elementAt(learner, 'Headline', 'Description', 'Label'));
  for (const [i, work] of listOf(learner, 'WorkExperienceList', 'WorkExperience').entries()) {
    const path = `work[${i}]`;
    put(`${path}.position`, elementAt(work, 'Position', 'Label'));
    put(`${path}.name`, elementAt(work, 'Employer', 'Name'));
    const place = elementAt(work, 'Employer', 'ContactInfo', 'Address', 'Contact');
    put(
      `${path}.location`,
      joined([place && elementAt(place, 'Municipality'), place && elementAt(place, 'Country', 'Label')], ', '),
    );
    put(`${path}.url`, elementAt(work, 'Employer', 'ContactInfo', 'Website', 'Contact'));
    putParts(path, elementAt(work, 'Period'), put);
    put(`${path}.summary`, elementAt(work, 'Activities'));
  }
  for (const [i, study] of listOf(learner, 'EducationList', 'Education').entries()) {
    const path = `education[${i}]`;
    put(`${path}.studyType`, elementAt(study, 'Title'));
    put(`${path}.institution`, elementAt(study, 'Organisation', 'Name'));
    const place = elementAt(study, 'Organisation', 'ContactInfo', 'Address', 'Contact');
    put(
      `${path}.location`,
      joined([place && elementAt(place, 'Municipality'), place && elementAt(place, 'Country', 'Label')], ', '),
    );
    put(`${path}.area`, elementAt(study, 'Field', 'Label'));
    putParts(path, elementAt(study, 'Period'), put);
    put(`${path}.courses[0]`, elementAt(study, 'Activities'));
  }
  readLinguistics(elementAt(learner, 'Skills', 'Linguistic'), put);
  const skills = (elementAt(learner, 'Skills')?.children ?? []).filter(({ name }) => name !== 'Linguistic');
  for (const [i, skill] of skills.entries()) {
    put(`skills[${i}].name`, { text: skill.name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '), path: skill.path });
    put(`skills[${i}].keywords[0]`, elementAt(skill, 'Description'));
  }
  for (const [i, item] of listOf(learner, 'AchievementList', 'Achievement').entries()) {
    put(`sections[${i}].title`, elementAt(item, 'Title', 'Label'));
    put(`sections[${i}].text[0]`, elementAt(item, 'Description'));
  }
  return candidates;
}

function listOf(from: XmlElement, list: string, item: string): XmlElement[] {
  const holder = elementAt(from, list) ?? from;
  return childrenOf(holder, item);
}

function readPerson(person: XmlElement, put: Put): void {
  const name = elementAt(person, 'PersonName');
  if (name) put('basics.name', joined([elementAt(name, 'FirstName'), elementAt(name, 'Surname')]));
  const contact = elementAt(person, 'ContactInfo');
  if (!contact) return;
  const address = elementAt(contact, 'Address', 'Contact');
  put('basics.location.address', address && elementAt(address, 'AddressLine'));
  put('basics.location.postalCode', address && elementAt(address, 'PostalCode'));
  put('basics.location.city', address && elementAt(address, 'Municipality'));
  put('basics.location.countryCode', address && elementAt(address, 'Country', 'Code'));
  put('basics.email', elementAt(contact, 'Email', 'Contact'));
  put(
    'basics.phone',
    elementAt(contact, 'TelephoneList', 'Telephone', 'Contact') ?? elementAt(contact, 'Telephone', 'Contact'),
  );
  put(
    'basics.url',
    elementAt(contact, 'WebsiteList', 'Website', 'Contact') ?? elementAt(contact, 'Website', 'Contact'),
  );
}

function putParts(path: string, period: XmlElement | undefined, put: Put): void {
  if (!period) return;
  put(`${path}.startDate`, partsDate(elementAt(period, 'From')));
  if (elementAt(period, 'Current')?.text !== 'true') put(`${path}.endDate`, partsDate(elementAt(period, 'To')));
}

function readLinguistics(linguistic: XmlElement | undefined, put: Put): void {
  if (!linguistic) return;
  let count = 0;
  for (const own of listOf(linguistic, 'MotherTongueList', 'MotherTongue')) {
    put(`languages[${count}].language`, elementAt(own, 'Description', 'Label'));
    put(`languages[${count++}].fluency`, { text: 'mother tongue', path: own.path });
  }
  for (const other of listOf(linguistic, 'ForeignLanguageList', 'ForeignLanguage')) {
    put(`languages[${count}].language`, elementAt(other, 'Description', 'Label'));
    const levels = elementAt(other, 'ProficiencyLevel');
    const said = [...new Set((levels?.children ?? []).map(({ text }) => text).filter(Boolean))];
    if (levels && said.length > 0) put(`languages[${count}].fluency`, { text: said.join(' / '), path: levels.path });
    count++;
  }
}

function readCandidate(root: XmlElement): Candidate[] {
  const { candidates, put } = collect();
  const person = elementAt(root, 'CandidatePerson');
  const name = person && elementAt(person, 'PersonName');
  if (name) put('basics.name', joined([elementAt(name, 'GivenName'), elementAt(name, 'FamilyName')]));
  for (const contact of person ? childrenOf(person, 'Communication') : []) readCommunication(contact, put);
  const profile = elementAt(root, 'CandidateProfile');
  if (!profile) return candidates;
  put('basics.summary', elementAt(profile, 'ExecutiveSummary'));
  for (const [i, work] of listOf(profile, 'EmploymentHistory', 'EmployerHistory').entries()) {
    const path = `work[${i}]`;
    put(`${path}.name`, elementAt(work, 'OrganizationName'));
    const position = elementAt(work, 'PositionHistory');
    put(`${path}.position`, position && (elementAt(position, 'PositionTitle') ?? elementAt(position, 'Title')));
    put(`${path}.location`, position && placeText(work, position));
    putDates(path, position && elementAt(position, 'EmploymentPeriod'), put);
    put(`${path}.summary`, position && elementAt(position, 'Description'));
  }
  for (const [i, study] of listOf(profile, 'EducationHistory', 'EducationOrganizationAttendance').entries()) {
    const path = `education[${i}]`;
    put(`${path}.institution`, elementAt(study, 'OrganizationName'));
    put(`${path}.studyType`, elementAt(study, 'EducationDegree', 'DegreeName') ?? elementAt(study, 'ProgramName'));
    put(
      `${path}.area`,
      elementAt(study, 'MajorProgramName') ?? elementAt(study, 'EducationDegree', 'DegreeMajor', 'ProgramName'),
    );
    put(`${path}.score`, elementAt(study, 'EducationScore', 'ScoreText'));
    putDates(path, elementAt(study, 'AttendancePeriod'), put);
  }
  readCompetencies(profile, put);
  for (const [i, item] of listOf(profile, 'Certifications', 'Certification').entries()) {
    put(`certificates[${i}].name`, elementAt(item, 'CertificationName') ?? elementAt(item, 'CertificationTypeCode'));
    put(`certificates[${i}].issuer`, elementAt(item, 'IssuingAuthority', 'Name'));
    put(`certificates[${i}].date`, elementAt(item, 'FirstIssuedDate', 'FormattedDateTime'));
  }
  return candidates;
}

function placeText(work: XmlElement, position: XmlElement): Stated | undefined {
  const address =
    elementAt(position, 'ReferenceLocation', 'Address') ??
    elementAt(work, 'OrganizationContact', 'Communication', 'Address') ??
    elementAt(position, 'ReferenceLocation');
  return address && joined([elementAt(address, 'CityName'), elementAt(address, 'CountryCode')], ', ');
}

function readCommunication(contact: XmlElement, put: Put): void {
  const channel = elementAt(contact, 'ChannelCode')?.text.toLowerCase();
  const uri = elementAt(contact, 'URI');
  if (channel === 'email') put('basics.email', uri && { ...uri, text: uri.text.replace(/^mailto:/i, '') });
  else if (channel === 'web' || channel === 'website') put('basics.url', uri);
  const dialled = joined(
    [elementAt(contact, 'CountryDialing'), elementAt(contact, 'AreaDialing'), elementAt(contact, 'DialNumber')],
    '',
  );
  if (elementAt(contact, 'DialNumber')) put('basics.phone', dialled);
  const address = elementAt(contact, 'Address');
  if (!address) return;
  put('basics.location.address', elementAt(address, 'AddressLine'));
  put('basics.location.postalCode', elementAt(address, 'PostalCode'));
  put('basics.location.city', elementAt(address, 'CityName'));
  put('basics.location.countryCode', elementAt(address, 'CountryCode'));
}

function putDates(path: string, period: XmlElement | undefined, put: Put): void {
  if (!period) return;
  put(`${path}.startDate`, elementAt(period, 'StartDate', 'FormattedDateTime'));
  if (elementAt(period, 'CurrentIndicator')?.text !== 'true')
    put(`${path}.endDate`, elementAt(period, 'EndDate', 'FormattedDateTime'));
}

/** Languages are competencies whose id says so; all others are skills. */
function readCompetencies(profile: XmlElement, put: Put): void {
  let languages = 0;
  let skills = 0;
  for (const item of listOf(profile, 'PersonQualifications', 'PersonCompetency')) {
    const id = elementAt(item, 'TaxonomyID')?.text.toLowerCase() ?? '';
    const name = elementAt(item, 'CompetencyName') ?? elementAt(item, 'CompetencyID');
    if (!id.includes('language')) {
      put(`skills[${skills++}].name`, name);
      continue;
    }
    put(`languages[${languages}].language`, name);
    const levels = childrenOf(item, 'CompetencyDimension').map((one) => elementAt(one, 'Score', 'ScoreText'));
    const said = levels.filter((one) => one !== undefined && one.text !== '') as XmlElement[];
    const first = said[0];
    if (first)
      put(`languages[${languages}].fluency`, {
        text: [...new Set(said.map(({ text }) => text))].join(' / '),
        path: first.path,
      });
    languages++;
  }
}

export const europassSkillsPassport: StructuredSyntax = {
  id: 'europass-v3',
  title: 'Europass CV (until 2020)',
  recognises: ({ name, children }) =>
    name === 'SkillsPassport' || (name === 'LearnerInfo' && children.some((child) => child.name === 'Identification')),
  read: (root) => ({ type: 'resume', profile: null, candidates: readSkillsPassport(root), lines: [] }),
};

export const europassCandidate: StructuredSyntax = {
  id: 'europass-v4',
  title: 'Europass CV',
  recognises: ({ name, children }) =>
    name === 'Candidate' && children.some((child) => child.name === 'CandidatePerson'),
  read: (root) => ({ type: 'resume', profile: null, candidates: readCandidate(root), lines: [] }),
};
