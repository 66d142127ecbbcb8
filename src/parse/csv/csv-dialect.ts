// Is a text a table of delimited values, and by what sign? Prose has commas too, but never as many in each line.

import { parse } from 'csv-parse/sync';

export interface CsvDialect {
  delimiter: string;
  /** False when quotes are part of the text, as an inch sign is. */
  quoted: boolean;
}

const DELIMITERS = [';', '\t', ',', '|', '^', '~', '\u0001'];
const PROBE_CHARACTERS = 60_000;
const PROBE_RECORDS = 200;
/** Share of lines that the sign splits, and of those that it splits into the usual number of cells. */
const SPLIT_LINES = 0.75;
const SAME_COUNT = 0.4;
const SAME_COUNT_OF_COMMAS = 0.6;
/** Cells of a table are names, codes and numbers. */
const LONGEST_MEAN = 60;

/** Undefined for prose, lists, markup, programs. Only the beginning of `text` is looked at. */
export function sniffCsv(text: string): CsvDialect | undefined {
  const probe = wholeLines(text);
  const stated = /^sep=(.)\r?\n/.exec(probe)?.[1];
  if (stated) return { delimiter: stated, quoted: true };
  if (/^\s*[{[<]|^\s*\|.*\|\s*$/m.test(probe.slice(0, 400))) return undefined;
  let best: { dialect: CsvDialect; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    if (!probe.includes(delimiter)) continue;
    for (const quoted of [true, false]) {
      const records = split(probe, { delimiter, quoted });
      if (!records) continue;
      const score = judge(records, delimiter);
      if (score > (best?.score ?? 0)) best = { dialect: { delimiter, quoted }, score };
      break;
    }
  }
  return best?.dialect;
}

/** The first characters up to the end of a line: half a line would have fewer cells. */
function wholeLines(text: string): string {
  if (text.length <= PROBE_CHARACTERS) return text;
  const end = text.lastIndexOf('\n', PROBE_CHARACTERS);
  return text.slice(0, end > 0 ? end : PROBE_CHARACTERS);
}

function split(text: string, { delimiter, quoted }: CsvDialect): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      quote: quoted ? '"' : false,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: PROBE_RECORDS,
    }) as unknown as string[][];
  } catch {
    return undefined;
  }
}

/** How many signs the reading explains; 0 when these records are no table. */
function judge(records: readonly (readonly string[])[], delimiter: string): number {
  const lines = records.filter((record) => record.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = 0;
  let same = 0;
  for (const [length, times] of counts) {
    if (times * (length - 1) > same * (usual - 1) || usual === 0) [usual, same] = [length, times];
  }
  if (same < 2 || (usual === 2 && same < 3)) return 0;
  const splitLines = lines.filter((record) => record.length > 1).length;
  if (splitLines < SPLIT_LINES * lines.length) return 0;
  const isLoose = delimiter === ',' || delimiter === '\t';
  if (same < (isLoose ? SAME_COUNT_OF_COMMAS : SAME_COUNT) * lines.length) return 0;
  const table = lines.filter((record) => record.length === usual);
  const cells = table.flat();
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.reduce((sum, cell) => sum + cell.length, 0) > LONGEST_MEAN * Math.max(1, filled.length)) return 0;
  if (columnsWithText(table, usual) < 2) return 0;
  if (delimiter === ',' && readsLikeProse(table, usual)) return 0;
  return same * (usual - 1) * (delimiter === ',' && cutsDecimals(table) ? 0.1 : 1);
}

function columnsWithText(table: readonly (readonly string[])[], columns: number): number {
  let count = 0;
  for (let c = 0; c < columns; c++) if (table.filter((row) => row[c]!.trim() !== '').length >= 2) count++;
  return count;
}

/** "Springfield, IL, USA": a space after the sign, and no column of numbers to speak for a table. */
function readsLikeProse(table: readonly (readonly string[])[], columns: number): boolean {
  const rest = table.flatMap((row) => row.slice(1));
  const spaced = rest.filter((cell) => /^\s/.test(cell)).length;
  if (spaced <= 0.5 * rest.length) return columns === 2 && table.length < 4;
  for (let c = 0; c < columns; c++) {
    const numbers = table.filter((row) => /^\s*[-+(]?\p{Sc}?\s?\d[\d.,']*[%)]?\s*$/u.test(row[c]!)).length;
    if (numbers >= 0.6 * table.length && table.length >= 3) return false;
  }
  return true;
}

/** "4,00" and "99,50": most of the commas stand between digits, as decimals do. */
function cutsDecimals(table: readonly (readonly string[])[]): boolean {
  let between = 0;
  let all = 0;
  for (const row of table) {
    for (let c = 1; c < row.length; c++) {
      all++;
      if (/\d$/.test(row[c - 1]!) && /^\d{2}(?:\D|$)/.test(row[c]!)) between++;
    }
  }
  return between > 0.6 * all;
}
