// PDFs for tests, made on the spot: by hand where the structure matters, by pdfkit where the page does.

import PDFDocument from 'pdfkit';

/** A file of numbered objects; the first is the catalog. `trailer` is added to the trailer dictionary. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [i, body] of objects.entries()) {
    const text = `${i + 1} 0 obj\n${body}\nendobj\n`;
    offsets.push(length);
    parts.push(text);
    length += text.length;
  }
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`);
  parts.push(`trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

export function stream(content: string, dictionary = ''): string {
  return `<</Length ${content.length}${dictionary}>>\nstream\n${content}\nendstream`;
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** One page whose content stream is `content`; font F1 is Helvetica. Objects 1–5 are taken; `more` follows. */
export function pdfOfContent(content: string, more: readonly string[] = [], resources = ''): Uint8Array {
  return pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    stream(content),
    FONT,
    ...more,
  ]);
}

/** All pages are the same object, so that a huge count stays a small file. */
export function pdfOfManyPages(count: number): Uint8Array {
  const groups = Math.ceil(count / 1000);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: groups }, (_, i) => `${i + 6} 0 R`).join(' ')}]>>`,
    '<</Type/Page/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    stream('BT /F1 12 Tf 72 720 Td (This page is printed many times over) Tj ET'),
    FONT,
  ];
  for (let group = 0; group < groups; group++) {
    const size = Math.min(1000, count - group * 1000);
    objects.push(`<</Type/Pages/Parent 2 0 R/Count ${size}/Kids[${'3 0 R '.repeat(size)}]>>`);
  }
  return pdfOfObjects(objects);
}

/** Forms that each draw the next ten times: 10^depth drawings from a few kilobytes. */
export function pdfOfNestedForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, level) => {
    const last = level === depth - 1;
    const content = last ? 'BT /F1 8 Tf 72 700 Td (deep down) Tj ET' : '/X Do '.repeat(10);
    const inner = last ? '/Font<</F1 5 0 R>>' : `/XObject<</X ${level + 7} 0 R>>`;
    return stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<${inner}>>`);
  });
  return pdfOfContent('/X Do', forms, '/XObject<</X 6 0 R>>');
}

export type Draw = (document: PDFKit.PDFDocument) => void;

/** A page of A4 drawn by pdfkit; coordinates in points from the top left. */
export function drawPdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 0, ...options });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    draw(document);
    document.end();
  });
}
