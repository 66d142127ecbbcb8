// By which keys papers find each other: numbers that one prints of the other, who and when, how much, and rare words of the goods.

import { scanned } from '../../match/features/codes.ts';
import { numberOf, textOf, textsOf } from '../../match/features/values.ts';
import { squashed, wordsOf } from '../../match/features/words.ts';
import type { KeyFamily, Subject } from '../../match/match-spec.ts';

const types = ['rfq', 'quotation', 'purchase_order', 'delivery_note', 'invoice', 'credit_note'] as const;

const ofAllTypes = (make: (subject: Subject) => readonly string[]): KeyFamily['keys'] =>
  Object.fromEntries(types.map((type) => [type, make]));

const MIN_NUMBER = 3;
const ownAndReferred = [
  'number',
  'purchaseOrderNumber',
  'quotationNumber',
  'rfqNumber',
  'precedingInvoiceNumber',
] as const;

/** Own number and those it refers to, as a scan may have read them, without zeros in front: whoever prints the same is found. */
export const numbers: KeyFamily = {
  id: 'procurement/numbers',
  title: 'Numbers of papers',
  reads: ownAndReferred,
  keys: ofAllTypes((subject) =>
    textsOf(subject, ownAndReferred)
      .map((number) => scanned(number).replace(/(?<!\d)0+(?=\d)/g, ''))
      .filter((number) => number.length >= MIN_NUMBER),
  ),
};

const dates = ['issueDate', 'date'] as const;

/** The month, and the one before it: papers that belong together are seldom more than weeks apart. */
function monthsOf(subject: Subject): string[] {
  const date = textOf(subject, dates);
  const at = date ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(at)) return [];
  const day = new Date(at);
  const month = (back: number): string =>
    new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  return [month(0), month(1)];
}

const parties = ['seller.vatId', 'buyer.vatId', 'seller.name', 'buyer.name'] as const;

/** Seller and buyer together: one of the two alone would be half of the workspace. */
export const partyMonths: KeyFamily = {
  id: 'procurement/party-months',
  title: 'Parties and month',
  reads: [...parties, ...dates],
  keys: ofAllTypes((subject) => {
    const months = monthsOf(subject);
    const vat = textOf(subject, ['seller.vatId']);
    const name = textOf(subject, ['seller.name']);
    const buyer = textOf(subject, ['buyer.vatId']) ?? textOf(subject, ['buyer.name']);
    const who = [
      ...(vat ? [`vat ${squashed(vat)}`] : []),
      ...(name ? [`name ${wordsOf(name).slice(0, 2).join(' ')}`] : []),
      ...((subject.type === 'rfq' || subject.type === 'quotation') && buyer
        ? [`buyer ${wordsOf(buyer).slice(0, 2).join(' ')}`]
        : []),
    ];
    return who.flatMap((each) => months.map((month) => `${each} ${month}`));
  }),
};

/** To the cent, whatever its sign. */
export const amounts: KeyFamily = {
  id: 'procurement/amounts',
  title: 'Total',
  reads: ['grossTotal', 'currency'],
  keys: ofAllTypes((subject) => {
    const amount = numberOf(subject, ['grossTotal']);
    return amount === undefined || amount === 0 ? [] : [Math.abs(amount).toFixed(2)];
  }),
};

const MOST_WORDS = 12;
const MIN_LETTERS = 5;

/** Item numbers, and pairs of long words of the goods: one word alone would be in every second paper. */
export const lineWords: KeyFamily = {
  id: 'procurement/line-words',
  title: 'Goods',
  reads: ['lines[].sku', 'lines[].gtin', 'lines[].description'],
  keys: ofAllTypes((subject) => {
    const codes = textsOf(subject, ['lines[].sku', 'lines[].gtin'])
      .map(squashed)
      .filter((code) => code.length >= MIN_LETTERS)
      .slice(0, MOST_WORDS);
    const pairs = textsOf(subject, ['lines[].description']).flatMap((text) => {
      const words = wordsOf(text).filter((word) => word.length >= MIN_LETTERS);
      return words.length < 2 ? [] : [words.slice(0, 2).sort().join(' ')];
    });
    return [...new Set([...codes, ...pairs.slice(0, MOST_WORDS)])];
  }),
};
