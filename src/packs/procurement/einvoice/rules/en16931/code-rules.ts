// EN 16931-1, 6.3: codes and schemes come from their lists (BR-CL-*). Lists stand in code-lists/.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { countryCodes } from '../../code-lists/countries.ts';
import { currencyCodes } from '../../code-lists/currencies.ts';
import { creditNoteTypeCodes, invoiceTypeCodes } from '../../code-lists/document-types.ts';
import { noteSubjectCodes, referenceCodes } from '../../code-lists/references.ts';
import * as lists from '../../code-lists/small-lists.ts';
import { unitCodes } from '../../code-lists/units.ts';
import type { Invoice } from '../../model/invoice.ts';
import { readUblIndicator } from '../../model/read-ubl-invoice.ts';
import { type IndexedTree, isInside, parentOf, select, selectAny } from '../../tree/indexed-tree.ts';
import { plain, says, textAt } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';

const source = 'EN 16931-1, 6.3';

/** Where each syntax keeps a code, or the attribute it stands in. */
interface CodePlace {
  id: string;
  message: string;
  list: ReadonlySet<string>;
  ubl?: (tree: IndexedTree) => readonly XmlElement[];
  cii?: (tree: IndexedTree) => readonly XmlElement[];
  attribute?: string;
  upperCase?: boolean;
  /** Also right, whatever the list says. */
  except?(element: XmlElement, tree: IndexedTree): boolean;
}

const at =
  (...chains: string[]) =>
  (tree: IndexedTree) =>
    selectAny(tree, chains);
const withAttribute =
  (name: string, ...chains: string[]) =>
  (tree: IndexedTree) =>
    selectAny(tree, chains).filter((element) => element.attributes[name] !== undefined);

const ublAmounts = at(
  'Amount',
  'BaseAmount',
  'PriceAmount',
  'TaxAmount',
  'TaxableAmount',
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'AllowanceTotalAmount',
  'ChargeTotalAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
);

function ublReasons(charge: boolean) {
  return (tree: IndexedTree) =>
    select(tree, 'AllowanceCharge/AllowanceChargeReasonCode').filter(
      (code) => readUblIndicator(parentOf(tree, code)!) === charge,
    );
}

function ciiReasons(charge: string) {
  return (tree: IndexedTree) =>
    select(tree, 'SpecifiedTradeAllowanceCharge/ReasonCode').filter(
      (code) => textAt(parentOf(tree, code), 'ChargeIndicator/Indicator') === charge,
    );
}

/** References of type 130 name an invoiced object by a scheme. */
function objectIds(tree: IndexedTree) {
  return selectAny(tree, ['AdditionalDocumentReference/ID', 'DocumentReference/ID']).filter(
    (id) => id.attributes.schemeID !== undefined && says(parentOf(tree, id), 'DocumentTypeCode', '130'),
  );
}

/** A bank's creditor identifier stands among those of seller or payee under the scheme SEPA. */
function isCreditorId(id: XmlElement, tree: IndexedTree): boolean {
  const own = isInside(tree, id, 'AccountingSupplierParty') || isInside(tree, id, 'PayeeParty');
  return own && id.attributes.schemeID?.trim() === 'SEPA';
}

