// The careers pack: résumés and job postings.

import { definePack } from '../../pipeline/pack.ts';
import { resumeCues, resumeSignals } from './classify.ts';
import { jobPosting } from './postings/posting-type.ts';
import { postingSyntax } from './postings/structured/posting-syntax.ts';
import { resumeFields } from './schema.ts';

export const careers = definePack({
  id: 'careers',
  title: 'Careers',
  version: '1',
  types: [
    {
      id: 'resume',
      title: 'Résumé',
      fields: resumeFields,
      lineFields: [],
      signals: resumeSignals,
      cues: resumeCues,
      extractors: [],
      constraints: [],
      inferences: [],
      rules: [],
    },
    jobPosting,
  ],
  syntaxes: [postingSyntax],
});
