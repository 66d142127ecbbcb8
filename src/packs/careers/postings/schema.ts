// Fields of a job posting: schema.org JobPosting, plus what a posting asks for, piece by piece.

import type { FieldKind, FieldSpec } from '../../../pipeline/pack.ts';
import { employmentTypes, experienceLevels, workplaces } from './locales/fact-words.ts';
import { salaryUnits } from './read/salary.ts';
import { requirementKinds, requirementLevels } from './requirements/requirement.ts';

type Row = readonly [path: string, kind: FieldKind, title: string, more?: Partial<FieldSpec>];

const rows = (list: readonly Row[]): FieldSpec[] =>
  list.map(([path, kind, title, more]) => ({ path, kind, title, labels: [], ...more }));

export const postingFields: readonly FieldSpec[] = rows([
  ['title', 'text', 'Job title', { required: true }],
  ['hiringOrganization.name', 'party', 'Employer', { required: true }],
  ['hiringOrganization.sameAs', 'url', 'Web page of the employer'],
  [
    'identifier',
    'identifier',
    'Reference',
    {
      labels: [
        ...[
          'job id',
          'job reference',
          'reference number',
          'reference',
          'ref',
          'requisition id',
          'req id',
          'job number',
          'vacancy id',
        ],
        ...[
          'referenznummer',
          'kennziffer',
          'stellen-id',
          'job-id',
          'chiffre',
          'stellennummer',
          'référence',
          'referencia',
          'numer referencyjny',
        ],
      ],
    },
  ],
  ['url', 'url', 'Address of the posting'],
  ['jobLocation', 'text', 'Place of work, as stated; several parted by semicolons'],
  ['jobCountry', 'country', 'Country of the place of work'],
  ['jobLocationType', 'enum', 'Where work is done', { values: workplaces }],
  ['applicantLocationRequirements', 'text', 'Where applicants may live'],
  ['employmentType', 'enum', 'Employment type', { values: employmentTypes }],
  ['otherEmploymentTypes[]', 'enum', 'Further employment types that it offers', { values: employmentTypes }],
  ['experienceLevel', 'enum', 'Seniority', { values: experienceLevels }],
  ['experienceYears', 'number', 'Years of experience that are asked for, at least'],
  ['baseSalary.min', 'number', 'Salary from'],
  ['baseSalary.max', 'number', 'Salary to'],
  ['baseSalary.currency', 'currency', 'Currency of the salary'],
  ['baseSalary.unit', 'enum', 'Period of the salary', { values: salaryUnits }],
  [
    'datePosted',
    'date',
    'Posted on',
    {
      labels: [
        ...[
          'date posted',
          'posted on',
          'posted',
          'posting date',
          'published',
          'publication date',
          'published on',
          'job posted',
        ],
        ...[
          'veröffentlicht',
          'veröffentlicht am',
          'online seit',
          'erschienen am',
          'publié le',
          'date de publication',
          'fecha de publicación',
          'publicado',
          'geplaatst op',
          'data pubblicazione',
          'data publikacji',
        ],
      ],
    },
  ],
  [
    'validThrough',
    'date',
    'Open until',
    {
      labels: [
        ...[
          'apply by',
          'application deadline',
          'deadline',
          'closing date',
          'applications close',
          'expires',
          'valid through',
          'closes',
          'apply before',
        ],
        ...[
          'bewerbungsfrist',
          'bewerbungsschluss',
          'bewerbung bis',
          'bewerben bis',
          'einsendeschluss',
          'date limite',
          'date limite de candidature',
          'fecha límite',
          'sluitingsdatum',
          'scadenza',
          'prazo',
          'termin składania',
        ],
      ],
    },
  ],
  [
    'jobStartDate',
    'date',
    'Start of work',
    {
      labels: [
        'start date',
        'starting date',
        'job start',
        'eintrittsdatum',
        'eintrittstermin',
        'beginn',
        'arbeitsbeginn',
        'startdatum',
        'date de début',
        'prise de poste',
        'fecha de inicio',
        'fecha de incorporación',
      ],
    },
  ],
  ['description', 'text', 'What the job is'],
  ['responsibilities', 'text', 'Responsibilities, one a line'],
  ['qualifications', 'text', 'What is asked for, as printed, one a line'],
  ['skills[]', 'text', 'Skills'],
  ['requirements[].text', 'text', 'A requirement, as printed'],
  ['requirements[].kind', 'enum', 'Kind of the requirement', { values: requirementKinds }],
  ['requirements[].level', 'enum', 'must or nice to have', { values: requirementLevels }],
  [
    'requirements[].value',
    'text',
    'The requirement, normalised',
    {
      description:
        'years: `5`, `3-5`; degree: `bachelor`, `bachelor or equivalent`; language: `German C1`; permit: `work-permit` …; place: `on-site`, `travel` …',
    },
  ],
  ['requirements[].skills', 'list', 'Skills of the requirement'],
  ['visaSponsorship', 'boolean', 'Whether the employer sponsors a visa'],
  ['jobBenefits', 'text', 'Benefits, one a line'],
  ['industry', 'text', 'Industry or department'],
  ['applicationContact.email', 'email', 'E-mail for applications'],
  ['applicationContact.url', 'url', 'Where to apply'],
]);
