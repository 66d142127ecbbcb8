// Rows → delimited text, in the signs and encodings that programs export.

import { stringify } from 'csv-stringify/sync';
import type { Random } from '../random.ts';
import type { OfficeRow } from './to-rows.ts';

/** `decimal`: sign of decimals in the texts; where it is a comma, none parts the cells. */
export function toCsv(rows: readonly OfficeRow[], decimal: string, random: Random): Buffer {
  const delimiter = random.pick(decimal === ',' ? [';', ';', '\t'] : [',', ',', ';', '\t']);
  const columns = Math.max(...rows.map((row) => row.cells.length));
  const padded = random.chance(0.5);
  const records = rows.map(({ cells }) => {
    const texts = cells.map((cell) => cell?.text ?? '');
    return padded ? [...texts, ...new Array<string>(columns - texts.length).fill('')] : texts;
  });
  const text = stringify(records, { delimiter, record_delimiter: random.pick(['\n', '\r\n']) });
  const isLatin = [...text].every((sign) => sign.charCodeAt(0) < 0x100);
  const encoding = random.pick(isLatin ? ['utf8', 'mark', 'latin1', 'utf16'] : ['utf8', 'mark', 'utf16']);
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(encoding === 'mark' ? `\uFEFF${text}` : text);
}
