// A way to the server on which the answers of one address are held back: the server has acted, the browser does not know.

import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SlowWay {
  url: string;
  /** How often the address was asked for. */
  count: number;
  /** From now on its answers wait; the function lets them go. */
  hold(): () => void;
  close(): Promise<void>;
}

export async function openSlowWay(target: string, path: string): Promise<SlowWay> {
  let gate = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    const isSlow = incoming.url === path;
    if (isSlow) way.count++;
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url!, target), { method, headers }, async (answer) => {
      if (isSlow) await gate;
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const way: SlowWay = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: 0,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return way;
}
