// XLSX and ODS → each sheet a page or more: values as the spreadsheet shows them, each word with its cell. Formulas are not
// computed, macros not run, links not followed: what the file holds as a formula's last value is read.

import type { Sheet } from 'hucre';
import { guessLanguage } from '../document/guess-language.ts';
import { cutHidden, type HiddenText, MAX_HIDDEN_TEXTS } from '../document/hidden-text.ts';
import type { DocumentFormat, Page } from '../document/parsed-document.ts';
import { layGrid } from './grid/lay-grid.ts';
import { RowBudget } from './grid/row-budget.ts';
import { listEmbedded, openPackage, readProperties, showsNothing, warnOfUnread } from './office/open-package.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { type ReadBook, readWorkbook } from './xlsx/read-workbook.ts';
import { textOfSheet, toSheetGrid } from './xlsx/sheet-grid.ts';
import { localeOf, type ShowOptions } from './xlsx/show-value.ts';

const SAMPLE_CHARACTERS = 4000;

export async function parseXlsx(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { readXlsx } = await import('hucre/xlsx');
  return parseWorkbook(bytes, { format: 'xlsx', read: readXlsx, context });
}

export async function parseOds(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { readOds } = await import('hucre/ods');
  return parseWorkbook(bytes, { format: 'ods', read: readOds, context });
}

interface BookFormat {
  format: DocumentFormat;
  read: ReadBook;
  context: ParseContext;
}

/** Throws `file.corrupt`, `file.empty` for a workbook that shows nothing, and what the archive guard throws. */
async function parseWorkbook(bytes: Uint8Array, { format, read, context }: BookFormat): Promise<ParsedParts> {
  const office = await openPackage(bytes);
  warnOfUnread(office, context);
  const { workbook, skipped } = await readWorkbook(bytes, read);
  if (skipped.length > 0) {
    context.warn({ code: 'xlsx.sheets', message: `${skipped.length} sheets hold charts or macros and were not read.` });
  }
  const options = { locale: localeOf(guessLanguage(sampleOf(workbook.sheets))?.language) };
  const { pages, hidden } = laySheets(workbook.sheets, options, context);
  if (pages.length === 0) throw showsNothing(office, 'workbook');
  return {
    format,
    pageCount: pages.length,
    pages: pages.slice(0, context.limits.maxPages),
    metadata: readProperties(office),
    attachments: listEmbedded(office, context),
    hidden,
  };
}

function laySheets(sheets: readonly Sheet[], options: ShowOptions, context: ParseContext) {
  const pages: Page[] = [];
  const hidden: HiddenText[] = [];
  const budget = new RowBudget(context);
  const hide = (kind: HiddenText['kind'], text: string): void => {
    if (hidden.length >= MAX_HIDDEN_TEXTS || text.trim() === '') return;
    hidden.push({ kind, page: pages.length + 1, box: [0, 0, 0, 0], text: cutHidden(text) });
  };
  let unknown = 0;
  for (const sheet of sheets) {
    if (sheet.hidden || sheet.veryHidden) {
      hide('not-displayed', textOfSheet(sheet, options));
      continue;
    }
    if (budget.isSpent || pages.length >= context.limits.maxPages) {
      context.warn({ code: 'sheets.cut', message: 'Further sheets were not read.' });
      break;
    }
    const grid = toSheetGrid(sheet, options, budget);
    budget.report(`sheet ${JSON.stringify(sheet.name.slice(0, 60))}`);
    unknown += grid.unknownFormulas;
    for (const { kind, text } of grid.hidden) hide(kind, text);
    pages.push(...layGrid(grid, pages.length + 1, context));
  }
  if (unknown > 0) {
    const message = `${unknown} formulas have no value in the file; open it in a spreadsheet and save it, to have them read.`;
    context.warn({ code: 'xlsx.formulas', message });
  }
  // A hidden last sheet has no page of its own.
  const last = Math.max(1, pages.length);
  return { pages, hidden: hidden.map((text) => ({ ...text, page: Math.min(text.page, last) })) };
}

/** Words of the first rows, for the language. */
function sampleOf(sheets: readonly Sheet[]): string {
  let sample = '';
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      for (const value of row) if (typeof value === 'string') sample += ` ${value.slice(0, 300)}`;
      if (sample.length > SAMPLE_CHARACTERS) return sample;
    }
  }
  return sample;
}
