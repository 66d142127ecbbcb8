// /matches: which records belong together, why, and what people decide.

import { z } from 'zod';
import { getMatch, getMatches, getMatchStatistics } from '../actions/browse-matches.ts';
import { decideMatch, undoMatchDecision } from '../actions/decide-match.ts';
import { askForRescore } from '../actions/rescore-matches.ts';
import { matchDecisions, matchStates } from '../store/schema-matching.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import {
  decisionSchema,
  explainedMatchSchema,
  matchSchema,
  showExplained,
  showMatch,
} from './match-representations.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Matches'];
const byId = z.object({ id: z.uuid() });
const ifMatch = z.object({
  'if-match': z.string().optional().describe('ETag of the version that was seen; refused when it is another now'),
});

const statisticsSchema = z
  .object({
    items: z.array(
      z.object({
        spec: z.string(),
        title: z.string(),
        version: z.string(),
        states: z.object(Object.fromEntries(matchStates.map((state) => [state, z.number().int()]))),
        decisions: z.object({ accepted: z.number().int(), dismissed: z.number().int(), undone: z.number().int() }),
        outcomes: z
          .object({ for: z.number().int(), against: z.number().int() })
          .describe('What cases say of matches that nobody decided on; learnt from besides'),
        model: z
          .object({
            version: z.number().int(),
            weightsFrom: z.number().int(),
            calibration: z.string(),
            calibrationFrom: z.number().int(),
          })
          .describe('What the workspace’s decisions have taught; version 0 = as declared'),
        lastRescored: z.iso.datetime().nullable().describe('When all matches were last scored again; null: never'),
        nextBecause: z
          .enum(['version', 'decisions'])
          .nullable()
          .describe('Why the server will score them again by itself: a newer declaration, or many decisions since'),
      }),
    ),
  })
  .meta({ id: 'MatchStatistics' });

export function matchRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/matches',
    {
      config: { access: 'matches.read' },
      schema: {
        tags,
        operationId: 'listMatches',
        summary: 'List matches, newest first',
        description: 'Those of records in the trash are left out.',
        querystring: listQuery.extend({
          record: z.uuid().optional().describe('On either side'),
          spec: z.string().max(200).optional(),
          state: z.enum(matchStates).optional(),
          minProbability: z.coerce.number().min(0).max(1).optional(),
        }),
        response: { 200: listSchema(matchSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor, limit, record, spec, state, minProbability } = request.query;
      const filter = { before: cursor, recordId: record, spec, state, minProbability };
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getMatches(services, actorOf(request), { ...filter, limit: count }),
      );
      return { items: rows.map(showMatch), nextCursor };
    },
  );

  app.get(
    '/matches/statistics',
    {
      config: { access: 'matches.read' },
      schema: {
        tags,
        operationId: 'getMatchStatistics',
        summary: 'How matches and decisions stand, for each declaration',
        response: { 200: statisticsSchema },
      },
    },
    async (request) => {
      const items = await getMatchStatistics(services, actorOf(request));
      return {
        items: items.map((item) => ({ ...item, lastRescored: item.lastRescored?.toISOString() ?? null })),
      };
    },
  );

  app.get(
    '/matches/:id',
    {
      config: { access: 'matches.read' },
      schema: {
        tags,
        operationId: 'getMatch',
        summary: 'One match: reasons for and against, what is unknown, decisions',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: explainedMatchSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const row = await getMatch(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(row.version))) return reply.code(304).send();
      return reply.send(showExplained(row));
    },
  );

  for (const decision of matchDecisions) {
    const verb = decision === 'accepted' ? 'accept' : 'dismiss';
    app.post(
      `/matches/:id/${verb}`,
      {
        config: { access: 'matches.decide' },
        schema: {
          tags,
          operationId: `${verb}Match`,
          summary: decision === 'accepted' ? 'Accept: they belong together' : 'Dismiss: they do not belong together',
          description:
            decision === 'accepted'
              ? 'No later scoring takes it back. Neither record is changed.'
              : 'It is not proposed again unless a compared value changes.',
          params: byId,
          headers: ifMatch,
          body: decisionSchema,
          response: { 200: matchSchema, ...problems(400, 404, 409, 412, 415) },
        },
      },
      async (request, reply) => {
        const row = await decideMatch(services, actorOf(request), {
          matchId: request.params.id,
          decision,
          reason: request.body.reason,
          ...seenBy(request.headers['if-match']),
          requestId: request.id,
        });
        return reply.header('etag', versionTag(row.version)).send(showMatch(row));
      },
    );
  }

  app.post(
    '/matches/:id/undo',
    {
      config: { access: 'matches.decide' },
      schema: {
        tags,
        operationId: 'undoMatchDecision',
        summary: 'Take the decision back',
        params: byId,
        headers: ifMatch,
        response: { 200: matchSchema, ...problems(400, 404, 409, 412) },
      },
    },
    async (request, reply) => {
      const row = await undoMatchDecision(services, actorOf(request), {
        matchId: request.params.id,
        ...seenBy(request.headers['if-match']),
        requestId: request.id,
      });
      return reply.header('etag', versionTag(row.version)).send(showMatch(row));
    },
  );

  app.post(
    '/matches/rescore',
    {
      config: { access: 'matches.rescore', idempotent: true },
      schema: {
        tags,
        operationId: 'rescoreMatches',
        summary: 'Learn from the decisions, and score all matches again',
        description: 'Answers with the job that does it.',
        response: { 202: z.object({ job: z.uuid() }), ...problems(409) },
      },
    },
    async (request, reply) => reply.code(202).send(await askForRescore(services, actorOf(request))),
  );
}

function seenBy(header: string | undefined): { seen?: (version: number) => boolean } {
  return header === undefined ? {} : { seen: versionsSeen(header) };
}
