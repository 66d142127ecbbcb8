// How offers will be judged: under a heading, criteria with their weights, as a table, a list or in one sentence.

import { boxHeight } from '../../../../document/box.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { createLabelIndex } from '../../../../recognize/labels/label-index.ts';
import { termLabels } from '../../locales/term-labels.ts';
import { joinLines } from './cells.ts';

const headings = createLabelIndex(termLabels.criterion.map((phrase) => ({ key: 'criterion', phrase, weight: 0 })));

interface Criterion {
  line: Line;
  name: { start: number; end: number };
  weight: { start: number; end: number; value: number };
}

/** "Price: 40 %", "Preis (40 %)", "Qualité – 30 points". */
const NAME_FIRST =
  /(?<name>\p{L}[^%;:|()]{1,70}?)\s*(?:[:|(–—-]|\.{2,})*\s*(?<weight>\d{1,3}(?:[.,]\d{1,2})?)\s?(?<unit>%|v\.?\s?h\.?|p(?:oin)?ts?\b|punkte?\b|punti\b|puntos?\b|pontos?\b|punten\b|pkt\b)\)?/giu;
/** "40 % price". */
const WEIGHT_FIRST = /^\W{0,3}(?<weight>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*[:–—-]?\s*(?<name>\p{L}[^%;:|()\d]{1,70})/iu;
/** In line heights: from the heading to the first criterion, and from one to the next. */
const WIDEST_GAP = 3.2;
const MOST_ROWS = 20;
const WHOLE = 100;

export const evaluationCriteria: Extractor = {
  id: 'procurement/evaluation-criteria',
  writes: ['evaluation[].criterion', 'evaluation[].weight'],
  extract: (reading) => {
    const lists = reading.lines.flatMap((line) => {
      const hit = headings.find(line, reading.pageOf(line).source === 'ocr')[0];
      if (!hit || /\p{L}{4}/u.test(line.text.slice(0, hit.start).replace(/^\s*\d[\d.]*\s*/, ''))) return [];
      const list = listUnder(reading, line, hit.end);
      return list.length > 1 ? [list] : [];
    });
    const best = lists.sort((a, b) => proof(b) - proof(a))[0];
    return best ? toCandidates(best) : [];
  },
};

const sumOf = (list: readonly Criterion[]): number => list.reduce((sum, one) => sum + one.weight.value, 0);
/** Weights that make up the whole prove the list complete. */
const proof = (list: readonly Criterion[]): number => (Math.abs(sumOf(list) - WHOLE) < 0.6 ? 100 : 0) + list.length;

function listUnder(reading: Reading, heading: Line, from: number): Criterion[] {
  const found = criteriaOf(heading, from);
  const { lines } = reading.pageOf(heading);
  const height = boxHeight(heading.box);
  let bottom = heading.box[3];
  let row = heading.row;
  for (let rows = 0; rows < MOST_ROWS; rows++) {
    const next = lines.find((line) => line.row > row && line.box[1] > heading.box[1]);
    if (!next || next.box[1] - bottom > WIDEST_GAP * height) break;
    const inRow = lines.filter((line) => line.row === next.row && line.box[0] > heading.box[0] - 60);
    row = next.row;
    if (inRow.length === 0) continue;
    const read = criteriaOf(joinLines(inRow), 0);
    // One row without a weight may be the list's own header; a second ends it.
    if (read.length === 0 && (found.length > 0 || rows > 1)) break;
    found.push(...read);
    bottom = Math.max(...inRow.map((line) => line.box[3]));
    if (Math.abs(sumOf(found) - WHOLE) < 0.05) break;
  }
  return found;
}

function criteriaOf(line: Line, from: number): Criterion[] {
  const text = line.text.slice(from);
  const weightFirst = WEIGHT_FIRST.exec(text);
  const matches = weightFirst ? [weightFirst] : [...text.matchAll(NAME_FIRST)];
  return matches.flatMap((match) => {
    const { name, weight } = match.groups as { name: string; weight: string };
    const value = Number(weight.replace(',', '.'));
    if (value <= 0 || value > WHOLE) return [];
    // "and delivery time 10 %", "1. Price 40 %": the join and the number are not part of the name.
    const lead = /^(?:[\s\d.)•·–-]|(?:and|und|et|y|e|en|i)\s)+/iu.exec(name)?.[0].length ?? 0;
    const start = from + match.index + match[0].indexOf(name) + lead;
    const end = start + name.slice(lead).replace(/[\s,.–-]+$/u, '').length;
    const at = from + match.index + (weightFirst ? match[0].indexOf(weight) : match[0].lastIndexOf(weight));
    return [{ line, name: { start, end }, weight: { start: at, end: at + weight.length, value } }];
  });
}

function toCandidates(list: readonly Criterion[]): Candidate[] {
  const signals = { heading: 1.2, whole: Math.abs(sumOf(list) - WHOLE) < 0.6 ? 1.6 : -0.2 };
  return list.flatMap(({ line, name, weight }, i) => {
    const source = evaluationCriteria.id;
    const criterion = {
      path: `evaluation[${i}].criterion`,
      value: line.text.slice(name.start, name.end),
      source,
      signals,
    };
    return [
      candidateAt(criterion, line, name.start, name.end),
      candidateAt(
        { path: `evaluation[${i}].weight`, value: weight.value, source, signals },
        line,
        weight.start,
        weight.end,
      ),
    ];
  });
}
