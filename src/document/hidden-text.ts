// Text that a file carries and a reader does not see. It is kept as a finding and never becomes a value.

import type { Box } from './box.ts';

export const hiddenTextKinds = [
  /** Drawn in the mode that paints nothing. */
  'invisible',
  /** In the colour of what lies behind it. */
  'same-colour',
  /** With an opacity that leaves nothing to see. */
  'transparent',
  /** Under an image or a filled shape that was painted later. */
  'covered',
  /** Cut away by a clipping path. */
  'clipped',
  /** The end of a text that does not fit its field: reports cut it so. */
  'cut-off',
  /** In a layer that is switched off. */
  'hidden-layer',
  /** Beyond the edge of the visible page. */
  'off-page',
  /** Smaller than any eye can read. */
  'tiny',
  /** Set in a font whose glyphs are empty. */
  'blank-glyphs',
  /** The text layer of a scanned page says what its picture does not show. */
  'layer-differs',
  /** Typed into a form field or note that is not shown. */
  'hidden-field',
  /** An element that the page's styles keep from being shown. */
  'not-displayed',
  /** A comment or note beside the text of an Office file. */
  'comment',
  /** Struck out by a tracked change that nobody has accepted or rejected. */
  'deleted',
  /** Zero-width characters between letters or digits. */
  'zero-width',
  /** Control characters that turn the order of letters around. */
  'bidi-override',
  /** Unicode tags, which spell text in characters that nothing shows. */
  'tag-characters',
  /** Letters of another script that look like Latin ones. */
  'mixed-script',
] as const;
export type HiddenTextKind = (typeof hiddenTextKinds)[number];

export interface HiddenText {
  kind: HiddenTextKind;
  /** 1-based. */
  page: number;
  /** Where it lies, or would lie; may reach beyond the page. */
  box: Box;
  /** What it says, cut to a bounded length. */
  text: string;
}

/** Findings kept of one document; a file made of nothing else is no document. */
export const MAX_HIDDEN_TEXTS = 200;
export const MAX_HIDDEN_LENGTH = 2000;

/** `text` cut to the length that is kept, never inside a character. */
export function cutHidden(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length <= MAX_HIDDEN_LENGTH) return plain;
  return `${plain.slice(0, MAX_HIDDEN_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
