// A page that was laid out from a file without pages of its own, as a one-page PDF: its words stand where their boxes are, so
// that a person sees what was read. Plain typefaces that every viewer has; nothing of the file but its text gets in.

import type { Page, Rule, Word } from '../document/parsed-document.ts';

/** Share of a letter's height that lies below the baseline. */
const DESCENT = 0.22;
/** Width of an average letter to its size. */
const WIDTHS = { Courier: 0.6, Helvetica: 0.5 };
export type Typeface = keyof typeof WIDTHS;

export function drawLaidPage({ width, height, lines, rules }: Page, typeface: Typeface): Uint8Array {
  const content = [
    '0.6 w 0.7 G',
    ...rules.map((rule) => drawRule(rule, height)),
    'BT',
    ...lines.flatMap((line) => line.words.map((word) => drawWord(word, height, typeface))),
    'ET',
  ].join('\n');
  const box = `[0 0 ${show(width)} ${show(height)}]`;
  return filePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 4 0 R/Resources<</Font<</F 5 0 R/B 6 0 R>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    fontNamed(typeface),
    fontNamed(`${typeface}-Bold`),
  ]);
}

const fontNamed = (name: string): string => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

function drawRule({ x0, y0, x1, y1 }: Rule, height: number): string {
  return `${show(x0)} ${show(height - y0)} m ${show(x1)} ${show(height - y1)} l S`;
}

/** Stretched to the width of its box. */
function drawWord({ text, box, size, bold }: Word, height: number, typeface: Typeface): string {
  const [x0, y0, x1, y1] = box;
  const letter = size ?? y1 - y0;
  const natural = WIDTHS[typeface] * letter * [...text].length;
  const stretch = Math.min(200, Math.max(40, (100 * (x1 - x0)) / Math.max(1, natural)));
  const baseline = height - y1 + DESCENT * (y1 - y0);
  const place = `1 0 0 1 ${show(x0)} ${show(baseline)} Tm`;
  return `/${bold ? 'B' : 'F'} ${show(letter)} Tf ${show(stretch)} Tz ${place} <${toWinAnsi(text)}> Tj`;
}

const show = (n: number): string => (Number.isFinite(n) ? n : 0).toFixed(2);

const codes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 224 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(i + 32)), i + 32]),
);

/** Hexadecimal codes; a letter that the encoding lacks stands without its accent, any other character as a question mark. */
function toWinAnsi(text: string): string {
  return [...text]
    .map((letter) => codes.get(letter) ?? codes.get(letter.normalize('NFKD').charAt(0)) ?? 0x3f)
    .map((code) => code.toString(16).padStart(2, '0'))
    .join('');
}

function filePdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
