// Keeps what every test server logged, and every secret that went over its HTTP, until the suite is over: then no secret may
// stand in any line, and every line must keep the schema of docs/logging.md (check-suite-logs.ts).

import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Set by check-suite-logs.ts for all test processes of one run. */
const folder = process.env.SHEAF_SUITE_LOGS;
if (folder) mkdirSync(folder, { recursive: true });

const keep = (kind: 'log' | 'secrets', text: string): void => {
  if (folder) appendFileSync(path.join(folder, `${kind}-${process.pid}.jsonl`), text);
};

/** A line as a server wrote it. */
export const keepLogLine = (line: string): void => keep('log', line.endsWith('\n') ? line : `${line}\n`);

const known = new Set<string>();

/** Something that must not stand in any log. Short and monotonous texts say nothing: they may stand anywhere by chance. */
export function keepSecret(value: unknown): void {
  if (typeof value !== 'string' || value.length < 10 || new Set(value).size < 4 || known.has(value)) return;
  known.add(value);
  keep('secrets', `${JSON.stringify(value)}\n`);
}

/** Names of fields in requests and answers whose values are secrets. */
const secretFields =
  /^(?:password|currentPassword|newPassword|access_token|refresh_token|accessToken|refreshToken|token|key|secret|code|challenge|recoveryCodes|totpUri|uri|qrCode|link)$/;

/** Keeps the secrets of a JSON body, however deep. */
export function keepSecretsOf(value: unknown, name = ''): void {
  if (Array.isArray(value)) for (const each of value) keepSecretsOf(each, name);
  else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) keepSecretsOf(inner, field);
  } else if (secretFields.test(name) && !isCode(value)) keepSecret(value);
}

/** Problems have a `code`, which is a name and no secret. */
const isCode = (value: unknown): boolean => typeof value === 'string' && /^[a-z]+(?:[.-][a-z-]+)+$/.test(value);

/** Of an upload: each line that could not stand in a log by chance. */
export function keepContent(text: string): void {
  for (const line of text.split('\n').slice(0, 50)) if (line.length >= 24 && line.length <= 500) keepSecret(line);
}

/** Of a server's settings: what is secret by name, and the passwords in addresses. */
export function keepSecretsOfEnv(env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(env)) {
    if (/SECRET|PASSWORD|DSN|HEADERS|_KEY$/.test(name)) keepSecret(value);
    if (/_URL$/.test(name)) keepSecret(URL.parse(value)?.password);
  }
}
