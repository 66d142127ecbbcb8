// How good a posting is as a posting: how clear, how fresh, whether it is still open, how often it was posted before. An axis of its
// own: it says nothing about whom the job fits, and a match never looks at it. The formula stands in docs/careers-jobs.md.

import { textOf, textsOf } from '../../../match/features/values.ts';
import type { Subject } from '../../../match/match-spec.ts';

export const qualityPaths = [
  'title',
  'hiringOrganization.name',
  'jobLocation',
  'jobLocationType',
  'employmentType',
  'baseSalary.min',
  'baseSalary.max',
  'requirements[].text',
  'responsibilities',
  'description',
  'datePosted',
  'validThrough',
] as const;

export interface QualityContext {
  /** ISO day on which it is judged. */
  today: string;
  /** How often the same job was posted before. */
  reposts: number;
}

/** Each 0–1, or unknown. */
export interface PostingQuality {
  clarity: number;
  freshness: number | undefined;
  liveness: number | undefined;
  novelty: number;
  /** 0–1: the weighted mean of what is known; at most `EXPIRED` where it is closed. */
  score: number;
  band: 'good' | 'fair' | 'poor';
  /** What costs, in words. */
  reasons: string[];
}

const WEIGHTS = { clarity: 0.4, freshness: 0.25, liveness: 0.2, novelty: 0.15 } as const;
const FRESH_DAYS = 14;
const STALE_DAYS = 90;
const EXPIRED = 0.2;
const SHORTEST_TEXT = 400;
const FEWEST = 3;
/** Each costs so much of the clarity, and all together no more than this. */
const PHRASE_COSTS = 0.05;
const PHRASES_COST = 0.25;
/** Phrases that stand where a fact should. */
const VAGUE =
  /(?<!\p{L})(?:competitive (?:salary|compensation|pay)|attractive (?:salary|package)|market[- ]rate|salary (?:is )?negotiable|depending on experience|doe(?!\p{L})|rock ?stars?|ninjas?|gurus?|wear many hats|fast[- ]paced|work hard,? play hard|like a family|self[- ]starter|other duties as assigned|various tasks|dynamic (?:team|environment)|unlimited earning|be your own boss|no experience (?:necessary|needed)|leistungsgerechte (?:bezahlung|vergütung)|attraktive (?:vergütung|konditionen)|abwechslungsreiche (?:aufgaben|tätigkeit)|dynamisches (?:team|umfeld)|junges team|flache hierarchien|salaire (?:attractif|compétitif|selon (?:profil|expérience))|salario competitivo)(?!\p{L})/giu;

export function judgePosting(posting: Subject, { today, reposts }: QualityContext): PostingQuality {
  const reasons: string[] = [];
  const clarity = clarityOf(posting, reasons);
  const age = daysBetween(textOf(posting, ['datePosted']), today);
  const freshness =
    age === undefined || age < 0
      ? undefined
      : age <= FRESH_DAYS
        ? 1
        : Math.max(0, 1 - (age - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS));
  if (age !== undefined && age > FRESH_DAYS) reasons.push(`posted ${age} days ago`);
  const left = daysBetween(today, textOf(posting, ['validThrough']));
  const liveness = left === undefined ? undefined : left >= 0 ? 1 : 0;
  if (liveness === 0) reasons.push(`closed ${-left!} days ago`);
  const novelty = 1 / (1 + reposts / 2);
  if (reposts > 0) reasons.push(reposts === 1 ? 'posted once before' : `posted ${reposts} times before`);
  const parts = [
    [clarity, WEIGHTS.clarity],
    [freshness, WEIGHTS.freshness],
    [liveness, WEIGHTS.liveness],
    [novelty, WEIGHTS.novelty],
  ] as const;
  const known = parts.filter((part): part is readonly [number, number] & typeof part => part[0] !== undefined);
  const mean =
    known.reduce((sum, [value, weight]) => sum + value * weight, 0) /
    known.reduce((sum, [, weight]) => sum + weight, 0);
  const score = Math.round((liveness === 0 ? Math.min(EXPIRED, mean) : mean) * 1000) / 1000;
  return {
    clarity,
    freshness,
    liveness,
    novelty,
    score,
    band: score >= 0.7 ? 'good' : score >= 0.45 ? 'fair' : 'poor',
    reasons,
  };
}

function clarityOf(posting: Subject, reasons: string[]): number {
  const has = (...paths: string[]): boolean => textOf(posting, paths) !== undefined;
  const text = textsOf(posting, ['description', 'responsibilities', 'requirements[].text']).join('\n');
  const checks: readonly (readonly [boolean, string])[] = [
    [has('hiringOrganization.name'), 'names no employer'],
    [has('jobLocation') || textOf(posting, ['jobLocationType']) === 'remote', 'names no place'],
    [has('baseSalary.min', 'baseSalary.max'), 'says nothing of the pay'],
    [has('employmentType'), 'does not say how it is employed'],
    [textsOf(posting, ['requirements[].text']).length >= FEWEST, 'asks for hardly anything in particular'],
    [(textOf(posting, ['responsibilities'])?.split('\n').length ?? 0) >= FEWEST, 'hardly says what there is to do'],
    [text.length >= SHORTEST_TEXT, 'is very short'],
    [has('datePosted', 'validThrough'), 'has no date'],
  ];
  for (const [holds, otherwise] of checks) if (!holds) reasons.push(otherwise);
  const vague = [...new Set([...text.matchAll(VAGUE)].map(([phrase]) => phrase.toLowerCase()))];
  if (vague.length > 0) reasons.push(`vague words: ${vague.slice(0, 5).join(', ')}`);
  const share = checks.filter(([holds]) => holds).length / checks.length;
  return Math.round(Math.max(0, share - Math.min(PHRASES_COST, PHRASE_COSTS * vague.length)) * 1000) / 1000;
}

/** Whole days from one ISO day to another; undefined where one is none. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [a, b] = [Date.parse(from?.slice(0, 10) ?? ''), Date.parse(to?.slice(0, 10) ?? '')];
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : Math.round((b - a) / 86_400_000);
}
