// How much of a large sheet is read: enough for any business document, and never so much that reading it hangs.

import type { ParseContext } from '../parse-context.ts';
import type { GridCell } from './grid.ts';

/** Rows looked at in one sheet. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
/** Words of all sheets of a file together. */
const MAX_WORDS = 60_000;

export class RowBudget {
  private readonly context: Pick<ParseContext, 'warn'>;
  private words = 0;
  private rows = 0;
  private cut = false;

  constructor(context: Pick<ParseContext, 'warn'>) {
    this.context = context;
  }

  /** False when the row is beyond what is read; then no further row is to be asked for. */
  take(cells: readonly GridCell[]): boolean {
    if (this.cut) return false;
    for (const cell of cells) this.words += 1 + (cell.text.match(/\s+/g)?.length ?? 0);
    if (this.words > MAX_WORDS || this.rows >= MAX_ROWS) {
      this.cut = true;
      return false;
    }
    if (cells.length > 0) this.rows++;
    return true;
  }

  get isSpent(): boolean {
    return this.cut;
  }

  /** Warns when something was cut; begins to count rows anew for the next sheet. */
  report(what: string): void {
    if (this.cut) {
      const message = `Only the first ${this.rows} rows of the ${what} were read.`;
      this.context.warn({ code: 'rows.cut', message });
    }
    this.rows = 0;
  }
}
