// Text → comparable tokens with offsets, so that "Rechnungs-Nr.:", "RECHNUNGSNUMMER" and "Rechnung No" meet in one form.

import { remember } from '../remember.ts';

export interface Token {
  text: string;
  start: number;
  end: number;
  /** Second part of a split compound that carries the meaning alone: "rechnung" of "Mietrechnung". */
  head?: boolean;
}

// "N.º" and "Ref.ª" are single words; their raised letters are no words of their own.
const TOKEN = /n\.?[°º]|\p{L}[\p{L}\p{M}]*\.[ªº]|[#№]|\p{L}[\p{L}\p{M}]*|\p{N}+|%/giu;
/** Raised letters of abbreviations, but not of "nº". */
const RAISED = /(?<=\p{L}{2})\.?[ªº]$/u;
const MARKS = /\p{M}/gu;
const NUMBER_WORDS = new Set([
  'n',
  'n°',
  'nº',
  'n.°',
  'n.º',
  'no',
  'nr',
  'nro',
  'num',
  'numb',
  'number',
  'numbers',
  'nummer',
  'numero',
  'numer',
  'nmr',
  '№',
  'αριθμος',
  'αρ',
  'номер',
  '#',
  'nbr',
]);
/** Compound tails of Germanic labels, split off so that compounds and separate words compare equal. */
const TAILS = [
  'nummer',
  'nr',
  'datum',
  'betrag',
  'bedrag',
  'summe',
  'adresse',
  'adres',
  'anschrift',
  'rechnung',
  'termin',
  'preis',
  'prijs',
];
const FOLD: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

/** Lower case without diacritics; special letters to their base. */
export function foldText(text: string): string {
  let folded = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  if (/^[\x00-\x7f]*$/.test(folded)) return folded;
  folded = folded.normalize('NFD').replace(MARKS, '');
  return folded.replace(/[ßłøæœđı]/g, (c) => FOLD[c] ?? c);
}

/** Tokens of a printed text; offsets are into `text`. A split compound gives two tokens with the offsets of its parts. */
export const tokenize: (text: string) => readonly Readonly<Token>[] = remember(readTokens);

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const folded = foldText(match[0]).replace(RAISED, '');
    const start = match.index;
    const end = start + match[0].length;
    if (NUMBER_WORDS.has(folded)) {
      tokens.push({ text: '#', start, end });
      continue;
    }
    const tail = folded.length > 5 ? TAILS.find((t) => folded.endsWith(t) && folded.length >= t.length + 3) : undefined;
    if (tail) {
      const cut = Math.max(start + 1, end - tail.length);
      tokens.push({ text: folded.slice(0, -tail.length), start, end: cut });
      tokens.push({
        text: NUMBER_WORDS.has(tail) ? '#' : tail,
        start: cut,
        end,
        ...(tail === 'rechnung' ? { head: true } : {}),
      });
    } else tokens.push({ text: folded, start, end });
  }
  return tokens;
}
