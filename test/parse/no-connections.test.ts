// A document names addresses in every way its format has; reading it opens none of them.

import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SheafError } from '../../src/errors.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { makeDocx, para } from '../support/make-docx.ts';

let connections = 0;
let url = '';
const listener = net.createServer((socket) => {
  connections++;
  socket.destroy();
});
beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/canary`;
});
afterAll(() => void listener.close());

test('the listener would notice', async () => {
  await fetch(url).catch(() => {});
  expect(connections).toBe(1);
  connections = 0;
});

const hungry = () => `
  <base href="${url}/"><meta http-equiv="refresh" content="0; url=${url}/refresh">
  <link rel="stylesheet" href="${url}/a.css"><link rel="preload" as="image" href="${url}/b.png"><link rel="dns-prefetch" href="${url}">
  <style>@import url("${url}/c.css"); @font-face { font-family: f; src: url(${url}/f.woff2) } p { background: url(${url}/d.png) }</style>
  <script src="${url}/e.js"></script><script>fetch("${url}/script")</script>
  <p style="background-image: url('${url}/g.png')" background="${url}/h.png">Invoice 4711</p>
  <img src="${url}/i.png" srcset="${url}/j.png 2x" onerror="fetch('${url}/k')"><picture><source srcset="${url}/l.webp"></picture>
  <iframe src="${url}/m"></iframe><frame src="${url}/n"><object data="${url}/o"></object><embed src="${url}/p">
  <video src="${url}/q" poster="${url}/r"></video><audio src="${url}/s"></audio><track src="${url}/t">
  <svg><image href="${url}/u"/><use xlink:href="${url}/v#x"/></svg><form action="${url}/w"><input type="image" src="${url}/x"></form>
  <a href="${url}/y" ping="${url}/z">link</a>`;

const entities = (root: string) => `<!DOCTYPE ${root} SYSTEM "${url}/outer.dtd" [
  <!ENTITY file SYSTEM "${url}/entity"><!ENTITY % param SYSTEM "${url}/param"> %param; ]>`;

const hocr = () => `<?xml version="1.0"?><?xml-stylesheet href="${url}/style.xsl"?>${entities('html')}
  <html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="ocr-system" content="tesseract 5"/>${hungry()}</head>
  <body><div class="ocr_page" title="image '${url}/page.png'; bbox 0 0 1000 1400; ppageno 0"><span class="ocr_line" title="bbox 100 100 400 140">
  <span class="ocrx_word" title="bbox 100 100 250 140; x_wconf 95">Invoice</span>
  <span class="ocrx_word" title="bbox 260 100 400 140; x_wconf 95">4711</span></span>&file;</div></body></html>`;

const alto = () => `<?xml version="1.0"?>${entities('alto')}
  <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v3# ${url}/alto.xsd"><Description><sourceImageInformation>
    <fileName>${url}/page.tif</fileName></sourceImageInformation></Description><Layout><Page WIDTH="1000" HEIGHT="1400"><PrintSpace>
    <TextBlock><TextLine HPOS="100" VPOS="100" WIDTH="300" HEIGHT="40"><String HPOS="100" VPOS="100" WIDTH="150" HEIGHT="40" CONTENT="Invoice"/>
    <String HPOS="260" VPOS="100" WIDTH="140" HEIGHT="40" CONTENT="4711"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;

/** Links, a template and pictures from elsewhere, and entities that no reader should resolve. */
function word(): Buffer {
  const outside = (type: string) =>
    `<Relationship Id="x-${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${url}/${type}" TargetMode="External"/>`;
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${outside('attachedTemplate')}${outside('image')}${outside('header')}${outside('oleObject')}</Relationships>`;
  const field = `<w:r><w:instrText>INCLUDETEXT "${url}/included"</w:instrText></w:r>`;
  return makeDocx({
    body: `${para('Invoice 4711')}<w:p>${field}</w:p><w:sectPr><w:headerReference r:id="x-header"/></w:sectPr>`,
    files: { 'word/_rels/settings.xml.rels': rels, 'word/_rels/header1.xml.rels': rels },
  });
}

test.each([
  ['DOCX', word, 'docx'],
  ['CSV', () => `No;Link\n4711;=WEBSERVICE("${url}/a")\n4712;=HYPERLINK("${url}/b")\n`, 'csv'],
  ['HTML', () => `<!DOCTYPE html><html><head><title>x</title></head><body>${hungry()}</body></html>`, 'html'],
  ['HTML with entities', () => `${entities('html')}<html><body>${hungry()} &file; %param;</body></html>`, 'html'],
  ['hOCR', hocr, 'hocr'],
  ['ALTO', alto, 'alto'],
])('reading %s opens no connection', async (_, document, format) => {
  const read = await parseDocument(Buffer.from(document()), { name: `x.${format}` }).catch((error: unknown) => {
    // A document type with entities may be refused outright; that opens nothing either.
    if (error instanceof SheafError) return undefined;
    throw error;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(connections).toBe(0);
  if (read) {
    expect(read.format).toBe(format);
    expect(read.pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ')).toContain('4711');
  }
  if (format === 'html') expect(read).toBeDefined();
});
