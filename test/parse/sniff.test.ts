import { describe, expect, it } from 'vitest';
import { decodeText, looksLikeText } from '../../src/parse/decode-text.ts';
import { sniff } from '../../src/parse/sniff.ts';
import { makeZip } from '../support/make-zip.ts';

const bytes = (text: string, encoding: BufferEncoding = 'latin1') => Buffer.from(text, encoding);
const hex = (digits: string, length = 64) => Buffer.concat([Buffer.from(digits, 'hex'), Buffer.alloc(length)]);
const archive = (...names: string[]) => makeZip(names.map((name) => ({ name, content: Buffer.from('<x/>') })));

describe('sniff', () => {
  it.each([
    ['%PDF-1.4\n', 'pdf'],
    [`HTTP/1.1 200 OK\r\nServer: x\r\n\r\n%PDF-1.7\n`, 'pdf'],
    ['%!PS-Adobe-3.0 PDF-1.4\n', 'pdf'],
    [`${'junk line\n'.repeat(500)}%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF`, 'pdf'],
    ['<!DOCTYPE html><title>x</title>', 'html'],
    ['<html lang="en"><body>Invoice</body></html>', 'html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'html'],
    ['<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout/></alto>', 'alto'],
    ['<html><body><div class="ocr_page" title="bbox 0 0 1 1"></div></body></html>', 'hocr'],
    ['<?xml version="1.0"?><Invoice xmlns="urn:x"/>', 'xml'],
    ['<Invoice xmlns="urn:x"><ID>17</ID></Invoice>', 'xml'],
    ['<order><id>17</id></order>\n', 'xml'],
    ['<!DOCTYPE order [<!ENTITY a "b">]><order>&a;</order>', 'xml'],
    ['<Anna> wrote: the order is <b>late</b>', 'text'],
    ['Invoice 17\nTotal 12,50 EUR\n', 'text'],
    ['a < b and b > c', 'text'],
    ['Received: from a\r\nMIME-Version: 1.0\r\nSubject: x\r\nFrom: a@b.c\r\n\r\nHello', 'mail'],
    ['From: a@b.c\nTo: d@e.f\nDate: Fri, 20 Nov 2026 10:05:00 +0100\n\nHello', 'mail'],
    ['From: Ada\nTo: Bob\nDate: 20 November 2026\nSubject: Memo\n\nHello', 'text'],
  ])('reads %j as %s', (content, format) => {
    expect(sniff(bytes(content)).format).toBe(format);
  });

  it.each([
    ['89504e470d0a1a0a', 'image/png'],
    ['ffd8ffe0', 'image/jpeg'],
    ['49492a00', 'image/tiff'],
    ['4d4d002a', 'image/tiff'],
    ['524946460000000057454250', 'image/webp'],
  ])('knows the image that starts with %s', (digits, mediaType) => {
    expect(sniff(hex(digits))).toEqual({ format: 'image', mediaType });
  });

  it.each([
    [bytes('From a@b Fri Nov 20 2026\nTo: a\nDate: b\nSubject: c\n\nx\n\nFrom c@d Fri Nov 20 2026\nTo: x\n'), 'mbox'],
    [archive('[Content_Types].xml', 'ppt/presentation.xml'), 'PPTX'],
    [archive('[Content_Types].xml', 'xl/workbook.bin'), 'XLSB'],
    [Buffer.concat([hex('d0cf11e0a1b11ae1'), bytes('WordDocument', 'utf16le')]), 'old Word'],
    [Buffer.concat([hex('d0cf11e0a1b11ae1'), bytes('EncryptedPackage', 'utf16le')]), 'password'],
    [hex('474946383961'), 'GIF'],
    [hex('4d5a9000'), 'Windows program'],
    [hex('7f454c46'), 'Linux program'],
    [bytes('{\\rtf1\\ansi Hello}'), 'RTF'],
    [bytes('<svg xmlns="http://www.w3.org/2000/svg"><text>Invoice</text></svg>'), 'SVG'],
    [Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 256)), 'binary data'],
  ])('refuses what it cannot read and names it (%#)', (content, named) => {
    expect(() => sniff(content)).toThrow(expect.objectContaining({ code: 'file.unsupported' }));
    expect(() => sniff(content)).toThrow(named);
  });

  it.each([
    ['docx', archive('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', archive('[Content_Types].xml', 'xl/workbook.xml')],
    ['csv', bytes('Pos;Artikel;Menge\n1;Stuhl;4\n2;Tisch;1\n')],
    ['csv', bytes('sku,description,qty\nA-1,"Bolt, M8",100\nA-2,Nut,20\n')],
    ['csv', bytes('a\tb\tc\n1\t2\t3\n')],
    ['csv', bytes('sep=|\na|b\n')],
    ['text', bytes('Dear Sir,\nthank you, as always, for your order.\nYours, Bob\n')],
    ['text', bytes('123 Main St, Springfield, IL\n12 Elm St, Boston, MA\n9 Oak Av, Austin, TX\n')],
    ['text', bytes('| a | b |\n|---|---|\n| 1 | 2 |\n')],
    ['json', bytes('{"a": 1, "b": [{"c": 2}, {"c": 3}]}\n')],
    ['text', bytes('{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n')],
  ])('knows %s by its content (%#)', (format, content) => {
    expect(sniff(content).format).toBe(format);
  });

  it.each(['Word', 'Excel'])('says what to do with an old %s file', (program) => {
    const name = program === 'Word' ? 'WordDocument' : 'Workbook';
    const old = Buffer.concat([hex('d0cf11e0a1b11ae1'), bytes(name, 'utf16le')]);
    expect(() => sniff(old)).toThrow(/Save it as (?:DOCX|XLSX)/);
  });

  it('calls zero bytes empty', () => {
    expect(() => sniff(new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'file.empty' }));
  });

  it('is not fooled by a PDF header quoted deep in a text', () => {
    expect(sniff(bytes(`${'A note on file formats. '.repeat(100)}%PDF-1.4 is a header.`)).format).toBe('text');
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-8 with mark', Buffer.from('\uFEFFRückgabe €', 'utf8'), 'utf-8'],
    ['UTF-8', Buffer.from('Rückgabe €', 'utf8'), 'utf-8'],
    ['UTF-16 little endian with mark', Buffer.from('\uFEFFRückgabe €', 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with mark', Buffer.from('\uFEFFRückgabe €', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without mark', Buffer.from('Rückgabe der Ware €', 'utf16le').subarray(0, -2), 'utf-16le'],
  ])('reads %s', (_, content, encoding) => {
    const decoded = decodeText(content);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toMatch(/^Rückgabe /);
  });

  it('takes what is no UTF-8 for Windows-1252', () => {
    expect(decodeText(Buffer.from([0x52, 0xfc, 0x63, 0x6b, 0x20, 0x80]))).toMatchObject({
      text: 'Rück €',
      replaced: 0,
    });
  });

  it('keeps UTF-8 with a few broken bytes, and counts them', () => {
    const broken = Buffer.concat([Buffer.from('äöüßéèêàâîôû', 'utf8'), Buffer.from([0xff]), Buffer.from('ñ')]);
    expect(decodeText(broken)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
  });

  it('tells text from binary data', () => {
    expect(looksLikeText('Total\t12,50 €\r\n')).toBe(true);
    expect(looksLikeText('\u0000\u0001\u0002PK\u0003')).toBe(false);
  });
});
