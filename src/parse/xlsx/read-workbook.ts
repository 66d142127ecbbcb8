// A workbook through the library that reads it, after the archive was found sound. What it cannot make sense of is damage.

import type { ReadOptions, Workbook } from 'hucre';
import { SheafError } from '../../errors.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../grid/row-budget.ts';
import { columnName } from './cell-name.ts';

/** Chart and macro sheets have no cells; the library stops at each. */
const MAX_SHEETS_WITHOUT_CELLS = 20;
const NO_CELLS = /missing worksheet file for sheet "(.+)"/s;

/** One row more than is kept, so that a cut can be told. Two cells in opposite corners would make a sheet of billions. */
const READ = `A1:${columnName(MAX_COLUMNS - 1)}${MAX_ROWS + 1}`;

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
      return { workbook: await read(bytes, { readStyles: true, range: READ, sheets }), skipped };
    } catch (error) {
      const name = error instanceof Error ? NO_CELLS.exec(error.message)?.[1] : undefined;
      if (name === undefined || skipped.includes(name) || skipped.length === MAX_SHEETS_WITHOUT_CELLS) {
        throw new SheafError('file.corrupt', 'The workbook cannot be read', { cause: error });
      }
      skipped.push(name);
    }
  }
}
