// The proof that a page holds nothing hidden is given to ordinary pages, and to none that only looks ordinary.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parse/parse-document.ts';
import { findPlainPages } from '../../../src/parse/plain/find-plain-pages.ts';
import { cleanInvoicePdf, hostileDocuments, packedPdf, pdfWithLyingFont } from '../../support/hostile-documents.ts';
import { pdfOfManyPages, pdfOfNestedForms, pdfOfObjects, stream } from '../make-pdf.ts';

const SEEN = 'BT /F1 12 Tf 60 700 Td (Total EUR 1,190.00) Tj ET';
const LIE = 'BT /F1 12 Tf 60 600 Td (Total EUR 9,999.99) Tj ET';

interface Parts {
  contents: string[];
  objects?: string[];
  resources?: string;
  page?: string;
  count?: number;
  trailer?: string;
}

/** Content streams are objects 5 and on; `objects` come behind them. */
function pdf({ contents, objects = [], resources = '', page = '', count = 1, trailer = '' }: Parts): Uint8Array {
  const list = contents.map((_, i) => `${i + 5} 0 R`).join(' ');
  return pdfOfObjects(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count ${count}/Kids[3 0 R]>>`,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[${list}]/Resources<</Font<</F1 4 0 R>>${resources}>>${page}>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      ...contents,
      ...objects,
    ],
    trailer,
  );
}

const one = (content: string, rest: Partial<Parts> = {}): Uint8Array => pdf({ contents: [stream(content)], ...rest });
const form = (content: string, dictionary = ''): string =>
  stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>${dictionary}`);
const packed = (data: Buffer, filter: string): string => stream(data.toString('latin1'), `/Filter/${filter}`);
const ascii85 = (text: string): string => {
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  let out = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.readUInt32BE(at);
    for (let power = 4; power >= 0; power--) out += String.fromCharCode(33 + (Math.floor(group / 85 ** power) % 85));
  }
  return `${out}~>`;
};

function isPlain(bytes: Uint8Array, [width, height] = [595, 842]): boolean {
  const noDigits = { mayLie: false, digits: () => [] };
  return findPlainPages(bytes, [{ number: 1, width: width!, height: height! }], noDigits).has(1);
}

const ordinary: [string, Uint8Array][] = [
  ['text', one(SEEN)],
  ['a packed stream', pdf({ contents: [packed(deflateSync(SEEN), 'FlateDecode')] })],
  ['a stream in ASCII', pdf({ contents: [packed(Buffer.from(ascii85(SEEN)), 'ASCII85Decode')] })],
  ['pale letters on a dark bar', one(`0 0 0.4 rg 40 690 400 30 re f 1 g ${SEEN}`)],
  ['a form', one('/X Do', { objects: [form(SEEN)], resources: '/XObject<</X 6 0 R>>' })],
  ['an opacity of one', one(`/G gs ${SEEN}`, { objects: ['<</ca 1>>'], resources: '/ExtGState<</G 6 0 R>>' })],
  ['the invoice of which the hostile ones are made', cleanInvoicePdf],
];

/** What hides the lie, by a way around a proof that reads too simply. */
const tricks: [string, Uint8Array][] = [
  ['an operator parted from its operand by streams', pdf({ contents: [stream(`${SEEN} q 3`), stream(`Tr ${LIE} Q`)] })],
  ['a colour set in an earlier stream', pdf({ contents: [stream(`${SEEN} 1 g`), stream(LIE)] })],
  ['a stray byte of a comment', one(`${SEEN} 3 %\n Tr ${LIE}`)],
  [
    'a form inside a form',
    one(`${SEEN} /X Do`, {
      objects: [form('/Y Do', '/Resources<<>>').replace('/Resources<<>>', ''), form(`1 g ${LIE}`)],
      resources: '/XObject<</X 6 0 R/Y 7 0 R>>',
    }),
  ],
  [
    'a colour that a form inherits',
    one(`${SEEN} 1 g /X Do`, { objects: [form(LIE)], resources: '/XObject<</X 6 0 R>>' }),
  ],
  [
    'an opacity with an escaped name',
    one(`${SEEN} /G gs ${LIE}`, { objects: ['<</c#61 0>>'], resources: '/ExtGState<</G 6 0 R>>' }),
  ],
  [
    'hexadecimal data',
    pdf({
      contents: [stream(SEEN), packed(Buffer.from(`${Buffer.from(`1 g ${LIE}`).toString('hex')}>`), 'ASCIIHexDecode')],
    }),
  ],
  ['data in base 85', pdf({ contents: [stream(SEEN), packed(Buffer.from(ascii85(`1 g ${LIE}`)), 'ASCII85Decode')] })],
  [
    'runs of bytes',
    pdf({
      contents: [
        stream(SEEN),
        packed(
          Buffer.concat([Buffer.from([LIE.length + 3]), Buffer.from(`1 g ${LIE}`), Buffer.from([128])]),
          'RunLengthDecode',
        ),
      ],
    }),
  ],
  [
    'an inline picture that seems to go on',
    one(`${SEEN} q 1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q 1 g ${LIE}`),
  ],
  ['a step off the page and back', one(`${SEEN} BT /F1 12 Tf 60 600 Td [90000 (Total EUR 9,999.99) -90000] TJ ET`)],
  ['white after a string that seems to end', one(`BT /F1 12 Tf 60 700 Td (Total \\(EUR\\) 1,190.00) Tj ET 1 g ${LIE}`)],
  ['a clip with a hole where the text is', one(`${SEEN} 0 0 595 842 re 50 590 300 30 re W* n ${LIE}`)],
  [
    'a box from another form',
    one(`${SEEN} ${LIE} /X Do`, { objects: [form('1 g 50 590 300 30 re f')], resources: '/XObject<</X 6 0 R>>' }),
  ],
];

