// Pictures of text for tests, drawn with the fonts that the PDF renderer carries: no font of the machine is needed.

import PDFDocument from 'pdfkit';
import { renderPage } from '../../../src/parse/render-page.ts';

export interface PrintedLine {
  text: string;
  /** Points from the top left. */
  x: number;
  y: number;
  size?: number;
}

export async function pictureOf(
  lines: readonly PrintedLine[],
  { width = 400, height = 260, dpi = 200 }: { width?: number; height?: number; dpi?: number } = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [width, height], margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (const { text, x, y, size = 11 } of lines) pdf.fontSize(size).text(text, x, y, { lineBreak: false });
  pdf.end();
  await ended;
  return renderPage(Buffer.concat(chunks), { page: 1, dpi });
}

/** Enough text for the direction and the skew of lines to be found. */
export const receiptLines: readonly PrintedLine[] = [
  { text: 'Northwind Hardware Store', x: 40, y: 20, size: 16 },
  { text: '118 Harbour Street, Bristol', x: 40, y: 46 },
  { text: 'Receipt number 4711-2093', x: 40, y: 64 },
  { text: 'Hammer with wooden handle', x: 40, y: 94 },
  { text: '18.50', x: 320, y: 94 },
  { text: 'Galvanised screws, large box', x: 40, y: 112 },
  { text: '7.25', x: 326, y: 112 },
  { text: 'Masking tape, pack of three', x: 40, y: 130 },
  { text: '9.80', x: 326, y: 130 },
  { text: 'Total amount due today', x: 40, y: 160 },
  { text: '35.55', x: 320, y: 160 },
  { text: 'Thank you for shopping with us', x: 40, y: 190 },
  { text: 'Goods can be returned within thirty days', x: 40, y: 208 },
];
