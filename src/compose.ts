// The only file that knows everything: config → store → reader → jobs → api.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureFirstOwner, type FirstOwner } from './actions/ensure-first-owner.ts';
import type { Services } from './actions/services.ts';
import type { App } from './api/api-context.ts';
import type { GuardedRoute } from './api/authenticate.ts';
import { buildApi } from './api/build-api.ts';
import { createFileLinks } from './api/file-links.ts';
import { createQueueRoom } from './api/queue-room.ts';
import type { Engine, EngineOptions } from './compose/engine.ts';
import { openIdentity } from './compose/open-identity.ts';
import { type Config, loadConfig } from './config.ts';
import { SheafError } from './errors.ts';
import { exportAccountJob } from './jobs/export-account.ts';
import { startJob } from './jobs/job.ts';
import { startKeepingRounds } from './jobs/keeping-rounds.ts';
import { readDocumentJob } from './jobs/read-document.ts';
import { sendEmailJob } from './jobs/send-email.ts';
import { createGuardedFetch } from './notify/guarded-fetch.ts';
import { createLiveEvents } from './notify/live-events.ts';
import { mailHealth } from './notify/mail-health.ts';
import { createMailTransport, type MailTransport } from './notify/smtp-transport.ts';
import { createLogger, type Logger, moduleLogger } from './observe/logger.ts';
import { ReadinessRegistry } from './observe/readiness.ts';
import { startBlobUpkeep } from './store/blob-upkeep.ts';
import { checkDatabase, type Database, openDatabase } from './store/database.ts';
import { openExportFiles } from './store/export-files.ts';
import { openFileBlobs } from './store/file-blobs.ts';
import { openJobQueue } from './store/job-queue.ts';
import { migrateDatabase } from './store/migrate.ts';
import { openPageImages } from './store/page-images.ts';
import { queues } from './store/queues.ts';
import { openSecretBox } from './store/sealed-secrets.ts';

/** Mails handed over at the same time: few, because servers take many connections at once for an attack. */
const MAIL_JOBS = 2;

export interface RunningServer {
  /** `http://127.0.0.1:8000` */
  address: string;
  /** What runs in this process, for tests that look inside. */
  inside: { services: Services; routes: readonly GuardedRoute[] };
  /** Stops taking requests, lets running work finish within the deadline, closes everything. */
  stop(): Promise<void>;
}

export interface ServerWorld {
  env: Readonly<Record<string, string | undefined>>;
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  createEngine: (options: EngineOptions) => Promise<Engine>;
  /** Is shown every mail of accounts besides. */
  takeMail?: Services['sendAccountMail'] | undefined;
}

