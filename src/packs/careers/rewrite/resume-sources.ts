// What a résumé, letter or profile made of a record may lean on: its values, each with the station that it tells of. A line with
// employer, title and dates heads each station.

import type { Value } from '../../../document/value.ts';
import type { ArtifactRecord } from '../../../write/artifact-declaration.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import { bodyOfRecord, type ResumeBody, type ResumePeriod } from '../exports/resume-body.ts';
import { resumeFields } from '../schema.ts';
import { languageOfTexts, type TextLanguage } from './resume-language.ts';
import { stationOf } from './station.ts';

export const VALUE = 'value:';
export const STATION = 'station:';

const titles = new Map(resumeFields.map(({ path, title }) => [path, title]));
/** Told in sentences: they support by themselves and with the head of their station, not with each other. */
const PROSE = /\.(?:summary|description|highlights\[\d+\]|courses\[\d+\]|text\[\d+\]|reference)$/;
/** Ids of a taxonomy are no words of the person; who vouches for them is somebody else. */
const SILENT = /^(?:skills\[\d+\]\.ids\[|references\[|.*\.url$)/;
/** Every value of such a group stands for itself: one language has no level of another. */
const SINGLE = /^((?:languages|certificates|awards|publications|interests|sections)\[\d+\])/;

/** What a list of them is called. */
export const SKILLS: Record<TextLanguage, string> = { en: 'Skills', de: 'Kenntnisse' };

export function sourcesOfRecord({ fields }: Pick<ArtifactRecord, 'fields'>): GateSource[] {
  const language = languageOfTexts(proseOf(bodyOfRecord({ fields })));
  const stations = stationsOf(fields, language);
  const values = Object.entries(fields).flatMap(([path, { value }]): GateSource[] => {
    if (typeof value !== 'string' || value.trim() === '' || SILENT.test(path)) return [];
    const subject = subjectOf(path, stations);
    const id = VALUE + path;
    if (PROSE.test(path)) return [{ id, kind: 'passage', text: value, subject }];
    const label = path.startsWith('skills[') ? SKILLS[language] : titles.get(path.replace(/\[\d+\]/g, '[]'));
    return [{ id, kind: 'value', text: value, subject, ...(label ? { label } : {}) }];
  });
  const heads = [...stations].map(
    ([at, { subject, head }]): GateSource => ({
      id: STATION + at,
      kind: 'passage',
      heading: true,
      text: head,
      subject,
    }),
  );
  return [...heads.filter(({ text }) => text !== ''), ...values];
}

interface Station {
  subject: string;
  head: string;
}

function subjectOf(path: string, stations: ReadonlyMap<string, Station>): string {
  const station = /^(?:work|volunteer|projects|education)\[\d+\]/.exec(path);
  if (station) return stations.get(station[0])!.subject;
  const single = SINGLE.exec(path);
  return single ? single[1]! : path.startsWith('skills[') ? 'skills' : 'person';
}

/** By their path in the record, which may skip places of the body. */
function stationsOf(fields: Readonly<Record<string, Value>>, language: TextLanguage): Map<string, Station> {
  const paths = [
    ...new Set(
      Object.keys(fields).flatMap((path) => /^(?:work|volunteer|projects|education)\[\d+\]/.exec(path)?.[0] ?? []),
    ),
  ];
  return new Map(
    paths.map((at) => {
      const read = (name: string): string | undefined => {
        const value = fields[`${at}.${name}`]?.value;
        return typeof value === 'string' ? value : undefined;
      };
      const first = (...names: string[]) => names.map(read).find((one) => one !== undefined);
      const isProject = at.startsWith('projects');
      const who = isProject ? read('name') : first('name', 'organization', 'institution');
      const what = isProject ? read('entity') : first('position', 'studyType');
      const from = read('startDate');
      const told = { startDate: from, endDate: read('endDate'), open: saysOpen(fields[`${at}.startDate`]) };
      const words = [what, isProject ? undefined : read('area'), who, read('location'), periodInWords(told, language)];
      const head = words.filter((word) => word !== undefined && word !== '').join(', ');
      return [at, { subject: stationOf({ who, what, from }), head }];
    }),
  );
}

/** What the place of its begin says: "2019 – present". JSON Resume itself has no word for it. */
export const saysOpen = (value: Value | undefined): boolean =>
  [value?.raw ?? '', ...(value?.evidence ?? []).map(({ text }) => text)].some((text) =>
    /(?<!\p{L})(?:present|current(?:ly)?|now|today|ongoing|to date|since|heute|aktuell|jetzt|laufend|seit|aujourd['’]hui|actualidad|oggi|heden)(?!\p{L})/iu.test(
      text,
    ),
  );

const MONTHS: Record<TextLanguage, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
};

export function dateInWords(iso: string, language: TextLanguage): string {
  const [year = '', month] = iso.split('-');
  return month ? `${MONTHS[language][Number(month) - 1]} ${year}` : year;
}

type Period = { [name in keyof ResumePeriod]: string | undefined } & { open: boolean };

export function periodInWords({ startDate, endDate, open }: Period, language: TextLanguage): string {
  const say = (iso: string): string => dateInWords(iso, language);
  if (startDate && endDate) return `${say(startDate)} – ${say(endDate)}`;
  if (startDate && open) return `${language === 'de' ? 'seit' : 'since'} ${say(startDate)}`;
  if (startDate) return say(startDate);
  return endDate ? say(endDate) : '';
}

export const proseOf = ({ basics, work = [], volunteer = [], projects = [] }: ResumeBody): string[] => [
  ...(basics?.summary ? [basics.summary] : []),
  ...[...work, ...volunteer, ...projects].flatMap((one) => [
    ...('summary' in one && one.summary ? [one.summary] : []),
    ...(one.highlights ?? []),
  ]),
];

/** The record again, as far as its values are sources. */
export function resumeOfSources(sources: readonly GateSource[]): ResumeBody {
  const fields = sources.filter(({ id }) => id.startsWith(VALUE)).map(({ id, text }) => [id.slice(VALUE.length), text]);
  return bodyOfRecord({ fields: Object.fromEntries(fields.map(([path, value]) => [path, { value } as Value])) });
}

export const isOpenIn =
  (sources: readonly GateSource[]) =>
  (at: string): boolean =>
    sources.some(({ id, text }) => id === STATION + at && /(?:^|, )(?:since|seit) [\p{L}\d ]+$/u.test(text));
