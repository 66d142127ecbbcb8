// Row-level security of a table: every table that a migration makes is put under one of these two guards.

import { type Kysely, sql } from 'kysely';

/** Rows of another workspace do not exist for whoever reads or writes, the owner of the table included. */
export async function guardByWorkspace(db: Kysely<unknown>, table: string, column = 'workspace_id'): Promise<void> {
  const name = sql.table(table);
  const mine = sql`${sql.ref(column)} = nullif(current_setting('sheaf.workspace_id', true), '')::uuid`;
  await forceGuard(db, table);
  await sql`create policy ${sql.ref(`${table}_workspace_policy`)} on ${name} using (${mine}) with check (${mine})`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on ${name} to sheaf_app`.execute(db);
  await letTransfer(db, table);
}

/** Back-up, restore and move see the rows of all workspaces: the owner of the schema alone, and only when it says so. */
export async function letTransfer(db: Kysely<unknown>, table: string): Promise<void> {
  const asked = sql`current_setting('sheaf.transfer', true) = 'on'`;
  await sql`create policy ${sql.ref(`${table}_transfer_policy`)} on ${sql.table(table)} to current_user
    using (${asked}) with check (${asked})`.execute(db);
}

/** Rows that belong to no workspace (accounts, keys, mail): the owner of the schema alone, never the application role. */
export async function guardForOwner(db: Kysely<unknown>, table: string): Promise<void> {
  await forceGuard(db, table);
  await sql`create policy ${sql.ref(`${table}_owner_policy`)} on ${sql.table(table)} to current_user using (true) with check (true)`.execute(
    db,
  );
}

async function forceGuard(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
}
