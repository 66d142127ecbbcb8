// Delimited text → a sheet of one page or more. Which sign parts the cells, and how the bytes are encoded, the content tells.

import { parse } from 'csv-parse/sync';
import { SheafError } from '../errors.ts';
import { type CsvDialect, sniffCsv } from './csv/csv-dialect.ts';
import { csvTree } from './csv/csv-tree.ts';
import { decodeText } from './decode-text.ts';
import type { GridCell } from './grid/grid.ts';
import { layGrid } from './grid/lay-grid.ts';
import { MAX_COLUMNS, MAX_ROWS, RowBudget } from './grid/row-budget.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

const MAX_CELL_CHARACTERS = 10_000;

/** Rows with a header or without, after lines of labels and values or not: what is what, the layout tells later. */
export async function parseCsv(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxTextBytes } = context.limits;
  const decoded = decodeText(bytes.length > maxTextBytes ? bytes.subarray(0, maxTextBytes) : bytes);
  if (bytes.length > maxTextBytes) {
    context.warn({ code: 'text.cut', message: `Only the first ${maxTextBytes} bytes of the file were read.` });
  }
  if (decoded.replaced > 0) {
    context.warn({ code: 'text.encoding', message: `${decoded.replaced} broken characters were replaced.` });
  }
  const dialect = sniffCsv(decoded.text);
  if (!dialect) throw new SheafError('file.corrupt', 'The file is no table of delimited values');
  const budget = new RowBudget(context);
  const records = readRecords(withoutHint(decoded.text), dialect);
  const cells = toCells(records, budget);
  const root = csvTree(records);
  budget.report('file');
  const pages = layGrid({ cells }, 1, context);
  const structured = root ? { structured: [{ name: null, root }] } : {};
  return { format: 'csv', pageCount: pages.length, pages, metadata: {}, attachments: [], ...structured };
}

/** Excel's own first line, which is no data: "sep=;". */
const withoutHint = (text: string): string => text.replace(/^sep=.\r?\n/, '\n');

function readRecords(text: string, dialect: CsvDialect): string[][] {
  for (const quote of dialect.quoted ? (['"', false] as const) : ([false] as const)) {
    try {
      return parse(text, {
        delimiter: dialect.delimiter,
        quote,
        relax_column_count: true,
        relax_quotes: true,
        to: MAX_ROWS + 1,
      }) as unknown as string[][];
    } catch {
      // A quote that never ends: then quotes are text.
    }
  }
  throw new SheafError('file.corrupt', 'The table of delimited values cannot be read');
}

function toCells(records: readonly (readonly string[])[], budget: RowBudget): GridCell[] {
  const cells: GridCell[] = [];
  const header = records.find((record) => record.filter((cell) => cell.trim() !== '').length > 1);
  for (const [row, record] of records.entries()) {
    const filled = record.slice(0, MAX_COLUMNS).flatMap((said, column): GridCell[] => {
      const text = said.slice(0, MAX_CELL_CHARACTERS).replace(/\r\n?/g, '\n').trim();
      if (text === '') return [];
      const locator = `row ${row + 1}, column ${column + 1}`;
      return [{ row, column, rowSpan: 1, columnSpan: 1, text, locator, ...(record === header ? { bold: true } : {}) }];
    });
    if (!budget.take(filled)) break;
    cells.push(...filled);
  }
  return cells;
}
