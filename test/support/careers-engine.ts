// Parts of an engine as the careers pack declares them, around the toy reader: for tests that put résumés and postings in by hand.

import { createCaseKinds } from '../../src/cases/case-kinds.ts';
import type { Engine } from '../../src/compose/engine.ts';
import { permissionNames } from '../../src/identity/permissions.ts';
import { createMatching } from '../../src/match/matching.ts';
import { careers } from '../../src/packs/careers/index.ts';
import { checkOperations } from '../../src/pipeline/pack-operation.ts';
import { roles } from '../../src/store/roles.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';

export const careersEngine = {
  matching: createMatching(careers.matches ?? [], careers.types, careers.watches),
  olderAddresses: careers.olderAddresses ?? [],
  operations: checkOperations([careers], { permissions: permissionNames }),
} satisfies Partial<Engine>;

/** The same, which knows its types and cases and not those of the toy. */
export const wholeCareersEngine = {
  ...careersEngine,
  types: careers.types,
  artifactKinds: checkDeclarations([textArtifact, ...(careers.artifacts ?? [])]),
  caseKinds: createCaseKinds(careers.cases ?? [], {
    recordTypes: careers.types.map(({ id }) => id),
    artifactKinds: [],
    matches: (careers.matches ?? []).map(({ id }) => id),
    permissions: permissionNames,
    roles,
  }),
} satisfies Partial<Engine>;

/** A posting as it may be read: values by flat path. */
export const aPosting = (more: Record<string, unknown> = {}) => ({
  title: 'Backend Developer',
  'hiringOrganization.name': 'Kestrel Systems GmbH',
  jobLocation: 'Munich, Germany',
  jobCountry: 'DE',
  jobLocationType: 'hybrid',
  employmentType: 'FULL_TIME',
  experienceLevel: 'senior',
  experienceYears: 5,
  'baseSalary.min': 6000,
  'baseSalary.max': 7000,
  'baseSalary.currency': 'EUR',
  'baseSalary.unit': 'MONTH',
  datePosted: new Date().toISOString().slice(0, 10),
  'requirements[0].text': 'Strong experience with Python and PostgreSQL',
  'requirements[0].kind': 'skill',
  'requirements[0].level': 'must',
  'requirements[0].skills': ['Python', 'PostgreSQL'],
  'requirements[1].text': 'Experience with AutoCAD',
  'requirements[1].kind': 'skill',
  'requirements[1].level': 'must',
  'requirements[1].skills': ['AutoCAD'],
  'requirements[2].text': '5 years of experience',
  'requirements[2].kind': 'years',
  'requirements[2].level': 'must',
  'requirements[2].value': '5',
  responsibilities: 'Design services\nRun them in production\nReview the work of others',
  description: 'We build software that plans the routes of delivery vans. '.repeat(10),
  ...more,
});

export const aResume = (more: Record<string, unknown> = {}) => ({
  'basics.name': 'Ada Example',
  'basics.label': 'Senior Backend Developer',
  'basics.location.city': 'Munich',
  'basics.location.countryCode': 'DE',
  'work[0].position': 'Backend Developer',
  'work[0].startDate': '2015-01',
  'work[0].endDate': '2026-01',
  'skills[0].name': 'Python',
  'skills[1].name': 'PostgreSQL',
  'skills[2].name': 'Docker',
  ...more,
});
