import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mayHaveAttachments } from '../../src/parse/attachments.ts';
import { drawPdf, pdfOfObjects, stream } from './make-pdf.ts';

/** A file whose object stream holds `inner`. */
function packed(inner: string, trailer = ''): Uint8Array {
  const content = deflateSync(Buffer.from(`7 0 ${inner}`)).toString('latin1');
  return pdfOfObjects(['<</Type/Catalog>>', stream(content, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode')], trailer);
}

describe('mayHaveAttachments', () => {
  it('sees an embedded file in clear text', async () => {
    expect(mayHaveAttachments(await drawPdf((d) => d.file(Buffer.from('x'), { name: 'a.txt' })))).toBe(true);
  });

  it('rules a plain file out', async () => {
    expect(mayHaveAttachments(await drawPdf((d) => d.text('x')))).toBe(false);
  });

  it('looks into compressed object streams', () => {
    expect(mayHaveAttachments(packed('<</Type/Filespec/F(a.xml)/EF<</F 9 0 R>>>>'))).toBe(true);
    expect(mayHaveAttachments(packed('<</Type/Pages/Count 1/Kids[3 0 R]>>'))).toBe(false);
  });

  it('gives an encrypted file with packed objects the benefit of the doubt', () => {
    expect(mayHaveAttachments(packed('unreadable', '/Encrypt 5 0 R'))).toBe(true);
  });
});
