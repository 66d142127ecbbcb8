// The type job posting: schema.org JobPosting with what is asked for, piece by piece.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { postingCues, postingSignals } from './classify.ts';
import { postingExtractor } from './read/posting-extractor.ts';
import { postingFields } from './schema.ts';

export const jobPosting: DocumentType = {
  id: 'job_posting',
  title: 'Job posting',
  fields: postingFields,
  lineFields: [],
  signals: postingSignals,
  cues: postingCues,
  extractors: [postingExtractor],
  constraints: [],
  inferences: [],
  rules: [],
};
