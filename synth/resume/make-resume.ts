// One résumé: a body, a layout, and what the page says.
import type { Random } from '../random.ts';
import { createLedger, type Truth } from '../truth.ts';
import { composeResume } from './compose/compose-resume.ts';
import type { ResumeView } from './compose/resume-view.ts';
import { drawResume } from './draw/draw-resume.ts';
import { toResumeDocx } from './files/to-resume-docx.ts';
import { toResumeText } from './files/to-resume-text.ts';
import type { Home } from './homes.ts';
import { RESUME_DESIGNS } from './layouts/designs.ts';
import type { ResumeDesign } from './layouts/resume-design.ts';
import { type MadeResumeBody, makeResumeBody } from './make-resume-body.ts';
import { RESUME_WORDS } from './words/all.ts';
import type { ResumeLanguage, ResumeWords } from './words/resume-words.ts';

export const RESUME_LAYOUTS: readonly string[] = RESUME_DESIGNS.map(({ id }) => id);

interface Composed {
  view: ResumeView;
  design: ResumeDesign;
  home: Home;
  words: ResumeWords;
  truth: Truth;
}

function compose(random: Random, { body, home, language }: MadeResumeBody, design: ResumeDesign): Composed {
  const ledger = createLedger('resume');
  const words = RESUME_WORDS[language];
  const view = composeResume(random.fork('compose'), { body, design, words, home, ledger });
  return { view, design, home, words, truth: ledger.truth() };
}

export interface MadeResume {
  pdf: Buffer;
  text: string;
  truth: Truth;
  layout: string;
  region: string;
}

/** `layout` must be one of RESUME_LAYOUTS. */
export function makeResume(random: Random, language: ResumeLanguage, layout: string): Promise<MadeResume> {
  return printResume(random, makeResumeBody(random.fork('body'), { language }), layout);
}

export async function printResume(random: Random, made: MadeResumeBody, layout: string): Promise<MadeResume> {
  const found = RESUME_DESIGNS.find(({ id }) => id === layout)!;
  const { view, design, home, words, truth } = compose(random, made, found);
  const paper = design.paper === 'home' ? home.paper : design.paper;
  const pdf = await drawResume(random.fork('draw'), view, { design, paper, page: words.labels.page });
  const text = toResumeText(random.fork('text'), view);
  return { pdf, text, truth, layout, region: `${made.language}-${home.country}` };
}

/** As a Word file, which has no layout of ours: tabs, tables or neither. */
export async function makeResumeDocx(random: Random, language: ResumeLanguage) {
  // Sidebars and grids are things of pages.
  const flowing = RESUME_DESIGNS.filter(({ columns, entries }) => columns === 'one' && entries === 'flow');
  const { view, home, truth } = compose(
    random,
    makeResumeBody(random.fork('body'), { language }),
    random.pick(flowing),
  );
  const { bytes, form } = await toResumeDocx(random.fork('docx'), view);
  return { bytes, truth, layout: `docx-${form}`, region: `${language}-${home.country}` };
}
