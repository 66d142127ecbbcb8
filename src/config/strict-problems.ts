// What production and staging refuse: secrets that are missing or that everybody knows, and debugging.

import { parseSwitch } from './older-values.ts';
import type { Profile } from './profiles.ts';
import type { Env } from './setting.ts';
import { secretNames } from './settings.ts';
import { weaknessOfDatabaseUrl, weaknessOfPassword, weaknessOfSecret } from './weak-secrets.ts';

export interface StrictInput {
  /** By our names, resolved. */
  env: Env;
  /** As the operator wrote it. */
  given: Env;
  isGiven: (name: string) => boolean;
  /** How the operator calls a setting. */
  labelOf: (name: string) => string;
  profile: Profile;
  /** Whether the process has to do with accounts at all. */
  signsIn: boolean;
}

const MAKE_ONE = '"openssl rand -base64 48" makes one';

/** Judged as random texts; those that people choose and those that are addresses are judged as such. */
const judges: Readonly<Record<string, (text: string) => string | undefined>> = {
  AUTH_SECRET: weaknessOfSecret,
  ENCRYPTION_KEY: weaknessOfSecret,
  DATABASE_URL: weaknessOfDatabaseUrl,
};

export function strictProblems({ env, given, isGiven, labelOf, profile, signsIn }: StrictInput): string[] {
  const problems: string[] = [];
  if (signsIn && !isGiven('AUTH_SECRET')) problems.push(`AUTH_SECRET: needed in ${profile}; ${MAKE_ONE}`);
  for (const name of secretNames) {
    const text = env[name]?.trim();
    if (!text || name.endsWith('_OLD')) continue;
    const weakness = (judges[name] ?? weaknessOfPassword)(text);
    if (weakness) problems.push(`${labelOf(name)}: ${weakness}, and is refused in ${profile}; ${MAKE_ONE}`);
  }
  const debug = given.DEBUG?.trim();
  const level = env.LOG_LEVEL?.trim();
  if (debug && parseSwitch(debug) !== false) problems.push(`DEBUG: must be off in ${profile}`);
  else if (level === 'debug' || level === 'trace') {
    problems.push(`${labelOf('LOG_LEVEL')}: debug and trace are refused in ${profile}, where logs are kept; set info`);
  }
  return problems;
}
