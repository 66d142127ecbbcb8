// What each row under a header is: the row of an item's numbers, text, a sub-total or total, or a deduction from the item above.

import { multiplies, sameAmount } from './arithmetic.ts';
import type { DecimalSign } from './cell-values.ts';
import type { TitleRole } from './column-titles.ts';
import type { Column } from './columns.ts';
import { foldTokens } from './fold.ts';
import type { ExclusionReason } from './line-item-table.ts';
import { type CellRow, cutRow } from './row-cells.ts';
import { namesDeduction, type RowLabel, readRowLabel } from './row-labels.ts';
import type { VisualRow } from './visual-rows.ts';

interface RowFacts {
  cut: CellRow;
  amount: number | undefined;
  quantity: number | undefined;
  price: number | undefined;
  /** A position number stands in its column. */
  position: string | undefined;
  /** Text in the description (or, without one, the code) column; a letter alone is a flag ("D" for drink-in). */
  hasText: boolean;
  multiplies: boolean | undefined;
  /** "included", "free of charge" where the amount should stand: an item that costs nothing of its own. */
  free: boolean;
}

type RowKind = 'anchor' | 'text' | 'deduction' | 'excluded';

export interface ClassifiedRow extends RowFacts {
  kind: RowKind;
  reason?: ExclusionReason;
}

export interface Roles {
  amount: number;
  gross: number;
  price: number;
  quantity: number;
  position: number;
  text: number;
  sku: number;
  rate: number;
  discount: number;
  basis: number;
}

export function rolesOf(columns: readonly Column[]): Roles {
  const first = (role: TitleRole): number => columns.findIndex((column) => column.role === role);
  const last = (role: TitleRole): number => columns.findLastIndex((column) => column.role === role);
  const net = last('netAmount');
  const sku = [first('sku'), first('gtin'), first('buyerSku')].find((c) => c >= 0) ?? -1;
  const text = first('description');
  return {
    amount: net >= 0 ? net : last('grossAmount'),
    gross: last('grossAmount'),
    price: first('unitPrice'),
    quantity: first('quantity'),
    position: first('number'),
    text: text >= 0 ? text : sku,
    sku,
    rate: first('taxRate'),
    discount: first('discount'),
    basis: first('priceBasis'),
  };
}

const FREE =
  /^(?:included|incl|inclusive|free|free of charge|no charge|foc|complimentary|waived|inbegriffen|enthalten|inklusive|inkl|kostenlos|gratis|ohne berechnung|inclus|incluse|compris|comprise|offert|offerte|gratuit|gratuite|incluido|incluida|incluso|inclusa|compreso|compresa|gratuito|omaggio|oferta|inbegrepen|inclusief|kosteloos|w cenie|bezplatnie)$/;
const POSITION = /^(?:\d{1,4}(?:[.-]\d{1,4}){0,3}|[A-Z]|[A-Z]?\d{1,4}[a-z]?)[.)]?$/;

export function readFacts(row: VisualRow, columns: readonly Column[], roles: Roles, style: DecimalSign): RowFacts {
  const cut = cutRow(row, columns, style);
  const value = (c: number): number | undefined => (c >= 0 && !isLabelled(cut, c) ? cut.cells[c]?.value : undefined);
  const position = roles.position >= 0 ? cut.cells[roles.position]?.text : undefined;
  const amount = value(roles.amount) ?? value(roles.gross);
  const quantity = value(roles.quantity);
  const price = value(roles.price);
  const discount = roles.discount >= 0 ? cut.cells[roles.discount] : undefined;
  return {
    cut,
    amount,
    quantity,
    price,
    position: position !== undefined && POSITION.test(position) ? position : undefined,
    free: [roles.amount, roles.gross, roles.price].some(
      (c) => c >= 0 && FREE.test(foldTokens(cut.cells[c]?.text ?? '').join(' ')),
    ),
    hasText: /\p{L}[\p{L}\p{N}]|\p{N}\p{L}|\p{L}\P{L}+\p{L}/u.test(cut.cells[roles.text]?.text ?? ''),
    multiplies: multiplies({
      quantity,
      unitPrice: price,
      amount,
      basis: value(roles.basis),
      discount: discount?.value,
      discountIsPercent: discount?.percent,
      taxRate: value(roles.rate),
    }),
  };
}

/** "Freight: 3.00" in running text is a labelled value, not a cell. */
function isLabelled(cut: CellRow, c: number): boolean {
  const word = cut.cells[c]?.words[0];
  if (!word) return false;
  for (const line of cut.row.lines) {
    const at = line.words.indexOf(word);
    if (at > 0)
      return (
        line.words[at - 1]!.text.endsWith(':') &&
        line.words[at - 1]!.box[2] > word.box[0] - 2 * (word.box[3] - word.box[1])
      );
  }
  return false;
}

export interface ClassifyState {
  /** A total has been seen: only rows that are items beyond doubt come after it. */
  closed: boolean;
  anchors: number;
  /** Of the amounts of the items so far. */
  sum: number;
  lastBottom: number;
}

