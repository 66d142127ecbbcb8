// A passkey device in software: ES256 keys, client data, authenticator data and attestation "none", as in WebAuthn Level 2.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export interface CeremonyOptions {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
}

export interface AuthenticatorTricks {
  origin?: string;
  rpId?: string;
  /** The person was there, but no PIN or finger was asked for. */
  unverified?: boolean;
  type?: string;
}

export function createAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const device = { counter: 0 };
  const base = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  const clientData = (type: string, challenge: string, tricks: AuthenticatorTricks): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: tricks.origin ?? origin, crossOrigin: false }));
  const flags = (tricks: AuthenticatorTricks): number => PRESENT | (tricks.unverified ? 0 : VERIFIED);

  return {
    device,
    /** `navigator.credentials.create` */
    create(options: CeremonyOptions, tricks: AuthenticatorTricks = {}) {
      const rpId = tricks.rpId ?? options.rp!.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const data = Buffer.concat([head(rpId, flags(tricks) | ATTESTED, device.counter), attested]);
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(data)],
      ]);
      return {
        ...base,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData(tricks.type ?? 'webauthn.create', options.challenge, tricks).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    /** `navigator.credentials.get`; counts up unless the counter is set back. */
    get(options: CeremonyOptions, tricks: AuthenticatorTricks = {}, key: KeyObject = privateKey) {
      device.counter += 1;
      const data = head(tricks.rpId ?? options.rpId!, flags(tricks), device.counter);
      const client = clientData(tricks.type ?? 'webauthn.get', options.challenge, tricks);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...base,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, key).toString('base64url'),
        },
      };
    },
  };
}

/** Hash of the relying party's id, flags, counter. */
function head(rpId: string, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), rest]);
}

/** COSE_Key of an EC2 key for ES256 (RFC 9053 section 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  return cborMap([
    [cborInteger(1), cborInteger(2)],
    [cborInteger(3), cborInteger(-7)],
    [cborInteger(-1), cborInteger(1)],
    [cborInteger(-2), cborBytes(Buffer.from(x!, 'base64url'))],
    [cborInteger(-3), cborBytes(Buffer.from(y!, 'base64url'))],
  ]);
}

/** RFC 8949: major type in three bits, then the number in one byte or after it. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

const cborInteger = (value: number): Buffer => (value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value));
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)]);
const cborMap = (pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()]);
