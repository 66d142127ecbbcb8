// A PDF/A-3 that is written from top to bottom: rows of texts that turn the page where it ends.

import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export interface Cell {
  text: string;
  x: number;
  width: number;
  right?: boolean;
  bold?: boolean;
  quiet?: boolean;
  size?: number;
}

export interface Sheet {
  width: number;
  /** Cells side by side, each wrapped to its width; a row is never cut. */
  row(cells: readonly Cell[]): void;
  gap(points: number): void;
  rule(): void;
  attach(bytes: Uint8Array, file: { name: string; type: string; relationship: string; description: string }): void;
  finish(footer: (page: number, count: number) => string): Promise<Uint8Array>;
}

interface SheetOptions {
  title: string;
  /** XMP beyond what PDF/A itself asks for. */
  metadata: string;
  now: Date;
}

// pdfkit knows more than its types do.
type FullDocument = PDFKit.PDFDocument & {
  appendXML(xml: string): void;
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
};

const resolve = createRequire(import.meta.url).resolve;
const FONTS = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};
const MARGIN = 50;
const FOOT = 60;
const SIZE = 9;
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
/** Stands for a letter that the fonts do not have: PDF/A forbids the empty box (ISO 19005-3, 6.2.11.8). */
const NO_GLYPH = '\ufffd';

export function createSheet({ title, metadata, now }: SheetOptions): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    bufferPages: true,
    // pdfkit puts these into XMP as they are.
    info: {
      Title: title.replace(/[<>&"']/g, ' '),
      Producer: 'Sheaf',
      Creator: 'Sheaf',
      CreationDate: now,
      ModDate: now,
    },
  } as PDFKit.PDFDocumentOptions) as FullDocument;
  doc.appendXML(metadata);
  doc.registerFont('regular', FONTS.regular);
  doc.registerFont('bold', FONTS.bold);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((settle, fail) => {
    doc.on('end', () => settle(Buffer.concat(chunks)));
    doc.on('error', fail);
  });
  const width = doc.page.width - 2 * MARGIN;
  const bottom = doc.page.height - FOOT;
  let y = MARGIN;

  const use = ({ bold, size }: Pick<Cell, 'bold' | 'size'>): void => {
    doc.font(bold ? 'bold' : 'regular').fontSize(size ?? SIZE);
  };
  const drawable = (text: string): string =>
    [...text]
      .map((letter) =>
        letter === '\n' || doc._font.font.hasGlyphForCodePoint(letter.codePointAt(0)!) ? letter : NO_GLYPH,
      )
      .join('');

  return {
    width,
    row(cells) {
      const laid = cells.map((cell) => {
        use(cell);
        const text = drawable(cell.text);
        return { cell, text, height: text === '' ? 0 : doc.heightOfString(text, { width: cell.width }) };
      });
      const height = Math.max(0, ...laid.map((one) => one.height));
      if (y + height > bottom && y > MARGIN) {
        doc.addPage();
        y = MARGIN;
      }
      for (const { cell, text } of laid) {
        if (text === '') continue;
        use(cell);
        doc.fillColor(cell.quiet ? QUIET : INK);
        doc.text(text, MARGIN + cell.x, y, {
          width: cell.width,
          height: bottom - y,
          align: cell.right ? 'right' : 'left',
        });
      }
      y += height + 3;
    },
    gap: (points) => {
      y += points;
    },
    rule() {
      doc
        .lineWidth(0.5)
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + width, y)
        .stroke(QUIET);
      y += 4;
    },
    attach(bytes, { name, type, relationship, description }) {
      doc.file(Buffer.from(bytes), {
        name,
        type,
        description,
        relationship,
        creationDate: now,
        modifiedDate: now,
      } as never);
    },
    finish(footer) {
      const { start, count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        doc.switchToPage(start + page);
        use({ size: 7 });
        doc.fillColor(QUIET);
        doc.text(drawable(footer(page + 1, count)), MARGIN, doc.page.height - 40, { width, lineBreak: true });
      }
      doc.end();
      return done;
    },
  };
}
