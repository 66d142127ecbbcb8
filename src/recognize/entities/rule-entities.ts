// What rules and word lists find in running text: forms that say what they are (an address, an amount, a date, a name with its
// legal form). Pieces of bounded length are looked at one by one, so that a caller can let others have their turn in between.

import { findCompanyNames } from '../company-names.ts';
import { findCountries } from '../countries.ts';
import { findDates } from '../dates.ts';
import { findEmails } from '../emails.ts';
import { findIbans } from '../iban.ts';
import { withoutOverlaps } from '../identifiers.ts';
import type { Mention } from '../mention.ts';
import { findMoney } from '../money.ts';
import { findPercents } from '../percents.ts';
import { findPhones } from '../phones.ts';
import { findUrls } from '../urls.ts';
import { findVatIds } from '../vat-ids.ts';
import type { EntitySpan } from './entity-span.ts';

type Find = (text: string) => readonly Mention<string, unknown>[];

const finders: readonly (readonly [label: string, find: Find])[] = [
  ['EMAIL', findEmails],
  ['URL', findUrls],
  ['PHONE', findPhones],
  ['IBAN', findIbans],
  ['VAT_ID', findVatIds],
  ['MONEY', findMoney],
  ['PERCENT', findPercents],
  ['DATE', findDates],
  ['ORG', findCompanyNames],
  ['LOC', findCountries],
];

const PIECE_CHARS = 2_000;
/** The longest name or address that a cut must not lose. */
const OVERLAP_CHARS = 200;
/** A bare number that could be anything is no entity. */
const LEAST_CERTAINTY = 0.5;

/** Sorted by place, not overlapping each other. */
export function findRuleEntities(text: string): EntitySpan[] {
  return joinRuleEntities(Array.from(rulePieces(text), (piece) => findInPiece(text, piece)));
}

export interface Piece {
  start: number;
  end: number;
}

/** Lines, and of longer ones overlapping parts. */
export function* rulePieces(text: string): Generator<Piece> {
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g)) {
    const end = index + line.length;
    let start = index;
    while (end - start > PIECE_CHARS) {
      const cut = spaceBefore(text, start + PIECE_CHARS, start + PIECE_CHARS - OVERLAP_CHARS);
      yield { start, end: cut };
      start = spaceBefore(text, cut - OVERLAP_CHARS, cut - 2 * OVERLAP_CHARS);
    }
    yield { start, end };
  }
}

export function findInPiece(text: string, { start, end }: Piece): EntitySpan[] {
  const part = text.slice(start, end);
  return finders.flatMap(([label, find]) =>
    find(part)
      .filter(({ certainty }) => certainty >= LEAST_CERTAINTY)
      .map((mention) => ({
        head: 'rules',
        label,
        start: start + mention.start,
        end: start + mention.end,
        text: part.slice(mention.start, mention.end),
        score: mention.certainty,
      })),
  );
}

/** Of all pieces of a text: found twice where they overlap, or as two things, the surer one stays. */
export function joinRuleEntities(found: readonly (readonly EntitySpan[])[]): EntitySpan[] {
  const mentions = found.flat().map((entity) => ({
    kind: entity.label,
    start: entity.start,
    end: entity.end,
    raw: entity.text,
    value: entity,
    certainty: entity.score,
  }));
  return withoutOverlaps(mentions).map(({ value }) => value);
}

function spaceBefore(text: string, from: number, least: number): number {
  for (let at = from; at > least; at--) if (/\s/.test(text[at]!)) return at;
  return from;
}
