// Objects in S3, or in what speaks its protocol. Uploads go in parts, so that no file stands in memory; each part carries its MD5,
// which the server checks.

import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import type { OutsideService } from '../../outside/outside-service.ts';
import {
  type ByteRange,
  ensureKey,
  ensurePrefix,
  type ObjectStore,
  pastTheEnd,
  type StoredObject,
} from './object-store.ts';
import { type PartUpload, putInParts } from './put-in-parts.ts';
import { resumingRead } from './resuming-read.ts';
import { type CallStore, createStoreCalls, type StoreFailure, unavailable } from './store-calls.ts';

export interface S3Settings {
  /** `https://s3.eu-central-1.amazonaws.com`, without the bucket. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Before every key; empty or ending in a slash. */
  prefix: string;
}

/** A part over a slow line; a copy that the server makes of a large file. */
const LONG_MS = 120_000;
const PAGE = 1000;
const BINARY = 'application/octet-stream';

interface Exchange {
  signal: AbortSignal;
  /** The last answer: s3mini keeps headers to itself. */
  response?: Response;
}

type Ask = <T>(
  run: (client: S3mini, exchange: Exchange) => Promise<T>,
  options?: Parameters<CallStore>[1],
) => Promise<T>;

export function openS3Objects(settings: S3Settings, service?: OutsideService): ObjectStore {
  const name = `s3 ${settings.endpoint}/${settings.bucket}`;
  const ask = createAsk(name, settings, service);
  const at = (key: string): string => `${settings.prefix}${ensureKey(key)}`;
  const failed = (what: string) => unavailable(name, what);

  async function openRange(key: string, range: ByteRange | undefined, etag?: string): Promise<Response | undefined> {
    const [from, to] = range ? [range.start, range.end + 1] : [0, undefined];
    const conditions = etag ? { 'if-match': etag } : {};
    const place = at(key);
    return ask((client) => client.getObjectRaw(place, range === undefined, from, to, conditions).catch(orMissing));
  }

  return {
    name,
    async put(key, content) {
      const place = at(key);
      await putInParts(content, {
        putWhole: (whole) => ask((client) => putWhole(client, place, whole), { tryMs: LONG_MS }),
        begin: () => beginUpload(ask, place),
      });
    },
    async get(key, range) {
      const response = await openRange(key, range);
      if (!response) return undefined;
      const total = totalOf(response);
      if (total === undefined) throw failed('an answer without a length');
      const { start, end } = range ?? { start: 0, end: total - 1 };
      const size = Math.min(end, total - 1) - start + 1;
      if (range && size <= 0) throw pastTheEnd();
      const etag = response.headers.get('etag') ?? undefined;
      const content = resumingRead({
        first: bodyOf(response, { start, size }),
        size,
        gaveUp: failed,
        openFrom: async (offset) => {
          const rest = { start: start + offset, end: start + size - 1 };
          const again = await openRange(key, rest, etag);
          if (!again) throw failed('gone while it was read');
          return bodyOf(again, { start: rest.start, size: size - offset });
        },
      });
      return { size, content };
    },
    stat: (key) => {
      const place = at(key);
      return ask(async (client, exchange) => {
        const size = await client.getContentLength(place).catch(orMissing);
        const modified = exchange.response?.headers.get('last-modified');
        return size === undefined ? undefined : { key, size, modifiedAt: new Date(modified ?? 0) };
      });
    },
    async *list(prefix) {
      const full = `${settings.prefix}${ensurePrefix(prefix)}`;
      let token: string | undefined;
      do {
        const page = await ask((client) => listPage(client, full, PAGE, token));
        for (const { Key, Size, LastModified } of page.objects ?? []) {
          yield { key: Key.slice(settings.prefix.length), size: Size, modifiedAt: LastModified } satisfies StoredObject;
        }
        token = page.nextContinuationToken;
      } while (token);
    },
    async move(from, to) {
      const [source, target] = [at(from), at(to)];
      // Not encoded: s3mini writes slashes as %2F, which not every server takes, and our keys have nothing else to encode.
      const additionalHeaders = { 'x-amz-copy-source': `/${settings.bucket}/${source}` };
      await ask((client) => client.copyObject(source, target, { additionalHeaders }), { tryMs: LONG_MS });
      // What stays behind is cleared when it is old.
      await ask((client) => client.deleteObject(source)).catch(() => {});
    },
    remove(key) {
      const place = at(key);
      return ask(async (client) => void (await client.deleteObject(place)));
    },
    async clearHalfDone(prefix, ageMs) {
      for await (const upload of listUploads(ask, `${settings.prefix}${ensurePrefix(prefix)}`)) {
        if (Date.now() - upload.initiated < ageMs) continue;
        await ask((client) => client.abortMultipartUpload(upload.key, upload.id).catch(orMissing));
      }
    },
    check: () => ask(async (client) => void (await listPage(client, settings.prefix, 1))),
  };
}

