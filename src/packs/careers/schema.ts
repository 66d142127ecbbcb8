// Fields of a résumé: JSON Resume 1.0, plus what pages state and that schema has no place for.

import type { FieldKind, FieldSpec } from '../../pipeline/pack.ts';

type Row = readonly [path: string, kind: FieldKind, title: string, more?: Partial<FieldSpec>];

/** Résumés print no labels beside most values: sections and the form of entries say what is what, so none are declared. */
function fieldsOf(group: string, rows: readonly Row[]): FieldSpec[] {
  return rows.map(([path, kind, title, more]) => ({ path: `${group}${path}`, kind, title, labels: [], ...more }));
}

const partial = { partial: true };
const period: readonly Row[] = [
  ['startDate', 'date', 'Begin', { ...partial, description: 'First day, month or year, as exactly as it is stated.' }],
  [
    'endDate',
    'date',
    'End',
    { ...partial, description: 'Absent while it goes on ("present") and where none is stated.' },
  ],
];
const told: readonly Row[] = [
  ['summary', 'text', 'Summary'],
  ['highlights[]', 'text', 'Highlights, one a bullet'],
];

export const resumeFields: readonly FieldSpec[] = [
  ...fieldsOf('basics.', [
    ['name', 'person', 'Name', { required: true }],
    ['label', 'text', 'Professional title'],
    ['email', 'email', 'E-mail'],
    ['phone', 'phone', 'Phone'],
    ['url', 'url', 'Own web page'],
    ['summary', 'text', 'Summary'],
    ['location.address', 'address', 'Street address'],
    ['location.postalCode', 'text', 'Postal code'],
    ['location.city', 'text', 'City'],
    ['location.region', 'text', 'State or region'],
    ['location.countryCode', 'country', 'Country'],
    ['profiles[].network', 'text', 'Network of a profile'],
    ['profiles[].username', 'text', 'User name in that network'],
    ['profiles[].url', 'url', 'Address of the profile'],
  ]),
  ...fieldsOf('work[].', [
    ['name', 'party', 'Employer'],
    ['position', 'text', 'Position'],
    ['location', 'text', 'Place of work'],
    ...period,
    ['url', 'url', 'Web page of the employer'],
    ['description', 'text', 'What the employer does'],
    ...told,
  ]),
  ...fieldsOf('education[].', [
    ['institution', 'party', 'Institution'],
    ['area', 'text', 'Field of study'],
    ['studyType', 'text', 'Degree'],
    ...period,
    ['score', 'text', 'Grade or grade point average'],
    ['location', 'text', 'Place'],
    ['url', 'url', 'Web page of the institution'],
    ['courses[]', 'text', 'Courses and notes, one a bullet'],
  ]),
  ...fieldsOf('skills[].', [
    ['name', 'text', 'Skill, or name of a group of skills'],
    ['level', 'text', 'Level'],
    ['keywords[]', 'text', 'Skills of the group, as printed'],
    ['ids[]', 'identifier', 'Skills of the taxonomy that its name and keywords name'],
  ]),
  ...fieldsOf('languages[].', [
    ['language', 'text', 'Language'],
    ['fluency', 'text', 'Level, as printed'],
  ]),
  ...fieldsOf('certificates[].', [
    ['name', 'text', 'Certificate'],
    ['issuer', 'party', 'Issuer'],
    ['date', 'date', 'Date', partial],
    ['url', 'url', 'Address'],
  ]),
  ...fieldsOf('projects[].', [
    ['name', 'text', 'Project'],
    ['description', 'text', 'What it is'],
    ['roles[]', 'text', 'Role'],
    ['entity', 'party', 'For whom'],
    ['type', 'text', 'Kind of project'],
    ...period,
    ['url', 'url', 'Address'],
    ['highlights[]', 'text', 'Highlights, one a bullet'],
    ['keywords[]', 'text', 'Keywords'],
  ]),
  ...fieldsOf('publications[].', [
    ['name', 'text', 'Title'],
    ['publisher', 'text', 'Publisher, journal or conference'],
    ['releaseDate', 'date', 'Published', partial],
    ['url', 'url', 'Address or DOI'],
    ['summary', 'text', 'Authors and notes'],
  ]),
  ...fieldsOf('awards[].', [
    ['title', 'text', 'Award'],
    ['date', 'date', 'Date', partial],
    ['awarder', 'party', 'Awarded by'],
    ['summary', 'text', 'Summary'],
  ]),
  ...fieldsOf('volunteer[].', [
    ['organization', 'party', 'Organisation'],
    ['position', 'text', 'Position'],
    ...period,
    ['url', 'url', 'Web page'],
    ...told,
  ]),
  ...fieldsOf('interests[].', [
    ['name', 'text', 'Interest'],
    ['keywords[]', 'text', 'Keywords'],
  ]),
  ...fieldsOf('references[].', [
    ['name', 'person', 'Referee'],
    ['reference', 'text', 'Reference, or how to get one'],
  ]),
  ...fieldsOf('sections[].', [
    ['title', 'text', 'Title of a section that JSON Resume has no place for'],
    ['text[]', 'text', 'What stands in it, one a line or bullet'],
  ]),
];
