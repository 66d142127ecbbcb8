// Looks for texts wherever a server keeps anything: every table of every schema, and every byte of a folder.

import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';

/** `table: canary` for every canary that a row of any table of any schema holds, catalogues of the system included. */
export async function findInTables<T>(db: Kysely<T>, canaries: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`select n.nspname as schema, c.relname as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not like 'pg_toast%' order by 1, 2`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ canary: string }>`select distinct canary from ${sql.table(`${schema}.${name}`)} t,
      unnest(${[...canaries]}::text[]) as canary where strpos(lower(t::text), lower(canary)) > 0`.execute(db);
    found.push(...rows.map(({ canary }) => `${schema}.${name}: ${canary}`));
  }
  return found;
}

/** `file: canary` for every canary that stands in a file in UTF-8, UTF-16 or base64, at any offset. */
export async function findInFolder(folder: string, canaries: readonly string[]): Promise<string[]> {
  const needles = canaries.flatMap((canary) => formsOf(canary).map((bytes) => ({ canary, bytes })));
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    for (const canary of canaries) if (name.includes(canary)) found.add(`name ${name}: ${canary}`);
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    let rest = Buffer.alloc(0);
    for await (const chunk of createReadStream(file, { highWaterMark: 4 * 1024 * 1024 })) {
      const window = Buffer.concat([rest, chunk as Buffer]);
      for (const { canary, bytes } of needles) if (window.includes(bytes)) found.add(`${name}: ${canary}`);
      rest = window.subarray(Math.max(0, window.length - longest));
    }
  }
  return [...found].sort();
}

export function formsOf(canary: string): Buffer[] {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)])
      .toString('base64')
      .replace(/=+$/, '');
    // What stands before and after changes the characters at both ends.
    return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return [Buffer.from(canary), Buffer.from(canary.toLowerCase()), Buffer.from(canary, 'utf16le'), ...base64];
}
