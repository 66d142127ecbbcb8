// The ways in that the settings switch on. Each is loaded only then.

import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IntakeWays } from '../actions/intake-ways.ts';
import type { Services } from '../actions/services.ts';
import { takeMail } from '../actions/take-arrival.ts';
import { SheafError } from '../errors.ts';
import { isAllowedTarget, isGlobalAddress } from '../notify/outgoing-rules.ts';
import { moduleLogger } from '../observe/logger.ts';
import { outsideHealth } from '../outside/outside-services.ts';
import { findIntakeByToken } from '../store/intake-sources.ts';
import type { ObjectStore } from '../store/objects/object-store.ts';
import type { Foundation } from './world.ts';

/** Mailboxes that users name, each with a circuit. */
const MOST_MAILBOXES = 1000;
/** RFC 8314. */
const IMAP_PORTS: ReadonlySet<number> = new Set([993, 143]);

export async function openIntake(foundation: Foundation, objects: ObjectStore): Promise<IntakeWays> {
  const { config, readiness } = foundation;
  const { intake, maxUploadBytes: maxBytes } = config;
  if (intake.objects && config.blobs.store.kind === 'file') {
    throw new SheafError(
      'config.invalid',
      'INTAKE_OBJECTS needs a store on S3 or Azure; on this machine INTAKE_FOLDER does it',
    );
  }
  const ways: IntakeWays = {
    mail: intake.mail ? { domain: intake.smtp ? intake.mailDomain : undefined } : undefined,
    imap: intake.imap ? await openMailboxes(foundation) : undefined,
    folder: intake.folder ? await watchFolder(intake.folder) : undefined,
    objects: intake.objects ? await watchObjects(objects) : undefined,
    feed: intake.feeds ? { layOut: (await import('../intake/lay-out.ts')).layOut } : undefined,
    maxBytes,
  };
  const on = (['mail', 'imap', 'folder', 'objects', 'feed'] as const).filter((kind) => ways[kind] !== undefined);
  readiness.add('intake', () => ({ ok: true, details: { on: on.join(' ') || 'none' } }), { required: false });
  return ways;
}

async function watchFolder(root: string): Promise<NonNullable<IntakeWays['folder']>> {
  const { ensureFolder, listWaiting } = await import('../intake/watched-folder.ts');
  const placeOf = (workspaceId: string): string => path.join(root, workspaceId);
  return {
    placeOf,
    async listWaiting(workspaceId, limit) {
      await ensureFolder(placeOf(workspaceId));
      return listWaiting(placeOf(workspaceId), { limit });
    },
  };
}

async function watchObjects(objects: ObjectStore): Promise<NonNullable<IntakeWays['objects']>> {
  const { listWaitingObjects } = await import('../store/objects/watch-objects.ts');
  return {
    placeOf: (workspaceId) => `intake/${workspaceId}/`,
    listWaiting: (workspaceId, limit) => listWaitingObjects(objects, workspaceId, limit),
  };
}

async function openMailboxes({ config, outside, readiness }: Foundation): Promise<NonNullable<IntakeWays['imap']>> {
  const { createImapMailboxes } = await import('../intake/imap-mailbox.ts');
  const service = outside.add('imap', { circuits: MOST_MAILBOXES, namedByUsers: true });
  readiness.add('imap', () => outsideHealth(service), { required: false });
  return createImapMailboxes({
    service,
    maxBytes: config.maxUploadBytes,
    async resolve(host, port) {
      const found = await lookup(host, { all: true }).catch(() => []);
      if (found.length === 0) {
        throw new SheafError('intake.unreachable', 'The name of the mailbox’s server is not known.', {
          details: { reason: 'name' },
        });
      }
      // Every address: a name that leads inside as well is refused, whichever is tried.
      const mayCall = found.every(
        ({ address }) =>
          (IMAP_PORTS.has(port) && isGlobalAddress(address)) ||
          isAllowedTarget({ host: host.toLowerCase(), address, port }, config.outgoingAllow),
      );
      if (!mayCall) throw new SheafError('outgoing.refused', undefined, { details: { reason: 'address' } });
      return found[0]!.address;
    },
  });
}

/** Where mail comes in over SMTP; in processes that answer requests. */
export async function startSmtp({ config, log, closers }: Foundation, services: Services): Promise<number | undefined> {
  const { smtp, mailDomain } = config.intake;
  if (!smtp || !mailDomain) return undefined;
  const { openSmtpListener } = await import('../intake/smtp-listener.ts');
  const intakeLog = moduleLogger(log, 'intake');
  const maxBytes = config.maxUploadBytes;
  const listener = await openSmtpListener({
    ...smtp,
    domain: mailDomain,
    maxBytes,
    tls: smtp.tls && { cert: await readFile(smtp.tls.cert, 'utf8'), key: await readFile(smtp.tls.key, 'utf8') },
    async find(tokenHash) {
      const found = await findIntakeByToken(services.db, tokenHash);
      return found && { workspaceId: found.workspace_id, sourceId: found.id, enabled: found.enabled };
    },
    take: (place, content) => takeMail(services, place, { content, maxBytes }),
    onError: (error) => intakeLog.warn({ event: 'smtp-trouble', error }, 'a mail was not taken over SMTP'),
  });
  closers.add(() => listener.close());
  intakeLog.info({ event: 'smtp-listening', port: listener.port }, 'mail is taken over SMTP');
  return listener.port;
}
