import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { makeZip, nestedBomb } from '../support/make-zip.ts';

const text = (words: string): Buffer => Buffer.from(words);

async function read(bytes: Uint8Array, limits = {}) {
  const held: string[] = [];
  const hold = async (file: { position: number; name: string; bytes: Uint8Array }) =>
    void held.push(`${file.position} ${file.name}: ${Buffer.from(file.bytes).toString('latin1').slice(0, 20)}`);
  return { doc: await parseDocument(bytes, { name: 'a.zip', hold, limits }), held };
}

test('an archive has no page of its own and gives out its files, without what systems put beside them', async () => {
  const { doc, held } = await read(
    makeZip([
      { name: '2026/', method: 0 },
      { name: '2026/invoice.txt', content: text('Invoice 17') },
      { name: '__MACOSX/2026/._invoice.txt', content: text('x') },
      { name: '.DS_Store', content: text('x') },
      { name: 'word/note.txt', content: text('no Word document') },
    ]),
  );
  expect(doc).toMatchObject({ format: 'archive', mediaType: 'application/zip', pageCount: 0, pages: [] });
  expect(held).toEqual(['1 2026/invoice.txt: Invoice 17', '2 word/note.txt: no Word document']);
});

test('an archive in it stays whole, whatever it holds: it is judged when it is read itself', async () => {
  const { held } = await read(
    makeZip([
      { name: 'bomb.zip', content: nestedBomb(5, 2, 1000) },
      { name: 'a.txt', content: text('a') },
    ]),
  );
  expect(held.map((file) => file.split(':')[0])).toEqual(['1 bomb.zip', '2 a.txt']);
});

test.each([
  ['behind a password', makeZip([{ name: 'a.txt', content: text('a'), flags: 1 }]), {}, 'archive.encrypted'],
  ['of folders alone', makeZip([{ name: 'a/', method: 0 }]), {}, 'file.empty'],
  [
    'of too many files',
    makeZip([1, 2, 3].map((i) => ({ name: `${i}`, content: text('x') }))),
    { maxHeldFiles: 2 },
    'archive.too-large',
  ],
  ['that leads out', makeZip([{ name: '../a', content: text('x') }]), {}, 'archive.unsafe-name'],
])('an archive %s is refused', async (_, bytes, limits, code) => {
  await expect(read(bytes, limits)).rejects.toMatchObject({ code });
});
