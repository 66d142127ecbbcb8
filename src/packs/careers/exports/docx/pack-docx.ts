// The parts of a Word file in their archive (ECMA-376 part 2), with nothing that changes from run to run.

import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { DesignLook } from '../design.ts';
import type { Drawing } from '../drawing.ts';
import { numberingXml, stylesXml, W } from './styles.ts';
import { escapeXml, type Links } from './word-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** ZIP keeps no date before it. */
const EPOCH = new Date(1980, 0, 1);

interface DocxParts {
  drawing: Drawing;
  look: DesignLook;
  links: Links;
  /** Of `w:body`. */
  body: string;
  /** Width of the text, in points. */
  right: number;
  language: string;
}

export async function packDocx({ drawing, look, links, body, right, language }: DocxParts): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, xml: string): void =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`), name, {
      mtime: EPOCH,
      forceDosTimestamp: true,
    });
  const type = (part: string, content: string): string => `<Override PartName="${part}" ContentType="${content}"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/word/document.xml', `${WORD}.document.main+xml`)}${type('/word/styles.xml', `${WORD}.styles+xml`)}${type('/word/numbering.xml', `${WORD}.numbering+xml`)}${type('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
  );
  add(
    '_rels/.rels',
    relations(
      relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml') +
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
  );
  add('docProps/core.xml', coreXml(drawing));
  add(
    'word/_rels/document.xml.rels',
    relations(
      relation('rId1', `${OFFICE}/styles`, 'styles.xml') +
        relation('rId2', `${OFFICE}/numbering`, 'numbering.xml') +
        links
          .all()
          .map(
            ([id, address]) =>
              `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
          )
          .join(''),
    ),
  );
  add('word/styles.xml', stylesXml(look, { language, right }));
  add('word/numbering.xml', numberingXml);
  add('word/document.xml', `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`);
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

function coreXml({ content, language, now }: Drawing): string {
  const name = escapeXml(content.name);
  const date = (kind: string): string =>
    `<dcterms:${kind} xsi:type="dcterms:W3CDTF">${now.toISOString().slice(0, 19)}Z</dcterms:${kind}>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${name === '' ? 'CV' : `${name} – CV`}</dc:title><dc:creator>${name}</dc:creator><dc:language>${language}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`;
}
