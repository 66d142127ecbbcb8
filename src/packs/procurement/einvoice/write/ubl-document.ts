// An e-invoice as UBL 2.1 Invoice or CreditNote (CEN/TS 16931-3-2). The order of elements is the schema's.

import { type Decimal, decimalText } from '../decimal.ts';
import type {
  AdjustmentContent,
  CategoryContent,
  InvoiceContent,
  LineContent,
  PartyContent,
} from './invoice-content.ts';
import { typeCodeOf } from './invoice-content.ts';
import { branch, leaf, type Namespaces, type XmlNode } from './xml-node.ts';

const OASIS = 'urn:oasis:names:specification:ubl:schema:xsd';

export interface XmlDocument {
  root: XmlNode;
  namespaces: Namespaces;
}

type Amount = (name: string, value: Decimal | undefined) => XmlNode | undefined;

export function ublDocument(invoice: InvoiceContent): XmlDocument {
  const name = invoice.credit ? 'CreditNote' : 'Invoice';
  const amount: Amount = (element, value) =>
    leaf(element, value && decimalText(value, 2), { currencyID: invoice.currency });
  const root = branch(
    name,
    leaf('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issueDate),
    invoice.credit ? undefined : leaf('cbc:DueDate', invoice.dueDate),
    leaf(`cbc:${name}TypeCode`, typeCodeOf(invoice)),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    branch('cac:InvoicePeriod', leaf('cbc:StartDate', invoice.periodStart), leaf('cbc:EndDate', invoice.periodEnd)),
    branch('cac:OrderReference', leaf('cbc:ID', invoice.orderNumber)),
    branch('cac:BillingReference', branch('cac:InvoiceDocumentReference', leaf('cbc:ID', invoice.precedingInvoice))),
    branch('cac:ContractDocumentReference', leaf('cbc:ID', invoice.contractNumber)),
    branch('cac:AccountingSupplierParty', ublParty(invoice.seller)),
    branch('cac:AccountingCustomerParty', ublParty(invoice.buyer)),
    branch('cac:Delivery', leaf('cbc:ActualDeliveryDate', invoice.deliveryDate)),
    paymentMeans(invoice),
    branch('cac:PaymentTerms', leaf('cbc:Note', invoice.paymentTerms)),
    invoice.adjustments.map((one) => allowanceCharge(one, amount)),
    taxTotal(invoice, amount),
    monetaryTotal(invoice, amount),
    invoice.lines.map((line) => ublLine(line, { amount, credit: invoice.credit })),
  )!;
  return {
    root,
    namespaces: {
      '': `${OASIS}:${name}-2`,
      cac: `${OASIS}:CommonAggregateComponents-2`,
      cbc: `${OASIS}:CommonBasicComponents-2`,
    },
  };
}

function ublParty(party: PartyContent): XmlNode | undefined {
  const { address } = party;
  return branch(
    'cac:Party',
    branch('cac:PartyIdentification', leaf('cbc:ID', party.identifier)),
    branch(
      'cac:PostalAddress',
      leaf('cbc:StreetName', address.line),
      leaf('cbc:CityName', address.city),
      leaf('cbc:PostalZone', address.postalCode),
      branch('cac:Country', leaf('cbc:IdentificationCode', address.country)),
    ),
    taxScheme(party.vatId, 'VAT'),
    taxScheme(party.taxId, 'FC'),
    branch(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', party.name),
      leaf('cbc:CompanyID', party.registrationId),
    ),
    branch('cac:Contact', leaf('cbc:Telephone', party.phone), leaf('cbc:ElectronicMail', party.email)),
  );
}

function taxScheme(id: string | undefined, scheme: string): XmlNode | undefined {
  if (id === undefined) return undefined;
  return branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', id), branch('cac:TaxScheme', leaf('cbc:ID', scheme)));
}

/**
 * UNTDID 4461: 30 is a credit transfer, which an account asks for; 1 says that the means is not defined. A credit note has its due
 * date here.
 */
function paymentMeans({ credit, iban, bic, dueDate }: InvoiceContent): XmlNode | undefined {
  const due = credit ? dueDate : undefined;
  if (iban === undefined && due === undefined) return undefined;
  return branch(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', iban === undefined ? '1' : '30'),
    leaf('cbc:PaymentDueDate', due),
    iban === undefined
      ? undefined
      : branch(
          'cac:PayeeFinancialAccount',
          leaf('cbc:ID', iban),
          branch('cac:FinancialInstitutionBranch', leaf('cbc:ID', bic)),
        ),
  );
}

function allowanceCharge(
  { charge, reasonCode, reason, amount: size, category }: AdjustmentContent,
  amount: Amount,
): XmlNode | undefined {
  return branch(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(charge)),
    leaf('cbc:AllowanceChargeReasonCode', reasonCode),
    leaf('cbc:AllowanceChargeReason', reason),
    amount('cbc:Amount', size),
    category && taxCategory('cac:TaxCategory', category),
  );
}

