// Languages that résumés are read and written in.

export const resumeLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const;
export type ResumeLanguage = (typeof resumeLanguages)[number];

export const isResumeLanguage = (code: string | null | undefined): code is ResumeLanguage =>
  resumeLanguages.some((language) => language === code);
