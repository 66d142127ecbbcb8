// Word files from the XML of their parts, so that each test writes exactly what it is about.

import { makeZip } from './make-zip.ts';

export interface DocxParts {
  /** Content of the body. */
  body: string;
  /** `styles`, `numbering`, `footnotes`, `comments`, `header1` … → content of the root element. */
  parts?: Record<string, string>;
  /** Further entries by name. */
  files?: Record<string, string | Buffer>;
}

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ROOTS: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };

const xml = (content: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`);

export function makeDocx({ body, parts = {}, files = {} }: DocxParts): Buffer {
  const names = Object.keys(parts);
  const kindOf = (name: string): string => name.replace(/\d+$/, '');
  const relations = names.map(
    (name) => `<Relationship Id="r-${name}" Type="${OFFICE}/${kindOf(name)}" Target="${name}.xml"/>`,
  );
  const entries: [string, Buffer][] = [
    ['[Content_Types].xml', xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    ['word/document.xml', xml(`<w:document ${NS}><w:body>${body}</w:body></w:document>`)],
    ['word/_rels/document.xml.rels', xml(`<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`)],
    ...names.map((name): [string, Buffer] => {
      const root = ROOTS[kindOf(name)] ?? kindOf(name);
      return [`word/${name}.xml`, xml(`<w:${root} ${NS}>${parts[name]}</w:${root}>`)];
    }),
    ...Object.entries(files).map(([name, content]): [string, Buffer] => [name, Buffer.from(content)]),
  ];
  return makeZip(entries.map(([name, content]) => ({ name, content })));
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run; `properties` is the content of its `rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of one run or of the XML of several; `properties` is the content of its `pPr`. */
export function para(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A table of rows of cells; a cell is a text, or XML of paragraphs with `tcPr` before them. */
export function table(rows: readonly (readonly string[])[], properties = ''): string {
  const cell = (content: string): string => `<w:tc>${content.startsWith('<') ? content : para(content)}</w:tc>`;
  const body = rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${body}</w:tbl>`;
}
