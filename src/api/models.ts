// /model-usage, /model-budget, /model-calls: what a workspace uses of the language model, and what it may.

import { z } from 'zod';
import {
  getAllModelCalls,
  getModelCall,
  getModelCalls,
  getModelUsage,
  giveModelBudget,
  type ModelUsage,
  setOwnModelBudget,
} from '../actions/model-use.ts';
import type { ModelLimits } from '../store/model-budgets.ts';
import type { ModelCallRow } from '../store/model-calls.ts';
import { callOutcomes } from '../store/schema-models.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, somebodyOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Language models'];
const MICROS = 1_000_000;
const MOST_TOKENS = 1_000_000_000_000;
const MOST_MONEY = 1_000_000_000;

const limitsSchema = z.strictObject({
  tokens: z.number().int().min(0).max(MOST_TOKENS).nullable().describe('A month; null = no limit of this kind'),
  money: z.number().min(0).max(MOST_MONEY).nullable().describe('A month, in the currency of the settings'),
});

const usageSchema = z
  .object({
    configured: z.boolean().describe('false: every feature works without a language model'),
    currency: z.string(),
    used: z.object({ calls: z.number().int(), tokens: z.number().int(), money: z.number() }),
    held: z.object({ tokens: z.number().int(), money: z.number() }).describe('By calls under way, at most'),
    limits: limitsSchema.describe('The tightest of all that count'),
    ownBudget: limitsSchema.describe('Set by the owner of the workspace'),
    givenBudget: limitsSchema.describe('Given by the operator; null = what the settings say'),
    resetsAt: z.iso.datetime(),
  })
  .meta({ id: 'ModelUsage' });

const callFields = {
  id: z.uuid(),
  prompt: z.string(),
  promptVersion: z.number().int(),
  provider: z.string(),
  model: z.string(),
  redacted: z.boolean().describe('Personal details were replaced by placeholders'),
  state: z.enum(['running', 'over']),
  outcome: z.enum(callOutcomes).nullable(),
  userId: z.uuid().nullable(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  money: z.number(),
  rounds: z.number().int().describe('Answers that the model gave; more than one: it was told what was wrong'),
  tries: z.number().int().describe('Requests that were made for that'),
  ms: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
};

const callSchema = z.object(callFields).meta({ id: 'ModelCall' });
const administeredCallSchema = z.object({ ...callFields, workspace: z.uuid() }).meta({ id: 'AdministeredModelCall' });
const callDetailSchema = z
  .object({
    ...callFields,
    request: z.string().nullable().describe('What was sent, as JSON, where MODEL_TRACE=full kept it'),
    response: z.string().nullable().describe('What was answered, as JSON'),
  })
  .meta({ id: 'ModelCallDetail' });

const filters = {
  prompt: z.string().max(100).optional(),
  outcome: z.enum(callOutcomes).optional(),
};

export function modelRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/model-usage',
    {
      config: { access: 'usage.read' },
      schema: {
        tags,
        operationId: 'getModelUsage',
        summary: 'What the workspace used of the language model this month, and what it may use',
        response: { 200: usageSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => showUsage(await getModelUsage(services, actorOf(request))),
  );

  app.put(
    '/model-budget',
    {
      config: { access: 'models.budget' },
      schema: {
        tags,
        operationId: 'setModelBudget',
        summary: 'Limit what the workspace may use of the language model',
        description: 'It counts beside the limits of the operator; the tighter one wins.',
        body: limitsSchema,
        response: { 200: usageSchema, ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => showUsage(await setOwnModelBudget(services, actorOf(request), readLimits(request.body))),
  );

  app.get(
    '/model-calls',
    {
      config: { access: 'models.read' },
      schema: {
        tags,
        operationId: 'listModelCalls',
        summary: 'List calls of the language model for the workspace, newest first',
        querystring: listQuery.extend(filters),
        response: { 200: listSchema(callSchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit, prompt, outcome } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getModelCalls(services, actorOf(request), { prompt, outcome, before: cursor, limit: count }),
      );
      return { items: rows.map(showCall), nextCursor };
    },
  );

  app.get(
    '/model-calls/:id',
    {
      config: { access: 'models.read' },
      schema: {
        tags,
        operationId: 'getModelCall',
        summary: 'One call, with what was sent and answered where that is kept',
        params: z.object({ id: z.uuid() }),
        response: { 200: callDetailSchema, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { row, request: sent, response } = await getModelCall(services, actorOf(request), request.params.id);
      return reply
        .header('cache-control', 'no-store')
        .send({ ...showCall(row), request: sent ?? null, response: response ?? null });
    },
  );

  app.get(
    '/admin/model-calls',
    {
      config: { access: 'system' },
      schema: {
        tags: ['Administration'],
        operationId: 'listAllModelCalls',
        summary: 'List calls of the language model of the installation, newest first: figures, never texts',
        querystring: listQuery.extend({ ...filters, workspace: z.uuid().optional() }),
        response: { 200: listSchema(administeredCallSchema), ...problems(400, 401, 403) },
      },
    },
    async ({ query: { cursor, limit, prompt, outcome, workspace } }) => {
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getAllModelCalls(services, { prompt, outcome, workspaceId: workspace, before: cursor, limit: count }),
      );
      return { items: rows.map((row) => ({ ...showCall(row), workspace: row.workspace_id })), nextCursor };
    },
  );

  app.put(
    '/admin/workspaces/:id/model-budget',
    {
      config: { access: 'system' },
      schema: {
        tags: ['Administration'],
        operationId: 'giveModelBudget',
        summary: 'Give a workspace a budget for the language model instead of the one in the settings',
        params: z.object({ id: z.uuid() }),
        body: limitsSchema,
        response: { 200: usageSchema, ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => {
      const { params, body } = request;
      const given = { workspaceId: params.id, limits: readLimits(body) };
      return showUsage(await giveModelBudget(services, somebodyOf(request), given));
    },
  );
}

const readLimits = ({ tokens, money }: z.output<typeof limitsSchema>): ModelLimits => ({
  tokens: tokens ?? undefined,
  costMicros: money === null ? undefined : Math.round(money * MICROS),
});

const showLimits = ({ tokens, costMicros }: ModelLimits): z.output<typeof limitsSchema> => ({
  tokens: tokens ?? null,
  money: costMicros === undefined ? null : costMicros / MICROS,
});

function showUsage({ configured, currency, used, held, limits, budgets, resetsAt }: ModelUsage) {
  return {
    configured,
    currency,
    used: { calls: used.calls, tokens: used.tokens, money: used.costMicros / MICROS },
    held: { tokens: held.tokens, money: held.costMicros / MICROS },
    limits: showLimits(limits),
    ownBudget: showLimits(budgets.own),
    givenBudget: showLimits(budgets.given),
    resetsAt: resetsAt.toISOString(),
  };
}

function showCall(row: ModelCallRow): z.output<typeof callSchema> {
  return {
    id: row.id,
    prompt: row.prompt,
    promptVersion: row.prompt_version,
    provider: row.provider,
    model: row.model,
    redacted: row.redacted,
    state: row.state,
    outcome: row.outcome,
    userId: row.user_id,
    inputTokens: Number(row.input_tokens),
    outputTokens: Number(row.output_tokens),
    money: Number(row.cost_micros) / MICROS,
    rounds: row.rounds,
    tries: row.tries,
    ms: row.duration_ms,
    createdAt: row.created_at.toISOString(),
  };
}
