// A port that is opened, and left in order.

import type { App } from '../api/api-context.ts';
import { SheafError } from '../errors.ts';
import type { Foundation } from './world.ts';

/** Returns the address. Throws `serve.address-in-use`. */
export async function listen(api: App, port: number, { config, closers }: Foundation): Promise<string> {
  closers.addDrain((leftMs) => closeApi(api, leftMs));
  // Where people find it is said once, when it is ready.
  const listenTextResolver = (): string => 'takes connections';
  return api.listen({ host: config.host, port, listenTextResolver }).catch((error: NodeJS.ErrnoException) => {
    throw refusedAddress(error, `${config.host}:${port}`);
  });
}

/** Requests that are under way may finish; past the deadline their connections are cut. */
async function closeApi(api: App, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => api.server.closeAllConnections(), timeoutMs);
  await api.close();
  clearTimeout(timer);
}

/** A port in use or out of reach is the operator's to settle, and says so. */
function refusedAddress(error: NodeJS.ErrnoException, where: string): unknown {
  if (error.code === 'EADDRINUSE')
    return new SheafError('serve.address-in-use', `Something else listens on ${where} already.`);
  if (error.code === 'EACCES') return new SheafError('serve.address-in-use', `This user may not listen on ${where}.`);
  return error;
}
