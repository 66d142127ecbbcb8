// Words → rows: what stands on one baseline across the page, however far apart.

import { type Box, boxHeight, boxWidth, centerY, onSameRow, overlapY } from '../box.ts';
import type { Word } from '../parsed-document.ts';

/** Words this much higher than the usual are display type: they may sit beside several rows. */
const TALL = 1.9;
/** Share of a tall word's height by which its baseline may differ from the row it belongs to. */
const SAME_BASELINE = 0.3;
/** Rows looked back at; words come sorted by their centres. */
const LOOK_BACK = 4;

interface Row {
  box: Box;
  words: Word[];
}

/** Rows from the top down, each from left to right. Sideways words stand alone, after the others. */
export function groupRows(words: readonly Word[]): Word[][] {
  const sideways = words.filter(isSideways);
  const level = sideways.length > 0 ? words.filter((word) => !isSideways(word)) : words;
  const usual = medianHeight(level);
  const rows = stackRows(level.filter((word) => boxHeight(word.box) <= TALL * usual));
  placeTallRows(rows, stackRows(level.filter((word) => boxHeight(word.box) > TALL * usual)));
  rows.sort((a, b) => centerY(a.box) - centerY(b.box));
  for (const row of rows) row.words.sort((a, b) => a.box[0] - b.box[0]);
  return [...rows.map((row) => row.words), ...sideways.map((word) => [word])];
}

/** Text set at a right angle to the page: higher than wide, and too long to be a thin letter. */
function isSideways(word: Word): boolean {
  return word.text.length >= 3 && boxHeight(word.box) > 1.8 * boxWidth(word.box);
}

function medianHeight(words: readonly Word[]): number {
  if (words.length === 0) return 0;
  const heights = Float64Array.from(words, (word) => boxHeight(word.box)).sort();
  return heights[heights.length >> 1]!;
}

function stackRows(words: readonly Word[]): Row[] {
  const sorted = words.toSorted((a, b) => a.box[1] + a.box[3] - (b.box[1] + b.box[3]));
  const rows: Row[] = [];
  for (const word of sorted) {
    const home = findHome(rows, word);
    if (home) {
      home.words.push(word);
      // The vertical extent stays that of the first word, so that small steps cannot run into the next row.
      home.box = [Math.min(home.box[0], word.box[0]), home.box[1], Math.max(home.box[2], word.box[2]), home.box[3]];
    } else rows.push({ box: word.box, words: [word] });
  }
  return rows;
}

function findHome(rows: readonly Row[], word: Word): Row | undefined {
  for (let i = rows.length - 1; i >= 0 && i >= rows.length - LOOK_BACK; i--) {
    if (onSameRow(rows[i]!.box, word.box)) return rows[i];
  }
  return undefined;
}

/** A big total beside its small label shares a baseline with it; a big title beside an address does not. */
function placeTallRows(rows: Row[], tallRows: readonly Row[]): void {
  const small = rows.length;
  for (const tall of tallRows) {
    let home: Row | undefined;
    for (const row of rows.slice(0, small)) {
      const distance = Math.abs(row.box[3] - tall.box[3]);
      const near = distance <= SAME_BASELINE * boxHeight(tall.box) && overlapY(row.box, tall.box) > 0;
      if (near && (!home || distance < Math.abs(home.box[3] - tall.box[3]))) home = row;
    }
    if (home) home.words.push(...tall.words);
    else rows.push(tall);
  }
}
