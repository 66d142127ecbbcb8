// Text of a run → a piece of its paragraph, or a finding where a reader would not see it.

import type { HiddenTextKind } from '../../document/hidden-text.ts';
import type { HtmlElement } from '../html/tree.ts';
import type { RunLook } from './looks.ts';

const TINY_POINTS = 2;

/** How a run keeps its text from being seen; `shaded` = something lies, or may lie, behind its paragraph. */
export function hidingOfRun(look: RunLook, shaded: boolean): HiddenTextKind | undefined {
  if (look.hidden) return 'not-displayed';
  if (look.size !== undefined && look.size < TINY_POINTS) return 'tiny';
  if (look.ink === 'FFFFFF' && !look.shaded && !shaded) return 'same-colour';
  return undefined;
}

/** Adds text to a paragraph's children; runs that look alike become one. */
export function appendText(children: (HtmlElement | string)[], text: string, look: RunLook): void {
  const said = look.caps ? text.toUpperCase() : text;
  const size = Math.min(36, Math.max(5, look.size ?? 10));
  const bold = look.bold === true;
  const last = children.at(-1);
  if (last !== undefined && typeof last !== 'string' && last.name === 'span') {
    const style = last.set?.style;
    if (style?.size === size && style.bold === bold) {
      last.children.push(said);
      return;
    }
  }
  children.push({ name: 'span', attributes: {}, children: [said], set: { style: { size, bold } } });
}

/** A tab, line break or the like between texts. */
export const mark = (name: 'tab' | 'br'): HtmlElement => ({ name, attributes: {}, children: [], set: {} });
