// Form fields and notes that a file marks as not to be shown.

import type { Box } from '../../document/box.ts';
import type { RawPdfium } from '../raw-pdfium.ts';

/** ISO 32000-2, table 167: Invisible (of unknown kinds), Hidden, NoView. */
const UNSEEN_FLAGS = 1 | 2 | 32;
const MAX_ANNOTATIONS = 2000;

/** Their rectangles, in points of the page as stored. */
export function listHiddenFields(pdfium: RawPdfium, page: number): Box[] {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS);
  if (count <= 0) return [];
  const rect = pdfium.wasmExports.malloc(16);
  const found: Box[] = [];
  for (let i = 0; i < count; i++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    if ((pdfium._FPDFAnnot_GetFlags(annotation) & UNSEEN_FLAGS) !== 0 && pdfium._FPDFAnnot_GetRect(annotation, rect)) {
      const view = new DataView(pdfium.HEAPU8.buffer);
      const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => view.getFloat32(rect + at, true)) as [
        number,
        number,
        number,
        number,
      ];
      found.push([Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)]);
    }
    pdfium._FPDFPage_CloseAnnot(annotation);
  }
  pdfium.wasmExports.free(rect);
  return found;
}
