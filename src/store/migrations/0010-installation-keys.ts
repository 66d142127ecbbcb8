// Which keys this installation has, by fingerprints that tell nothing of them: a process that holds others is not let in.

import { type Kysely, sql } from 'kysely';
import { guardForOwner } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table installation_keys (
    name text not null,
    fingerprint text not null,
    since timestamptz not null default now(),
    constraint installation_keys_pkey primary key (name)
  )`.execute(db);
  await guardForOwner(db, 'installation_keys');
}
