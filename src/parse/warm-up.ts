// Reads a made-up PDF so that the first real one does not wait for modules and the engine to be loaded.

import { parseDocument } from './parse-document.ts';

const TEXT = 'Invoice 17 of March 2024 for the delivery of goods that were ordered by the customer and paid in euro';

/** A page of a few words; the engine finds its objects without a cross-reference table. */
function samplePdf(): Uint8Array {
  const content = `BT /F 10 Tf 50 700 Td (${TEXT}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`, 'latin1');
}

export async function warmUpParser(): Promise<void> {
  await parseDocument(samplePdf(), { name: 'warm-up.pdf', limits: { maxOcrPages: 0 } });
}
