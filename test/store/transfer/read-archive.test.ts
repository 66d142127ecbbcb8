// What reads archives, against archives that somebody else made: nothing is handed on that the manifest does not tell of.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../src/store/transfer/archive-crypto.ts';
import { parseEntryName } from '../../../src/store/transfer/archive-format.ts';
import { type ArchiveVisitor, readArchive } from '../../../src/store/transfer/read-archive.ts';
import { createDigester } from '../../../src/store/transfer/rows.ts';
import { archiveOf, type MadeEntry } from '../../support/make-archive.ts';

const text = (name: string) => ({ name, type: 'text', typeSchema: 'pg_catalog' });
const header = {
  format: 'sheaf-backup',
  formatVersion: 1,
  id: '01890000-0000-7000-8000-000000000000',
  createdAt: '2026-11-20T02:15:00.000Z',
  sheaf: '0.1.0',
  migrations: ['0001'],
  tables: [
    { name: 'a', columns: [text('x')] },
    { name: 'b', columns: [text('x'), text('y')] },
  ],
};
const digestOf = (lines: string[]) => {
  const digester = createDigester();
  for (const line of lines) digester.add(line);
  return digester.result();
};
const content = Buffer.from('content');
const sha256 = createHash('sha256').update(content).digest('hex');
const { digest: blobDigest } = digestOf([`${sha256} ${content.length}`]);
const manifest = {
  tables: { a: digestOf(['["1"]', '[null]']), b: digestOf(['["1","2"]']) },
  jobs: digestOf([]),
  blobs: { count: 1, bytes: content.length, digest: blobDigest },
  damaged: [] as { sha256: string; documents: string[] }[],
  keys: [{ file: 'auth.key', fingerprint: 'ab', carried: true }],
};

const entry = (name: string, value: unknown): MadeEntry => ({
  name,
  content: Buffer.isBuffer(value) ? value : typeof value === 'string' ? value : JSON.stringify(value),
});
const whole = (): MadeEntry[] => [
  entry('sheaf-backup.json', header),
  entry('tables/a/000001.ndjson', '["1"]\n'),
  entry('tables/a/000002.ndjson', '[null]\n'),
  entry('tables/b/000001.ndjson', '["1","2"]\n'),
  entry(`blobs/${sha256}`, content),
  entry('keys/auth.key', Buffer.alloc(32)),
  entry('manifest.json', manifest),
];

function visitor(seen: string[] = []): ArchiveVisitor {
  return {
    header: async () => void seen.push('header'),
    rows: async (table, rows) => void seen.push(`${table.name} ${JSON.stringify(rows)}`),
    jobs: async (jobs) => void seen.push(`jobs ${jobs.length}`),
    blob: async (blob, chunks) => {
      let size = 0;
      for await (const chunk of chunks) size += chunk.length;
      seen.push(`blob ${blob.sha256} ${size}`);
    },
    key: async (file) => void seen.push(`key ${file}`),
  };
}

const read = (entries: MadeEntry[], seen?: string[]) => readArchive(archiveOf(entries), {}, visitor(seen));

test('a whole archive is handed on part by part, in its order', async () => {
  const seen: string[] = [];
  expect(await read(whole(), seen)).toEqual({ header, manifest });
  expect(seen).toEqual([
    'header',
    'a [["1"]]',
    'a [[null]]',
    'b [["1","2"]]',
    `blob ${sha256} ${content.length}`,
    'key auth.key',
  ]);
});

const without = (name: string) => whole().filter((item) => !item.name.startsWith(name));
const changed = (name: string, value: unknown) =>
  whole().map((item) => (item.name === name ? entry(name, value) : item));
const first = (item: MadeEntry) => [...whole().slice(0, 1), item, ...whole().slice(1)];

