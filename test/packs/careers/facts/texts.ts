// Texts of one made-up person, for tests of the ledger.

import type { ResumeBody } from '../../../../src/packs/careers/exports/resume-body.ts';
import { nothingTold, placeIn, type Told, toldOfResume } from '../../../../src/packs/careers/facts/told.ts';

export const idaResume: ResumeBody = {
  basics: { name: 'Ida Holm', label: 'Backend Engineer', summary: 'Backend engineer who likes small services.' },
  work: [
    {
      name: 'Vale Software Ltd',
      position: 'Senior Engineer',
      startDate: '2019-03',
      highlights: ['Led a team of 12 engineers that rebuilt the billing service.', 'Cut build times by 40%.'],
    },
    {
      name: 'Kent Freight',
      position: 'Developer',
      startDate: '2015-02',
      endDate: '2019-02',
      highlights: ['Built 3 APIs.'],
    },
  ],
  education: [
    { institution: 'University of Leeds', studyType: 'BSc', area: 'Mathematics', startDate: '2011', endDate: '2014' },
  ],
  languages: [{ language: 'German', fluency: 'B2' }],
  skills: [{ name: 'Go' }, { name: 'Tools', keywords: ['Docker'] }],
};

export const told = (body: ResumeBody, title = 'the résumé'): Told =>
  toldOfResume(body, { title, placeOf: placeIn({ artifact: title }), isOpen: (at) => at === 'work[0]' });

export const letter = (...paragraphs: string[]): Told => ({
  ...nothingTold('the letter'),
  prose: paragraphs.map((text, i) => ({ text, span: placeIn({})(`paragraphs[${i}]`, text) })),
});
