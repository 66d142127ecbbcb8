// UBL 2.1 invoice or credit note → terms of EN 16931 (CEN/TS 16931-3-2).

import type { XmlElement } from '../../../../document/xml-element.ts';
import { type IndexedTree, select } from '../tree/indexed-tree.ts';
import { all, filled, first, plain, textAt } from '../tree/navigate.ts';
import type {
  Address,
  AllowanceOrCharge,
  Invoice,
  InvoiceLine,
  Party,
  PaymentInstruction,
  Period,
  TaxTotal,
  Totals,
  VatCategory,
} from './invoice.ts';

export function readUblInvoice(tree: IndexedTree): Invoice {
  const { root } = tree;
  const delivery = first(root, 'Delivery');
  return {
    at: root,
    tree,
    syntax: 'ubl',
    specification: first(root, 'CustomizationID'),
    number: first(root, 'ID'),
    issueDate: first(root, 'IssueDate'),
    typeCode: first(root, 'InvoiceTypeCode') ?? first(root, 'CreditNoteTypeCode'),
    currency: first(root, 'DocumentCurrencyCode'),
    taxCurrency: first(root, 'TaxCurrencyCode'),
    vatPoint: first(root, 'TaxPointDate'),
    dueDateOrTerms: select(tree, 'DueDate')[0] ?? select(tree, 'PaymentTerms/Note')[0],
    credit: root.name === 'CreditNote',
    seller: readParty(first(root, 'AccountingSupplierParty'), 'Party'),
    buyer: readParty(first(root, 'AccountingCustomerParty'), 'Party'),
    payee: readParty(first(root, 'PayeeParty')),
    taxRepresentative: readParty(first(root, 'TaxRepresentativeParty')),
    periods: all(root, 'InvoicePeriod').map(readPeriod),
    delivery: {
      date: first(delivery, 'ActualDeliveryDate'),
      address: readAddress(first(delivery, 'DeliveryLocation/Address')),
    },
    payments: all(root, 'PaymentMeans').map(readPayment),
    allowancesAndCharges: all(root, 'AllowanceCharge').map(readAllowance),
    totals: all(root, 'LegalMonetaryTotal').map(readTotals),
    taxTotals: all(root, 'TaxTotal').map(readTaxTotal),
    lines: [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].map(readLine),
    precedingInvoices: all(root, 'BillingReference').map((at) => ({
      at,
      id: first(at, 'InvoiceDocumentReference/ID'),
    })),
    documents: all(root, 'AdditionalDocumentReference').map((at) => ({ at, id: first(at, 'ID') })),
    attributes: select(tree, 'AdditionalItemProperty').map((at) => ({
      at,
      name: first(at, 'Name'),
      value: first(at, 'Value'),
    })),
    notes: all(root, 'Note'),
  };
}

/** `inner` = the element that holds the party, for those that wrap it. */
function readParty(at: XmlElement | undefined, inner?: string): Party | undefined {
  if (!at) return undefined;
  const party = inner === undefined ? at : first(at, inner);
  const taxSchemes = all(party, 'PartyTaxScheme');
  return {
    at,
    name: first(party, inner === undefined ? 'PartyName/Name' : 'PartyLegalEntity/RegistrationName'),
    tradingNames: all(party, 'PartyName/Name'),
    identifiers: all(party, 'PartyIdentification/ID'),
    legalId: first(party, 'PartyLegalEntity/CompanyID'),
    vatIds: taxSchemes.filter(isVat).flatMap((scheme) => all(scheme, 'CompanyID')),
    taxIds: all(party, 'PartyTaxScheme/CompanyID'),
    address: readAddress(first(party, 'PostalAddress')),
    electronicAddresses: all(party, 'EndpointID'),
  };
}

function isVat(taxed: XmlElement): boolean {
  return all(taxed, 'TaxScheme/ID').some((id) => plain(id).toUpperCase() === 'VAT');
}

function readAddress(at: XmlElement | undefined): Address | undefined {
  return at && { at, country: first(at, 'Country/IdentificationCode') };
}

function readPeriod(at: XmlElement): Period {
  return {
    at,
    start: first(at, 'StartDate'),
    end: first(at, 'EndDate'),
    pointCode: first(at, 'DescriptionCode'),
  };
}

function readPayment(at: XmlElement): PaymentInstruction {
  return {
    at,
    code: first(at, 'PaymentMeansCode'),
    accounts: all(at, 'PayeeFinancialAccount').map((account) => ({ at: account, id: first(account, 'ID') })),
    cardNumbers: all(at, 'CardAccount/PrimaryAccountNumberID'),
  };
}

export function readUblCategory(at: XmlElement): VatCategory {
  return {
    at,
    code: textAt(at, 'ID'),
    rate: first(at, 'Percent'),
    vat: isVat(at),
    reason: first(at, 'TaxExemptionReason'),
    reasonCode: first(at, 'TaxExemptionReasonCode'),
  };
}

export function readUblIndicator(at: XmlElement): boolean | undefined {
  const text = textAt(at, 'ChargeIndicator');
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

function readAllowance(at: XmlElement): AllowanceOrCharge {
  const category = first(at, 'TaxCategory');
  return {
    at,
    charge: readUblIndicator(at),
    amount: first(at, 'Amount'),
    base: first(at, 'BaseAmount'),
    reason: first(at, 'AllowanceChargeReason'),
    reasonCode: first(at, 'AllowanceChargeReasonCode'),
    category: category && readUblCategory(category),
  };
}

function readTotals(at: XmlElement): Totals {
  return {
    at,
    lines: first(at, 'LineExtensionAmount'),
    allowances: first(at, 'AllowanceTotalAmount'),
    charges: first(at, 'ChargeTotalAmount'),
    withoutVat: first(at, 'TaxExclusiveAmount'),
    withVat: first(at, 'TaxInclusiveAmount'),
    paid: first(at, 'PrepaidAmount'),
    rounding: first(at, 'PayableRoundingAmount'),
    due: first(at, 'PayableAmount'),
  };
}

function readTaxTotal(at: XmlElement): TaxTotal {
  return {
    at,
    amount: first(at, 'TaxAmount'),
    breakdown: all(at, 'TaxSubtotal').map((part) => {
      const category = first(part, 'TaxCategory');
      return {
        at: part,
        base: first(part, 'TaxableAmount'),
        tax: first(part, 'TaxAmount'),
        category: category && readUblCategory(category),
      };
    }),
  };
}

function readLine(at: XmlElement): InvoiceLine {
  const name = first(at, 'Item/Name');
  return {
    at,
    id: first(at, 'ID'),
    quantity: first(at, 'InvoicedQuantity') ?? first(at, 'CreditedQuantity'),
    net: first(at, 'LineExtensionAmount'),
    itemName: filled(name) ? name : undefined,
    price: first(at, 'Price/PriceAmount'),
    grossPrice: first(at, 'Price/AllowanceCharge/BaseAmount'),
    categories: all(at, 'Item/ClassifiedTaxCategory').map(readUblCategory),
    periods: all(at, 'InvoicePeriod').map(readPeriod),
    allowancesAndCharges: all(at, 'AllowanceCharge').map(readAllowance),
    standardIds: all(at, 'Item/StandardItemIdentification/ID'),
    classifications: all(at, 'Item/CommodityClassification/ItemClassificationCode'),
  };
}
