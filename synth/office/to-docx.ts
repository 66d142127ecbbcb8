// Blocks → a Word file: paragraphs, tables, and pairs by tabs or in a table without lines.

import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Random } from '../random.ts';
import type { OfficeBlock, OfficeCell } from './blocks.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** ZIP keeps no date before it. */
const EPOCH = new Date(1980, 0, 1);

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
export const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const para = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const spaced = '<w:spacing w:before="80" w:after="120"/>';
const tight = '<w:spacing w:before="0" w:after="0"/>';

export async function toDocx(blocks: readonly OfficeBlock[], random: Random): Promise<Buffer> {
  const withTabs = random.chance(0.5);
  return packDocx(blocks.map((block) => bodyOf(block, withTabs)).join(''));
}

/** `body`: paragraphs and tables of WordprocessingML. */
export async function packDocx(body: string): Promise<Buffer> {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>';
  const zip = new ZipFile();
  const add = (name: string, xml: string): void =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`), name, {
      mtime: EPOCH,
      forceDosTimestamp: true,
    });
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  add('word/document.xml', `<w:document xmlns:w="${W}"><w:body>${body}${page}</w:body></w:document>`);
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

function bodyOf(block: OfficeBlock, withTabs: boolean): string {
  switch (block.kind) {
    case 'title':
      return para(`<w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>${escapeXml(block.text)}</w:t></w:r>`, spaced);
    case 'heading':
      return para(run(block.text, true), '<w:spacing w:before="160" w:after="40"/>');
    case 'text':
      return para(run(block.text), spaced);
    case 'lines':
      return block.lines.map((line) => para(run(line), tight)).join('') + para('', tight);
    case 'pairs':
      return (
        (withTabs
          ? tabbed(block.pairs)
          : gridOf(
              block.pairs.map(({ label, value }) => [{ text: label }, value]),
              [3000, 5000],
            )) + para('', tight)
      );
    case 'table': {
      const columns = block.header.length;
      const sums = block.sums.map(({ label, value }) => sumRow(label, value, columns)).join('');
      const header = rowOf(
        block.header.map((text) => ({ text })),
        true,
      );
      const width = Math.floor(9600 / columns);
      const grid = block.header.map(() => `<w:gridCol w:w="${width}"/>`).join('');
      const rows = block.rows.map((row) => rowOf(row, false)).join('');
      return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${header}${rows}${sums}</w:tbl>${para('', tight)}`;
    }
  }
}

function tabbed(pairs: readonly { label: string; value: OfficeCell }[]): string {
  const stop = `${tight}<w:tabs><w:tab w:val="left" w:pos="3000"/></w:tabs>`;
  return pairs.map(({ label, value }) => para(`${run(label)}<w:r><w:tab/></w:r>${run(value.text)}`, stop)).join('');
}

function gridOf(rows: readonly (readonly OfficeCell[])[], widths: readonly number[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowOf(row, false)).join('')}</w:tbl>`;
}

function rowOf(cells: readonly OfficeCell[], header: boolean): string {
  const body = cells.map(({ text, number }) => {
    const align = number === undefined ? '' : '<w:jc w:val="right"/>';
    return `<w:tc>${para(run(text, header), tight + align)}</w:tc>`;
  });
  return `<w:tr>${header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${body.join('')}</w:tr>`;
}

function sumRow(label: string, value: OfficeCell, columns: number): string {
  const span = columns > 2 ? `<w:tcPr><w:gridSpan w:val="${columns - 1}"/></w:tcPr>` : '';
  const right = `${tight}<w:jc w:val="right"/>`;
  return `<w:tr><w:tc>${span}${para(run(label), right)}</w:tc><w:tc>${para(run(value.text), right)}</w:tc></w:tr>`;
}
