// What the German rules look at, read once from either syntax. XRechnung and Peppol's rules for Germany ask the same.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice } from '../../model/invoice.ts';
import { all, first, has, plain, textAt } from '../../tree/navigate.ts';

type Term = XmlElement | undefined;

export interface GermanAddress {
  at: XmlElement;
  city: Term;
  postCode: Term;
}

export interface GermanPayment {
  at: XmlElement;
  code: string;
  /** BG-17, with BT-84 */
  transfer: boolean;
  account: string;
  /** BG-18 */
  card: boolean;
  /** BG-19, with BT-91 */
  debit: boolean;
  debitedAccount: string;
}

export interface GermanTerms {
  invoice: Invoice;
  buyerReference: Term;
  paymentTerms: readonly XmlElement[];
  /** BG-6 */
  contact: { at: XmlElement; name: Term; phone: Term; email: Term } | undefined;
  sellerAddress: GermanAddress | undefined;
  buyerAddress: GermanAddress | undefined;
  deliveryAddress: GermanAddress | undefined;
  payments: readonly GermanPayment[];
  /** BT-89, BT-90, BT-91, of the whole invoice. */
  mandate: boolean;
  creditorId: boolean;
  debited: boolean;
  /** BT-125 */
  attachments: readonly XmlElement[];
  externalLinks: readonly XmlElement[];
  /** Each part of the breakdown with its rate. */
  rates: readonly { at: XmlElement; rate: Term }[];
}

export function readGermanTerms(invoice: Invoice): GermanTerms {
  return invoice.syntax === 'ubl' ? readUbl(invoice) : readCii(invoice);
}

function readUbl(invoice: Invoice): GermanTerms {
  const { at } = invoice;
  const contact = first(at, 'AccountingSupplierParty/Party/Contact');
  const documents = all(at, 'AdditionalDocumentReference');
  const address = (path: string) => readAddress(first(at, path), 'CityName', 'PostalZone');
  return {
    invoice,
    buyerReference: first(at, 'BuyerReference'),
    paymentTerms: all(at, 'PaymentTerms/Note'),
    contact: contact && {
      at: contact,
      name: first(contact, 'Name'),
      phone: first(contact, 'Telephone'),
      email: first(contact, 'ElectronicMail'),
    },
    sellerAddress: address('AccountingSupplierParty/Party/PostalAddress'),
    buyerAddress: address('AccountingCustomerParty/Party/PostalAddress'),
    deliveryAddress: address('Delivery/DeliveryLocation/Address'),
    payments: invoice.payments.map((payment) => ({
      at: payment.at,
      code: plain(payment.code),
      transfer: has(payment.at, 'PayeeFinancialAccount'),
      account: textAt(payment.at, 'PayeeFinancialAccount/ID'),
      card: has(payment.at, 'CardAccount'),
      debit: has(payment.at, 'PaymentMandate'),
      debitedAccount: textAt(payment.at, 'PaymentMandate/PayerFinancialAccount/ID'),
    })),
    mandate: has(at, 'PaymentMeans/PaymentMandate'),
    creditorId: ['AccountingSupplierParty/Party', 'PayeeParty'].some((party) =>
      all(at, `${party}/PartyIdentification/ID`).some(({ attributes }) => attributes.schemeID === 'SEPA'),
    ),
    debited: has(at, 'PaymentMeans/PaymentMandate/PayerFinancialAccount/ID'),
    attachments: documents.flatMap((document) => all(document, 'Attachment/EmbeddedDocumentBinaryObject')),
    externalLinks: documents.flatMap((document) => all(document, 'Attachment/ExternalReference')),
    rates: readRates(invoice),
  };
}

function readCii(invoice: Invoice): GermanTerms {
  const { at } = invoice;
  const transaction = first(at, 'SupplyChainTradeTransaction');
  const agreement = first(transaction, 'ApplicableHeaderTradeAgreement');
  const settlement = first(transaction, 'ApplicableHeaderTradeSettlement');
  const seller = first(agreement, 'SellerTradeParty');
  const contact = first(seller, 'DefinedTradeContact');
  const documents = invoice.tree.byName.get('AdditionalReferencedDocument') ?? [];
  const mandate = has(settlement, 'SpecifiedTradePaymentTerms/DirectDebitMandateID');
  const creditorId = has(settlement, 'CreditorReferenceID');
  const address = (party: XmlElement | undefined) =>
    readAddress(first(party, 'PostalTradeAddress'), 'CityName', 'PostcodeCode');
  return {
    invoice,
    buyerReference: first(agreement, 'BuyerReference'),
    paymentTerms: all(settlement, 'SpecifiedTradePaymentTerms/Description'),
    contact: contact && {
      at: contact,
      name: firstFilled(contact, 'PersonName', 'DepartmentName'),
      phone: first(contact, 'TelephoneUniversalCommunication/CompleteNumber'),
      email: first(contact, 'EmailURIUniversalCommunication/URIID'),
    },
    sellerAddress: address(seller),
    buyerAddress: address(first(agreement, 'BuyerTradeParty')),
    deliveryAddress: address(first(transaction, 'ApplicableHeaderTradeDelivery/ShipToTradeParty')),
    payments: invoice.payments.map((payment) => {
      const debitedAccount = textAt(payment.at, 'PayerPartyDebtorFinancialAccount/IBANID');
      return {
        at: payment.at,
        code: plain(payment.code),
        transfer: has(payment.at, 'PayeePartyCreditorFinancialAccount'),
        account: textAt(payment.at, 'PayeePartyCreditorFinancialAccount/IBANID'),
        card: has(payment.at, 'ApplicableTradeSettlementFinancialCard'),
        debit: mandate || creditorId || has(payment.at, 'PayerPartyDebtorFinancialAccount/IBANID'),
        debitedAccount,
      };
    }),
    mandate,
    creditorId,
    debited: has(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/IBANID'),
    attachments: documents.flatMap((document) => all(document, 'AttachmentBinaryObject')),
    externalLinks: [],
    rates: readRates(invoice),
  };
}

function readAddress(at: XmlElement | undefined, city: string, postCode: string): GermanAddress | undefined {
  return at && { at, city: first(at, city), postCode: first(at, postCode) };
}

function firstFilled(from: XmlElement, ...paths: string[]): Term {
  return paths.map((path) => first(from, path)).find((term) => plain(term) !== '');
}

function readRates({ taxTotals }: Invoice) {
  return taxTotals.flatMap((total) => total.breakdown.map(({ at, category }) => ({ at, rate: category?.rate })));
}
