// The secret of an address: whoever knows it may send documents there. Lower case, for the local parts of mail addresses.

import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 32;

/** 160 bits in base32 (RFC 4648, lower case). */
export const makeAddressToken = (): string =>
  [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

export const isAddressToken = (text: string): boolean => /^[a-z2-7]{32}$/.test(text);

/** What the database keeps of it. */
export const hashAddressToken = (token: string): string => createHash('sha256').update(token).digest('hex');
