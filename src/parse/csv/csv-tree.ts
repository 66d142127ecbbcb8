// A table with a head as a tree: an element a row, in it one a cell, called as its column is.

import type { XmlElement } from '../../document/xml-element.ts';

const FEWEST_COLUMNS = 3;
const MAX_ROWS = 20_000;
const none: Readonly<Record<string, string>> = Object.freeze({});

/** undefined for a table whose first row is no head. Paths are those of its cells on the page: `row 3, column 2`. */
export function csvTree(records: readonly (readonly string[])[]): XmlElement | undefined {
  const at = records.findIndex((record) => record.some((cell) => cell.trim() !== ''));
  const head = records[at]?.map((cell) => cell.trim());
  if (!head || head.length < FEWEST_COLUMNS || !head.every(isName) || new Set(head).size < head.length)
    return undefined;
  const rows = records.slice(at + 1, at + 1 + MAX_ROWS).flatMap((record, i): XmlElement[] => {
    const row = at + 2 + i;
    const cells = record.slice(0, head.length).flatMap((cell, column) => {
      const text = cell.replace(/\r\n?/g, '\n').trim();
      return text === '' ? [] : [element(head[column]!, text, `row ${row}, column ${column + 1}`)];
    });
    return cells.length === 0 ? [] : [{ ...element('row', '', `row ${row}`), children: cells }];
  });
  return rows.length === 0 ? undefined : { ...element('table', '', ''), children: rows };
}

const isName = (cell: string): boolean =>
  cell.length > 0 && cell.length <= 60 && /\p{L}/u.test(cell) && !/^[\d.,€$£% -]+$/.test(cell);

const element = (name: string, text: string, path: string): XmlElement => ({
  name,
  qualifiedName: name,
  namespace: 'csv',
  attributes: none,
  children: [],
  text,
  path,
});
