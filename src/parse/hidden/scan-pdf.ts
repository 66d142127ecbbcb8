// The hidden texts of a PDF: found page by page and taken out of the words that are read.

import type { Box } from '../../document/box.ts';
import { cutHidden, type HiddenText, MAX_HIDDEN_TEXTS } from '../../document/hidden-text.ts';
import type { Word } from '../../document/parsed-document.ts';
import type { ParseContext } from '../parse-context.ts';
import type { PdfSource } from '../pdf-engine.ts';
import { findNames } from '../pdf-names.ts';
import { inflateObjectStreams } from '../pdf-objects.ts';
import type { ReadPage } from '../pdf-page.ts';
import { findPlainPages } from '../plain/find-plain-pages.ts';
import { dropPdfium, loadPdfium, type RawPdfium, withPdfDocument } from '../raw-pdfium.ts';
import { splitTextLine } from '../split-text-line.ts';
import { createFontInspector, digitModels, type FontInspector, trustingInspector } from './font-shapes.ts';
import type { Shape } from './glyph-outline.ts';
import { joinHidden } from './join-hidden.ts';
import { newPaintBudget } from './paint-budget.ts';
import { holdsCentre, lettersOf, type ScannedPage, scanPage } from './scan-page.ts';

/** Says what could not be looked at, so that it is not taken for clean. */
export const NOT_CHECKED = 'pdf.not-checked';

let models: Shape[][] | undefined;
/** What the shapes of the standard faces are asked of. */
const EMPTY_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n',
  'latin1',
);

/**
 * Takes hidden words out of `pages` and returns them. The text layer of a scan stays, and is noted on its page.
 * A file that the scan cannot get through gets a warning.
 */
export async function takeHiddenText(
  source: PdfSource,
  pages: ReadPage[],
  context: ParseContext,
): Promise<HiddenText[]> {
  const hidden: HiddenText[] = [];
  try {
    const doubtful = await findDoubtfulPages(source, pages);
    if (doubtful.length === 0) return [];
    const pdfium = await loadPdfium();
    withPdfDocument(pdfium, source, (document) => {
      const hasLayers = holdsLayers(source.bytes);
      const fonts = mayLie(source.bytes) ? inspectorOf(pdfium, document) : trustingInspector;
      const budget = newPaintBudget();
      for (const page of doubtful) {
        const { number, text, turn } = page;
        const quarters = ((360 - turn) % 360) / 90;
        const scanned = scanPage(
          pdfium,
          document,
          { number, words: text.words, quarters },
          { hasLayers, fonts, budget },
        );
        if (!scanned.complete) warnUnchecked(context, 'a page has more on it than is looked at', number);
        hidden.push(...takeFrom(page, scanned));
      }
    });
  } catch (error) {
    dropPdfium();
    warnUnchecked(context, error instanceof Error ? error.name : 'unknown');
  }
  return joinHidden(hidden)
    .slice(0, MAX_HIDDEN_TEXTS)
    .map((found) => ({ ...found, text: cutHidden(found.text) }));
}

/** Those that the file itself does not prove to show all their text. */
async function findDoubtfulPages(source: PdfSource, pages: readonly ReadPage[]): Promise<readonly ReadPage[]> {
  const untyped = pages.filter((page) => page.typed.length === 0);
  if (source.password !== undefined || untyped.length === 0) return pages;
  const lying = mayLie(source.bytes);
  const pdfium = lying ? await loadPdfium() : undefined;
  const plain = findPlainPages(source.bytes, untyped, {
    mayLie: lying,
    digits: () => {
      models ??= pdfium ? withPdfDocument(pdfium, { bytes: EMPTY_PDF }, (each) => digitModels(pdfium, each)) : [];
      return models;
    },
  });
  return pages.filter((page) => !plain.has(page.number));
}

function warnUnchecked(context: ParseContext, reason: string, page?: number): void {
  const message = `The file could not be checked for hidden text (${reason})`;
  context.warn({ code: NOT_CHECKED, message, ...(page === undefined ? {} : { page }) });
}

function takeFrom(page: ReadPage, { hidden, layer, hiddenFields, overlaid, lyingFont }: ScannedPage): HiddenText[] {
  if (layer.length > 0) page.hasLayer = true;
  if (lyingFont) page.lyingFont = true;
  return [...takeHidden(page, hidden, overlaid), ...takeFields(page, hiddenFields)];
}

function takeHidden(
  page: ReadPage,
  hidden: readonly HiddenText[],
  overlaid: ScannedPage['overlaid'],
): readonly HiddenText[] {
  if (hidden.length === 0) return [];
  const places = hidden.map(({ box, text }) => ({ box, letters: lettersOf(text) }));
  const mixed = overlaid.length === 0 ? [] : [...overlaid, ...hidden].map(({ box }) => box);
  page.text.words = page.text.words.filter(
    (word) => !places.some((place) => isPartOf(word, place)) && !mixed.some((box) => holdsCentre(box, word.box)),
  );
  for (const { text, box, size } of overlaid) {
    page.text.words.push(...splitTextLine(text, box).map((word) => ({ ...word, size })));
  }
  return hidden;
}

/** What was typed into fields that no viewer shows. */
function takeFields(page: ReadPage, fields: readonly Box[]): HiddenText[] {
  return fields.flatMap((box) => {
    const inside = page.typed.filter((word) => page.text.words.includes(word) && holdsCentre(box, word.box));
    if (inside.length === 0) return [];
    page.text.words = page.text.words.filter((word) => !inside.includes(word));
    return [{ kind: 'hidden-field', page: page.number, box, text: inside.map((word) => word.text).join(' ') }];
  });
}

/** Where it lies and what it says must both fit: a visible word may lie on top of a hidden one. */
function isPartOf(word: Word, { box, letters }: { box: HiddenText['box']; letters: string }): boolean {
  const x = (word.box[0] + word.box[2]) / 2;
  const y = (word.box[1] + word.box[3]) / 2;
  const slack = 0.35 * (word.box[3] - word.box[1]) + 1;
  if (x < box[0] - 1 || x > box[2] + 1 || y < box[1] - slack || y > box[3] + slack) return false;
  return letters.includes(lettersOf(word.text));
}

/** The models are the same for all documents. */
function inspectorOf(pdfium: RawPdfium, document: number): FontInspector {
  models ??= digitModels(pdfium, document);
  return createFontInspector(pdfium, models);
}

/** Only a map to Unicode or an encoding of its own lets a font say other than it draws. */
function mayLie(bytes: Uint8Array): boolean {
  const names = findNames(bytes);
  return [names.ToUnicode, names.Differences, names.Type3, names.ObjStm].some((places) => places.length > 0);
}

/** Optional layers are declared in the catalog, which may be packed. */
function holdsLayers(bytes: Uint8Array): boolean {
  const names = findNames(bytes);
  if (names.OCProperties.length > 0 || names.OCG.length > 0) return true;
  if (names.ObjStm.length === 0) return false;
  for (const inner of inflateObjectStreams(bytes)) {
    if (inner === undefined || inner.includes('/OCProperties') || inner.includes('/OCG')) return true;
  }
  return false;
}
