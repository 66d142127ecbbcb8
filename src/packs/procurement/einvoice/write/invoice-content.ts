// What an e-invoice states, in the terms of EN 16931 and in no syntax: made from a record, printed as UBL, CII or a page.

import type { Decimal } from '../decimal.ts';

export interface PartyContent {
  /** BT-27, BT-44 */
  name: string;
  /** BT-31, BT-48 */
  vatId: string | undefined;
  /** BT-32 */
  taxId: string | undefined;
  /** BT-30, BT-47 */
  registrationId: string | undefined;
  /** BT-46 */
  identifier: string | undefined;
  address: AddressContent;
  phone: string | undefined;
  email: string | undefined;
}

export interface AddressContent {
  /** BT-35, BT-50: the whole address where its parts are not sure. */
  line: string | undefined;
  postalCode: string | undefined;
  city: string | undefined;
  /** BT-40, BT-55 */
  country: string | undefined;
}

export interface CategoryContent {
  /** UNTDID 5305 */
  code: string;
  /** In percent; undefined only for what is not subject to VAT. */
  rate: Decimal | undefined;
  /** VATEX, where the category itself is the reason. */
  exemption: string | undefined;
}

/** BG-20, BG-21, BG-27 */
export interface AdjustmentContent {
  charge: boolean;
  amount: Decimal;
  /** UNTDID 5189 for allowances, 7161 for charges. */
  reasonCode: string | undefined;
  reason: string;
  /** Of the document's; lines have their own. */
  category: CategoryContent | undefined;
}

/** BG-23 */
export interface TaxContent extends CategoryContent {
  base: Decimal;
  amount: Decimal;
}

/** BG-25 */
export interface LineContent {
  number: string;
  name: string;
  description: string | undefined;
  sku: string | undefined;
  buyerSku: string | undefined;
  gtin: string | undefined;
  orderLine: string | undefined;
  quantity: Decimal;
  /** UN/ECE Recommendation 20 or 21. */
  unit: string;
  /** As the record has it, for people. */
  unitText: string;
  price: Decimal;
  net: Decimal;
  discount: Decimal | undefined;
  category: CategoryContent;
}

/** BG-22 */
export interface TotalsContent {
  lines: Decimal;
  allowances: Decimal | undefined;
  charges: Decimal | undefined;
  net: Decimal;
  tax: Decimal;
  gross: Decimal;
  paid: Decimal | undefined;
  rounding: Decimal | undefined;
  due: Decimal;
}

export interface InvoiceContent {
  credit: boolean;
  number: string;
  issueDate: string;
  dueDate: string | undefined;
  currency: string;
  orderNumber: string | undefined;
  contractNumber: string | undefined;
  precedingInvoice: string | undefined;
  deliveryDate: string | undefined;
  periodStart: string | undefined;
  periodEnd: string | undefined;
  paymentTerms: string | undefined;
  iban: string | undefined;
  bic: string | undefined;
  seller: PartyContent;
  buyer: PartyContent;
  adjustments: readonly AdjustmentContent[];
  taxes: readonly TaxContent[];
  totals: TotalsContent;
  /** Empty in the profiles without lines. */
  lines: readonly LineContent[];
}

/** How much of it a profile holds: all, no lines, or parties and totals only (Factur-X BASIC WL, MINIMUM). */
export type ContentDepth = 'whole' | 'without lines' | 'minimum';

/** UNTDID 1001 */
export const typeCodeOf = ({ credit }: InvoiceContent): string => (credit ? '381' : '380');
