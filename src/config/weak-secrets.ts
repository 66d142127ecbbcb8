// Secrets that everybody knows or guesses: those of examples, and those that somebody typed to have it done with.

import { isLoopbackHost } from '../api/loopback.ts';
import { commonPasswords } from '../identity/common-passwords.ts';

/** Parts of the texts that examples, templates and tutorials put where a secret belongs. Letters and digits alone. */
const placeholders = [
  ...['changeme', 'changethis', 'changeit', 'pleasechange', 'replaceme', 'replacethis', 'replacewith', 'putyour'],
  ...['yoursecret', 'yourjwt', 'yourkey', 'yourpassword', 'yourapikey', 'yoursupersecret', 'yourencryption'],
  ...['supersecret', 'secretkey', 'secretpassword', 'mysecret', 'topsecret', 'devsecret', 'testsecret', 'jwtsecret'],
  ...['insecure', 'notsecure', 'placeholder', 'example', 'donotuse', 'keyboardcat'],
  ...['inproduction', 'forproduction', 'atleast32', '32characters', 'minimum32', 'generatewith', 'opensslrand'],
];

/** Whole texts, letters and digits alone. */
const known = new Set(
  `secret password passwd pass admin administrator root user sheaf postgres postgresql default test dev development
  production staging letmein welcome qwerty key token auth jwt none null undefined todo xxx minio minioadmin`.split(
    /\s+/,
  ),
);

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '0123456789abcdef'];
/** A random secret of 32 characters has about 20 different ones in base64, 14 in hexadecimal. */
const FEWEST_CHARACTERS = 10;
const LEAST_BITS = 80;

/** What is wrong with a text that ought to be random; undefined when it could be. */
export function weaknessOfSecret(text: string): string | undefined {
  const plain = simplify(text);
  if (known.has(plain) || placeholders.some((part) => plain.includes(part)))
    return 'is an example that everybody knows';
  if (commonPasswords.has(text.toLowerCase())) return 'is among the first that are guessed';
  if (isRepeated(text)) return 'repeats itself';
  if (isSequence(plain)) return 'is a sequence of the keyboard or the alphabet';
  if (new Set(text).size < FEWEST_CHARACTERS || bitsOf(text) < LEAST_BITS) return 'has too few different characters';
  return undefined;
}

/** What is wrong with a password that a person chose; undefined when it may do. */
export function weaknessOfPassword(text: string): string | undefined {
  const plain = simplify(text);
  if (known.has(plain) || placeholders.some((part) => plain === part || plain.replace(/\d+$/, '') === part))
    return 'is an example that everybody knows';
  if (commonPasswords.has(text.toLowerCase())) return 'is among the first that are guessed';
  if (isRepeated(text)) return 'repeats itself';
  if (isSequence(plain)) return 'is a sequence of the keyboard or the alphabet';
  return undefined;
}

/** What is wrong with the password in an address of a database on another machine. One without a password has other ways. */
export function weaknessOfDatabaseUrl(address: string): string | undefined {
  const url = URL.parse(address);
  const password = safeDecode(url?.password ?? '');
  if (!url || password === '' || isLoopbackHost(url.hostname) || url.hostname === '') return undefined;
  if (password.toLowerCase() === safeDecode(url.username).toLowerCase())
    return 'has a password that is its user’s name';
  const weakness = weaknessOfPassword(password);
  return weakness && `has a password that ${weakness}`;
}

const simplify = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The same few characters again and again: `xxxx…`, `abcabcabc…`. */
function isRepeated(text: string): boolean {
  for (let period = 1; period <= text.length / 3; period++) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

/** Nearly all neighbours are neighbours on the keyboard or in the alphabet, in either direction. */
function isSequence(plain: string): boolean {
  if (plain.length < 6) return false;
  let near = 0;
  for (let i = 1; i < plain.length; i++) {
    const pair = plain.slice(i - 1, i + 1);
    if (ROWS.some((row) => row.includes(pair) || row.includes(`${pair[1]}${pair[0]}`))) near++;
  }
  return near / (plain.length - 1) >= 0.8;
}

/** Of a text whose characters come as often as they do here (Shannon). */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let perCharacter = 0;
  for (const count of counts.values()) perCharacter -= (count / text.length) * Math.log2(count / text.length);
  return perCharacter * text.length;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