/** Each request within the limits that are meant for it: s3mini itself has one time limit for all. */
function createAsk(
  name: string,
  { endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings,
  service: OutsideService | undefined,
): Ask {
  const exchanges = new AsyncLocalStorage<Exchange>();
  const client = new S3mini({
    endpoint: `${endpoint.replace(/\/$/, '')}/${bucket}`,
    region,
    accessKeyId,
    secretAccessKey,
    fetch: async (input, init) => {
      const exchange = exchanges.getStore()!;
      // No redirects: a signed request is for one host. No compression: lengths must be those of the object.
      const headers = { ...(init?.headers as Record<string, string>), 'accept-encoding': 'identity' };
      exchange.response = await fetch(input, { ...init, headers, redirect: 'manual', signal: exchange.signal });
      return exchange.response;
    },
  });
  const call = createStoreCalls(name, explain, service);
  return (run, options) =>
    call((signal) => {
      const exchange: Exchange = { signal };
      return exchanges.run(exchange, () => run(client, exchange));
    }, options);
}

/** Content-MD5 is no header of Amazon's own, which is all that s3mini's types foresee. */
const md5Of = (content: Buffer) =>
  ({ 'content-md5': createHash('md5').update(content).digest('base64') }) as unknown as Record<
    `x-amz-${string}`,
    string
  >;

async function putWhole(client: S3mini, key: string, content: Buffer): Promise<void> {
  await client.putObject(key, content, BINARY, undefined, md5Of(content));
}

async function beginUpload(ask: Ask, key: string): Promise<PartUpload> {
  const id = await ask((client) => client.getMultipartUploadId(key, BINARY));
  const parts: { partNumber: number; etag: string }[] = [];
  return {
    async send(content, number) {
      const part = await ask((client) => client.uploadPart(key, id, content, number, {}, undefined, md5Of(content)), {
        tryMs: LONG_MS,
      });
      parts.push(part);
    },
    complete: () => ask((client) => complete(client, { key, id, parts }), { tryMs: LONG_MS }),
    abort: () => ask(async (client) => void (await client.abortMultipartUpload(key, id))),
  };
}

async function complete(
  client: S3mini,
  { key, id, parts }: { key: string; id: string; parts: { partNumber: number; etag: string }[] },
): Promise<void> {
  try {
    const { etag } = await client.completeMultipartUpload(key, id, parts);
    // S3 may begin with 200 and then tell of a failure in the body.
    if (!etag) throw new Error('not completed');
  } catch (error) {
    // The answer to the try before was lost: it is done.
    if (explain(error).code === 'NoSuchUpload' && (await client.objectExists(key))) return;
    throw error;
  }
}

async function listPage(client: S3mini, prefix: string, count: number, token?: string) {
  const page = await client.listObjectsPaged('/', prefix, count, token);
  if (!page) throw Object.assign(new Error('no such bucket'), { status: 404, serviceCode: 'NoSuchBucket' });
  return page;
}

interface HalfDone {
  key: string;
  id: string;
  initiated: number;
}

/** Nothing from servers that cannot tell: they need a rule of their own that clears such uploads (docs/storage.md). */
async function* listUploads(ask: Ask, prefix: string): AsyncGenerator<HalfDone> {
  let marker: Record<string, string> = {};
  do {
    const answer = await ask((client) =>
      client.listMultipartUploads('/', '', 'GET', { prefix, ...marker }).catch((error: unknown) => {
        if ([405, 501].includes(explain(error).status ?? 0)) return undefined;
        throw error;
      }),
    );
    // As the server wrote it: s3mini looks for names that no server uses.
    const result = (answer as Record<string, unknown> | undefined)?.ListMultipartUploadsResult as
      | Record<string, unknown>
      | undefined;
    for (const upload of [result?.Upload ?? []].flat() as Record<string, string>[]) {
      const { Key = '', UploadId = '', Initiated = '' } = upload;
      if (Key.startsWith(prefix) && UploadId) yield { key: Key, id: UploadId, initiated: Date.parse(Initiated) };
    }
    marker =
      result?.IsTruncated === 'true'
        ? { 'key-marker': String(result.NextKeyMarker), 'upload-id-marker': String(result.NextUploadIdMarker) }
        : {};
  } while (Object.keys(marker).length > 0);
}

/** Size of the whole object, of an answer with all or a part of it. */
function totalOf({ headers }: Response): number | undefined {
  const told = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length');
  return told === null || told === undefined ? undefined : Number(told);
}

/** The bytes that were asked for: a server may answer a request for some with more, or with all. */
function bodyOf(response: Response, { start, size }: { start: number; size: number }): Readable {
  const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
  const begin = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? 0);
  const length = Number(response.headers.get('content-length'));
  if (begin === start && length <= size) return body;
  return Readable.from(cut(body, { skip: start - begin, take: size }), { objectMode: false });
}

async function* cut(body: Readable, { skip, take }: { skip: number; take: number }): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const wanted = chunk.subarray(Math.max(0, skip - at), Math.max(0, skip + take - at));
    at += chunk.length;
    if (wanted.length > 0) yield wanted;
    if (at >= skip + take) return;
  }
}

/** undefined for an object that is not there; throws for a bucket that is not. */
function orMissing(error: unknown): undefined {
  const { status, code } = explain(error);
  if (status === 416) throw pastTheEnd();
  if (status !== 404 || code === 'NoSuchBucket') throw error;
}

/** Of s3mini's own errors, which may stand behind another, and of those of fetch. */
function explain(error: unknown): StoreFailure {
  const { status, serviceCode, body, code, cause } = (error ?? {}) as {
    status?: number;
    serviceCode?: string;
    body?: string;
    code?: string;
    cause?: unknown;
  };
  if (typeof status !== 'number') return cause === undefined ? { status: undefined, code } : explain(cause);
  const named = /<Code>(\w+)<\/Code>/.exec(body ?? '')?.[1];
  return { status, code: named ?? (serviceCode === 'Unknown' ? undefined : serviceCode) };
}
