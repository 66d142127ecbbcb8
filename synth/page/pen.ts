// Draws on PDF pages: text that measures and wraps itself, boxes, rules. Same calls, same bytes.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export type Family = 'Helvetica' | 'Times' | 'Courier';
export type Weight = 'regular' | 'bold' | 'italic';

export interface TextStyle {
  size?: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'right' | 'center';
  /** Wraps and aligns within this width (points); without it the text stays on one line from `x`. */
  width?: number;
  /** Line height as a multiple of the size. */
  leading?: number;
  spacing?: number;
  family?: Family;
}

export interface BoxStyle {
  fill?: string;
  stroke?: string;
  lineWidth?: number;
  radius?: number;
}

export interface Pen {
  readonly width: number;
  readonly height: number;
  /** Draws text with its top at `y` and returns the y below it. */
  text(value: string, x: number, y: number, style?: TextStyle): number;
  /** One under the other; returns the y below the last. */
  lines(values: readonly string[], x: number, y: number, style?: TextStyle): number;
  measure(value: string, style?: TextStyle): number;
  wrap(value: string, width: number, style?: TextStyle): string[];
  box(x: number, y: number, width: number, height: number, style: BoxStyle): void;
  rule(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    style?: { color?: string; lineWidth?: number; dash?: number },
  ): void;
  polygon(points: readonly [number, number][], fill: string): void;
  circle(x: number, y: number, radius: number, style: BoxStyle): void;
  image(png: Buffer, x: number, y: number, width: number): void;
  /** Turned around its own start point. */
  turned(value: string, x: number, y: number, degrees: number, style?: TextStyle): void;
  newPage(): void;
  /** Draws on an earlier page again; the first is 0. */
  turnTo(page: number): void;
  pageCount(): number;
  /** Runs `draw` on every page, e.g. for footers that name the page count. */
  onEveryPage(draw: (page: number, count: number) => void): void;
  finish(): Promise<Buffer>;
}

export interface PenOptions {
  width: number;
  height: number;
  family: Family;
  size: number;
  ink: string;
  compress: boolean;
  title: string;
  producer: string;
  /** ISO date that the file claims to be made on. */
  created: string;
  /** Fonts with Greek, Cyrillic and all of Latin, embedded; the standard fonts of PDF have western Europe alone. */
  wide?: boolean;
}

const FONTS: Record<Family, Record<Weight, string>> = {
  Helvetica: { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' },
  Times: { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' },
  Courier: { regular: 'Courier', bold: 'Courier-Bold', italic: 'Courier-Oblique' },
};

const DEJAVU: Record<Family, Record<Weight, string>> = {
  Helvetica: { regular: 'DejaVuSans', bold: 'DejaVuSans-Bold', italic: 'DejaVuSans-Oblique' },
  Times: { regular: 'DejaVuSerif', bold: 'DejaVuSerif-Bold', italic: 'DejaVuSerif-Italic' },
  Courier: { regular: 'DejaVuSansMono', bold: 'DejaVuSansMono-Bold', italic: 'DejaVuSansMono-Oblique' },
};
const { resolve } = createRequire(import.meta.url);
const fontOf = (family: Family, weight: Weight, wide: boolean): string =>
  wide ? resolve(`dejavu-fonts-ttf/ttf/${DEJAVU[family][weight]}.ttf`) : FONTS[family][weight];

/** Points that a text may exceed its width by: widths are sums and differences of fractions. */
const SLACK = 0.01;

/** A document with its first page open. */
export function createPen(options: PenOptions): Pen {
  const created = new Date(`${options.created}T09:00:00Z`);
  const doc = new PDFDocument({
    size: [options.width, options.height],
    margin: 0,
    compress: options.compress,
    bufferPages: true,
    info: {
      Title: options.title,
      Producer: options.producer,
      Creator: options.producer,
      CreationDate: created,
      ModDate: created,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

  const use = (style: TextStyle = {}): number => {
    const size = style.size ?? options.size;
    doc.font(fontOf(style.family ?? options.family, style.weight ?? 'regular', options.wide === true)).fontSize(size);
    return size;
  };
  const widthOf = (value: string, style?: TextStyle): number =>
    doc.widthOfString(value) + (style?.spacing ?? 0) * value.length;

  const wrapHere = (value: string, width: number, style?: TextStyle): string[] => {
    if (widthOf(value, style) <= width + SLACK) return [value];
    const out: string[] = [];
    let line = '';
    for (const word of value.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || widthOf(longer, style) <= width + SLACK) line = longer;
      else {
        out.push(line);
        line = word;
      }
    }
    out.push(line);
    return out;
  };
  const paint = (style: BoxStyle): void => {
    if (style.lineWidth !== undefined) doc.lineWidth(style.lineWidth);
    if (style.fill && style.stroke) doc.fillAndStroke(style.fill, style.stroke);
    else if (style.fill) doc.fill(style.fill);
    else doc.stroke(style.stroke ?? options.ink);
  };

  const pen: Pen = {
    width: options.width,
    height: options.height,
    text(value, x, y, style = {}) {
      const size = use(style);
      const step = size * (style.leading ?? 1.25);
      const rows = style.width === undefined ? [value] : wrapHere(value, style.width, style);
      doc.fillColor(style.color ?? options.ink);
      let top = y;
      for (const row of rows) {
        let left = x;
        if (style.align === 'right') left = x + (style.width ?? 0) - widthOf(row, style);
        else if (style.align === 'center') left = x + ((style.width ?? 0) - widthOf(row, style)) / 2;
        if (row !== '')
          doc.text(row, left, top, { lineBreak: false, ...(style.spacing ? { characterSpacing: style.spacing } : {}) });
        top += step;
      }
      return top;
    },
    lines: (values, x, y, style) => values.reduce((top, value) => pen.text(value, x, top, style), y),
    measure(value, style) {
      use(style);
      return widthOf(value, style);
    },
    wrap(value, width, style) {
      use(style);
      return wrapHere(value, width, style);
    },
    box(x, y, width, height, style) {
      if (style.radius) doc.roundedRect(x, y, width, height, style.radius);
      else doc.rect(x, y, width, height);
      paint({ lineWidth: 0.6, ...style });
    },
    rule(x0, y0, x1, y1, style = {}) {
      doc.lineWidth(style.lineWidth ?? 0.6);
      if (style.dash) doc.dash(style.dash, { space: style.dash });
      doc
        .moveTo(x0, y0)
        .lineTo(x1, y1)
        .stroke(style.color ?? options.ink);
      if (style.dash) doc.undash();
    },
    polygon(points, fill) {
      doc.polygon(...(points as [number, number][]));
      doc.fill(fill);
    },
    circle(x, y, radius, style) {
      doc.circle(x, y, radius);
      paint(style);
    },
    image(png, x, y, width) {
      doc.image(png, x, y, { width });
    },
    turned(value, x, y, degrees, style) {
      doc.save();
      doc.rotate(degrees, { origin: [x, y] });
      pen.text(value, x, y, style);
      doc.restore();
    },
    newPage() {
      doc.addPage();
    },
    turnTo(page) {
      doc.switchToPage(page);
    },
    pageCount: () => doc.bufferedPageRange().count,
    onEveryPage(draw) {
      const { start, count } = doc.bufferedPageRange();
      for (let i = 0; i < count; i++) {
        doc.switchToPage(start + i);
        draw(i + 1, count);
      }
    },
    finish() {
      doc.end();
      return done;
    },
  };
  return pen;
}
