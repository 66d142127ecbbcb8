// The archive that LinkedIn gives its members of their own data ("Get a copy of your data"): one table a kind of entry.

import type { Candidate } from '../../../document/value.ts';
import type { XmlElement } from '../../../document/xml-element.ts';
import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { resumeFields } from '../schema.ts';
import { childrenOf, elementAt, type Stated, stated } from './stated.ts';

const specs = new Map(resumeFields.map((spec) => [spec.path, spec]));

/** Table → group and the field of each column. */
const TABLES: readonly { table: string; group: string; columns: Readonly<Record<string, string>> }[] = [
  {
    table: 'Positions',
    group: 'work',
    columns: {
      'Company Name': 'name',
      Title: 'position',
      Description: 'summary',
      Location: 'location',
      'Started On': 'startDate',
      'Finished On': 'endDate',
    },
  },
  {
    table: 'Education',
    group: 'education',
    columns: {
      'School Name': 'institution',
      'Degree Name': 'studyType',
      'Start Date': 'startDate',
      'End Date': 'endDate',
      Notes: 'courses[0]',
      Activities: 'courses[1]',
    },
  },
  { table: 'Skills', group: 'skills', columns: { Name: 'name' } },
  { table: 'Languages', group: 'languages', columns: { Name: 'language', Proficiency: 'fluency' } },
  {
    table: 'Certifications',
    group: 'certificates',
    columns: { Name: 'name', Authority: 'issuer', Url: 'url', 'Started On': 'date' },
  },
  {
    table: 'Projects',
    group: 'projects',
    columns: {
      Title: 'name',
      Description: 'description',
      Url: 'url',
      'Started On': 'startDate',
      'Finished On': 'endDate',
    },
  },
  {
    table: 'Publications',
    group: 'publications',
    columns: {
      Name: 'name',
      'Published On': 'releaseDate',
      Description: 'summary',
      Publisher: 'publisher',
      Url: 'url',
    },
  },
  { table: 'Honors', group: 'awards', columns: { Title: 'title', Description: 'summary', 'Issued On': 'date' } },
  {
    table: 'Volunteering',
    group: 'volunteer',
    columns: {
      'Company Name': 'organization',
      Role: 'position',
      Description: 'summary',
      'Started On': 'startDate',
      'Finished On': 'endDate',
    },
  },
];

function readTables(root: XmlElement): Candidate[] {
  const candidates: Candidate[] = [];
  const put = (field: string, place: Stated | undefined): void => {
    const spec = specs.get(field.replace(/\[\d+\]/g, '[]'));
    const said = place && spec?.kind === 'date' ? dated(place) : place;
    const candidate = said && stated(field, said, spec);
    if (candidate) candidates.push(candidate);
  };
  readProfile(root, put);
  for (const { table, group, columns } of TABLES) {
    for (const [i, row] of rowsOf(root, table).entries()) {
      for (const [column, field] of Object.entries(columns)) put(`${group}[${i}].${field}`, elementAt(row, column));
    }
  }
  return candidates;
}

const rowsOf = (root: XmlElement, table: string): XmlElement[] =>
  childrenOf(root, table).flatMap((found) => childrenOf(found, 'row'));

/** "Jan 2019", "2014", "Sep 01, 2012". */
function dated({ text, path }: Stated): Stated | undefined {
  const value = findPeriods(text)[0]?.value.start;
  return value ? { text: value, path } : undefined;
}

function readProfile(root: XmlElement, put: (field: string, place: Stated | undefined) => void): void {
  const [profile] = rowsOf(root, 'Profile');
  if (profile) {
    const names = ['First Name', 'Last Name'].map((column) => elementAt(profile, column)).filter((part) => part?.text);
    const first = names[0];
    if (first) put('basics.name', { text: names.map((part) => part!.text).join(' '), path: first.path });
    put('basics.label', elementAt(profile, 'Headline'));
    put('basics.summary', elementAt(profile, 'Summary'));
    put('basics.location.address', elementAt(profile, 'Address'));
    put('basics.location.postalCode', elementAt(profile, 'Zip Code'));
    put('basics.location.city', elementAt(profile, 'Geo Location'));
    // "[COMPANY:https://example.org,PERSONAL:https://…]"
    const sites = elementAt(profile, 'Websites');
    const site = sites && /https?:\/\/[^\s,\]]+/.exec(sites.text);
    if (sites && site) put('basics.url', { text: site[0], path: sites.path });
  }
  const emails = rowsOf(root, 'Email Addresses');
  const email = emails.find((row) => elementAt(row, 'Primary')?.text.toLowerCase() === 'yes') ?? emails[0];
  put('basics.email', email && elementAt(email, 'Email Address'));
  const [phone] = rowsOf(root, 'PhoneNumbers');
  put('basics.phone', phone && elementAt(phone, 'Number'));
}

export const linkedinExport: StructuredSyntax = {
  id: 'linkedin-export',
  title: 'LinkedIn data export',
  recognises: (root) =>
    root.name === 'tables' &&
    (childrenOf(root, 'Positions').length > 0 || childrenOf(root, 'Education').length > 0) &&
    rowsOf(root, 'Profile').some((row) => elementAt(row, 'First Name') && elementAt(row, 'Headline')),
  read: (root) => ({ type: 'resume', profile: null, candidates: readTables(root), lines: [] }),
};
