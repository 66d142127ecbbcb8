// Links by which somebody ends mails of notices without signing in. Sealed under the server's key: nobody else can make one, and
// what is in it says nothing to whoever finds it.

import { z } from 'zod';
import type { SecretBox } from '../store/sealed-secrets.ts';

const PURPOSE = 'unsubscribe';

const content = z.strictObject({ purpose: z.literal(PURPOSE), workspaceId: z.uuid(), userId: z.uuid() });

export interface Unsubscription {
  workspaceId: string;
  userId: string;
}

export function unsubscribeToken(secrets: SecretBox, { workspaceId, userId }: Unsubscription): string {
  const sealed = secrets.seal(JSON.stringify({ purpose: PURPOSE, workspaceId, userId }));
  return Buffer.from(sealed, 'base64').toString('base64url');
}

/** undefined for anything that is none of ours. */
export function openUnsubscribeToken(secrets: SecretBox, token: string): Unsubscription | undefined {
  if (!/^[\w-]{1,1000}$/.test(token)) return undefined;
  const text = secrets.open(Buffer.from(token, 'base64url').toString('base64'));
  if (text === undefined) return undefined;
  try {
    const parsed = content.safeParse(JSON.parse(text));
    return parsed.success ? { workspaceId: parsed.data.workspaceId, userId: parsed.data.userId } : undefined;
  } catch {
    // Sealed under the same key for another use: a password of a file is no JSON.
    return undefined;
  }
}
