// The delimited tables of an archive as one tree: exports of services are archives of such files, and one that knows the service
// reads them together. Whatever is odd about a table leaves it out; it is still a document of its own.

import { parse } from 'csv-parse/sync';
import type { XmlElement } from '../../document/xml-element.ts';
import { decodeText } from '../decode-text.ts';

const MAX_TABLES = 80;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_ROWS = 2000;
const MAX_COLUMNS = 60;
const MAX_CELL = 10_000;

export interface ArchivedTable {
  name: string;
  size: number;
  read(): Uint8Array;
}

/** `tables` / name of the file without folder and ending / `row` / name of the column. undefined for fewer than two tables. */
export function tablesOfArchive(files: readonly ArchivedTable[]): XmlElement | undefined {
  const csv = files.filter(({ name, size }) => /\.csv$/i.test(name) && size > 0 && size <= MAX_BYTES);
  if (csv.length < 2 || csv.length > MAX_TABLES) return undefined;
  const children = csv.flatMap((file) => tableOf(file) ?? []);
  return children.length < 2 ? undefined : element('tables', 'tables', '', children);
}

function tableOf(file: ArchivedTable): XmlElement | undefined {
  const name = file.name.split('/').at(-1)!;
  const records = recordsOf(file);
  const [header, ...rows] = records ?? [];
  if (!header || header.length > MAX_COLUMNS) return undefined;
  const children = rows.map((row, i) => rowOf(row, header, `${name}, row ${i + 2}`));
  return element(name.replace(/\.csv$/i, ''), name, '', children);
}

function recordsOf(file: ArchivedTable): string[][] | undefined {
  try {
    return parse(decodeText(file.read()).text.replace(/^\ufeff/, ''), {
      relax_column_count: true,
      skip_empty_lines: true,
      to: MAX_ROWS + 1,
    }) as unknown as string[][];
  } catch {
    return undefined;
  }
}

function rowOf(row: readonly string[], header: readonly string[], path: string): XmlElement {
  const cells = row
    .slice(0, header.length)
    .map((cell, i) => element(header[i]!.trim(), `${path}, ${header[i]!.trim()}`, cell.slice(0, MAX_CELL).trim(), []));
  return element('row', path, '', cells);
}

const element = (name: string, path: string, text: string, children: readonly XmlElement[]): XmlElement => ({
  name,
  qualifiedName: name,
  namespace: '',
  attributes: {},
  children,
  text,
  path,
});
