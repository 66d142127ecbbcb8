// DOCX → pages as Word would print them, near enough that labels, columns and tables stand where they belong. Changes count as
// accepted; what they delete, what is hidden, and comments are kept apart from the text. Nothing is fetched, no macro runs.

import { cutHidden, type HiddenText, MAX_HIDDEN_TEXTS } from '../document/hidden-text.ts';
import { SheafError } from '../errors.ts';
import { type LaidDocument, layDocument } from './docx/lay-document.ts';
import type { Part, PartBlock, Section } from './docx/part.ts';
import { readComments } from './docx/read-comments.ts';
import { readNumbering } from './docx/read-numbering.ts';
import { readPart } from './docx/read-part.ts';
import { readStyles } from './docx/read-styles.ts';
import {
  listEmbedded,
  type OfficePackage,
  openPackage,
  readProperties,
  showsNothing,
  warnOfUnread,
} from './office/open-package.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

/** Throws `file.corrupt` without a body, `file.empty` when nothing can be seen, and what the archive guard throws. */
export async function parseDocx(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const office = await openPackage(bytes);
  warnOfUnread(office, context);
  const main = office.relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const content = office.read(main);
  if (!content) throw new SheafError('file.corrupt', 'The document has no body');
  const read = partReader(office, main);
  const body = read.body(content);
  if (body.changes > 0) {
    const message = `The document has ${body.changes} tracked changes; it was read as if all were accepted.`;
    context.warn({ code: 'docx.changes', message });
  }
  const notes = [...read.named('footnotes'), ...read.named('endnotes')];
  const laid = layDocument(
    { body, notes, headerOf: read.edges('headers', 'header'), footerOf: read.edges('footers', 'footer') },
    context.limits.maxWordsPerPage,
  );
  if (body.cut || laid.cut) {
    context.warn({
      code: 'docx.cut',
      message: 'The document is longer or deeper than what is read; its end was left out.',
    });
  }
  if (laid.pages.length === 0) throw showsNothing(office, 'document');
  const { maxPages } = context.limits;
  if (laid.pages.length > maxPages) {
    context.warn({ code: 'pages.cut', message: `Only the first ${maxPages} of ${laid.pages.length} pages were read.` });
  }
  return {
    format: 'docx',
    pageCount: laid.pages.length,
    pages: laid.pages.slice(0, maxPages),
    metadata: readProperties(office),
    attachments: listEmbedded(office, context),
    hidden: hiddenTexts(body, laid, read.comments()),
  };
}

function partReader(office: OfficePackage, main: string) {
  const relations = office.relationsOf(main);
  const byType = (type: string): Buffer | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : office.read(target);
  };
  const styles = readStyles(byType('styles'));
  const numbering = readNumbering(byType('numbering'));
  const blocksOf = (content: Uint8Array, place: string): PartBlock[] =>
    readPart(content, { styles, numbering, place }).blocks;
  /** Parts shown already: a section that goes on with the header of the one before says nothing new. */
  const shown = new Set<string>();
  return {
    body: (content: Uint8Array): Part => readPart(content, { styles, numbering, place: '' }),
    named(type: string): PartBlock[] {
      const content = byType(type);
      return content ? blocksOf(content, type).filter(({ element }) => element.set?.locator !== type) : [];
    },
    edges: (which: 'headers' | 'footers', place: string) => (section: Section) => {
      const ids = section[which];
      const wanted = section.ownFirst ? [ids.first, ids.default] : [ids.default];
      return wanted.flatMap((id): PartBlock[] => {
        const target = relations.find((relation) => relation.id === id)?.target;
        if (target === undefined || shown.has(target)) return [];
        shown.add(target);
        const content = office.read(target);
        return content ? blocksOf(content, place).filter(({ element }) => !isEmptyParagraph(element)) : [];
      });
    },
    comments: (): string[] => {
      const content = byType('comments');
      return content ? readComments(content) : [];
    },
  };
}

const isEmptyParagraph = ({ name, children }: PartBlock['element']): boolean =>
  name === 'p' && children.every((child) => typeof child !== 'string' && child.name === 'br');

/** Hidden pieces with the page where they would stand. */
function hiddenTexts(body: Part, laid: LaidDocument, comments: readonly string[]): HiddenText[] {
  const box = [0, 0, 0, 0] as const;
  const pieces = body.hidden
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ kind, text, block }): HiddenText => ({ kind, page: laid.pageOf(block), box, text: cutHidden(text) }));
  const notes = comments.map((text): HiddenText => ({ kind: 'comment', page: 1, box, text: cutHidden(text) }));
  return [...pieces, ...notes].slice(0, MAX_HIDDEN_TEXTS);
}
