// A reader for tests of everything around reading: its "documents" are text files whose lines say what happens.
//   number: A-17      → a field            slow: 300        → takes that long
//   fail: file.corrupt → a failed result    throw: now       → the reader itself breaks
//   states: A-18      → XML beside the page says so of the number
//   hides: words → quarantined, or an issue, by the policy that is asked
//   password: x       → encrypted unless that password is given
//   holds: a.txt=number: 1;b.txt=slow: 9 → files in it, `|` for the ends of their lines and `>` for `holds` in them

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import type { Engine } from '../../src/compose/engine.ts';
import type { Passage } from '../../src/document/passage.ts';
import type { DocumentRecord, Issue, Value } from '../../src/document/value.ts';
import { SheafError } from '../../src/errors.ts';
import { createLessonKinds } from '../../src/learn/lesson-kind.ts';
import { makeHoldFolder } from '../../src/parse/hold-files.ts';
import type { DocumentType } from '../../src/pipeline/pack.ts';
import { failedRead, type Reader, type ReadResult } from '../../src/pipeline/read-result.ts';
import type { RecordExport } from '../../src/pipeline/record-export.ts';
import { senderFieldKind } from '../../src/pipeline/senders/sender-field-kind.ts';
import type { SenderField } from '../../src/pipeline/senders/sender-lesson.ts';
import { passagesOfText } from '../../src/search/passages/passages-of-text.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
import { toyLessonKinds } from './lesson-kinds.ts';
import { withWishes } from './lost-and-found.ts';
import { toyCaseKinds } from './toy-cases.ts';
import { toyOperations } from './toy-operations.ts';
import { letterDeclaration, profileDeclaration } from './written-artifacts.ts';

const field = (path: string, kind: 'identifier' | 'date' | 'money') => ({ path, kind, title: path, labels: [] });

export const toyType: DocumentType = {
  id: 'invoice',
  title: 'Invoice',
  fields: [field('number', 'identifier'), field('issueDate', 'date'), field('grossTotal', 'money')],
  lineFields: [field('description', 'identifier'), field('quantity', 'money')],
  signals: [],
  extractors: [],
  constraints: [],
  inferences: [],
  rules: [],
} as DocumentType;

export function readValue(value: Value['value']): Value {
  return {
    value,
    raw: String(value),
    origin: 'read',
    confidence: 0.9,
    evidence: [{ page: 1, box: [10, 10, 60, 20], text: String(value) }],
    source: 'toy',
    signals: {},
  };
}

/** A record as one line of text; it needs a number. */
const toyExport: RecordExport = {
  id: 'ubl',
  title: 'One line',
  mediaType: 'application/xml',
  extension: 'xml',
  types: ['invoice'],
  plan: ({ fields }) =>
    fields.number
      ? { profile: 'line', gaps: [], notes: [] }
      : { profile: null, gaps: [{ pointer: '/fields/number', message: 'There is no number.' }], notes: [] },
  options: [
    {
      id: 'case',
      title: 'Letters',
      values: [
        { id: 'small', title: 'Small' },
        { id: 'large', title: 'Large' },
      ],
      usual: 'large',
    },
  ],
  serialize: async ({ fields }, { options }) => {
    const number = String(fields.number?.value);
    return Buffer.from(`<number>${options.case === 'small' ? number.toLowerCase() : number}</number>`);
  },
};

/** Gives what is read of what it wrote. */
const rereadExport: RecordExport = {
  ...toyExport,
  id: 'reread',
  options: [],
  types: ['invoice'],
  serialize: async ({ fields }, { reread }) => {
    const bytes = Buffer.from(`number: ${fields.number?.value}`);
    const read = await reread({ bytes, name: 'a.txt', type: 'invoice' });
    return Buffer.from(String(read?.fields.number?.value));
  },
};

export function createToyEngine(): Engine {
  return {
    reader: createToyReader(),
    warm: async () => {},
    check: async () => ({ ok: true }),
    prepare: () => {},
    // It reads in this process: no children.
    stats: () => ({
      children: 0,
      busy: 0,
      waiting: 0,
      started: 0,
      lastStart: 'none',
      ended: { timeout: 0, memory: 0, aborted: 0, retired: 0, crashed: 0 },
    }),
    types: [toyType],
    matching: withWishes,
    lessonKinds: createLessonKinds([...toyLessonKinds, senderFieldKind]),
    recordExports: [toyExport, rereadExport],
    artifactKinds: checkDeclarations([textArtifact, profileDeclaration, letterDeclaration]),
    caseKinds: toyCaseKinds,
    operations: toyOperations,
    olderAddresses: [],
    judge: (record) => ({ issues: judgeToyRecord(record) }),
    rechoose: (record) => record,
    mediaTypeOf: () => 'text/plain',
    makeSamples: async () => [{ name: 'sample.txt', content: Buffer.from('number: SAMPLE-1\n') }],
    versions: { sheaf: 'test' },
  };
}

/** Corrections without rules that run again, and without fields that follow. */
export const takenAsGiven = {
  judge: () => ({ issues: [] }),
  rechoose: (record: DocumentRecord) => record,
  lessonKinds: createLessonKinds(toyLessonKinds),
};

