// A JSON value as a tree of elements, each with its JSON Pointer (RFC 6901): whoever knows its syntax reads it like any structured file.

import type { XmlElement } from '../../document/xml-element.ts';
import { SheafError } from '../../errors.ts';

const MAX_DEPTH = 60;
const MAX_ELEMENTS = 400_000;
const none: Readonly<Record<string, string>> = Object.freeze({});

/** The namespaces of its elements: what each was in the JSON. `json:null` has no text. */
export type JsonNamespace = 'json:object' | 'json:array' | 'json:string' | 'json:number' | 'json:boolean' | 'json:null';

/** Elements of a list bear the name of their list. Throws `file.too-large`. */
export function jsonTree(value: unknown, name = 'JSON'): XmlElement {
  const count = { elements: 0 };
  return toElement(value, { name, path: '', depth: 0, count });
}

interface Place {
  name: string;
  path: string;
  depth: number;
  count: { elements: number };
}

function toElement(value: unknown, { name, path, depth, count }: Place): XmlElement {
  if (depth > MAX_DEPTH) throw new SheafError('file.too-large', 'The JSON has more levels than are read');
  if (++count.elements > MAX_ELEMENTS) throw new SheafError('file.too-large', 'The JSON has more values than are read');
  const inner = (child: unknown, of: string, key: string | number): XmlElement =>
    toElement(child, { name: of, path: `${path}/${escapedKey(key)}`, depth: depth + 1, count });
  const children = Array.isArray(value)
    ? value.map((child, i) => inner(child, name, i))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, child]) => inner(child, key, key))
      : [];
  return {
    name,
    qualifiedName: name,
    namespace: namespaceOf(value),
    attributes: none,
    children,
    text:
      typeof value === 'string'
        ? value.trim()
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : '',
    path,
  };
}

const escapedKey = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

function namespaceOf(value: unknown): JsonNamespace {
  if (Array.isArray(value)) return 'json:array';
  if (typeof value === 'object' && value !== null) return 'json:object';
  if (typeof value === 'string') return 'json:string';
  if (typeof value === 'number') return 'json:number';
  return typeof value === 'boolean' ? 'json:boolean' : 'json:null';
}
