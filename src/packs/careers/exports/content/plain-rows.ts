// The sections as people print them: what an entry is, is told by its place and its look.

import { fieldLabels, type LabelledThing } from '../../locales/field-labels.ts';
import type { ResumeLanguage } from '../../locales/resume-languages.ts';
import type { ResumeBody } from '../resume-body.ts';
import { printDate, printPeriod } from '../words/dates.ts';
import { type PrintedSection, sectionWords } from '../words/section-words.ts';
import type { ContentEntry, ContentRow, ContentSection, Span } from './printed-content.ts';
import { isListable, joinList, linked, printCountry, printPhone } from './span-parts.ts';

/** E-mail, phone, place, web, profiles. */
export function contactItems({ basics = {} }: ResumeBody, language: ResumeLanguage): Span[][] {
  const { email, phone, url, location = {}, profiles = [] } = basics;
  const country = location.countryCode === undefined ? undefined : printCountry(location.countryCode, language);
  const city = [location.postalCode, location.city].filter(Boolean).join(' ');
  const place = [location.address, city, location.region, country].filter(Boolean).join(', ');
  return [
    ...(email ? [[linked(email)]] : []),
    ...(phone ? [[{ text: printPhone(phone) }]] : []),
    ...(place ? [[{ text: place }]] : []),
    ...(url ? [[linked(url)]] : []),
    ...profiles.map((profile) => profileSpans(profile)).filter((spans) => spans.length > 0),
  ];
}

type Profile = NonNullable<NonNullable<ResumeBody['basics']>['profiles']>[number];

function profileSpans({ network, username, url }: Profile): Span[] {
  if (url !== undefined) return [linked(url)];
  return username === undefined ? [] : [{ text: network === undefined ? username : `${network}: ${username}` }];
}

type Write = (body: ResumeBody, language: ResumeLanguage) => ContentEntry[];

const writers: readonly (readonly [PrintedSection, Write])[] = [
  ['summary', ({ basics }) => (basics?.summary ? [[text(basics.summary)]] : [])],
  ['work', ({ work = [] }, language) => work.map((each) => station({ ...each, place: each.location }, language))],
  ['education', ({ education = [] }, language) => education.map((each) => study(each, language))],
  ['skills', ({ skills = [] }) => skillRows(skills)],
  ['projects', ({ projects = [] }, language) => projects.map((each) => project(each, language))],
  [
    'volunteer',
    ({ volunteer = [] }, language) => volunteer.map((each) => station({ ...each, name: each.organization }, language)),
  ],
  [
    'certificates',
    ({ certificates = [] }, language) =>
      certificates.map(({ name, issuer, date, url }) => [
        item([name, issuer], { ...(url ? { url } : {}), right: date && printDate(date, language) }),
      ]),
  ],
  [
    'publications',
    ({ publications = [] }, language) =>
      publications.map(({ name, publisher, releaseDate, url, summary }) => [
        head(name ?? publisher ?? '', releaseDate && printDate(releaseDate, language)),
        ...(name && publisher ? [sub(publisher)] : []),
        ...(summary ? [text(summary)] : []),
        ...(url ? [field([linked(url)])] : []),
      ]),
  ],
  [
    'awards',
    ({ awards = [] }, language) =>
      awards.map(({ title, awarder, date, summary }) => [
        item([title, awarder], { right: date && printDate(date, language) }),
        ...(summary ? [text(summary)] : []),
      ]),
  ],
  ['languages', ({ languages = [] }) => languageRows(languages)],
  [
    'interests',
    ({ interests = [] }) =>
      interests.every(({ keywords = [] }) => keywords.length === 0)
        ? interests.length > 0
          ? [[text(joinList(interests.map(({ name = '' }) => name)))]]
          : []
        : interests.map(({ name = '', keywords = [] }) => [group(name, keywords)]),
  ],
  [
    'references',
    ({ references = [] }) =>
      references.map(({ name, reference }) => [...(name ? [head(name)] : []), ...(reference ? [text(reference)] : [])]),
  ],
];

/** All sections in the order in which they are printed; those without entries are left out. */
export function plainSections(body: ResumeBody, language: ResumeLanguage): ContentSection[] {
  const known = writers.map(([id, write]): ContentSection => {
    const entries = write(body, language).filter((rows) => rows.length > 0);
    return { id, title: sectionWords[language][id], entries };
  });
  const others = (body.sections ?? []).map(
    ({ title = '', text: items = [] }): ContentSection => ({
      id: 'other',
      title,
      entries: items.map((each) => [bullet(each)]),
    }),
  );
  return [...known, ...others].filter(({ entries }) => entries.length > 0);
}

const text = (said: string): ContentRow => ({ kind: 'text', spans: [{ text: said }] });
const bullet = (said: string): ContentRow => ({ kind: 'bullet', spans: [{ text: said }] });
const field = (spans: readonly Span[]): ContentRow => ({ kind: 'field', spans });
const withRight = (right: string | undefined): { right?: string } => (right ? { right } : {});
const head = (said: string, right?: string): ContentRow => ({
  kind: 'head',
  left: [{ text: said, strong: true }],
  ...withRight(right),
});
const sub = (said: string, right?: string): ContentRow => ({
  kind: 'sub',
  left: said === '' ? [] : [{ text: said }],
  ...withRight(right),
});

