// Invented résumés in every design, written as files and read back: what share is the same field by field, and what share of the
// files can be delivered. What cannot is never sent.

import { compareResumes } from '../../src/packs/careers/exports/compare-resumes.ts';
import { resumeDesigns } from '../../src/packs/careers/exports/drawing.ts';
import { writeProvenResume } from '../../src/packs/careers/exports/proven-resume.ts';
import { bodyOfRecord, fieldsOfBody } from '../../src/packs/careers/exports/resume-body.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';
import type { RereadFile } from '../../src/pipeline/record-export.ts';
import { withTemporaryFile } from '../../src/store/temporary-file.ts';
import { createRandom } from '../../synth/random.ts';
import { makeResumeBody } from '../../synth/resume/make-resume-body.ts';
import type { Measure, Row } from './measure.ts';

const SET = 'resume-exports';
/** Résumés without `--limit`; the target asks for 500. */
const USUAL = 50;
const NOW = new Date('2026-06-15T12:00:00Z');

interface Tally {
  right: number;
  all: number;
}

export const resumeExportsMeasure: Measure = {
  name: SET,
  async run({ reader, limit, errors }) {
    const fields = new Map<string, Tally>();
    const files = new Map<string, Tally & { bare: number }>();
    for (let seed = 0; seed < (limit ?? USUAL); seed++) {
      const { body, language } = makeResumeBody(createRandom(`resume-${seed}`));
      const written = fieldsOfBody(body);
      for (const [at, design] of resumeDesigns.entries()) {
        // Each résumé in each design, formats in turn.
        const format = (seed + at) % 2 === 0 ? 'pdf' : 'docx';
        const file = files.get(`${design}, ${format}`) ?? { right: 0, all: 0, bare: 0 };
        files.set(`${design}, ${format}`, file);
        const reread = firstRead(reader, (record) => {
          const wrong = new Set(compareResumes(written, record).map(({ field }) => field));
          for (const field of written.keys()) count(fields, field, !wrong.has(field));
        });
        const paper = seed % 2 === 0 ? 'a4' : 'letter';
        const proven = await writeProvenResume(body, { design, format, language, paper, now: NOW }, reread);
        file.all++;
        if (proven.bytes) {
          file.right++;
          if (proven.labelled.size === 0) file.bare++;
        } else if (errors) console.log(`  résumé ${seed}, ${design}, ${format}:`, proven.differences.slice(0, 5));
      }
    }
    print(fields, files);
    const all = [...files.values()];
    const sum = (of: (file: Tally & { bare: number }) => number): number =>
      all.reduce((total, each) => total + of(each), 0);
    const row = (what: string, target: number | null, share: number): Row => ({
      set: SET,
      what,
      target,
      measured: Math.round(share * 10_000) / 10_000,
      documents: sum((file) => file.all),
    });
    const read = [...fields.values()];
    const right =
      read.reduce((total, each) => total + each.right, 0) / read.reduce((total, each) => total + each.all, 0);
    return {
      rows: [
        row('files delivered: all fields read back', 1, sum((file) => file.right) / sum((file) => file.all)),
        row('of these without a label', null, sum((file) => file.bare) / sum((file) => file.all)),
        row('fields read back at the first try', null, right),
      ],
      details: { fields: Object.fromEntries(fields), files: Object.fromEntries(files) },
    };
  },
};

/** Tells what came of the first reading. */
function firstRead(reader: Reader, tell: (fields: Map<string, string>) => void): RereadFile {
  let first = true;
  return ({ bytes, name, type }) =>
    withTemporaryFile(bytes, async (path) => {
      const { documents } = await reader.read({ path, name }, { asType: type });
      const record = documents.find((document) => document.type === type);
      if (first) tell(record ? fieldsOfBody(bodyOfRecord(record)) : new Map());
      first = false;
      return record;
    });
}

function count(fields: Map<string, Tally>, field: string, isRight: boolean): void {
  const name = field.replace(/\[\d+\]/g, '[]');
  const tally = fields.get(name) ?? { right: 0, all: 0 };
  tally.all++;
  if (isRight) tally.right++;
  fields.set(name, tally);
}

function print(fields: ReadonlyMap<string, Tally>, files: ReadonlyMap<string, Tally & { bare: number }>): void {
  console.log(`\n${SET}: files delivered, and those without a label`);
  for (const [name, { right, all, bare }] of [...files].sort())
    console.log(`  ${name.padEnd(16)} ${right} of ${all}, ${bare} without`);
  console.log(`${SET}: fields at the first try`);
  for (const [name, { right, all }] of fields)
    if (right < all) console.log(`  ${name.padEnd(30)} ${right} of ${all}  ${(right / all).toFixed(3)}`);
}
