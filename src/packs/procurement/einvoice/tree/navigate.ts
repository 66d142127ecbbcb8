// Steps through a tree of XML by local names: `Party/PostalAddress/Country`. Prefixes differ from file to file, names do not.

import type { XmlElement } from '../../../../document/xml-element.ts';

const none: readonly XmlElement[] = [];
const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let found = steps.get(path);
  if (!found) {
    found = path.split('/');
    steps.set(path, found);
  }
  return found;
}

/** The first element at `path` below `from`, in document order. */
export function first(from: XmlElement | undefined, path: string): XmlElement | undefined {
  return from && firstBelow(from, stepsOf(path), 0);
}

function firstBelow(from: XmlElement, names: readonly string[], depth: number): XmlElement | undefined {
  const name = names[depth];
  const last = depth === names.length - 1;
  for (const child of from.children) {
    if (child.name !== name) continue;
    if (last) return child;
    const found = firstBelow(child, names, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** All elements at `path` below `from`, in document order. */
export function all(from: XmlElement | undefined, path: string): readonly XmlElement[] {
  if (!from) return none;
  const names = stepsOf(path);
  let level: readonly XmlElement[] = [from];
  for (const name of names) {
    const next: XmlElement[] = [];
    for (const element of level) for (const child of element.children) if (child.name === name) next.push(child);
    if (next.length === 0) return none;
    level = next;
  }
  return level;
}

export function has(from: XmlElement | undefined, path: string): boolean {
  return first(from, path) !== undefined;
}

/** Text without white space at its ends and with single spaces inside; empty when there is no such element. */
export function textAt(from: XmlElement | undefined, path: string): string {
  return plain(first(from, path));
}

export function plain(element: XmlElement | undefined): string {
  if (!element) return '';
  return /\s/.test(element.text) ? element.text.replace(/\s+/g, ' ').trim() : element.text;
}

export function filled(element: XmlElement | undefined): boolean {
  return plain(element) !== '';
}

/** Whether any element at `path` says `text`. */
export function says(from: XmlElement | undefined, path: string, text: string): boolean {
  return all(from, path).some((element) => plain(element) === text);
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}
