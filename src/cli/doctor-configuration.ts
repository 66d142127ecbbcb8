// What `sheaf doctor` says of the settings: names and where they come from, never a value.

import { describeEnvironment, type GivenSetting } from '../config/describe-environment.ts';
import { type Config, readConfig } from '../config.ts';
import { SheafError } from '../errors.ts';
import type { Finding } from './finding.ts';

/** The configuration, when it is whole. */
export async function* configurationFindings(
  env: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<Finding, Config | undefined> {
  const config = await readConfig(env).catch((error: unknown) => error);
  if (config instanceof Error) yield* problems(config);
  else yield sound(config as Config);
  yield* names(env);
  return config instanceof Error ? undefined : (config as Config);
}

function sound({ environment, mode, logLevel }: Config): Finding {
  return {
    name: 'configuration',
    state: 'ok',
    detail: `profile ${environment}, mode ${mode}, log level ${logLevel}; all settings are valid`,
  };
}

function* problems(error: Error): Generator<Finding> {
  if (!(error instanceof SheafError)) throw error;
  for (const detail of error.details.problems as string[]) {
    const name = /[A-Z_]{3,}/.exec(detail)?.[0] ?? '';
    yield {
      name: 'configuration',
      state: 'problem',
      detail,
      advice: `Correct ${name} where this service gets its environment; docs/configuration.md says what it may be.`,
    };
  }
}

function* names(env: Readonly<Record<string, string | undefined>>): Generator<Finding> {
  const { given, unused, unknown } = describeEnvironment(env);
  yield {
    name: 'settings',
    state: 'ok',
    detail: given.length === 0 ? 'none is set: the defaults hold' : `set: ${given.map(whereFrom).join(', ')}`,
  };
  const older = given.flatMap((setting) => (setting.older ? [`${setting.older} (now ${setting.name})`] : []));
  if (older.length > 0) {
    const advice = 'They work. Write the names of now when you next touch the environment.';
    yield { name: 'older names', state: 'note', detail: older.join(', '), advice };
  }
  for (const { name, why } of unused) {
    const advice = 'It does no harm; take it out of the environment.';
    yield { name: 'not used', state: 'note', detail: `${name}: ${why}`, advice };
  }
  for (const { name, meant } of unknown) {
    const advice = `If you meant ${meant}, correct it: nothing reads ${name}.`;
    yield { name: 'unknown', state: 'note', detail: `${name} is no setting`, advice };
  }
}

function whereFrom({ name, older, reference }: GivenSetting): string {
  const ways = [...(older ? [`by ${older}`] : []), ...(reference ? [`from ${reference}:`] : [])];
  return ways.length > 0 ? `${name} (${ways.join(', ')})` : name;
}
