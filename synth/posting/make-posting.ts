// One job posting: by itself, or made for a person whose fit is known.
import type { Random } from '../random.ts';
import { pickHome } from '../resume/homes.ts';
import { createLedger, type Truth } from '../truth.ts';
import { composePosting } from './compose-posting.ts';
import { drawPosting } from './draw-posting.ts';
import { POSTING_DESIGNS } from './layouts/posting-design.ts';
import { drawWish, makePostingBody } from './make-posting-body.ts';
import type { PostingBody } from './posting-body.ts';
import type { PostingLanguage } from './posting-words.ts';

export const POSTING_LAYOUTS: readonly string[] = POSTING_DESIGNS.map(({ id }) => id);

export interface MadePosting {
  pdf: Buffer;
  truth: Truth;
  layout: string;
  region: string;
}

/** `layout` must be one of POSTING_LAYOUTS. */
export function makePosting(random: Random, language: PostingLanguage, layout: string): Promise<MadePosting> {
  const body = makePostingBody(random.fork('body'), language, drawWish(random.fork('wish'), language));
  return printPosting(random.fork('print'), body, layout);
}

export async function printPosting(random: Random, body: PostingBody, layout: string): Promise<MadePosting> {
  const design = POSTING_DESIGNS.find(({ id }) => id === layout)!;
  const ledger = createLedger('job_posting');
  const view = composePosting(random.fork('compose'), design, body, ledger);
  const { paper } = pickHome(random.fork('home'), body.language);
  const pdf = await drawPosting(random.fork('draw'), view, { design, paper });
  return { pdf, truth: ledger.truth(), layout, region: `${body.language}-${body.country}` };
}
