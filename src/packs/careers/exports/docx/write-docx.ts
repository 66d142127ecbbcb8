// A résumé as a Word file: real headings and lists, styles by name, no text boxes.

import type { ContentRow, ContentSection, Span } from '../content/printed-content.ts';
import { type DesignLook, designLooks, paperSizes } from '../design.ts';
import type { Drawing } from '../drawing.ts';
import { sectionWords } from '../words/section-words.ts';
import { packDocx } from './pack-docx.ts';
import { createLinks, type Links, paragraph, run, runs, tab, twips } from './word-xml.ts';

/** Beside a narrow column a date goes below. */
const NARROW = 220;

export function writeDocx(drawing: Drawing): Promise<Uint8Array> {
  const { content, design, language, paper } = drawing;
  const look = designLooks[design];
  const [width, height] = paperSizes[paper];
  const links = createLinks();
  const textWidth = width - 2 * look.margin.side;
  const mainWidth = look.sidebar ? textWidth - look.sidebar.width - look.sidebar.gap : textWidth;
  const head = headXml(drawing, look, links);
  const sectionsOf = (sections: readonly ContentSection[], room: number): string =>
    sections.map((section) => sectionXml(section, links, { room, size: look.size })).join('');
  const body = look.sidebar
    ? besideXml(look, {
        side: sectionsOf(sideSections(drawing, look), look.sidebar.width),
        main: sectionsOf(
          content.sections.filter(({ id }) => !look.sidebar!.sections.has(id)),
          mainWidth,
        ),
        textWidth,
      })
    : sectionsOf(content.sections, mainWidth);
  const { top, side, bottom } = look.margin;
  const page = `<w:sectPr><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar w:top="${twips(top)}" w:right="${twips(side)}" w:bottom="${twips(bottom)}" w:left="${twips(side)}" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>`;
  return packDocx({ drawing, look, links, body: `${head}${body}${page}`, right: mainWidth, language });
}

function headXml({ content }: Drawing, look: DesignLook, links: Links): string {
  const { name, label, contacts } = content;
  const items = contacts.flatMap((item, i): readonly Span[] => (i === 0 ? item : [{ text: ' · ' }, ...item]));
  return [
    name === '' ? '' : paragraph('Title', run(name)),
    label === undefined ? '' : paragraph('Subtitle', run(label)),
    look.sidebar || items.length === 0 ? '' : paragraph('Contact', runs(items, links)),
  ].join('');
}

function sideSections({ content, language }: Drawing, look: DesignLook): ContentSection[] {
  const contact: ContentSection = {
    id: 'contact',
    title: sectionWords[language].contact,
    entries: content.contacts.map((spans) => [{ kind: 'text', spans }]),
  };
  const beside = content.sections.filter(({ id }) => look.sidebar!.sections.has(id));
  return content.contacts.length > 0 ? [contact, ...beside] : beside;
}

function sectionXml({ title, entries }: ContentSection, links: Links, space: { room: number; size: number }): string {
  const rows = entries.flatMap((entry) =>
    entry.map((row, i) => rowXml(row, links, { ...space, keep: i < entry.length - 1 })),
  );
  return paragraph('Heading1', run(title)) + rows.join('');
}

function rowXml(
  row: ContentRow,
  links: Links,
  { room, keep, size }: { room: number; keep: boolean; size: number },
): string {
  switch (row.kind) {
    case 'bullet':
      return paragraph('ListBullet', runs(row.spans, links));
    case 'text':
    case 'field':
      return paragraph('BodyText', runs(row.spans, links));
    default: {
      const style = { head: 'Heading2', sub: 'EntryDetail', item: 'Item' }[row.kind];
      const kept = keep && row.kind === 'sub' ? '<w:keepNext/>' : '';
      if (row.right === undefined) return paragraph(style, runs(row.left, links), kept);
      const right = run(row.right, { style: 'Aside' });
      if (row.left.length === 0) return paragraph(style, right, kept);
      const left = runs(row.left, links);
      const below = room < NARROW;
      // Word alone knows how wide its letters are: half of their height is more than most take.
      const letters = row.left.reduce((sum, { text }) => sum + text.length, row.right.length + 4);
      if (row.kind === 'item' && (below || 0.52 * size * letters > room))
        return paragraph(style, left + run(` (${row.right})`), kept);
      return below
        ? paragraph(style, left, '<w:keepNext/>') + paragraph('EntryDetail', right)
        : paragraph(style, left + tab + right, kept);
    }
  }
}

/** Columns are the two cells of one row that goes on over pages. */
function besideXml(
  { sidebar }: DesignLook,
  { side, main, textWidth }: { side: string; main: string; textWidth: number },
): string {
  const { width, gap, fill } = sidebar!;
  const cell = (content: string, room: number, { shade = '', left = 0, right = 0 }): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(room)}" w:type="dxa"/>${shade}<w:tcMar><w:left w:w="${twips(left)}" w:type="dxa"/><w:right w:w="${twips(right)}" w:type="dxa"/></w:tcMar></w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`;
  const shade = `<w:shd w:val="clear" w:color="auto" w:fill="${fill.slice(1).toUpperCase()}"/>`;
  const sideRoom = width + gap / 2;
  const columns = [sideRoom, textWidth - sideRoom];
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(textWidth)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map((each) => `<w:gridCol w:w="${twips(each)}"/>`).join('')}</w:tblGrid><w:tr>${cell(side, columns[0]!, { shade, left: 6, right: 6 })}${cell(main, columns[1]!, { left: gap / 2, right: 0 })}</w:tr></w:tbl><w:p/>`;
}
