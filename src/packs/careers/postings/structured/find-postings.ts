// Where the postings are in a structured file: JSON-LD, boards' JSON, other JSON, tables, RSS and Atom.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { titleScore } from '../locales/title-words.ts';
import { namePosting } from './aliases.ts';
import { childNamed, isObject, textsAt } from './elements.ts';
import { isJsonTree, regroupJson } from './regroup-json.ts';

export type PostingShape = 'schema.org' | 'greenhouse' | 'lever' | 'ashby' | 'rss' | 'atom' | 'table' | 'json';

export interface StatedPosting {
  element: XmlElement;
  shape: PostingShape;
  /** Of a feed: what it calls itself. */
  feed?: string | undefined;
}

const MAX_DEPTH = 5;
const MOST = 5000;
/** Of the items of a news feed as many must read as titles of jobs. */
const JOBS_OF_FEED = 0.5;

const known = new WeakMap<XmlElement, StatedPosting[]>();

export function findPostings(root: XmlElement): StatedPosting[] {
  let found = known.get(root);
  if (!found) {
    found = search(root);
    known.set(root, found);
  }
  return found;
}

function search(root: XmlElement): StatedPosting[] {
  if (root.namespace === 'csv') return inTable(root);
  if (isJsonTree(root)) return inJson(regroupJson(root));
  return inFeed(root);
}

function inTable(table: XmlElement): StatedPosting[] {
  const names = [...new Set(table.children.slice(0, 50).flatMap((row) => row.children.map(({ name }) => name)))];
  if (!namePosting(names)) return [];
  return table.children
    .filter((row) => namePosting(row.children.map(({ name }) => name)) || row.children.length >= 3)
    .slice(0, MOST)
    .map((element) => ({ element, shape: 'table' }));
}

function inJson(root: XmlElement): StatedPosting[] {
  const linked = linkedPostings(root, 0);
  if (linked.length > 0) return linked.slice(0, MOST).map((element) => ({ element, shape: 'schema.org' }));
  const feed = childNamed(root, 'feed');
  const item = childNamed(root, 'item');
  // A part of a feed that was taken apart.
  if (feed && item && isObject(item) && root.children.length === 2) {
    return [{ element: item, shape: 'rss', feed: feed.text || childNamed(feed, 'title')?.text }];
  }
  if (isObject(root) && looksLikePosting(root)) return [{ element: root, shape: shapeOf(root) }];
  const list = listOf(root);
  const objects = list?.children.filter(isObject) ?? [];
  const postings = objects.filter(looksLikePosting);
  return postings.length === 0 || postings.length < 0.5 * objects.length
    ? []
    : postings.slice(0, MOST).map((element) => ({ element, shape: shapeOf(element) }));
}

/** Objects that say `"@type": "JobPosting"`, in a graph or list as well. */
function linkedPostings(element: XmlElement, depth: number): XmlElement[] {
  if (depth > MAX_DEPTH) return [];
  if (isObject(element) && textsAt(element, '@type').some((type) => /(?:^|[/#:])JobPosting$/.test(type)))
    return [element];
  return element.children.flatMap((child) => (child.children.length > 0 ? linkedPostings(child, depth + 1) : []));
}

/** The file's list, or the longest list of objects that it holds. */
function listOf(root: XmlElement): XmlElement | undefined {
  if (root.namespace === 'json:array') return root;
  const lists = root.children
    .flatMap((child) => [child, ...(isObject(child) ? child.children : [])])
    .filter(({ namespace }) => namespace === 'json:array');
  return lists
    .filter(({ children }) => children.some(isObject))
    .sort((a, b) => b.children.length - a.children.length)[0];
}

const namesOf = (element: XmlElement): string[] => element.children.map(({ name }) => name);

function looksLikePosting(element: XmlElement): boolean {
  return shapeOf(element) !== 'json' || namePosting(namesOf(element));
}

function shapeOf(element: XmlElement): PostingShape {
  const names = new Set(namesOf(element));
  const has = (...all: string[]): boolean => all.every((name) => names.has(name));
  if (has('title', 'absolute_url', 'location') && childNamed(element, 'location')?.children.length) return 'greenhouse';
  if (has('text', 'categories') && (names.has('hostedUrl') || names.has('lists') || names.has('applyUrl')))
    return 'lever';
  if (has('title', 'jobUrl') || (has('title', 'descriptionHtml') && names.has('isRemote'))) return 'ashby';
  return 'json';
}

function inFeed(root: XmlElement): StatedPosting[] {
  const atom = root.name === 'feed' && /atom/i.test(root.namespace);
  const channel = atom
    ? root
    : root.name === 'rss' || root.name === 'RDF'
      ? (childNamed(root, 'channel') ?? root)
      : undefined;
  if (!channel) return ofOtherXml(root);
  const items = [...channel.children, ...(root.name === 'RDF' ? root.children : [])].filter(
    ({ name }) => name === (atom ? 'entry' : 'item'),
  );
  const title = childNamed(channel, 'title')?.text ?? '';
  const about =
    /(?<!\p{L})(?:jobs?|careers?|vacanc\p{L}+|stellen\p{L}*|karriere|emplois?|empleos?|hiring|positions?|openings|vacatures)(?!\p{L})/iu.test(
      `${title} ${childNamed(channel, 'description')?.text ?? ''}`,
    );
  const titled = items.filter(
    (item) => titleScore((childNamed(item, 'title')?.text ?? '').split(/ at | – | \| |: /u).join(' ')) >= 0.45,
  ).length;
  const named = items.filter((item) => namePosting(namesOf(item))).length;
  const isJobs =
    items.length > 0 &&
    (named >= 0.8 * items.length || titled >= (about ? 0.3 : JOBS_OF_FEED) * items.length) &&
    (about || named > 0);
  return isJobs ? items.slice(0, MOST).map((element) => ({ element, shape: atom ? 'atom' : 'rss', feed: title })) : [];
}

/** `<jobs><job><title/>…`: the lists that boards are fed with. */
function ofOtherXml(root: XmlElement): StatedPosting[] {
  if (namePosting(namesOf(root))) return [{ element: root, shape: 'json' }];
  const postings = root.children.filter((child) => child.children.length >= 3 && namePosting(namesOf(child)));
  return postings.length > 0 &&
    postings.length >= 0.5 * root.children.filter(({ children }) => children.length > 0).length
    ? postings.slice(0, MOST).map((element) => ({ element, shape: 'json' }))
    : [];
}
