// A document while it is written: made once, then both judged as a tree and printed as text, so that what is judged is what
// is sent.

import type { XmlElement } from '../../../../document/xml-element.ts';

export interface XmlNode {
  /** With its prefix: `cbc:ID`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
  text: string;
}

type Content = XmlNode | undefined | readonly (XmlNode | undefined)[];

/** An element with a text; none without it. */
export function leaf(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode | undefined {
  return text === undefined || text === '' ? undefined : { name, attributes, children: [], text: toXmlText(text) };
}

/** An element of elements; none when all of them are absent. */
export function branch(name: string, ...content: Content[]): XmlNode | undefined {
  const children = content.flat().filter((child): child is XmlNode => child !== undefined);
  return children.length === 0 ? undefined : { name, attributes: {}, children, text: '' };
}

/** What XML 1.0 (section 2.2) cannot hold is left out; halves of a pair become U+FFFD. */
export function toXmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** By prefix; '' is the default namespace. */
export type Namespaces = Readonly<Record<string, string>>;

export function printXml(root: XmlNode, namespaces: Namespaces): string {
  const declarations = Object.entries(namespaces)
    .map(([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeXml(uri)}"`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, '', declarations)}\n`;
}

function print({ name, attributes, children, text }: XmlNode, indent: string, declarations = ''): string {
  const shown = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(toXmlText(value))}"`)
    .join('');
  const open = `${indent}<${name}${declarations}${shown}>`;
  if (children.length === 0) return `${open}${escapeXml(text)}</${name}>`;
  const inner = children.map((child) => print(child, `${indent}  `)).join('\n');
  return `${open}\n${inner}\n${indent}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Good for texts and attributes alike; line ends are kept as they are. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character]!);
}

/** The tree that a reader would make of the printed text. */
export function toElement(node: XmlNode, namespaces: Namespaces, path = `/${node.name}`): XmlElement {
  const [prefix, name] = node.name.includes(':') ? (node.name.split(':') as [string, string]) : ['', node.name];
  const counts = new Map<string, number>();
  for (const child of node.children) counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  const children = node.children.map((child) => {
    const position = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, position);
    const repeated = (counts.get(child.name) ?? 0) > 1;
    return toElement(child, namespaces, `${path}/${child.name}${repeated ? `[${position}]` : ''}`);
  });
  return {
    name,
    qualifiedName: node.name,
    namespace: namespaces[prefix] ?? '',
    attributes: node.attributes,
    children,
    text: node.text.trim(),
    path,
  };
}
