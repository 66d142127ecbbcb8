// A Word table as its rows come → the rows of an HTML table, with cells merged downwards as one.

import type { HtmlElement } from '../html/tree.ts';

export interface DocxCell {
  children: (HtmlElement | string)[];
  span: number;
  /** Goes on with the cell above it. */
  continues: boolean;
  /** Begins a cell that goes on below. */
  begins: boolean;
}

export interface DocxRow {
  /** Columns left free at its start. */
  before: number;
  header: boolean;
  cells: DocxCell[];
}

export function toTableElement(rows: readonly DocxRow[]): HtmlElement {
  /** Cells that may still go on, by their first column. */
  const open = new Map<number, HtmlElement>();
  const body = rows.map((row): HtmlElement => {
    const children: HtmlElement[] = [];
    let column = 0;
    if (row.before > 0) {
      children.push(toCell({ children: [], span: row.before, continues: false, begins: false }, false));
      column = row.before;
    }
    for (const cell of row.cells) {
      const above = open.get(column);
      if (cell.continues && above) {
        above.attributes.rowspan = String(Number(above.attributes.rowspan ?? '1') + 1);
        above.children.push(...cell.children.filter(holdsText));
      } else {
        const element = toCell(cell, row.header);
        children.push(element);
        if (cell.begins) open.set(column, element);
        else open.delete(column);
      }
      column += cell.span;
    }
    return { name: 'tr', attributes: {}, children };
  });
  return { name: 'table', attributes: {}, children: body, set: { ruled: true } };
}

function toCell(cell: DocxCell, header: boolean): HtmlElement {
  const attributes: Record<string, string> = cell.span > 1 ? { colspan: String(cell.span) } : {};
  return { name: header ? 'th' : 'td', attributes, children: cell.children };
}

function holdsText(child: HtmlElement | string): boolean {
  return typeof child === 'string' ? child.trim() !== '' : child.children.some(holdsText);
}