function judgeToyRecord(record: DocumentRecord): DocumentRecord['issues'] {
  if (record.fields.number) return [];
  return [{ rule: 'toy/number-required', severity: 'error', path: 'number', message: 'The number is missing' }];
}

function createToyReader(): Reader {
  return {
    async read({ path, name }, options = {}, onProgress = () => {}) {
      onProgress('parse');
      const text = await readFile(path, 'utf8');
      const lines = text.split('\n').map((line) => line.split(': '));
      const told = (key: string) => lines.find(([name]) => name === key)?.[1];
      await sleep(Number(told('slow') ?? 0));
      onProgress('extract');
      if (told('throw')) throw new Error('/secret/path: the reader broke');
      if (told('password') !== undefined && told('password') !== options.password)
        return failed(name, 'file.encrypted');
      const held = options.hold ? await layOut(lines, options.hold) : [];
      const failure = told('fail');
      if (failure) return failed(name, failure);
      const hidden = told('hides');
      const findings: Issue[] = hidden ? [hiddenIssue(hidden)] : [];
      if (hidden && options.hiddenText === 'quarantine') return { ...failed(name, 'file.quarantined'), findings };
      const fields: Record<string, Value> = {};
      for (const [key, value] of lines) if (key === 'number' && value) fields.number = readValue(value);
      const record: DocumentRecord = {
        type: options.typeHint ?? 'invoice',
        confidence: 0.9,
        alternatives: [],
        pages: [1],
        fields,
        lines: [{ description: readValue('bolt'), quantity: readValue(2) }],
        issues: [],
      };
      const stated = told('states');
      if (stated) Object.assign(record, besideXml(stated, fields.number));
      record.issues = [...judgeToyRecord(record), ...findings];
      return {
        ...failed(name, ''),
        status: 'succeeded',
        pages: 1,
        pageGeometry: [{ number: 1, width: 595, height: 842, rotation: 0 }],
        documents: [record],
        error: null,
        timings: { total: 1 },
        ...(options.learn ? { learnt: options.learn.given.map(({ path }) => learntByToy(path)) } : {}),
        ...(held.length > 0 ? { held } : {}),
        ...(options.keepPassages ? { passages: passagesOfText(text).map(onPageOne) } : {}),
      };
    },
    makeHoldFolder,
    async renderPage(_input, { page }) {
      if (page > 1) throw new SheafError('page.not-found');
      return onePixelPng();
    },
    async close() {},
  };
}

/** Everything is by one sender, and stands in one place. */
const learntByToy = (path: string): SenderField => ({
  sender: { name: 'Toy', keys: ['vat:TOY1'], others: [], layout: [] },
  type: 'invoice',
  path,
  title: path,
  places: [
    {
      ...{ inline: [path], left: [], row: [], above: [], head: [] },
      ...{ x0: 0.1, x1: 0.2, y: 0.1, page: 0, fromEnd: 0, shape: 'A-9' },
    },
  ],
  how: 'kind',
  not: [],
});

/** As of a hybrid file: the XML is the value, and is compared with what the page says. */
function besideXml(stated: string, read: Value | undefined): Partial<DocumentRecord> {
  const box = [0, 0, 0, 0] as const;
  const evidence = [{ page: 0, box, text: stated, locator: '/Invoice/cbc:ID' }];
  const xml = { value: stated, raw: stated, evidence };
  const verdict = read?.value === stated ? 'agrees' : 'differs';
  return {
    fields: { number: { ...readValue(stated), origin: 'xml', evidence } },
    structured: { syntax: 'ubl-invoice', profile: null, file: 'invoice.xml', verdict },
    comparison: [{ path: 'number', verdict, xml, page: read ?? null }],
  };
}

/** The text of a held file, from how it stands in the line of what holds it. */
const unfold = (text: string): string => text.replaceAll('|', '\n').replaceAll('>', 'holds: ').replaceAll('~', '=');

async function layOut(lines: readonly string[][], { folder }: { folder: string }) {
  const [, ...rest] = lines.find(([key]) => key === 'holds') ?? [];
  const files = rest.join(': ').split(';').filter(Boolean);
  return Promise.all(
    files.map(async (file, index) => {
      const [name = '', ...content] = file.split('=');
      const text = unfold(content.join('='));
      await writeFile(join(folder, String(index + 1)), text);
      return { position: index + 1, name, size: text.length };
    }),
  );
}

/** All of it stands in the upper half of the page. */
const onPageOne = (passage: Passage): Passage => ({
  ...passage,
  page: 1,
  places: [{ start: 0, end: passage.text.length, page: 1, box: [10, 10, 585, 400] }],
});

function hiddenIssue(text: string): Issue {
  const evidence = [{ page: 1, box: [1, 2, 3, 4] as const, text }];
  return { rule: 'document/hidden-text', severity: 'warning', path: '', message: `It hides “${text}”`, evidence };
}

function failed(file: string, code: string): ReadResult {
  return failedRead(file, { code, message: 'The toy says so' });
}

function onePixelPng(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
