// Entries: running, with the period in a column of its own, on a time line, in a grid, or as labelled rows.
import type { EntryView } from '../compose/resume-view.ts';
import { type Column, flow, flowBullet, flowRow, gapOf, lineStep, makeRoom } from './column.ts';

const LEFT = 96;
const RIGHT = 92;

export function drawEntries(column: Column, entries: readonly EntryView[], indent: number, header?: string[]): void {
  if (header) {
    drawGrid(column, entries, header);
    return;
  }
  for (const [i, entry] of entries.entries()) {
    if (i > 0) column.y += gapOf(column, entry.joined ? 0.15 : isShort(entry) ? 0.1 : 0.55);
    if (entry.fields) drawLabelled(column, entry);
    else drawEntry(column, entry, indent);
  }
}

const isShort = ({ rows, bullets, prose, fields = [] }: EntryView): boolean =>
  rows.length + bullets.length + prose.length + fields.length <= 1;

function drawEntry(column: Column, entry: EntryView, indent: number): void {
  const { dates } = column.design;
  const hasColumn = entry.when !== undefined && column.width > 250;
  const onLeft = hasColumn && (dates === 'left' || dates === 'timeline');
  const left = indent + (onLeft ? LEFT : 0);
  const width = column.width - left - (hasColumn && !onLeft ? RIGHT : 0);
  makeRoom(column, lineStep(column) * 2.6);
  const from = { y: column.y, page: column.page };
  if (entry.when !== undefined && !hasColumn) flow(column, entry.when, { indent, style: { color: column.muted } });
  if (hasColumn) drawWhen(column, entry.when!, onLeft ? indent : indent + width + 12, onLeft ? LEFT - 10 : RIGHT - 12);
  for (const row of entry.rows) flowRow(column, row, { indent: left, width });
  drawBody(column, entry, left, width);
  if (dates === 'timeline' || dates === 'timeline-right') {
    const x = column.x + (dates === 'timeline' ? left - 6 : indent + width + 5);
    if (from.page === column.page && hasColumn) {
      column.pen.rule(x, from.y, x, column.y, { color: column.accent, lineWidth: 1 });
      column.pen.circle(x, from.y + column.size * 0.5, 2.6, { fill: column.accent });
    }
  }
}

function drawWhen(column: Column, when: string, indent: number, width: number): void {
  const style = { size: column.size, color: column.muted };
  let { y } = column;
  for (const line of column.pen.wrap(when, width, style)) y = column.pen.text(line, column.x + indent, y, style);
}

export function drawBody(column: Column, entry: EntryView, indent: number, width: number): void {
  for (const text of entry.prose) flow(column, text, { indent, width });
  for (const text of entry.bullets) flowBullet(column, text, indent + 2, width - 2);
}

const LABELS = 132;

/** Label left, value right, as the Europass had it. */
function drawLabelled(column: Column, entry: EntryView): void {
  for (const { label, value } of entry.fields!) {
    makeRoom(column, lineStep(column) * 2);
    column.pen.text(label, column.x, column.y, { size: column.size, color: column.muted });
    flow(column, value, { indent: LABELS });
  }
  drawBody(column, entry, LABELS, column.width - LABELS);
}

const SHARES = [0.2, 0.5, 0.3];

/** A ruled table; duties stand under the position. */
function drawGrid(column: Column, entries: readonly EntryView[], header: readonly string[]): void {
  const { pen, size } = column;
  const lefts = SHARES.map((_, i) => SHARES.slice(0, i).reduce((sum, share) => sum + share, 0) * column.width);
  const widths = SHARES.map((share) => share * column.width - 8);
  const ruleAt = (y: number): void =>
    pen.rule(column.x, y, column.x + column.width, y, { color: '#999999', lineWidth: 0.5 });
  makeRoom(column, lineStep(column) * 3);
  for (const [i, text] of header.entries())
    pen.text(text, column.x + lefts[i]!, column.y, { size, weight: 'bold', color: column.ink });
  column.y += lineStep(column) + 2;
  ruleAt(column.y);
  column.y += 3;
  for (const entry of entries) {
    const [first = '', second = ''] = entry.cells ?? [];
    makeRoom(column, lineStep(column) * 5);
    const { y, page } = column;
    let lowest = y;
    for (const [text, i] of [
      [entry.when ?? '', 0],
      [second, 2],
    ] as const) {
      column.y = y;
      flow(column, text, { indent: lefts[i]!, width: widths[i]! });
      lowest = Math.max(lowest, column.y);
    }
    column.y = y;
    flow(column, first, { indent: lefts[1]!, width: widths[1]!, style: { weight: 'bold' } });
    drawBody(column, entry, lefts[1]!, widths[1]!);
    if (column.page === page) column.y = Math.max(column.y, lowest);
    column.y += 2;
    ruleAt(column.y);
    column.y += 3;
  }
}
