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
const NUMBER = /^\s*[-+(]?(?:\p{Sc}|[A-Z]{1,3}\$?)?\s?\d[\d.,' ]*\s?(?:[%)]|\p{Sc}|[A-Z]{3})?\s*$/u;
/** With a unit behind it: "94.000 m²", "1,750 hr". */
const COUNT = new RegExp(`${NUMBER.source}|^\\s*[-+]?\\d[\\d.,']*\\s?\\p{L}{1,6}[.²³]?\\s*$`, 'u');

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
  const table = longestRun(lines);
  if (table.length >= 3 && isSureRun(table, delimiter)) return explained(table, delimiter);
  const usual = usualCount(lines);
  const same = lines.filter((record) => record.length === usual);
  if (usual < 2 || same.length < (usual === 2 ? 3 : 2)) return 0;
  const splitLines = lines.filter((record) => record.length > 1).length;
  if (splitLines < SPLIT_LINES * lines.length) return 0;
  const isLoose = delimiter === ',' || delimiter === '\t';
  if (same.length < (isLoose ? SAME_COUNT_OF_COMMAS : SAME_COUNT) * lines.length) return 0;
  return hasShortCells(same) && !(delimiter === ',' && readsLikeProse(same)) ? explained(same, delimiter) : 0;
}

function explained(table: readonly (readonly string[])[], delimiter: string): number {
  const signs = table.length * (table[0]!.length - 1);
  return delimiter === ',' && cutsDecimals(table) ? signs / 10 : signs;
}

/** Lines one after the other that the sign splits into as many cells, the longest such stretch. */
function longestRun(lines: readonly (readonly string[])[]): (readonly string[])[] {
  let best: (readonly string[])[] = [];
  let open: (readonly string[])[] = [];
  for (const line of lines) {
    if (line.length > 1 && open[0]?.length === line.length) open.push(line);
    else open = line.length > 1 ? [line] : [];
    if (open.length * ((open[0]?.length ?? 1) - 1) > best.length * ((best[0]?.length ?? 1) - 1)) best = open;
  }
  return best;
}

/** Letterhead and terms may stand above a table as plain lines: then its own lines must speak for it, with numbers. */
function isSureRun(table: readonly (readonly string[])[], delimiter: string): boolean {
  const columns = table[0]!.length;
  // Two columns, names and amounts: tabs and semicolons stand in front of numbers in nothing but tables.
  const isSure = delimiter === '\t' || delimiter === ';';
  const number = isSure ? COUNT : NUMBER;
  const isPriced = isSure && table.length > 3 && number.test(table.at(-1)![1]!);
  if (
    columns < (delimiter === ',' ? 4 : isPriced ? 2 : 3) ||
    !hasShortCells(table) ||
    (delimiter === ',' && readsLikeProse(table))
  ) {
    return false;
  }
  return hasNumbers(table, number) && table.flat().filter((cell) => cell.trim() !== '').length >= table.length * 2;
}

/** The number of cells that explains most signs. */
function usualCount(lines: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [length, times] of counts) if (times * (length - 1) > most) [usual, most] = [length, times * (length - 1)];
  return usual;
}

/** Names, codes and numbers, in at least two columns. */
function hasShortCells(table: readonly (readonly string[])[]): boolean {
  const filled = table.flat().filter((cell) => cell.trim() !== '');
  const length = filled.reduce((sum, cell) => sum + cell.length, 0);
  return length <= LONGEST_MEAN * Math.max(1, filled.length) && columnsWithText(table, table[0]!.length) >= 2;
}

function columnsWithText(table: readonly (readonly string[])[], columns: number): number {
  let count = 0;
  for (let c = 0; c < columns; c++) if (table.filter((row) => row[c]!.trim() !== '').length >= 2) count++;
  return count;
}

/** "Springfield, IL, USA": a space after the sign, and no column of numbers to speak for a table. */
function readsLikeProse(table: readonly (readonly string[])[]): boolean {
  const rest = table.flatMap((row) => row.slice(1));
  const spaced = rest.filter((cell) => /^\s/.test(cell)).length;
  if (spaced <= 0.5 * rest.length) return table[0]!.length === 2 && table.length < 4;
  return !hasNumbers(table);
}

/** Some column holds numbers in most lines. */
function hasNumbers(table: readonly (readonly string[])[], number: RegExp = NUMBER): boolean {
  if (table.length < 3) return false;
  return table[0]!.some((_, c) => table.filter((row) => number.test(row[c]!)).length >= 0.6 * table.length);
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
