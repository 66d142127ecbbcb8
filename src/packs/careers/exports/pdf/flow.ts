// Lines down a column, over as many pages as they take; what belongs together is not parted by the end of a page.

import type { Pen } from './pen.ts';

export interface FlowLine {
  /** White space above; none at the top of a page. */
  before: number;
  height: number;
  /** Stands on the page of the line that follows. */
  keepNext: boolean;
  draw(y: number): void;
}

export interface Column {
  /** Top of the column on a page, from 0. */
  top(page: number): number;
  bottom: number;
}

/** Pages that it took. */
export function flow(pen: Pen, lines: readonly FlowLine[], { top, bottom }: Column): number {
  let page = 0;
  let y = top(0);
  let fresh = true;
  let at = 0;
  while (at < lines.length) {
    let end = at;
    while (end < lines.length - 1 && lines[end]!.keepNext) end++;
    const group = lines.slice(at, end + 1);
    const height = group.reduce((sum, line, i) => sum + line.height + (i === 0 && fresh ? 0 : line.before), 0);
    const room = bottom - top(page + 1);
    const fits = y + height <= bottom;
    // What is higher than a page goes on the next one line by line.
    if (!fits && !fresh && height <= room) {
      page++;
      y = top(page);
      fresh = true;
    }
    for (const line of group) {
      if (!fresh) y += line.before;
      if (!fresh && y + line.height > bottom) {
        page++;
        y = top(page);
      }
      pen.toPage(page);
      line.draw(y);
      y += line.height;
      fresh = false;
    }
    at = end + 1;
  }
  return page + 1;
}
