// Cells that a spreadsheet holds and does not show: in the colour of their background, or too small for any eye.

import type { CellStyle, Color } from 'hucre';
import type { HiddenTextKind } from '../../document/hidden-text.ts';

const TINY_POINTS = 2;
/** Number of white in the palette of old, and in the theme. */
const WHITE_INDEX = 9;
const WINDOW_THEME = 0;

export function hidingOf(style: CellStyle | undefined): HiddenTextKind | undefined {
  if (!style) return undefined;
  if (style.numFmt === ';;;') return 'not-displayed';
  const size = style.font?.size;
  if (size !== undefined && size < TINY_POINTS) return 'tiny';
  const ink = style.font?.color;
  if (!ink) return undefined;
  const fill = style.fill;
  if (fill?.type === 'gradient') return undefined;
  if (!fill || fill.pattern === 'none') return isWhite(ink) ? 'same-colour' : undefined;
  if (fill.pattern !== 'solid' || !fill.fgColor) return undefined;
  return sameColour(ink, fill.fgColor) ? 'same-colour' : undefined;
}

function sameColour(a: Color, b: Color): boolean {
  if (isWhite(a) && isWhite(b)) return true;
  if (a.rgb !== undefined && b.rgb !== undefined) return plain(a.rgb) === plain(b.rgb);
  return a.theme !== undefined && a.theme === b.theme && (a.tint ?? 0) === (b.tint ?? 0);
}

function isWhite(color: Color): boolean {
  if (color.rgb !== undefined) return plain(color.rgb) === 'FFFFFF';
  if (color.theme !== undefined) return color.theme === WINDOW_THEME && (color.tint ?? 0) === 0;
  return color.indexed === WHITE_INDEX;
}

/** Without the opacity in front, which spreadsheets do not heed. */
const plain = (rgb: string): string => rgb.slice(-6).toUpperCase();
