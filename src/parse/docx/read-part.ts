// A part of a Word file (ECMA-376 part 1, 17) → paragraphs and tables in order, as a reader of the printed page would have them:
// changes accepted, fields by their last result, one of each pair of alternatives, nothing hidden.

import type { HtmlElement } from '../html/tree.ts';
import { walkXml, type XmlAttributes } from '../office/walk-xml.ts';
import { applyToParagraph, applyToRun, type RunLook } from './looks.ts';
import type { Container, Paragraph, Table } from './open-parts.ts';
import { type Part, type PartOptions, PLAIN_SECTION, type Section } from './part.ts';
import { applyToSection } from './read-section.ts';
import { appendText, hidingOfRun, mark } from './run-text.ts';
import { toTableElement } from './table-grid.ts';

/** Subtrees with what was before a change, settings of controls, and what is no text. */
const SKIPPED =
  /^(?:(?:p|r|sect|tbl|tc|tr|tblGrid|tblPrEx)(?:Pr)?Change|numberingChange|sdtPr|sdtEndPr|tblGrid|object|binData)$/;
const PROPERTIES = new Set(['pPr', 'rPr', 'sectPr', 'tblPr', 'trPr', 'tcPr']);
const MAX_NESTING = 30;
const MAX_PARAGRAPHS = 30_000;
const MAX_DELETED = 100_000;

export function readPart(bytes: Uint8Array, options: PartOptions): Part {
  const reader = new PartReader(options);
  walkXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
    isDone: () => reader.isFull,
  });
  return reader.finish();
}

class PartReader {
  private readonly options: PartOptions;
  private readonly part: Part = { blocks: [], sections: [], brokenRows: [], hidden: [], changes: 0, cut: false };
  private readonly containers: Container[];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private readonly properties: string[] = [];
  /** For each pair of alternatives open, whether one was taken. */
  private readonly alternatives: boolean[] = [];
  /** Fields open, and whether their instruction is still being read. */
  private fields: boolean[] = [];
  private section: Section = copySection(PLAIN_SECTION);
  private run: RunLook = {};
  private skipped = 0;
  private inText = false;
  private inDeleted = 0;
  private deletedLength = 0;
  private seen = 0;
  private boxes = 0;
  private notes = 0;

