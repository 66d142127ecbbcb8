// One page of a PDF → the texts on it that nobody sees, proved by the picture where the way they are painted proves nothing.

import { type Box, unionBox } from '../../document/box.ts';
import type { HiddenText } from '../../document/hidden-text.ts';
import type { Word } from '../../document/parsed-document.ts';
import { type RawPdfium, readUtf16 } from '../raw-pdfium.ts';
import type { FontInspector } from './font-shapes.ts';
import { listHiddenFields } from './hidden-fields.ts';
import {
  drawPage,
  drawWithout,
  isBlank,
  looksDifferent,
  type PageView,
  type Picture,
  viewTransform,
} from './page-picture.ts';
import { type Effort, type PaintBudget, planEffort } from './paint-budget.ts';
import { areaOf, intersect, listPaint, type PaintedObject } from './paint-list.ts';
import { findSuspects, type Suspect } from './suspects.ts';

export interface ScannedPage {
  hidden: HiddenText[];
  /** Text that is invisible by right: it repeats what the picture of a scanned page shows, or should. */
  layer: HiddenText[];
  /** Where fields and notes lie that no viewer shows. */
  hiddenFields: Box[];
  /** Visible texts that hidden ones were mixed into: their words must be made anew. */
  overlaid: { box: Box; text: string; size: number }[];
  /** Some of its text is in a font that draws other digits than it says. */
  lyingFont: boolean;
  /** False when the page holds more than is looked at. */
  complete: boolean;
}

export interface PageToScan {
  number: number;
  words: readonly Word[];
  /** Clockwise quarter turns that the words were set upright by. */
  quarters: number;
}

export interface ScanOptions {
  hasLayers: boolean;
  fonts: FontInspector;
  /** What drawing may still cost; shared by the pages of a document. */
  budget: PaintBudget;
}

const MAX_TEXT_BYTES = 16_384;

export function scanPage(pdfium: RawPdfium, document: number, toScan: PageToScan, options: ScanOptions): ScannedPage {
  const page = pdfium._FPDF_LoadPage(document, toScan.number - 1);
  if (page === 0) return { hidden: [], layer: [], hiddenFields: [], overlaid: [], lyingFont: false, complete: false };
  try {
    const size = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)] as const;
    const sideways = toScan.quarters % 2 === 1;
    const [width, height] = sideways ? [size[1], size[0]] : size;
    return scanView(pdfium, { page, width, height, quarters: toScan.quarters }, toScan, options);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

