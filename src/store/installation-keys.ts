// Every process on a database must hold the same keys: what one sealed, another could not open. Runs with the owner's rights.

import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { SheafError } from '../errors.ts';
import { appendAudit, serverChain } from './audit.ts';
import { asOwner, inWorkspace, type Trx } from './database.ts';
import type { Schema } from './schema.ts';
import { retireSigningKeys } from './signing-keys.ts';

export const keyNames = ['auth', 'encryption'] as const;
export type KeyName = (typeof keyNames)[number];

export interface HeldKeys {
  /** What this process seals and signs with. */
  current: string | Uint8Array;
  /** What it can still open. */
  old: readonly (string | Uint8Array)[];
}

/** What operators call them. */
const settingOf: Readonly<Record<KeyName, { now: string; old: string }>> = {
  auth: { now: 'AUTH_SECRET', old: 'AUTH_SECRETS_OLD' },
  encryption: { now: 'ENCRYPTION_KEY', old: 'ENCRYPTION_KEYS_OLD' },
};

/**
 * The first process says which keys they are; one that knows the key of before as an old one changes it for all.
 * Throws `keys.differ`, which names the settings.
 */
export async function ensureSameKeys(db: Kysely<Schema>, held: Readonly<Record<KeyName, HeldKeys>>): Promise<void> {
  const different = await db.transaction().execute(async (trx) => {
    const names: KeyName[] = [];
    for (const name of keyNames) if (!(await isSameKey(trx, name, held[name]))) names.push(name);
    return names;
  });
  if (different.length === 0) return;
  const { now, old } = listSettings(different);
  throw new SheafError(
    'keys.differ',
    `This process holds another ${now} than the processes before it on this database. Give it the same, or name the value of before in ${old}.`,
  );
}

async function isSameKey(trx: Trx, name: KeyName, { current, old }: HeldKeys): Promise<boolean> {
  const fingerprint = fingerprintOf(name, current);
  await trx
    .insertInto('installation_keys')
    .values({ name, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await trx
    .selectFrom('installation_keys')
    .select('fingerprint')
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.fingerprint === fingerprint) return true;
  if (!old.some((key) => fingerprintOf(name, key) === row.fingerprint)) return false;
  await trx.updateTable('installation_keys').set({ fingerprint, since: new Date() }).where('name', '=', name).execute();
  // What signs tokens is encrypted with the secret of before, which other processes need not know for long.
  if (name === 'auth') await retireSigningKeys(trx);
  return true;
}

/**
 * The key is lost: the next process to start says which it is. With `auth` goes what nobody can read any more: signing keys
 * and second factors.
 */
export async function forgetKey(db: Kysely<Schema>, name: KeyName): Promise<{ secondFactors: number }> {
  return inWorkspace(db, serverChain, async (trx) => {
    const secondFactors = await asOwner(trx, async () => {
      await trx.deleteFrom('installation_keys').where('name', '=', name).execute();
      if (name !== 'auth') return 0;
      await trx.deleteFrom('auth_signing_keys').execute();
      const removed = await trx.deleteFrom('auth_two_factors').returning('id').execute();
      await trx
        .updateTable('auth_users')
        .set({ twoFactorEnabled: false })
        .where('twoFactorEnabled', '=', true)
        .execute();
      return removed.length;
    });
    await appendAudit(trx, {
      workspaceId: serverChain,
      actor: { kind: 'system', id: null },
      action: 'system.key-forgotten',
      details: { key: name, secondFactors },
    });
    return { secondFactors };
  });
}

/** Of a text that is no secret, under the key: tells whether two keys are the same one, and nothing else of them. */
function fingerprintOf(name: KeyName, key: string | Uint8Array): string {
  return createHmac('sha256', key).update(`sheaf installation key 1: ${name}`).digest('hex');
}

function listSettings(names: readonly KeyName[]): { now: string; old: string } {
  return {
    now: names.map((name) => settingOf[name].now).join(' and another '),
    old: names.map((name) => settingOf[name].old).join(' and '),
  };
}
