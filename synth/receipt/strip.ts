// A till roll as rows, drawn on a narrow page or as plain text.
import { createPen, type Family, type Pen, type TextStyle } from '../page/pen.ts';

export type StripRow =
  | { kind: 'text'; text: string; align?: 'left' | 'center'; bold?: boolean; large?: boolean }
  | { kind: 'pair'; left: string; right: string; bold?: boolean; large?: boolean; inverse?: boolean }
  | { kind: 'cells'; cells: readonly string[]; bold?: boolean }
  | { kind: 'thirds'; cells: readonly [string, string, string] }
  | { kind: 'rule'; char: '-' | '=' | '*' | '_' }
  | { kind: 'blank' }
  | { kind: 'barcode'; digits: string };

export interface StripLook {
  family: Family;
  /** Characters a row holds. */
  columns: number;
  size: number;
  /** Character between left and right of a pair. */
  leader: ' ' | '.';
  /** Widths of `cells` as parts of the row; all but the second stand right-aligned. */
  cells: readonly number[];
}

function padBetween(left: string, right: string, columns: number, leader: string): string[] {
  const gap = columns - left.length - right.length;
  if (gap >= 1)
    return [
      left + (leader === ' ' ? ' '.repeat(gap) : ` ${leader.repeat(Math.max(0, gap - 2))} `.slice(0, gap)) + right,
    ];
  return [left, right.padStart(columns)];
}

function foldWords(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const center = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, Math.floor((columns - text.length) / 2))) + text;

function cellWidths(look: StripLook, columns: number): number[] {
  const widths = look.cells.map((part) => Math.floor(part * columns));
  widths[1] = columns - widths.reduce((sum, width, i) => (i === 1 ? sum : sum + width), 0);
  return widths;
}

/** The text lines of one row. */
function rowLines(row: StripRow, look: StripLook): string[] {
  const { columns } = look;
  switch (row.kind) {
    case 'text':
      return foldWords(row.text, row.large ? Math.floor(columns / 1.5) : columns).map((line) =>
        row.align === 'center' ? center(line, row.large ? Math.floor(columns / 1.5) : columns) : line,
      );
    case 'pair':
      return padBetween(row.left, row.right, row.large ? Math.floor(columns / 1.35) : columns, look.leader);
    case 'cells': {
      const widths = cellWidths(look, columns);
      const second = foldWords(row.cells[1] ?? '', widths[1]! - 1);
      return second.map((part, line) =>
        row.cells
          .map((cell, i) => (i === 1 ? ` ${part}`.padEnd(widths[i]!) : (line === 0 ? cell : '').padStart(widths[i]!)))
          .join('')
          .trimEnd(),
      );
    }
    case 'thirds': {
      const third = Math.floor(columns / 3);
      return [row.cells[0].padEnd(columns - 2 * third) + row.cells[1].padStart(third) + row.cells[2].padStart(third)];
    }
    case 'rule':
      return [row.char.repeat(columns)];
    default:
      return [''];
  }
}

/** Plain text as a printer driver or a mail would carry it. */
export function printStripText(rows: readonly StripRow[], look: StripLook): string {
  return `${rows.flatMap((row) => (row.kind === 'text' && row.large ? rowLines({ ...row, large: false }, look) : row.kind === 'pair' ? rowLines({ ...row, large: false }, look) : rowLines(row, look))).join('\n')}\n`;
}

const LARGE = 1.35;

function drawBarcode(pen: Pen, digits: string, x: number, y: number, width: number): void {
  const bar = width / (digits.length * 4);
  [...digits].forEach((digit, i) => {
    const value = Number(digit);
    pen.box(x + i * 4 * bar, y, bar * (1 + (value % 3)), 26, { fill: '#000000' });
    if (value > 4) pen.box(x + (i * 4 + 3.2) * bar, y, bar * 0.6, 26, { fill: '#000000' });
  });
}

/** Draws one row of a proportional strip and returns the y below it. */
function drawRow(pen: Pen, row: StripRow, look: StripLook, x: number, y: number, width: number): number {
  const size = look.size;
  switch (row.kind) {
    case 'text':
      return pen.text(row.text, x, y, {
        width,
        size: row.large ? size * LARGE : size,
        weight: row.bold ? 'bold' : 'regular',
        align: row.align ?? 'left',
      });
    case 'pair': {
      const style: TextStyle = {
        size: row.large ? size * LARGE : size,
        weight: row.bold ? 'bold' : 'regular',
        color: row.inverse ? '#ffffff' : '#000000',
      };
      const rightWidth = pen.measure(row.right, style);
      const height = (style.size ?? size) * 1.25;
      if (row.inverse) pen.box(x - 3, y - 2, width + 6, height + 4, { fill: '#000000' });
      const below = pen.text(row.left, x, y, { ...style, width: width - rightWidth - 6 });
      pen.text(row.right, x, y, { ...style, align: 'right', width });
      return below + (row.inverse ? 5 : 0);
    }
    case 'cells': {
      const parts = look.cells.map((part) => part * width);
      parts[1] = width - parts.reduce((sum, part, i) => (i === 1 ? sum : sum + part), 0);
      let left = x;
      let below = y;
      row.cells.forEach((cell, i) => {
        const style: TextStyle = { size, weight: row.bold ? 'bold' : 'regular' };
        if (i === 1) below = Math.max(below, pen.text(cell, left + 5, y, { ...style, width: parts[i]! - 8 }));
        else below = Math.max(below, pen.text(cell, left, y, { ...style, width: parts[i]!, align: 'right' }));
        left += parts[i]!;
      });
      return below;
    }
    case 'rule':
      pen.rule(
        x,
        y + 4,
        x + width,
        y + 4,
        row.char === '-' ? { dash: 2 } : { lineWidth: row.char === '=' ? 1.4 : 0.5 },
      );
      return y + 9;
    case 'barcode':
      drawBarcode(pen, row.digits, x + width * 0.15, y + 4, width * 0.7);
      return pen.text(row.digits, x, y + 33, { size: size - 1, align: 'center', width }) + 2;
    default:
      return y + size * 0.8;
  }
}

/** One page as long as the rows need. */
export async function drawStripPdf(
  rows: readonly StripRow[],
  look: StripLook,
  options: { created: string; compress: boolean; producer: string },
): Promise<Buffer> {
  const mono = look.family === 'Courier';
  const margin = 12;
  const width = mono ? look.columns * look.size * 0.6 + 2 * margin : look.columns * look.size * 0.5 + 2 * margin;
  const open = (height: number): Pen =>
    createPen({ width, height, family: look.family, size: look.size, ink: '#000000', title: '', ...options });
  const draw = (pen: Pen): number => {
    let y = margin;
    for (const row of rows) {
      if (!mono || row.kind === 'barcode' || (row.kind === 'pair' && row.inverse)) {
        y = drawRow(pen, row, look, margin, y, width - 2 * margin);
        continue;
      }
      const large = (row.kind === 'text' || row.kind === 'pair') && row.large;
      const factor = large ? (row.kind === 'text' ? 1.5 : LARGE) : 1;
      const bold = 'bold' in row && row.bold;
      for (const line of rowLines(row, look)) {
        const start = line.length - line.trimStart().length;
        y = pen.text(line.trim(), margin + start * look.size * 0.6 * factor, y, {
          size: look.size * factor,
          weight: bold ? 'bold' : 'regular',
          leading: 1.15,
        });
      }
    }
    return y;
  };
  const height = draw(open(4000));
  const pen = open(Math.ceil(height + margin + 14));
  draw(pen);
  return pen.finish();
}
