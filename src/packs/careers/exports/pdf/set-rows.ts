// Rows of the content → lines of a column, each with the tag of what it is.

import type { ContentEntry, ContentRow, ContentSection, Span } from '../content/printed-content.ts';
import type { DesignLook } from '../design.ts';
import type { FlowLine } from './flow.ts';
import type { Ink, Pen, Tag } from './pen.ts';
import { type Run, setLines } from './set-lines.ts';

export interface Setting {
  pen: Pen;
  look: DesignLook;
  x: number;
  width: number;
  /** Of the sections that it sets. */
  parent: Tag;
}

const BULLET_INDENT = 1.25;
/** Between a text and what stands at the right edge. */
const RIGHT_GAP = 14;
/** What stands at the right edge takes no more of the line. */
const RIGHT_SHARE = 0.5;
/** In a narrower column nothing stands beside a text. */
const NARROW = 220;
/** Entries of no more lines are not parted. */
const WHOLE_ENTRY = 7;

export function setSection(setting: Setting, { title, entries }: ContentSection): FlowLine[] {
  const { pen, look } = setting;
  const section = pen.tag('Sect', setting.parent);
  const heading = textLines(setting, [{ text: title, strong: true }], {
    ink: { weight: 'bold', size: look.titleSize, color: look.accent },
    tag: pen.tag('H2', section),
  });
  heading[0]!.before = look.space.section;
  if (look.ruled) underline(setting, heading.at(-1)!);
  for (const line of heading) line.keepNext = true;
  const within = { ...setting, parent: section };
  const isLists = entries.every((rows) => rows.length === 1);
  const body = entries.flatMap((rows, i) => {
    const lines = setEntry(within, rows);
    if (lines.length > 0) lines[0]!.before = i === 0 ? 3 : isLists ? 2 * look.space.row : look.space.entry;
    return lines;
  });
  return [...heading, ...body];
}

function underline({ pen, look, x, width }: Setting, line: FlowLine): void {
  const { draw, height } = line;
  line.height = height + 3.5;
  line.draw = (y) => {
    draw(y);
    pen.decorate((doc) =>
      doc
        .lineWidth(0.6)
        .moveTo(x, y + height + 1)
        .lineTo(x + width, y + height + 1)
        .stroke(look.accent),
    );
  };
}

function setEntry(setting: Setting, rows: ContentEntry): FlowLine[] {
  const { pen, look } = setting;
  let list: Tag | undefined;
  const set = rows.map((row) => {
    if (row.kind === 'bullet') list ??= pen.tag('L', setting.parent);
    else list = undefined;
    return setRow(setting, row, list);
  });
  const lines = set.flatMap((own, i) => {
    own[0]!.before = look.space.row;
    const row = rows[i]!;
    const keeps = i < set.length - 1 && (row.kind === 'head' || row.kind === 'sub' || i === 0);
    own.at(-1)!.keepNext = keeps;
    // Neither the first nor the last line of a paragraph stands alone.
    if (own.length > 1) {
      own[0]!.keepNext = true;
      own.at(-2)!.keepNext = true;
    }
    return own;
  });
  if (lines.length <= WHOLE_ENTRY) for (const line of lines.slice(0, -1)) line.keepNext = true;
  return lines;
}

function setRow(setting: Setting, row: ContentRow, list: Tag | undefined): FlowLine[] {
  const { pen, look } = setting;
  const plain: Ink = { weight: 'regular', size: look.size, color: look.ink };
  switch (row.kind) {
    case 'bullet':
      return bulletLines(setting, row.spans, { ink: plain, list: list! });
    case 'text':
    case 'field':
      return textLines(setting, row.spans, { ink: plain, tag: pen.tag('P', setting.parent) });
    default: {
      const heads = row.kind === 'head';
      const ink: Ink =
        row.kind === 'sub' ? { weight: 'italic', size: look.size, color: look.quiet } : { ...plain, weight: 'regular' };
      const size = heads ? look.size * 1.06 : look.size;
      return sidedLines(setting, row, { ...ink, size, color: heads ? look.ink : ink.color });
    }
  }
}

