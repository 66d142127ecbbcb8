// Follows references of secrets at start, before anything is validated.

import { aliases } from './aliases.ts';
import { azureKeyVaultSecrets } from './azure-key-vault.ts';
import { fileSecrets } from './file-secrets.ts';
import { MAX_SECRET_BYTES, type SecretSource, SecretUnavailable, secretText } from './secret-source.ts';
import type { Env } from './setting.ts';
import { secretNames } from './settings.ts';

const TIME_MS = 20_000;

export interface Resolved {
  /** Values where there were references. */
  env: Env;
  /** One line for each that could not be followed: the variable and the reason. */
  problems: readonly string[];
  /** Their names, of ours. */
  failed: ReadonlySet<string>;
}

/** Secrets by our names and by older ones. */
const names = new Map<string, readonly string[]>([
  ...secretNames.map((name) => [name, [name]] as const),
  ...aliases
    .filter(({ ours }) => ours.some((name) => secretNames.includes(name)))
    .map((a) => [a.older, a.ours] as const),
]);

/** What a process uses; a test may give others. */
export const secretSources = (env: Env): readonly SecretSource[] => [
  fileSecrets,
  environmentSecrets(env),
  azureKeyVaultSecrets(env),
];

const schemes = ['file', 'env', 'azure-keyvault'] as const;

/** The scheme of a reference in a setting that may hold one; undefined when it holds a value, or nothing. */
export function referenceScheme(name: string, text: string | undefined): string | undefined {
  const given = text?.trim();
  return names.has(name) && given ? schemes.find((scheme) => given.startsWith(`${scheme}:`)) : undefined;
}

/** Variables that hold a reference, and the settings of ours that they give. */
export const referencesIn = (env: Env): Map<string, readonly string[]> =>
  new Map([...names].filter(([name]) => isReference(name, env[name])));

const isReference = (name: string, text: string | undefined): boolean => referenceScheme(name, text) !== undefined;

/** Never throws: what cannot be followed is a problem, and its variable is unset. */
export async function resolveSecrets(
  env: Env,
  sources: readonly SecretSource[] = secretSources(env),
  timeMs = TIME_MS,
): Promise<Resolved> {
  const resolved: Record<string, string | undefined> = { ...env };
  const problems: string[] = [];
  const failed = new Set<string>();
  const follow = async ([name, settings]: [string, readonly string[]]): Promise<void> => {
    try {
      resolved[name] = await followReference(env[name]!.trim(), sources, timeMs);
    } catch (error) {
      delete resolved[name];
      for (const ours of settings) failed.add(ours);
      // Errors of others may carry anything.
      const reason = error instanceof SecretUnavailable ? error.message : 'the secret could not be fetched';
      problems.push(`${name}: ${reason}`);
    }
  };
  await Promise.all([...referencesIn(env)].map(follow));
  return { env: resolved, problems: problems.sort(), failed };
}

async function followReference(text: string, sources: readonly SecretSource[], timeMs: number): Promise<string> {
  const scheme = text.slice(0, text.indexOf(':'));
  const source = sources.find((each) => each.scheme === scheme);
  if (!source) throw new SecretUnavailable(`nothing here follows ${scheme}:`);
  const time = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new SecretUnavailable(`no answer within ${timeMs / 1000} seconds`));
    time.abort();
  }, timeMs);
  try {
    const work = source.resolve(text.slice(scheme.length + 1), time.signal);
    // What comes after the deadline is nobody's.
    work.catch(() => {});
    const value = await Promise.race([work, late.promise]);
    if (Buffer.byteLength(value) > MAX_SECRET_BYTES) throw new SecretUnavailable('the secret is too long');
    return secretText(Buffer.from(value));
  } finally {
    clearTimeout(timer);
    time.abort();
  }
}

/** `env:OTHER_NAME`: for platforms that choose the name of the variable. */
function environmentSecrets(env: Env): SecretSource {
  return {
    scheme: 'env',
    async resolve(name) {
      if (!/^[A-Za-z_]\w*$/.test(name)) throw new SecretUnavailable('env: wants the name of a variable');
      const value = env[name];
      if (!value?.trim()) throw new SecretUnavailable('the variable that it names is not set');
      if (schemes.some((scheme) => value.trim().startsWith(`${scheme}:`))) {
        throw new SecretUnavailable('the variable that it names is a reference again');
      }
      return value;
    },
  };
}
