// HTML → a tree of what a reader would see: no scripts, no styles, nothing hidden, nothing fetched.

import { Parser } from 'htmlparser2';

export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (HtmlElement | string)[];
}

export interface HtmlTree {
  root: HtmlElement;
  title: string;
  author: string;
  generator: string;
  /** Elements or depth beyond the limits were left out. */
  cut: boolean;
}

const MAX_ELEMENTS = 200_000;
/** Deeper elements give their text to the last one allowed. */
const MAX_DEPTH = 120;

/** Their content is never on the page. */
const UNSEEN = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'math',
    'object',
    'embed',
    'iframe',
    'canvas',
    'audio',
    'video',
  ],
  'datalist',
]);
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))/i;

export function buildTree(html: string): HtmlTree {
  const root: HtmlElement = { name: 'body', attributes: {}, children: [] };
  const tree: HtmlTree = { root, title: '', author: '', generator: '', cut: false };
  const stack: HtmlElement[] = [root];
  /** Elements open inside one that is not kept; the parser's own nesting tells when they end. */
  let depth = 0;
  let unseenFrom = 0;
  let flatFrom = 0;
  let elements = 0;
  let inTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (name === 'title' && tree.title === '') inTitle = true;
        if (name === 'meta') readMeta(tree, attributes);
        if (flatFrom > 0) stack.at(-1)?.children.push(' ');
        if (unseenFrom > 0 || flatFrom > 0) return;
        if (UNSEEN.has(name) || isHidden(attributes)) {
          unseenFrom = depth;
          return;
        }
        if (++elements > MAX_ELEMENTS) {
          tree.cut = true;
          unseenFrom = depth;
          return;
        }
        if (stack.length >= MAX_DEPTH) {
          tree.cut = true;
          flatFrom = depth;
          return;
        }
        const element: HtmlElement = { name, attributes, children: [] };
        stack.at(-1)!.children.push(element);
        stack.push(element);
      },
      ontext(text) {
        if (inTitle) tree.title = (tree.title + text).slice(0, 300);
        else if (unseenFrom === 0 && elements <= MAX_ELEMENTS) stack.at(-1)!.children.push(text);
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (unseenFrom > 0) {
          if (unseenFrom === depth) unseenFrom = 0;
        } else if (flatFrom > 0) {
          stack.at(-1)?.children.push(' ');
          if (flatFrom === depth) flatFrom = 0;
        } else stack.pop();
        depth--;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  tree.title = tree.title.replace(/\s+/gu, ' ').trim();
  return tree;
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || HIDDEN_STYLE.test(attributes.style ?? '') || attributes.type === 'hidden';
}

function readMeta(tree: HtmlTree, attributes: Record<string, string>): void {
  const name = attributes.name?.toLowerCase();
  const content = (attributes.content ?? '').slice(0, 300).trim();
  if (name === 'author') tree.author = content;
  else if (name === 'generator') tree.generator = content;
}
