// Archives that lie, explode, or lead elsewhere; each made here, byte by byte.

import { describe, expect, it } from 'vitest';
import { guardArchive } from '../../src/parse/archive-guard.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { makeZip, nestedBomb, overlappingBomb, type ZipEntry } from '../support/make-zip.ts';

const text = (words: string): Buffer => Buffer.from(words);
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'sound',
    (error) => error.code,
  );
const guard = (entries: ZipEntry[], options = {}) => codeOf(guardArchive(makeZip(entries, options)));
const named = (name: string | Buffer, more: Partial<ZipEntry> = {}) => guard([{ name, content: text('x'), ...more }]);

describe('a sound archive', () => {
  it('is listed and can be read', async () => {
    const zip = makeZip([
      { name: 'word/', method: 0 },
      { name: 'word/document.xml', content: text('<w:document/>') },
      { name: 'media/größe.png', content: text('png'), method: 0 },
    ]);
    const entries = await guardArchive(zip);
    expect(entries.map(({ name, isFolder, size }) => [name, isFolder, size])).toEqual([
      ['word/', true, 0],
      ['word/document.xml', false, 13],
      ['media/größe.png', false, 3],
    ]);
    expect(entries.map((entry) => entry.read().toString())).toEqual(['', '<w:document/>', 'png']);
  });

  it('may hold another, and a blank sheet that packs well', async () => {
    const inner = makeZip([{ name: 'a.txt', content: text('a') }]);
    expect(await guard([{ name: 'inner.docx', content: inner, method: 0 }])).toBe('sound');
    expect(await guard([{ name: 'sheet.xml', content: Buffer.alloc(5_000_000, '<c/>') }])).toBe('sound');
  });

  it('is refused by its kind as long as that is not read', async () => {
    expect(
      await codeOf(
        parseDocument(
          makeZip(['[Content_Types].xml', 'ppt/presentation.xml'].map((name) => ({ name, content: text('x') }))),
          { name: 'a.docx' },
        ),
      ),
    ).toBe('file.unsupported');
  });
});

describe('a bomb', () => {
  it('of one flat entry is defused while it inflates', async () => {
    expect(await guard([{ name: 'a', content: Buffer.alloc(200_000_000) }])).toBe('archive.too-large');
  });

  it('that states a small size is caught by what comes out', async () => {
    expect(await guard([{ name: 'a', content: Buffer.alloc(50_000_000), lie: { size: 10 } }])).toBe(
      'archive.inconsistent',
    );
  });

  it('of many entries is refused by their number, and by their sum', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: text('') }));
    expect(await guard(many)).toBe('archive.too-large');
    const megabytes = Array.from({ length: 16 }, (_, i) => ({ name: `${i}`, content: Buffer.alloc(10_000_000, i) }));
    expect(await guard(megabytes)).toBe('archive.too-large');
  });

  it('whose entries share their data is refused before it inflates', async () => {
    expect(await codeOf(guardArchive(overlappingBomb(1000, 20_000_000)))).toBe('archive.inconsistent');
    // An entry inside the data of another, with a header of its own.
    const inner = makeZip([{ name: 'b', content: text('words'), method: 0 }]).subarray(0, 31 + 5);
    const quoted = makeZip([
      { name: 'a', content: inner, method: 0 },
      { name: 'b', content: text('words'), method: 0, lie: { offset: 31 } },
    ]);
    await expect(guardArchive(quoted)).rejects.toThrow('Its entries overlap.');
  });

  it('of archives within archives is refused by depth, number or size', async () => {
    expect(await codeOf(guardArchive(nestedBomb(5, 2, 1000)))).toBe('archive.too-deep');
    expect(await codeOf(guardArchive(nestedBomb(3, 16, 1_000_000)))).toBe('archive.too-large');
    expect(await codeOf(guardArchive(nestedBomb(2, 4, 40_000_000)))).toBe('archive.too-large');
  });

  it('is told apart from a file that is not read, wherever it comes in', async () => {
    expect(
      await codeOf(parseDocument(makeZip([{ name: 'a', content: Buffer.alloc(200_000_000) }]), { name: 'a.xlsx' })),
    ).toBe('archive.too-large');
  });

  it('that takes too long is left', async () => {
    expect(await codeOf(guardArchive(makeZip([{ name: 'a', content: Buffer.alloc(9_000_000) }]), { maxMs: 0 }))).toBe(
      'archive.too-large',
    );
  });
});

