// What job postings of one language are written with. `{…}` is filled in.
import type { ResumeDegree, Spoken } from '../resume/words/resume-words.ts';

export const POSTING_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type PostingLanguage = (typeof POSTING_LANGUAGES)[number];

export interface PostingWords {
  sections: Readonly<Record<'tasks' | 'must' | 'nice' | 'benefits' | 'about' | 'apply', readonly string[]>>;
  /** `{n}` years, `{field}` of study or trade. */
  years: readonly string[];
  degree: Readonly<Record<ResumeDegree, readonly string[]>>;
  /** `{language}` with its article where the language needs one; by what is asked for. */
  language: Readonly<Record<'C1' | 'B2', readonly string[]>>;
  spoken: Readonly<Record<Extract<Spoken, 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl'>, string>>;
  skill: readonly string[];
  nice: readonly string[];
  benefits: readonly string[];
  /** `{employer}`, `{city}`, `{title}`. */
  about: readonly string[];
  wanted: readonly string[];
  apply: readonly string[];
  labels: Readonly<
    Record<'employer' | 'place' | 'type' | 'reference' | 'posted' | 'deadline' | 'salary' | 'perYear' | 'start', string>
  >;
  employment: Readonly<Record<'FULL_TIME' | 'PART_TIME', string>>;
  /** Behind the title, where law or custom wants it. */
  suffix: readonly string[];
  /** What parts the sentences of requirements in prose. */
  youBring: string;
  youDo: string;
}
