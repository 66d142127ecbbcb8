// The formats that résumés can be written in. Docs: docs/careers.md, "Export".

import { guessLanguage } from '../../../document/guess-language.ts';
import { SheafError } from '../../../errors.ts';
import type {
  ExportContext,
  ExportOption,
  ExportPlan,
  ExportSource,
  RecordExport,
} from '../../../pipeline/record-export.ts';
import { isResumeLanguage, type ResumeLanguage } from '../locales/resume-languages.ts';
import { compareResumes, type FieldDifference } from './compare-resumes.ts';
import type { ResumeDesign, ResumeFormat, ResumePaper } from './drawing.ts';
import { bodyOfRecord, fieldsOfBody, type ResumeBody } from './resume-body.ts';

const types = ['resume'];

const design: ExportOption = {
  id: 'design',
  title: 'Design',
  values: [
    { id: 'classic', title: 'Classic: one column, serif, centred head' },
    { id: 'compact', title: 'Compact: one column, small and dense' },
    { id: 'modern', title: 'Modern: one column, an accent colour' },
    { id: 'sidebar', title: 'Sidebar: contact and skills beside the text' },
  ],
  usual: 'classic',
};
const paper: ExportOption = {
  id: 'paper',
  title: 'Paper',
  values: [
    { id: 'a4', title: 'A4' },
    { id: 'letter', title: 'Letter' },
  ],
  usual: 'a4',
};
const language: ExportOption = {
  id: 'language',
  title: 'Titles and months in',
  values: [
    { id: 'en', title: 'English' },
    { id: 'de', title: 'German' },
    { id: 'fr', title: 'French' },
    { id: 'es', title: 'Spanish' },
    { id: 'it', title: 'Italian' },
    { id: 'pt', title: 'Portuguese' },
    { id: 'nl', title: 'Dutch' },
    { id: 'pl', title: 'Polish' },
  ],
};

const pdf: RecordExport = {
  id: 'pdf',
  title: 'PDF',
  mediaType: 'application/pdf',
  extension: 'pdf',
  types,
  options: [design, paper, language],
  plan: (record) => planOf(record, 'PDF 1.7, tagged'),
  serialize: (record, context) => serialize(record, 'pdf', context),
};

const docx: RecordExport = {
  id: 'docx',
  title: 'Word',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  types,
  options: [design, paper, language],
  plan: (record) => planOf(record, 'Office Open XML'),
  serialize: (record, context) => serialize(record, 'docx', context),
};

const jsonResume: RecordExport = {
  id: 'json-resume',
  title: 'JSON Resume',
  mediaType: 'application/json',
  extension: 'json',
  types,
  plan: (record) => planOf(record, 'JSON Resume 1.0'),
  async serialize(record, { reread }) {
    const body = bodyOfRecord(record);
    const bytes = Buffer.from(`${JSON.stringify({ $schema: SCHEMA, ...body }, undefined, 2)}\n`);
    const read = await reread({ bytes, name: 'resume.json', type: 'resume' });
    const differences = read ? compareResumes(fieldsOfBody(body), fieldsOfBody(bodyOfRecord(read))) : [];
    if (!read || differences.length > 0) throw notReadBack(differences);
    return bytes;
  },
};

export const resumeExports: readonly RecordExport[] = [pdf, docx, jsonResume];

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

function planOf(record: ExportSource, profile: string): ExportPlan {
  if (fieldsOfBody(bodyOfRecord(record)).size > 0) return { profile, gaps: [], notes: [] };
  return {
    profile: null,
    gaps: [{ pointer: '/', message: 'The record says nothing that could be written.' }],
    notes: [],
  };
}

async function serialize(
  record: ExportSource,
  format: ResumeFormat,
  { now, options, reread }: ExportContext,
): Promise<Uint8Array> {
  const body = bodyOfRecord(record);
  // pdfkit and its fonts are loaded by whoever asks for a file, not by every start.
  const { writeProvenResume } = await import('./proven-resume.ts');
  const proven = await writeProvenResume(
    body,
    {
      format,
      now,
      design: options.design as ResumeDesign,
      paper: options.paper as ResumePaper,
      language: (options.language as ResumeLanguage | undefined) ?? languageOf(body),
    },
    reread,
  );
  if (proven.bytes === undefined) throw notReadBack(proven.differences);
  return proven.bytes;
}

/** That of its texts; English for one in another language, and where nothing tells. */
function languageOf(body: ResumeBody): ResumeLanguage {
  const guess = guessLanguage([...fieldsOfBody(body).values()].join('\n').slice(0, 20_000))?.language;
  return isResumeLanguage(guess) ? guess : 'en';
}

const MOST_NAMED = 50;

function notReadBack(differences: readonly FieldDifference[]): SheafError {
  const errors = differences.slice(0, MOST_NAMED).map(({ field, written }) => ({
    pointer: `/fields/${field}`,
    message: written === undefined ? 'The file would be read as if it said this.' : 'It is not read back as it stands.',
  }));
  return new SheafError('export.not-read-back', undefined, {
    details: { errors: errors.length > 0 ? errors : [{ pointer: '/', message: 'The file could not be read.' }] },
  });
}
