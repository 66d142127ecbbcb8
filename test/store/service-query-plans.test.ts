// The hot queries of matching, notices, webhooks, lessons and model calls, explained as the role that requests run as.

import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner, inWorkspace, type Trx } from '../../src/store/database.ts';
import { findLesson, listActiveLessons, listLiveLessons } from '../../src/store/lessons.ts';
import { findBlocks, loadSubjects } from '../../src/store/match-subjects.ts';
import { findMatch, listMatches, listMatchesOf, supersedeOutranked } from '../../src/store/matches.ts';
import { findAnswer, findModelCall, listModelCalls } from '../../src/store/model-calls.ts';
import { newId } from '../../src/store/new-id.ts';
import { deleteNoticesAbout, deleteOldNotices, lockNotice } from '../../src/store/notices.ts';
import {
  countUnread,
  findNotification,
  listNotifications,
  lockDueMail,
  markRead,
} from '../../src/store/notifications.ts';
import { claimDelivery, findDelivery, listDeliveries } from '../../src/store/webhook-deliveries.ts';
import { explainStatements } from '../support/explain.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
const [mine, other, one, two] = [newId(), newId(), newId(), newId()];
const OTHERS = 6000;
const MINE = 600;

/** Enough rows, most of them another workspace's, that reading a whole table would be the wrong plan. */
beforeAll(async () => {
  opened = await openTestDatabase();
  for (const [id, count] of [
    [mine, MINE],
    [other, OTHERS],
  ] as const) {
    await inWorkspace(opened.database.db, id, (trx) => asOwner(trx, () => fill(trx, id, count)));
  }
  await sql`analyze`.execute(opened.database.db);
});
afterAll(() => opened.remove());

async function fill(trx: Trx, workspaceId: string, count: number): Promise<void> {
  // Rows of these tables alone: what they refer to is not asked for here.
  await sql`select set_config('session_replication_role', 'replica', true)`.execute(trx);
  await sql`insert into workspaces (id, name) values (${workspaceId}, 'w')`.execute(trx);
  const id = sql`case when n = 1 and ${workspaceId} = ${mine} then ${one}::uuid else gen_random_uuid() end`;
  /** Half of the rows are about a fifth of the things, as it is with people and scopes. */
  const some = sql`md5((n % ${sql.lit(Math.ceil(count / 10))})::text)::uuid`;
  const rows: [table: string, columns: string[], values: RawBuilder<unknown>][] = [
    [
      'records',
      [
        'id',
        'document_id',
        'run_id',
        'position',
        'type',
        'confidence',
        'alternatives',
        'pages',
        'fields',
        'lines',
        'issues',
      ],
      sql`md5('r' || n)::uuid, gen_random_uuid(), gen_random_uuid(), 0, 'invoice', 1, '[]', '[]', '{}', '[]', '[]'`,
    ],
    ['match_subjects', ['record_id', 'record_type', 'content'], sql`md5('r' || n)::uuid, 'invoice', '{}'`],
    ['match_keys', ['key', 'record_type', 'record_id'], sql`'k' || n, 'invoice', md5('r' || n)::uuid`],
    [
      'matches',
      [
        'id',
        'spec',
        'left_id',
        'right_id',
        'state',
        'score',
        'probability',
        'feature_values',
        'explanation',
        'fingerprint',
      ],
      sql`${id}, 's', md5('r' || n)::uuid, md5('r' || (n + 1))::uuid, case n % 10 when 0 then 'accepted' else 'proposed' end,
        1, 0.5, '{}', '{}', 'f'`,
    ],
    [
      'notices',
      ['id', 'kind', 'event', 'subject_type', 'subject_id', 'data', 'created_at'],
      sql`md5('n' || n)::uuid, 'k', n::text, 'record', 'r' || n, '{}', now() - n * interval '1 hour'`,
    ],
    [
      'notifications',
      ['id', 'notice_id', 'user_id', 'in_app', 'mail_due_at', 'read_at'],
      sql`${id}, md5('n' || n)::uuid, ${some}, true, case n % 20 when 0 then now() end, case n % 3 when 0 then now() end`,
    ],
    [
      'webhook_deliveries',
      ['id', 'endpoint_id', 'event_id', 'kind', 'body', 'state'],
      sql`${id}, ${some}, gen_random_uuid(), 'k', '{}', case n % 10 when 0 then 'failed' else 'delivered' end`,
    ],
    [
      'lessons',
      [
        ...[
          'id',
          'scope_kind',
          'scope_id',
          'kind',
          'state',
          'text',
          'tags',
          'context',
          'sources',
          'pinned',
          'absorbed',
        ],
        ...['confidence', 'version', 'created_at', 'updated_at'],
      ],
      sql`${id}, 'supplier', 's' || n % ${sql.lit(Math.ceil(count / 10))}, 'k', 'active', 't', '[]', '{}', '[]', false, '[]',
        1, 1, now(), now()`,
    ],
    [
      'model_calls',
      ['id', 'prompt', 'prompt_version', 'provider', 'model', 'redacted', 'state', 'period_start', 'expires_at'],
      sql`${id}, 'p', 1, 'p', 'm', false, 'over', now()::date, now()`,
    ],
    ['model_answers', ['key', 'sealed_answer', 'expires_at'], sql`'k' || n, 'a', now() + interval '1 hour'`],
  ];
  for (const [table, columns, values] of rows) {
    await sql`insert into ${sql.table(table)} (workspace_id, ${sql.join(columns.map((name) => sql.ref(name)))})
      select ${workspaceId}::uuid, ${values} from generate_series(1, ${count}::int) n`.execute(trx);
  }
  await sql`select set_config('session_replication_role', 'origin', true)`.execute(trx);
}

