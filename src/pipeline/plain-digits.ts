// Digits, letters and signs of other scripts, read as the ASCII ones that mean the same: "٢٠٢٤", "２０２４", "１２．５０".
// One character gives one, so that spans keep their places. The parsed document stays as it is printed.

import type { Line, Page, ParsedDocument, Word } from '../document/parsed-document.ts';

/** Zeros of decimal digits in Arabic, Persian, Devanagari, Bengali, Thai and full-width type. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const FULL_WIDTH = /[\uff0f\uff0b\uff0d\uff21-\uff3a\uff41-\uff5a\uff05\uffe5\uffe1\uff04]/;
const FOREIGN = /[\u0660-\u066c\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff04-\uff5a\uffe1\uffe5]/;
const FOREIGN_ALL = new RegExp(FOREIGN.source, 'g');
const SIGNS: Readonly<Record<string, string>> = {
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
  '\uffe5': '¥',
  '\uffe1': '£',
};
/** Between digits a separator of numbers, elsewhere punctuation of the text. */
const FULL_WIDTH_SEPARATOR = /(?<=\d)[\uff0c\uff0e](?=\d)/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** The same document where nothing needs it. */
export function withPlainDigits(doc: ParsedDocument): ParsedDocument {
  if (!doc.pages.some(needsIt)) return doc;
  return { ...doc, pages: doc.pages.map((page) => (needsIt(page) ? plainPage(page) : page)) };
}

const needsIt = (page: Page): boolean => page.lines.some((line) => FOREIGN.test(line.text));

function plainPage(page: Page): Page {
  const tables = page.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, text: plainText(cell.text) })),
  }));
  return { ...page, lines: page.lines.map(plainLine), tables };
}

function plainLine(line: Line): Line {
  if (!FOREIGN.test(line.text)) return line;
  return { ...line, text: plainText(line.text), words: line.words.map(plainWord) };
}

const plainWord = (word: Word): Word => ({ ...word, text: plainText(word.text) });

/** As long as the text given. */
export function plainText(text: string): string {
  return text
    .replace(FOREIGN_ALL, plainCharacter)
    .replace(FULL_WIDTH_SEPARATOR, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  return FULL_WIDTH.test(character) ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : character;
}
