// A résumé as a file: the one way from a body to bytes, whoever asks. Pure: the same body and options give the same file.

import type { ResumeLanguage } from '../locales/resume-languages.ts';
import { type ResumeContent, resumeContent } from './content/resume-content.ts';
import { writeDocx } from './docx/write-docx.ts';
import { writePdf } from './pdf/write-pdf.ts';
import type { ResumeBody } from './resume-body.ts';

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

export function writeResume(body: ResumeBody, { format, labelled, ...options }: ResumeOptions): Promise<Uint8Array> {
  const content = resumeContent(body, { language: options.language, labelled: labelled ?? new Set() });
  const drawing: Drawing = { ...options, content };
  return format === 'pdf' ? writePdf(drawing) : writeDocx(drawing);
}
