// What stands in links that need no signing in: sealed under the server's key for one purpose, so that nobody else can make one,
// and what is in it says nothing to whoever finds it.

import type { z } from 'zod';
import type { SecretBox } from '../store/sealed-secrets.ts';

export function sealLink(secrets: SecretBox, content: { purpose: string; [name: string]: string }): string {
  return Buffer.from(secrets.seal(JSON.stringify(content)), 'base64').toString('base64url');
}

/** undefined for anything that is none of ours, or for another purpose: the schema names it. */
export function openLink<T>(secrets: SecretBox, schema: z.ZodType<T>, token: string): T | undefined {
  if (!/^[\w-]{1,1000}$/.test(token)) return undefined;
  const text = secrets.open(Buffer.from(token, 'base64url').toString('base64'));
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Sealed under the same key for another use: a password of a file is no JSON.
    return undefined;
  }
}
