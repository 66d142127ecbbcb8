// The environment, read once into plain values. Only main, the commands and compose read it.

import type { z } from 'zod';
import { isLoopbackHost } from './api/loopback.ts';
import { readAccounts } from './config/accounts.ts';
import { applyAliases } from './config/apply-aliases.ts';
import { readBackup } from './config/backup.ts';
import { readHttp } from './config/http.ts';
import { readIntake } from './config/intake.ts';
import { readJobs } from './config/jobs.ts';
import { readKeys } from './config/keys.ts';
import { readLanguageModel } from './config/language-models.ts';
import { readModels } from './config/models.ts';
import { readObserve } from './config/observe.ts';
import { readOutgoing } from './config/outgoing.ts';
import { readReading } from './config/reading.ts';
import { referencesIn, resolveSecrets } from './config/resolve-secrets.ts';
import type { SecretSource } from './config/secret-source.ts';
import { isModelMode, readServer } from './config/server.ts';
import type { Env } from './config/setting.ts';
import { settings } from './config/settings.ts';
import { readStorage } from './config/storage.ts';
import { strictProblems } from './config/strict-problems.ts';
import { SheafError } from './errors.ts';

type Settings = typeof settings;
type Parsed<K extends keyof Settings> = z.output<Settings[K]['schema']>;

export type Config = ReturnType<typeof readServer> &
  ReturnType<typeof readStorage> &
  ReturnType<typeof readKeys> &
  ReturnType<typeof readBackup> &
  ReturnType<typeof readAccounts> &
  ReturnType<typeof readHttp> &
  ReturnType<typeof readReading> &
  ReturnType<typeof readIntake> &
  ReturnType<typeof readJobs> &
  ReturnType<typeof readModels> &
  ReturnType<typeof readOutgoing> &
  ReturnType<typeof readLanguageModel> &
  ReturnType<typeof readObserve>;

/**
 * The configuration of this process: secrets are fetched from where their references lead, then everything is checked.
 * Throws `config.invalid` with one message that names every bad variable; `details.problems` holds its lines.
 */
export async function readConfig(env: Env, sources?: readonly SecretSource[]): Promise<Config> {
  const resolved = await resolveSecrets(env, sources);
  return checkEnvironment(resolved.env, resolved);
}

/** The same for an environment without references. Empty variables count as unset. */
export function loadConfig(env: Env): Config {
  const unresolved = referencesIn(env);
  return checkEnvironment(env, {
    problems: [...unresolved.keys()].map((name) => `${name}: is a reference, which is not followed here`),
    failed: new Set([...unresolved.values()].flat()),
  });
}

interface Before {
  problems: readonly string[];
  /** Secrets that could not be fetched: nothing more is said of them. */
  failed: ReadonlySet<string>;
}

function checkEnvironment(given: Env, before: Before): Config {
  const { env, from, problems: aliasProblems } = applyAliases(given);
  const problems = [...before.problems, ...aliasProblems];
  const isGiven = (name: string): boolean => Boolean(env[name]?.trim()) || before.failed.has(name);
  const labelOf = (name: string): string => (from.has(name) ? `${from.get(name)} (${name})` : name);
  const read = <K extends keyof Settings>(name: K): Parsed<K> => {
    const text = env[name]?.trim();
    const result = settings[name].schema.safeParse(text ? text : settings[name].default);
    if (result.success) return result.data as Parsed<K>;
    problems.push(`${labelOf(name)}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
    return undefined as Parsed<K>;
  };
  const context = { problems, isGiven };
  const server = readServer(read);
  const config: Config = {
    ...server,
    ...readStorage(read, context),
    ...readKeys(read, context),
    ...readBackup(read, context),
    ...readAccounts(read, context),
    ...readHttp(read, server),
    ...readReading(read),
    ...readIntake(read, context),
    ...readJobs(read),
    ...readModels(read, { ...context, ...server }),
    ...readOutgoing(read, context),
    ...readLanguageModel(read, context),
    ...readObserve(read),
  };
  const modelsOnly = config.mode !== undefined && isModelMode(config.mode);
  if (config.mode !== 'all' && !modelsOnly && !isGiven('DATABASE_URL') && config.mode !== undefined) {
    problems.push('DATABASE_URL: needed by MODE=api and MODE=worker; the embedded database has one process');
  }
  if (config.strict) {
    if (config.publicUrl === undefined && !isGiven('PUBLIC_URL') && !isLoopbackHost(config.host) && !modelsOnly) {
      problems.push(`PUBLIC_URL: needed in ${config.environment}, for links in mails, cookies and passkeys`);
    }
    problems.push(
      ...strictProblems({ env, given, isGiven, labelOf, profile: config.environment, signsIn: !modelsOnly }),
    );
  }
  if (problems.length > 0) {
    throw new SheafError('config.invalid', `The configuration is not valid:\n  ${problems.join('\n  ')}`, {
      details: { problems },
    });
  }
  return config;
}
