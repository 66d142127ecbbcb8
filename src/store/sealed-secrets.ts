// Passwords of files, mails that wait and kept answers, encrypted before they reach the database with a key that is not in it.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readOrMakeKey } from './key-file.ts';

export interface SecretBox {
  seal(text: string): string;
  /** undefined when it was sealed with a key that is not known here, or altered. */
  open(sealed: string): string | undefined;
  /** The same for the same text under the same key; without the key, nobody can try texts against it. */
  fingerprint(text: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealingKeys {
  /** 32 bytes. */
  current: Buffer;
  /** Open what they sealed; seal nothing any more. */
  old: readonly Buffer[];
}

/** Under the key in `keyFile`, which is made at first use, readable by this user only. */
export function openSecretBox(keyFile: string): SecretBox {
  return createSecretBox({ current: readOrMakeKey(keyFile), old: [] });
}

/** AES-256-GCM. */
export function createSecretBox({ current: key, old }: SealingKeys): SecretBox {
  // A key of its own for each use.
  const fingerprintKey = Buffer.from(hkdfSync('sha256', key, '', 'fingerprint', 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      for (const each of [key, ...old]) {
        const text = openWith(each, bytes);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('hex'),
  };
}

function openWith(key: Buffer, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
