// HTTP to addresses that a user, a document or another server named. Looks a name up once, checks every address it has, and
// connects to those very addresses: a name that changes its answer between check and connection gains nothing.

import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { SheafError } from '../errors.ts';
import { inSpan } from '../observe/tracing.ts';
import { failureKindOf, judgeStatus } from '../outside/judge-http.ts';
import type { CallVerdict, UnavailableReason } from '../outside/outside-call.ts';
import type { OutsideService } from '../outside/outside-service.ts';
import { hostOf, isAllowedTarget, isGlobalAddress, type OutgoingAllowance, portOf } from './outgoing-rules.ts';

export interface OutgoingRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For everything: names, redirects, the whole answer. */
  timeoutMs?: number;
  /** Largest answer. */
  maxBytes?: number;
  maxRedirects?: number;
  /** What is left alone after failures; the origin by default. */
  circuit?: string;
  signal?: AbortSignal;
}

export interface OutgoingResponse {
  /** Where the answer came from, after redirects. */
  url: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Throws `outgoing.refused` and `outgoing.failed`, each with `details.reason`. Any status is an answer. */
export type GuardedFetch = (url: string, request?: OutgoingRequest) => Promise<OutgoingResponse>;

export interface GuardedFetchOptions {
  allow: OutgoingAllowance;
  /** Its manners; each origin has a circuit of its own. */
  service: OutsideService;
  /** All addresses of a host; the system's resolver by default. */
  resolve?: (host: string) => Promise<readonly string[]>;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_000_000;
const MAX_REDIRECTS = 3;
const MAX_URL = 4000;
const MAX_HEADER_BYTES = 16_384;
const SERVER_FAILURES = ['name', 'connect', 'tls', 'timeout'] as const satisfies FailedReason[];
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Set by the connection itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
  'accept-encoding',
]);
/** All that another origin than the one they were meant for may see. */
const HARMLESS_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'user-agent', 'content-type']);

export function createGuardedFetch({ allow, service, resolve = resolveAll }: GuardedFetchOptions): GuardedFetch {
  return async (address, request = {}) => {
    const url = parseUrl(address);
    const totalMs = request.timeoutMs ?? TIMEOUT_MS;
    const { method = 'GET' } = request;
    // A stranger learns neither our trace nor our request: nothing of either goes into the headers.
    const attributes = { 'http.request.method': method, 'server.address': url.hostname };
    return inSpan(method, { kind: 'CLIENT', attributes }, async (span) => {
      const answer = await service.call({
        key: request.circuit ?? url.origin,
        signal: request.signal,
        repeatable: method === 'GET' || method === 'HEAD',
        totalMs,
        tryMs: totalMs,
        run: (signal) => follow(url, request, { allow, resolve, signal }),
        judge,
        unavailable: failed,
      });
      span.set({ 'http.response.status_code': answer.status });
      return answer;
    });
  };
}

/** Throws as a call would that was refused, or whose name is not known; and for http to whom the operator did not name. */
export type CheckOutgoing = (address: string) => Promise<void>;

export function createOutgoingCheck({
  allow,
  resolve = resolveAll,
}: Pick<GuardedFetchOptions, 'allow' | 'resolve'>): CheckOutgoing {
  return async (address) => {
    const url = parseUrl(address);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const addresses = await ensureAllowed(url, { allow, resolve, signal });
    if (url.protocol === 'http:' && addresses.some(isGlobalAddress)) throw refused('scheme');
  };
}

async function follow(url: URL, request: OutgoingRequest, rules: Rules): Promise<OutgoingResponse> {
  let hop: Hop = {
    url,
    method: request.method ?? 'GET',
    headers: cleanHeaders(request.headers ?? {}),
    body: request.body,
  };
  const limits = { maxBytes: request.maxBytes ?? MAX_BYTES, signal: rules.signal };
  for (let redirects = 0; ; redirects++) {
    const addresses = await ensureAllowed(hop.url, rules);
    const answer = await ask(hop, addresses, limits);
    if (!('location' in answer)) return answer;
    if (redirects >= (request.maxRedirects ?? MAX_REDIRECTS)) throw failed('redirects');
    hop = nextHop(hop, answer);
  }
}

/** Refusals are about what was asked; a server that cannot be reached or is overloaded may be better in a moment. */
function judge(result: { value: OutgoingResponse } | { error: unknown }): CallVerdict {
  if ('value' in result) {
    const { status, headers } = result.value;
    return judgeStatus(status, headers['retry-after']?.toString());
  }
  const { details } = result.error as Partial<SheafError>;
  const kind = SERVER_FAILURES.find((reason) => reason === details?.reason);
  return kind ? { verdict: 'server-failed', kind } : { verdict: 'about-request' };
}

