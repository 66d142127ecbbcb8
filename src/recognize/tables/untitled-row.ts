// A row of a list without column titles: text, then perhaps a count and a price, then an amount.

import { type Box, unionBox } from '../../document/box.ts';
import type { Word } from '../../document/parsed-document.ts';
import { multiplies, sameAmount } from './arithmetic.ts';
import { type DecimalSign, isAmountWord, readAmount, readQuantity } from './cell-values.ts';
import type { LineItemCell } from './line-item-table.ts';
import type { VisualRow } from './visual-rows.ts';

export interface PricedRow {
  row: VisualRow;
  amount: LineItemCell & { value: number };
  amountBox: Box;
  quantity?: LineItemCell;
  unit?: LineItemCell;
  unitPrice?: LineItemCell;
  /** Bare number before the text: a count or a position, which the whole list decides. */
  lead?: LineItemCell;
  text?: LineItemCell;
}

/** "3 x 2.50", "3 @ 2.50", "3 pcs x 2.50". */
const COUNT_TIMES_PRICE =
  /(?:^|\s)(\d{1,5}(?:[.,]\d{1,3})?)\s?(\p{L}{1,5}\.?)?\s*(?:[x×*@]\s*(?:à\s)?|(?<=[\p{L}.]\s)à\s)([€$£]?\s?\d[\d.,]*\d)(?:\s?[€$£](?!\S))?/iu;
const TRAILING_CODE = /^(?:[A-Z]{1,3}|\*|[A-Z]?\d?%?)$/;

export function cellOfWords(words: readonly Word[], value: string | number): LineItemCell {
  let box = words[0]!.box;
  for (const word of words) box = unionBox(box, word.box);
  return { raw: words.map((w) => w.text).join(' '), box, value };
}

/** Reads a row that ends in an amount (a tax code may follow); undefined for all others. */
export function readPricedRow(row: VisualRow, style: DecimalSign): PricedRow | undefined {
  const { words } = row;
  let at = words.length - 1;
  while (
    at >= 0 &&
    at >= words.length - 2 &&
    !isAmountWord(words[at]!.text) &&
    (TRAILING_CODE.test(words[at]!.text) || /^[€$£]$|^EUR$/.test(words[at]!.text))
  )
    at--;
  const last = words[at];
  if (!last || !isAmountWord(last.text)) return undefined;
  const sign = words[at - 1] && /^[€$£¥₹-]$|^(?:EUR|USD|GBP|CHF|RM|Rs\.?)$/.test(words[at - 1]!.text) ? 1 : 0;
  const own = words.slice(at - sign, at + 1);
  const amount = readAmount(own.map((w) => w.text).join(' '), style);
  if (!amount || amount.percent) return undefined;
  const priced: PricedRow = {
    row,
    amount: { ...cellOfWords(own, amount.value), value: amount.value },
    amountBox: last.box,
  };
  readRest(priced, words.slice(0, at - sign), style);
  return priced;
}

/** Splits what stands before the amount into text, count and price. */
function readRest(priced: PricedRow, words: readonly Word[], style: DecimalSign): void {
  let text = takeLead(priced, words, style);
  text = takeProduct(priced, text, style);
  const numbers: { words: Word[]; value: number; decimals: number }[] = [];
  while (text.length > 0 && numbers.length < 3) {
    const word = text.at(-1)!;
    const before = text.at(-2);
    const apart = before !== undefined && word.box[0] - before.box[2] > 1.2 * (word.box[3] - word.box[1]);
    const counted =
      (apart || !priced.lead) && !priced.quantity && /^[x×]\s?\d{1,5}$|^\d{1,5}\s?[x×]$/i.test(word.text)
        ? readQuantity(word.text, style)
        : undefined;
    if (counted) {
      priced.quantity ??= cellOfWords([word], counted.value);
      text = text.slice(0, -1);
      continue;
    }
    const amount = isAmountWord(word.text) || apart ? readAmount(word.text, style) : undefined;
    if (!amount) break;
    numbers.unshift({ words: [word], value: amount.value, decimals: amount.decimals });
    text = text.slice(0, -1);
  }
  assignNumbers(priced, numbers);
  // A number at the end of the name that explains nothing of the amount is the name's ("Water 0.75").
  const [only] = numbers;
  if (only && numbers.length === 1 && priced.unitPrice === undefined && isAmountWord(only.words[0]!.text))
    text = [...text, ...only.words];
  const named = text.filter((word) => word.text.length > 0);
  if (named.some((word) => /\p{L}{2}/u.test(word.text)))
    priced.text = cellOfWords(named, named.map((w) => w.text).join(' '));
}

