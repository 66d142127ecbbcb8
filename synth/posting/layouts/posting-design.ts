// How a job posting is set: what it is called, where its facts stand, lists or prose.
import { type ResumeDesign, USUAL } from '../../resume/layouts/resume-design.ts';

export interface PostingDesign {
  id: string;
  /** bullets: lists; prose: paragraphs under titles; terse: a line a section; letter: paragraphs without titles. */
  form: 'bullets' | 'prose' | 'terse' | 'letter';
  facts: 'labelled' | 'inline' | 'table' | 'sidebar' | 'none';
  head: 'left' | 'centred' | 'band';
  /** Must and nice to have under one title; what helps says so itself. */
  nice: 'section' | 'marked';
  aboutFirst: boolean;
  benefits: boolean;
  /** Type and space, as résumés have them. */
  look: ResumeDesign;
}

const design = (
  id: string,
  { look = {}, ...more }: Partial<Omit<PostingDesign, 'look'>> & { look?: Partial<ResumeDesign> } = {},
): PostingDesign => ({
  form: 'bullets',
  facts: 'labelled',
  head: 'left',
  nice: 'section',
  aboutFirst: true,
  benefits: true,
  ...more,
  id,
  look: { ...USUAL, ...look, id },
});

export const POSTING_DESIGNS: readonly PostingDesign[] = [
  design('board-plain'),
  design('company-band', { head: 'band', facts: 'inline', look: { titles: 'underlined' } }),
  design('terse-notice', {
    form: 'terse',
    facts: 'inline',
    benefits: false,
    look: { coloured: false, titles: 'plain', size: 11 },
  }),
  design('prose', { form: 'prose', facts: 'inline', look: { family: 'Times', size: 11, titles: 'plain' } }),
  design('flyer-centred', {
    head: 'centred',
    facts: 'none',
    look: { titles: 'spaced', air: 1.5, size: 11, margin: 80 },
  }),
  design('two-columns', {
    facts: 'inline',
    look: { columns: 'halves', sidebarShare: 0.48, titles: 'band', size: 9, margin: 42 },
  }),
  design('facts-table', { facts: 'table', look: { bullets: '–', titles: 'caps' } }),
  design('letter', {
    form: 'letter',
    facts: 'none',
    benefits: false,
    look: { family: 'Times', size: 11.5, margin: 76, coloured: false },
  }),
  design('public-service', {
    facts: 'labelled',
    aboutFirst: false,
    look: { family: 'Times', size: 10.5, titles: 'small-caps', bullets: '-', coloured: false },
  }),
  design('sidebar-facts', {
    facts: 'sidebar',
    look: {
      columns: 'right',
      sidebarFill: 'tint',
      sidebarShare: 0.3,
      titles: 'caps',
      margin: 40,
      size: 9.5,
      bullets: 'square',
    },
  }),
  design('marked-wishes', { nice: 'marked', facts: 'inline', look: { titles: 'ruled', bullets: '*' } }),
];
