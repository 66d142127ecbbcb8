// /collections: what is searched together; those that people make are filled here.

import { z } from 'zod';
import {
  type CollectionView,
  changeCollection,
  createCollection,
  deleteCollection,
  deleteCollectionItem,
  getCollection,
  getCollectionItem,
  getCollectionItems,
  getCollections,
  MOST_COLLECTIONS,
  MOST_ITEMS,
  putCollectionItems,
} from '../actions/collections.ts';
import type { ItemRow } from '../store/search/items.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listSchema } from './page-of-list.ts';

const tags = ['Search'];
const byId = z.object({ id: z.uuid() });
const itemId = z.string().min(1).max(200);
const byItem = byId.extend({ itemId });
const read = { access: 'search.read' } as const;
const manage = { access: 'collections.manage' } as const;
const gone = z.undefined().describe('Done');
const nameBody = z.strictObject({ name: z.string().trim().min(1).max(100) });

const MOST_TEXT = 200_000;
const MOST_AT_ONCE = 100;
const MOST_FACETS = 50;

const facetText = z.string().min(1).max(200);
const facetsSchema = z
  .record(z.string().min(1).max(200), z.union([facetText, z.number(), z.array(facetText).max(50)]))
  .refine((facets) => Object.keys(facets).length <= MOST_FACETS, `may name at most ${MOST_FACETS}`)
  .describe('What it can be filtered by: text, numbers, lists; dates as YYYY-MM-DD');

const contentSchema = z.strictObject({
  title: z.string().trim().min(1).max(500),
  text: z.string().max(MOST_TEXT),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .default(null)
    .describe('ISO 639-1: how its words are stemmed'),
  facets: facetsSchema.default({}),
});

const collectionSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['documents', 'records', 'custom']),
    items: z.number().int(),
    passages: z.number().int(),
    model: z.string().nullable().describe('Whose vectors answer'),
    nextModel: z.string().nullable().describe('Whose vectors are being made to answer instead'),
    version: z.number().int().describe('The ETag'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Collection' });

const itemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    language: z.string().nullable(),
    facets: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    passages: z.number().int(),
    createdAt: z.iso.datetime().describe('When it was put in as it is'),
  })
  .meta({ id: 'CollectionItem' });

const putSchema = z.object({ put: z.number().int(), unchanged: z.number().int() });

export function collectionRoutes(app: App, context: ApiContext): void {
  aboutCollections(app, context);
  aboutItems(app, context);
}