interface Hop {
  url: URL;
  method: NonNullable<OutgoingRequest['method']>;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

interface Redirect {
  status: number;
  location: string;
}

type RefusedReason = 'url' | 'scheme' | 'credentials' | 'address' | 'downgrade';
type FailedReason = UnavailableReason | 'name' | 'connect' | 'tls' | 'size' | 'encoding' | 'redirects' | 'protocol';

const refused = (reason: RefusedReason) => new SheafError('outgoing.refused', undefined, { details: { reason } });
const failed = (reason: FailedReason, cause?: unknown) =>
  new SheafError('outgoing.failed', undefined, { cause, details: { reason } });

function parseUrl(text: string, base?: URL): URL {
  if (text.length > MAX_URL || !URL.canParse(text, base?.href)) throw refused('url');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('scheme');
  if (url.username !== '' || url.password !== '') throw refused('credentials');
  return url;
}

async function resolveAll(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

interface Rules extends Required<Omit<GuardedFetchOptions, 'service'>> {
  signal: AbortSignal;
}

/** The addresses to connect to. One that is not allowed refuses the name: whoever owns it mixes them for a reason. */
async function ensureAllowed(url: URL, { allow, resolve, signal }: Rules): Promise<readonly string[]> {
  const host = hostOf(url);
  const isLiteral = url.hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
  const addresses = isLiteral ? [host] : await withSignal(resolve(host), signal);
  if (addresses.length === 0) throw failed('name');
  const port = portOf(url);
  if (!addresses.every((address) => isAllowedTarget({ host, address, port }, allow))) throw refused('address');
  return addresses;
}

async function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(failed('timeout'));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    throw error instanceof SheafError ? error : failed('name', error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function ask(
  { url, method, headers, body }: Hop,
  addresses: readonly string[],
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<OutgoingResponse | Redirect> {
  // Loaded with the first request: many a server never makes one.
  const undici = await import('undici');
  const client = new undici.Client(url.origin, {
    connect: connectTo(addresses, undici),
    maxHeaderSize: MAX_HEADER_BYTES,
    // The signal ends everything; these would only end some of it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const response = await client.request({
      path: `${url.pathname}${url.search}`,
      method,
      // Nothing is decompressed here, so nothing can blow up.
      headers: { 'user-agent': 'Sheaf', ...headers, 'accept-encoding': 'identity' },
      body: body ?? null,
      signal,
    });
    const { location, 'content-encoding': encoding, 'content-length': length } = response.headers;
    if (REDIRECTS.has(response.statusCode) && typeof location === 'string') {
      return { status: response.statusCode, location };
    }
    if (encoding !== undefined && encoding !== 'identity' && encoding !== '') throw failed('encoding');
    if (method !== 'HEAD' && Number(length) > maxBytes) throw failed('size');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw failed('size');
      chunks.push(chunk);
    }
    return { url: url.href, status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
  } catch (error) {
    throw error instanceof SheafError ? error : failed(signal.aborted ? 'timeout' : reasonOf(error), error);
  } finally {
    client.destroy().catch(() => {});
  }
}

/** Name, SNI and Host stay as in the URL; only where the connection goes is fixed. */
function connectTo(
  addresses: readonly string[],
  { buildConnector: build }: { buildConnector: typeof buildConnector },
): ReturnType<typeof buildConnector> {
  const pinned: LookupFunction = (_host, options, done) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) done(null, all);
    else done(null, all[0]!.address, all[0]!.family);
  };
  const connect = build({ allowH2: false, autoSelectFamily: true, lookup: pinned });
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      // Should a runtime ever look names up by itself, this still holds.
      const there = socket?.remoteAddress;
      if (socket && !(there && addresses.includes(there))) {
        socket.destroy();
        callback(new Error('connected elsewhere'), null);
      } else if (error) callback(error, null);
      else callback(null, socket!);
    });
  };
}

function reasonOf(error: unknown): FailedReason {
  const kind = failureKindOf(error);
  return kind === 'name' || kind === 'connect' || kind === 'tls' || kind === 'timeout' ? kind : 'protocol';
}

function cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(lower.filter(([name]) => !OWN_HEADERS.has(name)));
}

function nextHop({ url, method, headers, body }: Hop, { status, location }: Redirect): Hop {
  const next = parseUrl(location, url);
  if (url.protocol === 'https:' && next.protocol === 'http:') throw refused('downgrade');
  const sameOrigin = next.origin === url.origin;
  const toGet = (status === 303 && method !== 'HEAD') || (status <= 302 && method === 'POST');
  // A body is as secret as a header: it does not follow to another origin.
  if (body !== undefined && !toGet && !sameOrigin) throw refused('address');
  const kept = Object.entries(headers).filter(
    ([name]) => (sameOrigin || HARMLESS_HEADERS.has(name)) && !(toGet && name.startsWith('content-')),
  );
  return {
    url: next,
    method: toGet ? 'GET' : method,
    headers: Object.fromEntries(kept),
    body: toGet ? undefined : body,
  };
}
