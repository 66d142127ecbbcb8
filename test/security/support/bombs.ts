// Small files that become large, or deep, when somebody opens them.

import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { pdfOfNestedForms, pdfOfObjects, stream } from '../../parse/make-pdf.ts';

const MEGABYTE = 1024 * 1024;

export interface Bomb {
  name: string;
  bytes: Uint8Array;
}

export function makeBombs(): Bomb[] {
  const zeros = Buffer.alloc(200 * MEGABYTE);
  return [
    { name: 'archive.zip', bytes: zipOf('zeros.txt', zeros) },
    { name: 'nested.zip', bytes: nestedZip(6) },
    { name: 'word.docx', bytes: zipOf('word/document.xml', Buffer.from(entities('w:document'))) },
    { name: 'packed.pdf', bytes: packedPdf(zeros) },
    { name: 'forms.pdf', bytes: pdfOfNestedForms(12) },
    { name: 'entities.html', bytes: Buffer.from(entities('html')) },
    { name: 'entities.xml', bytes: Buffer.from(`<?xml version="1.0"?>${entities('alto')}`) },
    {
      name: 'outside.xml',
      bytes: Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/passwd">]><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="&x;"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>',
      ),
    },
    { name: 'deep.html', bytes: Buffer.from('<div>'.repeat(200_000)) },
    {
      name: 'attributes.html',
      bytes: Buffer.from(`<p ${Array.from({ length: 100_000 }, (_item, index) => `a${index}=1`).join(' ')}>x</p>`),
    },
    {
      name: 'table.html',
      bytes: Buffer.from(`<table><tr><td colspan=100000 rowspan=100000>${'<td colspan=1000>x'.repeat(1000)}</table>`),
    },
    { name: 'line.txt', bytes: Buffer.from('number 4711 EUR 1.234,56 '.repeat(200_000)) },
    { name: 'huge.png', bytes: pngOf(60_000, 60_000) },
    {
      name: 'mark.svg',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:1/x"/></svg>'),
    },
  ];
}

/** Each entity is ten of the one before: a kilobyte that means ten billion characters. */
function entities(root: string): string {
  const names = 'abcdefghij'.split('');
  const declared = names.map(
    (name, index) => `<!ENTITY ${name} "${index === 0 ? 'lol' : `&${names[index - 1]};`.repeat(10)}">`,
  );
  return `<!DOCTYPE ${root} [${declared.join('')}]><${root}>&j;</${root}>`;
}

function packedPdf(content: Buffer): Uint8Array {
  const packed = deflateSync(content).toString('latin1');
  return pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>',
    stream(packed, '/Filter/FlateDecode'),
  ]);
}

/** Says how large it is, and holds next to nothing. */
function pngOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nestedZip(depth: number): Uint8Array {
  let inner: Uint8Array = Buffer.alloc(10 * MEGABYTE);
  for (let level = 0; level < depth; level++) inner = zipOf(`${level}.zip`, inner);
  return inner;
}

/** An archive of one file, by hand: APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
