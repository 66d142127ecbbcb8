// A résumé as a PDF: letters that can be selected and searched, a tree of what they are, links that can be followed.

import type { ContentSection, Span } from '../content/printed-content.ts';
import { type DesignLook, designLooks } from '../design.ts';
import type { Drawing } from '../drawing.ts';
import { sectionWords } from '../words/section-words.ts';
import { type FlowLine, flow } from './flow.ts';
import { createPen, type Ink, type Pen } from './pen.ts';
import { setLines } from './set-lines.ts';
import { setSection, textLines } from './set-rows.ts';

interface Area {
  x: number;
  width: number;
}

export function writePdf(drawing: Drawing): Promise<Uint8Array> {
  const { content, design, language } = drawing;
  const look = designLooks[design];
  const pen = createPen(drawing);
  const { margin } = look;
  const area: Area = { x: margin.side, width: pen.pageWidth - 2 * margin.side };
  const bottom = pen.pageHeight - margin.bottom;
  const head = headLines(pen, look, { ...area, content: drawing.content, withContacts: look.sidebar === undefined });
  if (look.sidebar === undefined) {
    const lines = content.sections.flatMap((section) => setSection({ pen, look, ...area, parent: pen.root }, section));
    flow(pen, [...head, ...lines], { top: () => margin.top, bottom });
  } else {
    const below = margin.top + heightOf(head) + 12;
    flow(pen, head, { top: () => margin.top, bottom });
    const contact: ContentSection[] = content.contacts.length > 0 ? [contactSection(drawing, language)] : [];
    const sections = [...contact, ...content.sections];
    drawBeside(pen, look, { sections, area, top: below, bottom });
  }
  numberPages(pen, look, content.name);
  return pen.finish();
}

const heightOf = (lines: readonly FlowLine[]): number =>
  lines.reduce((sum, line) => sum + line.before + line.height, 0);

function contactSection({ content }: Drawing, language: Drawing['language']): ContentSection {
  return {
    id: 'contact',
    title: sectionWords[language].contact,
    entries: content.contacts.map((spans) => [{ kind: 'text', spans }]),
  };
}

interface Beside {
  sections: readonly ContentSection[];
  area: Area;
  top: number;
  bottom: number;
}

function drawBeside(pen: Pen, look: DesignLook, { sections, area, top, bottom }: Beside): void {
  const { width, gap, fill, sections: beside } = look.sidebar!;
  const column = { top: (page: number) => (page === 0 ? top + 14 : look.margin.top), bottom };
  pen.background((doc, page) => {
    const from = page === 0 ? top : 0;
    doc.rect(0, from, area.x + width + gap / 2, pen.pageHeight - from).fill(fill);
  });
  const side = sections.filter(({ id }) => beside.has(id));
  const main = sections.filter(({ id }) => !beside.has(id));
  const set = (list: readonly ContentSection[], where: Area): FlowLine[] =>
    list.flatMap((section) => setSection({ pen, look, ...where, parent: pen.root }, section));
  flow(pen, set(side, { x: area.x, width }), column);
  flow(pen, set(main, { x: area.x + width + gap, width: area.width - width - gap }), column);
}

interface Head extends Area {
  content: Drawing['content'];
  withContacts: boolean;
}

function headLines(pen: Pen, look: DesignLook, { content, withContacts, ...area }: Head): FlowLine[] {
  const { name, label, contacts } = content;
  const setting = { pen, look, ...area };
  const { align } = look;
  const nameInk: Ink = { weight: 'bold', size: look.nameSize, color: look.accent };
  const lines: FlowLine[] = [];
  if (name !== '') {
    const own = textLines(setting, [{ text: name, strong: true }], {
      ink: nameInk,
      tag: pen.tag('H1', pen.root),
      align,
    });
    lines.push(...own.map((line) => ({ ...line, height: 1.22 * look.nameSize })));
  }
  if (label !== undefined) {
    const ink: Ink = { weight: 'regular', size: look.labelSize, color: look.quiet };
    lines.push(...textLines(setting, [{ text: label }], { ink, tag: pen.tag('P', pen.root), align }));
  }
  if (withContacts && contacts.length > 0) {
    const ink: Ink = { weight: 'regular', size: look.size, color: look.ink };
    const tag = pen.tag('P', pen.root);
    const rows = contactRows(pen, contacts, { width: area.width, ink }).flatMap((spans) =>
      textLines(setting, spans, { ink, tag, align }),
    );
    rows[0]!.before = 3;
    lines.push(...rows);
  }
  for (const line of lines) line.keepNext = true;
  if (lines.length > 0) lines.at(-1)!.keepNext = false;
  return lines;
}

const PARTED: Span = { text: '  ·  ' };

/** As many items in a row as have room; none is broken unless it is longer than a row. */
function contactRows(
  pen: Pen,
  items: readonly (readonly Span[])[],
  { width, ink }: { width: number; ink: Ink },
): Span[][] {
  const rows: Span[][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    const joined = last && [...last, PARTED, ...item];
    const set = joined && setLines(pen, joined, { width, ink });
    if (set && set.lines.length === 1 && set.size === ink.size) rows[rows.length - 1] = joined;
    else rows.push([...item]);
  }
  return rows;
}

const FOOT_SIZE = 7.5;

/** From the second page on; a page alone needs no number. */
function numberPages(pen: Pen, look: DesignLook, name: string): void {
  const count = pen.pageCount();
  for (let page = 1; page < count; page++) {
    pen.toPage(page);
    const text = `${name === '' ? '' : `${name} – `}${page + 1}/${count}`;
    pen.decorate((doc) => {
      doc.font('regular').fontSize(FOOT_SIZE).fillColor(look.quiet);
      doc.text(text, look.margin.side, pen.pageHeight - 30, { lineBreak: false });
    });
  }
}
