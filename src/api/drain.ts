// What is left of a body that is not wanted. It is taken in and thrown away, because a connection that is cut while the
// client still sends often loses the answer, too; up to a bound, because a client may send for ever.

import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 256 * 1024 * 1024;

/** The time-out of the request still holds. */
export function drain(request: IncomingMessage, mostBytes = MOST_BYTES): void {
  if (request.readableEnded || request.destroyed) return;
  let taken = 0;
  request.unpipe();
  request.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > mostBytes) request.socket.destroy();
  });
  request.resume();
}
