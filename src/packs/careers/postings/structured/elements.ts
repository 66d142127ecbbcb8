// Reading elements of a structured file, whatever it was written in.

import type { Json } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';

export const isObject = ({ namespace }: XmlElement): boolean => namespace === 'json:object';

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Of a list each of its elements; of anything else itself. */
export const eachOf = (element: XmlElement): readonly XmlElement[] =>
  element.namespace === 'json:array' ? element.children : [element];

/** The texts of a part, one for each element of a list. */
export function textsAt(element: XmlElement, name: string): string[] {
  const child = childNamed(element, name);
  return child ? eachOf(child).flatMap(({ text }) => (text === '' ? [] : [text])) : [];
}

/** By a way of names from an element down, through lists to their first element. */
export function elementAt(element: XmlElement, ...way: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of way) {
    at = at && childNamed(at, name);
    if (at?.namespace === 'json:array') at = at.children[0];
  }
  return at;
}

/** As plain JSON: of an element of XML or a table an object of its parts. */
export function toJson(element: XmlElement): Json {
  if (element.namespace === 'json:array') return element.children.map(toJson);
  if (element.namespace === 'json:number') return Number(element.text);
  if (element.namespace === 'json:boolean') return element.text === 'true';
  if (element.namespace === 'json:null') return null;
  if (element.children.length === 0) {
    if (isObject(element)) return {};
    // `<link href="…"/>` of Atom says its text as an attribute.
    return element.text || (element.attributes.href ?? '');
  }
  const entries = new Map<string, Json>();
  for (const child of element.children) {
    const before = entries.get(child.name);
    const value = toJson(child);
    if (before === undefined) entries.set(child.name, value);
    else entries.set(child.name, [...(Array.isArray(before) && !isObject(element) ? before : [before]), value]);
  }
  return Object.fromEntries(entries);
}
