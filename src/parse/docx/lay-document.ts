// The body of a Word file with its headers, footers and notes → pages.

import { groupBlocks, groupLines } from '../../document/layout/group-lines.ts';
import type { Page, Word } from '../../document/parsed-document.ts';
import type { Canvas } from '../html/canvas.ts';
import { layBlock } from '../html/layout.ts';
import { baseStyle } from '../html/style.ts';
import type { HtmlElement } from '../html/tree.ts';
import { type PageStart, paginate } from './paginate.ts';
import { type Part, type PartBlock, PLAIN_SECTION, type Section } from './part.ts';

export interface DocumentParts {
  body: Part;
  /** What stands above and below the text on the first page of a section; empty where it is that of the section before. */
  headerOf(section: Section): PartBlock[];
  footerOf(section: Section): PartBlock[];
  /** Footnotes and endnotes, after the text. */
  notes: PartBlock[];
}

export interface LaidDocument {
  pages: Page[];
  /** Page on which a block of the body begins. */
  pageOf(block: number): number;
  cut: boolean;
}

/** Words of one document; more is no document. */
const MAX_WORDS = 250_000;
/** Between the text and what stands above and below it. */
const APART = 14;

export function layDocument(parts: DocumentParts, maxWordsPerPage: number): LaidDocument {
  const { body } = parts;
  const canvas: Canvas = { words: [], tables: [], rules: [], maxWords: MAX_WORDS };
  const starts: PageStart[] = [];
  const tops: number[] = [];
  const sections: { y: number; section: Section }[] = [];
  let y = 0;
  let pending = 0;
  let at = 0;
  const lay = (block: PartBlock, section: Section): void => {
    const { element } = block;
    const gap = tops.length === 0 ? 0 : Math.max(pending, element.set?.above ?? APART / 2);
    y += gap;
    tops.push(y);
    if (block.newPage) starts.push({ y, kind: block.newPage });
    y += layOne(element, section, y, canvas);
    pending = element.set?.below ?? APART / 2;
  };
  for (const [index, block] of body.blocks.entries()) {
    while (at + 1 < body.sections.length && body.sections[at + 1]!.first <= index) at++;
    const section = body.sections[at] ?? PLAIN_SECTION;
    if (sections.length === 0 || sections.at(-1)!.section !== section) {
      sections.push({ y, section });
      const header = parts.headerOf(section);
      // The page begins with what stands above its text.
      for (const [i, part] of header.entries()) {
        y += layOne(part.element, section, y, canvas) + (i === header.length - 1 ? APART : 0);
      }
      if (header.length > 0) pending = 0;
      if (index > 0 && !section.continuous) starts.push({ y: sections.at(-1)!.y, kind: 'always' });
    }
    lay(block, section);
  }
  const last = sections.at(-1)?.section ?? PLAIN_SECTION;
  if (parts.notes.length > 0) {
    y += APART;
    for (const note of parts.notes) y += layOne(note.element, last, y, canvas) + 2;
  }
  starts.push(...rowStarts(body.brokenRows, canvas.words));
  const sectionAt = (place: number): Section => sections.findLast((known) => known.y <= place + 0.5)?.section ?? last;
  const pages = paginate(canvas, { starts, paperAt: sectionAt, maxWordsPerPage });
  addFooters(pages, sections, { parts, starts: pageTops(canvas.words, pages) });
  return { pages, pageOf: pageFinder(tops, canvas.words, pages), cut: canvas.words.length >= MAX_WORDS };
}

function layOne(element: HtmlElement, section: Section, y: number, canvas: Canvas): number {
  const width = section.width - section.left - section.right;
  const area = { x: section.left, y, width: Math.max(100, width) };
  return layBlock({ name: 'body', attributes: {}, children: [element] }, baseStyle, area, canvas);
}

function rowStarts(rows: readonly string[], words: readonly Word[]): PageStart[] {
  return rows.flatMap((row): PageStart[] => {
    const first = words.find((word) => word.locator?.startsWith(`${row}, `));
    return first ? [{ y: first.box[1], kind: 'noted' }] : [];
  });
}

/** Where each page begins on the long sheet: words keep their order, pages share them out. */
function pageTops(words: readonly Word[], pages: readonly Page[]): number[] {
  const sorted = words.toSorted((a, b) => a.box[1] - b.box[1]);
  const tops: number[] = [];
  let index = 0;
  for (const page of pages) {
    tops.push(sorted[index]?.box[1] ?? Infinity);
    index += page.lines.reduce((sum, line) => sum + line.words.length, 0);
  }
  return tops;
}

function pageFinder(
  tops: readonly number[],
  words: readonly Word[],
  pages: readonly Page[],
): (block: number) => number {
  const starts = pageTops(words, pages);
  return (block) => {
    const y = tops[Math.min(block, tops.length - 1)] ?? 0;
    return Math.max(1, starts.findLastIndex((top) => top <= y + 1) + 1);
  };
}

interface FooterPlan {
  parts: DocumentParts;
  starts: readonly number[];
}

/** Each section's footer stands once, below the text of its first page. */
function addFooters(
  pages: Page[],
  sections: readonly { y: number; section: Section }[],
  { parts, starts }: FooterPlan,
): void {
  for (const { y, section } of sections) {
    const footer = parts.footerOf(section);
    if (footer.length === 0) continue;
    const at = Math.max(
      0,
      starts.findLastIndex((top) => top <= y + 1),
    );
    const page = pages[at];
    if (page) pages[at] = withFooter(page, footer, section);
  }
}

function withFooter(page: Page, footer: readonly PartBlock[], section: Section): Page {
  const text = page.lines.reduce((most, line) => Math.max(most, line.box[3]), 0);
  const canvas: Canvas = { words: [], tables: [], rules: [], maxWords: 2000 };
  let y = Math.max(text + APART, section.height - section.bottom + 6);
  for (const { element } of footer) y += layOne(element, section, y, canvas);
  const words = [...page.lines.flatMap((line) => line.words), ...canvas.words];
  const lines = groupLines(words, page.number, { rules: page.rules });
  const tables = [...page.tables, ...canvas.tables.map((table) => ({ ...table, page: page.number }))];
  return { ...page, height: Math.max(page.height, y + 10), lines, blocks: groupBlocks(lines, page.number), tables };
}
