// Store, queue, engine and accounts: what every mode needs, opened in the order in which they need each other.

import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import { createGuardedFetch } from '../notify/guarded-fetch.ts';
import { createLiveEvents } from '../notify/live-events.ts';
import { mailHealth } from '../notify/mail-health.ts';
import type { MailTransport } from '../notify/smtp-transport.ts';
import { type Logger, moduleLogger } from '../observe/logger.ts';
import { checkDatabase, type Database, openDatabase } from '../store/database.ts';
import { openExportFiles } from '../store/export-files.ts';
import { openFileBlobs } from '../store/file-blobs.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { checkMigrations, ensureMigrated, migrateDatabase } from '../store/migrate.ts';
import { openPageImages } from '../store/page-images.ts';
import { queues } from '../store/queues.ts';
import { openSecretBox } from '../store/sealed-secrets.ts';
import type { Engine, EngineOptions } from './engine.ts';
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
  if (config.migrateAtStart) {
    const applied = await migrateDatabase(database.db);
    if (applied.length > 0) storeLog.info({ applied }, 'database migrated');
  } else await ensureMigrated(database.db);
  readiness.add('database', () => checkDatabase(database.db));
  readiness.add('migrations', () => checkMigrations(database.db));

  const engine = await createEngine({
    jobs: config.readJobs || availableParallelism(),
    version,
    maxBytes: config.maxUploadBytes,
    keepChildren: config.readersKept ?? (database.kind === 'embedded' ? 1 : 0),
  });
  closers.add(() => engine.reader.close());
  const queue = await openJobQueue({
    queues,
    source: queueSource(database, config),
    migrate: config.migrateAtStart,
    onError,
  });
  closers.addDrain(async (leftMs) => {
    const count = await queue.drain(leftMs);
    if (count > 0) log.info({ event: 'jobs-handed-back', module: 'jobs', count }, 'unfinished jobs were handed back');
  });
  closers.add(() => queue.stop(0));
  readiness.add('queue', async () => {
    const { workers, running, stuck } = await queue.check();
    return { ok: stuck === 0, details: { workers, running, stuck } };
  });
  readiness.add('reader', () => engine.check(), { required: config.mode !== 'api' });

  const blobs = await openFileBlobs(path.join(dataDir, 'blobs'), { exclusive: database.kind === 'embedded' });
  readiness.add('blobs', () => blobs.check());
  const listensAt: Core['listensAt'] = { address: undefined };
  const secrets = openSecretBox(path.join(dataDir, 'secrets', 'file-passwords.key'));
  const { identity, authSecret, sendAccountMail } = await openIdentity({
    config,
    db: database.db,
    queue,
    secrets,
    log: moduleLogger(log, 'identity'),
    listensAt: () => listensAt.address,
    takeMail,
  });
  closers.add(() => identity.settled());
  const mailTransport = await openMail(config, log);
  if (mailTransport) readiness.add('mail', () => mailHealth(mailTransport, database.db), { required: false });
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
    databaseKind: database.kind,
    trashDays: config.trashDays,
  };
  return { ...foundation, engine, services, authSecret, listensAt };
}

/** One warning at start tells why nobody gets mail. */
async function openMail(
  { mail: { server, from, timeoutMs } }: Config,
  log: Logger,
): Promise<MailTransport | undefined> {
  if (server) {
    const { createMailTransport } = await import('../notify/smtp-transport.ts');
    return createMailTransport({ server, from, timeoutMs });
  }
  log.warn(
    { event: 'mail-not-configured', module: 'notify' },
    'SMTP_URL is not set: no mail is sent; mails are kept as undeliverable (docs/mail.md)',
  );
  return undefined;
}

function queueSource(database: Database, config: Config): Parameters<typeof openJobQueue>[0]['source'] {
  return database.pglite ? { pglite: database.pglite } : { databaseUrl: config.databaseUrl! };
}
