// The outside of an archive: compression, and encryption as the `age` tool reads and writes it.

import { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { SheafError } from '../../errors.ts';

// A server that makes no back-up does not load it.
const loadAge = () => import('age-encryption');

/** None: the archive is not encrypted. */
export interface Encryption {
  passphrase?: string | undefined;
  /** `age1…` */
  recipients?: readonly string[] | undefined;
}

export interface DecryptionKeys {
  passphrase?: string | undefined;
  /** `AGE-SECRET-KEY-1…` */
  identities?: readonly string[] | undefined;
}

const AGE_MAGIC = 'age-encryption.org/';
const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Past this much, an archive that unpacks to a thousand times its size is a bomb. */
const BOMB_BYTES = 256 * 1024 * 1024;
const BOMB_RATIO = 1000;

export const isEncrypting = ({ passphrase, recipients }: Encryption): boolean =>
  passphrase !== undefined || (recipients?.length ?? 0) > 0;

/**
 * Compresses and, when asked, encrypts. With recipients alone nobody here could read the archive again, so one more is
 * added whose key is returned, never written, and forgotten with this process: for the verification that follows.
 */
export async function pack(
  content: Readable,
  encryption: Encryption,
): Promise<{ packed: Readable; verifyWith: DecryptionKeys }> {
  const compressed = content.pipe(
    createZstdCompress({
      params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
    }),
  );
  content.on('error', (error) => compressed.destroy(error));
  // Whoever reads the end of this learns of it.
  compressed.on('error', () => {});
  if (!isEncrypting(encryption)) return { packed: compressed, verifyWith: {} };
  const { passphrase, recipients = [] } = encryption;
  const { Encrypter, generateX25519Identity, identityToRecipient } = await loadAge();
  const encrypter = new Encrypter();
  const verifyWith: DecryptionKeys = {};
  if (passphrase !== undefined) {
    encrypter.setPassphrase(passphrase);
    verifyWith.passphrase = passphrase;
  } else {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    const identity = await generateX25519Identity();
    encrypter.addRecipient(await identityToRecipient(identity));
    verifyWith.identities = [identity];
  }
  const encrypted = await encrypter.encrypt(Readable.toWeb(compressed) as ReadableStream<Uint8Array>);
  return { packed: Readable.fromWeb(encrypted as Parameters<typeof Readable.fromWeb>[0]), verifyWith };
}

/** Throws `backup.key-needed`, `backup.key-wrong`, `backup.invalid`. */
export async function* unpack(content: Readable, keys: DecryptionKeys): AsyncGenerator<Buffer> {
  const { head, whole } = await peek(content);
  let packed = whole;
  if (head.toString('latin1').startsWith(AGE_MAGIC)) packed = await decrypt(whole, keys);
  else if (!head.subarray(0, 4).equals(ZSTD_MAGIC)) {
    whole.destroy();
    throw new SheafError('backup.invalid', 'This is no back-up of Sheaf.');
  }
  let read = 0;
  const counted = Readable.from(
    (async function* () {
      for await (const chunk of packed as AsyncIterable<Buffer>) {
        read += chunk.length;
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
  const plain = counted.pipe(createZstdDecompress());
  counted.on('error', (error) => plain.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > BOMB_BYTES && unpacked > read * BOMB_RATIO) {
        throw new SheafError('backup.invalid', 'The archive unpacks to more than a back-up ever does.');
      }
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof SheafError) throw cause;
    throw new SheafError('backup.invalid', 'The archive is damaged or cut off.', { cause });
  } finally {
    whole.destroy();
  }
}

async function decrypt(content: Readable, { passphrase, identities = [] }: DecryptionKeys): Promise<Readable> {
  if (passphrase === undefined && identities.length === 0) {
    content.destroy();
    throw new SheafError('backup.key-needed');
  }
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(content) as ReadableStream<Uint8Array>);
    return Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]);
  } catch (cause) {
    content.destroy();
    throw new SheafError('backup.key-wrong', undefined, { cause });
  }
}

/** The first bytes, and a stream that begins with them. */
async function peek(content: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first: Buffer[] = [];
  let size = 0;
  while (size < AGE_MAGIC.length) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(first);
  const whole = Readable.from(
    (async function* () {
      if (head.length > 0) yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })(),
    { objectMode: false },
  );
  whole.once('close', () => content.destroy());
  return { head, whole };
}
