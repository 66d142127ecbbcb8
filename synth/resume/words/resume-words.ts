// What résumés of one language are written with.

export const RESUME_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const;
export type ResumeLanguage = (typeof RESUME_LANGUAGES)[number];

export const TRADES = [
  'software',
  'data',
  'mechanical',
  'electrician',
  'nurse',
  'accountant',
  'sales',
  'marketing',
  'teacher',
  'chef',
  'logistics',
  'research',
] as const;
export type TradeId = (typeof TRADES)[number];

/** Kinds of employers: their names are made differently. */
export type EmployerKind = 'firm' | 'hospital' | 'school' | 'kitchen' | 'university';

export const SECTIONS = [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'publications',
  'awards',
  'volunteer',
  'interests',
  'references',
  'contact',
  'profiles',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

export const DEGREE_LEVELS = ['school', 'vocational', 'bachelor', 'master', 'doctorate'] as const;
export type ResumeDegree = (typeof DEGREE_LEVELS)[number];

export const FLUENCIES = ['native', 'C1', 'B2', 'B1', 'A2'] as const;
export type Fluency = (typeof FLUENCIES)[number];

export const SPOKEN = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'ar', 'tr', 'zh'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Words before a value; `page` has `{n}` and `{of}`, `to` and `since` stand in periods, `in` between degree and field. */
export type LabelKey =
  | 'phone'
  | 'email'
  | 'address'
  | 'web'
  | 'name'
  | 'curriculum'
  | 'page'
  | 'to'
  | 'since'
  | 'in'
  | 'dates'
  | 'position'
  | 'employer'
  | 'place'
  | 'activities'
  | 'qualification'
  | 'institution'
  | 'area'
  | 'born'
  | 'nationality';

export interface TradeWords {
  /** From the first job to the last. */
  titles: readonly string[];
  /** Field of study. */
  area: string;
  /** Bullets; `{n}` = a count, `{p}` = a percentage. */
  duties: readonly string[];
  /** The same skill stands at the same place in every language. */
  skills: readonly string[];
}

export interface ResumeWords {
  months: readonly string[];
  shortMonths: readonly string[];
  /** Behind the dash of a period that goes on. */
  present: readonly string[];
  sections: Readonly<Record<SectionKey, readonly string[]>>;
  labels: Readonly<Record<LabelKey, string>>;
  spoken: Readonly<Record<Spoken, string>>;
  fluency: Readonly<Record<Fluency, readonly string[]>>;
  degrees: Readonly<Record<ResumeDegree, readonly string[]>>;
  /** `{city}`; of the degree's level. */
  schools: Readonly<Record<ResumeDegree, readonly string[]>>;
  /** `{root}` = an invented name, `{city}`. */
  employers: Readonly<Record<EmployerKind, readonly string[]>>;
  /** One sentence on what an employer does. */
  about: readonly string[];
  /** `{title}`, `{years}`, `{skill}`, `{other}`. */
  summaries: readonly string[];
  /** Sentences of summaries and long highlights that fit every trade. */
  closings: readonly string[];
  achievements: readonly string[];
  /** Label and mark; `{n}` = one digit. */
  grade: string;
  courses: readonly string[];
  skillGroups: readonly [methods: string, tools: string, other: string];
  certificates: readonly string[];
  awards: readonly (readonly [title: string, awarder: string])[];
  volunteer: readonly (readonly [organization: string, position: string, did: string])[];
  interests: readonly string[];
  references: readonly string[];
  trades: Readonly<Record<TradeId, TradeWords>>;
}

/** `a | b | c` as a list. */
export const listOf = (text: string): string[] => text.split('|').map((part) => part.replace(/\s+/g, ' ').trim());

/** The four parts of a trade, one a line: titles, field of study, duties, skills. */
export function tradeOf(titles: string, area: string, duties: string, skills: string): TradeWords {
  return { titles: listOf(titles), area, duties: listOf(duties), skills: listOf(skills) };
}
