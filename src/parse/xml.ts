// An XML file as a document: its tree for whoever knows its syntax, and a page to look at, search and quote: a line a value,
// each word with the XPath that it stands at.

import type { XmlElement } from '../document/xml-element.ts';
import { SheafError } from '../errors.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { layTypewriterPage } from './typewriter-page.ts';
import { layElements } from './xml/lay-elements.ts';
import { parseXml } from './xml/parse-xml.ts';

const LINES_PER_PAGE = 120;

/** Throws what `parseXml` throws, and `file.unsupported` for a file of elements without a single text. */
export async function parseXmlFile(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxPages } = context.limits;
  const root = parseXml(bytes);
  const { rows, texts } = layElements(root, maxPages * LINES_PER_PAGE);
  if (texts === 0) throw withoutText(root);
  const pageCount = Math.ceil(rows.length / LINES_PER_PAGE);
  if (rows.length === maxPages * LINES_PER_PAGE) {
    const message = `Only the first ${maxPages} pages of it are shown; its values were looked for in all of it.`;
    context.warn({ code: 'pages.cut', message });
  }
  const pages = Array.from({ length: pageCount }, (_, i) =>
    layTypewriterPage(rows.slice(i * LINES_PER_PAGE, (i + 1) * LINES_PER_PAGE), i + 1, context),
  );
  return { format: 'xml', pageCount, pages, metadata: {}, attachments: [], structured: [{ name: null, root }] };
}

function withoutText(root: XmlElement): SheafError {
  const seems = `XML with the root element ${root.qualifiedName.slice(0, 60)} and no text`;
  return new SheafError('file.unsupported', `This kind of file is not read: it seems to be ${seems}.`, {
    details: { seems },
  });
}
