// /types: the document types that are read, their fields, and those that a workspace declares itself.

import { z } from 'zod';
import {
  createType,
  dropTypeDraft,
  getOwnType,
  getOwnTypes,
  MOST_TYPES,
  publishType,
  putTypeDraft,
  retireType,
  tryType,
} from '../actions/document-types.ts';
import { typeOfRow } from '../actions/known-types.ts';
import type { TypeDefinition } from '../document/type-definition.ts';
import type { DocumentType, FieldSpec } from '../pipeline/pack.ts';
import { typeDefinitionSchema, typeIdSchema, withKnownSender } from '../pipeline/user-types.ts';
import type { DocumentTypeRow } from '../store/document-types.ts';
import { typeStates } from '../store/schema-types.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';
import { showTrial, trialSchema } from './type-trial.ts';

const tags = ['Types'];
const byId = z.object({ id: z.string().min(1).max(61) });

const fieldSchema = z
  .object({ path: z.string(), kind: z.string(), title: z.string(), description: z.string().optional() })
  .meta({ id: 'Field' });

const typeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    origin: z.enum(['built-in', 'own']).describe('own: declared by the workspace'),
    version: z.number().int().nullable().describe('Of an own type: the version that documents are read by'),
    fields: z.array(fieldSchema),
    lineFields: z.array(fieldSchema),
  })
  .meta({ id: 'DocumentType' });

