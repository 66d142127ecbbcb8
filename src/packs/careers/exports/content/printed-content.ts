// What is printed, whatever it will look like: a head, and sections of entries whose rows are of a few kinds.

import type { PrintedSection } from '../words/section-words.ts';

export interface Span {
  text: string;
  strong?: boolean;
  link?: string;
}

/** `head` names an entry, `sub` goes on with it; `item` is an entry of one row; `right` stands at the right edge. */
export type ContentRow =
  | { kind: 'head' | 'sub' | 'item'; left: readonly Span[]; right?: string }
  | { kind: 'text' | 'bullet' | 'field'; spans: readonly Span[] };

/** Its first rows are kept together. */
export type ContentEntry = readonly ContentRow[];

export interface ContentSection {
  id: PrintedSection | 'other';
  title: string;
  entries: readonly ContentEntry[];
}

export interface ResumeContent {
  name: string;
  label?: string;
  /** Ways to reach the person, each one item; empty where the sections have them. */
  contacts: readonly (readonly Span[])[];
  sections: readonly ContentSection[];
}
