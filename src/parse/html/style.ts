// The little of CSS that decides where words stand: what is a block, what is bold, how large, which side.

import type { Align, TextStyle } from './text-style.ts';
import type { HtmlElement } from './tree.ts';

export const baseStyle: TextStyle = { size: 10, bold: false, align: 'left', preformatted: false };

const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'div',
    'dl',
    'dt',
  ],
  ...[
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
  ],
  ...[
    'html',
    'legend',
    'li',
    'main',
    'menu',
    'nav',
    'ol',
    'optgroup',
    'p',
    'pre',
    'section',
    'summary',
    'table',
    'tbody',
  ],
  ...['td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const SIZES: Readonly<Record<string, number>> = { h1: 20, h2: 15, h3: 12, small: 8, sub: 8, sup: 8 };
/** Blocks with an empty line above and below. */
const SPACED = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'figure',
  'table',
  'fieldset',
]);

export function isBlock(element: HtmlElement): boolean {
  const display = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i.exec(element.attributes.style ?? '')?.[1]?.toLowerCase();
  if (display === 'inline') return false;
  if (display === 'block' || display === 'flex' || display === 'grid') return true;
  return BLOCKS.has(element.name);
}

export const isSpaced = (element: HtmlElement): boolean => SPACED.has(element.name);

export function styleOf(element: HtmlElement, parent: TextStyle): TextStyle {
  if (element.set) return { ...parent, bold: parent.bold || BOLD.has(element.name), ...element.set.style };
  const css = element.attributes.style ?? '';
  const weight = /font-weight\s*:\s*(\w+)/i.exec(css)?.[1];
  const bold = weight ? /^(bold|bolder|[6-9]00)$/i.test(weight) : parent.bold || BOLD.has(element.name);
  return {
    size: sizeOf(element.name, css, parent.size),
    bold,
    align: alignOf(element, css) ?? parent.align,
    preformatted: parent.preformatted || element.name === 'pre' || /white-space\s*:\s*pre/i.test(css),
  };
}

function sizeOf(name: string, css: string, inherited: number): number {
  const match = /font-size\s*:\s*([\d.]{1,6})\s*(px|pt|em|rem|%)/i.exec(css);
  if (!match) return SIZES[name] ?? inherited;
  const value = Number(match[1]);
  const unit = match[2]!.toLowerCase();
  // Sixteen pixels are the browser's normal size, which is ten points here.
  const points =
    unit === 'px'
      ? value * 0.625
      : unit === 'pt'
        ? value * 0.833
        : unit === '%'
          ? (inherited * value) / 100
          : value * (unit === 'rem' ? 10 : inherited);
  return Math.min(36, Math.max(5, Number.isFinite(points) ? points : inherited));
}

function alignOf(element: HtmlElement, css: string): Align | undefined {
  const stated = /text-align\s*:\s*(\w+)/i.exec(css)?.[1] ?? element.attributes.align;
  const align = stated?.toLowerCase();
  if (align === 'right' || align === 'end') return 'right';
  if (align === 'center' || element.name === 'center') return 'center';
  return align === 'left' || align === 'start' || align === 'justify' ? 'left' : undefined;
}
