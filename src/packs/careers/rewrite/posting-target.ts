// A posting that was read, as what a text is tailored to.

import type { Json } from '../../../document/value.ts';
import type { ArtifactTarget } from '../../../write/artifact-declaration.ts';
import { LEAST_DESCRIPTION } from './options.ts';

const MOST = 20_000;

export const postingTarget: ArtifactTarget = {
  types: ['job_posting'],
  optionsOf: (_record, texts): Readonly<Record<string, Json>> => {
    const description = texts.join('\n').trim().slice(0, MOST).trim();
    return description.length < LEAST_DESCRIPTION ? {} : { jobDescription: description };
  },
};
