// Settles columns whose titles leave it open which is which ("Price … Price", "Tax … Tax", "Unit"), by what stands below them.

import { multiplies } from './arithmetic.ts';
import type { DecimalSign } from './cell-values.ts';
import { saysGross, type TitleRole } from './column-titles.ts';
import type { Column } from './columns.ts';
import { countStyle } from './count-style.ts';
import { foldTokens } from './fold.ts';
import { type CellRow, cutRow, isNumberRole, readCell } from './row-cells.ts';
import { splitColumns } from './split-columns.ts';
import type { VisualRow } from './visual-rows.ts';

const SAMPLE_ROWS = 40;

/** Changes roles in place where titles are doubled, missing or contradicted by the arithmetic of the rows. */
export function resolveRoles(columns: Column[], body: readonly VisualRow[], style: DecimalSign): void {
  let sample = sampleOf(columns, body, style);
  if (splitColumns(columns, sample)) sample = sampleOf(columns, body, style);
  fixKinds(columns, sample, style);
  fixUnknownTexts(columns, sample);
  fixUnknownAmount(columns, sample);
  fixDoubles(columns, sample);
  const reread = (): void => {
    for (const row of sample)
      for (const [c, cell] of row.cells.entries())
        if (cell) readCell(cell, columns[c]!.role, columns[c]!.decimals ?? style);
  };
  reread();
  const counts = columns.findIndex((column) => column.role === 'quantity');
  const decimals = counts < 0 ? undefined : countStyle(sample, counts, columns, style);
  if (decimals) {
    columns[counts]!.decimals = decimals;
    reread();
  }
  fixByArithmetic(columns, sample, style);
  fixSecondPrice(columns, sample);
  fixCountsWithoutPrices(columns);
}

const DELIVERED =
  /\b(?:delivered|shipped|geliefert\w*|liefermenge|livree?s?|servid[oa]s?|entregad[oa]s?|consegnat[oa]|entregues?|geleverd\w*|dostarczono)\b/;

/** "Ordered 50, delivered 40" on a paper without prices: the paper is about what was delivered. */
function fixCountsWithoutPrices(columns: Column[]): void {
  const counts = columns.filter((column) => column.role === 'quantity');
  const priced = columns.some(({ role }) => role === 'unitPrice' || role === 'netAmount' || role === 'grossAmount');
  const delivered = counts.find((column) => DELIVERED.test(foldTokens(column.title).join(' ')));
  if (priced || !delivered || counts.length < 2) return;
  for (const column of counts) if (column !== delivered) setRole(column, 'other');
}

/** Rows that show what the columns hold: those with two numbers, or with one where nothing but counts is printed. */
function sampleOf(columns: readonly Column[], body: readonly VisualRow[], style: DecimalSign): CellRow[] {
  const least = Math.max(1, Math.min(2, columns.filter((column) => isNumberRole(column.role)).length));
  const telling = body.filter((row) => row.numerics >= least);
  return telling.slice(0, SAMPLE_ROWS).map((row) => cutRow(row, columns, style));
}

const setRole = (column: Column, role: TitleRole | null): void => {
  column.role = role;
  column.stack = role ? [role] : [];
};

const shareOf = (sample: readonly CellRow[], c: number, test: (text: string) => boolean): number => {
  const filled = sample.filter((row) => row.cells[c]);
  return filled.length === 0 ? 0 : filled.filter((row) => test(row.cells[c]!.text)).length / filled.length;
};

const filledShare = (sample: readonly CellRow[], c: number): number =>
  sample.filter((row) => row.cells[c]).length / Math.max(1, sample.length);

const looksLikeMoney = (text: string): boolean =>
  /\d[.,]\d{2,4}(?!\d)/.test(text) && !text.includes('%') && !/\p{L}{3}/u.test(text);

