// A stream passed on as it is, whose beginning can be looked at afterwards.

import { Readable } from 'node:stream';

/** The lines that a mail begins with are not longer (parse/mail/read-eml.ts refuses what is). */
const KEPT_BYTES = 256 * 1024;

export function keepHead(content: Readable): { content: Readable; head(): Buffer } {
  const kept: Buffer[] = [];
  let size = 0;
  async function* watch(): AsyncGenerator<Buffer> {
    // What is left of it on an early end is the caller's to drain.
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < KEPT_BYTES) {
        kept.push(chunk.subarray(0, KEPT_BYTES - size));
        size += kept.at(-1)!.length;
      }
      yield chunk;
    }
  }
  return { content: Readable.from(watch(), { objectMode: false }), head: () => Buffer.concat(kept) };
}
