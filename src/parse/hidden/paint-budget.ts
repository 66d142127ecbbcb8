// How much drawing a proof may cost, counted in pixels that would be painted: the same file gets the same effort on any machine.

import { areaOf, intersect, type PaintedObject } from './paint-list.ts';

export interface PaintBudget {
  pixels: number;
}

/** Some ten seconds of painting for a whole document, two for a page. */
const DOCUMENT_PIXELS = 8e9;
const PAGE_PIXELS = 1.5e9;
const FINE = 2;
const COARSE = 1;
const MOST_SINGLES = 12;

export const newPaintBudget = (): PaintBudget => ({ pixels: DOCUMENT_PIXELS });

export interface Effort {
  /** Pixels per point; 0 = it costs too much to be drawn at all. */
  scale: number;
  /** Pictures beyond the two that are always needed. */
  singles: number;
}

/** Takes what the page will cost from the budget. */
export function planEffort(
  objects: readonly PaintedObject[],
  page: { width: number; height: number },
  budget: PaintBudget,
): Effort {
  const view = [0, 0, page.width, page.height] as const;
  const area = objects.reduce((sum, object) => sum + areaOf(intersect(object.box, view)), areaOf(view));
  const affordable = Math.min(PAGE_PIXELS, budget.pixels);
  for (const scale of [FINE, COARSE]) {
    const picture = area * scale * scale;
    if (2 * picture > affordable) continue;
    const singles = Math.min(MOST_SINGLES, Math.floor(affordable / picture) - 2);
    budget.pixels -= 2 * picture;
    return { scale, singles };
  }
  return { scale: 0, singles: 0 };
}