/** A column that holds something else than its title says: prices under "Unit", counts under "Unit", codes under "No". */
function fixKinds(columns: Column[], sample: readonly CellRow[], style: DecimalSign): void {
  const has = (role: TitleRole): boolean => columns.some((column) => column.role === role);
  for (const [c, column] of columns.entries()) {
    if (column.role === 'unit') {
      if (!has('unitPrice') && shareOf(sample, c, looksLikeMoney) > 0.6) setRole(column, 'unitPrice');
      else if (!has('quantity') && shareOf(sample, c, (t) => /^\d/.test(t)) > 0.6) setRole(column, 'quantity');
    } else if (
      column.role === 'number' &&
      !has('sku') &&
      shareOf(sample, c, (t) => /\p{L}.*\d|\d.*\p{L}|^(?!0{2,}\d{1,4}$)\d{5,}/u.test(t)) > 0.6
    ) {
      setRole(column, 'sku');
    } else if (
      column.role === 'number' &&
      !has('quantity') &&
      shareOf(sample, c, (t) => /^\d+[.,]\d{1,3}$/.test(t)) > 0.6
    ) {
      setRole(column, 'quantity');
    } else if (
      column.role === 'quantity' &&
      filledShare(sample, c) > 0.5 &&
      shareOf(sample, c, (t) => /^[x×@-]?\s?\d/.test(t)) < 0.2
    ) {
      setRole(column, 'other');
    } else if (column.role === 'taxRate' && shareOf(sample, c, (t) => looksLikeMoney(t)) > 0.6) {
      const rates = sample.map((row) => row.cells[c]).filter((cell) => cell?.value !== undefined && cell.value <= 30);
      const twice = columns.filter((other) => other.role === 'taxRate').length > 1;
      if (twice || rates.length < sample.length / 2) setRole(column, 'taxAmount');
    } else if (
      column.role === 'sku' &&
      !columns.some((other) => other.stack.includes('description')) &&
      shareOf(sample, c, (t) => /\p{L}{2}\S* \p{L}{2}|^\p{L}{4,}$/u.test(t)) > 0.6
    ) {
      setRole(column, 'description');
    } else continue;
    for (const row of sample) if (row.cells[c]) readCell(row.cells[c]!, columns[c]!.role, style);
  }
}

const looksLikeCode = (text: string): boolean => /^(?=.*\d)[\p{L}\d][\p{L}\d._/-]*$/u.test(text);
const looksLikeName = (text: string): boolean =>
  /\p{L}{3}/u.test(text) && !looksLikeCode(text) && !looksLikeMoney(text);

/** The names stand under a title we do not know: then what is called article is its code. */
function fixUnknownTexts(columns: Column[], sample: readonly CellRow[]): void {
  const named = columns.findIndex((column) => column.role === 'description');
  if (named >= 0 && shareOf(sample, named, looksLikeCode) < 0.6) return;
  const unknown = columns.findIndex(
    (column, c) => column.role === null && filledShare(sample, c) > 0.5 && shareOf(sample, c, looksLikeName) > 0.6,
  );
  if (unknown < 0) return;
  if (named >= 0) setRole(columns[named]!, columns.some((column) => column.role === 'sku') ? 'other' : 'sku');
  setRole(columns[unknown]!, 'description');
}

/** Without a column of amounts, the last column of money right of the prices is it ("Imponibile", or a title we do not know). */
function fixUnknownAmount(columns: Column[], sample: readonly CellRow[]): void {
  if (columns.some((column) => column.role === 'netAmount')) return;
  const hasGross = columns.some((column) => column.role === 'grossAmount');
  const price = columns.findIndex((column) => column.role === 'unitPrice');
  const last = columns.findLastIndex(
    (column, c) =>
      (column.role === 'summary' || (!hasGross && (column.role === null || column.role === 'other'))) &&
      filledShare(sample, c) > 0.5 &&
      shareOf(sample, c, looksLikeMoney) > 0.6,
  );
  if (price >= 0 && last > price) setRole(columns[last]!, 'netAmount');
}

