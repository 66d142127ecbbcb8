// Process entry: argv → command → exit code.

import type { CliIo, CliServices } from './cli/command.ts';
import { listenForInterrupts } from './cli/interrupts.ts';
import { runCommand } from './cli/run-command.ts';
import { endOnError } from './observe/end-on-error.ts';

const LINGER_MS = 1000;

// The launcher holds the other end of this channel. When it is killed, nobody could stop this process any more.
if (process.env.SHEAF_LAUNCHER && process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// A closed pipe is no fault: `sheaf read … | head`. Writers see it through the stream.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const io: CliIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: listenForInterrupts(),
};

const loadLists = async () => {
  const [{ createLists }, { packs }] = await Promise.all([import('./operator-lists.ts'), import('./packs/index.ts')]);
  return createLists(packs);
};
const loadInstallation = async () => (await import('./compose/installation.ts')).installation;

const services: CliServices = {
  createReader: async (options) => (await import('./read-pool.ts')).createReader(options),
  createValidator: async (options) => (await import('./validate-pool.ts')).createValidator(options),
  listTypes: async () => (await import('./packs/index.ts')).packs.flatMap((pack) => pack.types.map((type) => type.id)),
  startServer: async (world) => {
    const [{ startServer }, { createEngine }] = await Promise.all([
      import('./compose.ts'),
      import('./compose/engine.ts'),
    ]);
    return startServer({ ...world, createEngine, onLog: endOnError });
  },
  async tryDatabase(databaseUrl) {
    const { openDatabase } = await import('./store/database.ts');
    const database = await openDatabase({ dataDir: '', databaseUrl, onError: () => {} });
    await database.close();
  },
  verifyAudit: async (place, options) => (await import('./store/check-audit.ts')).checkAudit(place, options),
  forgetKey: async (place, name) =>
    (await import('./store/forget-installation-key.ts')).forgetInstallationKey(place, name),
  lists: {
    ids: async () => (await loadLists()).ids(),
    import: async (list, dataDir, request) => (await loadLists()).import(list, dataDir, request),
    reset: async (list, dataDir) => (await loadLists()).reset(list, dataDir),
  },
  installation: {
    backUp: async (request) => (await loadInstallation()).backUp(request),
    verify: async (request) => (await loadInstallation()).verify(request),
    restore: async (request) => (await loadInstallation()).restore(request),
    move: async (request) => (await loadInstallation()).move(request),
  },
  migrate: async (place, options) => (await import('./store/migrate-place.ts')).migratePlace(place, options),
  tryLanguageModel: async (models) => (await import('./compose/try-language-model.ts')).tryLanguageModel(models),
  async tryModels(embeddingFolder) {
    const { tryModels } = await import('./compose/try-models.ts');
    return tryModels(embeddingFolder);
  },
  async tryMail({ server, api, from, timeoutMs }) {
    const { createOutsideServices } = await import('./outside/outside-services.ts');
    const service = createOutsideServices().add('mail');
    if (server) {
      const { createMailTransport } = await import('./notify/smtp-transport.ts');
      return createMailTransport({ server, from, timeoutMs, service }).probe();
    }
    if (!api) return undefined;
    const { createMailApiTransport } = await import('./notify/mail-api-transport.ts');
    return createMailApiTransport({ ...api, from, timeoutMs, service }).probe();
  },
};

process.exitCode = await runCommand(process.argv.slice(2), io, services);
// A command is over when it returns. Should something still hold the process (an unread standard input), it goes anyway.
setTimeout(() => process.exit(), LINGER_MS).unref();
