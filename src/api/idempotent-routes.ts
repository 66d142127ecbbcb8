// Idempotency-Key on routes that declare `idempotent` in their config. Docs: docs/http.md, "Idempotency".

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../actions/services.ts';
import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import {
  type ClaimResult,
  claimKeyForAnswer,
  type HeldKey,
  keepAnswer,
  releaseKey,
} from '../store/idempotency-keys.ts';
import { type App, problems } from './api-context.ts';
import { knownCaller } from './caller.ts';

type Deps = Pick<Services, 'db' | 'secrets'>;

export interface IdempotencyTimes {
  /** How long a second request waits for the answer of the first. */
  waitMs: number;
  /** A claim that is older, without an answer, was left by a process that died. */
  leaseMs: number;
}

const usualTimes: IdempotencyTimes = { waitMs: 10_000, leaseMs: 60_000 };
const LOOK_EVERY_MS = 100;
const MAX_KEY_CHARS = 255;

/** What is replayed besides the status. */
type KeptBody = {
  body: string;
  headers: Record<string, string>;
};

const keptHeaders = ['content-type', 'location', 'etag'];
const keyHeader = {
  'idempotency-key': z
    .string()
    .min(1)
    .max(MAX_KEY_CHARS)
    .optional()
    .describe('A repeated request under the same key gets the first answer, for 24 hours'),
};

declare module 'fastify' {
  interface FastifyRequest {
    heldKey: HeldKey | null;
  }
}

/** Call after authentication and before any route is added. */
export function useIdempotencyKeys(app: App, { db, secrets }: Deps, times: IdempotencyTimes = usualTimes): void {
  app.decorateRequest('heldKey', null);
  app.addHook('onRoute', (route) => {
    if (!route.config?.idempotent) return;
    const { headers, response, ...schema } = (route.schema ?? {}) as { headers?: z.ZodObject; response?: object };
    route.schema = {
      ...schema,
      headers: (headers ?? z.object({})).extend(keyHeader),
      response: { ...problems(409, 422), ...response },
    };
  });

  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.idempotent !== true) return;
    const caller = knownCaller(request);
    const key = caller && scopedKey(request, caller.userId);
    if (!caller?.workspaceId || !key) return;
    const claim = { workspaceId: caller.workspaceId, key, fingerprint: secrets.fingerprint(whatIsAsked(request)) };
    const result = await claimOrWait(
      () => inWorkspace(db, claim.workspaceId, (trx) => claimKeyForAnswer(trx, claim, times.leaseMs)),
      claim.fingerprint,
      times.waitMs,
    );
    if (result.state === 'claimed') {
      request.heldKey = { ...claim, token: result.token };
      return;
    }
    return replay(reply, result, secrets);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { heldKey } = request;
    if (!heldKey) return payload;
    request.heldKey = null;
    try {
      await inWorkspace(db, heldKey.workspaceId, async (trx) => {
        const isSuccess = reply.statusCode >= 200 && reply.statusCode < 300;
        if (!isSuccess || !isText(payload)) return releaseKey(trx, heldKey);
        return keepAnswer(trx, heldKey, { status: reply.statusCode, ...keptForm(request, reply, payload, secrets) });
      });
    } catch (error) {
      // The effect stands and is answered; only a repeat would not get this answer.
      request.log.error({ error }, 'the answer could not be kept under its Idempotency-Key');
    }
    return payload;
  });
}

/** The request's key, bound to its user and its route; undefined when it has none. */
export function scopedKey(request: FastifyRequest, userId: string): string | undefined {
  const key = request.raw.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  return hash([userId, request.method, request.routeOptions.url, key]);
}

function whatIsAsked(request: FastifyRequest): string {
  return JSON.stringify([request.url, request.body ?? null]);
}

const hash = (parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const isText = (payload: unknown): payload is string | null | undefined =>
  typeof payload === 'string' || payload === null || payload === undefined;

async function claimOrWait(
  look: () => Promise<ClaimResult>,
  fingerprint: string,
  waitMs: number,
): Promise<Exclude<ClaimResult, { state: 'running' }>> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const result = await look();
    if (result.state === 'claimed') return result;
    if (result.fingerprint !== fingerprint) throw new SheafError('idempotency.mismatch');
    if (result.state === 'kept') return result;
    if (performance.now() > deadline) {
      throw new SheafError('idempotency.in-progress', undefined, { details: { retryAfterSeconds: 1 } });
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function keptForm(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: string | null | undefined,
  secrets: Deps['secrets'],
): { response: Json; sealed: boolean } {
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])),
  );
  const kept: KeptBody = { body: payload ?? '', headers };
  if (request.routeOptions.config.secret) return { response: secrets.seal(JSON.stringify(kept)), sealed: true };
  return { response: kept, sealed: false };
}

function replay(
  reply: FastifyReply,
  { status, response, sealed }: Extract<ClaimResult, { state: 'kept' }>,
  secrets: Deps['secrets'],
): FastifyReply {
  const opened = sealed ? secrets.open(response as string) : undefined;
  // Sealed by a server with another key: the effect happened once, which is what the key is for.
  if (sealed && opened === undefined) throw new SheafError('idempotency.unreadable');
  const { body, headers } = (sealed ? JSON.parse(opened!) : response) as KeptBody;
  return reply
    .code(status)
    .headers({ ...headers, 'idempotency-replayed': 'true' })
    .serializer((text: unknown) => text as string)
    .send(body === '' ? undefined : body);
}
