// HTML → a tree of what a reader would see: no scripts, no styles, nothing hidden, nothing fetched.

import { Parser } from 'htmlparser2';
import { type HiddenTextKind, MAX_HIDDEN_TEXTS } from '../../document/hidden-text.ts';
import { readStyleSheets, type StyleSheet } from './style-sheet.ts';
import type { TextStyle } from './text-style.ts';
import { basePaint, hiddenByColour, type Paint, seeElement } from './visibility.ts';

export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (HtmlElement | string)[];
  /** Said by a reader of another format that lays its text out as HTML; never by markup. */
  set?: LaidOut;
}

/** How a paragraph or run of an Office file looks, where no style sheet tells. Lengths in points. */
export interface LaidOut {
  style?: Partial<TextStyle>;
  /** Where in its file it stands; its words carry it. */
  locator?: string;
  above?: number;
  below?: number;
  indent?: number;
  /** A table whose columns are parted by lines. */
  ruled?: boolean;
}

export interface HtmlTree {
  root: HtmlElement;
  title: string;
  author: string;
  generator: string;
  /** Elements or depth beyond the limits were left out. */
  cut: boolean;
  /** Scripts of JSON-LD, as they stand; nothing of them is run. */
  linkedData: string[];
  /** Text that the page holds and its styles keep from being seen. */
  hidden: { kind: HiddenTextKind; text: string }[];
}

const MAX_HIDDEN_CHARS = 200_000;
const MAX_LINKED_CHARS = 2_000_000;
const MAX_LINKED = 20;
const MAX_ELEMENTS = 200_000;
/** Deeper elements give their text to the last one allowed. */
const MAX_DEPTH = 120;

/** Elements whose text is a program or a drawing's, not something to read. */
const SILENT = new Set(
  ['script', 'style', 'noscript', 'template', 'svg', 'math'].concat(['object', 'embed', 'iframe', 'canvas']),
);
/** Their content is never on the page. */
const UNSEEN = new Set([...SILENT, 'audio', 'video', 'datalist']);

export function buildTree(html: string): HtmlTree {
  const builder = new TreeBuilder(readStyleSheets(html));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return builder.finish();
}

class TreeBuilder {
  private readonly tree: HtmlTree;
  private readonly stack: HtmlElement[];
  private readonly paints: Paint[] = [basePaint];
  private readonly sheet: StyleSheet;
  /** Elements open inside one that is not kept; the parser's own nesting tells when they end. */
  private depth = 0;
  private unseenFrom = 0;
  private flatFrom = 0;
  private elements = 0;
  private inTitle = false;
  private inLinkedData = false;
  private linkedChars = 0;
  /** How what stands at `unseenFrom` is hidden; absent for programs and drawings. */
  private hiding: HiddenTextKind | undefined;
  private hiddenChars = 0;
  /** Inside something hidden, a program is still no text. */
  private hushedFrom = 0;

  constructor(sheet: StyleSheet) {
    this.sheet = sheet;
    const root: HtmlElement = { name: 'body', attributes: {}, children: [] };
    this.tree = { root, title: '', author: '', generator: '', cut: false, linkedData: [], hidden: [] };
    this.stack = [root];
  }

  open(name: string, attributes: Record<string, string>): void {
    const { tree, stack } = this;
    this.depth++;
    if (name === 'title' && tree.title === '') this.inTitle = true;
    if (name === 'meta') readMeta(tree, attributes);
    if (
      name === 'script' &&
      /^application\/ld\+json\b/i.test(attributes.type?.trim() ?? '') &&
      tree.linkedData.length < MAX_LINKED
    ) {
      this.inLinkedData = true;
      tree.linkedData.push('');
    }
    if (this.flatFrom > 0) stack.at(-1)?.children.push(' ');
    if (this.unseenFrom > 0) {
      if (SILENT.has(name)) this.hush();
      else if (this.hiding) this.addHidden(this.hiding, ' ');
      return;
    }
    if (this.flatFrom > 0) return;
    if (UNSEEN.has(name)) {
      this.leaveOut(undefined);
      return;
    }
    const css = this.sheet.declarationsOf({ name, attributes }, stack);
    const seen = seeElement(attributes, css, this.paints.at(-1)!);
    if (seen.hidden) {
      this.leaveOut(seen.hidden);
      if (name === 'input') this.addHidden(seen.hidden, attributes.value ?? '');
      return;
    }
    if (++this.elements > MAX_ELEMENTS) {
      tree.cut = true;
      this.leaveOut(undefined);
      return;
    }
    if (stack.length >= MAX_DEPTH) {
      tree.cut = true;
      this.flatFrom = this.depth;
      return;
    }
    const element: HtmlElement = { name, attributes, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
    this.paints.push(seen.paint);
  }

  text(text: string): void {
    if (this.inTitle) {
      this.tree.title = (this.tree.title + text).slice(0, 300);
      return;
    }
    if (this.inLinkedData) {
      this.linkedChars += text.length;
      if (this.linkedChars <= MAX_LINKED_CHARS) this.tree.linkedData[this.tree.linkedData.length - 1] += text;
      return;
    }
    if (this.unseenFrom > 0) {
      if (this.hiding && this.hushedFrom === 0) this.addHidden(this.hiding, text);
      return;
    }
    if (this.elements > MAX_ELEMENTS) return;
    const byColour = hiddenByColour(this.paints.at(-1)!);
    if (byColour && text.trim() !== '') {
      this.startHidden(byColour);
      this.addHidden(byColour, text);
    } else this.stack.at(-1)!.children.push(text);
  }

  close(name: string): void {
    if (name === 'title') this.inTitle = false;
    if (name === 'script') this.inLinkedData = false;
    if (this.hushedFrom === this.depth) this.hushedFrom = 0;
    if (this.unseenFrom > 0) {
      if (this.unseenFrom === this.depth) this.unseenFrom = 0;
    } else if (this.flatFrom > 0) {
      this.stack.at(-1)?.children.push(' ');
      if (this.flatFrom === this.depth) this.flatFrom = 0;
    } else {
      this.stack.pop();
      this.paints.pop();
    }
    this.depth--;
  }

  finish(): HtmlTree {
    const { tree } = this;
    tree.title = tree.title.replace(/\s+/gu, ' ').trim();
    tree.hidden = tree.hidden.filter(({ text }) => /[\p{L}\p{N}]{2}/u.test(text));
    return tree;
  }

  private hush(): void {
    if (this.hushedFrom === 0) this.hushedFrom = this.depth;
  }

  private leaveOut(hiding: HiddenTextKind | undefined): void {
    this.unseenFrom = this.depth;
    this.hiding = hiding;
    if (hiding) this.startHidden(hiding);
  }

  private startHidden(kind: HiddenTextKind): void {
    if (this.tree.hidden.at(-1)?.kind === kind) this.addHidden(kind, ' ');
    else if (this.tree.hidden.length < MAX_HIDDEN_TEXTS) this.tree.hidden.push({ kind, text: '' });
  }

  private addHidden(kind: HiddenTextKind, text: string): void {
    const last = this.tree.hidden.at(-1);
    if (!last || last.kind !== kind || this.hiddenChars > MAX_HIDDEN_CHARS) return;
    this.hiddenChars += text.length;
    last.text += text;
  }
}

function readMeta(tree: HtmlTree, attributes: Record<string, string>): void {
  const name = attributes.name?.toLowerCase();
  const content = (attributes.content ?? '').slice(0, 300).trim();
  if (name === 'author') tree.author = content;
  else if (name === 'generator') tree.generator = content;
}
