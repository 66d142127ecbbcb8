// The words a business prints around its data. Every entry is a list of variants; a document picks one and keeps to it.

export type Variants = readonly string[];

export type TitleKey =
  | 'invoice'
  | 'credit_note'
  | 'purchase_order'
  | 'quotation'
  | 'rfq'
  | 'boq'
  | 'delivery_note'
  | 'receipt'
  | 'addendum';

export type MetaKey =
  | 'number'
  | 'issueDate'
  | 'dueDate'
  | 'purchaseOrderNumber'
  | 'contractNumber'
  | 'customerNumber'
  | 'deliveryDate'
  | 'period'
  | 'paymentTerms'
  | 'precedingInvoiceNumber'
  | 'currency'
  | 'validUntil'
  | 'leadTime'
  | 'incoterms'
  | 'warranty'
  | 'quotationNumber'
  | 'rfqNumber'
  | 'revision'
  | 'projectName'
  | 'discipline'
  | 'submissionDeadline'
  | 'validityDays'
  | 'carrier'
  | 'contact';

export type ColumnKey =
  | 'number'
  | 'sku'
  | 'buyerSku'
  | 'gtin'
  | 'description'
  | 'brand'
  | 'quantity'
  | 'unit'
  | 'unitPrice'
  | 'discount'
  | 'taxRate'
  | 'taxAmount'
  | 'netAmount'
  | 'grossAmount'
  | 'deliveryDate';

export type PartyKey = 'billTo' | 'shipTo' | 'from' | 'buyer' | 'supplier' | 'deliverTo';

export type TotalKey =
  | 'subtotal'
  | 'discount'
  | 'shipping'
  | 'netTotal'
  | 'taxTotal'
  | 'grossTotal'
  | 'paid'
  | 'amountDue'
  | 'rounding'
  | 'carried'
  | 'brought';

export type UnitCode = 'pcs' | 'h' | 'day' | 'mon' | 'kg' | 'm' | 'm2' | 'm3' | 'l' | 'set' | 'box' | 'flat' | 'roll';

export interface Words {
  titles: Record<TitleKey, Variants>;
  /** Labels of the document's own number by type. */
  numbers: Record<TitleKey, Variants>;
  /** Labels of the document's own date by type, where it is not the plain word. */
  dates: Partial<Record<TitleKey, Variants>>;
  meta: Record<Exclude<MetaKey, 'number'>, Variants>;
  parties: Record<PartyKey, Variants>;
  ids: Record<'phone' | 'email' | 'website' | 'iban' | 'bic' | 'bank' | 'country', Variants>;
  columns: Record<ColumnKey, Variants>;
  totals: Record<TotalKey, Variants>;
  /** Summary of taxes: rate, base, amount. */
  taxTable: { rate: Variants; base: Variants; amount: Variants };
  units: Record<UnitCode, Variants>;
  /** `{n}` = days; second list for terms without a number. */
  termDays: Variants;
  termPlain: Variants;
  /** With `{date}`, `{number}`. */
  payUntil: Variants;
  intro: Partial<Record<TitleKey, Variants>>;
  closing: Variants;
  reverseCharge: Variants;
  exempt: Variants;
  page: Variants;
  signature: Variants;
  bankHeading: Variants;
  weeks: Variants;
  days: Variants;
  years: Variants;
  section: Variants;
  remarks: Variants;
  delivered: Variants;
  evaluation: { heading: Variants; criteria: Variants };
  scopeHeading: Variants;
  scopes: Variants;
  exclusions: { heading: Variants; items: Variants };
  details: Variants;
  receipt: Record<
    | 'total'
    | 'subtotal'
    | 'tax'
    | 'cash'
    | 'card'
    | 'change'
    | 'thanks'
    | 'cashier'
    | 'till'
    | 'number'
    | 'date'
    | 'time'
    | 'tip'
    | 'table'
    | 'received'
    | 'sum'
    | 'payment'
    | 'forWhat',
    Variants
  >;
  disciplines: Variants;
  projects: Variants;
  carriers: Variants;
  months: readonly string[];
  shortMonths: readonly string[];
  /** Trade words for company names by sector. */
  trades: Record<Sector, Variants>;
}

export type Sector = 'office' | 'it' | 'building' | 'food' | 'mechanical' | 'consulting' | 'print' | 'service';
export const SECTORS: readonly Sector[] = [
  'office',
  'it',
  'building',
  'food',
  'mechanical',
  'consulting',
  'print',
  'service',
];
