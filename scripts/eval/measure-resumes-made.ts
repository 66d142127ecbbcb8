// Invented résumés in every layout, as pages, Word files, text and scans: entries in their sections and fields, layout by layout.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Reader } from '../../src/pipeline/read-result.ts';
import { listLayouts, type SynthDocument, type SynthesizeOptions, synthesize } from '../../synth/synthesize.ts';
import type { Measure, Row } from './measure.ts';
import {
  addCounts,
  type Counts,
  type FieldMiss,
  f1,
  fieldsOf,
  generalPath,
  noCounts,
  type ResumeCounts,
  scoreResume,
} from './score-resume.ts';

const SET = 'resumes-made';
/** Of each layout; of Word files and texts, so many times as there are layouts of them. */
const EACH = 8;
const OTHERS = 24;
const SCANS = 6;

type Wanted = Omit<SynthesizeOptions, 'type' | 'seed'>;

export const resumesMadeMeasure: Measure = {
  name: SET,
  async run({ reader, limit, errors, field }) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'sheaf-resumes-'));
    const layouts = new Map<string, ResumeCounts>();
    const languages = new Map<string, ResumeCounts>();
    const paths = new Map<string, Counts>();
    const kinds = new Map<string, ResumeCounts & { documents: number; typed: number }>();
    const read = async (kind: string, wanted: Wanted): Promise<void> => {
      const sum = kinds.get(kind) ?? { ...noCounts(), documents: 0, typed: 0 };
      kinds.set(kind, sum);
      for await (const document of synthesize({ type: 'resume', seed: `made ${kind}`, ...wanted })) {
        const { counts, misses, isTyped } = await readMade(document, { reader, folder });
        sum.documents++;
        if (isTyped) sum.typed++;
        addAll(sum, counts);
        addAll(of(layouts, kind === 'pages' ? document.meta.layout : `(${kind})`), counts);
        if (kind === 'pages') addAll(of(languages, document.meta.language), counts);
        if (kind === 'pages') countPaths(paths, document, misses);
        if (errors) print(document, misses, field);
      }
    };
    try {
      const each = Math.min(limit ?? EACH, EACH);
      for (const layout of listLayouts('resume')) await read('pages', { layout, count: each });
      await read('Word files', { format: 'docx', count: Math.min(limit ?? OTHERS, OTHERS) });
      await read('texts', { text: true, count: Math.min(limit ?? OTHERS, OTHERS) });
      await read('scans', { scan: true, count: Math.min(limit ?? SCANS, SCANS) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(`\n${SET}: entries in their sections and fields, F1`);
    for (const [name, counts] of [...layouts, ...languages])
      console.log(
        `  ${name.padEnd(22)} sections ${f1(counts.sections).toFixed(3)}  fields ${f1(counts.fields).toFixed(3)}`,
      );
    const told = [...paths].map(([name, counts]) => `${name} ${f1(counts).toFixed(2)} (${counts.expected})`);
    console.log(`  pages, by field: ${told.join(' · ')}`);
    return { rows: [...kinds].flatMap(([kind, sum]) => rowsOf(kind, sum)), details: Object.fromEntries(layouts) };
  },
};

function of(sums: Map<string, ResumeCounts>, name: string): ResumeCounts {
  const sum = sums.get(name) ?? noCounts();
  sums.set(name, sum);
  return sum;
}

function addAll(sum: ResumeCounts, counts: ResumeCounts): void {
  addCounts(sum.sections, counts.sections);
  addCounts(sum.fields, counts.fields);
}

async function readMade(document: SynthDocument, { reader, folder }: { reader: Reader; folder: string }) {
  const name = document.fileName ?? `${document.id}.txt`;
  const file = path.join(folder, name);
  writeFileSync(file, document.bytes ?? document.text!);
  const result = await reader.read({ path: file, name });
  const record = result.documents.find(({ type }) => type === 'resume');
  const truth = new Map(Object.entries(document.truth.fields).map(([at, value]) => [at, String(value)]));
  return { ...scoreResume(truth, fieldsOf(record)), isTyped: record !== undefined };
}

function countPaths(paths: Map<string, Counts>, { truth }: SynthDocument, misses: readonly FieldMiss[]): void {
  const count = (at: string): Counts => {
    const sum = paths.get(generalPath(at)) ?? { right: 0, found: 0, expected: 0 };
    paths.set(generalPath(at), sum);
    return sum;
  };
  for (const at of Object.keys(truth.fields)) {
    const sum = count(at);
    sum.expected++;
    sum.right++;
    sum.found++;
  }
  for (const { field: at, expected, got } of misses) {
    const sum = count(at);
    if (expected !== undefined) sum.right--;
    // What is wrong was found; what is missing was not; what is too much was not counted yet.
    if (expected === undefined) sum.found++;
    else if (got === undefined) sum.found--;
  }
}

function print({ id, meta }: SynthDocument, misses: readonly FieldMiss[], wanted: string | undefined): void {
  for (const { field: at, expected = 'nothing', got = 'nothing' } of misses)
    if (wanted === undefined || at.startsWith(wanted))
      console.log(`  ${meta.layout} ${meta.language} ${id} ${at}: expected ${expected} got ${got}`);
}

function rowsOf(
  kind: string,
  { sections, fields, documents, typed }: ResumeCounts & { documents: number; typed: number },
): Row[] {
  const row = (what: string, measured: number): Row => ({
    set: `${SET}, ${kind}`,
    what,
    target: null,
    measured: Math.round(measured * 1000) / 1000,
    documents,
  });
  return [
    row('known as résumés', typed / Math.max(1, documents)),
    row('sections, F1', f1(sections)),
    row('fields, F1', f1(fields)),
  ];
}
