// One database behind Kysely: embedded when no URL is given, a PostgreSQL server otherwise. The same SQL for both.

import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, type Logger, PGliteDialect, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { SheafError } from '../errors.ts';
import { type DataDirLock, lockDataDir } from './data-dir-lock.ts';
import type { Upkeep } from './embedded-upkeep.ts';
import { type QueryErrorKind, queryErrorKind } from './query-error-kind.ts';
import type { Schema } from './schema.ts';

export type Trx = Transaction<Schema>;
/** The database itself, or a transaction in it. */
export type Db = Kysely<Schema>;

export interface Database {
  kind: 'embedded' | 'server';
  /** Runs with the rights of the schema's owner: for migrations and checks only. Requests use `inWorkspace`. */
  db: Kysely<Schema>;
  /** Set when embedded. */
  pglite?: PGlite;
  /** Connections of the pool; the embedded database has none. */
  connections?: () => PoolUse;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  onError: (error: Error) => void;
  /** Of the server; the embedded database has one session. */
  pool?: PoolLimits;
  /** What the server shows of our sessions. */
  sessionName?: string;
  /** The embedded database is about to be made, which takes seconds. */
  onMake?: () => void;
  /** Is told of every query that ended. */
  onQuery?: ((query: EndedQuery) => void) | undefined;
}

export interface EndedQuery {
  ms: number;
  /** Of a query that failed. */
  error?: QueryErrorKind;
}

export interface PoolUse {
  used: number;
  idle: number;
  max: number;
  /** Queries that wait for a connection. */
  waiting: number;
}

export interface PoolLimits {
  connections: number;
  /** A request that gets none for this long fails; the API answers 503. */
  waitMs: number;
}

const usualPool: PoolLimits = { connections: 20, waitMs: 30_000 };
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Opens the database. Throws `store.locked` when another process has the data directory,
 * `store.unavailable` when the server does not answer.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl ? openServer(options.databaseUrl, options) : openEmbedded(options);
}

async function openEmbedded({ dataDir, onError, onMake, onQuery }: DatabaseOptions): Promise<Database> {
  const lock: DataDirLock = lockDataDir(dataDir);
  try {
    // A process on a server has no use for a database of its own.
    const [{ isNewDatabase, openEmbeddedDatabase }, { startUpkeep }] = await Promise.all([
      import('./embedded-database.ts'),
      import('./embedded-upkeep.ts'),
    ]);
    const directory = path.join(dataDir, 'database');
    if (isNewDatabase(directory)) onMake?.();
    const { pglite } = await openEmbeddedDatabase(directory);
    const upkeep: Upkeep = startUpkeep(pglite, onError);
    return {
      kind: 'embedded',
      db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }), ...toldTo(onQuery) }),
      pglite,
      async close() {
        await upkeep.stop();
        if (!pglite.closed) await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openServer(
  connectionString: string,
  { onError, onQuery, pool: limits = usualPool, sessionName = 'sheaf' }: DatabaseOptions,
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    application_name: sessionName,
    max: limits.connections,
    connectionTimeoutMillis: limits.waitMs,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser },
  });
  pool.on('error', onError);
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new SheafError('store.unavailable', undefined, { cause });
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), ...toldTo(onQuery) });
  const connections = (): PoolUse => ({
    used: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    max: limits.connections,
    waiting: pool.waitingCount,
  });
  return { kind: 'server', db, connections, close: () => db.destroy() };
}

function toldTo(onQuery: DatabaseOptions['onQuery']): { log?: Logger } {
  if (!onQuery) return {};
  return {
    log: (event) =>
      onQuery({
        ms: event.queryDurationMillis,
        ...(event.level === 'error' ? { error: queryErrorKind(event.error) } : {}),
      }),
  };
}

/** 64-bit integers as numbers, as the embedded database gives them: sizes and counts stay far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

/**
 * Runs `work` in one transaction in which only rows of `workspaceId` exist: the role `sheaf_app` is subject to the
 * row policies, and the setting says whose rows they show. Both end with the transaction.
 */
export function inWorkspace<T>(db: Kysely<Schema>, workspaceId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('sheaf.workspace_id', ${workspaceId}, true), set_config('role', 'sheaf_app', true)`.execute(
      trx,
    );
    return work(trx);
  });
}

/** Runs `work` in a workspace within a transaction of the owner's; afterwards it is in none again. */
export async function withWorkspace<T>(trx: Trx, workspaceId: string, work: () => Promise<T>): Promise<T> {
  const enter = (id: string) => sql`select set_config('sheaf.workspace_id', ${id}, true)`.execute(trx);
  await enter(workspaceId);
  const result = await work();
  await enter('');
  return result;
}

/**
 * Runs `work` with the owner's rights, for tables which `sheaf_app` may not touch; afterwards the transaction has the role
 * it had, be it a workspace's or the owner's own.
 */
export async function asOwner<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  // The common table is read before the role is changed: it holds the role as it was.
  const { rows } = await sql<{ role: string }>`
    with was as materialized (select current_setting('role') as role)
    select was.role, set_config('role', 'none', true) from was`.execute(trx);
  const restore = () => sql`select set_config('role', ${rows[0]!.role}, true)`.execute(trx);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // Fails when a statement broke the transaction, which ends the role with it.
    await restore().catch(() => {});
    throw error;
  }
  await restore();
  return result;
}

/** Resolves when the database answers. */
export async function checkDatabase(db: Kysely<Schema>): Promise<void> {
  await sql`select 1`.execute(db);
}
