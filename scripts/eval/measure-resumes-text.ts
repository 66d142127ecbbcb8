// Entities in texts of résumés against what people marked. The entity model has seen most of these texts in training: the
// documents that its training left out by the same rule (models/entities/training/prepare_data.py) are counted for themselves.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentRecord } from '../../src/document/value.ts';
import type { Measure, Row } from './measure.ts';

const SET = 'resumes-text';
const TARGET = 0.75;

interface Gold {
  id: string;
  text: string;
  entities: Record<string, string[]>;
}

interface Counts {
  right: number;
  overlap: number;
  found: number;
  expected: number;
}

type Kind = 'Name' | 'Email Address' | 'Degree' | 'College Name' | 'Companies worked at' | 'Designation';

/** Each answer in the forms that it may be marked in. */
const answersOf: Record<Kind, (record: DocumentRecord) => string[][]> = {
  Name: (record) => valuesAt(record, /^basics\.name$/),
  'Email Address': (record) => valuesAt(record, /^basics\.email$/),
  'College Name': (record) => valuesAt(record, /^education\[\d+\]\.institution$/),
  'Companies worked at': (record) => valuesAt(record, /^work\[\d+\]\.name$/),
  Designation: (record) => valuesAt(record, /^(?:work\[\d+\]\.position|basics\.label)$/),
  Degree: (record) =>
    Object.keys(record.fields)
      .filter((field) => /^education\[\d+\]\.studyType$/.test(field))
      .map((field) => {
        const degree = String(record.fields[field]!.value);
        const area = record.fields[field.replace('studyType', 'area')]?.value;
        return area === undefined ? [degree] : [degree, `${degree} ${String(area)}`];
      }),
};
const kinds = Object.keys(answersOf) as Kind[];

function valuesAt({ fields }: DocumentRecord, form: RegExp): string[][] {
  return Object.entries(fields)
    .filter(([field]) => form.test(field))
    .map(([, { value }]) => [String(value)]);
}

export const resumesTextMeasure: Measure = {
  name: SET,
  async run({ data, reader, limit, errors, field }) {
    const documents = readFileSync(path.join(data, SET, 'gold.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Gold);
    const kept = keptDocuments(documents);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'resumes-'));
    const parts = { seen: newCounts(), kept: newCounts() };
    let typed = 0;
    try {
      for (const document of documents.slice(0, limit)) {
        const file = path.join(folder, 'resume.txt');
        writeFileSync(file, document.text);
        const result = await reader.read({ path: file, name: 'resume.txt' }, { asType: 'resume' });
        const [record] = result.documents;
        if (!record) continue;
        if (record.alternatives.every(({ confidence }) => confidence <= record.confidence)) typed++;
        const part = kept.has(document.id) ? 'kept' : 'seen';
        for (const kind of kinds) {
          const print = errors && part === 'seen' && (field === undefined || kind.startsWith(field));
          score(parts[part][kind], { document, kind, answers: answersOf[kind](record), print });
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return { rows: report(parts, { kept: kept.size, all: documents.length, typed }), details: parts };
  },
};

const newCounts = (): Record<Kind, Counts> =>
  Object.fromEntries(kinds.map((kind) => [kind, { right: 0, overlap: 0, found: 0, expected: 0 }])) as Record<
    Kind,
    Counts
  >;

const DROPPED = /\b(?:in|of|the|degree|and|a)\b/g;

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(DROPPED, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Share of words in common; 1 = the same words. */
function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / (left.size + right.size - shared);
}

/** Different texts of a document count once each, however often they are printed. */
function score(
  counts: Counts,
  { document, kind, answers, print }: { document: Gold; kind: Kind; answers: string[][]; print: boolean },
): void {
  const expected = new Set((document.entities[kind] ?? []).map(normal).filter(Boolean));
  const given = new Map(answers.map((forms) => [forms.map(normal).join('|'), forms.map(normal)]));
  const open = new Set(expected);
  const wrong: string[] = [];
  counts.expected += expected.size;
  counts.found += given.size;
  for (const forms of given.values()) {
    const same = forms.find((form) => open.has(form));
    if (same === undefined) {
      wrong.push(forms.at(-1)!);
      continue;
    }
    open.delete(same);
    counts.right++;
    counts.overlap++;
  }
  for (const text of [...wrong]) {
    const near = [...open].find((one) => likeness(one, text) >= 0.5);
    if (near === undefined) continue;
    open.delete(near);
    counts.overlap++;
  }
  if (print && (open.size > 0 || wrong.length > 0))
    console.log(`  ${document.id} ${kind}: missed ${[...open].join(' ¦ ')} — given ${wrong.join(' ¦ ')}`);
}

function report(
  parts: Record<'seen' | 'kept', Record<Kind, Counts>>,
  of: { kept: number; all: number; typed: number },
): Row[] {
  const rows: Row[] = [];
  console.log(`\n${SET}: ${of.all} texts, ${of.kept} of them kept apart, ${of.typed} taken for résumés by themselves`);
  for (const part of ['seen', 'kept'] as const) {
    const sum: Counts = { right: 0, overlap: 0, found: 0, expected: 0 };
    for (const kind of kinds) {
      const counts = parts[part][kind];
      for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
      console.log(`  ${part} ${kind.padEnd(20)} ${told(counts)}`);
    }
    console.log(`  ${part} ${'all'.padEnd(20)} ${told(sum)}`);
    const documents = part === 'kept' ? of.kept : of.all - of.kept;
    const row = (what: string, target: number | null, measured: number): Row => ({
      set: SET,
      what: `${what}, ${part} part`,
      target,
      measured: Math.round(measured * 1000) / 1000,
      documents,
    });
    rows.push(row('entities, F1', part === 'kept' ? TARGET : null, f1(sum.right, sum)));
    rows.push(row('entities half the same, F1', null, f1(sum.overlap, sum)));
  }
  return rows;
}

const f1 = (right: number, { found, expected }: Counts): number => (2 * right) / Math.max(1, found + expected);
const told = (counts: Counts): string =>
  `F1 ${f1(counts.right, counts).toFixed(3)}, half the same ${f1(counts.overlap, counts).toFixed(3)} (${counts.right} of ${counts.expected}, ${counts.found} given)`;

/** By the rule of the training: near copies share a group, and a hash of the group decides. */
function keptDocuments(documents: readonly Gold[]): Set<string> {
  const owner = new Map<string, string>();
  const kept = new Set<string>();
  const named = documents.map((document) => ({ ...document, name: document.id.split('/').at(-1)! }));
  for (const { id, name, text } of named.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const own = shingles(text);
    const votes = new Map<string, number>();
    for (const one of own) {
      const group = owner.get(one);
      if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    const group = best && best[1] > 0.3 * own.size ? best[0] : name;
    for (const one of own) if (!owner.has(one)) owner.set(one, group);
    if (share(`dev${group}`) < 0.15) kept.add(id);
  }
  return kept;
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const found = new Set<string>();
  for (let i = 0; i < Math.max(1, words.length - 7); i++) found.add(words.slice(i, i + 8).join(' '));
  return found;
}

const share = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) / 0xffffffff;
