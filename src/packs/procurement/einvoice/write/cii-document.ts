// An e-invoice as Cross Industry Invoice D16B (CEN/TS 16931-3-3), in the profiles of Factur-X 1.0. The order of elements is the
// schema's; what a profile does not hold is left out of it.

import { type Decimal, decimalText } from '../decimal.ts';
import {
  type AdjustmentContent,
  type CategoryContent,
  type ContentDepth,
  type InvoiceContent,
  type LineContent,
  type PartyContent,
  type TaxContent,
  typeCodeOf,
} from './invoice-content.ts';
import type { XmlDocument } from './ubl-document.ts';
import { branch, leaf, type XmlNode } from './xml-node.ts';

const UNECE = 'urn:un:unece:uncefact:data:standard';

const GUIDELINES: Readonly<Record<ContentDepth, string>> = {
  whole: 'urn:cen.eu:en16931:2017',
  'without lines': 'urn:factur-x.eu:1p0:basicwl',
  minimum: 'urn:factur-x.eu:1p0:minimum',
};

export function ciiDocument(invoice: InvoiceContent, depth: ContentDepth): XmlDocument {
  const root = branch(
    'rsm:CrossIndustryInvoice',
    branch(
      'rsm:ExchangedDocumentContext',
      branch('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', GUIDELINES[depth])),
    ),
    branch(
      'rsm:ExchangedDocument',
      leaf('ram:ID', invoice.number),
      leaf('ram:TypeCode', typeCodeOf(invoice)),
      dateTime('ram:IssueDateTime', invoice.issueDate),
    ),
    trade(invoice, depth),
  )!;
  return {
    root,
    namespaces: {
      rsm: `${UNECE}:CrossIndustryInvoice:100`,
      ram: `${UNECE}:ReusableAggregateBusinessInformationEntity:100`,
      udt: `${UNECE}:UnqualifiedDataType:100`,
    },
  };
}

/** The agreement and the delivery must be there, the delivery even when it says nothing. */
function trade(invoice: InvoiceContent, depth: ContentDepth): XmlNode {
  return {
    name: 'rsm:SupplyChainTradeTransaction',
    attributes: {},
    text: '',
    children: [
      ...invoice.lines.flatMap((line) => ciiLine(line) ?? []),
      agreement(invoice, depth),
      delivery(invoice, depth),
      settlement(invoice, depth),
    ],
  };
}

function agreement({ seller, buyer, orderNumber, contractNumber }: InvoiceContent, depth: ContentDepth): XmlNode {
  return branch(
    'ram:ApplicableHeaderTradeAgreement',
    ciiParty('ram:SellerTradeParty', seller, depth),
    ciiParty('ram:BuyerTradeParty', buyer, depth),
    branch('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', orderNumber)),
    depth === 'minimum'
      ? undefined
      : branch('ram:ContractReferencedDocument', leaf('ram:IssuerAssignedID', contractNumber)),
  )!;
}

function delivery({ deliveryDate }: InvoiceContent, depth: ContentDepth): XmlNode {
  const event = branch('ram:ActualDeliverySupplyChainEvent', dateTime('ram:OccurrenceDateTime', deliveryDate));
  const children = event && depth !== 'minimum' ? [event] : [];
  return { name: 'ram:ApplicableHeaderTradeDelivery', attributes: {}, text: '', children };
}

/** MINIMUM has the seller's country and tax ids, and the buyer by name; contacts begin with EN 16931. */
function ciiParty(name: string, party: PartyContent, depth: ContentDepth): XmlNode | undefined {
  const { address } = party;
  const least = depth === 'minimum';
  const isSeller = name === 'ram:SellerTradeParty';
  return branch(
    name,
    least ? undefined : leaf('ram:ID', party.identifier),
    leaf('ram:Name', party.name),
    branch('ram:SpecifiedLegalOrganization', leaf('ram:ID', party.registrationId)),
    depth === 'whole'
      ? branch(
          'ram:DefinedTradeContact',
          branch('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', party.phone)),
          branch('ram:EmailURIUniversalCommunication', leaf('ram:URIID', party.email)),
        )
      : undefined,
    least
      ? branch('ram:PostalTradeAddress', isSeller ? leaf('ram:CountryID', address.country) : undefined)
      : branch(
          'ram:PostalTradeAddress',
          leaf('ram:PostcodeCode', address.postalCode),
          leaf('ram:LineOne', address.line),
          leaf('ram:CityName', address.city),
          leaf('ram:CountryID', address.country),
        ),
    least && !isSeller ? undefined : taxRegistration(party.vatId, 'VA'),
    isSeller ? taxRegistration(party.taxId, 'FC') : undefined,
  );
}

