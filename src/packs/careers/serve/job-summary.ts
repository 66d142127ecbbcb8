// A posting as lists of jobs show it: its facts, pay reckoned to a year, and its quality apart from any fit.

import { z } from 'zod';
import { numberOf, textOf } from '../../../match/features/values.ts';
import type { Subject } from '../../../match/match-spec.ts';
import type { PackRecord, WorkspaceView } from '../../../pipeline/pack-operation.ts';
import { judgePosting, type PostingQuality } from '../postings/quality.ts';
import { type SalaryUnit, salaryUnits } from '../postings/read/salary.ts';

const text = z.string().nullable();

export const qualitySchema = z
  .object({
    score: z.number().int().describe('0–100; says nothing about whom the job fits'),
    band: z.enum(['good', 'fair', 'poor']),
    reasons: z.array(z.string()).describe('What costs, in words'),
  })
  .describe('docs/careers-jobs.md, “Quality of a posting”');

export const jobSchema = z
  .object({
    id: z.uuid().describe('The record of the posting'),
    document: z.uuid(),
    title: text,
    employer: text,
    place: text,
    country: text.describe('ISO 3166-1 alpha-2'),
    workplace: text.describe('on-site, hybrid, remote'),
    employmentTypes: z.array(z.string()),
    experience: text.describe('Seniority'),
    years: z.number().nullable().describe('Years of experience that are asked for, at least'),
    salary: z
      .object({
        min: z.number().nullable(),
        max: z.number().nullable(),
        currency: text,
        unit: text,
        yearMin: z.number().int().nullable().describe('Reckoned to a year of full-time work'),
        yearMax: z.number().int().nullable(),
      })
      .nullable()
      .describe('null = it does not say'),
    posted: text,
    openUntil: text,
    closed: z.boolean().describe('Its last day is over'),
    url: text,
    quality: qualitySchema,
  })
  .meta({ id: 'JobPostingSummary' });

export type JobSummary = z.output<typeof jobSchema>;

/** How often a unit comes in a year of full-time work: 52 weeks of five days of eight hours. */
const TIMES_A_YEAR: Readonly<Record<SalaryUnit, number>> = { HOUR: 2080, DAY: 260, WEEK: 52, MONTH: 12, YEAR: 1 };

/** Each posting once; of what was found about them the workspace is asked once for all. */
export async function summarizeJobs(records: readonly PackRecord[], view: WorkspaceView): Promise<JobSummary[]> {
  const found = await view.listFindings(
    'careers/reposted-job',
    records.map(({ id }) => id),
  );
  const reposts = new Map(found.map(({ record, reasons }) => [record, reasons.length]));
  return records.map((record) => summarizeJob(record, { today: view.today, reposts: reposts.get(record.id) ?? 0 }));
}

function summarizeJob(record: PackRecord, context: { today: string; reposts: number }): JobSummary {
  // Plain values of a record stand under the same paths as those of a subject.
  const plain: Subject = { ...record.subject, values: record.values };
  const say = (path: string): string | null => textOf(plain, [path]) ?? null;
  const openUntil = say('validThrough');
  return {
    id: record.id,
    document: record.documentId,
    title: say('title'),
    employer: say('hiringOrganization.name'),
    place: say('jobLocation'),
    country: say('jobCountry'),
    workplace: say('jobLocationType'),
    employmentTypes: [say('employmentType'), ...textsUnder(record, 'otherEmploymentTypes[')].filter(
      (type): type is string => type !== null,
    ),
    experience: say('experienceLevel'),
    years: numberOf(plain, ['experienceYears']) ?? null,
    salary: salaryOf(plain),
    posted: say('datePosted'),
    openUntil,
    closed: openUntil !== null && openUntil.slice(0, 10) < context.today,
    url: say('url'),
    quality: showQuality(judgePosting(record.subject, context)),
  };
}

export const showQuality = ({ score, band, reasons }: PostingQuality): z.output<typeof qualitySchema> => ({
  score: Math.round(100 * score),
  band,
  reasons,
});

const textsUnder = ({ values }: PackRecord, start: string): string[] =>
  Object.entries(values).flatMap(([path, value]) =>
    path.startsWith(start) && typeof value === 'string' ? [value] : [],
  );

function salaryOf(plain: Subject): JobSummary['salary'] {
  const [min, max] = [numberOf(plain, ['baseSalary.min']), numberOf(plain, ['baseSalary.max'])];
  if (min === undefined && max === undefined) return null;
  const unit = salaryUnits.find((one) => one === textOf(plain, ['baseSalary.unit']));
  const ofYear = (amount: number | undefined): number | null =>
    amount === undefined || unit === undefined ? null : Math.round(amount * TIMES_A_YEAR[unit]);
  return {
    min: min ?? null,
    max: max ?? null,
    currency: textOf(plain, ['baseSalary.currency']) ?? null,
    unit: unit ?? null,
    yearMin: ofYear(min),
    yearMax: ofYear(max),
  };
}
