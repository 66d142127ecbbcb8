// What stands in a back-up: a tar of the entries below, in this order, compressed (zstd), and encrypted (age) when asked.
//   sheaf-backup.json          what made it, of which schema, and the tables with their columns
//   tables/NAME/NNNNNN.ndjson  rows: one JSON array of texts a line
//   jobs/NNNNNN.ndjson         jobs that were not over
//   blobs/SHA256               contents, in the order of their hashes
//   keys/FILE                  keys of the installation, when they are carried
//   manifest.json              what must have come before: counts and hashes. An archive without it is cut off.

import { z } from 'zod';
import { transferTable } from './transfer-tables.ts';

export const FORMAT_VERSION = 1;
export const HEADER_ENTRY = 'sheaf-backup.json';
export const MANIFEST_ENTRY = 'manifest.json';
/** Keys that an installation makes for itself, in DATA_DIR/secrets. */
export const keyFiles = ['file-passwords.key', 'auth.key'] as const;
export type KeyFile = (typeof keyFiles)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const digest = z.strictObject({ rows: count, digest: sha256 });

export const archiveHeader = z.strictObject({
  format: z.literal('sheaf-backup'),
  formatVersion: z.number().int().min(1),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  sheaf: z.string().max(100),
  migrations: z.array(z.string().max(200)).max(10_000),
  tables: z.array(transferTable).max(1000),
});
export type ArchiveHeader = z.output<typeof archiveHeader>;

export const archiveManifest = z.strictObject({
  /** By name, without the schema. */
  tables: z.record(z.string(), digest),
  jobs: digest,
  blobs: z.strictObject({ count, bytes: count, digest: sha256 }),
  /** Contents that were missing or damaged when the back-up was made, which went on because it was told to. */
  damaged: z.array(z.strictObject({ sha256, documents: z.array(z.string()) })),
  /** Keys that the installation had, carried or not, by what tells one from another. */
  keys: z.array(z.strictObject({ file: z.enum(keyFiles), fingerprint: z.string(), carried: z.boolean() })),
});
export type ArchiveManifest = z.output<typeof archiveManifest>;

export type ArchiveEntry =
  | { kind: 'header' | 'manifest' }
  | { kind: 'rows'; table: string }
  | { kind: 'jobs' }
  | { kind: 'blob'; sha256: string }
  | { kind: 'key'; file: KeyFile };

/** undefined for a name that no archive of ours holds: paths that lead elsewhere are among those. */
export function parseEntryName(name: string): ArchiveEntry | undefined {
  if (name === HEADER_ENTRY) return { kind: 'header' };
  if (name === MANIFEST_ENTRY) return { kind: 'manifest' };
  const rows = /^tables\/([A-Za-z0-9_]{1,63})\/\d{6,12}\.ndjson$/.exec(name);
  if (rows) return { kind: 'rows', table: rows[1]! };
  if (/^jobs\/\d{6,12}\.ndjson$/.test(name)) return { kind: 'jobs' };
  const blob = /^blobs\/([0-9a-f]{64})$/.exec(name);
  if (blob) return { kind: 'blob', sha256: blob[1]! };
  const file = keyFiles.find((key) => name === `keys/${key}`);
  return file ? { kind: 'key', file } : undefined;
}
