// Jobs that somebody is told of once a day: open ones that are worth reading, each with the reason for it in a line.

import type { DailyCheck } from '../../../match/daily-check.ts';
import { textOf } from '../../../match/features/values.ts';
import { judgePosting, qualityPaths } from '../postings/quality.ts';
import { findGaps } from './describe-fit.ts';

const POOR = 0.45;
const SAME_FROM = 0.7;
const MOST_REASONS = 2;
const MOST_GAPS = 3;

export const dailyJobs: DailyCheck = {
  reads: { left: ['basics.name'], right: qualityPaths },
  sameBy: { spec: 'careers/same-posting', from: SAME_FROM },
  leaveOut(_resume, posting, { today }) {
    const { liveness, score } = judgePosting(posting, { today, reposts: 0 });
    if (liveness === 0) return 'it is closed';
    return score < POOR ? 'it is poor as a posting' : undefined;
  },
  say(resume, posting, { for: reasons }) {
    const title = textOf(posting, ['title']) ?? 'A job';
    const [employer, place, person] = [
      textOf(posting, ['hiringOrganization.name']),
      textOf(posting, ['jobLocation']),
      textOf(resume, ['basics.name']),
    ];
    const missing = findGaps(resume, posting).map((gap) => gap.missing);
    return {
      name: [title, employer && `at ${employer}`, place && `(${place})`, person && `for ${person}`]
        .filter(Boolean)
        .join(' '),
      reason: [
        ...reasons.slice(0, MOST_REASONS).map((reason) => `${reason}.`),
        missing.length === 0
          ? ''
          : `Missing: ${missing.slice(0, MOST_GAPS).join('; ')}${missing.length > MOST_GAPS ? ' …' : ''}.`,
      ]
        .filter(Boolean)
        .join(' '),
    };
  },
};
