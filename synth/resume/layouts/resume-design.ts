// How a résumé is set. One record describes a whole layout; what it leaves out is the usual.
import type { Family } from '../../page/pen.ts';
import type { SectionKey } from '../words/resume-words.ts';

export interface ResumeDesign {
  id: string;
  family: Family;
  size: number;
  margin: number;
  /** Space between lines and between entries, as multiples of the usual. */
  air: number;
  coloured: boolean;
  /** A second column: a sidebar left or right, or two columns of like weight. */
  columns: 'one' | 'left' | 'right' | 'halves';
  sidebar: readonly SectionKey[];
  sidebarFill: 'none' | 'tint' | 'dark';
  sidebarShare: number;
  /** Which column is written first into the file. */
  sidebarFirst: boolean;
  head: 'left' | 'centred' | 'band' | 'split' | 'sidebar' | 'table' | 'boxed' | 'heading-then-name';
  contact: 'inline' | 'lines' | 'icons' | 'labelled';
  separator: string;
  photo: boolean;
  titles:
    | 'plain'
    | 'caps'
    | 'spaced'
    | 'underlined'
    | 'ruled'
    | 'band'
    | 'small-caps'
    | 'margin'
    | 'above-rule'
    | 'boxed';
  heads: 'position-first' | 'employer-first' | 'inline' | 'pipe' | 'position-employer-line' | 'dash';
  dates:
    | 'right'
    | 'left'
    | 'below'
    | 'before'
    | 'paren'
    | 'timeline'
    | 'timeline-right'
    | 'with-employer'
    | 'margin-right';
  /** Jobs and schools as a table, as labelled rows, or as running entries. */
  entries: 'flow' | 'grid' | 'labelled';
  /** The employer once above several roles. */
  groupRoles: boolean;
  bullets: '•' | '–' | '-' | '*' | '>' | 'square' | 'none';
  skills: 'groups' | 'lines' | 'chips' | 'bars' | 'comma' | 'columns' | 'bullets' | 'table';
  languages: 'paren' | 'dash' | 'colon' | 'comma-line' | 'columns' | 'dots';
  /** Certificates, awards and the like: on a line each, with the date before, or as entries. */
  small: 'line' | 'date-first' | 'entry';
  /** Jobs in short, skills at length. */
  functional: boolean;
  order: readonly SectionKey[];
  runningHead: boolean;
  footer: boolean;
  /** Publications are. */
  numbered: boolean;
  /** Birthday and nationality, as German résumés state them. */
  personal: boolean;
  paper: 'home' | 'LETTER';
  /** Patterns of months; those of whole days are made of them. */
  months: readonly string[];
}

const CHRONOLOGICAL: readonly SectionKey[] = [
  ...(['summary', 'work', 'projects', 'education', 'certificates', 'skills', 'languages', 'publications'] as const),
  ...(['awards', 'volunteer', 'interests', 'references'] as const),
];

export const USUAL: Omit<ResumeDesign, 'id'> = {
  family: 'Helvetica',
  size: 10,
  margin: 56,
  air: 1,
  coloured: true,
  columns: 'one',
  sidebar: [],
  sidebarFill: 'none',
  sidebarShare: 0.32,
  sidebarFirst: false,
  head: 'left',
  contact: 'inline',
  separator: ' | ',
  photo: false,
  titles: 'plain',
  heads: 'position-first',
  dates: 'right',
  entries: 'flow',
  groupRoles: false,
  bullets: '•',
  skills: 'groups',
  languages: 'paren',
  small: 'line',
  functional: false,
  order: CHRONOLOGICAL,
  runningHead: false,
  footer: false,
  numbered: false,
  personal: false,
  paper: 'home',
  months: ['MM/YYYY', 'MMM YYYY', 'MMMM YYYY', 'MM.YYYY', 'YYYY'],
};

export const EDUCATION_FIRST: readonly SectionKey[] = [
  ...(['summary', 'education', 'work', 'publications', 'awards', 'projects', 'certificates', 'skills'] as const),
  ...(['languages', 'volunteer', 'interests', 'references'] as const),
];

export const SKILLS_FIRST: readonly SectionKey[] = [
  ...(['summary', 'skills', 'certificates', 'work', 'education', 'projects', 'languages', 'publications'] as const),
  ...(['awards', 'volunteer', 'interests', 'references'] as const),
];
