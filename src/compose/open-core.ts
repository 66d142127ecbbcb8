// Store, queue, engine and accounts: what every mode needs, opened in the order in which they need each other.

import { availableParallelism } from 'node:os';
import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import { fitCalibration } from '../learn/fit-calibration.ts';
import type { Nlp } from '../nlp/nlp.ts';
import { createEventHub } from '../notify/event-hub.ts';
import { createGuardedFetch, createOutgoingCheck } from '../notify/guarded-fetch.ts';
import { createLiveEvents } from '../notify/live-events.ts';
import { mailHealth } from '../notify/mail-health.ts';
import type { MailTransport } from '../notify/mail-transport.ts';
import { createRaiseNotice } from '../notify/raise-notice.ts';
import { moduleLogger } from '../observe/logger.ts';
import { listsFolder } from '../operator-lists.ts';
import type { OutsideService } from '../outside/outside-service.ts';
import { outsideHealth } from '../outside/outside-services.ts';
import { checkDatabase, type Database, openDatabase } from '../store/database.ts';
import { createExportFiles } from '../store/export-files.ts';
import { ensureSameKeys } from '../store/installation-keys.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { measuredBlobs } from '../store/measured-blobs.ts';
import { checkMigrations, ensureMigrated, migrateDatabase } from '../store/migrate.ts';
import { openBlobs } from '../store/open-blobs.ts';
import { createPageImages } from '../store/page-images.ts';
import { queues } from '../store/queues.ts';
import { createSecretBox } from '../store/sealed-secrets.ts';
import { ensureStartable } from '../store/transfer/marks.ts';
import { watchBackups } from './backup-health.ts';
import { createBackupMaker } from './backup-maker.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { countAttempts, countNotices, countQueries, countReading, countWebhooks, tellBlobs } from './measure-core.ts';
import { openIdentity } from './open-identity.ts';
import { openIntake } from './open-intake.ts';
import { openKeys } from './open-keys.ts';
import { openLanguageModel } from './open-language-model.ts';
import { openNlp, openVision } from './open-models.ts';
import type { Core, Foundation } from './world.ts';

/** Servers that users named and that are remembered, each with a circuit. */
const MOST_ORIGINS = 1000;
/** An issuer may answer from several origins. */
const MOST_ISSUERS = 20;
const SIGN_IN_MS = 15_000;

export interface CoreParts {
  createEngine: (options: EngineOptions) => Promise<Engine>;
  /** In place of the models that the settings name. */
  createNlp?: (() => Nlp) | undefined;
  /** Is shown every mail of accounts besides. */
  takeMail?: Services['sendAccountMail'] | undefined;
}

