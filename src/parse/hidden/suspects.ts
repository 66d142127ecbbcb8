// Which texts of a page may be hidden, told from how they are painted. Nothing is decided here but what is certain: the rest
// is asked of the picture (prove-hidden.ts), so that a page without suspects is never drawn.

import type { Box } from '../../document/box.ts';
import type { HiddenTextKind } from '../../document/hidden-text.ts';
import { areaOf, intersect, type PaintedObject } from './paint-list.ts';

export interface Suspect {
  object: PaintedObject;
  kind: HiddenTextKind;
  /** No picture is needed to know. */
  certain: boolean;
  /** Invisible over a picture that covers the page's text: what scanners write, to be compared with the picture. */
  layer: boolean;
}

/** Smaller than this, in points, nobody reads it. */
const TINY = 1.5;
/** Fonts with an em of their own are stated in tiny sizes and drawn large: their letters are higher than this. */
const TINY_BOX = 2;
/** Paler than this against white it may not be seen. */
const PALE = 190;
/** Colours closer than this, as the largest difference of a channel, may look alike. */
const ALIKE = 70;
const OPAQUE = 200;
/** Share of a text's box that must lie under something for it to count. */
const UNDER = 0.3;
/** Comparisons of texts with shapes; beyond it the picture decides on all of them. */
const MAX_COMPARISONS = 3_000_000;

export interface PageFacts {
  /** The visible part of the page. */
  view: Box;
  /** The file has layers; objects may belong to one in ways their marks do not show. */
  hasLayers: boolean;
  /** Text in such a font may leave no mark. */
  isShapeless: (font: number) => boolean;
}

export function findSuspects(objects: readonly PaintedObject[], facts: PageFacts): Suspect[] {
  const covers = objects.flatMap((object, order) => (object.kind === 'text' ? [] : [{ object, order }]));
  const texts = objects.filter((object) => object.kind === 'text').length;
  const blind = texts * covers.length > MAX_COMPARISONS;
  const suspects: Suspect[] = [];
  for (const [order, object] of objects.entries()) {
    if (object.kind !== 'text') continue;
    const found =
      suspectText(object, facts) ?? (blind ? unsure('covered') : suspectByNeighbours(object, order, covers));
    if (!found) continue;
    const layer = found.kind === 'invisible' && !blind && liesOnPicture(object, covers, facts);
    suspects.push({ object, ...found, layer });
  }
  return suspects;
}

type Found = Pick<Suspect, 'kind' | 'certain'>;
const unsure = (kind: HiddenTextKind): Found => ({ kind, certain: false });
const certain = (kind: HiddenTextKind): Found => ({ kind, certain: true });

function suspectText(text: PaintedObject, { view, hasLayers, isShapeless }: PageFacts): Found | undefined {
  if (text.renderMode === 3) return certain('invisible');
  // Letters that cut what is painted next may well be seen, filled with it.
  if (text.renderMode === 7) return unsure('invisible');
  const area = areaOf(text.box);
  if (area > 0 && areaOf(intersect(text.box, view)) < 0.02 * area) return certain('off-page');
  if (text.size > 0 && text.size < TINY && lowest(text.box) < TINY_BOX) return certain('tiny');
  if (text.fill[3] < OPAQUE) return unsure('transparent');
  if (text.clip && areaOf(intersect(text.box, text.clip)) < 0.7 * area) return unsure('clipped');
  if (areaOf(intersect(text.box, view)) < 0.7 * area) return unsure('off-page');
  if (text.oddClip) return unsure('clipped');
  // Letters without height, and more than a space or two of them.
  if (area === 0) return text.box[2] - text.box[0] > 1.5 * text.size ? certain('blank-glyphs') : undefined;
  if (isShapeless(text.font)) return unsure('blank-glyphs');
  if (text.layered || hasLayers) return unsure('hidden-layer');
  if (isPale(text)) return unsure('same-colour');
  return text.blended ? unsure('transparent') : undefined;
}

const lowest = (box: Box): number => Math.min(box[2] - box[0], box[3] - box[1]);

function isPale({ fill, renderMode }: PaintedObject): boolean {
  return renderMode === 1 || Math.min(fill[0], fill[1], fill[2]) >= PALE;
}

/** What was painted later may cover it; what was painted before may have its colour. */
function suspectByNeighbours(
  text: PaintedObject,
  order: number,
  covers: readonly { object: PaintedObject; order: number }[],
): Found | undefined {
  const area = areaOf(text.box);
  if (area === 0) return undefined;
  let behind: PaintedObject | undefined;
  for (const cover of covers) {
    const { box } = cover.object;
    if (box[0] >= text.box[2] || box[2] <= text.box[0] || box[1] >= text.box[3] || box[3] <= text.box[1]) continue;
    if (areaOf(intersect(box, text.box)) < UNDER * area) continue;
    if (cover.order > order) return unsure('covered');
    behind = cover.object;
  }
  if (!behind || behind.fill[3] < OPAQUE) return undefined;
  return behind.kind !== 'path' || isAlike(behind.fill, text.fill) ? unsure('same-colour') : undefined;
}

function isAlike(a: PaintedObject['fill'], b: PaintedObject['fill']): boolean {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])) < ALIKE;
}

/** Scans are one picture a page, or strips of it. */
function liesOnPicture(
  text: PaintedObject,
  covers: readonly { object: PaintedObject }[],
  { view }: PageFacts,
): boolean {
  const images = covers.filter(({ object }) => object.kind === 'image');
  const pictured = images.reduce((sum, { object }) => sum + areaOf(intersect(object.box, view)), 0);
  if (pictured < 0.5 * areaOf(view)) return false;
  const centre = [(text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2] as const;
  return images.some(
    ({ object: { box } }) => centre[0] >= box[0] && centre[0] <= box[2] && centre[1] >= box[1] && centre[1] <= box[3],
  );
}
