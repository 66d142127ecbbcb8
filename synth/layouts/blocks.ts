// Parts that business letters are made of. Each draws at a place and returns the y below itself.
import type { TextStyle } from '../page/pen.ts';
import type { Pair } from '../trade/pairs.ts';
import type { TotalRow } from '../trade/totals.ts';
import type { Context } from './context.ts';

const GAP = 6;

/** Labels in one column, values in the next: aligned left, or right to the edge. */
export function drawPairColumns(
  context: Context,
  pairs: readonly Pair[],
  x: number,
  y: number,
  width: number,
  options: { values?: 'left' | 'right'; labels?: TextStyle; size?: number } = {},
): number {
  const { pen, sheet, theme } = context;
  const size = options.size ?? theme.size;
  const labels = pairs.map((pair) => sheet.manner.label(pair.label));
  const labelWidth = Math.min(
    width * 0.6,
    Math.max(0, ...labels.map((label) => pen.measure(label, { size, ...options.labels }))) + 10,
  );
  let top = y;
  pairs.forEach((pair, i) => {
    const style: TextStyle = { size, align: options.values ?? 'left', width: width - labelWidth };
    const labelEnd = pen.text(labels[i]!, x, top, { size, width: labelWidth - 4, ...options.labels });
    top = Math.max(labelEnd, pen.text(pair.text, x + labelWidth, top, style));
  });
  return top;
}

/** `Label: value` as running text, one per line. */
export function drawPairLines(
  context: Context,
  pairs: readonly Pair[],
  x: number,
  y: number,
  style: TextStyle & { width: number },
): number {
  let top = y;
  for (const pair of pairs) {
    const label = context.sheet.manner.label(pair.label);
    top = context.pen.text(`${/[:.]$/.test(label) ? label : `${label}:`} ${pair.text}`, x, top, style);
  }
  return top;
}

/** A row of cells with a small label over each value; wraps to more rows as needed. */
export function drawPairBoxes(
  context: Context,
  pairs: readonly Pair[],
  x: number,
  y: number,
  width: number,
  options: { perRow?: number; frame?: boolean; fillLabels?: boolean } = {},
): number {
  const { pen, theme } = context;
  const perRow = Math.min(options.perRow ?? 4, Math.max(1, pairs.length));
  const cell = width / perRow;
  let top = y;
  for (let i = 0; i < pairs.length; i += perRow) {
    const row = pairs.slice(i, i + perRow);
    const labelStyle: TextStyle = {
      size: theme.size - 1.5,
      weight: options.fillLabels ? 'bold' : 'regular',
      color: options.fillLabels ? theme.ink : theme.muted,
    };
    const labels = row.map((pair) => pen.wrap(pair.label, cell - 2 * GAP, labelStyle));
    const values = row.map((pair) => pen.wrap(pair.text, cell - 2 * GAP, {}));
    const labelHeight = Math.max(...labels.map((lines) => lines.length)) * (theme.size - 1.5) * 1.25;
    const height = labelHeight + Math.max(...values.map((lines) => lines.length)) * theme.size * 1.25 + 9;
    if (options.fillLabels) pen.box(x, top, row.length * cell, labelHeight + 5, { fill: theme.tint });
    row.forEach((_, k) => {
      if (options.frame) pen.box(x + k * cell, top, cell, height, { stroke: theme.rule });
      pen.lines(labels[k]!, x + k * cell + GAP, top + 3, labelStyle);
      pen.lines(values[k]!, x + k * cell + GAP, top + 5 + labelHeight, {
        weight: options.fillLabels ? 'regular' : 'bold',
      });
    });
    top += height;
  }
  return top;
}

/** A two-column grid with ruled cells. */
export function drawPairGrid(context: Context, pairs: readonly Pair[], x: number, y: number, width: number): number {
  const { pen, theme } = context;
  const labelWidth = width * 0.48;
  let top = y;
  for (const pair of pairs) {
    const label = pen.wrap(pair.label, labelWidth - 2 * GAP, { weight: 'bold' });
    const value = pen.wrap(pair.text, width - labelWidth - 2 * GAP);
    const height = Math.max(label.length, value.length) * theme.size * 1.25 + 5;
    pen.box(x, top, labelWidth, height, { fill: theme.tint, stroke: theme.rule });
    pen.box(x + labelWidth, top, width - labelWidth, height, { stroke: theme.rule });
    pen.lines(label, x + GAP, top + 3, { weight: 'bold' });
    pen.lines(value, x + labelWidth + GAP, top + 3);
    top += height;
  }
  return top;
}

/** Label above its value, blocks under each other. */
export function drawPairStack(
  context: Context,
  pairs: readonly Pair[],
  x: number,
  y: number,
  width: number,
  style: { label?: TextStyle; value?: TextStyle } = {},
): number {
  const { pen, theme } = context;
  let top = y;
  for (const pair of pairs) {
    top = pen.text(pair.label, x, top, { size: theme.size - 1.5, color: theme.muted, width, ...style.label });
    top = pen.text(pair.text, x, top, { width, ...style.value }) + 4;
  }
  return top;
}

