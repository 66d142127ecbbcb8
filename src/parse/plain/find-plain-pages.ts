// Which pages of a PDF cannot hold hidden text, proved from the file itself without opening it in an engine again. Whatever is
// not proved here is looked at in full: a wrong "no" costs time, a wrong "yes" would cost trust.

import type { Shape } from '../hidden/glyph-outline.ts';
import { findNames } from '../pdf-names.ts';
import { ensureSeen } from './paint.ts';
import { paintPage } from './paint-content.ts';
import { isRef, type PdfValue, undecided } from './pdf-value.ts';
import { openPlainFile, type PlainFile } from './plain-file.ts';
import { type PlainFont, readPlainFont } from './plain-font.ts';
import { listPlainPages, type PlainPage } from './plain-pages.ts';

export interface PageFacts {
  /** 1 for the first. */
  number: number;
  /** Points, as the engine that read the page says, in any turn. */
  width: number;
  height: number;
}

export interface PlainOptions {
  /** The file has maps or encodings by which a font could say other than it draws. */
  mayLie: boolean;
  /** The digits as every viewer draws them; asked for when a font has to be compared. */
  digits(): readonly (readonly Shape[])[];
}

/** Bytes of content followed for one document, forms counted each time they are drawn. */
const CONTENT_BYTES = 16 * 1024 * 1024;

export function findPlainPages(bytes: Uint8Array, pages: readonly PageFacts[], options: PlainOptions): Set<number> {
  const plain = new Set<number>();
  const all = attempt(() => {
    refuseByName(bytes);
    const file = openPlainFile(bytes);
    // The catalog's names once more, spelled out: a name may be written with escapes.
    if (file.root.has('OCProperties')) undecided('layers');
    return { file, pages: listPlainPages(file) };
  });
  if (!all) return plain;
  const { file } = all;
  const fonts = new Map<number, PlainFont>();
  const budget = { bytes: CONTENT_BYTES };
  for (const { number, width, height } of pages) {
    const page = all.pages[number - 1];
    const proved = attempt(() => {
      if (!page || !hasSize(page, width, height)) return undecided('size of a page');
      const used = new Set<PlainFont>();
      const fontOf = (value: PdfValue): PlainFont => {
        const font = readFont(file, value, fonts);
        used.add(font);
        return font;
      };
      ensureSeen(paintPage(page, { file, fontOf, budget }));
      if (options.mayLie) for (const font of used) font.ensureHonest(options.digits());
      return true;
    });
    if (proved) plain.add(number);
  }
  return plain;
}

/** Every doubt ends in an error, and so does every kind of damage. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Layers, packed objects and encryption show in the names already. */
function refuseByName(bytes: Uint8Array): void {
  const names = findNames(bytes);
  const present = [names.OCProperties, names.OCG, names.ObjStm, names.Encrypt, names.Type3];
  if (present.some((places) => places.length > 0)) undecided('names');
}

function readFont(file: PlainFile, value: PdfValue, known: Map<number, PlainFont>): PlainFont {
  if (!isRef(value)) return undecided('font');
  const font = known.get(value.ref) ?? readPlainFont(file, value);
  known.set(value.ref, font);
  return font;
}

function hasSize({ view }: PlainPage, width: number, height: number): boolean {
  const [w, h] = [view[2] - view[0], view[3] - view[1]];
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;
  return (near(w, width) && near(h, height)) || (near(w, height) && near(h, width));
}
