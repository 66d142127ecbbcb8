// Numbers that name a document, order, customer or project: any printed code with a digit in it.

import type { Mention } from './mention.ts';

export type DocumentNumberMention = Mention<'document-number', string>;

// A code: letters, digits and joining punctuation, with at least one digit; a short letter prefix or suffix may stand apart.
const CODE = /(?:[#№]\s?)?[\p{L}\d](?:[\p{L}\d]|[-_/.#:+*&](?=[\p{L}\d])){0,39}/gu;
const DATE_LIKE =
  /^(?:\d{1,2}[./-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[./-](?:\d{4}|\d{2})|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d\d-\d\d-\d\d)$/i;
const AMOUNT_LIKE = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/;
const TIME_LIKE = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const STOP_WORDS =
  /^(?:vom|von|du|de|del|dated?|datum|van|on|of|dd|da|from|le|z|dnia|page|seite|pagina|rev|revision|version)$/iu;

/** Codes in `text`, left to right. Digit groups set apart by spaces are joined when nothing else stands in the way. */
export function findDocumentNumbers(text: string): DocumentNumberMention[] {
  if (!/\d/.test(text)) return [];
  const parts = [...text.matchAll(CODE)].map((m) => ({ raw: m[0], start: m.index, end: m.index + m[0].length }));
  const found: DocumentNumberMention[] = [];
  for (let i = 0; i < parts.length; i++) {
    let { start, end } = parts[i]!;
    let raw = parts[i]!.raw;
    // A short upper-case prefix set apart by one space or dash: "F 1234/12", "RE 2020-17".
    const next = parts[i + 1];
    if (
      /^\p{Lu}{1,4}$/u.test(raw) &&
      next &&
      /^\d/.test(next.raw) &&
      next.start - end <= 1 &&
      !DATE_LIKE.test(next.raw)
    ) {
      raw = text.slice(start, next.end);
      end = next.end;
      i++;
    }
    if (!/\d/.test(raw)) continue;
    while (i + 1 < parts.length && continuesDigits(text, end, parts[i + 1]!.raw, raw)) {
      i++;
      end = parts[i]!.end;
      raw = text.slice(start, end);
    }
    const lead = /^[#№]\s?/.exec(raw)?.[0].length ?? 0;
    if (lead) {
      start += lead;
      raw = raw.slice(lead);
    }
    if (DATE_LIKE.test(raw) || TIME_LIKE.test(raw) || STOP_WORDS.test(raw)) continue;
    // "RE-2024-" at the end of a narrow cell: the rest stands in the next line.
    const cut = /^[-/]$/.test(text.slice(end).trimEnd());
    found.push({ kind: 'document-number', start, end, raw, value: raw, certainty: cut ? 0.3 : certaintyOf(raw) });
  }
  return found;
}

/** "0012 345 678": pure digit groups apart by one space belong together; so does OCR's ". 123". */
function continuesDigits(text: string, end: number, next: string, raw: string): boolean {
  const gap = /^(?: | ?[.-] ?)(?=\d)/.exec(text.slice(end, end + 4))?.[0];
  if (!gap || !text.startsWith(next, end + gap.length)) return false;
  // "M118 220 417": groups of three after a lettered one, up to the end of the text.
  if (
    /^\p{Lu}{1,2}\d{2,3}(?: \d{3})*$/u.test(raw) &&
    gap === ' ' &&
    /^\d{3}(?: \d{3})*$/.test(text.slice(end + 1).trim())
  )
    return true;
  return (
    /^[\d .-]+$/.test(raw) && /^\d{2,4}(?:[.-]\d+)*$/.test(next) && !DATE_LIKE.test(raw) && !AMOUNT_LIKE.test(next)
  );
}

function certaintyOf(raw: string): number {
  if (AMOUNT_LIKE.test(raw)) return 0.25;
  const digits = raw.replace(/\D/g, '').length;
  if (/^(?:19|20)\d\d$/.test(raw)) return 0.45;
  if (digits >= 4) return 0.85;
  if (/\p{L}/u.test(raw) && digits >= 2) return 0.75;
  return digits >= 2 ? 0.6 : 0.45;
}
