// Rate limits by address and by user. Docs: docs/http.md, "Rate limits".

import type { FastifyReply, FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { deletePastWindows, exchangeRequestCounts } from '../store/request-counts.ts';
import type { App } from './api-context.ts';
import { addressOf, knownCaller } from './caller.ts';
import { countInBatches } from './count-in-batches.ts';
import { type Allowance, createRateLimiter, type RateLimiter, type RateLimits } from './rate-limiter.ts';
import { isCounted } from './route-config.ts';

const CLEAN_EVERY_MS = 60_000;

/** Call before authentication is added: addresses are counted before it, users after it. */
export function limitRates(app: App, { limits, db }: { limits: RateLimits; db: Database['db'] }): void {
  if (limits.perMinute === 0 && limits.perHour === 0) return;
  const limiter = createRateLimiter(limits);
  let seenUntil: string | undefined;
  let cleanedAt = 0;
  const soon = countInBatches(app, async () => {
    await limiter.exchange(async (counts) => {
      const exchanged = await exchangeRequestCounts(db, counts, seenUntil);
      seenUntil = exchanged.seenUntil;
      return exchanged.totals;
    });
    if (Date.now() - cleanedAt < CLEAN_EVERY_MS) return;
    cleanedAt = Date.now();
    await deletePastWindows(db, Math.floor(cleanedAt / 1000));
  });

  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return;
    soon();
    take(limiter, `address ${addressOf(request)}`, request, reply);
  });
  app.addHook('preParsing', async (request, reply) => {
    const caller = knownCaller(request);
    if (caller && isCounted(request)) take(limiter, `user ${caller.userId}`, request, reply);
  });
}

function take(limiter: RateLimiter, subject: string, request: FastifyRequest, reply: FastifyReply): void {
  const allowance = limiter.take(subject);
  tell(reply, limiter.policy, allowance);
  if (allowance.allowed) return;
  request.log.warn({ subject: subject.split(' ', 1)[0] }, 'rate limited');
  throw new SheafError(
    'rate.limited',
    `The limit is ${allowance.limit} requests; it starts again in ${allowance.resetSeconds} seconds`,
    { details: { retryAfterSeconds: allowance.resetSeconds } },
  );
}

/** Of user and address, the one that has less left is told. */
function tell(reply: FastifyReply, policy: string, { limit, remaining, resetSeconds }: Allowance): void {
  const told = reply.getHeader('ratelimit-remaining');
  if (told !== undefined && Number(told) <= remaining) return;
  reply.headers({
    'ratelimit-policy': policy,
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  });
}
