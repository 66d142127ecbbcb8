// What an environment holds, by names alone: for `sheaf doctor`, and for the warnings of a start.

import { suggest } from '../cli/suggest.ts';
import { aliases } from './aliases.ts';
import { applyAliases } from './apply-aliases.ts';
import { referenceScheme } from './resolve-secrets.ts';
import type { Env } from './setting.ts';
import { settings } from './settings.ts';

export interface EnvironmentNames {
  /** Settings that are set, in the order of the documentation. */
  given: readonly GivenSetting[];
  /** Older names that do nothing. */
  unused: readonly { name: string; why: string }[];
  /** Variables that look like one of ours, written wrong. */
  unknown: readonly { name: string; meant: string }[];
}

export interface GivenSetting {
  name: string;
  /** The older name that it was given by. */
  older?: string;
  /** Scheme of the reference that leads to it. */
  reference?: string;
}

export function describeEnvironment(env: Env): EnvironmentNames {
  const renamed = applyAliases(env);
  const given = Object.keys(settings).flatMap((name): GivenSetting[] => {
    if (!renamed.env[name]?.trim()) return [];
    const older = renamed.from.get(name);
    const reference = referenceScheme(older ?? name, env[older ?? name]);
    return [{ name, ...(older ? { older } : {}), ...(reference ? { reference } : {}) }];
  });
  return { given, unused: renamed.unused, unknown: nearMisses(env) };
}

const known = new Map(
  [...Object.keys(settings), ...aliases.map(({ older }) => older)].map((name) => [name.toLowerCase(), name]),
);
/** Shorter names are near to anything: PATH and PORT, MODEL and MODE. */
const SHORTEST = 6;
const MOST_EDITS_SHARE = 6;
/** Names of other programs that ours are modelled on. */
const others = /^AWS_/;

function nearMisses(env: Env): EnvironmentNames['unknown'] {
  const found: { name: string; meant: string }[] = [];
  for (const [name, text] of Object.entries(env)) {
    const word = name.toLowerCase();
    if (!text?.trim() || name.length < SHORTEST || others.test(name)) continue;
    if (known.get(word) === name) continue;
    const near = suggest(word, [...known.keys()], Math.ceil(name.length / MOST_EDITS_SHARE));
    if (near) found.push({ name, meant: known.get(near)! });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
