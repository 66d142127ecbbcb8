// One paper of a bundle as a document of its own: pages count from 1 while it is read, and from its place in the file afterwards.

import type { Page, ParsedDocument } from '../document/parsed-document.ts';
import type { DocumentRecord } from '../document/value.ts';

export interface Paper {
  doc: ParsedDocument;
  /** A record of the paper with the page numbers of the file. */
  restore(record: DocumentRecord): DocumentRecord;
}

/** `pages`: indexes into `doc.pages`. */
export function takePaper(doc: ParsedDocument, pages: readonly number[]): Paper {
  const numbers = pages.map((i) => doc.pages[i]!.number);
  const own = pages.map((i, at) => renumber(doc.pages[i]!, at + 1));
  const back = (page: number): number => numbers[page - 1] ?? page;
  return {
    doc: {
      ...doc,
      pages: own,
      pageCount: own.length,
      ...(doc.hidden
        ? {
            hidden: doc.hidden.flatMap((hidden) => {
              const at = numbers.indexOf(hidden.page);
              return at < 0 ? [] : [{ ...hidden, page: at + 1 }];
            }),
          }
        : {}),
    },
    restore: (record) => restorePages(record, back) as DocumentRecord,
  };
}

function renumber(page: Page, number: number): Page {
  return {
    ...page,
    number,
    lines: page.lines.map((line) => ({ ...line, page: number })),
    blocks: page.blocks.map((block) => ({ ...block, page: number })),
    tables: page.tables.map((table) => ({ ...table, page: number })),
  };
}

/** Every `page` beside a `box`, and the record's own `pages`. */
function restorePages(value: unknown, back: (page: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => restorePages(item, back));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === 'page' && typeof inner === 'number' && 'box' in value) return [name, back(inner)];
      if (name === 'pages' && Array.isArray(inner)) return [name, inner.map((page) => back(Number(page)))];
      return [name, restorePages(inner, back)];
    }),
  );
}
