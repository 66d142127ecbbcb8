// What an operator should know about the settings of a start that is all right otherwise. Names only, never values.

import { describeEnvironment } from '../config/describe-environment.ts';
import type { Env } from '../config/setting.ts';
import { type Logger, moduleLogger } from '../observe/logger.ts';

/** One warning for each kind of thing. */
export function tellSettings(env: Env, log: Logger): void {
  const { given, unused, unknown } = describeEnvironment(env);
  const warn = (event: string, what: string, items: readonly string[]): void => {
    if (items.length > 0) moduleLogger(log, 'config').warn({ event, settings: items }, `${what}: ${items.join('; ')}`);
  };
  const older = given.flatMap((setting) => (setting.older ? [`${setting.older} (now ${setting.name})`] : []));
  warn('older-settings', 'settings by names of earlier deployments', older);
  const useless = unused.map(({ name, why }) => `${name} (${why})`);
  warn('unused-settings', 'settings that this version does not use', useless);
  const typos = unknown.map(({ name, meant }) => `${name} (did you mean ${meant}?)`);
  warn('unknown-settings', 'variables that look like a setting written wrong', typos);
}
