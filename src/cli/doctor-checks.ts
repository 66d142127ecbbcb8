// The checks of `sheaf doctor`, in the order a person would ask them.

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../config.ts';
import type { Reader } from '../pipeline/read-result.ts';
import type { CliServices } from './command.ts';
import { configurationFindings } from './doctor-configuration.ts';
import type { Finding } from './finding.ts';
import { testPagePdf, WORD_ON_TEST_PAGE } from './test-page.ts';

const run = promisify(execFile);
const LOW_DISK_BYTES = 2e9;

/** Never throws: a check that fails is a finding. */
export async function* findings(
  env: Readonly<Record<string, string | undefined>>,
  services: CliServices,
): AsyncGenerator<Finding> {
  yield node();
  yield machine();
  const config = yield* configurationFindings(env);
  yield await sandbox();
  yield await nativeOcr();
  yield* reading(services);
  yield await models(config, services);
  if (config) {
    yield await dataDir(config);
    yield await database(config, services);
    yield await backups(config);
    yield await mail(config, services);
    yield await languageModel(config, services);
    yield await port(config);
  }
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const detail = `Node ${process.versions.node}, ${process.platform}-${process.arch}`;
  return major >= 24
    ? { name: 'runtime', state: 'ok', detail }
    : {
        name: 'runtime',
        state: 'problem',
        detail,
        advice: 'Node 24 is needed. Run "npm ci": it comes with the packages.',
      };
}

function machine(): Finding {
  const gigabytes = os.totalmem() / 1e9;
  const detail = `${os.availableParallelism()} cores, ${gigabytes.toFixed(1)} GB of memory`;
  return gigabytes >= 2
    ? { name: 'machine', state: 'ok', detail }
    : {
        name: 'machine',
        state: 'note',
        detail,
        advice: 'OCR of large pages wants about 1.5 GB for each job; read with --jobs 1.',
      };
}

