// An invoice in the terms of EN 16931, whichever syntax states it. Terms are the elements themselves, so that a rule can
// show where it is broken; a group that the file does not state is absent.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { IndexedTree } from '../tree/indexed-tree.ts';

type Term = XmlElement | undefined;

export interface Party {
  at: XmlElement;
  /** BT-27, BT-44, BT-59, BT-62 */
  name: Term;
  /** Names that it trades under; in CII there is but one name. */
  tradingNames: readonly XmlElement[];
  identifiers: readonly XmlElement[];
  /** BT-30, BT-47, BT-61 */
  legalId: Term;
  /** BT-31, BT-48, BT-63 */
  vatIds: readonly XmlElement[];
  /** BT-31 and BT-32 */
  taxIds: readonly XmlElement[];
  address: Address | undefined;
  /** BT-34, BT-49 */
  electronicAddresses: readonly XmlElement[];
}

export interface Address {
  at: XmlElement;
  country: Term;
}

export interface VatCategory {
  at: XmlElement;
  /** UNTDID 5305 */
  code: string;
  rate: Term;
  /** The scheme is VAT, not another tax. */
  vat: boolean;
  reason: Term;
  reasonCode: Term;
}

/** BG-20, BG-21, BG-27, BG-28 */
export interface AllowanceOrCharge {
  at: XmlElement;
  /** undefined when the indicator is neither true nor false. */
  charge: boolean | undefined;
  amount: Term;
  base: Term;
  reason: Term;
  reasonCode: Term;
  category: VatCategory | undefined;
}

/** BG-23 */
export interface VatBreakdown {
  at: XmlElement;
  base: Term;
  tax: Term;
  category: VatCategory | undefined;
}

/** BG-14, BG-26 */
export interface Period {
  at: XmlElement;
  start: Term;
  end: Term;
  /** BT-8 */
  pointCode: Term;
}

/** BG-25 */
export interface InvoiceLine {
  at: XmlElement;
  id: Term;
  quantity: Term;
  net: Term;
  itemName: Term;
  price: Term;
  grossPrice: Term;
  categories: readonly VatCategory[];
  periods: readonly Period[];
  allowancesAndCharges: readonly AllowanceOrCharge[];
  standardIds: readonly XmlElement[];
  classifications: readonly XmlElement[];
}

/** BG-22 */
export interface Totals {
  at: XmlElement;
  lines: Term;
  allowances: Term;
  charges: Term;
  withoutVat: Term;
  withVat: Term;
  paid: Term;
  rounding: Term;
  due: Term;
}

/** BT-110 or BT-111, with what it consists of. */
export interface TaxTotal {
  at: XmlElement;
  amount: Term;
  breakdown: readonly VatBreakdown[];
}

/** BG-16 */
export interface PaymentInstruction {
  at: XmlElement;
  code: Term;
  /** BG-17 */
  accounts: readonly { at: XmlElement; id: Term }[];
  /** BT-87 */
  cardNumbers: readonly XmlElement[];
}

export interface Invoice {
  at: XmlElement;
  tree: IndexedTree;
  syntax: 'ubl' | 'cii';
  specification: Term;
  number: Term;
  issueDate: Term;
  typeCode: Term;
  currency: Term;
  taxCurrency: Term;
  /** BT-7 */
  vatPoint: Term;
  /** BT-9 or BT-20 */
  dueDateOrTerms: Term;
  /** A credit note owes nothing, so that nothing about when it is paid is asked. */
  credit: boolean;
  seller: Party | undefined;
  buyer: Party | undefined;
  payee: Party | undefined;
  taxRepresentative: Party | undefined;
  periods: readonly Period[];
  delivery: { date: Term; address: Address | undefined };
  payments: readonly PaymentInstruction[];
  /** BG-20 and BG-21 */
  allowancesAndCharges: readonly AllowanceOrCharge[];
  totals: readonly Totals[];
  taxTotals: readonly TaxTotal[];
  lines: readonly InvoiceLine[];
  /** BG-3 */
  precedingInvoices: readonly { at: XmlElement; id: Term }[];
  /** BG-24 */
  documents: readonly { at: XmlElement; id: Term }[];
  /** BG-32 */
  attributes: readonly { at: XmlElement; name: Term; value: Term }[];
  notes: readonly XmlElement[];
}
