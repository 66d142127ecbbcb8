// A read résumé, as a record has it, and a job.

import type { Value } from '../../../../src/document/value.ts';
import type { ArtifactRecord } from '../../../../src/write/artifact-declaration.ts';

const value = (text: string, raw = text): Value => ({
  value: text,
  raw,
  origin: 'read',
  confidence: 0.95,
  evidence: [{ page: 1, box: [10, 10, 60, 20], text: raw }],
  source: 'test',
  signals: {},
});

const texts: Record<string, string> = {
  'basics.name': 'Ida Holm',
  'basics.label': 'Backend Engineer',
  'basics.email': 'ida@example.com',
  'basics.summary': 'Backend engineer who likes small services.',
  'work[0].name': 'Vale Software Ltd',
  'work[0].position': 'Senior Engineer',
  'work[0].location': 'Leeds',
  'work[0].highlights[0]': 'Organised the yearly summer party.',
  'work[0].highlights[1]': 'Responsible for deploying the billing service with Docker on Kubernetes.',
  'work[0].highlights[2]': 'Led a team of 12 engineers that rebuilt the billing service in Go.',
  'work[1].name': 'Kent Freight',
  'work[1].position': 'Developer',
  'work[1].startDate': '2015-02',
  'work[1].endDate': '2019-02',
  'work[1].highlights[0]': 'Made 3 APIs for drivers.',
  'work[1].highlights[1]': 'Helped with the migration to PostgreSQL.',
  'education[0].institution': 'University of Leeds',
  'education[0].studyType': 'BSc',
  'education[0].area': 'Mathematics',
  'education[0].startDate': '2011',
  'education[0].endDate': '2014',
  'languages[0].language': 'German',
  'languages[0].fluency': 'B2',
  'skills[0].name': 'Tools',
  'skills[0].keywords[0]': 'Git',
  'skills[0].keywords[1]': 'Docker',
  'skills[1].name': 'Languages',
  'skills[1].keywords[0]': 'Python',
  'skills[1].keywords[1]': 'Go',
};

export const idaRecord: ArtifactRecord = {
  id: '01900000-0000-7000-8000-000000000001',
  type: 'resume',
  fields: {
    ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, value(text)])),
    'work[0].startDate': value('2019-03', 'Mar 2019 – present'),
  },
};

export const goJob = `Backend Engineer

We build billing for freight companies.

Requirements
- 5+ years of experience with Go
- Experience with Kubernetes and Docker
- Terraform

Nice to have
- PostgreSQL`;
