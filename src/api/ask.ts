// /ask: a question in words, answered from what the workspace holds.

import { z } from 'zod';
import { type AskResult, ask, type Citation } from '../actions/ask.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { boxes, hrefOfHit, showBox } from './search.ts';
import { filtersSchema } from './search-filters.ts';

const name = z.string().min(1).max(200);

const citationSchema = z
  .object({
    kind: z.enum(['document', 'record', 'item']),
    id: z.string(),
    collection: z.string().describe('Its name'),
    title: z.string(),
    document: z.uuid().nullable().describe('The document that it is, or whose record'),
    href: z.string().describe('Where it is shown in full'),
    text: z.string().describe('As it stands there'),
    start: z.number().int(),
    end: z.number().int().describe('Offsets in the text of its source'),
    page: z.number().int().nullable(),
    boxes,
  })
  .meta({ id: 'Citation' });

const answerSchema = z
  .object({
    found: z.boolean().describe('false: not in your documents; `nearest` says where to look'),
    status: z
      .enum(['model', 'extractive'])
      .describe(
        'model: written by a model, each sentence supported by what it cites. extractive: sentences as they stand',
      ),
    because: z.string().nullable().describe('Why no model wrote it, where one was asked'),
    search: z.enum(['model', 'fallback', 'text-only']).describe('Whether meaning took part in the search'),
    sentences: z.array(
      z.object({
        text: z.string(),
        confidence: z.number().nullable().describe('0–1; null of what a model wrote'),
        sources: z.array(citationSchema),
      }),
    ),
    nearest: z.array(citationSchema),
  })
  .meta({ id: 'Answer' });

export function askRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/ask',
    {
      config: { access: 'search.read' },
      schema: {
        tags: ['Search'],
        operationId: 'ask',
        summary: 'Ask a question of documents, records and collections',
        description:
          'Every sentence of the answer names its places; what is not in the documents is not answered: docs/asking.md.',
        body: z.object({
          question: z.string().trim().min(1).max(1000),
          collections: z.array(name).max(20).optional().describe('Ids or names; all when left out'),
          filters: filtersSchema.optional(),
        }),
        response: { 200: answerSchema, ...problems(400, 402, 404, 503) },
      },
    },
    async (request) => {
      const { question, collections, filters } = request.body;
      const answer = await ask(services, actorOf(request), {
        question,
        ...(collections?.length ? { collections } : {}),
        filters: filters ?? {},
        signal: request.signal,
      });
      return showAnswer(answer);
    },
  );
}

function showAnswer({ sentences, nearest, ...answer }: AskResult): z.output<typeof answerSchema> {
  return {
    ...answer,
    sentences: sentences.map(({ sources, ...sentence }) => ({ ...sentence, sources: sources.map(showCitation) })),
    nearest: nearest.map(showCitation),
  };
}

function showCitation({ hit, boxes: places, ...cited }: Citation): z.output<typeof citationSchema> {
  return {
    kind: hit.source.type,
    id: hit.source.type === 'item' ? hit.itemId : hit.source.id,
    collection: hit.collection,
    title: hit.title,
    document: hit.documentId,
    href: hrefOfHit(hit),
    ...cited,
    boxes: places.map(showBox),
  };
}
