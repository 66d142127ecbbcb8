// A résumé as a file: the one way from a body to bytes, whoever asks. Pure: the same body and options give the same file.

import { resumeContent } from './content/resume-content.ts';
import { writeDocx } from './docx/write-docx.ts';
import type { Drawing, ResumeOptions } from './drawing.ts';
import { writePdf } from './pdf/write-pdf.ts';
import type { ResumeBody } from './resume-body.ts';

export function writeResume(body: ResumeBody, { format, labelled, ...options }: ResumeOptions): Promise<Uint8Array> {
  const content = resumeContent(body, { language: options.language, labelled: labelled ?? new Set() });
  const drawing: Drawing = { ...options, content };
  return format === 'pdf' ? writePdf(drawing) : writeDocx(drawing);
}
