// A tagged PDF under way: letters in embedded fonts, and the tree that says what they are (ISO 32000-1, 14.7–14.8).

import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { designLooks, paperSizes } from '../design.ts';
import type { Drawing } from '../drawing.ts';

const resolve = createRequire(import.meta.url).resolve;
const face = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);
const FACES = {
  sans: {
    regular: face('SansCondensed'),
    bold: face('SansCondensed-Bold'),
    italic: face('SansCondensed-Oblique'),
  },
  serif: {
    regular: face('SerifCondensed'),
    bold: face('SerifCondensed-Bold'),
    italic: face('SerifCondensed-Italic'),
  },
} as const;

export type Weight = 'regular' | 'bold' | 'italic';

export interface Ink {
  weight: Weight;
  size: number;
  color: string;
}

/** A node of the tree of what the page says. */
export interface Tag {
  type: string;
  element: PDFKit.PDFStructureElement;
}

export interface Pen {
  pageWidth: number;
  pageHeight: number;
  root: Tag;
  tag(type: string, parent: Tag): Tag;
  widthOf(text: string, ink: Pick<Ink, 'weight' | 'size'>): number;
  /** `y`: top of the line. */
  write(text: string, at: { x: number; y: number; ink: Ink; tag: Tag; link?: string }): void;
  /** What is drawn says nothing. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void;
  /** Makes the page if there is none yet. */
  toPage(page: number): void;
  /** Draws on each page from now on, below what is written. */
  background(draw: (doc: PDFKit.PDFDocument, page: number) => void): void;
  pageCount(): number;
  finish(): Promise<Uint8Array>;
}

/** No ligatures: some programs read "fi" as one letter that they do not know. */
const FEATURES = { features: { liga: false, clig: false, dlig: false } } as unknown as PDFKit.Mixins.TextOptions;

export function createPen({ content, design, language, paper, now }: Drawing): Pen {
  const [pageWidth, pageHeight] = paperSizes[paper];
  const doc = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    info: {
      Title: content.name === '' ? 'CV' : `${content.name} – CV`,
      Author: content.name,
      Producer: 'Sheaf',
      Creator: 'Sheaf',
      CreationDate: now,
      ModDate: now,
    },
  } as PDFKit.PDFDocumentOptions);
  const faces = FACES[designLooks[design].face];
  for (const [weight, file] of Object.entries(faces)) doc.registerFont(weight, file);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((settle, fail) => {
    doc.on('end', () => settle(Buffer.concat(chunks)));
    doc.on('error', fail);
  });
  const root: Tag = { type: 'Document', element: doc.struct('Document') };
  doc.addStructure(root.element);
  let background: ((doc: PDFKit.PDFDocument, page: number) => void) | undefined;
  const use = ({ weight, size }: Pick<Ink, 'weight' | 'size'>): PDFKit.PDFDocument => doc.font(weight).fontSize(size);

  return {
    pageWidth,
    pageHeight,
    root,
    tag(type, parent) {
      const element = doc.struct(type);
      parent.element.add(element);
      return { type, element };
    },
    widthOf: (text, ink) => use(ink).widthOfString(text, FEATURES),
    write(text, { x, y, ink, tag, link }) {
      const owner = link === undefined ? tag : this.tag('Link', tag);
      owner.element.add(doc.markStructureContent(owner.type));
      use(ink)
        .fillColor(ink.color)
        .text(text, x, y, { ...FEATURES, lineBreak: false });
      doc.endMarkedContent();
      if (link === undefined) return;
      const options = { structParent: owner.element, Contents: new String(link), Border: [0, 0, 0] };
      doc.link(x, y, this.widthOf(text, ink), ink.size * 1.2, link, options as never);
    },
    decorate(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw(doc);
      doc.endMarkedContent();
    },
    toPage(page) {
      while (doc.bufferedPageRange().count <= page) {
        doc.addPage();
        const added = doc.bufferedPageRange().count - 1;
        if (background) this.decorate((on) => background!(on, added));
      }
      doc.switchToPage(page);
    },
    background(draw) {
      background = draw;
      this.decorate((on) => draw(on, doc.bufferedPageRange().count - 1));
    },
    pageCount: () => doc.bufferedPageRange().count,
    finish() {
      root.element.end();
      doc.end();
      return done;
    },
  };
}