export function classifyRow(
  facts: RowFacts,
  roles: Roles,
  columns: readonly Column[],
  state: ClassifyState,
): ClassifiedRow {
  const { row } = facts.cut;
  // Where nothing has a price, a count makes a row an item, freight too.
  const unpriced = roles.amount < 0 && roles.price < 0;
  const counted = facts.quantity !== undefined && (unpriced || facts.amount !== undefined || facts.price !== undefined);
  const label = labelOf(row, facts, columns[roles.text]);
  if (
    label &&
    (label.whole || !counted || label.reason === 'charge') &&
    !(label.reason === 'charge' && counted && (unpriced || facts.amount !== undefined))
  ) {
    if (
      label.reason === 'charge' &&
      !state.closed &&
      state.anchors > 0 &&
      facts.amount !== undefined &&
      namesDeduction(row.text)
    ) {
      return { ...facts, kind: 'deduction' };
    }
    // A VAT number in a footer is no amount of tax.
    const stated = (facts.amount !== undefined && label.reason !== 'tax') || /\d[.,]\d{2}(?!\d)/.test(row.text);
    if (
      (stated && !(label.reason === 'carried-forward' && !label.whole && !carries(facts, state))) ||
      (label.reason === 'carried-forward' && !stated) ||
      (label.whole && label.reason !== 'charge' && !/\d/.test(row.text))
    ) {
      return { ...facts, kind: 'excluded', reason: label.reason };
    }
  }
  if (state.anchors > 0 && isLabelAside(facts, columns[roles.text]))
    return { ...facts, kind: 'excluded', reason: 'subtotal' };
  if (isIncluded(facts, roles, state)) return { ...facts, kind: 'excluded', reason: 'component' };
  if (isAnchor(facts, roles) && (!state.closed || isBeyondDoubt(facts))) return { ...facts, kind: 'anchor' };
  return { ...facts, kind: 'text' };
}

/** "Report page 1" carries the sum of the items above over, or opens a page; "Report on soil quality" is an item. */
function carries({ amount, cut }: RowFacts, { anchors, sum }: ClassifyState): boolean {
  return anchors === 0 ? cut.row.page > 1 : amount !== undefined && sameAmount(amount, sum);
}

/** Share of its width that descriptions leave free on their left, at most. */
const INDENT = 0.3;

/** "Incidência:  1.743,60": an amount alone, with a label that begins where no description does. */
function isLabelAside(facts: RowFacts, text: Column | undefined): boolean {
  const { row } = facts.cut;
  if (!text || facts.amount === undefined || facts.quantity !== undefined || facts.price !== undefined) return false;
  if (facts.position !== undefined) return false;
  const [first] = row.words;
  const left = Math.max(text.box[0], text.x0);
  const right = Math.min(text.x1, row.words.at(-1)!.box[0]);
  const label = row.lines.findLast((line) => /\p{L}/u.test(line.text));
  return (
    first!.box[0] > left + INDENT * (right - left) &&
    /:(?:\s*\S{0,4})?$/.test(label?.text.replace(/[\d.,\s]+$/, '') ?? '')
  );
}

const INCLUDED = new Set('incl inkl inclusief inklusive including davon waarvan dont enthalten enthaltene'.split(' '));

/** "Incl. copying levy  € 4.24" under an item, without a price of its own: the item's amount holds it. */
function isIncluded(facts: RowFacts, roles: Roles, state: ClassifyState): boolean {
  if (state.anchors === 0 || roles.price < 0 || facts.price !== undefined || facts.amount === undefined) return false;
  return facts.position === undefined && INCLUDED.has(foldTokens(facts.cut.cells[roles.text]?.text ?? '')[0] ?? '');
}

function isAnchor(facts: RowFacts, roles: Roles): boolean {
  if (facts.amount !== undefined || (facts.free && facts.hasText && facts.quantity !== undefined)) return true;
  if (roles.amount >= 0 || roles.price >= 0)
    return facts.quantity !== undefined || (facts.price !== undefined && roles.amount < 0);
  return facts.quantity !== undefined && (facts.hasText || facts.cut.cells[roles.sku] !== undefined);
}

/** Behind a total only the arithmetic makes a row an item: tax tables have numbers in columns too. */
function isBeyondDoubt(facts: RowFacts): boolean {
  return facts.hasText && facts.multiplies === true;
}

/** The label of the first line that has one. A label with more words behind it counts only where totals stand, right of the descriptions. */
function labelOf(row: VisualRow, facts: RowFacts, text: Column | undefined): RowLabel | undefined {
  for (const line of row.lines) {
    const label = readRowLabel(line.text);
    if (!label) continue;
    const aside = text === undefined || line.box[0] > text.box[2] + 20 || line.box[0] >= text.x1;
    if (
      label.whole ||
      label.reason === 'carried-forward' ||
      label.reason === 'charge' ||
      aside ||
      /:\s*\S{0,4}$|:\s.*\d/.test(line.text)
    )
      return label;
    if (facts.position === undefined && label.reason === 'subtotal') return label;
  }
  return undefined;
}
