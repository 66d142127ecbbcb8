// What a résumé file is drawn from: its content and how it is to look.

import type { ResumeLanguage } from '../locales/resume-languages.ts';
import type { ResumeContent } from './content/printed-content.ts';

export const resumeDesigns = ['classic', 'compact', 'modern', 'sidebar'] as const;
export type ResumeDesign = (typeof resumeDesigns)[number];
export const resumePapers = ['a4', 'letter'] as const;
export type ResumePaper = (typeof resumePapers)[number];
export type ResumeFormat = 'pdf' | 'docx';

export interface ResumeOptions {
  design: ResumeDesign;
  format: ResumeFormat;
  /** Of titles, labels, months and "present"; nothing of the body is translated. */
  language: ResumeLanguage;
  paper: ResumePaper;
  /** When the file says it was made. */
  now: Date;
  /** Sections whose values are printed with what they are: `Employer: …`. */
  labelled?: ReadonlySet<string>;
}

export interface Drawing extends Omit<ResumeOptions, 'labelled' | 'format'> {
  content: ResumeContent;
}
