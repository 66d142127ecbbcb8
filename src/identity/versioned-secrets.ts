// AUTH_SECRET and the values that it had before, as better-auth wants them: each with a number that stands beside what it encrypted.

import { createHash } from 'node:crypto';

export interface VersionedSecrets {
  /** Newest first. */
  secrets: { version: number; value: string }[];
  /** For what was encrypted before numbers were written: the oldest. */
  secret: string;
}

/** The number comes from the secret itself, so that every process gives it the same one, at any time. */
export function versionSecrets(current: string, old: readonly string[]): VersionedSecrets {
  const values = [...new Set([current, ...old])];
  return {
    secrets: values.map((value) => ({ version: versionOf(value), value })),
    secret: values.at(-1)!,
  };
}

function versionOf(secret: string): number {
  return createHash('sha256').update(`sheaf secret version: ${secret}`).digest().readUInt32BE() >>> 1;
}
