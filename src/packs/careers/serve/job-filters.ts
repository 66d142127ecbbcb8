// What jobs are narrowed down by. A filter asks for what is stated: what does not say passes only when that is asked for.

import { z } from 'zod';
import type { PackRecord, WorkspaceView } from '../../../pipeline/pack-operation.ts';
import { countryByName, foldPlace } from '../../../recognize/countries.ts';
import { employmentTypes, experienceLevels, workplaces } from '../postings/locales/fact-words.ts';
import type { JobSummary } from './job-summary.ts';

/** In an address once or several times; in JSON also as a list. */
const anyOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values), z.array(z.enum(values)).min(1).max(values.length)]).optional();
const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .optional()
  .transform((given) => given === true || given === 'true');

export const jobFilters = z.object({
  salaryMin: z.coerce
    .number()
    .min(0)
    .max(1_000_000_000)
    .optional()
    .describe('What it pays at most is at least this, a year; pay by hour, day, week or month is reckoned to a year'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a code such as EUR')
    .optional()
    .describe('Of the pay; without it amounts of any currency are compared as they stand'),
  place: z.string().trim().min(1).max(100).optional().describe('A town, region or country, in words or as a code'),
  workplace: anyOf(workplaces),
  employmentType: anyOf(employmentTypes),
  experience: anyOf(experienceLevels).describe('Seniority'),
  maxYears: z.coerce.number().min(0).max(60).optional().describe('No more years of experience are asked for'),
  minQuality: z.coerce.number().int().min(0).max(100).default(0).describe('Of the posting, 0–100'),
  unstated: flag.describe('true: also what does not say what a filter asks for'),
  closed: flag.describe('true: also those whose last day is over'),
  copies: flag.describe('true: also older copies of a job that was posted again'),
});

export type JobFilters = z.output<typeof jobFilters>;

type Many<T> = T | T[] | undefined;
const listOf = <T>(given: Many<T>): T[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);

/** undefined = the posting does not say. */
type Check = boolean | undefined;

export function passes(job: JobSummary, filters: JobFilters): boolean {
  if (!filters.closed && job.closed) return false;
  if (job.quality.score < filters.minQuality) return false;
  const checks: Check[] = [
    paysEnough(job, filters),
    isThere(job, filters.place),
    among(job.workplace, listOf(filters.workplace)),
    someAmong(job.employmentTypes, listOf(filters.employmentType)),
    among(job.experience, listOf(filters.experience)),
    filters.maxYears === undefined ? true : job.years === null ? undefined : job.years <= filters.maxYears,
  ];
  return checks.every((check) => check ?? filters.unstated);
}

function paysEnough({ salary }: JobSummary, { salaryMin, currency }: JobFilters): Check {
  if (salaryMin === undefined && currency === undefined) return true;
  if (!salary) return undefined;
  if (currency !== undefined) {
    if (salary.currency === null) return undefined;
    if (salary.currency !== currency) return false;
  }
  if (salaryMin === undefined) return true;
  const most = salary.yearMax ?? salary.yearMin;
  return most === null ? undefined : most >= salaryMin;
}

/** By the words of the place, or by its country. Work from anywhere is nowhere: `workplace` asks for it. */
function isThere({ place, country }: JobSummary, wanted: string | undefined): Check {
  if (wanted === undefined) return true;
  const land = countryByName(wanted);
  if (land !== undefined && country !== null) return country === land;
  if (place === null) return undefined;
  return ` ${foldPlace(place)} `.includes(` ${foldPlace(wanted)} `);
}

const among = (said: string | null, wanted: readonly string[]): Check =>
  wanted.length === 0 ? true : said === null ? undefined : wanted.includes(said);

const someAmong = (said: readonly string[], wanted: readonly string[]): Check =>
  wanted.length === 0 ? true : said.length === 0 ? undefined : said.some((one) => wanted.includes(one));

/** From here two postings are taken for the same job, unless somebody said that they are not. */
const SAME_FROM = 0.7;
const MOST_COPIES = 1000;

/** Those of the postings that stand in the workspace again, under a newer record. */
export async function findOlderCopies(records: readonly PackRecord[], view: WorkspaceView): Promise<Set<string>> {
  const pairs = await view.listMatches({
    spec: 'careers/same-posting',
    records: records.map(({ id }) => id),
    states: ['proposed', 'accepted'],
    minProbability: SAME_FROM,
    limit: MOST_COPIES,
  });
  // Ids grow with time: of two records of one type the left one is the older.
  return new Set(pairs.map(({ left, right }) => (left < right ? left : right)));
}