function scanView(pdfium: RawPdfium, view: PageView, toScan: PageToScan, options: ScanOptions): ScannedPage {
  const painted = listPaint(pdfium, view.page);
  const toView = viewTransform(pdfium, view);
  for (const object of painted.objects) {
    object.box = toView(object.box);
    if (object.clip) object.clip = toView(object.clip);
  }
  const fonts = [...new Set(painted.objects.flatMap((object) => (object.font === 0 ? [] : [object.font])))];
  const liars = fonts.filter((font) => options.fonts.traitsOf(font).lies !== '');
  const suspects = findSuspects(painted.objects, {
    view: [0, 0, view.width, view.height],
    hasLayers: options.hasLayers,
    isShapeless: (font) => options.fonts.traitsOf(font).shapeless,
  });
  const hiddenFields = listHiddenFields(pdfium, view.page).map(toView);
  const result: ScannedPage = {
    hidden: [],
    layer: [],
    hiddenFields,
    overlaid: [],
    lyingFont: false,
    complete: painted.complete,
  };
  if (suspects.length === 0 && liars.length === 0) return result;
  const effort = planEffort(painted.objects, view, options.budget);
  const proved = prove(pdfium, view, { suspects, words: toScan.words, effort });
  if (effort.scale === 0 && suspects.some((suspect) => !suspect.certain)) result.complete = false;
  const textPage = pdfium._FPDFText_LoadPage(view.page);
  try {
    const texts = new Map<PaintedObject, string>();
    const textOf = (object: PaintedObject): string => {
      let text = texts.get(object);
      if (text === undefined) {
        text = readUtf16(pdfium, MAX_TEXT_BYTES, (buffer, bytes) =>
          pdfium._FPDFTextObj_GetText(object.handle, textPage, buffer, bytes),
        ).trim();
        texts.set(object, text);
      }
      return text;
    };
    result.lyingFont = painted.objects.some(
      (object) => liars.includes(object.font) && hasAny(textOf(object), options.fonts.traitsOf(object.font).lies),
    );
    const found = ({ object, kind }: Suspect): HiddenText => {
      const text = textOf(object);
      return { kind, page: toScan.number, box: areaOf(object.box) > 0 ? object.box : boxOfText(object, text), text };
    };
    const whole = proved.whole.filter((suspect) => !suspect.layer);
    result.layer = proved.whole.filter((suspect) => suspect.layer).map(found);
    const unseen = new Set(proved.whole.map((suspect) => suspect.object));
    const seen = painted.objects.filter((object) => object.kind === 'text' && !unseen.has(object));
    result.hidden = whole.map(found).filter((text) => saysSomething(text.text) && !isPrintedToo(text, seen, textOf));
    result.overlaid = seen
      .filter((object) => result.hidden.some((hidden) => liesUnder(hidden.box, object.box)))
      .map((object) => ({ box: object.box, text: textOf(object), size: object.size }));
    for (const { suspect, words } of proved.parts) {
      const letters = lettersOf(textOf(suspect.object));
      // What lies on the same spot may be another's: a watermark runs through everything.
      const own = words.filter((word) => letters.includes(lettersOf(word.text)));
      const kind = suspect.kind === 'clipped' ? 'cut-off' : suspect.kind;
      result.hidden.push(...own.map(({ box, text }) => ({ kind, page: toScan.number, box, text })));
    }
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
  return result;
}

const hasAny = (text: string, letters: string): boolean => [...letters].some((letter) => text.includes(letter));

/** Letters without shapes reach nowhere; their words lie where shapes would. */
function boxOfText({ box: [x, y], size }: PaintedObject, text: string): Box {
  return [x, y - size, x + 0.6 * size * text.length, y + 0.3 * size];
}

/** The engine mixes the letters of texts that lie on each other. */
function liesUnder(hidden: Box, seen: Box): boolean {
  return areaOf(intersect(hidden, seen)) > 0.2 * Math.min(areaOf(hidden), areaOf(seen));
}

interface Proved {
  /** Texts of which nothing is seen. */
  whole: Suspect[];
  /** Unseen words of texts that are seen in part; they may belong to another text on the same spot. */
  parts: { suspect: Suspect; words: Word[] }[];
}

interface ToProve {
  suspects: readonly Suspect[];
  words: readonly Word[];
  effort: Effort;
}

/** At this many pixels a point, what stands out surely is seen; what does not is looked at more finely. */
const GLANCE = 1;

function prove(pdfium: RawPdfium, view: PageView, { suspects, words, effort }: ToProve): Proved {
  const proved: Proved = { whole: suspects.filter((suspect) => suspect.certain), parts: [] };
  let unsure = suspects.filter((suspect) => !suspect.certain && areaOf(suspect.object.box) > 0);
  if (unsure.length === 0 || effort.scale === 0) return proved;
  const glance = drawBoth(pdfium, view, unsure, GLANCE);
  unsure = unsure.filter((suspect) => !isPlainlySeen(suspect, glance, unsure, words));
  if (unsure.length === 0) return proved;
  const look = effort.scale > GLANCE ? drawBoth(pdfium, view, unsure, effort.scale) : glance;
  let singles = 0;
  for (const suspect of unsure) {
    const { object } = suspect;
    if (object.renderMode === 7) {
      if (isBlank(look.before, object.box)) proved.whole.push(suspect);
      continue;
    }
    if (looksDifferent(look.before, look.after, object.box)) {
      if (!liesOnAnother(suspect, unsure) || singles++ >= effort.singles) {
        proved.parts.push({ suspect, words: unseenWords(look, suspect, words) });
        continue;
      }
      const alone = drawWithout(pdfium, view, { region: frameOf(unsure), scale: effort.scale }, [object.handle]);
      if (looksDifferent(look.before, alone, object.box)) continue;
    }
    proved.whole.push(suspect);
  }
  return proved;
}

interface Look {
  before: Picture;
  after: Picture;
}

/** The part of the page that holds the suspects, with and without them. */
function drawBoth(pdfium: RawPdfium, view: PageView, suspects: readonly Suspect[], scale: number): Look {
  const frame = { region: frameOf(suspects), scale };
  const handles = suspects.map(({ object }) => object.handle);
  return { before: drawPage(pdfium, view, frame), after: drawWithout(pdfium, view, frame, handles) };
}

function frameOf(suspects: readonly Suspect[]): Box {
  const [x0, y0, x1, y1] = suspects.map(({ object }) => object.box).reduce(unionBox);
  return [x0 - 2, y0 - 2, x1 + 2, y1 + 2];
}

/** All of it, and nothing else that is in doubt on the same spot. */
function isPlainlySeen(suspect: Suspect, look: Look, others: readonly Suspect[], words: readonly Word[]): boolean {
  if (suspect.object.renderMode === 7 || liesOnAnother(suspect, others)) return false;
  if (!looksDifferent(look.before, look.after, suspect.object.box)) return false;
  return unseenWords(look, suspect, words).length === 0;
}

function liesOnAnother({ object }: Suspect, others: readonly Suspect[]): boolean {
  const area = areaOf(object.box);
  return others.some(
    (other) => other.object !== object && areaOf(intersect(other.object.box, object.box)) > 0.3 * area,
  );
}

/** A shape may cover one word of a line. */
function unseenWords({ before, after }: Look, { object }: Suspect, words: readonly Word[]): Word[] {
  return words.filter(({ box, text }) => {
    const inside = areaOf(intersect(box, object.box)) >= 0.6 * areaOf(intersect(box, withHeight(object.box, box)));
    return inside && holdsCentre(object.box, box) && saysSomething(text) && !looksDifferent(before, after, box);
  });
}

const withHeight = (object: Box, word: Box): Box => [object[0], word[1], object[2], word[3]];

export function holdsCentre(outer: Box, inner: Box): boolean {
  const x = (inner[0] + inner[2]) / 2;
  const y = (inner[1] + inner[3]) / 2;
  return x >= outer[0] && x <= outer[2] && y >= outer[1] - 2 && y <= outer[3] + 2;
}

/** Bullets, dashes and single letters hide nothing. */
export function saysSomething(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;
}

/** White outlines and shadows repeat what stands on top of them. */
function isPrintedToo(
  hidden: HiddenText,
  seen: readonly PaintedObject[],
  textOf: (object: PaintedObject) => string,
): boolean {
  const area = areaOf(hidden.box);
  const own = lettersOf(hidden.text);
  return seen.some(
    (object) =>
      areaOf(intersect(object.box, hidden.box)) > 0.5 * Math.min(area, areaOf(object.box)) &&
      (lettersOf(textOf(object)).includes(own) || own.includes(lettersOf(textOf(object)) || ' ')),
  );
}

/** What comparing leaves of a text: its letters and digits. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
