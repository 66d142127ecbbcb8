// A tree with an index of its elements by local name, so that a rule about `//TaxCategory` does not walk the file again.

import type { XmlElement } from '../../../../document/xml-element.ts';

export interface IndexedTree {
  root: XmlElement;
  byName: ReadonlyMap<string, readonly XmlElement[]>;
  parents: ReadonlyMap<XmlElement, XmlElement>;
}

/** Every element once, in document order. */
export function indexTree(root: XmlElement): IndexedTree {
  const byName = new Map<string, XmlElement[]>();
  const parents = new Map<XmlElement, XmlElement>();
  const visit = (element: XmlElement) => {
    const same = byName.get(element.name);
    if (same) same.push(element);
    else byName.set(element.name, [element]);
    for (const child of element.children) {
      parents.set(child, element);
      visit(child);
    }
  };
  visit(root);
  return { root, byName, parents };
}

const none: readonly XmlElement[] = [];
const chains = new Map<string, readonly string[]>();

/**
 * Elements whose names and those of the elements around them end in `chain`: `PartyIdentification/ID`. A chain that begins
 * with `/` starts at the root, whose own name is left out: `/AllowanceCharge`.
 */
export function select(tree: IndexedTree, chain: string): readonly XmlElement[] {
  let names = chains.get(chain);
  if (!names) {
    names = chain.split('/');
    chains.set(chain, names);
  }
  const candidates = tree.byName.get(names[names.length - 1]!) ?? none;
  if (names.length === 1 || candidates.length === 0) return candidates;
  return candidates.filter((element) => stands(tree, element, names));
}

function stands(tree: IndexedTree, element: XmlElement, names: readonly string[]): boolean {
  let parent = tree.parents.get(element);
  for (let i = names.length - 2; i >= 0; i--) {
    if (!parent) return false;
    if (names[i] === '') return parent === tree.root;
    if (parent.name !== names[i]) return false;
    parent = tree.parents.get(parent);
  }
  return true;
}

export function selectAny(tree: IndexedTree, chains: readonly string[]): XmlElement[] {
  return chains.flatMap((chain) => select(tree, chain));
}

export function parentOf(tree: IndexedTree, element: XmlElement): XmlElement | undefined {
  return tree.parents.get(element);
}

export function isInside(tree: IndexedTree, element: XmlElement, name: string): boolean {
  for (let at = tree.parents.get(element); at; at = tree.parents.get(at)) if (at.name === name) return true;
  return false;
}
