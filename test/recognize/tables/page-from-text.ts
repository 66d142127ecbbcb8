// A page typed as text: every character is 6 points wide, every line 14 points high, so that columns are where they look.

import { groupLines } from '../../../src/document/layout/group-lines.ts';
import type { Page, Rule, Word } from '../../../src/document/parsed-document.ts';

const CHARACTER_PT = 6;
const LINE_PT = 14;
const HEIGHT_PT = 10;

/** A line of dashes only is a ruling line across the page, half-way between its neighbours. */
export function pageFromText(text: string, number = 1): Page {
  const words: Word[] = [];
  const rules: Rule[] = [];
  let y = 20;
  for (const line of text.split('\n')) {
    if (/^\s*-{20,}\s*$/.test(line)) {
      const at = y - (LINE_PT - HEIGHT_PT) / 2;
      rules.push({ x0: line.indexOf('-') * CHARACTER_PT, y0: at, x1: line.trimEnd().length * CHARACTER_PT, y1: at });
      continue;
    }
    for (const match of line.matchAll(/\S+/g)) {
      const x = match.index * CHARACTER_PT;
      words.push({ text: match[0], box: [x, y, x + match[0].length * CHARACTER_PT - 1, y + HEIGHT_PT] });
    }
    y += LINE_PT;
  }
  return {
    number,
    width: 720,
    height: Math.max(842, y + 40),
    source: 'text',
    rotation: 0,
    lines: groupLines(words, number),
    blocks: [],
    tables: [],
    images: [],
    rules,
  };
}
