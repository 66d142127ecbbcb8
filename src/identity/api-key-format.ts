// What an API key looks like: `shk_`, 256 random bits, and a checksum, so that secret scanners find it and a typing
// mistake costs no query.

import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface NewApiKey {
  /** Shown once. */
  key: string;
  hash: string;
  /** Enough to tell keys apart, far too little to guess one. */
  hint: string;
}

const PREFIX = 'shk_';
const BODY_LENGTH = 43;
const CHECK_LENGTH = 6;
const HINT_LENGTH = 8;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const shape = new RegExp(`^${PREFIX}([0-9A-Za-z]{${BODY_LENGTH}})([0-9A-Za-z]{${CHECK_LENGTH}})$`);

export function makeApiKey(): NewApiKey {
  const body = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), BODY_LENGTH);
  const key = `${PREFIX}${body}${checkOf(body)}`;
  return { key, hash: hashApiKey(key), hint: key.slice(0, HINT_LENGTH) };
}

/** Only the shape says so: it may be anybody's, or nobody's. */
export const looksLikeApiKey = (text: string): boolean => text.startsWith(PREFIX);

/** True when prefix, length and checksum fit. */
export function isApiKey(text: string): boolean {
  const [, body, check] = shape.exec(text) ?? [];
  return body !== undefined && checkOf(body) === check;
}

/** SHA-256, hex: 256 random bits need no slower hash. */
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');

const checkOf = (body: string): string => base62(BigInt(crc32(body)), CHECK_LENGTH);

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i++) {
    text = digits[Number(rest % 62n)]! + text;
    rest /= 62n;
  }
  return text;
}
