// XPaths of a tree: positions only where a name repeats among siblings.

import type { XmlElement } from '../../document/xml-element.ts';

interface Placed {
  qualifiedName: string;
  children: readonly Placed[];
  path: string;
}

/** Sets `path` of the root and all below it. Depth is bounded by the parser. */
export function setPaths(root: Placed & XmlElement): void {
  root.path = `/${root.qualifiedName}`;
  setPathsOfChildren(root);
}

function setPathsOfChildren(parent: Placed): void {
  const { children, path } = parent;
  if (children.length === 0) return;
  const total = new Map<string, number>();
  for (const { qualifiedName } of children) total.set(qualifiedName, (total.get(qualifiedName) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const child of children) {
    const name = child.qualifiedName;
    child.path = `${path}/${name}`;
    if (total.get(name)! > 1) {
      const position = (seen.get(name) ?? 0) + 1;
      seen.set(name, position);
      child.path += `[${position}]`;
    }
    setPathsOfChildren(child);
  }
}