const taxRegistration = (id: string | undefined, schemeID: string): XmlNode | undefined =>
  branch('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, { schemeID }));

function settlement(invoice: InvoiceContent, depth: ContentDepth): XmlNode {
  const currency = leaf('ram:InvoiceCurrencyCode', invoice.currency);
  if (depth === 'minimum') return branch('ram:ApplicableHeaderTradeSettlement', currency, summation(invoice, depth))!;
  return branch(
    'ram:ApplicableHeaderTradeSettlement',
    currency,
    paymentMeans(invoice, depth),
    invoice.taxes.map(breakdown),
    branch(
      'ram:BillingSpecifiedPeriod',
      dateTime('ram:StartDateTime', invoice.periodStart),
      dateTime('ram:EndDateTime', invoice.periodEnd),
    ),
    invoice.adjustments.map(allowanceCharge),
    branch(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', invoice.paymentTerms),
      dateTime('ram:DueDateDateTime', invoice.dueDate),
    ),
    summation(invoice, depth),
    branch('ram:InvoiceReferencedDocument', leaf('ram:IssuerAssignedID', invoice.precedingInvoice)),
  )!;
}

/** UNTDID 4461: 30 is a credit transfer, which an account asks for. */
function paymentMeans({ iban, bic }: InvoiceContent, depth: ContentDepth): XmlNode | undefined {
  if (iban === undefined) return undefined;
  return branch(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', '30'),
    branch('ram:PayeePartyCreditorFinancialAccount', leaf('ram:IBANID', iban)),
    depth === 'whole' ? branch('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', bic)) : undefined,
  );
}

function breakdown({ code, rate, exemption, base, amount }: TaxContent): XmlNode | undefined {
  return branch(
    'ram:ApplicableTradeTax',
    money('ram:CalculatedAmount', amount),
    leaf('ram:TypeCode', 'VAT'),
    money('ram:BasisAmount', base),
    leaf('ram:CategoryCode', code),
    leaf('ram:ExemptionReasonCode', exemption),
    leaf('ram:RateApplicablePercent', rate && decimalText(rate)),
  );
}

function tradeTax(name: string, { code, rate }: CategoryContent): XmlNode | undefined {
  return branch(
    name,
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', code),
    leaf('ram:RateApplicablePercent', rate && decimalText(rate)),
  );
}

function allowanceCharge({ charge, amount, reasonCode, reason, category }: AdjustmentContent): XmlNode | undefined {
  return branch(
    'ram:SpecifiedTradeAllowanceCharge',
    branch('ram:ChargeIndicator', leaf('udt:Indicator', String(charge))),
    money('ram:ActualAmount', amount),
    leaf('ram:ReasonCode', reasonCode),
    leaf('ram:Reason', reason),
    category && tradeTax('ram:CategoryTradeTax', category),
  );
}

/** The sum of lines, allowances, charges, and what is paid begin with BASIC WL, rounding with EN 16931. */
function summation({ totals, currency }: InvoiceContent, depth: ContentDepth): XmlNode | undefined {
  const beyondLeast = (name: string, value: Decimal | undefined) =>
    depth === 'minimum' ? undefined : money(name, value);
  return branch(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    beyondLeast('ram:LineTotalAmount', totals.lines),
    beyondLeast('ram:ChargeTotalAmount', totals.charges),
    beyondLeast('ram:AllowanceTotalAmount', totals.allowances),
    money('ram:TaxBasisTotalAmount', totals.net),
    leaf('ram:TaxTotalAmount', decimalText(totals.tax, 2), { currencyID: currency }),
    depth === 'whole' ? money('ram:RoundingAmount', totals.rounding) : undefined,
    money('ram:GrandTotalAmount', totals.gross),
    beyondLeast('ram:TotalPrepaidAmount', totals.paid),
    money('ram:DuePayableAmount', totals.due),
  );
}

function ciiLine(line: LineContent): XmlNode | undefined {
  const discount = line.discount && {
    charge: false,
    amount: line.discount,
    reasonCode: '95',
    reason: 'Discount',
    category: undefined,
  };
  return branch(
    'ram:IncludedSupplyChainTradeLineItem',
    branch('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', line.number)),
    branch(
      'ram:SpecifiedTradeProduct',
      leaf('ram:GlobalID', line.gtin, { schemeID: '0160' }),
      leaf('ram:SellerAssignedID', line.sku),
      leaf('ram:BuyerAssignedID', line.buyerSku),
      leaf('ram:Name', line.name),
      leaf('ram:Description', line.description),
    ),
    branch(
      'ram:SpecifiedLineTradeAgreement',
      branch('ram:BuyerOrderReferencedDocument', leaf('ram:LineID', line.orderLine)),
      branch('ram:NetPriceProductTradePrice', money('ram:ChargeAmount', line.price)),
    ),
    branch(
      'ram:SpecifiedLineTradeDelivery',
      leaf('ram:BilledQuantity', decimalText(line.quantity), { unitCode: line.unit }),
    ),
    branch(
      'ram:SpecifiedLineTradeSettlement',
      tradeTax('ram:ApplicableTradeTax', line.category),
      discount && allowanceCharge(discount),
      branch('ram:SpecifiedTradeSettlementLineMonetarySummation', money('ram:LineTotalAmount', line.net)),
    ),
  );
}

const money = (name: string, value: Decimal | undefined): XmlNode | undefined =>
  leaf(name, value && decimalText(value, 2));

/** UN/EDIFACT 2379: format 102 is YYYYMMDD. */
const dateTime = (name: string, date: string | undefined): XmlNode | undefined =>
  branch(name, leaf('udt:DateTimeString', date?.replaceAll('-', ''), { format: '102' }));