function fixDoubles(columns: Column[], sample: readonly CellRow[]): void {
  const of = (role: TitleRole): number[] => columns.flatMap((column, c) => (column.role === role ? [c] : []));
  const prices = of('unitPrice');
  const hasAmount = of('netAmount').length + of('grossAmount').length > 0;
  const last = columns[prices.at(-1) ?? -1];
  if (last && prices.length > 1 && !hasAmount) setRole(last, saysGross(last.title) ? 'grossAmount' : 'netAmount');
  if (prices.length === 0 && of('netAmount').length > 1) setRole(columns[of('netAmount')[0]!]!, 'unitPrice');
  const texts = of('description');
  if (texts.length > 1) settleTexts(columns, sample, texts);
}

/** Of several columns that may be descriptions, one is; the others are positions, codes, discounts ("Desc."), remarks. */
function settleTexts(columns: Column[], sample: readonly CellRow[], texts: readonly number[]): void {
  const has = (role: TitleRole): boolean => columns.some((column) => column.role === role);
  const isCode = (c: number): boolean => shareOf(sample, c, looksLikeCode) > 0.6;
  const isPosition = (c: number, main: number): boolean =>
    !has('number') && c < main && shareOf(sample, c, (t) => /^\d{1,4}(?:\.\d{1,4}){0,3}[.)]?$/.test(t)) > 0.6;
  const isDiscount = (c: number, main: number): boolean =>
    !has('discount') && c > main && shareOf(sample, c, (t) => /^[-−]?\d[\d.,]*\s?%?$/.test(t)) > 0.8;
  const letters = (c: number): number =>
    sample.reduce((sum, row) => sum + Math.min(60, row.cells[c]?.text.length ?? 0), 0);
  const weight = (c: number): number => letters(c) * (isCode(c) ? 0.1 : 1);
  const main = texts.reduce((best, c) => (weight(c) > weight(best) ? c : best));
  for (const c of texts) {
    if (c === main) continue;
    const role = isPosition(c, main)
      ? 'number'
      : isDiscount(c, main)
        ? 'discount'
        : !has('sku') && isCode(c)
          ? 'sku'
          : 'specification';
    setRole(columns[c]!, role);
  }
}

/** A second column of prices that is count times the first, beside gross amounts, is that of net amounts. */
function fixSecondPrice(columns: Column[], sample: readonly CellRow[]): void {
  const prices = columns.flatMap((column, c) => (column.role === 'unitPrice' ? [c] : []));
  const [first, second] = prices;
  const count = columns.findIndex((column) => column.role === 'quantity');
  if (first === undefined || second === undefined || count < 0) return;
  if (columns.some((column) => column.role === 'netAmount')) return;
  const told = sample.filter((row) => row.cells[count]?.value !== undefined && row.cells[count].value !== 1);
  const hits = told.filter((row) =>
    multiplies({
      quantity: row.cells[count]?.value,
      unitPrice: row.cells[first]?.value,
      amount: row.cells[second]?.value,
    }),
  );
  if (hits.length > 0 && hits.length >= 0.8 * told.length) setRole(columns[second]!, 'netAmount');
}

const COUNTABLE: ReadonlySet<TitleRole> = new Set([
  'quantity',
  'unitPrice',
  'netAmount',
  'grossAmount',
  'taxAmount',
  'priceBasis',
]);