describe('an entry name', () => {
  it.each([
    ['../evil.txt'],
    ['a/../../evil.txt'],
    ['..'],
    ['/etc/passwd'],
    ['//server/share'],
    ['C:/windows/evil'],
    ['c:evil'],
    ['file.txt:stream'],
    ['..\\evil.txt'],
    ['a\\b.txt'],
    ['a\0.txt'],
    ['a\nb.txt'],
    ['./a.txt'],
    ['a//b.txt'],
    ['NUL'],
    ['sub/con.txt'],
    ['com1'],
    ['LPT9.pdf'],
    ['a.'],
    ['a '],
    ['invoice\u202Efdp.exe'],
    ['a'.repeat(256)],
    [`${'a/'.repeat(600)}b`],
    [''],
  ])('like %j is refused', async (name) => {
    expect(await named(name)).toBe('archive.unsafe-name');
  });

  it('that is not the UTF-8 it claims to be is refused', async () => {
    expect(await named(Buffer.from([0xc3, 0x28, 0x2e]))).toBe('archive.unsafe-name');
  });

  it('that two entries share is refused, in any case and any form', async () => {
    expect(await guard([{ name: 'a.txt' }, { name: 'A.TXT' }])).toBe('archive.unsafe-name');
    expect(await guard([{ name: 'é' }, { name: 'e\u0301' }])).toBe('archive.unsafe-name');
  });

  it('that an extra field contradicts is refused', async () => {
    const other = text('../evil');
    const field = Buffer.alloc(9 + other.length);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + other.length, 2);
    field.set(other, 9);
    expect(await named('a.txt', { extra: field })).toBe('archive.unsafe-name');
  });

  it('of a link or a device is refused', async () => {
    expect(await named('link', { mode: 0xa1ff })).toBe('archive.unsafe-name');
    expect(await named('device', { mode: 0x2180 })).toBe('archive.unsafe-name');
    expect(await named('file', { mode: 0x81a4 })).toBe('sound');
  });
});

describe('an archive that lies', () => {
  it.each<[string, ZipEntry]>([
    ['a smaller size', { name: 'a', content: text('abcdef'), lie: { size: 3 } }],
    ['a larger size', { name: 'a', content: text('abcdef'), lie: { size: 60 } }],
    ['a packed size beyond the file', { name: 'a', content: text('abcdef'), lie: { packedSize: 99_999 } }],
    ['a wrong sum', { name: 'a', content: text('abcdef'), lie: { crc: 1 } }],
    ['another name before the data', { name: 'a', content: text('abcdef'), lie: { localName: 'b' } }],
    ['a place beyond the file', { name: 'a', content: text('abcdef'), lie: { offset: 4_000_000_000 } }],
    [
      'sizes of zip64 without them',
      { name: 'a', content: text('abcdef'), lie: { size: 0xffffffff, packedSize: 0xffffffff } },
    ],
    ['data that does not inflate', { name: 'a', content: text('abcdef'), packed: text('nonsense') }],
    ['a folder that holds data', { name: 'a/', content: text('abcdef') }],
  ])('with %s is refused', async (_, entry) => {
    expect(await guard([entry])).toBe('archive.inconsistent');
  });

  it('with more entries than it counts is refused', async () => {
    expect(await guard([{ name: 'a' }, { name: 'b' }], { count: 1 })).toBe('archive.inconsistent');
  });

  it('with encrypted entries, or packed by other methods, is refused by name', async () => {
    expect(await named('a', { flags: 0x801 })).toBe('archive.encrypted');
    expect(await named('a', { method: 12, packed: text('x') })).toBe('file.unsupported');
  });

  it('cut anywhere ends in a typed outcome', async () => {
    const whole = makeZip([{ name: 'a/b.txt', content: Buffer.alloc(300, 'ab') }]);
    for (let length = 4; length < whole.length; length++) {
      expect(await codeOf(guardArchive(whole.subarray(0, length)))).toBe('archive.inconsistent');
    }
  });

  it('with any byte changed ends in a typed outcome', async () => {
    const whole = makeZip([
      { name: 'a/b.txt', content: Buffer.alloc(300, 'ab') },
      { name: 'c', content: text('c') },
    ]);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0x55;
      expect(await codeOf(guardArchive(changed))).toMatch(/^(archive\.|file\.|sound)/);
    }
  });
});
