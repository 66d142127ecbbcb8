// Compresses answers of text, where no secret stands in them. What an attacker puts into a request and finds again in a
// compressed answer beside a secret tells the secret by its length (BREACH): such answers are never compressed.

import compress from '@fastify/compress';
import type { RouteOptions } from 'fastify';
import type { ZodObject } from 'zod';
import type { App } from './api-context.ts';
import { codedTag } from './etags.ts';

/** Less is not worth the work. */
const THRESHOLD_BYTES = 1024;

const textual = /^(?:text\/(?:html|css|javascript|plain)|application\/(?:problem\+)?json|image\/svg\+xml)(?:;|$)/;

/** Routes that hand out or take tokens, keys and codes; and files as they were uploaded. */
const secretParts = new Set(
  'auth keys api-keys tokens sessions passkeys second-factor invitations webhooks files'.split(' '),
);

/** Call before any route is added. */
export async function compressAnswers(app: App): Promise<void> {
  app.addHook('onRoute', (route) => {
    keepAllHeaders(route);
    if (holdsSecrets(route)) route.compress = false;
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD_BYTES,
    customTypes: textual,
    // Bodies of requests are taken as they are: a small one that unpacks to gigabytes has no use here.
    globalDecompression: false,
  });
  // After the hook of the plug-in, which is one of the route's own.
  app.addHook('onRoute', (route) => {
    if (route.compress === false) return;
    route.onSend = [...[route.onSend ?? []].flat(), tagCoding] as RouteOptions['onSend'];
  });
}

function holdsSecrets({ url, config }: RouteOptions): boolean {
  return config?.secret === true || url.split('/').some((part) => secretParts.has(part));
}

/** Checking headers would drop those that a route does not name, and with them what the client accepts. */
function keepAllHeaders(route: RouteOptions): void {
  const headers = route.schema?.headers as ZodObject | undefined;
  if (headers) route.schema = { ...route.schema, headers: headers.loose() };
}

/** A compressed answer is another representation than the plain one (RFC 9110 8.8.3.3). */
const tagCoding: RouteOptions['onSend'] = async (_request, reply, payload) => {
  const coding = reply.getHeader('content-encoding');
  const tag = reply.getHeader('etag');
  if (typeof coding === 'string' && typeof tag === 'string') reply.header('etag', codedTag(tag, coding));
  return payload;
};
