// What is kept of a document that is none of the known types: title, date, and the pairs of label and value it shows.

import { boxHeight } from '../document/box.ts';

import type { Line } from '../document/parsed-document.ts';
import type { Candidate } from '../document/value.ts';
import { applyDateOrder } from '../recognize/date-order.ts';
import { candidateAt } from './candidate.ts';
import type { DocumentType, Extractor } from './pack.ts';
import type { Reading } from './reading.ts';

const PAIR = /^(\p{L}[^:：]{1,38})[:：]\s+(\S.{0,160})$/u;
const MOST_PAIRS = 40;

const titleReader: Extractor = {
  id: 'unknown/title',
  writes: ['title'],
  extract: (reading) => {
    const lines = reading.doc.pages[0]?.lines.slice(0, 40) ?? [];
    const eligible = lines.filter((line) => /\p{L}{3}/u.test(line.text) && line.text.length <= 140);
    const top = eligible.reduce<Line | undefined>(
      (best, line) => (!best || boxHeight(line.box) > boxHeight(best.box) * 1.05 ? line : best),
      undefined,
    );
    return top ? [found('title', top.text, top, 0, top.text.length, 0.6, 'unknown/title')] : [];
  },
};

const dateReader: Extractor = {
  id: 'unknown/date',
  writes: ['date'],
  extract: (reading) => {
    const { order } = reading.dateOrder();
    for (const line of reading.doc.pages[0]?.lines ?? []) {
      const mention = reading.dates(line).find((m) => m.value.precision === 'day');
      if (!mention) continue;
      const { iso, ambiguous } = applyDateOrder(mention, order);
      return [found('date', iso, line, mention.start, mention.end, ambiguous ? 0.1 : 0.7, 'unknown/first-date')];
    }
    return [];
  },
};

const pairReader: Extractor = {
  id: 'unknown/pairs',
  writes: ['pairs[].label', 'pairs[].value'],
  extract: (reading) => {
    const pairs: Candidate[] = [];
    let count = 0;
    for (const line of reading.lines) {
      if (count >= MOST_PAIRS) break;
      const pair = pairOf(reading, line);
      if (!pair) continue;
      pairs.push(
        found(`pairs[${count}].label`, pair.label, line, 0, pair.label.length, 1, 'unknown/pair'),
        found(
          `pairs[${count}].value`,
          pair.value,
          pair.line,
          pair.start,
          pair.start + pair.value.length,
          1,
          'unknown/pair',
        ),
      );
      count++;
    }
    return pairs;
  },
};

function pairOf(reading: Reading, line: Line): { label: string; value: string; line: Line; start: number } | undefined {
  const inline = PAIR.exec(line.text);
  if (inline)
    return { label: inline[1]!.trim(), value: inline[2]!.trim(), line, start: line.text.length - inline[2]!.length };
  if (!/^\p{L}[^:：]{1,38}[:：]$/u.test(line.text)) return undefined;
  const next = reading.rowOf(line).find((other) => other.box[0] > line.box[2]);
  return next ? { label: line.text.slice(0, -1).trim(), value: next.text, line: next, start: 0 } : undefined;
}

const languageReader: Extractor = {
  id: 'unknown/language',
  writes: ['language'],
  extract: ({ doc }) =>
    doc.language
      ? [
          {
            path: 'language',
            value: doc.language,
            raw: doc.language,
            origin: 'computed',
            evidence: [],
            score: 2,
            source: 'unknown/language',
            signals: { detected: 2 },
          },
        ]
      : [],
};

function found(
  path: string,
  value: string,
  line: Line,
  start: number,
  end: number,
  score: number,
  source: string,
): Candidate {
  return candidateAt({ path, value, source, signals: { found: score } }, line, start, end);
}

export const unknownType: DocumentType = {
  id: 'unknown',
  title: 'Unknown document',
  fields: [
    { path: 'title', kind: 'text', title: 'Title', labels: [] },
    { path: 'date', kind: 'date', title: 'Date', labels: [] },
    { path: 'language', kind: 'text', title: 'Language', labels: [] },
    { path: 'pairs[].label', kind: 'text', title: 'Label', labels: [] },
    { path: 'pairs[].value', kind: 'text', title: 'Value', labels: [] },
  ],
  lineFields: [],
  signals: [],
  extractors: [titleReader, dateReader, languageReader, pairReader],
  constraints: [],
  inferences: [],
  rules: [],
};