/** Undecided whatever is on the page. */
const unclear: [string, Uint8Array][] = [
  [
    'a space that means another colour',
    one(`${SEEN} /DeviceGray cs 0 sc ${LIE}`, {
      resources: '/ColorSpace<</DefaultGray[/Indexed/DeviceRGB 1<FFFFFFFFFFFF>]>>',
    }),
  ],
  [
    'a table that points elsewhere',
    Buffer.from(
      Buffer.from(one(SEEN))
        .toString('latin1')
        .replace(/0000000009/, '0000000019'),
      'latin1',
    ),
  ],
  [
    'an object written twice',
    Buffer.from(`${Buffer.from(one(SEEN)).toString('latin1')}5 0 obj\n${stream(LIE)}\nendobj\n`, 'latin1'),
  ],
  ['an object inside the data of another', one(`${SEEN} BT (\n5 0 obj\n) ET`)],
  ['no table', Buffer.from(Buffer.from(one(SEEN)).toString('latin1').replace('startxref', 'startxxxx'), 'latin1')],
  ['a count of pages that is wrong', one(SEEN, { count: 2 })],
  [
    'a length that is wrong',
    Buffer.from(
      Buffer.from(one(SEEN))
        .toString('latin1')
        .replace(/Length \d/, 'Length 1'),
      'latin1',
    ),
  ],
  ['encryption', one(SEEN, { trailer: '/Encrypt<</Filter/Standard/V 1/R 2>>' })],
  ['a pattern of text', one(`/Pattern cs /P scn 0 0 500 500 re f ${SEEN}`)],
  [
    'letters drawn by procedures',
    one(SEEN.replace('F1', 'F3'), { objects: ['<</Type/Font/Subtype/Type#33>>'], resources: '/Font<</F3 6 0 R>>' }),
  ],
  ['a layer with an escaped name', one(`/O#43 /L BDC ${SEEN} EMC`)],
  ['a unit of its own', one(SEEN, { page: '/UserUnit 100' })],
  ['a filter that is not followed', pdf({ contents: [packed(Buffer.from(SEEN), 'LZWDecode')] })],
  ['damaged data', pdf({ contents: [packed(deflateSync(SEEN).subarray(0, 20), 'FlateDecode')] })],
  ['a bomb', packedPdf(Buffer.alloc(40_000_000, ' '), 1)],
  ['a bomb within bombs', packedPdf(Buffer.alloc(40_000_000, ' '), 4)],
];

describe('a page is proved plain', () => {
  it.each(ordinary)('with %s', (_, bytes) => {
    expect(isPlain(bytes)).toBe(true);
  });
});

describe('a page is not proved plain', () => {
  it.each(tricks)('with %s, and what is hidden is found', async (_, bytes) => {
    expect(isPlain(bytes)).toBe(false);
    const doc = await parseDocument(bytes, { name: 'trick.pdf' });
    expect(doc.hidden?.map(({ text }) => text).join(' ')).toContain('9,999.99');
    expect(JSON.stringify(doc.pages)).not.toContain('9,999.99');
  });

  it.each(unclear)('with %s', (_, bytes) => {
    expect(isPlain(bytes)).toBe(false);
  });

  it('when it paints without end', () => {
    expect(isPlain(pdfOfNestedForms(9), [612, 792])).toBe(false);
    expect(isPlain(pdfOfManyPages(50_000), [612, 792])).toBe(false);
  });

  it('when the engine saw a page of another size', () => {
    expect(isPlain(one(SEEN), [595, 800])).toBe(false);
  });

  it.each(
    hostileDocuments
      .filter(({ name, kind }) => name.endsWith('(PDF)') && kind !== 'hidden-field')
      .map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
  )('with %s', (_, bytes) => {
    expect(isPlain(bytes)).toBe(false);
  });

  it('with a font that draws other digits', () => {
    const facts = [{ number: 1, width: 595, height: 842 }];
    expect(findPlainPages(pdfWithLyingFont, facts, { mayLie: true, digits: () => [] }).size).toBe(0);
  });
});
