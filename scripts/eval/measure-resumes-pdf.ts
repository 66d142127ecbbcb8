// Résumés in many layouts against the YAML they were set from: entries in their sections, and fields, layout by layout.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { DocumentRecord } from '../../src/document/value.ts';
import type { Measure, Row } from './measure.ts';
import { resumeTruth } from './resume-truth.ts';

const SET = 'resumes-pdf';
const TARGET = 0.93;

interface Counts {
  right: number;
  found: number;
  expected: number;
}

/** What an entry is known by, group by group. */
const KEYS: readonly string[] = [
  'work[].name',
  'education[].institution',
  'projects[].name',
  'publications[].name',
  'skills[].name',
  'awards[].title',
  'sections[].title',
];

export const resumesPdfMeasure: Measure = {
  name: SET,
  async run({ data, reader, limit, errors }) {
    const dir = path.join(data, SET);
    const files = readdirSync(dir).filter((file) => file.endsWith('.pdf'));
    const layouts: { layout: string; sections: number; fields: number }[] = [];
    const totals = { sections: none(), fields: none() };
    for (const file of files.slice(0, limit)) {
      const truth = resumeTruth(parseYaml(readFileSync(path.join(dir, file.replace(/pdf$/, 'yaml')), 'utf8')));
      const result = await reader.read({ path: path.join(dir, file), name: file });
      const record = result.documents.find(({ type }) => type === 'resume');
      const told = record ? fieldsOf(record) : new Map<string, string>();
      const counts = compare(truth, told, errors);
      const layout = /_([A-Za-z\d]+)Theme/.exec(file)?.[1] ?? file;
      layouts.push({ layout, sections: f1(counts.sections), fields: f1(counts.fields) });
      add(totals.sections, counts.sections);
      add(totals.fields, counts.fields);
    }
    console.log(`\n${SET}: ${layouts.length} layouts, entries in their sections and fields, F1`);
    for (const { layout, sections, fields } of layouts)
      console.log(`  ${layout.padEnd(20)} sections ${sections.toFixed(3)}  fields ${fields.toFixed(3)}`);
    const row = (what: string, measured: number): Row => ({
      set: SET,
      what,
      target: TARGET,
      measured: Math.round(measured * 1000) / 1000,
      documents: layouts.length,
    });
    return {
      rows: [row('sections, F1', f1(totals.sections)), row('fields, F1', f1(totals.fields))],
      details: layouts,
    };
  },
};

const none = (): Counts => ({ right: 0, found: 0, expected: 0 });
const f1 = ({ right, found, expected }: Counts): number => (2 * right) / Math.max(1, found + expected);

function add(sum: Counts, counts: Counts): void {
  sum.right += counts.right;
  sum.found += counts.found;
  sum.expected += counts.expected;
}

function fieldsOf(record: DocumentRecord): Map<string, string> {
  return new Map(Object.entries(record.fields).map(([field, { value }]) => [field, normal(String(value))]));
}

/** Without case, punctuation and the scheme of an address. */
function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const general = (field: string): string => field.replace(/\[\d+\]/g, '[]');

function compare(truth: ReadonlyMap<string, string>, told: ReadonlyMap<string, string>, print: boolean) {
  const counts = { sections: none(), fields: none() };
  const judged = new Set([...truth.keys()].map(general));
  for (const [field, expected] of truth) {
    const got = told.get(field);
    const right = got !== undefined && agrees(field, normal(expected), got);
    if (!right && print) console.log(`  ${field}: expected ${expected} got ${got ?? 'nothing'}`);
    tally(counts, field, { expected: 1, right: right ? 1 : 0, found: 0 });
  }
  for (const [field, value] of told) {
    // What the source does not state in a form that can be compared is left out on both sides.
    if (!judged.has(general(field))) continue;
    tally(counts, field, { expected: 0, right: 0, found: 1 });
    if (print && !truth.has(field)) console.log(`  ${field}: not expected, got ${value}`);
  }
  return counts;
}

function tally(counts: { sections: Counts; fields: Counts }, field: string, more: Counts): void {
  add(counts.fields, more);
  if (KEYS.includes(general(field))) add(counts.sections, more);
}

/** A date of the source may be less exact than what the page prints for it: 2021 is printed "Jan 2021". */
function agrees(field: string, expected: string, got: string): boolean {
  return got === expected || (/Date$|\.date$/.test(field) && expected.length === 4 && got.startsWith(expected));
}
