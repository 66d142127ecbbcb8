// What the designs look like, in points; both writers draw from the same figures.

import type { ResumeDesign } from './drawing.ts';
import type { PrintedSection } from './words/section-words.ts';

export interface DesignLook {
  face: 'sans' | 'serif';
  /** What Word shows it in, where it is installed. */
  officeFont: string;
  size: number;
  nameSize: number;
  labelSize: number;
  titleSize: number;
  /** Height of a line, in sizes. */
  leading: number;
  margin: { top: number; side: number; bottom: number };
  align: 'left' | 'center';
  ink: string;
  quiet: string;
  accent: string;
  /** Drawn below the titles of sections. */
  ruled: boolean;
  /** White space above a section, an entry and a row. */
  space: { section: number; entry: number; row: number };
  sidebar?: { width: number; gap: number; fill: string; sections: ReadonlySet<string> };
}

const INK = '#1b1b1b';
const QUIET = '#4d4d4d';
const BESIDE: readonly PrintedSection[] = ['contact', 'skills', 'languages', 'certificates', 'interests'];

export const designLooks: Readonly<Record<ResumeDesign, DesignLook>> = {
  classic: {
    face: 'serif',
    officeFont: 'Cambria',
    size: 10,
    nameSize: 23,
    labelSize: 11.5,
    titleSize: 12.5,
    leading: 1.36,
    margin: { top: 52, side: 60, bottom: 54 },
    align: 'center',
    ink: INK,
    quiet: QUIET,
    accent: INK,
    ruled: true,
    space: { section: 14, entry: 8.5, row: 1.5 },
  },
  compact: {
    face: 'sans',
    officeFont: 'Calibri',
    size: 8.8,
    nameSize: 18,
    labelSize: 10,
    titleSize: 10.6,
    leading: 1.28,
    margin: { top: 36, side: 44, bottom: 40 },
    align: 'left',
    ink: INK,
    quiet: QUIET,
    accent: '#22384f',
    ruled: true,
    space: { section: 9, entry: 5.5, row: 0.8 },
  },
  modern: {
    face: 'sans',
    officeFont: 'Segoe UI',
    size: 9.4,
    nameSize: 26,
    labelSize: 12,
    titleSize: 13,
    leading: 1.4,
    margin: { top: 54, side: 58, bottom: 54 },
    align: 'left',
    ink: INK,
    quiet: '#555e66',
    accent: '#0f5c7a',
    ruled: false,
    space: { section: 17, entry: 9.5, row: 1.8 },
  },
  sidebar: {
    face: 'sans',
    officeFont: 'Calibri',
    size: 9.2,
    nameSize: 24,
    labelSize: 11.5,
    titleSize: 12,
    leading: 1.36,
    margin: { top: 46, side: 40, bottom: 48 },
    align: 'left',
    ink: INK,
    quiet: '#525a61',
    accent: '#2d5a4a',
    ruled: false,
    space: { section: 15, entry: 9, row: 1.6 },
    sidebar: { width: 150, gap: 28, fill: '#eef3f0', sections: new Set(BESIDE) },
  },
};

/** In points: width and height. */
export const paperSizes = { a4: [595.28, 841.89], letter: [612, 792] } as const;
