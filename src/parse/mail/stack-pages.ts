// One page under another: the head of a mail above its text.

import type { Box } from '../../document/box.ts';
import { groupBlocks, groupLines } from '../../document/layout/group-lines.ts';
import type { Page, Word } from '../../document/parsed-document.ts';

const GAP = 18;

/** Both stand on one page, whose number is that of `top`; hidden text of either keeps its place on no page. */
export function stackPages(top: Page, bottom: Page): Page {
  const { number } = top;
  const down = wordsOf(top).reduce((most, word) => Math.max(most, word.box[3]), 0) + GAP;
  const moved = (box: Box): Box => [box[0], box[1] + down, box[2], box[3] + down];
  const words = [...wordsOf(top), ...wordsOf(bottom).map((word) => ({ ...word, box: moved(word.box) }))];
  const rules = bottom.rules.map((rule) => ({ ...rule, y0: rule.y0 + down, y1: rule.y1 + down }));
  const lines = groupLines(words, number, { rules });
  return {
    ...bottom,
    number,
    width: Math.max(top.width, bottom.width),
    height: bottom.height + down,
    source: words.length > 0 ? 'text' : 'none',
    lines,
    blocks: groupBlocks(lines, number),
    tables: bottom.tables.map((table) => ({
      ...table,
      page: number,
      box: moved(table.box),
      cells: table.cells.map((cell) => ({ ...cell, box: moved(cell.box) })),
    })),
    images: bottom.images.map((image) => ({ box: moved(image.box) })),
    rules,
  };
}

const wordsOf = (page: Page): Word[] => page.lines.flatMap((line) => line.words);
