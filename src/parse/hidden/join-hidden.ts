// Pieces of hidden text as they were painted → one finding for what belongs together.

import { boxHeight, unionBox } from '../../document/box.ts';
import { type HiddenText, MAX_HIDDEN_LENGTH } from '../../document/hidden-text.ts';

/** Pieces looked at; what a page paints beyond is told by those before. */
const MAX_PIECES = 20_000;

/** Joins neighbours of one kind on one page: pieces of a line, lines of a paragraph. Repeated pieces count once. */
export function joinHidden(pieces: readonly HiddenText[]): HiddenText[] {
  const joined: HiddenText[] = [];
  for (const piece of pieces.slice(0, MAX_PIECES)) {
    const last = joined.at(-1);
    if (last && belongsTo(last, piece)) {
      if (last.text.length < 2 * MAX_HIDDEN_LENGTH && !last.text.endsWith(piece.text)) last.text += ` ${piece.text}`;
      last.box = unionBox(last.box, piece.box);
    } else joined.push({ ...piece });
  }
  return joined;
}

function belongsTo(last: HiddenText, next: HiddenText): boolean {
  if (last.kind !== next.kind || last.page !== next.page) return false;
  const height = Math.max(2, boxHeight(next.box));
  const below = next.box[1] - last.box[3];
  return below < 2.5 * height && next.box[3] > last.box[1] - 2.5 * height;
}
