// A résumé as lines of text in sections, before anything has a place on a page.
import type { SectionKey } from '../words/resume-words.ts';

export type RowWeight = 'bold' | 'italic' | 'regular';

export interface ViewRow {
  text: string;
  weight: RowWeight;
  /** At the right edge of the same line. */
  right?: string;
}

export interface EntryView {
  /** A period or date that stands in a column of its own. */
  when?: string;
  rows: ViewRow[];
  prose: string[];
  bullets: string[];
  /** Label and value, where entries are set so. */
  fields?: { label: string; value: string }[];
  /** Cells of a table's row behind the period. */
  cells?: string[];
  /** Follows the entry above without a gap: another role at the same employer. */
  joined?: boolean;
}

export interface SkillGroupView {
  label?: string;
  items: { text: string; level?: string }[];
}

export type SectionContent =
  | { kind: 'text'; text: string }
  | { kind: 'entries'; entries: EntryView[]; header?: string[] }
  | { kind: 'skills'; groups: SkillGroupView[] }
  | { kind: 'pairs'; pairs: { left: string; right?: string }[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'contact'; items: ContactView[] };

export interface SectionView {
  key: SectionKey;
  title: string;
  content: SectionContent;
}

export interface ContactView {
  kind: 'place' | 'phone' | 'email' | 'url' | 'profile';
  label: string;
  text: string;
}

export interface ResumeView {
  /** What it calls itself, where it does. */
  heading: string;
  name: string;
  label?: string;
  contact: ContactView[];
  personal: { label: string; text: string }[];
  sections: SectionView[];
}
