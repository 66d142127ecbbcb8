// A bill's record as the tree of an e-invoice, so that the rules of EN 16931 judge it by the same functions. Paths are those
// of the record: what fires points at a field.

import type { XmlElement } from '../../../document/xml-element.ts';
import type { RecordView } from '../../../pipeline/pack.ts';

/** Parts that have nothing in them are left out, so that a rule sees them as missing. */
type Part = XmlElement | undefined;

const noAttributes: XmlElement['attributes'] = Object.freeze({});

function element(
  name: string,
  path: string,
  children: readonly Part[],
  text = '',
  attributes = noAttributes,
): XmlElement {
  const kept = children.filter((child): child is XmlElement => child !== undefined);
  return { name, qualifiedName: name, namespace: '', attributes, children: kept, text, path };
}

function group(name: string, path: string, ...children: readonly Part[]): Part {
  return children.some((child) => child !== undefined) ? element(name, path, children) : undefined;
}

/** Numbers as decimals; a float that says 0.1 + 0.2 is what the record says, to the cent. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(value) : undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return undefined;
}

function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(10) : text;
}

function leaf(name: string, path: string, value: unknown, attributes?: XmlElement['attributes']): Part {
  const text = textOf(value);
  return text === undefined ? undefined : element(name, path, [], text, attributes);
}

/** What is charged at a rate above nought is standard rated; of nought nothing is known. */
function categoryOf(stated: unknown, rate: unknown): string | undefined {
  if (typeof stated === 'string' && stated !== '') return stated;
  return typeof rate === 'number' && rate > 0 ? 'S' : undefined;
}

function taxCategory(name: string, path: string, code: string | undefined, rate: unknown): Part {
  if (code === undefined) return undefined;
  const scheme = group('TaxScheme', path, leaf('ID', path, 'VAT'));
  return group(name, path, leaf('ID', path, code), leaf('Percent', path, rate), scheme);
}

function party(record: RecordView, name: string, side: 'seller' | 'buyer'): Part {
  const at = (field: string) => `${side}.${field}`;
  const stated = (tag: string, field: string) => leaf(tag, at(field), record.get(at(field)));
  const scheme = (id: string) => group('TaxScheme', at('vatId'), leaf('ID', at('vatId'), id));
  const taxScheme = (field: string, id: string) => {
    const company = stated('CompanyID', field);
    return company && group('PartyTaxScheme', at(field), company, scheme(id));
  };
  const country = group('Country', at('country'), stated('IdentificationCode', 'country'));
  const address = group('PostalAddress', at('address'), stated('StreetName', 'address'), country);
  return group(
    name,
    side,
    group(
      'Party',
      side,
      group('PartyName', at('name'), stated('Name', 'name')),
      address,
      taxScheme('vatId', 'VAT'),
      taxScheme('taxId', 'TAX'),
      group('PartyLegalEntity', side, stated('RegistrationName', 'name'), stated('CompanyID', 'registrationId')),
    ),
  );
}

function lines(record: RecordView, name: string): Part[] {
  return record.lines.map((line, i) => {
    const at = (field: string) => `lines[${i}].${field}`;
    const value = (field: string) => line[field]?.value;
    const item = group(
      'Item',
      `lines[${i}]`,
      leaf('Name', at('description'), value('description')),
      taxCategory('ClassifiedTaxCategory', at('taxRate'), categoryOf(undefined, value('taxRate')), value('taxRate')),
    );
    return element(name, `lines[${i}]`, [
      leaf('ID', at('number'), value('number') ?? String(i + 1)),
      leaf('InvoicedQuantity', at('quantity'), value('quantity')),
      leaf('LineExtensionAmount', at('netAmount'), value('netAmount')),
      item,
      group('Price', at('unitPrice'), leaf('PriceAmount', at('unitPrice'), value('unitPrice'))),
    ]);
  });
}

/** Rows of `taxes[].{rate,category,base,amount}`. */
function breakdown(record: RecordView, currency: XmlElement['attributes']): Part[] {
  const rows: Part[] = [];
  for (let i = 0; hasRow(record, i); i++) {
    const at = (field: string) => `taxes[${i}].${field}`;
    const rate = record.get(at('rate'));
    rows.push(
      element('TaxSubtotal', `taxes[${i}]`, [
        leaf('TaxableAmount', at('base'), record.get(at('base')), currency),
        leaf('TaxAmount', at('amount'), record.get(at('amount')), currency),
        taxCategory('TaxCategory', at('rate'), categoryOf(record.get(at('category')), rate), rate),
      ]),
    );
  }
  return rows;
}

const rowFields = ['rate', 'category', 'base', 'amount'];

function hasRow(record: RecordView, i: number): boolean {
  return rowFields.some((field) => record.get(`taxes[${i}].${field}`) !== undefined);
}

export function recordTree(record: RecordView): XmlElement {
  const credit = record.type === 'credit_note';
  const field = (name: string, path: string, attributes?: XmlElement['attributes']) =>
    leaf(name, path, record.get(path), attributes);
  const code = textOf(record.get('currency'));
  const currency = code === undefined ? noAttributes : { currencyID: code };
  const taxRows = breakdown(record, currency);
  return element(credit ? 'CreditNote' : 'Invoice', '', [
    field('ID', 'number'),
    field('IssueDate', 'issueDate'),
    field('DueDate', 'dueDate'),
    field('DocumentCurrencyCode', 'currency'),
    group('InvoicePeriod', 'periodStart', field('StartDate', 'periodStart'), field('EndDate', 'periodEnd')),
    party(record, 'AccountingSupplierParty', 'seller'),
    party(record, 'AccountingCustomerParty', 'buyer'),
    group('PaymentTerms', 'paymentTerms', field('Note', 'paymentTerms')),
    group('TaxTotal', 'taxTotal', field('TaxAmount', 'taxTotal', currency), ...taxRows),
    group(
      'LegalMonetaryTotal',
      'grossTotal',
      field('TaxExclusiveAmount', 'netTotal', currency),
      field('TaxInclusiveAmount', 'grossTotal', currency),
      field('PrepaidAmount', 'paidAmount', currency),
      field('PayableRoundingAmount', 'rounding', currency),
      field('PayableAmount', 'amountDue', currency),
    ),
    ...lines(record, credit ? 'CreditNoteLine' : 'InvoiceLine'),
  ]);
}