function aboutCollections(app: App, { services }: ApiContext): void {
  app.get(
    '/collections',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listCollections',
        summary: 'Everything that can be searched: the built-in collections first',
        response: { 200: z.object({ items: z.array(collectionSchema) }), ...problems(401) },
      },
    },
    async (request) => ({ items: (await getCollections(services, actorOf(request))).map(showCollection) }),
  );

  app.post(
    '/collections',
    {
      config: { ...manage, idempotent: true },
      schema: {
        tags,
        operationId: 'createCollection',
        summary: 'Make a collection of your own texts',
        description: `At most ${MOST_COLLECTIONS} in a workspace.`,
        body: nameBody,
        response: { 201: collectionSchema, ...problems(400, 409, 415) },
      },
    },
    async (request, reply) => {
      const row = await createCollection(services, actorOf(request), { ...request.body, requestId: request.id });
      return reply.code(201).header('etag', versionTag(row.version)).send(showCollection(row));
    },
  );

  app.get(
    '/collections/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getCollection',
        summary: 'One collection',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: collectionSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const row = await getCollection(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(row.version))) return reply.code(304).send();
      return reply.send(showCollection(row));
    },
  );

  app.patch(
    '/collections/:id',
    {
      config: manage,
      schema: {
        tags,
        operationId: 'renameCollection',
        summary: 'Rename a collection',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: nameBody,
        response: { 200: collectionSchema, ...problems(400, 404, 409, 412, 415, 428) },
      },
    },
    async (request, reply) => {
      const change = { id: request.params.id, seen: versionsSeen(request.headers['if-match']), ...request.body };
      const row = await changeCollection(services, actorOf(request), change);
      return reply.header('etag', versionTag(row.version)).send(showCollection(row));
    },
  );

  app.delete(
    '/collections/:id',
    {
      config: manage,
      schema: {
        tags,
        operationId: 'deleteCollection',
        summary: 'Delete a collection with everything in it, for good',
        params: byId,
        response: { 204: gone, ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      await deleteCollection(services, actorOf(request), { id: request.params.id, requestId: request.id });
      return reply.code(204).send();
    },
  );
}

function aboutItems(app: App, { services }: ApiContext): void {
  app.get(
    '/collections/:id/items',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listCollectionItems',
        summary: 'Items of a collection, by id',
        params: byId,
        querystring: z.object({
          cursor: itemId.optional().describe('`nextCursor` of the page before'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: listSchema(itemSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getCollectionItems(services, actorOf(request), {
          collectionId: request.params.id,
          after: cursor,
          limit: count,
        }),
      );
      return { items: rows.map(showItem), nextCursor };
    },
  );

  app.put(
    '/collections/:id/items',
    {
      config: manage,
      schema: {
        tags,
        operationId: 'putCollectionItems',
        summary: `Put up to ${MOST_AT_ONCE} items in, in place of those with their ids`,
        description: `All are taken, or none; what is there as it is stays untouched, so that a request can be repeated. At most ${MOST_ITEMS} items in a collection, 1 MB in a request.`,
        params: byId,
        body: z.strictObject({
          items: z
            .array(contentSchema.extend({ id: itemId }))
            .min(1)
            .max(MOST_AT_ONCE),
        }),
        response: { 200: putSchema, ...problems(400, 404, 409, 413, 415) },
      },
    },
    async (request) =>
      putCollectionItems(services, actorOf(request), {
        collectionId: request.params.id,
        items: request.body.items,
        requestId: request.id,
      }),
  );

  app.get(
    '/collections/:id/items/:itemId',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getCollectionItem',
        summary: 'One item, without its text',
        params: byItem,
        response: { 200: itemSchema, ...problems(400, 404) },
      },
    },
    async (request) => {
      const { id: collectionId, itemId: wanted } = request.params;
      return showItem(await getCollectionItem(services, actorOf(request), { collectionId, itemId: wanted }));
    },
  );

  app.put(
    '/collections/:id/items/:itemId',
    {
      config: manage,
      schema: {
        tags,
        operationId: 'putCollectionItem',
        summary: 'Put an item in, in place of the one with its id',
        params: byItem,
        body: contentSchema,
        response: { 200: putSchema, ...problems(400, 404, 409, 413, 415) },
      },
    },
    async (request) =>
      putCollectionItems(services, actorOf(request), {
        collectionId: request.params.id,
        items: [{ ...request.body, id: request.params.itemId }],
        requestId: request.id,
      }),
  );

  app.delete(
    '/collections/:id/items/:itemId',
    {
      config: manage,
      schema: {
        tags,
        operationId: 'deleteCollectionItem',
        summary: 'Take an item out',
        params: byItem,
        response: { 204: gone, ...problems(400, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id: collectionId, itemId: wanted } = request.params;
      await deleteCollectionItem(services, actorOf(request), { collectionId, itemId: wanted });
      return reply.code(204).send();
    },
  );
}

function showCollection(row: CollectionView): z.output<typeof collectionSchema> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    items: row.item_count - row.hidden_count,
    passages: row.passage_count,
    model: row.serving,
    nextModel: row.building,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

function showItem(row: ItemRow): z.output<typeof itemSchema> {
  const { id, title, language, facets, passage_count } = row;
  return { id, title, language, facets, passages: passage_count, createdAt: row.created_at.toISOString() };
}
