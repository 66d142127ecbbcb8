// Where a process of these settings answers for its health, seen from the same machine. Reads no other setting: secrets, and
// whatever else a start needs, may be out of reach of who asks.

import { serverSettings } from './server.ts';

type Name = 'HOST' | 'PORT' | 'WORKER_PORT' | 'MODE';

/** undefined when it cannot be told: a setting is not valid, or the port is whichever was free. */
export function healthAddressOf(env: Readonly<Record<string, string | undefined>>): URL | undefined {
  const read = (name: Name): unknown => {
    const { schema, default: fallback } = serverSettings[name];
    const { data } = schema.safeParse(env[name]?.trim() || fallback);
    return data;
  };
  const host = read('HOST');
  const port = read(read('MODE') === 'worker' ? 'WORKER_PORT' : 'PORT');
  if (typeof host !== 'string' || typeof port !== 'number' || port === 0) return undefined;
  return URL.parse(`http://${reachable(host)}:${port}`) ?? undefined;
}

/** Whoever listens everywhere is asked where nothing stands in between. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
