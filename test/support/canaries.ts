// Secrets with texts that are easy to find wherever they are printed.

import { randomBytes } from 'node:crypto';
import { aliases } from '../../src/config/aliases.ts';
import { secretNames } from '../../src/config/settings.ts';

/** Long and random enough to be a valid secret, with a word in it that stands nowhere else. */
export const canary = (name: string): string =>
  `kanarienvogel-${name.toLowerCase()}-${randomBytes(24).toString('base64url')}`;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Settings that want more than a text. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  DATABASE_URL: (text) => `postgres://${text}:${text}@127.0.0.1:1/${text}`,
  SMTP_URL: (text) => `smtp://${text}:${text}@127.0.0.1:1`,
  AZURE_STORAGE_CONNECTION_STRING: (text) =>
    `DefaultEndpointsProtocol=https;AccountName=sheaf;AccountKey=${base64(text)};EndpointSuffix=core.windows.net`,
  AZURE_STORAGE_KEY: (text) => base64(text),
  OTEL_EXPORTER_OTLP_HEADERS: (text) => `authorization=${text}`,
  // Its library takes letters and digits alone.
  SENTRY_DSN: (text) => `https://${text.replace(/[^a-z0-9]/gi, '')}@127.0.0.1:1/1`,
};
export const around = {
  MAIL_FROM: 'a@example.org',
  OIDC_ISSUER: 'https://127.0.0.1:1',
  OIDC_CLIENT_ID: 'sheaf',
  GOOGLE_CLIENT_ID: 'sheaf',
  SHEAF_ADMIN_EMAIL: 'boss@example.org',
  OUTGOING_ALLOW: '127.0.0.1:1',
};

export const secrets = Object.fromEntries(secretNames.map((name) => [name, (forms[name] ?? String)(canary(name))]));
const olderSecrets = aliases.filter(
  ({ older, ours }) => ours.some((name) => secretNames.includes(name)) || /KEY|DSN/.test(older),
);

/** The word, as it is and as encodings make it; whoever prints half of a secret prints this. */
export const WORD = /kanarienvogel|a2FuYXJpZW52b2dlb|thbmFyaWVudm9nZW|rYW5hcmllbnZvZ2Vs|6b616e617269656e766f67656c/i;

/** Environments in which every secret is wrong, in every way. */
export function wrongEnvironments(): Record<string, string>[] {
  const all = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]));
  const wrong = all(secretNames, 'kanarienvogel');
  const older = all(
    olderSecrets.map((alias) => alias.older),
    'kanarienvogel',
  );
  return [
    wrong,
    older,
    { ...wrong, ...older, PORT: 'x' },
    all(secretNames, 'azure-keyvault:kanarienvogel'),
    all(secretNames, 'file:kanarienvogel'),
    all(secretNames, 'env:kanarienvogel'),
    { ...wrong, NODE_ENV: 'production' },
  ];
}