const versionSchema = z
  .object({
    version: z.number().int(),
    state: z.enum(typeStates),
    definition: typeDefinitionSchema,
    revision: z.number().int().describe('The ETag of a draft'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DocumentTypeVersion' });

const ownTypeSchema = z.object({
  id: z.string(),
  title: z.string(),
  published: z.number().int().nullable().describe('The version that documents are read by'),
  draft: z.number().int().nullable().describe('The version that is being worked on'),
  versions: z.array(versionSchema).describe('The newest first'),
});

const example = {
  title: 'TV advertising order',
  hints: ['broadcast order', 'flight dates', 'spots'],
  fields: {
    contract_num: { kind: 'identifier', labels: ['contract', 'order number'], required: true },
    gross_amount: { kind: 'money', labels: ['gross amount', 'gross total'] },
  },
};

export function typeRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/types',
    {
      config: { access: 'types.read' },
      schema: {
        tags,
        operationId: 'listTypes',
        summary: 'Document types and their fields',
        description: 'Built-in ones, then those of the workspace that are published.',
        response: { 200: z.object({ items: z.array(typeSchema) }) },
      },
    },
    async (request) => {
      const own = (await getOwnTypes(services, actorOf(request))).filter(({ state }) => state === 'published');
      const ids = new Set(services.types.map(({ id }) => id));
      const added = own.filter((row) => !ids.has(row.type_id)).map((row) => showType(typeOfRow(row), 'own'));
      return { items: [...services.types.map((type) => showType(type, 'built-in')), ...added] };
    },
  );

  app.get(
    '/types/own',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'listOwnTypes',
        summary: 'Types that the workspace declares, drafts and retired ones too',
        response: { 200: z.object({ items: z.array(ownTypeSchema) }) },
      },
    },
    async (request) => {
      const rows = await getOwnTypes(services, actorOf(request));
      const ids = [...new Set(rows.map(({ type_id }) => type_id))];
      return { items: ids.map((id) => showOwn(rows.filter((row) => row.type_id === id))) };
    },
  );

  app.post(
    '/types',
    {
      config: { access: 'types.edit', idempotent: true },
      schema: {
        tags,
        operationId: 'createType',
        summary: 'Declare a document type',
        description: `Its first draft: try it on documents, then publish it. At most ${MOST_TYPES} are in use at once.`,
        body: withKnownSender(typeDefinitionSchema.extend({ id: typeIdSchema })).meta({
          examples: [{ id: 'ad_order', ...example }],
        }),
        response: { 201: ownTypeSchema, ...problems(400, 409) },
      },
    },
    async (request, reply) => {
      const { id, ...definition } = request.body;
      const row = await createType(services, actorOf(request), { id, definition: definition as TypeDefinition });
      return reply
        .code(201)
        .header('etag', versionTag(row.revision))
        .send(showOwn([row]));
    },
  );

  app.get(
    '/types/:id',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'getType',
        summary: 'A type of the workspace with all its versions',
        params: byId,
        response: { 200: ownTypeSchema, ...problems(404) },
      },
    },
    async (request, reply) => {
      const rows = await getOwnType(services, actorOf(request), request.params.id);
      const draft = rows.find(({ state }) => state === 'draft');
      if (draft) reply.header('etag', versionTag(draft.revision));
      return showOwn(rows);
    },
  );

  app.put(
    '/types/:id/draft',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'putTypeDraft',
        summary: 'Write the draft of a type’s next version',
        description: 'Documents go on being read by the published version. A draft that exists needs its ETag.',
        params: byId,
        headers: z.object({ 'if-match': z.string().optional().describe('ETag of the draft that was seen') }),
        body: withKnownSender(typeDefinitionSchema).meta({ examples: [example] }),
        response: { 200: versionSchema, ...problems(400, 404, 412, 428) },
      },
    },
    async (request, reply) => {
      const row = await putTypeDraft(services, actorOf(request), {
        id: request.params.id,
        definition: request.body as TypeDefinition,
        seen: () => versionsSeen(request.headers['if-match'], 'type.if-match-required'),
      });
      return reply.header('etag', versionTag(row.revision)).send(showVersion(row));
    },
  );

  app.delete(
    '/types/:id/draft',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'deleteTypeDraft',
        summary: 'Throw the draft of a type away',
        params: byId,
        response: { 204: z.undefined().describe('It is gone'), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      await dropTypeDraft(services, actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/types/:id/try',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'tryType',
        summary: 'Read a document by a version of a type, and keep nothing of it',
        description: 'Shows the fields, what each was chosen among, and which type the document would be taken for.',
        params: byId,
        body: z.strictObject({
          document: z.uuid(),
          version: z.int().positive().optional().describe('The newest when left out'),
        }),
        response: { 200: trialSchema, ...problems(400, 404, 409) },
      },
    },
    async (request) => {
      const { document, version } = request.body;
      const trial = { id: request.params.id, documentId: document, version };
      return showTrial(await tryType(services, actorOf(request), trial));
    },
  );

  app.post(
    '/types/:id/publish',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'publishType',
        summary: 'Read documents by the draft from now on',
        description: 'Records keep the version they were read by.',
        params: byId,
        response: { 200: ownTypeSchema, ...problems(404, 409) },
      },
    },
    async (request) =>
      showOwn(await publishType(services, actorOf(request), { id: request.params.id, requestId: request.id })),
  );

  app.post(
    '/types/:id/retire',
    {
      config: { access: 'types.edit' },
      schema: {
        tags,
        operationId: 'retireType',
        summary: 'Read no more documents by a type',
        description: 'What was read by it stays, and can be corrected. Publishing a new draft brings it back.',
        params: byId,
        response: { 200: ownTypeSchema, ...problems(404) },
      },
    },
    async (request) =>
      showOwn(await retireType(services, actorOf(request), { id: request.params.id, requestId: request.id })),
  );
}

function showType(type: DocumentType, origin: 'built-in' | 'own'): z.output<typeof typeSchema> {
  const { id, title, version = null, fields, lineFields } = type;
  return { id, title, origin, version, fields: fields.map(showField), lineFields: lineFields.map(showField) };
}

function showField({ path, kind, title, description }: FieldSpec): z.output<typeof fieldSchema> {
  return { path, kind, title, ...(description ? { description } : {}) };
}

/** All versions of one type, the newest first. */
function showOwn(rows: readonly DocumentTypeRow[]): z.output<typeof ownTypeSchema> {
  const versionIn = (state: DocumentTypeRow['state']) => rows.find((row) => row.state === state)?.version ?? null;
  return {
    id: rows[0]!.type_id,
    title: rows[0]!.definition.title,
    published: versionIn('published'),
    draft: versionIn('draft'),
    versions: rows.map(showVersion),
  };
}

function showVersion(row: DocumentTypeRow): z.output<typeof versionSchema> {
  return {
    version: row.version,
    state: row.state,
    definition: row.definition as z.output<typeof typeDefinitionSchema>,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}
