// What a layout works with, and the page frame that all of them share.
import type { Pen } from '../page/pen.ts';
import type { Theme } from '../page/theme.ts';
import type { Random } from '../random.ts';
import { fill } from '../trade/manner.ts';
import type { Sheet } from '../trade/sheet.ts';

export interface Context {
  pen: Pen;
  theme: Theme;
  sheet: Sheet;
  random: Random;
  /** Page margins in points. */
  margin: number;
}

/** Goes to a new page when `height` does not fit above `bottom`. */
export function ensureSpace({ pen, margin }: Context, y: number, height: number, bottom: number): number {
  if (y + height <= bottom) return y;
  pen.newPage();
  return margin + 20;
}

/** `Page 1 of 2` on every page. */
export function numberPages(
  { pen, theme, sheet, margin }: Context,
  y: number,
  align: 'left' | 'right' | 'center',
  onlyIfMany = false,
): void {
  const template = sheet.manner.word(sheet.manner.words.page);
  pen.onEveryPage((p, n) => {
    if (onlyIfMany && n === 1) return;
    pen.text(fill(template, { p, n }), margin, y, {
      size: 8,
      color: theme.muted,
      align,
      width: pen.width - 2 * margin,
    });
  });
}
