// Headers that narrow what a browser does with an answer, after the OWASP Secure Headers Project.

import helmet from '@fastify/helmet';
import type { App } from './api-context.ts';
import type { HttpOptions } from './http-options.ts';

/** Two years, as browsers' preload lists want it. */
const HSTS_SECONDS = 63_072_000;

/** Devices and interfaces that no page of ours uses. */
const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export async function secureHeaders(
  app: App,
  { publicUrl, filesUrl }: Pick<HttpOptions, 'publicUrl' | 'filesUrl'>,
): Promise<void> {
  const ourSources = ["'self'", ...(filesUrl ? [filesUrl] : [])];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ourSources,
        connectSrc: ourSources,
        formAction: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain HTTP browsers ignore it; on loopback it would lock every local port out.
    strictTransportSecurity:
      publicUrl?.protocol === 'https:' ? { maxAge: HSTS_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
  });
  // Answers are somebody's own unless they say otherwise; with an ETag, they may be kept but must be asked for.
  app.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader('cache-control')) return;
    reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store');
  });
}
