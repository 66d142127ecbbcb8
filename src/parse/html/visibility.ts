// Whether a person sees an element's text, from what its styles say.

import type { HiddenTextKind } from '../../document/hidden-text.ts';
import { type Colour, distance, parseColour } from './colour.ts';
import type { Declarations } from './style-sheet.ts';

/** What text inherits; undefined = not known (a picture, a variable), and then nothing is concluded. */
export interface Paint {
  colour: Colour | undefined;
  background: Colour | undefined;
}

export const basePaint: Paint = { colour: [0, 0, 0, 1], background: [255, 255, 255, 1] };

/** Colours closer than this, as the largest difference of a channel, are not told apart by eye. */
const ALIKE = 20;
/** Points or pixels beyond which nobody scrolls to the left or up. */
const FAR = 400;

export interface Seen {
  paint: Paint;
  /** How the element and all in it are hidden, if they are. */
  hidden?: HiddenTextKind;
}

export function seeElement(attributes: Readonly<Record<string, string>>, css: Declarations, inherited: Paint): Seen {
  const paint = paintOf(attributes, css, inherited);
  const hidden = isGone(attributes, css) ? 'not-displayed' : hiddenBy(css);
  return hidden ? { paint, hidden } : { paint };
}

/** Text stands in the colour of what lies behind it, or with no opacity at all. */
export function hiddenByColour({ colour, background }: Paint): HiddenTextKind | undefined {
  if (!colour) return undefined;
  if (colour[3] < 0.08) return 'transparent';
  return background && background[3] === 1 && distance(colour, background) < ALIKE ? 'same-colour' : undefined;
}

function isGone(attributes: Readonly<Record<string, string>>, css: Declarations): boolean {
  if ('hidden' in attributes || attributes.type?.toLowerCase() === 'hidden') return true;
  if (css.display === 'none' || css['mso-hide'] === 'all') return true;
  return css.visibility === 'hidden' || css.visibility === 'collapse';
}

function hiddenBy(css: Declarations): HiddenTextKind | undefined {
  if (css.opacity !== undefined && Number.parseFloat(css.opacity) < 0.08) return 'transparent';
  const size = lengthOf(css['font-size']);
  if (size !== undefined && size < 2) return 'tiny';
  if (/^scale\(\s*0(\.0\d*)?\s*[,)]/.test(css.transform ?? '')) return 'tiny';
  if (isOffScreen(css)) return 'off-page';
  const clipped =
    /^rect\((?:[,\s]*[01](px)?){4}\s*\)$/.test(css.clip ?? '') || /^inset\((50|100)%/.test(css['clip-path'] ?? '');
  if (clipped) return 'clipped';
  const shut = [css.height, css['max-height'], css.width, css['max-width']].some((side) => (lengthOf(side) ?? 9) < 2);
  return shut && css.overflow === 'hidden' ? 'clipped' : undefined;
}

function isOffScreen(css: Declarations): boolean {
  const far = (value: string | undefined): boolean => (lengthOf(value) ?? 0) <= -FAR;
  if (far(css['text-indent']) || far(css['margin-left']) || far(css['margin-top'])) return true;
  const placed = css.position === 'absolute' || css.position === 'fixed' || css.position === 'relative';
  if (placed && [css.left, css.top, css.right, css.bottom].some(far)) return true;
  return /^translate[xy]?\(\s*-\d{4,}/.test(css.transform ?? '');
}

/** Points or pixels, which are near enough here; undefined for relative and missing lengths. */
function lengthOf(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]{1,8})\s*(px|pt|em|rem|%|)$/.exec(value ?? '');
  if (!match) return undefined;
  const number = Number(match[1]);
  if (match[2] === 'em' || match[2] === 'rem') return number * 16;
  // A share of the parent's size or of the screen.
  if (match[2] === '%') return number === 0 ? 0 : number * 8;
  return match[2] === '' && number !== 0 ? undefined : number;
}

function paintOf(
  attributes: Readonly<Record<string, string>>,
  css: Declarations,
  { colour, background }: Paint,
): Paint {
  const stated = css['-webkit-text-fill-color'] ?? css.color ?? attributes.color;
  const behind = css['background-color'] ?? css.background ?? attributes.bgcolor;
  const pictured =
    /url\(|gradient/.test(`${css.background ?? ''}${css['background-image'] ?? ''}`) || attributes.background;
  return {
    colour: stated === undefined || stated === 'inherit' ? colour : parseColour(stated),
    background: pictured ? undefined : behindOf(behind, background),
  };
}

function behindOf(stated: string | undefined, inherited: Colour | undefined): Colour | undefined {
  if (stated === undefined || stated === 'inherit' || stated === 'none' || stated === '') return inherited;
  const colour = parseColour(stated.split(/\s+(?![^(]*\))/)[0]!);
  if (!colour) return undefined;
  if (colour[3] === 0) return inherited;
  return colour[3] === 1 ? colour : undefined;
}
