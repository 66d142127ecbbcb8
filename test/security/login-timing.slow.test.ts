// Whether the time of an answer tells that an address has an account. Samples are interleaved, so that a busy machine
// slows all kinds alike; series are compared by rank and by the ratio of medians, never by absolute times.

import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/identity/password-hash.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Schema } from '../../src/store/schema.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { chanceLarger, median } from './support/compare-samples.ts';
import { insertOperator } from './support/crews.ts';
import { type RawAnswer, sendRaw } from './support/send-raw.ts';

/** Fewer than lock an account: each address is asked this often. */
const ATTEMPTS = 4;
const ADDRESSES = 50;
const LOCKED = 5;

const kinds = {
  unknown: undefined,
  existing: { emailVerified: true, twoFactorEnabled: false },
  unverified: { emailVerified: false, twoFactorEnabled: false },
  'with second factor': { emailVerified: true, twoFactorEnabled: true },
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];
const known = kindNames.filter((kind) => kind !== 'unknown');

const emailOf = (kind: Kind, index: number): string => `${kind.replaceAll(' ', '-')}-${index}@timing.example`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { EMAIL_VERIFICATION: 'required' }, seed: insertAccounts });
});
afterAll(() => server.stop());

async function insertAccounts(db: Kysely<Schema>): Promise<void> {
  await insertOperator(db);
  const password = await hashPassword('right horse battery');
  for (const kind of known) {
    const people = Array.from({ length: ADDRESSES + 1 }, (_item, index) => ({
      id: newId(),
      email: emailOf(kind, index),
    }));
    const users = people.map(
      ({ id, email }) =>
        sql`(${id}::uuid, 'Somebody', ${email}, ${kinds[kind]!.emailVerified}, ${kinds[kind]!.twoFactorEnabled})`,
    );
    await sql`insert into auth_users (id, name, email, "emailVerified", "twoFactorEnabled")
      values ${sql.join(users)}`.execute(db);
    const credentials = people.map(
      ({ id }) => sql`(${newId()}::uuid, ${id}, 'credential', ${id}::uuid, ${password}, now())`,
    );
    await sql`insert into auth_accounts (id, "accountId", "providerId", "userId", password, "updatedAt")
      values ${sql.join(credentials)}`.execute(db);
  }
}

let serial = 0;

/** From an address of its own each time: the limits by address are not what is measured. */
async function ask(path: string, body: object): Promise<{ ms: number; answer: RawAnswer }> {
  serial++;
  const bytes = Buffer.from(JSON.stringify(body));
  const started = performance.now();
  const answer = await sendRaw(server.url, {
    method: 'POST',
    target: `/api/v1${path}`,
    headers: [
      ['Host', new URL(server.url).host],
      ['Content-Type', 'application/json'],
      ['Content-Length', String(bytes.length)],
    ],
    body: bytes,
    from: `127.${2 + (serial >> 14)}.${(serial >> 7) & 127}.${1 + (serial & 127)}`,
  });
  if (typeof answer === 'string') throw new Error(`the connection ${answer}`);
  return { ms: performance.now() - started, answer };
}

const guess = (email: string) => ask('/auth/login', { email, password: 'wrong horse battery' });

/** Everything of the answer but what differs between any two. */
function shapeOf({ status, headers, body }: RawAnswer): unknown {
  const { requestId, detail, ...rest } = JSON.parse(body.toString());
  const names = [...headers.keys()].sort();
  return { status, names, rest, detail: detail?.replace(/\d+/g, 'n') };
}

/** Times by kind, one of each kind in turn. */
async function measure(
  names: readonly Kind[],
  rounds: number,
  sample: (kind: Kind, round: number) => Promise<{ ms: number; answer: RawAnswer }>,
) {
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Kind, number[]>;
  const shapes = new Map<Kind, unknown>();
  for (const name of names) await sample(name, rounds);
  for (let round = 0; round < rounds; round++) {
    // Another order each round, so that no kind always follows the same one.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length]!;
      const { ms, answer } = await sample(name, round);
      times[name].push(ms);
      shapes.set(name, shapeOf(answer));
    }
  }
  return { times, shapes };
}

function expectAlike(times: Record<Kind, number[]>, kind: Kind): void {
  const chance = chanceLarger(times[kind], times.unknown);
  const ratio = median(times[kind]) / median(times.unknown);
  process.stderr.write(
    `${kind} against unknown: chance ${chance.toFixed(3)}, ratio of medians ${ratio.toFixed(3)}, ${times[kind].length} pairs\n`,
  );
  expect(chance, `${kind}: chance that it takes longer than unknown`).toBeGreaterThan(0.35);
  expect(chance, `${kind}: chance that it takes longer than unknown`).toBeLessThan(0.65);
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.67);
}

describe('a wrong password', () => {
  let result: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    result = await measure(kindNames, ADDRESSES * ATTEMPTS, (kind, round) =>
      guess(emailOf(kind, Math.min(ADDRESSES, Math.floor(round / ATTEMPTS)))),
    );
  });

  test.each(known)('for an account that is %s is answered word for word as for none', (kind) => {
    expect(result.shapes.get('unknown')).toMatchObject({ status: 401, rest: { code: 'auth.invalid-credentials' } });
    expect(result.shapes.get(kind)).toEqual(result.shapes.get('unknown'));
  });

  test.each(known)('for an account that is %s takes no telling time', (kind) => expectAlike(result.times, kind));
});

describe('an address that is locked', () => {
  let result: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    const pair = ['unknown', 'existing'] as const;
    // Until the name is locked; the address in the timing samples is another each time.
    for (const kind of pair) {
      for (let index = 0; index < LOCKED; index++) {
        for (let attempt = 0; attempt <= 5; attempt++) await guess(emailOf(kind, index));
      }
    }
    result = await measure(pair, 200, (kind, round) => guess(emailOf(kind, round % LOCKED)));
  });

  test('is answered alike whether it has an account', () => {
    expect(result.shapes.get('unknown')).toMatchObject({ status: 429, rest: { code: 'auth.locked' } });
    expect(result.shapes.get('existing')).toEqual(result.shapes.get('unknown'));
  });

  test('takes no telling time', () => expectAlike(result.times, 'existing'));
});

describe('asking for a link to set a new password', () => {
  test('is answered alike whether there is an account', async () => {
    const [unknown, existing] = await Promise.all(
      (['unknown', 'existing'] as const).map((kind) => ask('/auth/password/forgot', { email: emailOf(kind, 0) })),
    );
    expect(shapeOf(existing!.answer)).toEqual(shapeOf(unknown!.answer));
  });
});
