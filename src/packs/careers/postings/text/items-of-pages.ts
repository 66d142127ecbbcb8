// Lines of pages → paragraphs, bullets and titles: a bullet that runs over several lines is one item.

import { boxHeight } from '../../../../document/box.ts';
import { usualHeight } from '../../../../document/layout/usual-height.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import type { PostingItem } from './posting-item.ts';
import { sectionTitleOf } from './section-title.ts';

const BULLET = /^(?:[•●▪■◦‣∙·○◆❖✓✔✅➤►▸▶→»*+–—-]|\d{1,2}[.)]|o(?=\s+\p{Lu}))\s+/u;
/** A bullet in a line of its own: the sign was drawn apart from its text. */
const BULLET_ALONE = /^[•●▪■◦‣∙·○◆❖✓✔✅➤►▸▶→»*+–—-]$/u;
/** Longer papers are no postings. */
const MOST_LINES = 1500;
const MOST_TITLE = 80;
const MOST_ITEM = 4000;
/** Nobody sets columns so narrow that a shorter line is full. */
const SHORTEST_WRAPPED = 40;
/** One line is the longest of any page; so many of a length are wrapped. */
const FULL_LINES = 3;

export function itemsOfPages(reading: Reading): readonly PostingItem[] {
  return reading.derive('careers/posting-items', () => joinLines(reading));
}

/** Where lines are broken; infinite on a page whose lines end where they like. */
function rightEdge(lines: readonly Line[]): number {
  const most = Math.max(0, ...lines.map(({ box }) => box[2]));
  const near = lines.filter(({ box }) => box[2] >= 0.92 * most).length;
  return near >= FULL_LINES ? most : Number.POSITIVE_INFINITY;
}

interface Part {
  line: Line;
  /** Offset into the line's text from which it counts. */
  from: number;
}

function joinLines(reading: Reading): PostingItem[] {
  const items: PostingItem[] = [];
  const lines = reading.lines.slice(0, MOST_LINES);
  const right = new Map(reading.doc.pages.map((page) => [page.number, rightEdge(page.lines)]));
  const usual = new Map(reading.doc.pages.map((page) => [page.number, usualHeight(page.lines)]));
  let open: { parts: Part[]; bullet: boolean; title: number; length: number } | undefined;
  let bulletNext = false;
  const close = (): void => {
    if (open) items.push(itemOf(open.parts, open.bullet, open.title));
    open = undefined;
  };
  for (const [i, line] of lines.entries()) {
    const text = line.text.trim();
    if (text === '') continue;
    if (BULLET_ALONE.test(text)) {
      close();
      bulletNext = true;
      continue;
    }
    const sign = BULLET.exec(line.text);
    const bullet = bulletNext || sign !== null;
    bulletNext = false;
    const title = bullet ? 0 : titleness(line, usual.get(line.page) ?? 10, lines[i + 1]);
    const last = open?.parts.at(-1)?.line;
    // A label and its value are two lines of one row.
    if (open && last && last.row === line.row && last.page === line.page && /:$/.test(last.text.trim())) {
      open.parts.push({ line, from: 0 });
      open.title = 0;
      continue;
    }
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      !bullet &&
      open.title < 0.5 &&
      title < 0.5 &&
      open.length < MOST_ITEM &&
      continues(last, line, {
        bullet: open.bullet,
        right: right.get(last.page) ?? Number.POSITIVE_INFINITY,
        first: open.parts[0]!.line,
      });
    if (goesOn) {
      open!.parts.push({ line, from: 0 });
      open!.length += line.text.length;
      continue;
    }
    close();
    open = { parts: [{ line, from: sign?.[0].length ?? 0 }], bullet, title, length: line.text.length };
  }
  close();
  return items.filter(({ text }) => text !== '');
}

/** A line of its own that is short, larger or bold, in capitals, ended by a colon, or known as a title of a section. */
function titleness(line: Line, usual: number, next: Line | undefined): number {
  const text = line.text.trim();
  if (text.length > MOST_TITLE || text.split(' ').length > 10 || /[.;,]$/.test(text)) return 0;
  if (sectionTitleOf(text)) return 1;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3) return 0;
  if (/[?!]$/.test(text) && text.split(' ').length <= 7) return 0.6;
  const bold = line.words.every((word) => word.bold === true);
  if (boxHeight(line.box) > 1.2 * usual || bold) return 0.8;
  if (/:$/.test(text)) return next && BULLET.test(next.text) ? 0.7 : 0.5;
  if (letters.length > 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 0.7;
  return next !== undefined && BULLET.test(next.text) && /^\p{Lu}/u.test(text) && next.box[0] >= line.box[0] - 1
    ? 0.55
    : 0;
}

function continues(last: Line, line: Line, at: { bullet: boolean; right: number; first: Line }): boolean {
  if (last.row === line.row && last.page === line.page) return false;
  if (/^[\p{L} ]{2,28}:(?: |$)/u.test(line.text) && /^\p{Lu}/u.test(line.text)) return false;
  const small = /^[\p{Ll}(&]/u.test(line.text);
  const ended = /[.!?:]$/.test(last.text.trim());
  if (last.page !== line.page) return small && !ended;
  const gap = line.box[1] - last.box[3];
  const height = boxHeight(line.box);
  if (gap > 0.85 * height || gap < -0.5 * height) return false;
  if (Math.abs(height - boxHeight(last.box)) > 0.25 * height) return false;
  // Who wraps a text breaks it where the next word has no more room.
  const word = line.words[0] ? line.words[0].box[2] - line.words[0].box[0] : 0;
  const full = last.text.length >= SHORTEST_WRAPPED && last.box[2] + word + 0.3 * height >= 0.985 * at.right;
  if (at.bullet) return line.box[0] > at.first.box[0] + 1 || small || (full && !ended);
  // A paragraph keeps its left edge; only a full line runs over.
  return Math.abs(line.box[0] - last.box[0]) < 2.5 * height && (full || (small && !ended));
}

function itemOf(parts: readonly Part[], bullet: boolean, title: number): PostingItem {
  let text = '';
  const starts: number[] = [];
  for (const { line, from } of parts) {
    const piece = line.text.slice(from);
    // "Kommunikations-" and "stärke" are one word; "full-" and "time" keep their hyphen.
    const broken =
      /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(piece) && !/^(?:und|oder|and|or|bzw)(?!\p{L})/u.test(piece);
    if (text !== '' && !broken) text += ' ';
    starts.push(text.length);
    text += piece;
  }
  const trimmed = text.trimEnd();
  return {
    text: trimmed,
    bullet,
    title,
    evidence: (start, end) =>
      parts.flatMap(({ line, from }, i) => {
        const offset = starts[i]!;
        const a = Math.max(start, offset);
        const b = Math.min(end, offset + line.text.length - from);
        return b > a ? [evidenceOfSpan(line, a - offset + from, b - offset + from)] : [];
      }),
  };
}