/** A name, who gave it, and an address in one row. */
function item(
  [name, by]: readonly (string | undefined)[],
  { url, right }: { url?: string; right?: string | undefined },
): ContentRow {
  const left: Span[] = [
    ...(name ? [{ text: name, strong: true }] : []),
    ...(by ? [{ text: name ? ` – ${by}` : by }] : []),
    ...(url ? [{ text: ' – ' }, linked(url)] : []),
  ];
  return { kind: 'item', left, ...withRight(right) };
}

type Station = NonNullable<ResumeBody['work']>[number] & { place?: string | undefined };

function station(
  {
    position,
    name,
    place,
    summary,
    description,
    url,
    highlights = [],
    ...period
  }: Omit<Station, 'name'> & { name?: string | undefined },
  language: ResumeLanguage,
): ContentRow[] {
  const dates = printPeriod(period, language);
  const first = position ?? name ?? place ?? '';
  const second = position === undefined ? undefined : name;
  const where = position === undefined && name === undefined ? undefined : place;
  return [
    ...(first || dates ? [head(first, dates)] : []),
    ...(second || where ? [sub(second ?? '', where)] : []),
    ...(description ? [note('aboutEmployer', description, language)] : []),
    ...(url ? [note('web', url, language)] : []),
    ...(summary ? [text(summary)] : []),
    ...highlights.map(bullet),
  ];
}

/** What stands between a degree and its field. */
const IN: Readonly<Record<ResumeLanguage, string>> = {
  en: ' in ',
  de: ' in ',
  fr: ' en ',
  es: ' en ',
  it: ' in ',
  pt: ' em ',
  nl: ' in ',
  pl: ' na kierunku ',
};
const GRADE: Readonly<Record<ResumeLanguage, string>> = {
  en: 'Grade',
  de: 'Note',
  fr: 'Mention',
  es: 'Nota',
  it: 'Voto',
  pt: 'Nota',
  nl: 'Cijfer',
  pl: 'Ocena',
};

type Study = NonNullable<ResumeBody['education']>[number];

function study(
  { studyType, area, institution, location, score, url, courses = [], ...period }: Study,
  language: ResumeLanguage,
): ContentRow[] {
  const what = [studyType, area].filter(Boolean).join(IN[language]);
  const first = what || institution || '';
  const dates = printPeriod(period, language);
  return [
    ...(first || dates ? [head(first, dates)] : []),
    ...((what && institution) || location ? [sub(what ? (institution ?? '') : '', location)] : []),
    ...(score ? [text(`${GRADE[language]}: ${score}`)] : []),
    ...(url ? [note('web', url, language)] : []),
    ...courses.map(bullet),
  ];
}

type Project = NonNullable<ResumeBody['projects']>[number];

function project(
  { name = '', description, type, entity, roles = [], url, highlights = [], keywords = [], ...period }: Project,
  language: ResumeLanguage,
): ContentRow[] {
  return [
    head(name, printPeriod(period, language)),
    ...(type ? [note('kind', type, language)] : []),
    ...(entity ? [note('client', entity, language)] : []),
    ...roles.map((role) => note('role', role, language)),
    ...(description ? [text(description)] : []),
    ...highlights.map(bullet),
    ...(isListable(keywords)
      ? [note('keywords', joinList(keywords), language)]
      : keywords.map((keyword) => note('keyword', keyword, language))),
    ...(url ? [note('web', url, language)] : []),
  ];
}

/** What has no place of its own in an entry says what it is. */
const note = (thing: LabelledThing, said: string, language: ResumeLanguage): ContentRow =>
  field([{ text: `${fieldLabels[language][thing][0]}: ` }, thing === 'web' ? linked(said) : { text: said }]);

const group = (name: string, items: readonly string[]): ContentRow => ({
  kind: 'text',
  spans: [{ text: `${name}: `, strong: true }, { text: joinList(items) }],
});

type Skill = NonNullable<ResumeBody['skills']>[number];

/** Groups one a row; skills without a group in lists, in the order in which they come. */
function skillRows(skills: readonly Skill[]): ContentEntry[] {
  const rows: ContentRow[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) rows.push(text(joinList(run)));
    run = [];
  };
  for (const { name = '', level, keywords = [] } of skills) {
    if (keywords.length === 0) run.push(level ? `${name} (${level})` : name);
    else {
      close();
      rows.push(group(level ? `${name} (${level})` : name, keywords));
    }
  }
  close();
  return rows.map((each) => [each]);
}

function languageRows(languages: NonNullable<ResumeBody['languages']>): ContentEntry[] {
  const items = languages.map(({ language = '', fluency }) => (fluency ? `${language} (${fluency})` : language));
  return items.length > 0 ? [[text(items.join(' · '))]] : [];
}
