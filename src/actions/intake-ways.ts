// The ways in that this server has switched on, for whoever makes, polls or shows them.

import type { ImapMailboxes } from '../intake/imap-mailbox.ts';
import type { LaidOut } from '../intake/lay-out.ts';
import type { WaitingFile } from '../intake/watched-folder.ts';

export interface WatchedPlace {
  /** What lies there for a workspace and is whole, oldest first. */
  listWaiting(workspaceId: string, limit: number): Promise<WaitingFile[]>;
  /** Where it is, for people; the operator's words. */
  placeOf(workspaceId: string): string;
}

export interface IntakeWays {
  /** Addresses with a secret, over HTTP; `domain`: also over SMTP, under it. */
  mail: { domain: string | undefined } | undefined;
  imap: ImapMailboxes | undefined;
  folder: WatchedPlace | undefined;
  objects: WatchedPlace | undefined;
  feed: { layOut(content: Uint8Array): Promise<LaidOut> } | undefined;
  /** Largest file. */
  maxBytes: number;
}
