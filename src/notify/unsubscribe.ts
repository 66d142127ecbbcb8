// Links by which somebody ends mails of notices without signing in.

import { z } from 'zod';
import type { SecretBox } from '../store/sealed-secrets.ts';
import { openLink, sealLink } from './sealed-link.ts';

const PURPOSE = 'unsubscribe';

const content = z.strictObject({ purpose: z.literal(PURPOSE), workspaceId: z.uuid(), userId: z.uuid() });

export interface Unsubscription {
  workspaceId: string;
  userId: string;
}

export function unsubscribeToken(secrets: SecretBox, { workspaceId, userId }: Unsubscription): string {
  return sealLink(secrets, { purpose: PURPOSE, workspaceId, userId });
}

/** undefined for anything that is none of ours. */
export function openUnsubscribeToken(secrets: SecretBox, token: string): Unsubscription | undefined {
  const found = openLink(secrets, content, token);
  return found && { workspaceId: found.workspaceId, userId: found.userId };
}
