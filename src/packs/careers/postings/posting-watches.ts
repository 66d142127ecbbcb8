// What is looked for about a posting beside earlier ones: that it was posted before, and that it is poor as a posting.

import { containedWords, sameName, sharedWords } from '../../../match/features/text-features.ts';
import { textOf } from '../../../match/features/values.ts';
import type { MatchContext } from '../../../match/match-spec.ts';
import { defineWatch, type EarlierRecord, type WatchedRecord } from '../../../match/watch-spec.ts';
import { employerTitles, phrases, postingAddress, wordingPaths } from '../match/same-posting.ts';
import { judgePosting, qualityPaths } from './quality.ts';

const reads = [...new Set([...qualityPaths, ...wordingPaths, 'url', 'identifier'])];
const keys = [employerTitles, phrases, postingAddress];
/** Words are all alike rare here: the wording decides, not the collection. */
const context: MatchContext = { rarity: () => 0.5 };
const wording = sharedWords({ id: 'wording', title: 'Wording', paths: wordingPaths });
const employer = sameName({ id: 'employer', title: 'Employer', paths: ['hiringOrganization.name'] });
const title = containedWords({ id: 'title', title: 'Title', paths: ['title'] });
const SAME_WORDING = 0.7;
const SAME_TITLE = 0.8;
const SAME_EMPLOYER = 0.85;
const POOR_FROM = 0.45;
const MOST_REASONS = 5;

/** The same job: nearly the same words under the same title, unless two employers are named, or two places. */
export function isRepost(record: WatchedRecord, other: EarlierRecord): boolean {
  const said = wording.compare(record, other, context);
  const called = title.compare(record, other, context);
  const by = employer.compare(record, other, context);
  const [here, there] = [textOf(record, ['jobLocation']), textOf(other, ['jobLocation'])];
  if (here && there && here.toLowerCase() !== there.toLowerCase()) return false;
  return (
    (said?.value ?? 0) >= SAME_WORDING &&
    (called?.value ?? 0) >= SAME_TITLE &&
    (by === undefined || by.value >= SAME_EMPLOYER)
  );
}

const dayOf = (record: WatchedRecord): string => textOf(record, ['datePosted']) ?? record.readAt.slice(0, 10);

/** One posting a day: the same on several boards, or read twice, is not posted again. */
export function repostsOf(record: WatchedRecord, earlier: readonly EarlierRecord[]): EarlierRecord[] {
  const days = new Map<string, EarlierRecord>();
  for (const other of earlier) {
    if (dayOf(other) < dayOf(record) && !days.has(dayOf(other)) && isRepost(record, other))
      days.set(dayOf(other), other);
  }
  return [...days.values()].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

export const repostedJob = defineWatch({
  id: 'careers/reposted-job',
  title: 'A job that was posted before',
  version: '1',
  severity: 'info',
  types: ['job_posting'],
  reads,
  keys,
  judge(record, earlier) {
    const before = repostsOf(record, earlier);
    if (before.length === 0) return undefined;
    const name = textOf(record, ['title']) ?? 'This job';
    return {
      path: 'title',
      message: `“${name}” was posted ${before.length === 1 ? 'once' : `${before.length} times`} before, first on ${dayOf(before.at(-1)!)}.`,
      reasons: before
        .slice(0, MOST_REASONS)
        .map((other) => ({ text: `${dayOf(other)}: “${textOf(other, ['title']) ?? ''}”`, record: other.id })),
      basis: `${name} ${before.map(dayOf).join(' ')}`,
    };
  },
});

export const poorPosting = defineWatch({
  id: 'careers/poor-posting',
  title: 'A posting that is vague, old or closed',
  version: '1',
  severity: 'info',
  types: ['job_posting'],
  reads,
  keys,
  judge(record, earlier) {
    const { score, reasons } = judgePosting(record, {
      today: record.readAt.slice(0, 10),
      reposts: repostsOf(record, earlier).length,
    });
    if (score >= POOR_FROM) return undefined;
    return {
      path: '',
      message: `As a posting it comes to ${Math.round(100 * score)} of 100, whomever the job may fit.`,
      reasons: reasons.map((text) => ({
        text: `It ${/^(?:posted|closed)/.test(text) ? 'was ' : /^vague/.test(text) ? 'has ' : ''}${text}.`,
      })),
      basis: reasons.join('; '),
    };
  },
});
