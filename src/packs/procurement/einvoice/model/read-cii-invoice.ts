// UN/CEFACT cross-industry invoice D16B → terms of EN 16931 (CEN/TS 16931-3-3).

import type { XmlElement } from '../../../../document/xml-element.ts';
import { type IndexedTree, select } from '../tree/indexed-tree.ts';
import { all, first, plain, textAt } from '../tree/navigate.ts';
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
  VatBreakdown,
  VatCategory,
} from './invoice.ts';

export function readCiiInvoice(tree: IndexedTree): Invoice {
  const { root } = tree;
  const document = first(root, 'ExchangedDocument');
  const transaction = first(root, 'SupplyChainTradeTransaction');
  const agreement = first(transaction, 'ApplicableHeaderTradeAgreement');
  const delivery = first(transaction, 'ApplicableHeaderTradeDelivery');
  const settlement = first(transaction, 'ApplicableHeaderTradeSettlement');
  const summation = all(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  return {
    at: root,
    tree,
    syntax: 'cii',
    specification: first(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'),
    number: first(document, 'ID'),
    issueDate: first(document, 'IssueDateTime/DateTimeString'),
    typeCode: first(document, 'TypeCode'),
    currency: first(settlement, 'InvoiceCurrencyCode'),
    taxCurrency: first(settlement, 'TaxCurrencyCode'),
    vatPoint: select(tree, 'TaxPointDate')[0],
    dueDateOrTerms:
      select(tree, 'SpecifiedTradePaymentTerms/DueDateDateTime')[0] ??
      select(tree, 'SpecifiedTradePaymentTerms/Description')[0],
    credit: false,
    seller: readParty(first(agreement, 'SellerTradeParty')),
    buyer: readParty(first(agreement, 'BuyerTradeParty')),
    payee: readParty(first(settlement, 'PayeeTradeParty')),
    taxRepresentative: readParty(first(agreement, 'SellerTaxRepresentativeTradeParty')),
    periods: all(settlement, 'BillingSpecifiedPeriod').map((at) => readPeriod(at, select(tree, 'DueDateTypeCode')[0])),
    delivery: {
      date: first(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString'),
      address: readAddress(first(delivery, 'ShipToTradeParty/PostalTradeAddress')),
    },
    payments: all(settlement, 'SpecifiedTradeSettlementPaymentMeans').map(readPayment),
    allowancesAndCharges: all(settlement, 'SpecifiedTradeAllowanceCharge').map(readAllowance),
    totals: summation.map(readTotals),
    taxTotals: readTaxTotals(settlement, summation),
    lines: all(transaction, 'IncludedSupplyChainTradeLineItem').map(readLine),
    precedingInvoices: all(settlement, 'InvoiceReferencedDocument').map((at) => ({
      at,
      id: first(at, 'IssuerAssignedID'),
    })),
    documents: all(agreement, 'AdditionalReferencedDocument').map((at) => ({ at, id: first(at, 'IssuerAssignedID') })),
    attributes: select(tree, 'ApplicableProductCharacteristic').map((at) => ({
      at,
      name: first(at, 'Description'),
      value: first(at, 'Value'),
    })),
    notes: [],
  };
}

function readParty(at: XmlElement | undefined): Party | undefined {
  if (!at) return undefined;
  const registrations = all(at, 'SpecifiedTaxRegistration/ID');
  const under = (...schemes: string[]) => registrations.filter((id) => schemes.includes(id.attributes.schemeID ?? ''));
  return {
    at,
    name: first(at, 'Name'),
    tradingNames: all(at, 'Name'),
    identifiers: [...all(at, 'ID'), ...all(at, 'GlobalID')],
    legalId: first(at, 'SpecifiedLegalOrganization/ID'),
    vatIds: under('VA'),
    taxIds: under('VA', 'FC'),
    address: readAddress(first(at, 'PostalTradeAddress')),
    electronicAddresses: all(at, 'URIUniversalCommunication/URIID'),
  };
}

function readAddress(at: XmlElement | undefined): Address | undefined {
  return at && { at, country: first(at, 'CountryID') };
}

function readPeriod(at: XmlElement, pointCode?: XmlElement): Period {
  return {
    at,
    start: first(at, 'StartDateTime/DateTimeString'),
    end: first(at, 'EndDateTime/DateTimeString'),
    pointCode,
  };
}

function readPayment(at: XmlElement): PaymentInstruction {
  return {
    at,
    code: first(at, 'TypeCode'),
    accounts: all(at, 'PayeePartyCreditorFinancialAccount').map((account) => ({
      at: account,
      id: first(account, 'IBANID') ?? first(account, 'ProprietaryID'),
    })),
    cardNumbers: all(at, 'ApplicableTradeSettlementFinancialCard/ID'),
  };
}

function readCategory(at: XmlElement): VatCategory {
  return {
    at,
    code: textAt(at, 'CategoryCode'),
    rate: first(at, 'RateApplicablePercent'),
    vat: textAt(at, 'TypeCode').toUpperCase() === 'VAT',
    reason: first(at, 'ExemptionReason'),
    reasonCode: first(at, 'ExemptionReasonCode'),
  };
}

function readAllowance(at: XmlElement): AllowanceOrCharge {
  const indicator = textAt(at, 'ChargeIndicator/Indicator');
  const category = first(at, 'CategoryTradeTax');
  return {
    at,
    charge: indicator === 'true' ? true : indicator === 'false' ? false : undefined,
    amount: first(at, 'ActualAmount'),
    base: first(at, 'BasisAmount'),
    reason: first(at, 'Reason'),
    reasonCode: first(at, 'ReasonCode'),
    category: category && readCategory(category),
  };
}

function readTotals(at: XmlElement): Totals {
  return {
    at,
    lines: first(at, 'LineTotalAmount'),
    allowances: first(at, 'AllowanceTotalAmount'),
    charges: first(at, 'ChargeTotalAmount'),
    withoutVat: first(at, 'TaxBasisTotalAmount'),
    withVat: first(at, 'GrandTotalAmount'),
    paid: first(at, 'TotalPrepaidAmount'),
    rounding: first(at, 'RoundingAmount'),
    due: first(at, 'DuePayableAmount'),
  };
}

/** The breakdown stands beside the totals; it belongs to the one in the invoice's currency. */
function readTaxTotals(settlement: XmlElement | undefined, summation: readonly XmlElement[]): TaxTotal[] {
  const currency = textAt(settlement, 'InvoiceCurrencyCode');
  const breakdown: VatBreakdown[] = all(settlement, 'ApplicableTradeTax').map((at) => ({
    at,
    base: first(at, 'BasisAmount'),
    tax: first(at, 'CalculatedAmount'),
    category: readCategory(at),
  }));
  const amounts = summation.flatMap((at) => all(at, 'TaxTotalAmount'));
  const main = amounts.find((amount) => (amount.attributes.currencyID ?? currency) === currency);
  const totals = amounts.map((amount) => ({ at: amount, amount, breakdown: amount === main ? breakdown : [] }));
  if (main || breakdown.length === 0 || !settlement) return totals;
  return [...totals, { at: settlement, amount: undefined, breakdown }];
}

function readLine(at: XmlElement): InvoiceLine {
  const agreement = first(at, 'SpecifiedLineTradeAgreement');
  const settlement = first(at, 'SpecifiedLineTradeSettlement');
  const product = first(at, 'SpecifiedTradeProduct');
  const name = first(product, 'Name');
  return {
    at,
    id: first(at, 'AssociatedDocumentLineDocument/LineID'),
    quantity: first(at, 'SpecifiedLineTradeDelivery/BilledQuantity'),
    net: first(settlement, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount'),
    itemName: plain(name) === '' ? undefined : name,
    price: first(agreement, 'NetPriceProductTradePrice/ChargeAmount'),
    grossPrice: first(agreement, 'GrossPriceProductTradePrice/ChargeAmount'),
    categories: all(settlement, 'ApplicableTradeTax').map(readCategory),
    periods: all(settlement, 'BillingSpecifiedPeriod').map((period) => readPeriod(period)),
    allowancesAndCharges: all(settlement, 'SpecifiedTradeAllowanceCharge').map(readAllowance),
    standardIds: all(product, 'GlobalID'),
    classifications: all(product, 'DesignatedProductClassification/ClassCode'),
  };
}