/** Starts everything in this process. Throws SheafError: `config.invalid`, `store.locked`, `store.schema-newer`, `store.unavailable`. */
export async function startServer({ env, stdout, createEngine, takeMail }: ServerWorld): Promise<RunningServer> {
  const config = loadConfig(env);
  const log = createLogger({
    level: config.logLevel,
    forPeople: config.environment === 'development' && stdout.isTTY === true,
    destination: stdout,
  });
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) {
      await close().catch((error: unknown) => log.error({ error }, 'closing failed'));
    }
  };
  try {
    return await assemble(config, log, { createEngine, takeMail }, closers, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Logger,
  { createEngine, takeMail }: Pick<ServerWorld, 'createEngine' | 'takeMail'>,
  closers: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<RunningServer> {
  const version = packageVersion();
  const storeLog = moduleLogger(log, 'store');
  const onError = (error: Error): void => storeLog.error({ error }, 'background error');

  const onMake = (): void =>
    storeLog.info(
      { event: 'making-database', dataDir: config.dataDir },
      'first start: making the database (a few seconds)',
    );
  const { dataDir, databaseUrl } = config;
  const database = await openDatabase({ dataDir, databaseUrl, onError, onMake, pool: config.databasePool });
  closers.push(() => database.close());
  const applied = await migrateDatabase(database.db);
  if (applied.length > 0) storeLog.info({ applied }, 'database migrated');

  // Closed in the opposite order: first no more requests, then no more jobs, then no reader, then no database.
  const jobs = config.readJobs || availableParallelism();
  const engine = await createEngine({
    jobs,
    version,
    maxBytes: config.maxUploadBytes,
    keepChildren: config.readersKept ?? (database.kind === 'embedded' ? 1 : 0),
  });
  closers.push(() => engine.reader.close());
  const queue = await openJobQueue({ queues, source: queueSource(database, config), onError });
  closers.push(() => queue.stop(config.stopTimeoutMs));

  const blobs = await openFileBlobs(path.join(config.dataDir, 'blobs'), {
    exclusive: database.kind === 'embedded',
  });
  const upkeep = startBlobUpkeep(
    { db: database.db, blobs },
    { onError, onRemoved: (count) => storeLog.info({ count }, 'blobs that nothing named were deleted') },
  );
  closers.push(() => upkeep.stop());
  let address: string | undefined;
  const secrets = openSecretBox(path.join(config.dataDir, 'secrets', 'file-passwords.key'));
  const { identity, authSecret, sendAccountMail } = openIdentity({
    config,
    db: database.db,
    queue,
    secrets,
    log: moduleLogger(log, 'identity'),
    listensAt: () => address,
    takeMail,
  });
  closers.push(() => identity.settled());
  const services: Services = {
    identity,
    sendAccountMail,
    db: database.db,
    blobs,
    pageImages: openPageImages(path.join(config.dataDir, 'page-images')),
    secrets,
    queue,
    live: createLiveEvents(),
    mailFrom: config.mail.from,
    mailTransport: openMail(config, log),
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
    exportFiles: openExportFiles(path.join(config.dataDir, 'exports')),
    databaseKind: database.kind,
    trashDays: config.trashDays,
  };
  await startJob({ queue, log: moduleLogger(log, 'jobs') }, readDocumentJob(services), jobs);
  await startJob({ queue, log: moduleLogger(log, 'jobs') }, exportAccountJob(services), 1);
  const rounds = startKeepingRounds(services, moduleLogger(log, 'keeping'));
  closers.push(() => rounds.stop());
  await startJob({ queue, log: moduleLogger(log, 'jobs') }, sendEmailJob(services), MAIL_JOBS);

  const readiness = new ReadinessRegistry();
  readiness.add('database', () => checkDatabase(database.db));
  readiness.add('blobs', () => blobs.check());
  const { mailTransport } = services;
  if (mailTransport) readiness.add('mail', () => mailHealth(mailTransport, database.db), { required: false });
  const api = await buildApi({
    services,
    readiness,
    version,
    makeSamples: engine.makeSamples,
    http: config.http,
    ensureRoom: createQueueRoom({ db: database.db, limit: config.http.queueLimit }),
    fileLinks: createFileLinks({ secret: authSecret, filesUrl: config.http.filesUrl }),
    limits: { fileBytes: config.maxUploadBytes, files: config.maxUploadFiles, requestMs: config.requestTimeoutMs },
  });
  closers.push(() => closeApi(api, config.stopTimeoutMs));
  address = await api.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    throw refusedAddress(error, config);
  });
  const owner = await ensureFirstOwner(services, {
    admin: config.admin,
    makeLocal: config.environment !== 'production',
  });
  tellHowToSignIn(moduleLogger(log, 'serve'), owner, identity.publicUrl());
  log.info(
    { event: 'ready', module: 'serve', address, version, database: database.kind, firstStart: owner.made },
    `ready at ${address}`,
  );

  let stopping = false;
  engine.warm().catch((error: unknown) => {
    // A stop ends the child that is starting: no fault.
    if (!stopping) log.warn({ error, module: 'serve' }, 'no reader could be started ahead');
  });

  return {
    address,
    inside: { services, routes: api.guardedRoutes },
    async stop() {
      stopping = true;
      const started = performance.now();
      log.info({ event: 'stopping', module: 'serve' }, 'stopping');
      await closeAll();
      log.info({ event: 'stopped', module: 'serve', duration_ms: Math.round(performance.now() - started) }, 'stopped');
    },
  };
}

/** Standard output is where the person who started the server looks; the link counts once. */
function tellHowToSignIn(log: Logger, owner: FirstOwner, publicUrl: URL): void {
  if (owner.signInToken !== undefined) {
    const link = `${publicUrl.origin}/#sign-in=${owner.signInToken}`;
    log.info({ event: 'sign-in-link', link }, `sign in once with ${link}`);
  }
  if (owner.missing) {
    log.warn(
      { event: 'no-owner' },
      'nobody administers this installation: set SHEAF_ADMIN_EMAIL and SHEAF_ADMIN_PASSWORD, and start again',
    );
  }
}

/** Requests that are under way may finish; past the deadline their connections are cut. */
async function closeApi(api: App, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => api.server.closeAllConnections(), timeoutMs);
  await api.close();
  clearTimeout(timer);
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

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A port in use or out of reach is the operator's to settle, and says so. */
function refusedAddress(error: NodeJS.ErrnoException, config: Config): unknown {
  const where = `${config.host}:${config.port}`;
  if (error.code === 'EADDRINUSE')
    return new SheafError('serve.address-in-use', `Something else listens on ${where} already.`);
  if (error.code === 'EACCES') return new SheafError('serve.address-in-use', `This user may not listen on ${where}.`);
  return error;
}
