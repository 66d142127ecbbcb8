// Objects in Azure Blob Storage. Content goes up in blocks, each with its MD5, and appears when their list is committed; blocks
// that never are, Azure drops after a week.

import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobServiceClient, ContainerClient } from '@azure/storage-blob';
import { SheafError } from '../../errors.ts';
import type { OutsideService } from '../../outside/outside-service.ts';
import { type ByteRange, ensureKey, ensurePrefix, type ObjectStore, pastTheEnd } from './object-store.ts';
import { type PartUpload, putInParts } from './put-in-parts.ts';
import { resumingRead } from './resuming-read.ts';
import { type CallStore, createStoreCalls, type StoreFailure, unavailable } from './store-calls.ts';

export interface AzureSettings {
  container: string;
  /** How to get in: all in one text, by key, or as whoever this machine is to Azure. */
  access: { connectionString: string } | { account: string; key: string | undefined };
}

const LONG_MS = 120_000;
const POLL_MS = 200;
/** The tries are ours (store-calls.ts). */
const clientOptions = { retryOptions: { maxTries: 1 } };

export async function openAzureObjects(settings: AzureSettings, outside?: OutsideService): Promise<ObjectStore> {
  const service = await connect(settings);
  const container = service.getContainerClient(settings.container);
  // Without the query, which is a key where access is by a shared signature.
  const name = `azure ${container.url.replace(/\?.*$/, '')}`;
  const call = createStoreCalls(name, explain, outside);
  const failed = (what: string) => unavailable(name, what);
  const at = (key: string) => container.getBlockBlobClient(ensureKey(key));

  async function openRange(key: string, range: ByteRange | undefined, etag?: string) {
    const count = range && range.end - range.start + 1;
    const conditions = etag ? { ifMatch: etag } : {};
    const blob = at(key);
    return call((abortSignal) =>
      blob.download(range?.start ?? 0, count, { abortSignal, conditions, maxRetryRequests: 0 }).catch(orMissing),
    );
  }

  return {
    name,
    async put(key, content) {
      const blob = at(key);
      await putInParts(content, {
        putWhole: (whole) => {
          const transactionalContentMD5 = md5Of(whole);
          const options = { tryMs: LONG_MS };
          return call(async (abortSignal) => {
            await blob.upload(whole, whole.length, { abortSignal, transactionalContentMD5 });
          }, options);
        },
        begin: () => beginUpload(call, blob),
      });
    },
    async get(key, range) {
      const response = await openRange(key, range);
      if (!response) return undefined;
      const { contentLength: size, etag, readableStreamBody: first } = response;
      if (size === undefined || !first) throw failed('an answer without a length');
      // azurite, at the very end.
      if (range && size === 0) throw pastTheEnd();
      const start = range?.start ?? 0;
      const content = resumingRead({
        first: first as Readable,
        size,
        gaveUp: failed,
        openFrom: async (offset) => {
          const rest = await openRange(key, { start: start + offset, end: start + size - 1 }, etag);
          if (!rest?.readableStreamBody) throw failed('gone while it was read');
          return rest.readableStreamBody as Readable;
        },
      });
      return { size, content };
    },
    stat: (key) => {
      const blob = at(key);
      return call(async (abortSignal) => {
        const found = await blob.getProperties({ abortSignal }).catch(orMissing);
        return found && { key, size: found.contentLength ?? 0, modifiedAt: found.lastModified ?? new Date(0) };
      });
    },
    async *list(prefix) {
      let token: string | undefined;
      do {
        const page = await call((abortSignal) =>
          listPage(container, { prefix: ensurePrefix(prefix), token, abortSignal }),
        );
        for (const { name: key, properties } of page?.segment.blobItems ?? []) {
          yield { key, size: properties.contentLength ?? 0, modifiedAt: properties.lastModified };
        }
        token = page?.continuationToken || undefined;
      } while (token);
    },
    async move(from, to) {
      const [source, target] = [at(from), at(to)];
      await call(
        async (abortSignal) => {
          const copying = await target.beginCopyFromURL(source.url, { abortSignal, intervalInMs: POLL_MS });
          const { copyStatus } = await copying.pollUntilDone();
          if (copyStatus !== 'success') throw new Error('not copied');
        },
        { tryMs: LONG_MS },
      );
      // What stays behind is cleared when it is old.
      await call((abortSignal) => source.deleteIfExists({ abortSignal })).catch(() => {});
    },
    remove(key) {
      const blob = at(key);
      return call(async (abortSignal) => void (await blob.deleteIfExists({ abortSignal })));
    },
    async clearHalfDone() {
      // Azure does.
    },
    check: () => call(async (abortSignal) => void (await listPage(container, { prefix: '', count: 1, abortSignal }))),
  };
}

