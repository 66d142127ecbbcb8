// What one text of a person tells: stations, schools, languages and sentences, each with its place. A résumé, a profile and a letter
// are told alike, so that they can be compared.

import type { AssessedSpan } from '../../../write/assessment.ts';
import type { ResumeBody } from '../exports/resume-body.ts';

export interface Said {
  text: string;
  span: AssessedSpan;
}

export interface ToldPeriod {
  from?: Said | undefined;
  to?: Said | undefined;
  /** It is said that it goes on. */
  open: boolean;
}

export interface ToldStation extends ToldPeriod {
  /** volunteer: beside a job nobody wonders. */
  kind: 'work' | 'volunteer';
  employer?: Said | undefined;
  position?: Said | undefined;
  place?: Said | undefined;
}

export interface ToldSchool extends ToldPeriod {
  institution?: Said | undefined;
  degree?: Said | undefined;
  area?: Said | undefined;
}

export interface ToldLanguage {
  language: Said;
  level?: Said | undefined;
}

/** A text in sentences; `station`: position in `stations` of what it tells of. */
export interface ToldProse extends Said {
  station?: number | undefined;
}

export interface Told {
  /** As it is called in a message: `the résumé`. */
  title: string;
  name?: Said | undefined;
  stations: ToldStation[];
  schools: ToldSchool[];
  languages: ToldLanguage[];
  certificates: Said[];
  skills: Said[];
  prose: ToldProse[];
}

export type PlaceOf = (path: string, text: string) => AssessedSpan;

/** Of a body that is assessed or compared: the whole text at a path. */
export const placeIn =
  (where: Pick<AssessedSpan, 'artifact'>): PlaceOf =>
  (path, text) => ({ ...where, path, start: 0, end: text.length, text });

export function nothingTold(title: string): Told {
  return { title, stations: [], schools: [], languages: [], certificates: [], skills: [], prose: [] };
}

/** `isOpen`: whether the record says of the station that it goes on; JSON Resume has no word for it. */
export function toldOfResume(
  body: ResumeBody,
  { title, placeOf, isOpen = () => false }: { title: string; placeOf: PlaceOf; isOpen?: (path: string) => boolean },
): Told {
  const say = (path: string, text: string | undefined): Said | undefined =>
    text === undefined || text.trim() === '' ? undefined : { text, span: placeOf(path, text) };
  const told = nothingTold(title);
  const { basics, work = [], volunteer = [], education = [] } = body;
  told.name = say('basics.name', basics?.name);
  const add = (path: string, text: string | undefined, station?: number): void => {
    const said = say(path, text);
    if (said) told.prose.push({ ...said, ...(station === undefined ? {} : { station }) });
  };
  add('basics.summary', basics?.summary);
  const period = (at: string, { startDate, endDate }: { startDate?: string; endDate?: string }): ToldPeriod => ({
    from: say(`${at}.startDate`, startDate),
    to: say(`${at}.endDate`, endDate),
    open: endDate === undefined && isOpen(at),
  });
  const stations = [
    ...work.map((one, i) => ({
      one,
      at: `work[${i}]`,
      kind: 'work' as const,
      employer: say(`work[${i}].name`, one.name),
    })),
    ...volunteer.map((one, i) => ({
      one: { ...one, location: undefined },
      at: `volunteer[${i}]`,
      kind: 'volunteer' as const,
      employer: say(`volunteer[${i}].organization`, one.organization),
    })),
  ];
  for (const { one, at, kind, employer } of stations) {
    const index = told.stations.length;
    const position = say(`${at}.position`, one.position);
    told.stations.push({ kind, employer, position, place: say(`${at}.location`, one.location), ...period(at, one) });
    add(`${at}.summary`, one.summary, index);
    for (const [i, text] of (one.highlights ?? []).entries()) add(`${at}.highlights[${i}]`, text, index);
  }
  for (const [i, school] of education.entries()) {
    const at = `education[${i}]`;
    told.schools.push({
      institution: say(`${at}.institution`, school.institution),
      degree: say(`${at}.studyType`, school.studyType),
      area: say(`${at}.area`, school.area),
      ...period(at, school),
    });
    for (const [j, text] of (school.courses ?? []).entries()) add(`${at}.courses[${j}]`, text);
  }
  for (const [i, { language, fluency }] of (body.languages ?? []).entries()) {
    const said = say(`languages[${i}].language`, language);
    if (said) told.languages.push({ language: said, level: say(`languages[${i}].fluency`, fluency) });
  }
  for (const [i, { name }] of (body.certificates ?? []).entries()) {
    const said = say(`certificates[${i}].name`, name);
    if (said) told.certificates.push(said);
  }
  for (const [i, { name, keywords = [] }] of (body.skills ?? []).entries()) {
    const said = [say(`skills[${i}].name`, name), ...keywords.map((one, j) => say(`skills[${i}].keywords[${j}]`, one))];
    told.skills.push(...said.filter((one) => one !== undefined));
  }
  for (const [i, { description, highlights = [] }] of (body.projects ?? []).entries()) {
    add(`projects[${i}].description`, description);
    for (const [j, text] of highlights.entries()) add(`projects[${i}].highlights[${j}]`, text);
  }
  return told;
}
