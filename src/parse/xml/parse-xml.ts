// An XML file as a tree, read as if its sender meant harm: no DTD, no entity but the five of XML, limits counted while reading.

import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../document/xml-element.ts';
import { SheafError } from '../../errors.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { setPaths } from './set-paths.ts';

export interface XmlLimits {
  maxBytes: number;
  /** Elements within elements. */
  maxDepth: number;
  maxElements: number;
  /** Attributes of one element. */
  maxAttributes: number;
}

/** Room for an invoice of 20 000 lines, or one that carries drawings in base64. */
export const defaultXmlLimits: XmlLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxDepth: 100,
  maxElements: 600_000,
  maxAttributes: 100,
};

/** An element while its content is still coming. */
type GrowingElement = Omit<XmlElement, 'children'> & { children: GrowingElement[] };

/**
 * The root element. Throws SheafError `file.empty`, `file.too-large`, `file.xml-doctype`, and `file.corrupt` with the line
 * for what is cut off or not well-formed. Comments and processing instructions are left out.
 */
export function parseXml(bytes: Uint8Array, overrides: Partial<XmlLimits> = {}): XmlElement {
  const limits = { ...defaultXmlLimits, ...overrides };
  if (bytes.length === 0) throw new SheafError('file.empty');
  if (bytes.length > limits.maxBytes) throw new SheafError('file.too-large', 'The XML is larger than the limit');
  return readTree(decodeMarkup(bytes).replace(/^\uFEFF/, ''), limits);
}

function readTree(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: GrowingElement[] = [];
  let root: GrowingElement | undefined;
  let elements = 0;
  let attributes = 0;

  const tooLarge = (what: string) => new SheafError('file.too-large', `The XML has more ${what} than are read`);
  parser.on('error', () => {
    throw notWellFormed(parser.line, text.split('\n').length, open.length > 0);
  });
  parser.on('doctype', () => {
    throw doctypeFound(parser.line);
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++elements > limits.maxElements) throw tooLarge('elements');
    if (open.length >= limits.maxDepth) throw tooLarge('levels of elements');
  });
  parser.on('attribute', () => {
    if (++attributes > limits.maxAttributes) throw tooLarge('attributes of one element');
  });
  parser.on('opentag', (tag) => {
    const element: GrowingElement = {
      name: tag.local,
      qualifiedName: tag.name,
      namespace: tag.uri,
      attributes: plainAttributes(tag.attributes),
      children: [],
      text: '',
      path: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (chunk: string) => {
    const element = open.at(-1);
    if (element) element.text += chunk;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = trimXml(element.text);
  });

  // A declaration of a document type that never ends would only be noticed at the end of the file.
  if (/^\s*(?:<\?[\s\S]{0,400}?\?>\s*|<!--[\s\S]{0,4000}?-->\s*){0,8}<!DOCTYPE/i.test(text.slice(0, 16_384)))
    throw doctypeFound(1 + countLines(text.slice(0, text.search(/<!DOCTYPE/i))));
  parser.write(text).close();
  if (!root) throw new SheafError('file.corrupt', 'The XML holds no element');
  setPaths(root);
  return root;
}

const none: Readonly<Record<string, string>> = Object.freeze({});

function plainAttributes(tagged: Record<string, { prefix: string; local: string; value: string }>) {
  let plain: Record<string, string> | undefined;
  for (const name in tagged) {
    const attribute = tagged[name]!;
    if (attribute.prefix === 'xmlns' || name === 'xmlns') continue;
    // Without a prototype, so that an attribute called "constructor" or "__proto__" is a name like any other.
    plain ??= Object.create(null) as Record<string, string>;
    plain[name] = attribute.value;
  }
  return plain ?? none;
}

/** White space as XML has it; a no-break space is content. */
function trimXml(text: string): string {
  return /^[ \t\r\n]|[ \t\r\n]$/.test(text) ? text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '') : text;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

function doctypeFound(line: number): SheafError {
  return new SheafError('file.xml-doctype', `The XML declares a document type (line ${line})`, { details: { line } });
}

function notWellFormed(line: number, lines: number, insideAnElement: boolean): SheafError {
  const cut = insideAnElement && line >= lines;
  const message = cut
    ? `The XML is cut off or not well-formed (line ${line})`
    : `The XML is not well-formed (line ${line})`;
  return new SheafError('file.corrupt', message, { details: { line } });
}
