// What is read of a part of a Word file (the body, a header, the notes), before it has a place on a page.

import type { HiddenTextKind } from '../../document/hidden-text.ts';
import type { HtmlElement } from '../html/tree.ts';
import type { Numbering } from './read-numbering.ts';
import type { Styles } from './read-styles.ts';

export interface PartBlock {
  element: HtmlElement;
  /** A new page begins here: the author says so, or Word noted where it broke the page when it last laid it out. */
  newPage?: 'always' | 'noted';
}

export interface Section {
  /** Index of its first block. */
  first: number;
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** Relation ids by kind: `default`, `first`, `even`. */
  headers: Record<string, string>;
  footers: Record<string, string>;
  /** Its first page has a header and footer of its own. */
  ownFirst: boolean;
  /** It begins on the page where the one before ends. */
  continuous: boolean;
}

export interface Part {
  blocks: PartBlock[];
  sections: Section[];
  /** Rows of tables before which Word noted a page break, as locators (`table 2, row 14`). */
  brokenRows: string[];
  hidden: { kind: HiddenTextKind; text: string; block: number }[];
  /** Tracked insertions, deletions and moves. */
  changes: number;
  /** More elements or depth than is read. */
  cut: boolean;
}

export interface PartOptions {
  styles: Styles;
  numbering: Numbering;
  /** Begins each locator: '' for the body, `header`. */
  place: string;
}

/** A4 with an inch around, as Word begins. */
export const PLAIN_SECTION: Section = {
  first: 0,
  width: 595,
  height: 842,
  top: 72,
  right: 72,
  bottom: 72,
  left: 72,
  headers: {},
  footers: {},
  ownFirst: false,
  continuous: false,
};
