// The one artifact that needs no pack: a title and paragraphs. What is written may stand in any of them; the title stays.

import { z } from 'zod';
import type { Json } from '../document/value.ts';
import type { ArtifactDeclaration } from './artifact-declaration.ts';

const MOST_PARAGRAPHS = 300;
/** Of a paragraph, in characters: the gate judges each as one. */
const MOST_TEXT = 4000;

export const textArtifact: ArtifactDeclaration = {
  kind: 'sheaf/text',
  title: 'Text',
  schema: z.strictObject({
    title: z.string().trim().min(1).max(200),
    paragraphs: z.array(z.string().trim().min(1).max(MOST_TEXT)).max(MOST_PARAGRAPHS),
  }) as z.ZodType<Json>,
  changeable: [{ path: 'paragraphs[*]', actions: ['replace', 'insert', 'remove', 'reorder'], text: 'prose' }],
  fromTexts: ({ title, texts }) => ({
    title,
    paragraphs: texts
      .map((text) => text.trim().slice(0, MOST_TEXT).trim())
      .filter((text) => text !== '')
      .slice(0, MOST_PARAGRAPHS),
  }),
};
