// What cannot be true of one text by itself: an end before its begin, two full-time jobs at once, one degree that ended twice.

import type { Contradiction } from '../../../write/assessment.ts';
import { differ, monthsOf } from './partial-months.ts';
import { isSameName } from './same-name.ts';
import type { Said, Told, ToldPeriod, ToldSchool, ToldStation } from './told.ts';

/** Handing over takes a few weeks: two jobs may share so many months. */
const SHARED_MONTHS = 1;
const BESIDE =
  /(?<!\p{L})(?:part[- ]time|half[- ]time|freelanc\p{L}*|self[- ]employed|independent|contract(?:or)?|consultant|advis\p{L}+|board|volunteer\p{L}*|intern(?:ship)?|working student|student (?:assistant|worker)|tutor|teaching assistant|owner|founder|co-?founder|teilzeit|freiberuf\p{L}*|selbst(?:st)?ändig\p{L}*|nebenberuf\p{L}*|nebenjob|minijob|werkstudent\p{L}*|praktik\p{L}+|aushilfe|beirat|ehrenamt\p{L}*|gründer\p{L}*|hiwi|tutorin?)(?!\p{L})/iu;

export function findImpossiblePeriods(told: Told, now: string): Contradiction[] {
  return [...endsBeforeStart(told), ...overlaps(told, now), ...twoGraduations([told])];
}

const spans = (...said: (Said | undefined)[]) => said.flatMap((one) => (one ? [one.span] : []));
const named = (station: ToldStation): string => station.employer?.text ?? station.position?.text ?? 'a job';

function endsBeforeStart({ stations, schools }: Told): Contradiction[] {
  const periods: { what: string; period: ToldPeriod }[] = [
    ...stations.map((station) => ({ what: named(station), period: station })),
    ...schools.map((school) => ({ what: school.institution?.text ?? 'a school', period: school })),
  ];
  return periods.flatMap(({ what, period: { from, to } }) => {
    const [begin, end] = [monthsOf(from?.text), monthsOf(to?.text)];
    if (!begin || !end || end.last >= begin.first) return [];
    const message = `${what} ends (${to!.text}) before it begins (${from!.text}).`;
    return [{ rule: 'careers/end-before-start', message, spans: spans(from, to) }];
  });
}

/** Only what must be so: of a year alone, its last month may be meant, and of its end the first. */
function overlaps({ title, stations }: Told, now: string): Contradiction[] {
  const jobs = stations.filter(
    ({ kind, position, employer }) =>
      kind === 'work' && !BESIDE.test(`${position?.text ?? ''} ${employer?.text ?? ''}`),
  );
  return jobs.flatMap((a, i) =>
    jobs.slice(i + 1).flatMap((b): Contradiction[] => {
      if (a.employer && b.employer && isSameName(a.employer.text, b.employer.text)) return [];
      const months = sharedMonths(a, b, now);
      if (months <= SHARED_MONTHS) return [];
      const message = `${title}: ${named(a)} and ${named(b)} are at the same time for ${months} months or more, and neither is said to be part-time.`;
      return [{ rule: 'careers/jobs-overlap', message, spans: spans(a.from, a.to, b.from, b.to) }];
    }),
  );
}

function sharedMonths(a: ToldPeriod, b: ToldPeriod, now: string): number {
  const begins = [monthsOf(a.from?.text), monthsOf(b.from?.text)];
  const ends = [a, b].map(({ to, open }) => monthsOf(to?.text ?? (open ? now.slice(0, 7) : undefined)));
  if (begins.includes(undefined) || ends.includes(undefined)) return 0;
  const from = Math.max(...begins.map((one) => one!.last));
  const to = Math.min(...ends.map((one) => one!.first));
  return to - from + 1;
}

/** One degree of one school, finished in two years; in one text or in several. */
export function twoGraduations(texts: readonly Told[]): Contradiction[] {
  const schools = texts.flatMap(({ title, schools }) => schools.map((school) => ({ title, school })));
  return schools.flatMap(({ title, school: a }, i) =>
    schools.slice(i + 1).flatMap(({ title: other, school: b }): Contradiction[] => {
      if (!a.to || !b.to || !isSameDegree(a, b) || !differ(a.to.text, b.to.text)) return [];
      const where = title === other ? title : `${title} and ${other}`;
      const message = `${where}: ${a.degree?.text ?? a.institution?.text} was finished in ${a.to.text} and in ${b.to.text}.`;
      return [{ rule: 'careers/two-graduation-years', message, spans: spans(a.to, b.to) }];
    }),
  );
}

function isSameDegree(a: ToldSchool, b: ToldSchool): boolean {
  if (!a.institution || !b.institution || !isSameName(a.institution.text, b.institution.text)) return false;
  if (!a.degree || !b.degree || !isSameName(a.degree.text, b.degree.text)) return false;
  return !a.area || !b.area || isSameName(a.area.text, b.area.text);
}