/** Which of several price or amount columns satisfies quantity × price = amount in most rows. */
function fixByArithmetic(columns: Column[], sample: readonly CellRow[], style: DecimalSign): void {
  const filled = (c: number): number => sample.filter((row) => row.cells[c]?.value !== undefined).length;
  const usable = columns.flatMap((column, c) => {
    const free =
      column.role === null || column.role === 'other' || column.role === 'summary' || COUNTABLE.has(column.role);
    return free && filled(c) > 0 ? [c] : [];
  });
  if (usable.length < 3 || usable.length > 8) return;
  const value = (row: CellRow, c: number): number | undefined => row.cells[c]?.value;
  const rate = columns.findIndex((column) => column.role === 'taxRate');
  const off = columns.findIndex((column) => column.role === 'discount');
  const basis = columns.findIndex((column) => column.role === 'priceBasis');
  // A count of one and an amount of nothing prove nothing.
  const telling = (row: CellRow, q: number, a: number): boolean => value(row, q) !== 1 && value(row, a) !== 0;
  const hits = (q: number, p: number, a: number): number =>
    sample.filter(
      (row) =>
        telling(row, q, a) &&
        multiplies({
          quantity: value(row, q),
          unitPrice: value(row, p),
          amount: value(row, a),
          discount: off < 0 ? undefined : value(row, off),
          basis: basis < 0 || basis === q || basis === p || basis === a ? undefined : value(row, basis),
          taxRate: rate < 0 ? undefined : value(row, rate),
        }),
    ).length;
  const stated = [
    columns.findIndex((column) => column.role === 'quantity'),
    columns.findIndex((column) => column.role === 'unitPrice'),
    columns.findLastIndex((column) => column.role === 'netAmount' || column.role === 'grossAmount'),
  ] as const;
  const complete = stated.every((c) => c >= 0);
  const statedHits = complete ? hits(...stated) : 0;
  const told = complete ? sample.filter((row) => telling(row, stated[0], stated[2])).length : 0;
  // "Ordered … Shipped": two columns of counts, of which only one explains the amounts.
  const doubled = usable.filter((c) => columns[c]!.role === 'quantity').length > 1 && statedHits < told;
  if (complete && !doubled && statedHits * 2 >= told) return;
  let best = { hits: Math.max(0.9, statedHits + 1), triple: undefined as undefined | [number, number, number] };
  for (const q of usable) {
    for (const p of usable) {
      for (const a of usable) {
        if (q === p || p === a || q === a || a < p || a < q) continue;
        // Factors can be swapped: titles, then the usual order decide which is the count.
        if (
          columns[q]!.role === 'unitPrice' ||
          columns[p]!.role === 'quantity' ||
          columns[q]!.role === 'taxAmount' ||
          columns[p]!.role === 'taxAmount'
        )
          continue;
        const h =
          hits(q, p, a) +
          (columns[q]!.role === 'quantity' ? 0.3 : 0) +
          (columns[p]!.role === 'unitPrice' ? 0.2 : 0) +
          (columns[a]!.role === 'netAmount' ? 0.1 : 0) +
          (q < p ? 0.05 : 0);
        if (h > best.hits + 0.01) best = { hits: h, triple: [q, p, a] };
      }
    }
  }
  if (!best.triple || best.hits * 2 < sample.filter((row) => telling(row, best.triple![0], best.triple![2])).length)
    return;
  applyTriple(columns, best.triple);
  for (const row of sample)
    for (const [c, cell] of row.cells.entries())
      if (cell) readCell(cell, columns[c]!.role, columns[c]!.decimals ?? style);
}

function applyTriple(columns: Column[], [q, p, a]: readonly [number, number, number]): void {
  for (const [c, column] of columns.entries()) {
    if (c === q || c === p || c === a) continue;
    const rivals =
      column.role === 'quantity' ||
      column.role === 'unitPrice' ||
      (column.role === 'netAmount' && columns[a]!.role === 'taxAmount');
    if (rivals) setRole(column, 'other');
  }
  if (columns[q]!.role !== 'quantity') setRole(columns[q]!, 'quantity');
  if (columns[p]!.role !== 'unitPrice') setRole(columns[p]!, 'unitPrice');
  if (columns[a]!.role !== 'netAmount' && columns[a]!.role !== 'grossAmount') setRole(columns[a]!, 'netAmount');
}
