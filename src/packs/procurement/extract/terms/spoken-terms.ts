// Terms that stand in sentences or under no label: rules of delivery by their code, payment, how long an offer holds.

import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findPaymentTerms } from '../../../../recognize/payment-terms.ts';
import { findIncoterms } from './find-incoterms.ts';

/** Running text that long is a clause; its terms are read with less trust. */
const LONG_LINE = 160;

/** Codes of the Incoterms rules wherever they stand, better with a place or beside the word. */
export const spokenIncoterms: Extractor = {
  id: 'procurement/spoken-incoterms',
  writes: ['incoterms'],
  extract: (reading) =>
    reading.lines.flatMap((line): Candidate[] => {
      const found = findIncoterms(line.text);
      // In capitals "DES ARTICLES" and "DAT" are words and names; such old rules count only where they are called rules.
      if (!found || (/^D(?:ES|AT|AF|EQ)$/.test(found.rule) && !/incoterm/i.test(line.text))) return [];
      const signals = {
        code: 0.7,
        place: found.value.length > found.rule.length ? 0.7 : 0,
        named: /incoterm|deliver|liefer|livraison|entrega|consegna|lever|resa/i.test(line.text) ? 0.6 : 0,
        prose: line.text.length > LONG_LINE ? -0.6 : 0,
      };
      const parts = { path: 'incoterms', value: found.value, source: 'spoken-incoterms', signals };
      return [candidateAt(parts, line, found.start, found.end)];
    }),
};

/** The sentence of a line that says when to pay. */
export const spokenPaymentTerms: Extractor = {
  id: 'procurement/spoken-payment-terms',
  writes: ['paymentTerms'],
  extract: (reading) =>
    reading.lines.flatMap((line): Candidate[] => {
      const term = reading.mentions('payment-terms', line, findPaymentTerms)[0];
      // Ways of paying without a time ("COD", "cash", "no discount for advance payment") are too often something else.
      const timed = term?.value.netDays !== undefined || term?.value.due === 'on-receipt';
      if (!term || !timed || term.certainty < 0.7) return [];
      const { start, end } = sentenceAround(line.text, term.start, term.end);
      if (end - start > 2 * LONG_LINE) return [];
      const signals = {
        term: 0.4 + term.certainty,
        prose: line.text.length > LONG_LINE ? -0.8 : 0,
        last: lateness(reading, line),
      };
      const value = line.text.slice(start, end);
      return [candidateAt({ path: 'paymentTerms', value, source: 'spoken-payment-terms', signals }, line, start, end)];
    }),
};

/** General conditions behind the first pages speak of terms in general. */
const lateness = (reading: Reading, line: Line): number =>
  line.page - (reading.doc.pages[0]?.number ?? 1) > 2 ? -0.8 : 0;

function sentenceAround(text: string, from: number, to: number): { start: number; end: number } {
  const opening = [...text.slice(0, from).matchAll(/[.:;|]\s+/g)].at(-1);
  const closing = /[.;](?=\s|$)|\s\|\s/.exec(text.slice(to));
  return {
    start: opening ? opening.index + opening[0].length : 0,
    end: closing ? to + closing.index : text.length,
  };
}

const VALID =
  /(?<!\p{L})(?:valid|validity|g[üu]ltig\w*|bindefrist|gebunden|bindend|valables?|validit\p{L}+|v[áa]lid\p{L}+|validez|vigencia|validade|geldig\p{L}*|gestand\p{L}*|ważn\p{L}*|open for acceptance|remain open)(?!\p{L})/iu;
const DAYS =
  /(?<![\d.,/])(?<count>\d{1,3})\s*(?:\(\p{L}+\)\s*)?(?:calendar |kalender|jours calendaires|consecutive |working |werk)?(?<unit>days?|tagen?|jours?|d[ií]as?|giorni|dagen|dni|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|months?|monate?n?|mois|mes(?:es)?|mesi|m[êe]s|maand(?:en)?)(?!\p{L})/iu;

/** "Offers shall remain valid for 60 days from the closing date." */
export const spokenValidity: Extractor = {
  id: 'procurement/spoken-validity',
  writes: ['validityDays'],
  extract: (reading) =>
    reading.lines.flatMap((line): Candidate[] => {
      if (!VALID.test(line.text)) return [];
      const match = DAYS.exec(line.text);
      const days = match && daysOf(Number(match.groups!.count), match.groups!.unit!);
      if (!match || !days) return [];
      const signals = { said: 0.9, prose: line.text.length > LONG_LINE ? -0.4 : 0 };
      const parts = { path: 'validityDays', value: days, source: 'spoken-validity', signals };
      return [candidateAt(parts, line, match.index, match.index + match[0].length)];
    }),
};

/** Weeks are seven days; months are left out, their days differ. */
export function daysOf(count: number, unit: string): number | undefined {
  if (/^(?:mo|mes|m[êe]s|maand)/iu.test(unit)) return undefined;
  const days = /^(?:we|wo|sem|set)/iu.test(unit) ? 7 * count : count;
  return days > 0 && days <= 730 ? days : undefined;
}
