// Writing to a stream that may be slow or may close early (`sheaf read … | head`).

import { once } from 'node:events';
import type { CliStream } from './command.ts';

/** What was found out could not be written down: a full disk, for one. */
export class OutputError extends Error {}

/** Writes and waits until the stream takes more. Rejects with EPIPE when the reader went away, with OutputError otherwise. */
export async function writeTo(stream: CliStream, text: string): Promise<void> {
  if ((stream as { destroyed?: boolean }).destroyed) throw closedPipe();
  try {
    if (stream.write(text)) return;
    await Promise.race([once(stream, 'drain'), once(stream, 'close').then(() => Promise.reject(closedPipe()))]);
  } catch (error) {
    if (isClosedPipe(error)) throw error;
    throw new OutputError(`the output cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

export function isClosedPipe(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

function closedPipe(): Error {
  return Object.assign(new Error('the reader of the output closed it'), { code: 'EPIPE' });
}