/** `Invoice No ........: 123`, as line printers do it. */
export function drawPairDots(context: Context, pairs: readonly Pair[], x: number, y: number, columns: number): number {
  let top = y;
  for (const pair of pairs)
    top = context.pen.text(`${pair.label.slice(0, columns).padEnd(columns, '.')}: ${pair.text}`, x, top);
  return top;
}

export interface PartyBlock {
  which: 'issuer' | 'recipient';
  heading?: boolean;
  headingStyle?: TextStyle;
  boldName?: boolean;
  country?: boolean;
  attention?: boolean;
  taxNumber?: boolean;
  style?: TextStyle;
}

export function drawParty(context: Context, x: number, y: number, width: number, options: PartyBlock): number {
  const { pen, sheet } = context;
  let top = y;
  if (options.heading)
    top =
      pen.text(sheet.manner.label(sheet.partyLabel(options.which)), x, top, {
        weight: 'bold',
        width,
        ...options.headingStyle,
      }) + 1;
  const { which, heading: _, headingStyle: __, boldName, style, ...rest } = options;
  sheet.partyLines(which, rest).forEach((line, i) => {
    top = pen.text(line, x, top, { width, ...style, ...(boldName && i === 0 ? { weight: 'bold' } : {}) });
  });
  return top;
}

export function drawShipTo(
  context: Context,
  x: number,
  y: number,
  width: number,
  headingStyle: TextStyle = {},
): number {
  const { pen, sheet } = context;
  const lines = sheet.shipToLines();
  if (lines.length === 0) return y;
  const top =
    pen.text(sheet.manner.label(sheet.partyLabel('shipTo')), x, y, { weight: 'bold', width, ...headingStyle }) + 1;
  return pen.lines(lines, x, top, { width });
}

/** Label left, amount right; the last strong row set off. */
export function drawTotals(
  context: Context,
  rows: readonly TotalRow[],
  x: number,
  y: number,
  width: number,
  look: 'plain' | 'ruled' | 'grid' | 'band' | 'double',
): number {
  const { pen, theme, sheet } = context;
  const step = theme.size * 1.25 + (look === 'grid' ? 6 : 4);
  const lastStrong = rows.reduce((at, row, i) => (row.strong ? i : at), -1);
  let top = y;
  rows.forEach((row, i) => {
    const strong = row.strong;
    const weight = strong ? 'bold' : 'regular';
    const inBand = look === 'band' && i === lastStrong;
    const amountWidth = pen.measure(row.text, { weight: 'bold' }) + 4;
    const label = sheet.manner.label(row.label);
    const labelLines = pen.wrap(label, width - amountWidth - 2 * GAP, { weight });
    const height = step + (labelLines.length - 1) * theme.size * 1.25;
    if (look === 'grid')
      pen.box(x, top, width, height, { stroke: theme.rule, ...(strong ? { fill: theme.tint } : {}) });
    if (inBand) pen.box(x, top - 1, width, height + 1, { fill: theme.accent });
    if (strong && (look === 'ruled' || look === 'double')) pen.rule(x, top, x + width, top, { color: theme.rule });
    const color = inBand ? '#ffffff' : theme.ink;
    pen.lines(labelLines, x + 4, top + 3, { weight, color });
    pen.text(row.text, x + 4, top + 3, { weight, color, align: 'right', width: width - 8 });
    top += height;
    if (strong && look === 'double') {
      pen.rule(x, top, x + width, top, { color: theme.rule });
      pen.rule(x, top + 2, x + width, top + 2, { color: theme.rule });
      top += 4;
    }
  });
  return top;
}

/** A row of boxes, one per total. */
export function drawTotalBoxes(
  context: Context,
  rows: readonly TotalRow[],
  x: number,
  y: number,
  width: number,
): number {
  const pairs = rows.map((row) => ({ key: row.key, label: row.label, text: row.text }));
  return drawPairBoxes(context, pairs, x, y, width, {
    perRow: Math.min(5, Math.max(3, pairs.length)),
    frame: true,
    fillLabels: true,
  });
}

