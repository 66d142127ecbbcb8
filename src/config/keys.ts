// Keys of the installation: what signs, and what seals.

import { hkdfSync } from 'node:crypto';
import { type Read, type ReadContext, setting } from './setting.ts';
import { commaListOf, secret } from './setting-kinds.ts';

const KEY_BYTES = 32;

/** 32 bytes in base64, or a text of 32 characters and more, from which the bytes are derived. */
const sealingKey = secret.transform(toKey);

export const keysSettings = {
  AUTH_SECRET: setting(
    secret.optional(),
    undefined,
    'Signs and encrypts what accounts need; the same for all processes. Needed in production and staging; otherwise made at first start and kept in DATA_DIR.',
    { secret: true },
  ),
  AUTH_SECRETS_OLD: setting(
    commaListOf(secret),
    '',
    'Values that AUTH_SECRET had before, newest first, separated by commas: what they encrypted can still be read.',
    { secret: true },
  ),
  ENCRYPTION_KEY: setting(
    sealingKey.optional(),
    undefined,
    'Seals passwords of files, mails that wait and kept answers: 32 bytes in base64 ("openssl rand -base64 32"), or any text of 32 characters and more. The same for all processes. Unset = made at first start and kept in DATA_DIR, which does for one machine.',
    { secret: true },
  ),
  ENCRYPTION_KEYS_OLD: setting(
    commaListOf(sealingKey),
    '',
    'Values that ENCRYPTION_KEY had before, newest first, separated by commas: what they sealed can still be opened.',
    { secret: true },
  ),
} as const;

export const readKeys = (read: Read<typeof keysSettings>, { problems, isGiven }: ReadContext) => {
  for (const [name, old] of [
    ['AUTH_SECRET', 'AUTH_SECRETS_OLD'],
    ['ENCRYPTION_KEY', 'ENCRYPTION_KEYS_OLD'],
  ] as const) {
    if (isGiven(old) && !isGiven(name)) problems.push(`${old}: needs ${name}, the value that counts now`);
  }
  return {
    authSecret: read('AUTH_SECRET'),
    authSecretsOld: read('AUTH_SECRETS_OLD'),
    /** 32 bytes. */
    encryptionKey: read('ENCRYPTION_KEY'),
    encryptionKeysOld: read('ENCRYPTION_KEYS_OLD'),
  };
};

function toKey(text: string): Buffer {
  if (/^[\w+/-]{43}=?$/.test(text)) {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length === KEY_BYTES) return bytes;
  }
  return Buffer.from(hkdfSync('sha256', text, '', 'sheaf encryption key', KEY_BYTES));
}
