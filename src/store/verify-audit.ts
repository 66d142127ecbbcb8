// Recomputes the chains of the audit log and says where the first one is broken. Reads only.

import { type Kysely, sql } from 'kysely';
import { type AuditRow, chainStart, digestOf, type HashedEvent, hashOf } from './audit.ts';
import type { Schema } from './schema.ts';

export type AuditFault = 'altered' | 'missing' | 'reordered' | 'truncated' | 'not-expected';

export interface ChainReport {
  /** The workspace, or `serverChain`. */
  chain: string;
  events: number;
  /** Events whose request id and address were erased; the chain stays whole. */
  forgotten: number;
  /** The last event that was found whole. */
  head: { seq: number; hash: string };
  /** undefined: the chain is whole. */
  fault?: { kind: AuditFault; seq: number; message: string };
}

export interface VerifyOptions {
  /** Only this chain. */
  chain?: string | undefined;
  /** A head that was written down outside: the chain must still hold exactly this event. */
  expect?: { seq: number; hash: string } | undefined;
}

type Db = Kysely<Schema>;
type EventRow = HashedEvent & Pick<AuditRow, 'request_id' | 'address' | 'salt' | 'hash'>;

const BATCH = 1000;
const columns = [
  ...(['workspace_id', 'seq', 'actor_kind', 'actor_id', 'action', 'target_type', 'target_id', 'details'] as const),
  ...(['request_id', 'address', 'salt', 'origin_digest', 'prev_hash', 'hash'] as const),
] as const;

/** True when the database has an audit log. */
export async function hasAuditLog(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select to_regclass('public.audit_events') is not null as found`.execute(db);
  return rows[0]?.found === true;
}

/** One report a chain. `db` must have the rights of the schema's owner, who sees all chains. */
export async function verifyAudit(db: Db, { chain, expect }: VerifyOptions = {}): Promise<ChainReport[]> {
  const chains = chain ? [chain] : await listChains(db);
  const reports = [];
  for (const id of chains) reports.push(await verifyChain(db, id, expect));
  return reports;
}

async function listChains(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from audit_heads
    union select distinct workspace_id from audit_events order by id`.execute(db);
  return rows.map((row) => row.id);
}

async function verifyChain(db: Db, chain: string, expect: VerifyOptions['expect']): Promise<ChainReport> {
  const report: ChainReport = { chain, events: 0, forgotten: 0, head: { seq: 0, hash: chainStart } };
  const broken = (kind: AuditFault, seq: number, message: string): ChainReport => ({
    ...report,
    fault: { kind, seq, message },
  });
  let expected = expect === undefined;
  for await (const event of eventsOf(db, chain)) {
    const { seq, hash } = report.head;
    if (event.seq !== seq + 1) return broken('missing', seq + 1, describeGap(seq + 1, event.seq - 1));
    const own = hashOf(event);
    if (event.prev_hash !== hash) {
      const kind = (await isInChain(db, chain, event.prev_hash)) ? 'reordered' : 'altered';
      return broken(kind, event.seq, `event ${event.seq} does not follow event ${seq}: it names another one before it`);
    }
    if (own !== event.hash) return broken('altered', event.seq, `event ${event.seq} does not match its hash`);
    const origin = originFault(event);
    if (origin) return broken('altered', event.seq, `event ${event.seq}: ${origin}`);
    if (event.origin_digest !== null && event.salt === null) report.forgotten++;
    report.events++;
    report.head = { seq: event.seq, hash: event.hash };
    if (expect?.seq === event.seq) {
      if (expect.hash !== event.hash) {
        return broken('not-expected', event.seq, `event ${event.seq} has the hash ${event.hash}, not the expected one`);
      }
      expected = true;
    }
  }
  return { ...report, ...(await endFault(db, report, expected ? undefined : expect)) };
}

/** The chain as far as there are events, against its head and what was written down outside. */
async function endFault(
  db: Db,
  { chain, head }: ChainReport,
  expect: VerifyOptions['expect'],
): Promise<Pick<ChainReport, 'fault'>> {
  const truncated = (seq: number, message: string) => ({ fault: { kind: 'truncated' as const, seq, message } });
  const kept = await db
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', chain)
    .executeTakeFirst();
  if (!kept && head.seq > 0) return truncated(head.seq, 'the head of the chain is missing');
  if (kept && kept.seq > head.seq) {
    return truncated(head.seq + 1, `the chain ends with event ${head.seq}, but ${kept.seq} were written`);
  }
  if (kept && (kept.seq !== head.seq || kept.hash !== head.hash)) {
    return {
      fault: { kind: 'altered', seq: kept.seq, message: 'the head of the chain does not match its last event' },
    };
  }
  if (expect) return truncated(head.seq + 1, `event ${expect.seq} was expected, but the chain ends with ${head.seq}`);
  return {};
}

function originFault(event: EventRow): string | undefined {
  const { request_id, address, salt, origin_digest } = event;
  if (salt === null) return request_id === null && address === null ? undefined : 'its request or address was added';
  return digestOf({ request_id, address, salt }) === origin_digest ? undefined : 'its request or address was altered';
}

async function isInChain(db: Db, chain: string, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom('audit_events')
    .select('seq')
    .where('workspace_id', '=', chain)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return found !== undefined;
}

function describeGap(from: number, to: number): string {
  return from === to ? `event ${from} is missing` : `events ${from} to ${to} are missing`;
}

async function* eventsOf(db: Db, chain: string): AsyncGenerator<EventRow> {
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    let query = db
      .selectFrom('audit_events')
      .select(columns)
      .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
      .where('workspace_id', '=', chain)
      .orderBy('seq')
      .limit(BATCH);
    if (Number.isFinite(after)) query = query.where('seq', '>', after);
    const rows: EventRow[] = await query.execute();
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.seq;
  }
}
