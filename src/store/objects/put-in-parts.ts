// Sends content of unknown size in pieces that fit into memory: one is on its way while the next is collected. The object
// appears when the last is confirmed; what fails before leaves nothing.

import type { ObjectBytes } from './object-store.ts';

/** The smallest that S3 takes for any part but the last: two of them are what an upload holds in memory. */
export const PART_BYTES = 5 * 1024 * 1024;

export interface PartUpload {
  /** 1, 2, 3 … */
  send(part: Buffer, number: number): Promise<void>;
  complete(): Promise<void>;
  /** What was sent so far is not wanted. */
  abort(): Promise<void>;
}

export interface PartTarget {
  /** Content that fits into one part. */
  putWhole(content: Buffer): Promise<void>;
  begin(): Promise<PartUpload>;
}

export async function putInParts(content: ObjectBytes, target: PartTarget): Promise<void> {
  let upload: PartUpload | undefined;
  let sending: Promise<void> = Promise.resolve();
  let number = 0;
  try {
    for await (const { part, last } of partsOf(content)) {
      if (last && !upload) return await target.putWhole(part);
      upload ??= await target.begin();
      await sending;
      number++;
      sending = upload.send(part, number);
      // Awaited with the next part; until then it must not count as unhandled.
      sending.catch(() => {});
    }
    await sending;
    await upload!.complete();
  } catch (error) {
    await sending.catch(() => {});
    // What cannot be taken back now is cleared when it is old.
    await upload?.abort().catch(() => {});
    throw error;
  }
}

/** Every part but the last has PART_BYTES; there is always a last one. */
async function* partsOf(content: ObjectBytes): AsyncGenerator<{ part: Buffer; last: boolean }> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (let chunk of content) {
    while (size + chunk.length > PART_BYTES) {
      const head = chunk.subarray(0, PART_BYTES - size);
      yield { part: Buffer.concat([...chunks, head]), last: false };
      chunk = chunk.subarray(head.length);
      chunks = [];
      size = 0;
    }
    chunks.push(chunk);
    size += chunk.length;
  }
  yield { part: Buffer.concat(chunks), last: true };
}
