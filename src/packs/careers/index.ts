// The careers pack: résumés.

import { definePack } from '../../pipeline/pack.ts';
import { resumeCues, resumeSignals } from './classify.ts';
import { resumeExtractor } from './read/resume-extractor.ts';
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
      extractors: [resumeExtractor],
      constraints: [],
      inferences: [],
      rules: [],
    },
  ],
});
