// Accounts put together: their secret, their settings, and the way their mails go out.

import type { Kysely } from 'kysely';
import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import { createIdentity, type Identity, type IdentityOptions } from '../identity/identity.ts';
import type { MailTemplate } from '../notify/mail-data.ts';
import { type MailToQueue, queueMail } from '../notify/queue-mail.ts';
import type { Logger } from '../observe/logger.ts';
import type { OutsideService } from '../outside/outside-service.ts';
import type { JobQueue } from '../store/job-queue.ts';
import type { Schema } from '../store/schema.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import type { OpenKeys } from './open-keys.ts';

export interface IdentityParts {
  config: Config;
  db: Kysely<Schema>;
  queue: JobQueue;
  secrets: SecretBox;
  authKeys: OpenKeys['auth'];
  log: Logger;
  /** Known when the server listens. */
  listensAt: () => string | undefined;
  oidcService: OutsideService | undefined;
  onAttempt: IdentityOptions['onAttempt'];
  /** Is shown every mail of accounts besides. */
  takeMail: Services['sendAccountMail'] | undefined;
}

export interface OpenIdentity {
  identity: Identity;
  sendAccountMail: Services['sendAccountMail'];
}

export async function openIdentity(parts: IdentityParts): Promise<OpenIdentity> {
  const { config, db, queue, secrets, authKeys, log, listensAt, oidcService, onAttempt, takeMail } = parts;
  const sendAccountMail: Services['sendAccountMail'] = async (mail) => {
    const deps = { queue, secrets, mailFrom: config.mail.from };
    await queueMail(db, deps, mail as MailToQueue<MailTemplate>);
    await takeMail?.(mail);
  };
  const signsIn = config.mode !== 'worker';
  const identity = createIdentity({
    db,
    createAuth: signsIn ? (await import('../identity/better-auth.ts')).createBetterAuth : undefined,
    settings: {
      secret: authKeys.current,
      oldSecrets: authKeys.old,
      issuer: config.publicUrl?.origin ?? 'urn:sheaf',
      audience: 'urn:sheaf:api',
      accessTokenSeconds: config.accessTokenSeconds,
      sessionSeconds: config.sessionSeconds,
      requireVerification:
        (config.emailVerification ?? (config.mail.server || config.mail.api ? 'required' : 'off')) === 'required',
      registration: config.registration,
      oidcProviders: config.oidcProviders,
      workspacesPerPerson: config.workspacesPerPerson,
    },
    publicUrl: () => config.publicUrl ?? new URL(reachable(listensAt() ?? `http://${config.host}:${config.port}`)),
    sendMail: sendAccountMail,
    onError: (message) => log.error({ reason: message }, 'accounts'),
    oidcService,
    onAttempt,
  });
  return { identity, sendAccountMail };
}

/**
 * The address as a browser on this machine opens it. By its name: to a number browsers give no passkeys, and cookies
 * of one do not count for the other.
 */
function reachable(address: string): string {
  return address.replace(/\/\/(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?=:|$)/, '//localhost');
}
