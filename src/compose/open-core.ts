// Store, queue, engine and accounts: what every mode needs, opened in the order in which they need each other.

import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import { createGuardedFetch } from '../notify/guarded-fetch.ts';
import { createLiveEvents } from '../notify/live-events.ts';
import { mailHealth } from '../notify/mail-health.ts';
import { createMailTransport, type MailTransport } from '../notify/smtp-transport.ts';
import { type Logger, moduleLogger } from '../observe/logger.ts';
import { checkDatabase, type Database, openDatabase } from '../store/database.ts';
import { openExportFiles } from '../store/export-files.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { migrateDatabase } from '../store/migrate.ts';
import { openPageImages } from '../store/page-images.ts';
import { queues } from '../store/queues.ts';
import { openSecretBox } from '../store/sealed-secrets.ts';
import { ensureStartable } from '../store/transfer/marks.ts';
import { watchBackups } from './backup-health.ts';
import { createBackupMaker } from './backup-maker.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { openBlobs } from './open-blobs.ts';
import { openIdentity } from './open-identity.ts';
import type { Core, Foundation } from './world.ts';

export interface CoreParts {
  createEngine: (options: EngineOptions) => Promise<Engine>;
  /** Is shown every mail of accounts besides. */
  takeMail: Services['sendAccountMail'] | undefined;
}

/** Closed in the opposite order: first no more jobs, then no reader, then no database. */
export async function openCore(foundation: Foundation, { createEngine, takeMail }: CoreParts): Promise<Core> {
  const { config, log, version, closers, readiness } = foundation;
  const { dataDir, databaseUrl } = config;
  const storeLog = moduleLogger(log, 'store');
  const onError = (error: Error): void => storeLog.error({ error }, 'background error');
  const onMake = (): void =>
    storeLog.info({ event: 'making-database', dataDir }, 'first start: making the database (a few seconds)');

  const database = await openDatabase({ dataDir, databaseUrl, onError, onMake, pool: config.databasePool });
  closers.add(() => database.close());
  await ensureStartable(database.db);
  const applied = await migrateDatabase(database.db);
  if (applied.length > 0) storeLog.info({ applied }, 'database migrated');
  readiness.add('database', () => checkDatabase(database.db));

  const engine = await createEngine({
    jobs: config.readJobs || availableParallelism(),
    version,
    maxBytes: config.maxUploadBytes,
    keepChildren: config.readersKept ?? (database.kind === 'embedded' ? 1 : 0),
  });
  closers.add(() => engine.reader.close());
  const queue = await openJobQueue({ queues, source: queueSource(database, config), onError });
  closers.add(() => queue.stop(config.stopTimeoutMs));

  const blobs = await openBlobs({ dataDir }, { exclusive: database.kind === 'embedded' });
  readiness.add('blobs', () => blobs.check());
  const listensAt: Core['listensAt'] = { address: undefined };
  const secrets = openSecretBox(path.join(dataDir, 'secrets', 'file-passwords.key'));
  const { identity, authSecret, sendAccountMail } = openIdentity({
    config,
    db: database.db,
    queue,
    secrets,
    log: moduleLogger(log, 'identity'),
    listensAt: () => listensAt.address,
    takeMail,
  });
  closers.add(() => identity.settled());
  const mailTransport = openMail(config, log);
  if (mailTransport) readiness.add('mail', () => mailHealth(mailTransport, database.db), { required: false });
  watchBackups(readiness, { db: database.db, backup: config.backup });
  const services: Services = {
    identity,
    sendAccountMail,
    db: database.db,
    blobs,
    pageImages: openPageImages(path.join(dataDir, 'page-images')),
    secrets,
    queue,
    live: createLiveEvents(),
    mailFrom: config.mail.from,
    mailTransport,
    fetchOutside: createGuardedFetch({ allow: config.outgoingAllow }),
    log: moduleLogger(log, 'api'),
    reader: engine.reader,
    prepareReading: engine.prepare,
    hiddenTextPolicy: config.hiddenTextPolicy,
    types: engine.types,
    judge: engine.judge,
    mediaTypeOf: engine.mediaTypeOf,
    versions: engine.versions,
    tierPolicy: config.http.tierPolicy,
    exportFiles: openExportFiles(path.join(dataDir, 'exports')),
    backups: createBackupMaker({ config, database, version, log: moduleLogger(log, 'backup') }),
    databaseKind: database.kind,
    trashDays: config.trashDays,
  };
  return { ...foundation, engine, services, authSecret, listensAt };
}

/** One warning at start tells why nobody gets mail. */
function openMail({ mail: { server, from, timeoutMs } }: Config, log: Logger): MailTransport | undefined {
  if (server) return createMailTransport({ server, from, timeoutMs });
  log.warn(
    { event: 'mail-not-configured', module: 'notify' },
    'SMTP_URL is not set: no mail is sent; mails are kept as undeliverable (docs/mail.md)',
  );
  return undefined;
}

function queueSource(database: Database, config: Config): Parameters<typeof openJobQueue>[0]['source'] {
  return database.pglite ? { pglite: database.pglite } : { databaseUrl: config.databaseUrl! };
}