describe('refused', () => {
  test.each<[string, MadeEntry[]]>([
    ['without its manifest', without('manifest')],
    ['without its header', without('sheaf-backup')],
    ['without anything', []],
    ['without one of its tables', without('tables/b')],
    ['without one part of a table', without('tables/a/000002')],
    ['without a content', without('blobs')],
    ['without a key that it tells of', without('keys')],
    ['with a row more', changed('tables/b/000001.ndjson', '["1","2"]\n["1","2"]\n')],
    ['with another row', changed('tables/b/000001.ndjson', '["1","3"]\n')],
    ['with a row of other columns', changed('tables/b/000001.ndjson', '["1"]\n')],
    ['with a row that is none', changed('tables/b/000001.ndjson', '{"x":1}\n')],
    ['with a number as a value', changed('tables/b/000001.ndjson', '["1",2]\n')],
    ['with a line that is no JSON', changed('tables/b/000001.ndjson', '["1"\n')],
    ['with another content', changed(`blobs/${sha256}`, 'CONTENT')],
    ['with a longer content', changed(`blobs/${sha256}`, 'content and more')],
    ['with a content twice', [...whole().slice(0, 5), ...whole().slice(4)]],
    ['with its parts in another order', [whole()[0]!, whole()[3]!, whole()[1]!, whole()[2]!, ...whole().slice(4)]],
    ['with something after the manifest', [...whole(), entry('tables/b/000002.ndjson', '["1","2"]\n')]],
    ['with two manifests', [...whole(), entry('manifest.json', manifest)]],
    ['with rows of a table that it does not name', first(entry('tables/c/000001.ndjson', '["1"]\n'))],
    ['with a path that leads out', first(entry('../../etc/passwd', 'x'))],
    ['with an absolute path', first(entry('/etc/passwd', 'x'))],
    ['with a path that leads out of a folder of ours', first(entry('blobs/../../x', 'x'))],
    ['with a symbolic link', first({ name: 'keys/auth.key', content: '', type: 'symlink', linkname: '/etc/shadow' })],
    ['with a hard link', first({ name: 'keys/auth.key', content: '', type: 'link', linkname: '/etc/shadow' })],
    ['with a folder', first({ name: 'blobs/', content: '', type: 'directory' })],
    ['with a key that is none of ours', first(entry('keys/other.key', 'x'))],
    ['with a manifest that is none', changed('manifest.json', { tables: {} })],
    [
      'with counts of tables that are not there',
      changed('manifest.json', { ...manifest, tables: { a: manifest.tables.a } }),
    ],
    [
      'with a wrong size of its contents',
      changed('manifest.json', { ...manifest, blobs: { ...manifest.blobs, bytes: 1 } }),
    ],
    ['of another format', changed('sheaf-backup.json', { ...header, format: 'other' })],
  ])('%s', async (_what, entries) => {
    await expect(read(entries)).rejects.toMatchObject({ code: 'backup.invalid' });
  });

  test('of a newer format', async () => {
    await expect(read(changed('sheaf-backup.json', { ...header, formatVersion: 2 }))).rejects.toMatchObject({
      code: 'backup.newer',
    });
  });

  test('cut off anywhere before the end of its manifest', async () => {
    const bytes = Buffer.concat(await archiveOf(whole()).toArray());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        const cut = Readable.from([bytes.subarray(0, length)], { objectMode: false });
        const outcome = await readArchive(cut, {}, visitor()).catch((error) => error.code);
        // Behind the manifest comes nothing but the end of the tar.
        if (length > bytes.length - 40 && typeof outcome !== 'string') expect(outcome.manifest).toEqual(manifest);
        else expect(outcome).toBe('backup.invalid');
      }),
      { numRuns: 60 },
    );
  });

  test('with any byte changed, or else nothing of it is', async () => {
    const bytes = Buffer.concat(await archiveOf(whole()).toArray());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const spoiled = Buffer.from(bytes);
        spoiled[at]! ^= by;
        const seen: string[] = [];
        const stream = Readable.from([spoiled], { objectMode: false });
        const outcome = await readArchive(stream, {}, visitor(seen)).catch((error) => error.code);
        if (typeof outcome === 'string') expect(outcome).toMatch(/^backup\./);
        else expect(outcome.manifest).toEqual(manifest);
      }),
      { numRuns: 100 },
    );
  });

  test('that unpacks to a thousand times its size', { timeout: 60_000 }, async () => {
    const zeros = Buffer.alloc(1024 * 1024);
    const bomb = Readable.from(
      (function* () {
        for (let i = 0; i < 2000; i++) yield zeros;
      })(),
      { objectMode: false },
    ).pipe(createZstdCompress());
    let unpacked = 0;
    const reading = async () => {
      for await (const chunk of unpack(bomb, {})) unpacked += chunk.length;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'backup.invalid' });
    expect(unpacked).toBeLessThan(600e6);
  });
});

test('a content that was damaged before is left out, when the manifest says so', async () => {
  const damaged = [{ sha256, documents: ['d'] }];
  const none = { count: 0, bytes: 0, digest: digestOf([]).digest };
  const told = entry('manifest.json', { ...manifest, blobs: none, damaged });
  const entries = [...changed(`blobs/${sha256}`, 'CONTENT').slice(0, -1), told];
  expect((await read(entries)).manifest.damaged).toEqual(damaged);
});

test('no name leads out of its place', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.webPath(), fc.constantFrom('tables/../x/000001.ndjson', 'blobs/..', 'keys/../auth.key')),
      (name) => {
        const parsed = parseEntryName(name);
        if (parsed) expect(name).not.toMatch(/\.\.|^\/|\\/);
      },
    ),
  );
});

describe('encrypted', () => {
  const plain = () => Readable.from([Buffer.from('x'.repeat(200_000))], { objectMode: false });
  const collect = async (bytes: AsyncIterable<Buffer>) => {
    const chunks = [];
    for await (const chunk of bytes) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  test('for a recipient, who opens it; so can who made it, once, without having the key', async () => {
    const identity = await generateX25519Identity();
    const { packed, verifyWith } = await pack(plain(), { recipients: [await identityToRecipient(identity)] });
    const bytes = Buffer.concat(await packed.toArray());
    const stream = () => Readable.from([bytes], { objectMode: false });
    expect(await collect(unpack(stream(), { identities: [identity] }))).toBe('x'.repeat(200_000));
    expect(await collect(unpack(stream(), verifyWith))).toBe('x'.repeat(200_000));
    expect(verifyWith.identities).not.toContain(identity);
    const other = await generateX25519Identity();
    await expect(collect(unpack(stream(), { identities: [other] }))).rejects.toMatchObject({
      code: 'backup.key-wrong',
    });
    await expect(collect(unpack(stream(), {}))).rejects.toMatchObject({ code: 'backup.key-needed' });
  });

  test('a changed byte is found before anything wrong comes out', async () => {
    const identity = await generateX25519Identity();
    const { packed } = await pack(plain(), { recipients: [await identityToRecipient(identity)] });
    const bytes = Buffer.concat(await packed.toArray());
    bytes[bytes.length - 20]! ^= 1;
    const stream = Readable.from([bytes], { objectMode: false });
    await expect(collect(unpack(stream, { identities: [identity] }))).rejects.toMatchObject({ code: 'backup.invalid' });
  });
});
