// Syntaxes of structured business documents, told apart by the name and namespace of the root element.

export interface SyntaxRoot {
  /** As `sheaf validate` prints it. */
  id: string;
  title: string;
  /** Local name of the root element. */
  name: string;
  namespace: string;
}

/** UBL 2.x (OASIS): document name → namespace by one pattern. */
function ubl(name: string, title: string): SyntaxRoot {
  return {
    id: `ubl-${name.toLowerCase()}`,
    title: `UBL ${title}`,
    name,
    namespace: `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`,
  };
}

export const syntaxRoots = [
  ubl('Invoice', 'invoice'),
  ubl('CreditNote', 'credit note'),
  ubl('DebitNote', 'debit note'),
  ubl('SelfBilledInvoice', 'self-billed invoice'),
  ubl('SelfBilledCreditNote', 'self-billed credit note'),
  ubl('FreightInvoice', 'freight invoice'),
  ubl('Reminder', 'reminder'),
  ubl('Statement', 'statement'),
  ubl('RemittanceAdvice', 'remittance advice'),
  ubl('Order', 'order'),
  ubl('OrderChange', 'order change'),
  ubl('OrderCancellation', 'order cancellation'),
  ubl('OrderResponse', 'order response'),
  ubl('OrderResponseSimple', 'simple order response'),
  ubl('DespatchAdvice', 'despatch advice'),
  ubl('ReceiptAdvice', 'receipt advice'),
  ubl('Quotation', 'quotation'),
  ubl('RequestForQuotation', 'request for quotation'),
  ubl('Catalogue', 'catalogue'),
  ubl('CatalogueRequest', 'catalogue request'),
  ubl('ApplicationResponse', 'application response'),
  {
    id: 'cii',
    title: 'UN/CEFACT cross-industry invoice',
    name: 'CrossIndustryInvoice',
    namespace: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  },
  {
    id: 'zugferd-1',
    title: 'ZUGFeRD 1.0 invoice',
    name: 'CrossIndustryDocument',
    namespace: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
  },
  {
    id: 'zugferd-rc',
    title: 'ZUGFeRD release candidate (2013) invoice',
    name: 'Invoice',
    namespace: 'urn:un:unece:uncefact:data:standard:CBFBUY:5',
  },
  {
    id: 'order-x',
    title: 'Order-X (UN/CEFACT cross-industry order)',
    name: 'SCRDMCCBDACIOMessageStructure',
    namespace: 'urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100',
  },
  {
    id: 'fatturapa',
    title: 'FatturaPA',
    name: 'FatturaElettronica',
    namespace: 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2',
  },
] as const satisfies readonly SyntaxRoot[];
