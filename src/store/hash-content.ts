import { createHash } from 'node:crypto';

/** Passes content on as it is read; `found` tells, once, what came by: its size and SHA-256 in hexadecimal digits. */
export function hashContent(content: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let size = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  return { chunks: chunks(), found: () => ({ size, sha256: hash.digest('hex') }) };
}
