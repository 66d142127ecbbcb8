// Résumés, each with postings that its person fits as well as is written beside them: all of what is asked for, or all but one thing.
import { makeFitting } from './posting/make-fitting.ts';
import { POSTING_LAYOUTS, printPosting } from './posting/make-posting.ts';
import { FIT_KINDS } from './posting/posting-body.ts';
import { POSTING_LANGUAGES, type PostingLanguage } from './posting/posting-words.ts';
import { createRandom } from './random.ts';
import { printResume, RESUME_LAYOUTS } from './resume/make-resume.ts';
import { makeResumeBody } from './resume/make-resume-body.ts';
import { TRADES } from './resume/words/resume-words.ts';
import type { SynthDocument } from './synthesize.ts';

export interface FitsOptions {
  /** Of people. */
  count: number;
  seed: number | string;
  /** Only this language; otherwise all in turn. */
  language?: PostingLanguage;
}

/** Person i depends on seed and i alone. People have had one to six jobs; trades, languages and layouts take turns. */
export async function* synthesizeFits({ count, seed, language }: FitsOptions): AsyncGenerator<SynthDocument> {
  for (let i = 0; i < count; i++) {
    const name = `${seed}/fits/${i}`;
    const random = createRandom(name);
    const spoken = language ?? POSTING_LANGUAGES[i % POSTING_LANGUAGES.length]!;
    const made = makeResumeBody(random.fork('person'), {
      language: spoken,
      trade: TRADES[(i + Math.floor(i / TRADES.length)) % TRADES.length]!,
      jobs: random.int(1, 6),
    });
    const id = `person-${String(i + 1).padStart(4, '0')}`;
    const layout = RESUME_LAYOUTS[i % RESUME_LAYOUTS.length]!;
    const resume = await printResume(random.fork('resume'), made, layout);
    yield {
      id,
      type: 'resume',
      fileName: `${id}.pdf`,
      bytes: resume.pdf,
      truth: resume.truth,
      meta: { layout, language: spoken, region: resume.region, seed: name },
    };
    for (const [k, kind] of FIT_KINDS.entries()) {
      const fitting = makeFitting(random.fork(kind), made, kind);
      if (!fitting) continue;
      const shape = POSTING_LAYOUTS[(i + k) % POSTING_LAYOUTS.length]!;
      const posting = await printPosting(random.fork(`print ${kind}`), fitting.body, shape);
      yield {
        id: `${id}-${kind}`,
        type: 'job_posting',
        fileName: `${id}-${kind}.pdf`,
        bytes: posting.pdf,
        truth: posting.truth,
        meta: { layout: shape, language: spoken, region: posting.region, seed: name },
        fit: { resume: id, ...fitting.fit },
      };
    }
  }
}