function takeLead(priced: PricedRow, words: readonly Word[], style: DecimalSign): readonly Word[] {
  const [first, second] = words;
  if (
    !first ||
    !second ||
    !/\p{L}/u.test(
      words
        .slice(1)
        .map((w) => w.text)
        .join(''),
    )
  )
    return words;
  if (/^\d{1,4}\s?[x×]$/i.test(first.text) || (/^\d{1,4}$/.test(first.text) && /^[x×]$/i.test(second.text))) {
    const used = /[x×]$/i.test(first.text) ? 1 : 2;
    const count = readQuantity(first.text, style);
    if (count) priced.quantity = cellOfWords(words.slice(0, used), count.value);
    return words.slice(used);
  }
  // "2,262 x 10,47" is a product, whatever stands before it.
  if (/^[x×*@]$/i.test(second.text)) return words;
  if (/^\d{1,4}(?:[.)]|[.,]\d{1,3})?$/.test(first.text)) {
    priced.lead = cellOfWords([first], first.text);
    return words.slice(1);
  }
  return words;
}

function takeProduct(priced: PricedRow, words: readonly Word[], style: DecimalSign): readonly Word[] {
  const line = words.map((w) => w.text).join(' ');
  const match = COUNT_TIMES_PRICE.exec(line);
  if (!match) return words;
  const quantity = readAmount(match[1]!, style)?.value;
  const price = readAmount(match[3]!, style)?.value;
  if (
    quantity === undefined ||
    price === undefined ||
    !multiplies({ quantity, unitPrice: price, amount: priced.amount.value })
  )
    return words;
  const start = wordAt(words, match.index + (match[0].startsWith(' ') ? 1 : 0));
  const end = wordAt(words, match.index + match[0].length - 1);
  const used = words.slice(start, end + 1);
  if (used.length === 0) return words;
  priced.quantity = { ...cellOfWords(used, quantity), raw: match[1]! };
  priced.unitPrice = { ...cellOfWords(used, price), raw: match[3]! };
  if (match[2] && !/^x$/i.test(match[2])) priced.unit = { ...cellOfWords(used, match[2]), raw: match[2] };
  return [...words.slice(0, start), ...words.slice(end + 1)];
}

function wordAt(words: readonly Word[], offset: number): number {
  let end = 0;
  for (const [i, word] of words.entries()) {
    end += word.text.length + 1;
    if (offset < end) return i;
  }
  return words.length - 1;
}

/** One or two bare numbers before the amount: count and price when they multiply, else what their form says. */
function assignNumbers(
  priced: PricedRow,
  numbers: readonly { words: Word[]; value: number; decimals: number }[],
): void {
  const amount = priced.amount.value;
  for (const [i, q] of numbers.entries()) {
    for (const p of numbers.slice(i + 1)) {
      if (priced.quantity || !multiplies({ quantity: q.value, unitPrice: p.value, amount })) continue;
      const [count, price] = q.decimals > p.decimals ? [p, q] : [q, p];
      priced.quantity = cellOfWords(count.words, count.value);
      priced.unitPrice ??= cellOfWords(price.words, price.value);
      return;
    }
  }
  for (const number of numbers) {
    if (number.decimals >= 2) {
      const factor = typeof priced.quantity?.value === 'number' ? priced.quantity.value : amount / number.value;
      if (sameAmount(factor * number.value, amount) && Math.abs(factor - Math.round(factor)) < 1e-6)
        priced.unitPrice ??= cellOfWords(number.words, number.value);
    } else if (!priced.quantity && number.decimals === 0 && number.value > 0 && number.value < 10_000)
      priced.quantity = cellOfWords(number.words, number.value);
  }
}

export interface Factors {
  quantity: LineItemCell & { value: number };
  unitPrice: LineItemCell & { value: number };
}

const FACTORS =
  /^(\d{1,5}(?:[.,]\d{1,3})?)\s?(?:\p{L}{1,5}\.?\s?)?[x×*@]\s?(?:à\s)?([€$£]?\s?\d[\d.,]*)(?:\s?[€$£])?$/iu;

/** A row that is only "3 x 2.17": how the amount of the row above or below comes about. */
export function readFactors(row: VisualRow, style: DecimalSign): Factors | undefined {
  const match = row.text.length < 30 ? FACTORS.exec(row.text) : null;
  if (!match) return undefined;
  const quantity = readAmount(match[1]!, style)?.value;
  const price = readAmount(match[2]!, style)?.value;
  if (quantity === undefined || price === undefined) return undefined;
  const { box } = row;
  return { quantity: { raw: match[1]!, box, value: quantity }, unitPrice: { raw: match[2]!, box, value: price } };
}
