// What /readyz tells about mail: the last that was heard of the server, and mails that somebody should look at.

import type { ComponentReport } from '../observe/readiness.ts';
import type { Db } from '../store/database.ts';
import { countWaitingMail } from '../store/emails.ts';
import type { MailTransport } from './mail-transport.ts';

/** Never connects: who asks for readiness must not be able to make us knock at another server's door. */
export async function mailHealth(transport: MailTransport, db: Db): Promise<ComponentReport> {
  const { circuit, last, reachable } = transport.state();
  const { queued, unknown, failed } = await countWaitingMail(db);
  return { ok: circuit === 'closed' && reachable, details: { circuit, last, queued, unknown, failed } };
}
