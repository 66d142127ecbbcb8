// Text for a terminal: colours only where wanted, columns that line up, nothing a document could smuggle in.

import { stripVTControlCharacters, styleText } from 'node:util';
import type { CliStream } from './command.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

export interface Terminal {
  /** Columns to fill. */
  width: number;
  style(style: Style, text: string): string;
}

const WIDTH_WHEN_PIPED = 100;

export function terminalOf(stream: CliStream, env: Readonly<Record<string, string | undefined>>): Terminal {
  const coloured = env.NO_COLOR
    ? false
    : env.FORCE_COLOR
      ? env.FORCE_COLOR !== '0'
      : stream.isTTY === true && env.TERM !== 'dumb';
  return {
    width: Math.min(140, Math.max(60, stream.columns || WIDTH_WHEN_PIPED)),
    style: (style, text) => (coloured && text !== '' ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** One line without control characters: a document's text must not move the cursor, colour or reverse anything. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Bidi_Control}/gu, '')
    .trim();
}

/** The same for text of several lines, which keep their indent. */
export function cleanLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${/^ */.exec(line)![0]}${cleanText(line)}`)
    .join('\n');
}

/** Columns that `text` takes: wide East Asian characters and emoji count two, combining marks none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue;
    width += isWide(character.codePointAt(0)!) ? 2 : 1;
  }
  return width;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Cuts to `width` columns, with … where something is missing. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let out = '';
  let used = 0;
  for (const character of text) {
    const next = textWidth(character);
    if (used + next > width - 1) break;
    out += character;
    used += next;
  }
  return `${out.trimEnd()}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** Breaks at spaces into lines of at most `width` columns; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