/** Imported when it is used: the library, and above all the one for identities, take long to load. */
async function connect({ access }: AzureSettings): Promise<BlobServiceClient> {
  const { BlobServiceClient, StorageSharedKeyCredential } = await import('@azure/storage-blob');
  if ('connectionString' in access) {
    try {
      return BlobServiceClient.fromConnectionString(access.connectionString, clientOptions);
    } catch (error) {
      // It names what is missing, and repeats nothing.
      throw new SheafError('config.invalid', `AZURE_STORAGE_CONNECTION_STRING: ${(error as Error).message}`);
    }
  }
  const url = `https://${access.account}.blob.core.windows.net`;
  if (access.key !== undefined) {
    return new BlobServiceClient(url, new StorageSharedKeyCredential(access.account, access.key), clientOptions);
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new BlobServiceClient(url, new DefaultAzureCredential(), clientOptions);
}

interface ListPage {
  prefix: string;
  token?: string | undefined;
  count?: number;
  abortSignal: AbortSignal;
}

async function listPage(container: ContainerClient, { prefix, token, count, abortSignal }: ListPage) {
  const pages = container.listBlobsFlat({ prefix, abortSignal }).byPage({
    ...(token === undefined ? {} : { continuationToken: token }),
    ...(count === undefined ? {} : { maxPageSize: count }),
  });
  const { value } = await pages.next();
  return value as { segment: { blobItems: BlobItem[] }; continuationToken?: string } | undefined;
}

interface BlobItem {
  name: string;
  properties: { contentLength?: number; lastModified: Date };
}

const md5Of = (content: Buffer): Buffer => createHash('md5').update(content).digest();

async function beginUpload(
  call: CallStore,
  blob: ReturnType<ContainerClient['getBlockBlobClient']>,
): Promise<PartUpload> {
  // Of two uploads of one key at once, neither may take the other's blocks; all names of a blob's blocks have one length.
  const upload = randomUUID();
  const ids: string[] = [];
  /** By the clock of Azure. */
  let begunAt: Date | undefined;
  return {
    async send(content, number) {
      const id = Buffer.from(`${upload}-${String(number).padStart(6, '0')}`).toString('base64');
      const transactionalContentMD5 = md5Of(content);
      const { date } = await call(
        (abortSignal) => blob.stageBlock(id, content, content.length, { abortSignal, transactionalContentMD5 }),
        { tryMs: LONG_MS },
      );
      begunAt ??= date;
      ids.push(id);
    },
    complete: () =>
      call(async (abortSignal) => {
        await blob.commitBlockList(ids, { abortSignal }).catch(async (error: unknown) => {
          if (explain(error).code !== 'InvalidBlockList' || !begunAt) throw error;
          // An upload of the same key that ended meanwhile drops our blocks: then its content counts, and it is whole.
          const { lastModified } = await blob.getProperties({ abortSignal });
          if (!lastModified || lastModified < begunAt) throw error;
        });
      }),
    async abort() {
      // Blocks that no list names are dropped by Azure.
    },
  };
}

/** undefined for an object that is not there; throws for a container that is not. */
function orMissing(error: unknown): undefined {
  const { status, code } = explain(error);
  if (status === 416) throw pastTheEnd();
  if (status !== 404 || code === 'ContainerNotFound') throw error;
}

function explain(error: unknown): StoreFailure {
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
  return { status: statusCode, code };
}
