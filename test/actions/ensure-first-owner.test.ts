import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInByToken } from '../../src/actions/account-links.ts';
import { ensureFirstOwner, firstOwnerId } from '../../src/actions/ensure-first-owner.ts';
import { registerAccount } from '../../src/actions/register-account.ts';
import { setCredentials } from '../../src/actions/set-credentials.ts';
import { signIn } from '../../src/actions/sign-in.ts';
import { createBetterAuth } from '../../src/identity/better-auth.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import type { RaiseNotice } from '../../src/notify/notice.ts';
import { createLogger, type Logger } from '../../src/observe/logger.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { identitySettings } from '../support/identity-settings.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

const admin = { email: 'Boss@Example.com', password: 'canary correct horse battery' };
const caller = { address: '127.0.0.1', network: '127.0.0.1', userAgent: 'test', requestId: 'test' };

let opened: TestDatabase;
let deps: {
  db: TestDatabase['database']['db'];
  identity: Identity;
  sendAccountMail: () => Promise<void>;
  log: Logger;
  raiseNotice: RaiseNotice;
};

beforeEach(async () => {
  opened = await openTestDatabase();
  const { db } = opened.database;
  const sendAccountMail = async () => {};
  const identity = createIdentity({
    createAuth: createBetterAuth,
    db,
    settings: identitySettings,
    publicUrl: () => new URL('http://127.0.0.1:8000'),
    sendMail: sendAccountMail,
    onError: () => {},
  });
  const log = createLogger({ level: 'error', forPeople: false, destination: process.stderr });
  const raiseNotice = async () => {
    throw new Error('nobody was invited');
  };
  deps = { db, identity, sendAccountMail, log, raiseNotice };
});
afterEach(async () => {
  await deps.identity.settled();
  await opened.remove();
});

test('the operator of the settings is made once', async () => {
  expect(await ensureFirstOwner(deps, { admin, makeLocal: false })).toMatchObject({ made: true, missing: false });
  expect(await ensureFirstOwner(deps, { admin, makeLocal: false })).toMatchObject({ made: false, missing: false });
  expect(await signIn(deps, caller, admin)).toMatchObject({ status: 'signed-in' });
});

test('without settings in production somebody is missing, and nobody is made', async () => {
  const owner = await ensureFirstOwner(deps, { admin: undefined, makeLocal: false });
  expect(owner).toEqual({ made: false, missing: true, signInToken: undefined });
});

test('in development a link signs the local owner in, once', async () => {
  const { signInToken } = await ensureFirstOwner(deps, { admin: undefined, makeLocal: true });
  expect((await signInByToken(deps, caller, signInToken!)).userId).toBe(firstOwnerId);
  await expect(signInByToken(deps, caller, signInToken!)).rejects.toMatchObject({ code: 'auth.link-invalid' });
});

test('the local owner is named later by the settings, and no link is made any more', async () => {
  await ensureFirstOwner(deps, { admin: undefined, makeLocal: true });
  expect(await ensureFirstOwner(deps, { admin, makeLocal: true })).toMatchObject({ signInToken: undefined });
  expect((await findAccount(deps.db, firstOwnerId))?.email).toBe('boss@example.com');
  expect(await signIn(deps, caller, admin)).toMatchObject({ status: 'signed-in' });
});

test('whoever registered the address of the operator before them does not get in as the administrator', async () => {
  const thief = { email: 'boss@example.com', password: 'i was here first' };
  const { account, tokens } = await registerAccount(deps, caller, thief);
  await ensureFirstOwner(deps, { admin, makeLocal: false });
  expect(await findAccount(deps.db, account.id)).toMatchObject({ systemAdministrator: true });
  await expect(signIn(deps, caller, thief)).rejects.toMatchObject({ code: 'auth.invalid-credentials' });
  expect(await deps.identity.sessions.refresh(tokens!.refreshToken)).toEqual({ outcome: 'refused' });
  expect(await signIn(deps, caller, admin)).toMatchObject({ status: 'signed-in' });
});

test('who sets an address and a password for the local owner gets no more links, and those before open nothing', async () => {
  const { signInToken } = await ensureFirstOwner(deps, { admin: undefined, makeLocal: true });
  const again = await ensureFirstOwner(deps, { admin: undefined, makeLocal: true });
  const person = await signInByToken(deps, caller, signInToken!);
  await setCredentials({ ...deps, mailTransport: undefined }, person, admin);
  const later = await ensureFirstOwner(deps, { admin: undefined, makeLocal: true });
  expect(later).toEqual({ made: false, missing: false, signInToken: undefined });
  await expect(signInByToken(deps, caller, again.signInToken!)).rejects.toMatchObject({ code: 'auth.link-invalid' });
  expect(await signIn(deps, caller, admin)).toMatchObject({ status: 'signed-in' });
});
