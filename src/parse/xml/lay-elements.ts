// A tree as lines that people can read: a heading for what has parts, "Label: value" for what has a value.

import type { XmlElement } from '../../document/xml-element.ts';
import { type TypedText, wrapWords } from '../typewriter-page.ts';

const INDENT = 2;
const MAX_INDENT = 24;
/** Attributes that belong to a value as its unit does; others stand for themselves only where an element has no text. */
const UNITS = ['currencyID', 'unitCode'];
/** Longer texts without a space are files in base64, not words. */
const MAX_WORD = 400;
const MAX_VALUE = 20_000;

export interface LaidElements {
  rows: TypedText[][];
  /** Values among them. */
  texts: number;
}

/** No more than `maxRows`; what comes later in the file is left out. */
export function layElements(root: XmlElement, maxRows: number): LaidElements {
  const laid: LaidElements = { rows: [], texts: 0 };
  layElement(root, { label: '', depth: 0, maxRows }, laid);
  return laid;
}

interface Where {
  /** Labels of the elements that hold this one and nothing else. */
  label: string;
  depth: number;
  maxRows: number;
}

function layElement(element: XmlElement, { label: before, depth, maxRows }: Where, laid: LaidElements): void {
  if (laid.rows.length >= maxRows) return;
  const label = before === '' ? labelOf(element.name) : `${before} / ${labelOf(element.name)}`;
  const attributes = element.text === '' ? statedAttributes(element) : [];
  const [only] = element.children;
  if (only && element.children.length === 1 && element.text === '' && attributes.length === 0) {
    layElement(only, { label, depth, maxRows }, laid);
    return;
  }
  const parts = element.children.length + attributes.length;
  if (parts > 0 || depth === 0) addRows(laid, maxRows, depth, { label });
  const inside = parts > 0 ? depth + 1 : depth;
  if (element.text !== '') {
    laid.texts++;
    addRows(laid, maxRows, inside, {
      label: parts > 0 ? 'Text' : label,
      value: shown(element),
      locator: element.path,
      units: unitsOf(element),
    });
  }
  for (const [name, text] of attributes) {
    laid.texts++;
    addRows(laid, maxRows, inside, {
      label: labelOf(name.replace(/^.*:/, '')),
      value: text,
      locator: `${element.path}/@${name}`,
    });
  }
  for (const child of element.children) layElement(child, { label: '', depth: inside, maxRows }, laid);
}

interface Shown {
  label: string;
  value?: string;
  locator?: string;
  units?: TypedText[];
}

function addRows(
  laid: LaidElements,
  maxRows: number,
  depth: number,
  { label, value, locator, units = [] }: Shown,
): void {
  const column = Math.min(MAX_INDENT, depth * INDENT);
  if (value === undefined) {
    laid.rows.push([{ column, text: label }]);
    return;
  }
  const head = `${label}: `;
  const lines = value.split(/\r\n|[\n\r]/).flatMap((line) => wrapWords(line.replace(/[\s\p{Cc}]+/gu, ' ').trim()));
  for (const [i, text] of lines.filter((line) => line !== '').entries()) {
    if (laid.rows.length >= maxRows) return;
    const start = column + (i === 0 ? head.length : INDENT);
    const row: TypedText[] = [{ column: start, text, ...(locator === undefined ? {} : { locator }) }];
    if (i === 0) row.unshift({ column, text: head });
    laid.rows.push(row);
  }
  const last = laid.rows.at(-1);
  for (const unit of units) last?.push({ ...unit, column: endOf(last) + 1 });
}

function endOf(row: readonly TypedText[]): number {
  const last = row.at(-1)!;
  return last.column + last.text.length;
}

function unitsOf({ attributes, path }: XmlElement): TypedText[] {
  return UNITS.flatMap((name) => {
    const text = attributes[name]?.trim();
    return text ? [{ column: 0, text: text.slice(0, 40), locator: `${path}/@${name}` }] : [];
  });
}

/** Where a schema lies says nothing about the document. */
function statedAttributes({ attributes }: XmlElement): [string, string][] {
  return Object.entries(attributes).filter(
    ([name, text]) => !/schemaLocation$|^json:/i.test(name) && text.trim() !== '',
  );
}

function shown({ text, attributes }: XmlElement): string {
  const word = /\S{400}/.test(text) && text.replace(/\s+/g, '').length > MAX_WORD;
  if (!word) return text.slice(0, MAX_VALUE);
  const name = attributes.filename ?? attributes.fileName ?? '';
  return `(embedded file${name === '' ? '' : ` ${name.slice(0, 200)}`}, ${text.length} characters)`;
}

/** `InvoiceTypeCode` → "Invoice type code", `UBLVersionID` → "UBL version ID", `order_date` → "Order date". */
export function labelOf(name: string): string {
  const words = name
    .slice(0, 80)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .map((word, i) => (i > 0 && !/^\p{Lu}{2,}$/u.test(word) ? word.toLowerCase() : word));
  const label = words.join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
