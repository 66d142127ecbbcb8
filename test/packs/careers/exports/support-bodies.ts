// Two people as JSON Resume bodies: one in English with most that a résumé can have, one in German with little.

import type { ResumeBody } from '../../../../src/packs/careers/exports/resume-body.ts';

export const maya: ResumeBody = {
  basics: {
    name: 'Maya Lindqvist',
    label: 'Senior Product Designer',
    email: 'maya.lindqvist@example.org',
    phone: '+46 8 123 456 78',
    url: 'https://lindqvist.example',
    summary:
      'Designer of tools that people use all day. Twelve years between research and production, most of them in health care and logistics, where a well-meant screen costs somebody an hour.',
    location: { city: 'Stockholm', countryCode: 'SE' },
    profiles: [{ network: 'LinkedIn', username: 'mayalindqvist', url: 'https://linkedin.com/in/mayalindqvist' }],
  },
  work: [
    {
      name: 'Nordkust Logistik AB',
      position: 'Senior Product Designer',
      location: 'Stockholm, Sweden',
      startDate: '2019-03',
      summary: 'Responsible for the planning tools of forty terminals and for the two designers who draw them.',
      highlights: [
        'Cut the time to plan a day of deliveries from 90 to 35 minutes by replacing eleven forms with one board',
        'Built the design system that six teams use; its components are tested for keyboard and screen readers',
        'Interviewed 120 dispatchers in five countries',
      ],
    },
    {
      name: 'Vårdia AB',
      position: 'Product Designer',
      location: 'Uppsala, Sweden',
      startDate: '2015-08',
      endDate: '2019-02',
      highlights: ['Designed the booking of 2.4 million visits a year', 'Introduced usability tests every second week'],
    },
    {
      name: 'Studio Hav',
      position: 'Graphic Designer',
      location: 'Gothenburg, Sweden',
      startDate: '2012',
      endDate: '2015',
      highlights: ['Brands and packaging for small food producers'],
    },
  ],
  education: [
    {
      institution: 'Chalmers University of Technology',
      studyType: 'MSc',
      area: 'Interaction Design',
      startDate: '2010',
      endDate: '2012',
      location: 'Gothenburg, Sweden',
    },
    {
      institution: 'Uppsala University',
      studyType: 'BSc',
      area: 'Computer Science',
      startDate: '2007',
      endDate: '2010',
    },
  ],
  skills: [
    { name: 'Design', keywords: ['Figma', 'Prototyping', 'Design Systems', 'Accessibility'] },
    { name: 'Research', keywords: ['Usability Testing', 'Interviews', 'Surveys'] },
  ],
  languages: [
    { language: 'Swedish', fluency: 'native' },
    { language: 'English', fluency: 'C2' },
    { language: 'German', fluency: 'B1' },
  ],
  certificates: [{ name: 'Certified Professional in Accessibility', issuer: 'IAAP', date: '2021-06' }],
  projects: [
    {
      name: 'Tidbok',
      description: 'An open calendar for clinics without a budget.',
      startDate: '2020',
      endDate: '2022',
      highlights: ['Used by 14 clinics'],
    },
  ],
};

export const jonas: ResumeBody = {
  basics: {
    name: 'Jonas Grünewald',
    label: 'Elektroniker für Betriebstechnik',
    email: 'jonas@example.org',
    phone: '+49 30 901820',
    location: { address: 'Lindenstraße 12', postalCode: '10969', city: 'Berlin', countryCode: 'DE' },
  },
  work: [
    {
      name: 'Havelwerke GmbH',
      position: 'Elektroniker',
      location: 'Berlin',
      startDate: '2018-09',
      highlights: ['Wartung der Mittelspannungsanlagen', 'Einweisung von drei Auszubildenden'],
    },
    {
      name: 'Elektro Mertens',
      position: 'Auszubildender',
      location: 'Potsdam',
      startDate: '2015-08',
      endDate: '2018-08',
    },
  ],
  education: [{ institution: 'Gesamtschule Potsdam', studyType: 'Mittlere Reife', endDate: '2015' }],
  skills: [{ name: 'Anlagen', keywords: ['SPS', 'Schaltschrankbau', 'Frequenzumrichter'] }],
  languages: [
    { language: 'Deutsch', fluency: 'Muttersprache' },
    { language: 'Englisch', fluency: 'Grundkenntnisse' },
  ],
};

export const bodies: readonly ResumeBody[] = [maya, jonas];
