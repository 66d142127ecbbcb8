// What a model is told of style and strength. The same words for all kinds, so that one prompt serves them.

import type { Json } from '../../../document/value.ts';
import type { WritingBrief } from '../../../write/artifact-declaration.ts';
import { type TailoringStrength, type TailoringStyle, tailoringOf } from './options.ts';

const STYLES: Record<TailoringStyle, string> = {
  technical: 'technical: precise, tools and methods by their names, for specialists',
  management: 'management: results and responsibility first, for managers',
  creative: 'creative: lively and concrete, for a reader who looks for ideas',
};

const EXTENTS: Record<TailoringStrength, string> = {
  conservative: 'correct and shorten; keep the words and the order of each text',
  moderate: 'reword freely; put what fits the wish first in each text',
  aggressive: 'reword freely; keep of each text only what fits the wish',
};

export function briefOf(what: string, options: Json): WritingBrief {
  const { style, strength, jobDescription } = tailoringOf(options);
  return { what, style: STYLES[style], extent: EXTENTS[strength], wish: jobDescription };
}
