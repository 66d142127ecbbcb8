// Widths of the faces that every viewer has, for files that leave them out: the widest of each family's styles, by code from
// 32 on, in thousandths of the size (Adobe Core 14 metrics).

// biome-ignore format: one family a block
const HELVETICA = [278, 333, 474, 556, 556, 889, 722, 278, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 1015, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584];
// biome-ignore format: one family a block
const TIMES = [250, 389, 555, 500, 500, 1000, 833, 333, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500, 930, 722, 667, 722, 722, 667, 667, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 389, 278, 389, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 480, 275, 480, 570];
const COURIER = 600;
/** Nothing in a face of these is wider. */
const WIDEST = 1015;

/** At least the width of `code` in the face `name`. */
export function standardWidth(name: string, code: number): number {
  if (name.startsWith('Courier')) return COURIER;
  const family = name.startsWith('Helvetica') ? HELVETICA : name.startsWith('Times-') ? TIMES : undefined;
  return family?.[code - 32] ?? WIDEST;
}