/** The reason of an exemption stands in the breakdown only (BT-121). */
function taxCategory(name: string, { code, rate }: CategoryContent, exemption?: string): XmlNode | undefined {
  return branch(
    name,
    leaf('cbc:ID', code),
    leaf('cbc:Percent', rate && decimalText(rate)),
    leaf('cbc:TaxExemptionReasonCode', exemption),
    branch('cac:TaxScheme', leaf('cbc:ID', 'VAT')),
  );
}

function taxTotal({ totals, taxes }: InvoiceContent, amount: Amount): XmlNode | undefined {
  return branch(
    'cac:TaxTotal',
    amount('cbc:TaxAmount', totals.tax),
    taxes.map((tax) =>
      branch(
        'cac:TaxSubtotal',
        amount('cbc:TaxableAmount', tax.base),
        amount('cbc:TaxAmount', tax.amount),
        taxCategory('cac:TaxCategory', tax, tax.exemption),
      ),
    ),
  );
}

function monetaryTotal({ totals }: InvoiceContent, amount: Amount): XmlNode | undefined {
  return branch(
    'cac:LegalMonetaryTotal',
    amount('cbc:LineExtensionAmount', totals.lines),
    amount('cbc:TaxExclusiveAmount', totals.net),
    amount('cbc:TaxInclusiveAmount', totals.gross),
    amount('cbc:AllowanceTotalAmount', totals.allowances),
    amount('cbc:ChargeTotalAmount', totals.charges),
    amount('cbc:PrepaidAmount', totals.paid),
    amount('cbc:PayableRoundingAmount', totals.rounding),
    amount('cbc:PayableAmount', totals.due),
  );
}

function ublLine(line: LineContent, { amount, credit }: { amount: Amount; credit: boolean }): XmlNode | undefined {
  const discount: AdjustmentContent | undefined = line.discount && {
    charge: false,
    amount: line.discount,
    reasonCode: '95',
    reason: 'Discount',
    category: undefined,
  };
  return branch(
    credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    leaf('cbc:ID', line.number),
    leaf(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', decimalText(line.quantity), { unitCode: line.unit }),
    amount('cbc:LineExtensionAmount', line.net),
    branch('cac:OrderLineReference', leaf('cbc:LineID', line.orderLine)),
    discount && allowanceCharge(discount, amount),
    branch(
      'cac:Item',
      leaf('cbc:Description', line.description),
      leaf('cbc:Name', line.name),
      branch('cac:BuyersItemIdentification', leaf('cbc:ID', line.buyerSku)),
      branch('cac:SellersItemIdentification', leaf('cbc:ID', line.sku)),
      branch('cac:StandardItemIdentification', leaf('cbc:ID', line.gtin, { schemeID: '0160' })),
      taxCategory('cac:ClassifiedTaxCategory', line.category),
    ),
    branch('cac:Price', amount('cbc:PriceAmount', line.price)),
  );
}
