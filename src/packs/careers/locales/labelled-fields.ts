// Which field of a group a labelled value belongs to, group by group; the first names the entry.

import type { LabelledThing } from './field-labels.ts';

export type LabelledField = readonly [field: string, thing: LabelledThing];

export const labelledFields: Readonly<Record<string, readonly LabelledField[]>> = {
  work: [
    ['position', 'position'],
    ['name', 'employer'],
    ['location', 'place'],
    ['startDate', 'begin'],
    ['endDate', 'end'],
    ['url', 'web'],
    ['description', 'aboutEmployer'],
    ['summary', 'summary'],
    ['highlights[]', 'highlight'],
  ],
  volunteer: [
    ['position', 'position'],
    ['organization', 'organisation'],
    ['startDate', 'begin'],
    ['endDate', 'end'],
    ['url', 'web'],
    ['summary', 'summary'],
    ['highlights[]', 'highlight'],
  ],
  education: [
    ['studyType', 'degree'],
    ['area', 'field'],
    ['institution', 'institution'],
    ['location', 'place'],
    ['startDate', 'begin'],
    ['endDate', 'end'],
    ['score', 'grade'],
    ['url', 'web'],
    ['courses[]', 'course'],
  ],
  skills: [
    ['name', 'skill'],
    ['level', 'level'],
    ['keywords[]', 'keyword'],
  ],
  languages: [
    ['language', 'language'],
    ['fluency', 'level'],
  ],
  certificates: [
    ['name', 'certificate'],
    ['issuer', 'issuer'],
    ['date', 'date'],
    ['url', 'web'],
  ],
  projects: [
    ['name', 'project'],
    ['type', 'kind'],
    ['entity', 'client'],
    ['startDate', 'begin'],
    ['endDate', 'end'],
    ['roles[]', 'role'],
    ['url', 'web'],
    ['description', 'summary'],
    ['highlights[]', 'highlight'],
    ['keywords[]', 'keyword'],
  ],
  publications: [
    ['name', 'work'],
    ['publisher', 'publisher'],
    ['releaseDate', 'date'],
    ['url', 'web'],
    ['summary', 'summary'],
  ],
  awards: [
    ['title', 'award'],
    ['awarder', 'issuer'],
    ['date', 'date'],
    ['summary', 'summary'],
  ],
  interests: [
    ['name', 'interest'],
    ['keywords[]', 'keyword'],
  ],
  references: [
    ['name', 'referee'],
    ['reference', 'reference'],
  ],
};

export const basicsFields: readonly LabelledField[] = [
  ['name', 'person'],
  ['label', 'title'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['url', 'web'],
  ['location.address', 'street'],
  ['location.postalCode', 'postalCode'],
  ['location.city', 'city'],
  ['location.region', 'region'],
  ['location.countryCode', 'country'],
];

export const profileFields: readonly LabelledField[] = [
  ['network', 'network'],
  ['username', 'userName'],
  ['url', 'profile'],
];
