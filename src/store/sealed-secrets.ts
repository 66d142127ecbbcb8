// Passwords of files, encrypted before they reach the database with a key that is not in the database.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readOrMakeKey } from './key-file.ts';

export interface SecretBox {
  seal(text: string): string;
  /** undefined when it was sealed with another key or altered. */
  open(sealed: string): string | undefined;
  /** The same for the same text; without the key, nobody can try texts against it. */
  fingerprint(text: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under the key in `keyFile`, which is made at first use, readable by this user only. */
export function openSecretBox(keyFile: string): SecretBox {
  const key = readOrMakeKey(keyFile);
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
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        return undefined;
      }
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('hex'),
  };
}
