// No résumé leaves that is not read back: the file is written, read by the same reader as any upload, and compared field by field.
// Sections that cannot be told from their layout alone are printed with labels, and tried again.

import type { ExportSource, RereadFile } from '../../../pipeline/record-export.ts';
import { compareResumes, type FieldDifference } from './compare-resumes.ts';
import type { ResumeOptions } from './drawing.ts';
import { fieldsOfBody, type ResumeBody } from './resume-body.ts';
import { writeResume } from './write-resume.ts';

export type ProvenResume =
  | { bytes: Uint8Array /** Sections whose values had to be labelled. */; labelled: ReadonlySet<string> }
  | { bytes: undefined; differences: readonly FieldDifference[] };

const MOST_TRIES = 4;

export async function writeProvenResume(
  body: ResumeBody,
  options: Omit<ResumeOptions, 'labelled'>,
  reread: RereadFile,
): Promise<ProvenResume> {
  const written = fieldsOfBody(body);
  const groups = new Set([...written.keys()].map(groupOf));
  let labelled: ReadonlySet<string> = new Set();
  let differences: FieldDifference[] = [];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const bytes = await writeResume(body, { ...options, labelled });
    const record = await reread({ bytes, name: `resume.${options.format}`, type: 'resume' });
    differences = compareResumes(written, textsOf(record));
    if (differences.length === 0) return { bytes, labelled };
    const next = new Set(
      [...labelled, ...differences.map(({ field }) => groupOf(field))].filter((id) => groups.has(id)),
    );
    if (next.size === labelled.size) {
      if (labelled.size === groups.size) break;
      // What is read wrong may spoil the section after it.
      labelled = groups;
    } else labelled = next;
  }
  return { bytes: undefined, differences };
}

const groupOf = (field: string): string => /^[a-z]+/i.exec(field)![0];

function textsOf(record: Pick<ExportSource, 'fields'> | undefined): Map<string, string> {
  const fields = Object.entries(record?.fields ?? {});
  return new Map(fields.flatMap(([field, { value }]) => (typeof value === 'string' ? [[field, value]] : [])));
}
