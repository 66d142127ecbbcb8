import { describe, expect, test } from 'vitest';
import { mendMarkBorders } from '../../../../src/packs/careers/read/mark-borders.ts';
import type { MarkLabel } from '../../../../src/packs/careers/read/mark-label.ts';

/** `[COLLEGE:City College] of New York`: a text with what the model marked. */
function mended(printed: string): string[] {
  const spans: { label: MarkLabel; start: number; end: number; score: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of printed.matchAll(/\[([A-Z]+):([^\]]+)\]/gu)) {
    text += printed.slice(at, match.index);
    spans.push({ label: match[1] as MarkLabel, start: text.length, end: text.length + match[2]!.length, score: 0.9 });
    text += match[2];
    at = match.index + match[0].length;
  }
  text += printed.slice(at);
  return mendMarkBorders(text, spans).map(({ start, end }) => text.slice(start, end));
}

describe('names that the model cut are put together', () => {
  test.each([
    ['[COLLEGE:City College] of New York, 1999', ['City College of New York']],
    ['2012 [COLLEGE:Kent] State University, Ohio', ['Kent State University']],
    ['Padmanava [COLLEGE:College of Engineering], Rourkela', ['Padmanava College of Engineering']],
    ['[COLLEGE:Law School], [COLLEGE:University] of Verona', ['Law School', 'University of Verona']],
    ['[DESIGNATION:Help] Desk Support Analyst, 2004', ['Help Desk Support Analyst']],
    ['[COMPANY:Thales Communications] AS, Oslo', ['Thales Communications AS']],
    ['[COMPANY:Security] Pacific [COMPANY:Bank], Seattle', ['Security Pacific Bank']],
  ])('%s', (text, expected) => expect(mended(text)).toEqual(expected));
});

describe('what is whole stays as it is', () => {
  test.each([
    ['[COLLEGE:Monash University] Clayton', ['Monash University']],
    ['[DESIGNATION:Engineer] Team Lead', ['Engineer']],
    ['[COMPANY:Acme GmbH] Group', ['Acme GmbH']],
    ['[COMPANY:Acme]\nBank of the North', ['Acme']],
    ['[COLLEGE:Kent] [DEGREE:BSc] University', ['Kent', 'BSc']],
    ['[DESIGNATION:Sales] and a lot of other things', ['Sales']],
  ])('%s', (text, expected) => expect(mended(text)).toEqual(expected));
});
