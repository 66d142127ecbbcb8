// Whether a font draws what it says: fonts without shapes, and digits that look like other digits.

import type { RawPdfium } from '../raw-pdfium.ts';
import { outlineOf, type Shape, shapeDistance } from './glyph-outline.ts';

export interface FontTraits {
  /** No common letter or digit has an outline: drawn by procedures, symbols only, or empty. */
  shapeless: boolean;
  /** Digits that are drawn like others: text that holds one is not what is seen. Those it never uses may be among them. */
  lies: string;
}

const SAMPLE = 'aeionrtsAEINRST0123456789';
/** Faces that between them are like enough to most text faces. */
const STANDARD = ['Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Times-Bold', 'Courier'];
/** A digit is another's when it is so much nearer to that one's shapes than to its own. */
export const OWN_DIGIT = 0.5;
/** Differing cells, as a share, within which two shapes are the same digit. */
export const NEAR_DIGIT = 0.16;

export interface FontInspector {
  traitsOf(font: number): FontTraits;
}

/** For files whose fonts have no way to lie. */
export const trustingInspector: FontInspector = { traitsOf: () => ({ shapeless: false, lies: '' }) };

/** Remembers what it saw; good for one open document. */
export function createFontInspector(pdfium: RawPdfium, models: readonly (readonly Shape[])[]): FontInspector {
  const known = new Map<number, FontTraits>();
  return {
    traitsOf(font) {
      let traits = known.get(font);
      if (!traits) {
        traits = { shapeless: isShapeless(pdfium, font), lies: drawsOtherDigits(pdfium, font, models) };
        known.set(font, traits);
      }
      return traits;
    },
  };
}

function isShapeless(pdfium: RawPdfium, font: number): boolean {
  return ![...SAMPLE].some((letter) => outlineOf(pdfium, font, letter) !== undefined);
}

function drawsOtherDigits(pdfium: RawPdfium, font: number, models: readonly (readonly Shape[])[]): string {
  let lies = '';
  for (let digit = 0; digit <= 9; digit++) {
    const shape = outlineOf(pdfium, font, String(digit));
    if (!shape) continue;
    const distances = models.map((faces) => Math.min(...faces.map((face) => shapeDistance(shape, face))));
    const own = distances[digit]!;
    const nearest = Math.min(...distances);
    if (nearest < NEAR_DIGIT && nearest < OWN_DIGIT * own) lies += digit;
  }
  return lies;
}

/** The ten digits in the faces that every viewer has. */
export function digitModels(pdfium: RawPdfium, document: number): Shape[][] {
  const name = pdfium.wasmExports.malloc(32);
  const models: Shape[][] = Array.from({ length: 10 }, () => []);
  for (const face of STANDARD) {
    pdfium.HEAPU8.set(new TextEncoder().encode(`${face}\0`), name);
    const font = pdfium._FPDFText_LoadStandardFont(document, name);
    if (font === 0) continue;
    for (let digit = 0; digit <= 9; digit++) {
      const shape = outlineOf(pdfium, font, String(digit));
      if (shape) models[digit]!.push(shape);
    }
    pdfium._FPDFFont_Close(font);
  }
  pdfium.wasmExports.free(name);
  return models;
}