const reader = { userId: one, kinds: ['k'] };
const at = new Date(0);

test.each<[name: string, run: (trx: Trx) => Promise<unknown>]>([
  ['one match', (trx) => findMatch(trx, one)],
  ['matches of a record', (trx) => listMatchesOf(trx, one)],
  ['newest matches', (trx) => listMatches(trx, { limit: 20 })],
  ['newest matches of a record', (trx) => listMatches(trx, { limit: 20, recordId: one })],
  ['matches in a state', (trx) => listMatches(trx, { limit: 20, state: 'dismissed' })],
  ['proposals that give way', (trx) => supersedeOutranked(trx, { spec: 's', lefts: [one], rights: [two], topN: 3 })],
  [
    'records that share a key',
    (trx) => findBlocks(trx, { wanted: [{ key: 'k7', type: 'invoice' }], notId: one, mostPerKey: 50 }),
  ],
  ['what is compared of records', (trx) => loadSubjects(trx, [one, two])],
  ['one notice', (trx) => lockNotice(trx, one)],
  ['notices about what goes', (trx) => deleteNoticesAbout(trx, [one, two])],
  ['old notices', (trx) => deleteOldNotices(trx, at)],
  ['one notification', (trx) => findNotification(trx, reader, one)],
  ['newest notifications of a person', (trx) => listNotifications(trx, reader, { limit: 20 })],
  ['how many they have not read', (trx) => countUnread(trx, reader)],
  ['reading all', (trx) => markRead(trx, one, { upTo: two })],
  ['what a mail is due of', (trx) => lockDueMail(trx, { userId: one, now: new Date(), limit: 100 })],
  [
    'claiming a delivery',
    (trx) => claimDelivery(trx, { id: one, round: 1, attempt: 1 }, { now: at, until: new Date() }),
  ],
  ['one delivery', (trx) => findDelivery(trx, one, two)],
  ['newest deliveries of an endpoint', (trx) => listDeliveries(trx, one, { limit: 20 })],
  ['deliveries that failed', (trx) => listDeliveries(trx, one, { limit: 20, state: 'failed' })],
  ['one lesson', (trx) => findLesson(trx, one)],
  ['lessons that hold here', (trx) => listActiveLessons(trx, [{ kind: 'supplier', id: 's1' }])],
  ['lessons of a scope', (trx) => listLiveLessons(trx, { kind: 'supplier', id: 's1' })],
  ['one call of a model', (trx) => findModelCall(trx, one)],
  ['newest calls of a workspace', (trx) => listModelCalls(trx, { limit: 20, workspaceId: mine })],
  ['an answer that is kept', (trx) => findAnswer(trx, 'k1')],
])('%s: no table is read from end to end', async (_name, run) => {
  const plan = await inWorkspace(opened.database.db, mine, (trx) => explainStatements(trx, run));
  expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  expect(plan).not.toMatch(/Seq Scan on (?!unnest)/);
});