/** A text with what stands beside it at the right edge; too long for that, it goes below. */
function sidedLines(
  setting: Setting,
  { kind, left, right }: ContentRow & { left: readonly Span[]; right?: string },
  ink: Ink,
): FlowLine[] {
  const { pen, look, width } = setting;
  const tag = pen.tag(kind === 'head' ? 'H3' : 'P', setting.parent);
  if (right === undefined) return textLines(setting, left, { ink, tag });
  const note: Ink = { weight: kind === 'sub' ? 'italic' : 'regular', size: look.size, color: look.quiet };
  const noteWidth = pen.widthOf(right, note);
  const beside = noteWidth <= RIGHT_SHARE * width && width >= NARROW;
  const inBrackets: readonly Span[] = [...left, { text: ` (${right})` }];
  if (kind === 'item' && !beside) return textLines(setting, inBrackets, { ink, tag });
  if (left.length === 0 || !beside) {
    const own = textLines(setting, [{ text: right }], { ink: note, tag: pen.tag('P', setting.parent) });
    return left.length === 0 ? own : [...textLines(setting, left, { ink, tag }), ...own];
  }
  const lines = textLines(setting, left, { ink, tag, width: width - noteWidth - RIGHT_GAP });
  if (kind === 'item' && lines.length > 1) return textLines(setting, inBrackets, { ink, tag });
  const noteTag = pen.tag('P', setting.parent);
  const [first] = lines;
  const { draw } = first!;
  first!.draw = (y) => {
    draw(y);
    // On one base line with letters of another size.
    pen.write(right, {
      x: setting.x + width - noteWidth,
      y: y + 0.93 * (ink.size - note.size),
      ink: note,
      tag: noteTag,
    });
  };
  return lines;
}

interface TextLook {
  ink: Ink;
  tag: Tag;
  width?: number;
  indent?: number;
  align?: DesignLook['align'];
}

export function textLines(
  { pen, look, x, width: whole }: Pick<Setting, 'pen' | 'look' | 'x' | 'width'>,
  spans: readonly Span[],
  { ink, tag, width = whole, indent = 0, align = 'left' }: TextLook,
): FlowLine[] {
  const { lines, size } = setLines(pen, spans, { width: width - indent, ink });
  return lines.map((runs) => ({
    before: 0,
    height: ink.size * look.leading,
    keepNext: false,
    draw(y) {
      const end = runs.at(-1)!;
      const own = end.x + pen.widthOf(end.text, { weight: end.weight, size });
      const from = x + indent + (align === 'center' ? (width - indent - own) / 2 : 0);
      for (const run of runs) writeRun(pen, run, { x: from, y, ink: { ...ink, size }, tag });
    },
  }));
}

function writeRun(pen: Pen, { text, x, weight, link }: Run, at: { x: number; y: number; ink: Ink; tag: Tag }): void {
  pen.write(text, {
    x: at.x + x,
    y: at.y,
    ink: { ...at.ink, weight },
    tag: at.tag,
    ...(link === undefined ? {} : { link }),
  });
}

function bulletLines(setting: Setting, spans: readonly Span[], { ink, list }: { ink: Ink; list: Tag }): FlowLine[] {
  const { pen, x } = setting;
  const item = pen.tag('LI', list);
  const label = pen.tag('Lbl', item);
  const lines = textLines(setting, spans, { ink, tag: pen.tag('LBody', item), indent: BULLET_INDENT * ink.size });
  const [first] = lines;
  const { draw } = first!;
  first!.draw = (y) => {
    pen.write('•', { x: x + 0.25 * ink.size, y, ink, tag: label });
    draw(y);
  };
  return lines;
}