/** Closed in the opposite order: first no more jobs, then no reader, then no database. */
export async function openCore(foundation: Foundation, parts: CoreParts): Promise<Core> {
  const { createEngine, createNlp, takeMail } = parts;
  const { config, log, version, closers, readiness, outside, metrics } = foundation;
  const { dataDir, databaseUrl } = config;
  const storeLog = moduleLogger(log, 'store');
  const onError = (error: Error): void => storeLog.error({ error }, 'background error');
  const onMake = (): void =>
    storeLog.info({ event: 'making-database', dataDir }, 'first start: making the database (a few seconds)');

  const database = await openDatabase({
    dataDir,
    databaseUrl,
    onError,
    onMake,
    pool: config.databasePool,
    ...(metrics ? countQueries(metrics) : {}),
  });
  closers.add(() => database.close());
  await ensureStartable(database.db);
  if (config.migrateAtStart) {
    const applied = await migrateDatabase(database.db);
    if (applied.length > 0) storeLog.info({ applied }, `database migrated: ${applied.length} changes`);
  } else await ensureMigrated(database.db);
  const keys = openKeys(config);
  await ensureSameKeys(database.db, keys);
  readiness.add('database', () => checkDatabase(database.db));
  readiness.add('migrations', () => checkMigrations(database.db));

  const exclusive = database.kind === 'embedded';
  const service = config.blobs.store.kind === 'file' ? undefined : outside.add('blobs');
  const { objects, blobs: opened } = await openBlobs({ dataDir, exclusive, onError, service, ...config.blobs });
  const blobs = metrics ? measuredBlobs(opened, tellBlobs(metrics)) : opened;
  // Closed after the jobs, which read from them.
  closers.add(() => blobs.close());
  readiness.add('blobs', () => blobs.check());

  const engine = await createEngine({
    jobs: config.readJobs || availableParallelism(),
    version,
    maxBytes: config.maxUploadBytes,
    limits: config.readLimits,
    log: moduleLogger(log, 'parse'),
    listsFolder: listsFolder(dataDir),
    keepChildren: config.readersKept ?? (database.kind === 'embedded' ? 1 : 0),
  });
  closers.add(() => engine.reader.close());
  const queue = await openJobQueue({
    queues,
    source: queueSource(database, config),
    db: database.db,
    migrate: config.migrateAtStart,
    onError,
    keptDays: config.jobDays,
    runsSchedules: config.mode !== 'api',
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

  const listensAt: Core['listensAt'] = { address: undefined };
  const secrets = createSecretBox(keys.encryption);
  const { identity, sendAccountMail } = await openIdentity({
    config,
    db: database.db,
    queue,
    secrets,
    authKeys: keys.auth,
    log: moduleLogger(log, 'identity'),
    listensAt: () => listensAt.address,
    oidcService: openIssuers(foundation),
    onAttempt: metrics && countAttempts(metrics),
    takeMail,
  });
  closers.add(() => identity.settled());
  const mailTransport = await openMail(foundation);
  if (mailTransport) readiness.add('mail', () => mailHealth(mailTransport, database.db), { required: false });
  const outgoing = outside.add('outgoing', { circuits: MOST_ORIGINS, namedByUsers: true });
  readiness.add('outgoing', () => outsideHealth(outgoing), { required: false });
  const webhooks = outside.add('webhooks', { circuits: MOST_ORIGINS, namedByUsers: true });
  readiness.add('webhooks', () => outsideHealth(webhooks), { required: false });
  watchBackups(readiness, { db: database.db, backup: config.backup });
  const nlp = createNlp ? createNlp() : await openNlp(foundation);
  if (createNlp) closers.add(() => nlp.close());
  const vision = await openVision(foundation);
  const raiseNotice = createRaiseNotice(queue);
  const languageModel = await openLanguageModel(foundation, { db: database.db, secrets, raiseNotice });
  const services: Services = {
    ...languageModel,
    identity,
    sendAccountMail,
    db: database.db,
    blobs,
    pageImages: createPageImages(objects),
    secrets,
    queue,
    live: createLiveEvents(),
    nlp,
    vision,
    mailFrom: config.mail.from,
    mailTransport,
    raiseNotice,
    onNotice: metrics && countNotices(metrics),
    fetchOutside: createGuardedFetch({ allow: config.outgoingAllow, service: outgoing }),
    fetchWebhook: createGuardedFetch({ allow: config.outgoingAllow, service: webhooks }),
    checkOutgoing: createOutgoingCheck({ allow: config.outgoingAllow }),
    events: createEventHub({
      db: database.db,
      everyMs: database.kind === 'embedded' ? 300 : 1000,
      onError: (error) => log.warn({ error, module: 'notify' }, 'live events could not be read'),
    }),
    webhookRetryMs: config.webhookRetryMs,
    onWebhook: metrics && countWebhooks(metrics),
    log: moduleLogger(log, 'api'),
    reader: engine.reader,
    prepareReading: engine.prepare,
    hiddenTextPolicy: config.hiddenTextPolicy,
    types: engine.types,
    matching: engine.matching,
    fitCalibration,
    lessonKinds: engine.lessonKinds,
    artifactKinds: engine.artifactKinds,
    caseKinds: engine.caseKinds,
    operations: engine.operations,
    olderAddresses: engine.olderAddresses,
    recordExports: engine.recordExports,
    judge: engine.judge,
    rechoose: engine.rechoose,
    mediaTypeOf: engine.mediaTypeOf,
    versions: engine.versions,
    tierPolicy: config.http.tierPolicy,
    exportFiles: createExportFiles(objects),
    backups: createBackupMaker({ config, database, version, log: moduleLogger(log, 'backup') }),
    intake: await openIntake(foundation, objects),
    databaseKind: database.kind,
    trashDays: config.trashDays,
    onRead: metrics && countReading(metrics),
  };
  return { ...foundation, database, engine, services, authSecret: keys.auth.current, listensAt };
}

/** Whoever signs in waits for the issuer: not as long as a job would. */
function openIssuers({ config, outside, readiness }: Foundation): OutsideService | undefined {
  if (config.oidcProviders.length === 0) return undefined;
  const service = outside.add('oidc', { circuits: MOST_ISSUERS, totalMs: SIGN_IN_MS });
  readiness.add('oidc', () => outsideHealth(service), { required: false });
  return service;
}

/** One warning at start tells why nobody gets mail. */
async function openMail({ config, log, outside }: Foundation): Promise<MailTransport | undefined> {
  const { server, api, from, timeoutMs } = config.mail;
  if (api) {
    const { createMailApiTransport } = await import('../notify/mail-api-transport.ts');
    return createMailApiTransport({ ...api, from, timeoutMs, service: outside.add('mail') });
  }
  if (server) {
    const { createMailTransport } = await import('../notify/smtp-transport.ts');
    return createMailTransport({ server, from, timeoutMs, service: outside.add('mail') });
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