/** Without them search finds words, not meaning: worth a note, not a failure. */
async function models(config: Config | undefined, services: CliServices): Promise<Finding> {
  const name = 'models';
  try {
    const { embedding, entities } = await services.tryModels(config?.models.embeddingFolder);
    return { name, state: 'ok', detail: `${embedding}, ${entities}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'they do not run';
    return { name, state: 'note', detail, advice: 'Fixed rules answer in their place (docs/models.md).' };
  }
}

async function sandbox(): Promise<Finding> {
  const name = 'sandbox';
  if (process.platform !== 'linux') {
    return {
      name,
      state: 'note',
      detail: 'time limit only',
      advice: 'The memory limit of reading processes needs Linux. Keep hostile files away from this machine.',
    };
  }
  try {
    await run('prlimit', ['--version']);
    return { name, state: 'ok', detail: 'reading processes have time and memory limits' };
  } catch {
    return {
      name,
      state: 'note',
      detail: 'time limit only: prlimit is missing',
      advice: 'Install util-linux, so that a hostile file cannot take the memory.',
    };
  }
}

async function nativeOcr(): Promise<Finding> {
  try {
    const { stdout, stderr } = await run('tesseract', ['--version']);
    const version = /tesseract\s+v?([\d.]+)/.exec(stdout + stderr)?.[1] ?? 'unknown version';
    return { name: 'ocr engine', state: 'ok', detail: `native tesseract ${version}` };
  } catch {
    return {
      name: 'ocr engine',
      state: 'note',
      detail: 'tesseract.js (comes with the packages)',
      advice: 'A native tesseract on the path reads scans faster: apt-get install tesseract-ocr.',
    };
  }
}

/** Reads a page that carries its text, then the picture of the same page. */
async function* reading(services: CliServices): AsyncGenerator<Finding> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-doctor-'));
  let reader: Reader | undefined;
  try {
    reader = await services.createReader({ jobs: 1 });
    const pdf = path.join(folder, 'page.pdf');
    await writeFile(pdf, testPagePdf());
    yield await readTestPage(reader, pdf, 'pdf reader');
    const png = path.join(folder, 'page.png');
    await writeFile(png, await reader.renderPage({ path: pdf, name: 'page.pdf' }, { page: 1, dpi: 200 }));
    yield await readTestPage(reader, png, 'ocr');
  } catch (error) {
    yield {
      name: 'reader',
      state: 'problem',
      detail: (error as Error).message,
      advice: 'Run "npm ci" again; if it stays, report it.',
    };
  } finally {
    await reader?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readTestPage(reader: Reader, file: string, name: string): Promise<Finding> {
  const started = performance.now();
  const result = await reader.read({ path: file, name: path.basename(file) }, { keepParsed: true });
  const ms = Math.round(performance.now() - started);
  if (result.error)
    return {
      name,
      state: 'problem',
      detail: `${result.error.code}: ${result.error.message}`,
      advice: 'Run "npm ci" again; if it stays, report it.',
    };
  const text = result.parsed?.pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ') ?? '';
  return text.includes(WORD_ON_TEST_PAGE)
    ? { name, state: 'ok', detail: `read a test page in ${ms} ms` }
    : {
        name,
        state: 'problem',
        detail: 'the test page came out without its text',
        advice: 'Run "npm ci" again; if it stays, report it.',
      };
}

async function dataDir(config: Config): Promise<Finding> {
  const name = 'data folder';
  try {
    let existing = config.dataDir;
    while (!(await exists(existing)) && existing !== path.dirname(existing)) existing = path.dirname(existing);
    if (!(await stat(existing)).isDirectory()) throw new Error(`${existing} is not a folder`);
    await access(existing, constants.W_OK);
    const { bavail, bsize } = await statfs(existing);
    const detail = `${config.dataDir}${existing === config.dataDir ? '' : ' (made at the first start)'}, ${((bavail * bsize) / 1e9).toFixed(0)} GB free`;
    return bavail * bsize < LOW_DISK_BYTES
      ? { name, state: 'note', detail, advice: 'Little room is left: free some, or set another DATA_DIR.' }
      : { name, state: 'ok', detail };
  } catch (error) {
    return {
      name,
      state: 'problem',
      detail: `${config.dataDir}: ${(error as Error).message}`,
      advice: 'Make it writable for this user, or set another DATA_DIR.',
    };
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function database(config: Config, services: CliServices): Promise<Finding> {
  const name = 'database';
  if (!config.databaseUrl) return { name, state: 'ok', detail: 'embedded PostgreSQL in the data folder' };
  try {
    await services.tryDatabase(config.databaseUrl);
    return { name, state: 'ok', detail: 'the PostgreSQL server of DATABASE_URL answers' };
  } catch (error) {
    return {
      name,
      state: 'problem',
      detail: (error as Error).message,
      advice: 'Start the server, or correct DATABASE_URL; unset, the embedded database is used.',
    };
  }
}

async function backups({ backup: { folder, schedule } }: Config): Promise<Finding> {
  const name = 'back-ups';
  if (folder === undefined) {
    return {
      name,
      state: 'note',
      detail: 'BACKUP_DIR is not set: the server makes none by itself',
      advice: 'Set BACKUP_DIR to a folder on another disk, or run "sheaf backup" from a schedule (docs/backup.md).',
    };
  }
  try {
    await access(folder, constants.W_OK);
    return { name, state: 'ok', detail: `in ${folder}, at ${schedule} (UTC)` };
  } catch (error) {
    return {
      name,
      state: 'problem',
      detail: `${folder}: ${(error as Error).message}`,
      advice: 'Make the folder, writable for this user, or set another BACKUP_DIR.',
    };
  }
}

const MAIL_ADVICE: Record<string, string> = {
  connect: 'Check host and port of SMTP_URL, and that no firewall stands between.',
  timeout: 'Check host and port of SMTP_URL: 465 wants smtps://, 587 and 25 want smtp://.',
  tls: 'The server’s certificate must be valid for its name; NODE_EXTRA_CA_CERTS names a file of your own authority. Port 465 wants smtps://.',
  login: 'Check user and password of SMTP_URL; special characters are percent-encoded.',
};

/** Of a service over HTTP only a mail would tell whether it takes the key: none is sent for that. */
const MAIL_API_ADVICE: Record<string, string> = {
  connect: 'Check the host of MAIL_API_URL, and that it can be reached from here.',
  timeout: 'Check the host of MAIL_API_URL, and that no firewall stands between.',
  tls: 'The service’s certificate must be valid for its name; NODE_EXTRA_CA_CERTS names a file of your own authority.',
};

async function mail({ mail: settings }: Config, services: CliServices): Promise<Finding> {
  const name = 'mail';
  const { server, api } = settings;
  if (!server && !api) {
    return {
      name,
      state: 'note',
      detail: 'neither SMTP_URL nor MAIL_API_URL is set: no mail is sent',
      advice: 'Set one of them and MAIL_FROM, so that people can confirm addresses and reset passwords (docs/mail.md).',
    };
  }
  const where = server ? `${server.host}:${server.port}` : api!.url.host;
  const failure = await services.tryMail(settings);
  if (!failure) {
    const detail = server?.auth
      ? ' and takes the password'
      : server
        ? ''
        : '; whether it takes the key, the first mail tells';
    return { name, state: 'ok', detail: `${where} answers${detail}` };
  }
  const advice = (server ? MAIL_ADVICE : MAIL_API_ADVICE)[failure] ?? 'See docs/mail.md for what the server may want.';
  return { name, state: 'problem', detail: `${where} cannot be used (${failure})`, advice };
}

const MODEL_ADVICE: Record<string, string> = {
  'key refused': 'The provider does not take MODEL_API_KEY: check it, and that it may use MODEL_NAME.',
  unavailable: 'Check MODEL_BASE_URL, MODEL_NAME and that the provider can be reached from here.',
  'invalid-output':
    'The model does not answer in the form that is asked for: try MODEL_OUTPUT=prompt, or a larger model.',
};

async function languageModel({ languageModel: models }: Config, services: CliServices): Promise<Finding> {
  const name = 'language model';
  const { provider } = models;
  if (!provider || !models.premium) {
    const detail = provider ? 'PREMIUM_TIER_ENABLED is no: none is used' : 'MODEL_PROVIDER is not set: none is used';
    return { name, state: 'note', detail, advice: 'Every feature works without one (docs/language-models.md).' };
  }
  const which = `${provider.model} of ${provider.kind}`;
  const failure = await services.tryLanguageModel(models);
  if (!failure) return { name, state: 'ok', detail: `${which} answers in the form that it was asked for` };
  const advice = MODEL_ADVICE[failure] ?? 'See docs/language-models.md.';
  return { name, state: 'problem', detail: `${which} gave no answer (${failure})`, advice };
}

async function port({ host, port: number }: Config): Promise<Finding> {
  const name = 'address';
  const address = `${host}:${number}`;
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = net.createServer();
    server.once('error', resolve);
    server.listen(number, host, () => server.close(() => resolve(undefined)));
  });
  if (!error) return { name, state: 'ok', detail: `${address} is free` };
  if (error.code === 'EADDRINUSE' && (await isSheaf(address)))
    return { name, state: 'note', detail: `a Sheaf server runs at http://${address}` };
  return {
    name,
    state: 'problem',
    detail: `${address} cannot be used (${error.code})`,
    advice: 'Stop what uses it, or set another PORT.',
  };
}

async function isSheaf(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${address}/healthz`, { signal: AbortSignal.timeout(2000) });
    return answer.ok && typeof ((await answer.json()) as { version?: unknown }).version === 'string';
  } catch {
    return false;
  }
}
