import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/parse/pdf-names.ts';
import { mayHoldPagePicture } from '../../src/parse/pdf-pictures.ts';

const pdf = (...objects: string[]): Uint8Array =>
  Buffer.from(`%PDF-1.7\n${objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join('')}%%EOF\n`, 'latin1');

describe('mayHoldPagePicture', () => {
  it.each([
    ['no image at all', ['<</Type/Catalog>>'], false],
    ['a logo', ['<</Type/XObject/Subtype/Image/Width 300 /Height 120/Length 3>>stream\nabc\nendstream'], false],
    ['a scan', ['<</Subtype /Image /Width 1654 /Height 2339 /Length 3>> stream\nabc\nendstream'], true],
    ['sizes before the name', ['<</Width 1654/Height 2339/Subtype/Image>>stream\nabc\nendstream'], true],
    ['a size in another object', ['<</Subtype/Image/Width 2 0 R/Height 90>>stream\nabc\nendstream', '1654'], true],
    ['only the names of procedure sets', ['<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]>>'], false],
    [
      'a logo behind a scan',
      [
        '<</Subtype/Image/Width 1654/Height 2339>>stream\nabc\nendstream',
        '<</Subtype/Image/Width 30/Height 12>>stream\nabc\nendstream',
      ],
      true,
    ],
    [
      'one logo does not borrow the size of the next',
      [
        '<</Subtype/Image/Width 30/Height 12>>stream\nabc\nendstream',
        '<</Subtype/Form/Width 1654/Height 2339>>stream\nabc\nendstream',
      ],
      false,
    ],
  ])('%s → %#', (_what, objects, expected) => {
    expect(mayHoldPagePicture(pdf(...(objects as string[])))).toBe(expected);
  });
});

describe('findNames', () => {
  it('gives the places of telling names, longer names included', () => {
    const bytes = pdf('<</AcroForm 5 0 R/Names<</EmbeddedFiles 6 0 R>>>>');
    const text = Buffer.from(bytes).toString('latin1');
    const names = findNames(bytes);
    expect(names.AcroForm).toEqual([text.indexOf('/AcroForm')]);
    expect(names.EmbeddedFile).toEqual([text.indexOf('/EmbeddedFiles')]);
    expect(names.Encrypt).toEqual([]);
  });

  it('reads a name cut off by the end of the file as no name', () => {
    expect(findNames(Buffer.from('%PDF-1.7 /Encryp', 'latin1')).Encrypt).toEqual([]);
    expect(findNames(Buffer.from('%PDF-1.7 /', 'latin1')).EF).toEqual([]);
  });
});
