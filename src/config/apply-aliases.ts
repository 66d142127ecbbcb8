// Older names become ours before anything is validated.

import { type Alias, aliases } from './aliases.ts';
import type { Env } from './setting.ts';

export interface Renamed {
  /** Without older names. */
  env: Env;
  /** Name of ours → the older name that gave it. */
  from: ReadonlyMap<string, string>;
  /** Older names that are set and do nothing, and why. */
  unused: readonly { name: string; why: string }[];
  problems: readonly string[];
}

/** The same value by both names is fine; different ones are a problem that names both, and no value. */
export function applyAliases(given: Env): Renamed {
  const env: Record<string, string | undefined> = { ...given };
  const from = new Map<string, string>();
  const unused: { name: string; why: string }[] = [];
  const problems: string[] = [];
  for (const alias of [...aliases.filter(isOurName), ...aliases.filter((alias) => !isOurName(alias))]) {
    const { older } = alias;
    const text = given[older]?.trim();
    if (!text) continue;
    const gives = givenBy(alias, text, env);
    if (isOurName(alias)) {
      Object.assign(env, gives);
      continue;
    }
    delete env[older];
    if (!gives) unused.push({ name: older, why: alias.note ?? 'not used by this version' });
    for (const [name, value] of Object.entries(gives ?? {})) {
      const present = env[name]?.trim();
      if (present && present !== value) {
        problems.push(`${from.get(name) ?? name}, ${older}: mean the same and say different things; keep one of them`);
      } else if (!present) {
        env[name] = value;
        from.set(name, older);
      }
    }
  }
  return { env, from, unused, problems };
}

/** Only the way of writing differs. */
export const isOurName = ({ older, ours }: Alias): boolean => ours.includes(older);

function givenBy({ ours, give }: Alias, text: string, env: Env): Readonly<Record<string, string>> | undefined {
  if (give) return give(text, env);
  return ours.length === 0 ? undefined : Object.fromEntries(ours.map((name) => [name, text]));
}
