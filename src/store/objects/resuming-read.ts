// Reads an object from another server to its end: a connection that breaks or falls silent half-way is taken up again where it
// stood, and what comes out is exactly as long as was announced, or an error.

import { Readable } from 'node:stream';
import type { SheafError } from '../../errors.ts';

/** Longest silence between two pieces, in milliseconds. */
const SILENCE_MS = 20_000;
/** Interruptions in a row without a byte in between. */
const MOST_INTERRUPTIONS = 3;

export interface ResumingRead {
  /** The answer to the first request. */
  first: Readable;
  /** Bytes that are to come. */
  size: number;
  /** Another request, for what comes after so many bytes. */
  openFrom(offset: number): Promise<Readable>;
  /** Thrown when it does not get further. */
  gaveUp: (what: string) => SheafError;
  silenceMs?: number;
}

export function resumingRead(read: ResumingRead): Readable {
  return Readable.from(pieces(read), { objectMode: false });
}

async function* pieces({ first, size, openFrom, gaveUp, silenceMs = SILENCE_MS }: ResumingRead) {
  let at = 0;
  let interruptions = 0;
  let body: Readable | undefined = first;
  while (true) {
    let trouble = 'it ended early';
    body ??= await openFrom(at);
    try {
      for await (const piece of withoutSilence(body, silenceMs)) {
        at += piece.length;
        interruptions = 0;
        if (at > size) throw gaveUp('it was longer than announced');
        yield piece;
      }
    } catch (error) {
      if (at > size) throw error;
      trouble = (error as { code?: string }).code ?? 'it broke off';
    }
    if (at === size) return;
    interruptions++;
    if (interruptions > MOST_INTERRUPTIONS) throw gaveUp(`${trouble} at byte ${at} of ${size}`);
    body = undefined;
  }
}

/** Ends the body when nothing comes for too long while somebody waits for it. */
async function* withoutSilence(body: Readable, silenceMs: number): AsyncGenerator<Buffer> {
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    while (true) {
      const timer = setTimeout(() => body.destroy(new Error('silent for too long')), silenceMs);
      const { value, done } = await iterator.next().finally(() => clearTimeout(timer));
      if (done) return;
      yield value;
    }
  } finally {
    body.destroy();
  }
}
