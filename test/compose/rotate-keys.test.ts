// Keys of a whole installation change: what was sealed and signed before stays usable, and another key is not let in.

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { call, makePerson, PASSWORD, type Person, signIn } from '../support/person.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

// Each starts several servers.
vi.setConfig({ testTimeout: 120_000 });

const place = await prepareTestDatabase();
afterAll(() => place.drop());

const [first, second, third] = [0, 1, 2].map(() => randomBytes(36).toString('base64')) as [string, string, string];
const [key1, key2] = [0, 1].map(() => randomBytes(32).toString('base64')) as [string, string];

async function within(env: Record<string, string>, work: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer({ env: { ...place.env, AUTH_SECRET: '', ...env } });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

const codeOf = (secret: string, steps = 0): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).hotp(Math.floor(Date.now() / 30_000) + steps);

let person: Person;
let factor: { secret: string; recoveryCodes: string[] };
let sealed: string;

/** By a recovery code: those of the app count once in half a minute. */
async function signInWithBoth(server: TestServer, recoveryCode: string): Promise<void> {
  const begun = await signIn(server, person.email);
  expect(begun.body.status).toBe('second-factor');
  const { challenge } = begun.body;
  const done = await call(server, '/auth/login/second-factor', { body: { challenge, recoveryCode } });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
}

test('an installation with keys of its own in files goes on when the settings name others', async () => {
  await within({}, async (server) => {
    sealed = server.inside.services.secrets.seal('of the first start');
    person = await makePerson(server);
    const started = await call(server, '/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
    factor = started.body;
    const code = await codeOf(factor.secret, -1);
    expect((await call(server, '/auth/second-factor/confirm', { token: person.token, body: { code } })).status).toBe(
      204,
    );
  });
  await within({ AUTH_SECRET: first, ENCRYPTION_KEY: key1 }, async (server) => {
    expect(server.inside.services.secrets.open(sealed)).toBe('of the first start');
    expect((await call(server, '/me', { token: person.token })).status).toBe(200);
    await signInWithBoth(server, factor.recoveryCodes[0]!);
    sealed = server.inside.services.secrets.seal('of the second');
  });
});

test('a process with other keys does not start', async () => {
  const start = (env: Record<string, string>) => within(env, async () => {});
  await expect(start({ AUTH_SECRET: second, ENCRYPTION_KEY: key1 })).rejects.toThrow(/another AUTH_SECRET than/);
  await expect(start({ AUTH_SECRET: first, ENCRYPTION_KEY: key2 })).rejects.toThrow(/another ENCRYPTION_KEY than/);
  await expect(start({})).rejects.toMatchObject({ code: 'keys.differ' });
});

test('a process that is told the values of before changes both, and loses nothing', async () => {
  const env = { AUTH_SECRET: second, AUTH_SECRETS_OLD: first, ENCRYPTION_KEY: key2, ENCRYPTION_KEYS_OLD: key1 };
  await within(env, async (server) => {
    expect(server.inside.services.secrets.open(sealed)).toBe('of the second');
    expect((await call(server, '/me', { token: person.token })).status).toBe(200);
    await signInWithBoth(server, factor.recoveryCodes[1]!);
  });
});

test('what was written before secrets had numbers is read with the oldest of them', async () => {
  const oldest = Buffer.from(randomBytes(36)).toString('base64');
  await within({ AUTH_SECRET: second, AUTH_SECRETS_OLD: first, ENCRYPTION_KEY: key2 }, async (server) => {
    const { db, identity } = server.inside.services;
    const { secretConfig } = await identity.auth.$context;
    const { rows } = await sql<{ secret: string; codes: string }>`select secret, "backupCodes" as codes
      from auth_two_factors where "userId" = ${person.id}`.execute(db);
    const { secret, codes } = rows[0]!;
    const rewrite = async (data: string) =>
      symmetricEncrypt({ key: oldest, data: await symmetricDecrypt({ key: secretConfig, data }) });
    const before = { secret: await rewrite(secret), codes: await rewrite(codes) };
    expect(Object.values(before).join()).not.toContain('$');
    await sql`update auth_two_factors set secret = ${before.secret}, "backupCodes" = ${before.codes}
      where "userId" = ${person.id}`.execute(db);
  });
  const env = { AUTH_SECRET: third, AUTH_SECRETS_OLD: `${second}, ${first}, ${oldest}`, ENCRYPTION_KEY: key2 };
  // As on a machine that never had the file of the first start.
  rmSync(path.join(place.dataDir, 'secrets', 'auth.key'));
  await within(env, async (server) => signInWithBoth(server, factor.recoveryCodes[2]!));
});
