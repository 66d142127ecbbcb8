// What every operation of the OpenAPI document says besides its own schema: who may call it, and how it may fail.

import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { type Permission, permissions } from '../identity/permissions.ts';
import { problems } from './api-context.ts';

/** Ways to say who one is; any of them will do. */
export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of a sign-in, or an API key',
  },
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'API key, for programs' },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'sheaf-access',
    description:
      'Access token of a browser, HttpOnly; `__Secure-sheaf-access` over HTTPS. Changes must come from our own page or an allowed origin',
  },
} as const;

const anyScheme = Object.keys(securitySchemes).map((name) => ({ [name]: [] }));

type Transform = typeof jsonSchemaTransform;

/** The plug-in's hook for each route. */
export const describeOperation: Transform = (input) => {
  const { schema, route } = input;
  if (!schema || schema.hide) return jsonSchemaTransform(input);
  const access = route.config?.access ?? 'public';
  const signedIn = access !== 'public';
  const usual = signedIn ? problems(401, 403, 429, 500, 503) : problems(429, 500, 503);
  const description = [schema.description, whoMay(access)].filter(Boolean).join('\n\n');
  return jsonSchemaTransform({
    ...input,
    schema: {
      ...schema,
      description,
      security: signedIn ? anyScheme : [],
      response: { ...usual, ...(schema.response as object | undefined) },
    },
  });
};

function whoMay(access: string): string {
  if (access === 'public') return 'Needs no credentials.';
  if (access === 'account') return 'Needs a sign-in.';
  if (access === 'system') return 'Needs an administrator of the installation.';
  const { title, roles } = permissions[access as Permission];
  return `Needs the permission \`${access}\` (${title}): ${roles.join(', ')}.`;
}

const text = (description: string) => ({ description, schema: { type: 'string' } });
const number = (description: string) => ({ description, schema: { type: 'integer' } });

/** Headers that answers carry, by name; operations refer to them. */
export const answerHeaders = {
  'X-Request-ID': text('Kept from the request, or made'),
  'RateLimit-Policy': text('All windows: requests;w=seconds'),
  'RateLimit-Limit': number('Requests of the window that leaves the least'),
  'RateLimit-Remaining': number('Requests left in it'),
  'RateLimit-Reset': number('Seconds until it starts again'),
  'Retry-After': number('Seconds to wait'),
} as const;

type HeaderName = keyof typeof answerHeaders;

const always: HeaderName[] = [
  'X-Request-ID',
  'RateLimit-Policy',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
];

interface Answers {
  responses?: Record<string, { headers?: object; description?: string }>;
}

/** Puts the headers into every answer of an operation. */
export function describeHeaders({ responses = {} }: Answers): void {
  for (const [status, response] of Object.entries(responses)) {
    const names = ['429', '503'].includes(status) ? [...always, 'Retry-After' as const] : always;
    const refs = names.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
    response.headers = { ...Object.fromEntries(refs), ...response.headers };
  }
}