/** Rate, base and amount per rate. */
export function drawTaxTable(context: Context, x: number, y: number, width: number, ruled: boolean): number {
  const { pen, theme, sheet } = context;
  const rows = sheet.taxRows();
  if (rows.length === 0) return y;
  const { words } = sheet.manner;
  const table = [
    [words.taxTable.rate, words.taxTable.base, words.taxTable.amount].map((variants) => sheet.manner.word(variants)),
    ...rows.map((row) => [row.rate, row.base, row.amount]),
  ];
  const size = theme.size - 0.5;
  const cell = width / 3;
  let top = y;
  table.forEach((cells, r) => {
    const wrapped = cells.map((text) => pen.wrap(text, cell - 8, { size, weight: 'bold' }));
    const height = Math.max(...wrapped.map((lines) => lines.length)) * size * 1.25 + 4;
    wrapped.forEach((lines, c) => {
      if (ruled) pen.box(x + c * cell, top, cell, height, { stroke: theme.rule, lineWidth: 0.5 });
      pen.lines(lines, x + c * cell + 4, top + 2.5, {
        size,
        weight: r === 0 ? 'bold' : 'regular',
        align: c === 0 ? 'left' : 'right',
        width: cell - 8,
      });
    });
    top += height;
    if (r === 0 && !ruled) pen.rule(x, top - 1, x + width, top - 1, { color: theme.rule });
  });
  return top;
}

/** Texts below the totals: payment request, terms, tax notes, thanks. */
export function drawClosing(context: Context, x: number, y: number, width: number): number {
  let top = y;
  for (const line of context.sheet.closing()) top = context.pen.text(line, x, top, { width }) + 3;
  return top;
}

export function drawBank(context: Context, x: number, y: number, width: number, heading = true): number {
  const { pen, sheet } = context;
  let top = y;
  if (heading) top = pen.text(sheet.manner.word(sheet.manner.words.bankHeading), x, top, { weight: 'bold', width }) + 1;
  return drawPairLines(context, sheet.bankPairs(), x, top, { width });
}

/** A line to sign on, with its caption. */
export function drawSignature(context: Context, x: number, y: number, width: number, caption: string): number {
  const { pen, theme } = context;
  pen.rule(x, y + 28, x + width, y + 28, { color: theme.rule });
  return pen.text(caption, x, y + 31, { size: theme.size - 1.5, width });
}

/** Company data in columns at the foot of every page; returns the y where it starts. */
export function drawFooterColumns(
  context: Context,
  options: { bank?: boolean; rule?: boolean; size?: number } = {},
): number {
  const { pen, sheet, theme, margin } = context;
  const width = pen.width - 2 * margin;
  const inline = (pairs: readonly Pair[]): string[] =>
    pairs.map((pair) => `${pair.label}${/[.:]$/.test(pair.label) ? '' : ':'} ${pair.text}`);
  const groups: string[][] = [
    sheet.partyLines('issuer', { country: false, taxNumber: false, attention: false }),
    inline(sheet.contactPairs()),
    inline(sheet.registrationPairs()),
  ];
  if (options.bank !== false) groups.push(inline(sheet.bankPairs()));
  const natural = (size: number): number[] =>
    groups.map((lines) => Math.max(...lines.map((line) => pen.measure(line, { size }))));
  let size = options.size ?? 7.5;
  // Bank data must not be torn apart: rather smaller print, as real letterheads do.
  while (size > 4.5 && natural(size).reduce((sum, part) => sum + part, 0) + 8 * (groups.length - 1) > width)
    size -= 0.25;
  const widths = natural(size);
  const gap = Math.max(4, (width - widths.reduce((sum, part) => sum + part, 0)) / Math.max(1, groups.length - 1));
  const height = Math.max(...groups.map((lines) => lines.length)) * size * 1.3;
  const top = pen.height - 26 - height;
  pen.onEveryPage(() => {
    if (options.rule !== false)
      pen.rule(margin, top - 5, pen.width - margin, top - 5, { color: theme.rule, lineWidth: 0.4 });
    let left = margin;
    groups.forEach((lines, i) => {
      pen.lines(lines, left, top, { size, leading: 1.3, color: theme.muted });
      left += widths[i]! + Math.min(gap, 60);
    });
  });
  return top - 8;
}

/** Company data as centred lines at the foot of every page. */
export function drawFooterLine(context: Context, options: { bank?: boolean } = {}): void {
  const { pen, sheet, theme, margin } = context;
  const width = pen.width - 2 * margin;
  const inline = (pairs: readonly Pair[]): string =>
    pairs.map((pair) => `${pair.label}${/[.:]$/.test(pair.label) ? '' : ':'} ${pair.text}`).join(' - ');
  const texts = [
    `${sheet.senderLine(' - ')}`,
    `${inline(sheet.contactPairs())} - ${inline(sheet.registrationPairs())}`,
    ...(options.bank ? [inline(sheet.bankPairs())] : []),
  ];
  const lines = texts.flatMap((text) => pen.wrap(text, width, { size: 7 }));
  const top = pen.height - 24 - lines.length * 9;
  pen.onEveryPage(() => {
    pen.rule(margin, top - 4, pen.width - margin, top - 4, { color: theme.rule, lineWidth: 0.4 });
    pen.lines(lines, margin, top, { size: 7, color: theme.muted, align: 'center', width });
  });
}

/** Space that `drawFooterColumns` and `drawFooterLine` need at most. */
export const FOOTER_HEIGHT = 92;
