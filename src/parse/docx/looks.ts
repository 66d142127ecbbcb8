// How Word says that runs and paragraphs look: properties of styles and of the text itself, in points (ECMA-376 part 1, 17.3).

import type { Align, TabStop } from '../html/text-style.ts';
import { isOn, type XmlAttributes } from '../office/walk-xml.ts';

export interface RunLook {
  bold?: boolean;
  size?: number;
  hidden?: boolean;
  /** RRGGBB of the letters. */
  ink?: string;
  /** Something lies behind the letters, or may. */
  shaded?: boolean;
  caps?: boolean;
}

export interface ParagraphLook {
  align?: Align;
  before?: number;
  after?: number;
  left?: number;
  /** Number of the list; 0 = none. */
  list?: number;
  level?: number;
  stops?: readonly TabStop[];
  newPage?: boolean;
  shaded?: boolean;
}

const TWIPS = 20;
const HALF_POINTS = 2;
const MAX_INDENT = 216;
const MAX_SPACE = 72;

/** Length in points of a number of twips; undefined for what is none. */
export function twips(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number.parseFloat(value);
  // Strict files may write "12pt".
  return Number.isFinite(number) ? number / (value.endsWith('pt') ? 1 : TWIPS) : undefined;
}

const within = (value: number | undefined, most: number): number | undefined =>
  value === undefined ? undefined : Math.min(most, Math.max(0, value));

/** Adds what an element of `rPr` says. */
export function applyToRun(look: RunLook, name: string, { val, fill }: XmlAttributes): void {
  if (name === 'b') look.bold = isOn(val);
  else if (name === 'vanish') look.hidden = isOn(val);
  else if (name === 'caps') look.caps = isOn(val);
  else if (name === 'sz') {
    const size = Number.parseFloat(val ?? '') / HALF_POINTS;
    if (Number.isFinite(size) && size > 0) look.size = size;
  } else if (name === 'color') look.ink = (val ?? 'auto').toUpperCase();
  else if (name === 'highlight') look.shaded = isOn(val);
  else if (name === 'shd') look.shaded = !isBlank(val, fill);
}

/** Adds what an element of `pPr` says. */
export function applyToParagraph(look: ParagraphLook, name: string, attributes: XmlAttributes): void {
  const { val, fill } = attributes;
  if (name === 'jc') look.align = alignOf(val);
  else if (name === 'spacing') {
    look.before = within(twips(attributes.before), MAX_SPACE) ?? look.before ?? 0;
    look.after = within(twips(attributes.after), MAX_SPACE) ?? look.after ?? 0;
  } else if (name === 'ind') {
    const left = within(twips(attributes.left ?? attributes.start), MAX_INDENT);
    if (left !== undefined) look.left = left;
  } else if (name === 'numId') look.list = Number.parseInt(val ?? '0', 10) || 0;
  else if (name === 'ilvl') look.level = Math.min(8, Math.max(0, Number.parseInt(val ?? '0', 10) || 0));
  else if (name === 'pageBreakBefore') look.newPage = isOn(val);
  else if (name === 'shd') look.shaded = !isBlank(val, fill);
  else if (name === 'tab') addStop(look, attributes);
}

const isBlank = (pattern: string | undefined, fill: string | undefined): boolean =>
  (pattern === undefined || pattern === 'clear' || pattern === 'nil') &&
  (fill === undefined || /^(?:auto|FFFFFF)$/i.test(fill));

function addStop(look: ParagraphLook, { val, pos }: XmlAttributes): void {
  const at = twips(pos);
  if (at === undefined || at <= 0 || at > 2000) return;
  const others = (look.stops ?? []).filter((stop) => Math.abs(stop.at - at) > 0.5);
  if (val === 'clear' || val === 'bar') look.stops = others;
  else {
    const align = val === 'decimal' ? 'right' : (alignOf(val) ?? 'left');
    look.stops = [...others, { at, align }].sort((a, b) => a.at - b.at).slice(0, 60);
  }
}

function alignOf(value: string | undefined): Align {
  if (value === 'right' || value === 'end') return 'right';
  return value === 'center' ? 'center' : 'left';
}
