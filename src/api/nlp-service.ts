// /v1 of a process of mode nlp: embeddings, entities and languages of texts, for other processes of Sheaf.

import type { FastifyReply } from 'fastify';
import { embedLimits, ensureWithin, entityLimits } from '../nlp/call-limits.ts';
import { detectLanguageOf } from '../nlp/detect-languages.ts';
import type { ModelSource } from '../nlp/model-source.ts';
import {
  embedAnswerSchema,
  encodeVector,
  entitiesAnswerSchema,
  entityTextsSchema,
  languagesAnswerSchema,
  textsSchema,
} from '../nlp/nlp-wire.ts';
import { type App, problems } from './api-context.ts';

/** The largest call, should each character take six bytes (`\u0000`), and a little. */
const BODY_BYTES = 13_000_000;
const refusals = problems(400, 401, 413, 503);

/** A model that cannot be asked is an error here: the rules that stand in are the caller's. */
export function nlpServiceRoutes(app: App, source: ModelSource): void {
  app.post(
    '/v1/embed',
    {
      bodyLimit: BODY_BYTES,
      config: { access: 'public' },
      schema: { operationId: 'embedTexts', body: textsSchema, response: { 200: embedAnswerSchema, ...refusals } },
    },
    async ({ body: { texts, urgency } }, reply) => {
      ensureWithin(texts, embedLimits);
      const vectors = await source.embed(texts, { urgency, signal: signalOf(reply) });
      return { model: source.embeddingModel, vectors: vectors.map(encodeVector) };
    },
  );

  app.post(
    '/v1/entities',
    {
      bodyLimit: BODY_BYTES,
      config: { access: 'public' },
      schema: {
        operationId: 'findEntities',
        body: entityTextsSchema,
        response: { 200: entitiesAnswerSchema, ...refusals },
      },
    },
    async ({ body: { texts, urgency, byLine = false } }, reply) => {
      ensureWithin(texts, entityLimits);
      const entities = await source.findEntities(texts, { urgency, byLine, signal: signalOf(reply) });
      return { model: source.entityModel, entities };
    },
  );

  app.post(
    '/v1/language',
    {
      bodyLimit: BODY_BYTES,
      config: { access: 'public' },
      schema: {
        operationId: 'detectLanguages',
        body: textsSchema,
        response: { 200: languagesAnswerSchema, ...refusals },
      },
    },
    async ({ body: { texts } }) => {
      ensureWithin(texts, entityLimits);
      return { languages: texts.map(detectLanguageOf) };
    },
  );
}

/** Ends with the connection: nobody waits any more. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort(new Error('the caller went away'));
  });
  return left.signal;
}
