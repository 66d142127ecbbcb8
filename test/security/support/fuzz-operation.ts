// Sends generated requests to one operation after another, judges each answer, and keeps count.

import fc from 'fast-check';
import { type RequestPlan, requestTo } from './arbitrary-request.ts';
import {
  bringCrew,
  type Crew,
  giveDocument,
  giveThings,
  harvest,
  type Person,
  type seedsOf,
  signInFrom,
} from './crews.ts';
import { judgeAnswer } from './judge-answer.ts';
import { type ApiDocument, type Operation, operationsOf } from './operations.ts';
import { renderRequest } from './render-request.ts';
import { type RawAnswer, sendRaw } from './send-raw.ts';

export interface Fuzz {
  operations: Operation[];
  /** Throws with the seed and the smallest request that breaks a rule. */
  fuzz(operation: Operation, requests: number, seed: number): Promise<void>;
  /** Statuses by operation, and how many requests were sent in all. */
  counts: Map<string, Map<number, number>>;
  sent(): number;
  /** Tokens and keys that the server gave out. */
  given(): string[];
}

export interface FuzzOptions {
  url: string;
  document: ApiDocument;
  seeds: ReturnType<typeof seedsOf>;
  /** Texts that no answer may hold. */
  secrets: readonly string[];
}

/** How often the server is asked whether it still lives, in requests. */
const HEALTH_EVERY = 100;
const HEALTHY_WITHIN_MS = 30_000;
/** How often the crew gets a fresh document and fresh things, in requests. */
const GIFTS_EVERY = 25;

export async function prepareFuzz({ url, document, seeds, secrets }: FuzzOptions): Promise<Fuzz> {
  const [victimSeed, ...others] = seeds;
  const victim = await bringCrew(url, victimSeed!);
  const counts: Fuzz['counts'] = new Map();
  const resolve = (ref: string) => document.components.schemas[ref.split('/').at(-1)!];
  let crew = await bringCrew(url, others.shift()!);
  let sent = 0;
  const given = new Set<string>();
  const note = ({ tokens, key }: Crew): void => {
    for (const secret of [...Object.values(tokens), key]) given.add(secret);
  };
  note(victim);
  note(crew);

  const nextCrew = async (): Promise<void> => {
    const seed = others.shift();
    if (!seed) throw new Error('every crew is spoilt: seed more of them');
    crew = await bringCrew(url, seed);
    note(crew);
  };

  const send = async (operation: Operation, plan: RequestPlan): Promise<void> => {
    const request = renderRequest(plan, { url, path: operation.path, crew, victim, serial: sent });
    // Each from an address of its own: limits by address are tested elsewhere.
    const from = `127.${1 + (sent >> 16)}.${(sent >> 8) & 255}.${1 + (sent & 127)}`;
    sent++;
    const answer = await sendRaw(url, { ...request, from });
    const status = typeof answer === 'string' ? 0 : answer.status;
    const ofOperation = counts.get(operation.name) ?? new Map<number, number>();
    counts.set(operation.name, ofOperation.set(status, (ofOperation.get(status) ?? 0) + 1));
    const wrong = judgeAnswer(answer, { operation, plan, secrets });
    if (wrong.length > 0) throw new Error(`${wrong.join('; ')}\n${showExchange(request, answer)}`);
    if (typeof answer === 'object' && plan.as === 'owner') learn(crew, operation, answer);
    if (status === 401 || status === 403 || operation.method !== 'GET') await keepCrewUsable();
    if (sent % HEALTH_EVERY === 0) await ensureHealthy(url);
    // What there was may be deleted by now.
    if (sent % GIFTS_EVERY === 0) await giveAgain().catch(nextCrew);
  };

  const giveAgain = async (): Promise<void> => {
    await giveDocument(url, crew);
    await giveThings(url, crew);
  };

  const keepCrewUsable = async (): Promise<void> => {
    for (const person of Object.keys(crew.tokens) as Person[]) {
      if (await counts200(url, crew.tokens[person])) continue;
      try {
        crew.tokens[person] = await signInFrom(url, crew.emails[person]);
        if (await counts200(url, crew.tokens[person])) continue;
      } catch {
        // Locked, deleted or with another password by now.
      }
      return nextCrew();
    }
  };

  return {
    operations: operationsOf(document),
    counts,
    sent: () => sent,
    given: () => [...given],
    async fuzz(operation, requests, seed) {
      await fc.assert(
        fc.asyncProperty(requestTo(operation, resolve), (plan) => send(operation, plan)),
        { numRuns: requests, seed, maxSkipsPerRun: 0, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true },
      );
      await ensureHealthy(url);
    },
  };
}

function learn(crew: Crew, { path }: Operation, { status, headers, body }: RawAnswer): void {
  const location = headers.get('location')?.[0];
  if (location !== undefined && URL.canParse(location, 'http://local')) {
    const { pathname, searchParams } = new URL(location, 'http://local');
    crew.links.set(pathname, searchParams.get('link') ?? '');
  }
  if (status >= 300) return;
  const collection =
    path
      .split('/')
      .filter((part) => part !== '' && !part.startsWith('{'))
      .at(-1) ?? '';
  try {
    harvest(crew, JSON.parse(body.toString('utf8')), collection);
  } catch {
    // A file or a picture.
  }
}

async function counts200(url: string, token: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/types`, { headers: { authorization: `Bearer ${token}` } });
  await response.arrayBuffer();
  return response.ok;
}

/** What a request broke stays broken; that a disk which others share answered late once is over soon. */
async function ensureHealthy(url: string): Promise<void> {
  const deadline = performance.now() + HEALTHY_WITHIN_MS;
  for (const path of ['/healthz', '/readyz']) {
    for (;;) {
      const response = await fetch(url + path);
      const told = await response.text();
      if (response.ok) break;
      if (performance.now() > deadline) throw new Error(`${path} answers ${response.status}: ${told}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function showExchange(request: ReturnType<typeof renderRequest>, answer: Awaited<ReturnType<typeof sendRaw>>): string {
  const shown = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}… (${text.length})` : text);
  const body = Buffer.from(request.body ?? []).toString('utf8');
  const sent = [
    `${request.method} ${request.target}`,
    ...request.headers.map(([name, value]) => `${name}: ${value.replace(/(eyJ[\w-]{8})[\w.-]+/, '$1…')}`),
    '',
    body,
  ];
  const got =
    typeof answer === 'string'
      ? answer
      : `${answer.status} ${[...answer.headers].map(([name, values]) => `${name}: ${values}`).join('; ')}\n${answer.body.toString('utf8')}`;
  return `--- sent\n${sent.map(shown).join('\n')}\n--- got\n${got.slice(0, 2000)}`;
}
