// What the parts of a résumé are composed from.

import type { Random } from '../../random.ts';
import type { Ledger } from '../../truth.ts';
import type { Home } from '../homes.ts';
import type { ResumeDesign } from '../layouts/resume-design.ts';
import type { ResumeBody } from '../resume-body.ts';
import type { ResumeWords } from '../words/resume-words.ts';
import type { DateManner } from './print-dates.ts';

export interface ComposeContext {
  body: ResumeBody;
  design: ResumeDesign;
  words: ResumeWords;
  home: Home;
  ledger: Ledger;
  random: Random;
  dates: DateManner;
  /** Between degree and field of study. */
  fieldJoin: string;
}
