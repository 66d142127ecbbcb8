// /saved-searches: searches that a person keeps and is told of.

import { z } from 'zod';
import {
  changeSavedSearch,
  getSavedSearch,
  getSavedSearches,
  MOST_SAVED,
  removeSavedSearch,
  saveSearch,
} from '../actions/saved-searches.ts';
import type { SearchFilters } from '../actions/search.ts';
import type { SavedSearchRow } from '../store/saved-searches.ts';
import { alertWays } from '../store/schema-searching.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { filtersSchema } from './search-filters.ts';

const tags = ['Search'];
const config = { access: 'search.save' } as const;
const byId = z.object({ id: z.uuid() });

const savedSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    q: z.string(),
    filters: filtersSchema,
    collections: z.array(z.uuid()).nullable().describe('null = all'),
    alert: z.enum(alertWays),
    version: z.number().int().describe('The ETag'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedSearch' });

const fields = {
  name: z.string().trim().min(1).max(100),
  q: z.string().trim().min(1).max(2000),
  filters: filtersSchema,
  collections: z.array(z.string().min(1).max(200)).max(20).nullable().describe('Ids or names; null = all'),
  alert: z.enum(alertWays).describe('Whether and when its maker is told of what is new'),
};
const newSchema = z.strictObject({
  ...fields,
  filters: fields.filters.default({}),
  collections: fields.collections.default(null),
  alert: fields.alert.default('off'),
});
const patchSchema = z
  .strictObject(fields)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must change something');

export function savedSearchRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/saved-searches',
    {
      config,
      schema: {
        tags,
        operationId: 'listSavedSearches',
        summary: 'Your saved searches, newest first',
        querystring: listQuery,
        response: { 200: listSchema(savedSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getSavedSearches(services, actorOf(request), { before: cursor, limit: count }),
      );
      return { items: rows.map(showSaved), nextCursor };
    },
  );

  app.post(
    '/saved-searches',
    {
      config: { ...config, idempotent: true },
      schema: {
        tags,
        operationId: 'saveSearch',
        summary: 'Save a search',
        description: `Yours alone, at most ${MOST_SAVED} in a workspace. You are told once of each new thing that has all its words and passes its filters, or means the same.`,
        body: newSchema,
        response: { 201: savedSchema, ...problems(400, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const { q: text, filters, ...rest } = request.body;
      const wanted = { ...rest, text, filters: filters as SearchFilters, requestId: request.id };
      const row = await saveSearch(services, actorOf(request), wanted);
      return reply.code(201).header('etag', versionTag(row.version)).send(showSaved(row));
    },
  );

  app.get(
    '/saved-searches/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getSavedSearch',
        summary: 'One of your saved searches',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: savedSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const row = await getSavedSearch(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(row.version))) return reply.code(304).send();
      return reply.send(showSaved(row));
    },
  );

  app.patch(
    '/saved-searches/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'changeSavedSearch',
        summary: 'Change a saved search',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: patchSchema,
        response: { 200: savedSchema, ...problems(400, 404, 412, 415, 428) },
      },
    },
    async (request, reply) => {
      const { q, name, filters, collections, alert } = request.body;
      const row = await changeSavedSearch(services, actorOf(request), {
        id: request.params.id,
        seen: versionsSeen(request.headers['if-match']),
        requestId: request.id,
        ...(q === undefined ? {} : { text: q }),
        ...(name === undefined ? {} : { name }),
        ...(filters === undefined ? {} : { filters: filters as SearchFilters }),
        ...(collections === undefined ? {} : { collections }),
        ...(alert === undefined ? {} : { alert }),
      });
      return reply.header('etag', versionTag(row.version)).send(showSaved(row));
    },
  );

  app.delete(
    '/saved-searches/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteSavedSearch',
        summary: 'Delete a saved search with what it remembers',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(404) },
      },
    },
    async (request, reply) => {
      await removeSavedSearch(services, actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

function showSaved(row: SavedSearchRow): z.output<typeof savedSchema> {
  const { id, name, alert, version } = row;
  return {
    id,
    name,
    q: row.text,
    filters: row.filters as z.output<typeof filtersSchema>,
    collections: row.collection_ids,
    alert,
    version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
