// A job posting's content, and how a known person fits it.
import type { ResumeDegree, Spoken, TradeId } from '../resume/words/resume-words.ts';
import type { PostingLanguage } from './posting-words.ts';

export interface PostingDemand {
  kind: 'skill' | 'years' | 'degree' | 'language';
  level: 'must' | 'nice';
  /** As printed. */
  text: string;
  /** As the type normalises it: `5`, `master`, `German C1`; skills have none. */
  value?: string;
  /** The skill as it stands in the text. */
  skill?: string;
}

export interface PostingBody {
  language: PostingLanguage;
  trade: TradeId;
  title: string;
  /** Behind the title: "(m/w/d)". */
  suffix: string;
  employer: string;
  city: string;
  country: string;
  employmentType: 'FULL_TIME' | 'PART_TIME';
  reference?: string;
  posted: string;
  deadline?: string;
  salary?: { min: number; max: number; currency: string };
  email: string;
  wanted: string;
  about?: string;
  apply: string;
  tasks: string[];
  demands: PostingDemand[];
  benefits: string[];
}

/** What a posting asks for, before it is put into words. */
export interface PostingWish {
  trade: TradeId;
  title: string;
  must: readonly string[];
  nice: readonly string[];
  years?: number;
  degree?: ResumeDegree;
  languages: readonly { spoken: Spoken; level: 'C1' | 'B2' }[];
  city: string;
  country: string;
  currency: string;
}

export const FIT_KINDS = [
  'strong',
  'related',
  'skills-missing',
  'years-short',
  'degree-missing',
  'language-missing',
  'other-place',
  'other-trade',
] as const;
export type FitKind = (typeof FIT_KINDS)[number];

export type KnownBand = 'strong' | 'partial' | 'weak';

/** How the person that a posting was made for fits it. */
export interface KnownFit {
  kind: FitKind;
  band: KnownBand;
  /** Must-haves that the résumé does not show. */
  missing: { kind: PostingDemand['kind']; text: string }[];
}
