// A JSON file as a document, by the same manners as XML: its tree for whoever knows what it is, and a page with a line a value,
// each word with the JSON Pointer (RFC 6901) that it stands at.

import type { XmlElement } from '../document/xml-element.ts';
import { SheafError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { parseText } from './text.ts';
import { layTypewriterPage } from './typewriter-page.ts';
import { layElements } from './xml/lay-elements.ts';

const LINES_PER_PAGE = 120;
const MAX_DEPTH = 64;
const MAX_VALUES = 200_000;

/** Throws SheafError `file.corrupt` for what is no JSON, `file.too-large` for too many values or levels. */
export function parseJson(bytes: Uint8Array, maxBytes: number): XmlElement {
  if (bytes.length > maxBytes) throw new SheafError('file.too-large');
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes).text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new SheafError('file.corrupt', 'The file begins like JSON and is none.', { cause });
  }
  const count = { values: 0 };
  return elementOf({ name: 'json', path: '', value, depth: 0 }, count);
}

interface Node {
  name: string;
  path: string;
  value: unknown;
  depth: number;
  /** An item of a list. */
  item?: boolean;
}

/** Members become children; items of a list stand one after the other under the list's name, and say so. */
function elementOf({ name, path, value, depth, item }: Node, count: { values: number }): XmlElement {
  if (depth > MAX_DEPTH || ++count.values > MAX_VALUES) throw new SheafError('file.too-large');
  const isObject = typeof value === 'object' && value !== null;
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const attributes: Record<string, string> = { 'json:type': type, ...(item ? { 'json:item': 'true' } : {}) };
  const children = isObject
    ? membersOf(value, name).flatMap((member) => childrenOf(member, { path, depth }, count))
    : [];
  const text = isObject || value === null ? '' : String(value).trim();
  return { name, qualifiedName: name, namespace: '', attributes, children, text, path };
}

const membersOf = (value: object, name: string): [string, unknown][] =>
  Array.isArray(value) ? [[name, value]] : Object.entries(value);

function childrenOf(
  [key, value]: [string, unknown],
  { path, depth }: { path: string; depth: number },
  count: { values: number },
): XmlElement[] {
  const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (!Array.isArray(value)) return [elementOf({ name: key, path: at, value, depth: depth + 1 }, count)];
  return value.map((each, i) => {
    // A list in a list: its own items stand below a member without a name.
    const inner = Array.isArray(each) ? { items: each } : each;
    return elementOf({ name: key, path: `${at}/${i}`, value: inner, depth: depth + 1, item: true }, count);
  });
}

function findRoot(bytes: Uint8Array, maxBytes: number): XmlElement | undefined {
  try {
    return parseJson(bytes, maxBytes);
  } catch (error) {
    if (error instanceof SheafError && error.code === 'file.corrupt') return undefined;
    throw error;
  }
}

export async function parseJsonFile(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxPages, maxTextBytes } = context.limits;
  const root = findRoot(bytes, maxTextBytes);
  // Lines of JSON, or something that only begins and ends like it.
  if (!root) return parseText(bytes, context);
  const { rows, texts } = layElements(root, maxPages * LINES_PER_PAGE);
  if (texts === 0) throw new SheafError('file.empty', 'The file holds no value');
  const pageCount = Math.max(1, Math.ceil(rows.length / LINES_PER_PAGE));
  const pages = Array.from({ length: pageCount }, (_, i) =>
    layTypewriterPage(rows.slice(i * LINES_PER_PAGE, (i + 1) * LINES_PER_PAGE), i + 1, context),
  );
  return { format: 'json', pageCount, pages, metadata: {}, attachments: [], structured: [{ name: null, root }] };
}
