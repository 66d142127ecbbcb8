// /search: everything that a workspace holds, by words and meaning.

import { z } from 'zod';
import { type Found, search } from '../actions/search.ts';
import { askForRebuild } from '../actions/search-upkeep.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { filterQuery, listOf, parseFilters } from './search-filters.ts';

const tags = ['Search'];
const MOST_HITS = 50;
const name = z.string().min(1).max(200);
const manyNames = z.union([name, z.array(name).max(20)]).optional();

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export const boxes = z
  .array(z.object({ page: z.number().int(), box }))
  .describe('On the pages of the document, in points of the upright page');
const span = { start: z.number().int(), end: z.number().int() };

const hitSchema = z
  .object({
    kind: z.enum(['document', 'record', 'item']),
    id: z.string(),
    collection: z.string().describe('Its name'),
    title: z.string(),
    titleHighlights: z.array(z.object(span)),
    language: z.string().nullable(),
    document: z.uuid().nullable().describe('The document that it is, or whose record'),
    href: z.string().describe('Where it is shown in full'),
    facets: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    passages: z.array(
      z.object({
        text: z.string(),
        ...span,
        page: z.number().int().nullable(),
        highlights: z.array(z.object({ ...span, boxes })).describe('Offsets into the text of the passage'),
        boxes,
      }),
    ),
    why: z.enum(['words', 'meaning', 'both']),
    score: z.number().describe('Comparable within one answer only'),
  })
  .meta({ id: 'SearchHit' });

const answerSchema = z
  .object({
    items: z.array(hitSchema),
    total: z.number().int(),
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number().int() }))),
    corrections: z.array(z.object({ word: z.string(), corrected: z.string() })),
    correctedText: z.string().nullable().describe('What was searched for instead; null = what was typed'),
    status: z
      .enum(['model', 'fallback', 'text-only'])
      .describe(
        'model: meaning took part. fallback: no model answers. text-only: none in time, or it has not read the texts yet',
      ),
    nextCursor: z.string().nullable().describe('null = this was the last page'),
  })
  .meta({ id: 'SearchAnswer' });

export function searchRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/search',
    {
      config: { access: 'search.read' },
      schema: {
        tags,
        operationId: 'search',
        summary: 'Search documents, records and collections',
        description: 'Words, "phrases", -excluded, begun*. Filters, facets and highlights: docs/search.md.',
        querystring: z.object({
          q: z.string().trim().min(1).max(2000),
          collection: manyNames.describe('Id or name; may be there several times. All when left out'),
          type: manyNames.describe('Short for filter=type:…'),
          filter: filterQuery,
          facets: z.string().max(2000).optional().describe('Names, parted by commas: their values are counted'),
          limit: z.coerce.number().int().min(1).max(MOST_HITS).default(10),
          cursor: z.string().max(8000).optional().describe('`nextCursor` of the page before, with the same question'),
        }),
        response: { 200: answerSchema, ...problems(400, 404) },
      },
    },
    async (request) => {
      const { q, collection, type, filter, facets, limit, cursor } = request.query;
      const types = listOf(type);
      const collections = listOf(collection);
      const { hits, ...answer } = await search(services, actorOf(request), {
        text: q,
        ...(collections.length > 0 ? { collections } : {}),
        filters: { ...parseFilters(filter), ...(types.length > 0 ? { type: types } : {}) },
        facetNames: [...new Set((facets ?? '').split(',').filter((each) => each !== '' && each !== '__proto__'))].slice(
          0,
          20,
        ),
        limit,
        cursor,
      });
      return { items: hits.map(showHit), ...answer };
    },
  );

  app.post(
    '/search/rebuild',
    {
      config: { access: 'search.rebuild', idempotent: true },
      schema: {
        tags,
        operationId: 'rebuildSearch',
        summary: 'Build the index of documents and records anew; it goes on answering meanwhile',
        description: 'A job of the queue `rebuild-index` does it and tells how far it is.',
        response: { 202: z.object({ queue: z.literal('rebuild-index') }), ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      await askForRebuild(services, actorOf(request), request.id);
      return reply.code(202).send({ queue: 'rebuild-index' });
    },
  );
}

function showHit(hit: Found): z.output<typeof hitSchema> {
  const { source, itemId, collection, title, titleHighlights, language, documentId, facets } = hit;
  return {
    kind: source.type,
    id: source.type === 'item' ? itemId : source.id,
    collection,
    title,
    titleHighlights,
    language,
    document: documentId,
    href: hrefOfHit(hit),
    facets,
    passages: hit.passages.map(({ boxes: places, highlights, text, start, end, page }) => ({
      text,
      start,
      end,
      page,
      highlights: highlights.map(({ start, end, boxes: own }) => ({ start, end, boxes: own.map(showBox) })),
      boxes: places.map(showBox),
    })),
    why: whyOf(hit),
    score: hit.score.fused,
  };
}

/** Where what was found is shown in full. */
export function hrefOfHit({ source, collectionId, itemId }: Pick<Found, 'source' | 'collectionId' | 'itemId'>): string {
  if (source.type === 'document') return `/api/v1/documents/${source.id}`;
  if (source.type === 'record') return `/api/v1/records/${source.id}`;
  return `/api/v1/collections/${collectionId}/items/${encodeURIComponent(itemId)}`;
}

export const showBox = ({ page, box: [x0, y0, x1, y1] }: Found['passages'][number]['boxes'][number]) => ({
  page,
  box: [x0, y0, x1, y1] as [number, number, number, number],
});

function whyOf({ score: { textRank, meaningRank } }: Found): 'words' | 'meaning' | 'both' {
  if (textRank !== null && meaningRank !== null) return 'both';
  return textRank === null ? 'meaning' : 'words';
}
