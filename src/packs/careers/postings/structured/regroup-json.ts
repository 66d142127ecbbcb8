// The tree of a JSON file (parse/json.ts lays the items of a list side by side) with its lists as elements of their own.

import type { XmlElement } from '../../../../document/xml-element.ts';

export const isJsonTree = ({ name, namespace, attributes }: XmlElement): boolean =>
  name === 'json' && namespace === '' && attributes['json:type'] !== undefined;

/** What an element was in the JSON stands in its namespace: `json:object`, `json:array`, `json:string` … */
export function regroupJson(element: XmlElement): XmlElement {
  const type = element.attributes['json:type'] ?? 'string';
  const made = (children: XmlElement[], namespace = `json:${type}`): XmlElement => ({
    ...element,
    namespace,
    attributes: {},
    children,
  });
  if (type === 'array') return made(element.children.map(regroupJson));
  if (type !== 'object') return made([]);
  const children: XmlElement[] = [];
  const lists = new Map<string, XmlElement[]>();
  for (const child of element.children) {
    const regrouped = regroupJson(child);
    if (child.attributes['json:item'] === undefined) {
      children.push(regrouped);
      continue;
    }
    const items = lists.get(child.name);
    if (items) {
      items.push(regrouped);
      continue;
    }
    const list = [regrouped];
    lists.set(child.name, list);
    const path = child.path.replace(/\/\d+$/, '');
    children.push({ ...regrouped, namespace: 'json:array', text: '', path, children: list });
  }
  return made(children);
}
