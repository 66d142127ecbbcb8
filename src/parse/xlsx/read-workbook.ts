// A workbook through the library that reads it, after the archive was found sound. What it cannot make sense of is damage.

import type { ReadOptions, Workbook } from 'hucre';
import { SheafError } from '../../errors.ts';
import { MAX_ROWS } from '../grid/row-budget.ts';

/** Chart and macro sheets have no cells; the library stops at each. */
const MAX_SHEETS_WITHOUT_CELLS = 20;
const NO_CELLS = /missing worksheet file for sheet "(.+)"/s;

export type ReadBook = (bytes: Uint8Array, options: ReadOptions) => Promise<Workbook>;

/** Throws `file.corrupt`. `skipped`: names of the sheets that hold no cells. */
export async function readWorkbook(
  bytes: Uint8Array,
  read: ReadBook,
): Promise<{ workbook: Workbook; skipped: string[] }> {
  const skipped: string[] = [];
  for (;;) {
    try {
      const sheets = ({ name }: { name: string }): boolean => !skipped.includes(name);
      // One row more than is kept, so that a cut can be told.
      return { workbook: await read(bytes, { readStyles: true, maxRows: MAX_ROWS + 1, sheets }), skipped };
    } catch (error) {
      const name = error instanceof Error ? NO_CELLS.exec(error.message)?.[1] : undefined;
      if (name === undefined || skipped.includes(name) || skipped.length === MAX_SHEETS_WITHOUT_CELLS) {
        throw new SheafError('file.corrupt', 'The workbook cannot be read', { cause: error });
      }
      skipped.push(name);
    }
  }
}