const codePlaces: readonly CodePlace[] = [
  {
    id: 'BR-CL-01',
    message: 'The type code of the invoice is not in UNTDID 1001.',
    list: invoiceTypeCodes,
    ubl: at('InvoiceTypeCode'),
  },
  {
    id: 'BR-CL-01',
    message: 'The type code of the credit note is not in UNTDID 1001.',
    list: creditNoteTypeCodes,
    ubl: at('CreditNoteTypeCode'),
  },
  {
    id: 'BR-CL-01',
    message: 'The type code is not in UNTDID 1001.',
    list: new Set([...invoiceTypeCodes, ...creditNoteTypeCodes]),
    cii: at('ExchangedDocument/TypeCode'),
  },
  {
    id: 'BR-CL-03',
    message: 'The currency of the amount is not in ISO 4217.',
    list: currencyCodes,
    ubl: ublAmounts,
    attribute: 'currencyID',
  },
  {
    id: 'BR-CL-03',
    message: 'The currency of the amount is not in ISO 4217.',
    list: currencyCodes,
    cii: withAttribute('currencyID', 'TaxTotalAmount'),
    attribute: 'currencyID',
  },
  {
    id: 'BR-CL-04',
    message: 'The currency is not in ISO 4217.',
    list: currencyCodes,
    ubl: at('DocumentCurrencyCode'),
    cii: at('InvoiceCurrencyCode'),
  },
  {
    id: 'BR-CL-05',
    message: 'The accounting currency is not in ISO 4217.',
    list: currencyCodes,
    ubl: at('TaxCurrencyCode'),
    cii: at('TaxCurrencyCode'),
  },
  {
    id: 'BR-CL-06',
    message: 'The VAT point code is not in UNTDID 2005.',
    list: lists.vatPointCodes,
    ubl: at('InvoicePeriod/DescriptionCode'),
  },
  {
    id: 'BR-CL-06',
    message: 'The VAT point code is not in UNTDID 2475.',
    list: new Set(['5', '29', '72']),
    cii: at('DueDateTypeCode'),
  },
  {
    id: 'BR-CL-07',
    message: 'The scheme of the invoiced object is not in UNTDID 1153.',
    list: referenceCodes,
    ubl: objectIds,
    attribute: 'schemeID',
  },
  {
    id: 'BR-CL-07',
    message: 'The scheme of the reference is not in UNTDID 1153.',
    list: referenceCodes,
    cii: at('ReferenceTypeCode'),
  },
  {
    id: 'BR-CL-10',
    message: 'The scheme of the identifier is not in ISO 6523.',
    list: lists.icdCodes,
    ubl: withAttribute('schemeID', 'PartyIdentification/ID'),
    cii: (tree) =>
      withAttribute(
        'schemeID',
        'GlobalID',
      )(tree).filter((id) => !isInside(tree, id, 'SpecifiedTradeProduct') && !isInside(tree, id, 'ShipToTradeParty')),
    attribute: 'schemeID',
    except: isCreditorId,
  },
  {
    id: 'BR-CL-11',
    message: 'The scheme of the registration is not in ISO 6523.',
    list: lists.icdCodes,
    ubl: withAttribute('schemeID', 'PartyLegalEntity/CompanyID'),
    cii: withAttribute('schemeID', 'SpecifiedLegalOrganization/ID'),
    attribute: 'schemeID',
  },
  {
    id: 'BR-CL-13',
    message: 'The scheme of the item’s classification is not in UNTDID 7143.',
    list: lists.itemClassificationLists,
    ubl: withAttribute('listID', 'CommodityClassification/ItemClassificationCode'),
    cii: withAttribute('listID', 'DesignatedProductClassification/ClassCode'),
    attribute: 'listID',
  },
  {
    id: 'BR-CL-14',
    message: 'The country is not in ISO 3166-1.',
    list: countryCodes,
    ubl: at('Country/IdentificationCode'),
    cii: at('CountryID'),
  },
  {
    id: 'BR-CL-15',
    message: 'The country of origin is not in ISO 3166-1.',
    list: countryCodes,
    ubl: at('OriginCountry/IdentificationCode'),
    cii: at('OriginTradeCountry/ID'),
  },
  {
    id: 'BR-CL-16',
    message: 'The payment means is not in UNTDID 4461.',
    list: lists.paymentMeansCodes,
    ubl: at('PaymentMeans/PaymentMeansCode'),
    cii: at('SpecifiedTradeSettlementPaymentMeans/TypeCode'),
  },
  {
    id: 'BR-CL-17',
    message: 'The VAT category is not in UNTDID 5305.',
    list: lists.vatCategoryCodes,
    ubl: at('TaxCategory/ID'),
    cii: at('CategoryTradeTax/CategoryCode', 'ApplicableHeaderTradeSettlement/ApplicableTradeTax/CategoryCode'),
  },
  {
    id: 'BR-CL-18',
    message: 'The VAT category of the item is not in UNTDID 5305.',
    list: lists.vatCategoryCodes,
    ubl: at('ClassifiedTaxCategory/ID'),
    cii: at('SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode'),
  },
  {
    id: 'BR-CL-19',
    message: 'The reason of the allowance is not in UNTDID 5189.',
    list: lists.allowanceReasonCodes,
    ubl: ublReasons(false),
    cii: ciiReasons('false'),
  },
  {
    id: 'BR-CL-20',
    message: 'The reason of the charge is not in UNTDID 7161.',
    list: lists.chargeReasonCodes,
    ubl: ublReasons(true),
    cii: ciiReasons('true'),
  },
  {
    id: 'BR-CL-21',
    message: 'The scheme of the item’s standard identifier is not in ISO 6523.',
    list: lists.icdCodes,
    ubl: withAttribute('schemeID', 'StandardItemIdentification/ID'),
    cii: withAttribute('schemeID', 'SpecifiedTradeProduct/GlobalID'),
    attribute: 'schemeID',
  },
  {
    id: 'BR-CL-22',
    message: 'The reason of the exemption is not in the VATEX list.',
    list: lists.exemptionCodes,
    ubl: at('TaxExemptionReasonCode'),
    cii: at('ExemptionReasonCode'),
    upperCase: true,
  },
  {
    id: 'BR-CL-23',
    message: 'The unit is not in UN/ECE Recommendation 20 or 21.',
    list: unitCodes,
    ubl: withAttribute('unitCode', 'InvoicedQuantity', 'CreditedQuantity', 'BaseQuantity'),
    cii: withAttribute('unitCode', 'BilledQuantity', 'BasisQuantity'),
    attribute: 'unitCode',
  },
  {
    id: 'BR-CL-24',
    message: 'The MIME type of the attachment is not one that may be attached.',
    list: lists.mimeCodes,
    ubl: withAttribute('mimeCode', 'EmbeddedDocumentBinaryObject'),
    cii: withAttribute('mimeCode', 'AttachmentBinaryObject'),
    attribute: 'mimeCode',
  },
  {
    id: 'BR-CL-25',
    message: 'The scheme of the electronic address is not in the EAS list.',
    list: lists.electronicAddressSchemes,
    ubl: withAttribute('schemeID', 'EndpointID'),
    cii: withAttribute('schemeID', 'URIUniversalCommunication/URIID'),
    attribute: 'schemeID',
  },
  {
    id: 'BR-CL-26',
    message: 'The scheme of the place delivered to is not in ISO 6523.',
    list: lists.icdCodes,
    ubl: withAttribute('schemeID', 'DeliveryLocation/ID'),
    cii: withAttribute('schemeID', 'ShipToTradeParty/GlobalID'),
    attribute: 'schemeID',
  },
];

function toRules({ id, message, list, ubl, cii, attribute, upperCase, except }: CodePlace): Rule<Invoice>[] {
  const places = ({ tree, syntax }: Invoice) => (syntax === 'ubl' ? ubl : cii)?.(tree) ?? [];
  return rulesFor(places, source, [
    test(id, message, (element: XmlElement, { tree }: Invoice) => {
      const written = attribute === undefined ? plain(element) : (element.attributes[attribute] ?? '').trim();
      return list.has(upperCase ? written.toUpperCase() : written) || except?.(element, tree) === true;
    }),
  ]);
}

/** UBL writes the subject of a note into its text: `#ABC#…`. */
const noteRules = rulesFor<XmlElement, Invoice>((i) => i.notes, source, [
  test('BR-CL-08', 'The subject of the note is not in UNTDID 4451.', (note) => {
    const subject = /^[^#]*#([^#]{3})#/.exec(note.text)?.[1];
    return subject === undefined || noteSubjectCodes.has(subject);
  }),
]);

export const codeRules: readonly Rule<Invoice>[] = [...codePlaces.flatMap(toRules), ...noteRules];