  constructor(options: PartOptions) {
    this.options = options;
    this.containers = [{ place: options.place, blocks: this.part.blocks, paragraphs: 0, tables: 0, kind: 'body' }];
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.skipped > 0 || this.isSkipped(name)) {
      this.skipped++;
      return;
    }
    if (PROPERTIES.has(name)) {
      this.properties.push(name);
      return;
    }
    if (this.properties.length > 0) this.property(name, attributes);
    else this.content(name, attributes);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (PROPERTIES.has(name)) {
      this.properties.pop();
      if (name === 'sectPr') this.endSection();
      return;
    }
    if (this.properties.length > 0) return;
    if (name === 't' || name === 'delText') this.inText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tbl') this.endTable();
    else if (name === 'tc') this.endCell();
    else if (name === 'txbxContent') this.endBox();
    else if (name === 'del' || name === 'moveFrom') this.inDeleted--;
    else if (name === 'AlternateContent') this.alternatives.pop();
    else if (name === 'footnote' || name === 'endnote') this.endNote();
  }

  text(text: string): void {
    if (!this.inText || this.skipped > 0) return;
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.fields.includes(true)) return;
    if (this.inDeleted > 0 || this.tables.at(-1)?.rowDeleted) {
      this.deletedLength += text.length;
      if (this.deletedLength < MAX_DELETED) this.hide('deleted', text);
      return;
    }
    const look = { ...paragraph.base, ...this.run };
    const hiding = hidingOfRun(look, this.mayBeShaded(paragraph));
    if (hiding) this.hide(hiding, text);
    else appendText(paragraph.children, text, look);
  }

  /** Nothing of what follows would be kept. */
  get isFull(): boolean {
    return this.seen > MAX_PARAGRAPHS;
  }

  finish(): Part {
    while (this.paragraphs.length > 0) this.endParagraph();
    while (this.tables.length > 0) this.endTable();
    if (this.part.sections.length === 0) this.part.sections.push(this.section);
    return this.part;
  }

  private isSkipped(name: string): boolean {
    if (SKIPPED.test(name)) return true;
    if (name === 'Choice' || name === 'Fallback') {
      const at = this.alternatives.length - 1;
      if (at < 0) return false;
      const taken = this.alternatives[at]!;
      this.alternatives[at] = true;
      return taken;
    }
    if ((name === 'tbl' || name === 'txbxContent') && this.containers.length >= MAX_NESTING) return this.cut();
    if (name === 'p' && ++this.seen > MAX_PARAGRAPHS) return this.cut();
    return false;
  }

  private cut(): true {
    this.part.cut = true;
    return true;
  }

  private property(name: string, attributes: XmlAttributes): void {
    const kind = this.properties.at(-1)!;
    const paragraph = this.paragraphs.at(-1);
    const table = this.tables.at(-1);
    const { val } = attributes;
    if (kind === 'sectPr') applyToSection(this.section, name, attributes);
    else if (kind === 'rPr') {
      // Inside pPr it is the look of the paragraph's mark, which nobody sees.
      if (this.properties.length > 1) return;
      if (name === 'rStyle') Object.assign(this.run, this.options.styles.character(val));
      else applyToRun(this.run, name, attributes);
    } else if (kind === 'pPr' && paragraph) {
      if (name === 'pStyle') this.applyStyle(paragraph, val);
      else applyToParagraph(paragraph.look, name, attributes);
    } else if (kind === 'tblPr' && table) {
      if (name === 'tblStyle' || name === 'shd') table.styled = true;
    } else if (kind === 'trPr' && table) {
      const row = table.rows.at(-1);
      if (row && name === 'tblHeader') row.header = true;
      if (row && name === 'gridBefore') row.before = Math.min(60, Math.max(0, Number.parseInt(val ?? '0', 10) || 0));
      if (name === 'del') table.rowDeleted = true;
    } else if (kind === 'tcPr' && table) {
      const cell = table.rows.at(-1)?.cells.at(-1);
      if (!cell) return;
      if (name === 'gridSpan') cell.span = Math.min(100, Math.max(1, Number.parseInt(val ?? '1', 10) || 1));
      else if (name === 'vMerge') {
        cell.begins = val === 'restart';
        cell.continues = val !== 'restart';
      } else if (name === 'shd') table.shaded = true;
    }
  }

  private content(name: string, attributes: XmlAttributes): void {
    if (name === 't' || name === 'delText') this.inText = true;
    else if (name === 'r') this.run = {};
    else if (name === 'p') this.beginParagraph();
    else if (name === 'tab' || name === 'ptab') this.add('tab');
    else if (name === 'cr') this.add('br');
    else if (name === 'br') {
      if (attributes.type === 'page') this.breakPage('always');
      else this.add('br');
    } else if (name === 'lastRenderedPageBreak') this.breakPage('noted');
    else if (name === 'noBreakHyphen') this.addCharacter('-');
    else if (name === 'sym') this.addCharacter('•');
    else if (name === 'fldChar') this.field(attributes.fldCharType);
    else if (name === 'tbl') this.beginTable();
    else if (name === 'tr') this.beginRow();
    else if (name === 'tc') this.beginCell();
    else if (name === 'txbxContent') this.beginContainer('box', `text box ${++this.boxes}`);
    else if (name === 'AlternateContent') this.alternatives.push(false);
    else if (name === 'footnote' || name === 'endnote') this.beginNote(name, attributes);
    else if (name === 'del' || name === 'moveFrom') {
      this.inDeleted++;
      this.part.changes++;
    } else if (name === 'ins' || name === 'moveTo') this.part.changes++;
  }

  private beginContainer(kind: Container['kind'], place: string): void {
    this.containers.push({ place, blocks: [], paragraphs: 0, tables: 0, kind });
  }

  private get container(): Container {
    return this.containers.at(-1)!;
  }

  private beginParagraph(): void {
    const { container } = this;
    container.paragraphs++;
    const place = container.place;
    const numbered = container.kind === 'body' && place === '';
    const paragraph: Paragraph = {
      children: [],
      look: {},
      base: {},
      boxes: [],
      newPage: undefined,
      goesOn: false,
      locator: numbered ? `paragraph ${container.paragraphs}` : place,
    };
    this.applyStyle(paragraph, undefined);
    this.paragraphs.push(paragraph);
    this.run = {};
  }

  private applyStyle(paragraph: Paragraph, id: string | undefined): void {
    const style = this.options.styles.paragraph(id);
    paragraph.look = { ...style.paragraph };
    paragraph.base = style.run;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    // An instruction ends with its paragraph, or the rest of a damaged file would be lost in it.
    this.fields = this.fields.filter((reading) => !reading);
    const { list = 0, level = 0 } = paragraph.look;
    const label = list > 0 && !paragraph.goesOn ? this.options.numbering.next(list, level) : '';
    if (label !== '' && paragraph.children.length > 0) {
      const first: (HtmlElement | string)[] = [];
      appendText(first, `${label} `, { ...paragraph.base, bold: paragraph.base.bold === true });
      paragraph.children.unshift(...first);
    }
    this.pushParagraph(paragraph);
    this.container.blocks.push(...paragraph.boxes);
  }

  private pushParagraph(paragraph: Paragraph): void {
    const { look, base, children, locator } = paragraph;
    const newPage = paragraph.newPage ?? (look.newPage && !paragraph.goesOn ? 'always' : undefined);
    const element: HtmlElement = {
      name: 'p',
      attributes: {},
      children: children.length > 0 ? children : [mark('br')],
      set: {
        locator,
        style: {
          size: base.size ?? 10,
          align: look.align ?? 'left',
          ...(look.stops ? { stops: look.stops.map((stop) => ({ ...stop, at: stop.at - (look.left ?? 0) })) } : {}),
        },
        above: look.before ?? 0,
        below: look.after ?? 0,
        indent: look.left ?? 0,
      },
    };
    this.container.blocks.push(newPage ? { element, newPage } : { element });
  }

  private add(name: 'tab' | 'br'): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.inDeleted === 0 && !this.fields.includes(true)) paragraph.children.push(mark(name));
  }

  private addCharacter(text: string): void {
    this.inText = true;
    this.text(text);
    this.inText = false;
  }

  /** The body is cut there; in a table the row is remembered. */
  private breakPage(kind: 'always' | 'noted'): void {
    const paragraph = this.paragraphs.at(-1);
    const body = this.containers[0]!;
    if (!paragraph) return;
    if (this.containers.length === 1 && this.paragraphs.length === 1) {
      const { look, base, locator } = paragraph;
      if (paragraph.children.length === 0) {
        paragraph.newPage = kind;
        return;
      }
      this.pushParagraph(paragraph);
      const rest: Paragraph = {
        children: [],
        look,
        base,
        boxes: paragraph.boxes,
        newPage: kind,
        goesOn: true,
        locator,
      };
      this.paragraphs[0] = rest;
    } else if (this.tables.length === 1 && body.place === '') {
      const { place, rows } = this.tables[0]!;
      if (rows.length > 1 && rows.at(-1)!.cells.length === 1) this.part.brokenRows.push(`${place}, row ${rows.length}`);
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(true);
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    else if (type === 'end') this.fields.pop();
  }

  private beginTable(): void {
    const { container } = this;
    container.tables++;
    const place = `${container.place === '' ? '' : `${container.place}, `}table ${container.tables}`;
    this.tables.push({ rows: [], place, styled: false, shaded: false, rowDeleted: false });
  }

  private beginRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.rowDeleted = false;
    table.rows.push({ before: 0, header: false, cells: [] });
  }

  private beginCell(): void {
    const table = this.tables.at(-1);
    const row = table?.rows.at(-1);
    if (!table || !row) return;
    table.shaded = false;
    row.cells.push({ children: [], span: 1, continues: false, begins: false });
    this.beginContainer('cell', `${table.place}, row ${table.rows.length}, cell ${row.cells.length}`);
  }

  private endCell(): void {
    if (this.container.kind !== 'cell') return;
    const { blocks } = this.containers.pop()!;
    this.tables
      .at(-1)
      ?.rows.at(-1)
      ?.cells.at(-1)
      ?.children.push(...blocks.map((block) => block.element));
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table || table.rows.length === 0) return;
    this.container.blocks.push({ element: toTableElement(table.rows) });
  }

  private endBox(): void {
    if (this.container.kind !== 'box') return;
    const { blocks } = this.containers.pop()!;
    const home = this.paragraphs.at(-1);
    if (home) home.boxes.push(...blocks);
    else this.container.blocks.push(...blocks);
  }

  private beginNote(name: string, { type }: XmlAttributes): void {
    // Separators between text and notes are kept as notes of their own.
    const isSeparator = type !== undefined && type !== 'normal';
    this.beginContainer('note', isSeparator ? '' : `${name} ${++this.notes}`);
  }

  private endNote(): void {
    if (this.container.kind !== 'note') return;
    const { place, blocks } = this.containers.pop()!;
    if (place !== '') this.container.blocks.push(...blocks);
  }

  private endSection(): void {
    this.part.sections.push(this.section);
    // The next one keeps the headers that it does not name.
    this.section = {
      ...copySection(this.section),
      ownFirst: false,
      continuous: false,
      first: this.part.blocks.length + 1,
    };
  }

  private mayBeShaded(paragraph: Paragraph): boolean {
    if (paragraph.look.shaded) return true;
    return (
      this.tables.some((table) => table.styled || table.shaded) || this.containers.some(({ kind }) => kind === 'box')
    );
  }

  private hide(kind: Part['hidden'][number]['kind'], text: string): void {
    const { hidden, blocks } = this.part;
    const block = blocks.length;
    const last = hidden.at(-1);
    if (last && last.kind === kind && last.block === block) last.text += text;
    else if (hidden.length < 2000) hidden.push({ kind, text, block });
  }
}

function copySection(section: Section): Section {
  return { ...section, headers: { ...section.headers }, footers: { ...section.footers } };
}
