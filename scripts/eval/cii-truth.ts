// Cross Industry Invoice (ZUGFeRD 1 and 2, Factur-X) → truth in our field names.

import { XMLParser } from 'fast-xml-parser';
import type { Json } from '../../src/document/value.ts';
import type { GoldDocument } from '../../src/eval/gold.ts';
import { present } from './load-invoices.ts';

type Node = string | { [name: string]: Node | Node[] | undefined };

const CREDIT_NOTE_CODES = new Set(['381', '261', '262', '296', '308', '396', '420', '458', '532', '83', '81']);

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** undefined when the text is no such invoice. */
export function ciiTruth(xml: string): Omit<GoldDocument, 'id' | 'file'> | undefined {
  let root: Node;
  try {
    root = parser.parse(xml) as Node;
  } catch {
    return undefined;
  }
  const invoice = first(root, 'CrossIndustryInvoice') ?? first(root, 'CrossIndustryDocument') ?? first(root, 'Invoice');
  if (invoice === undefined) return undefined;
  const document = first(invoice, 'ExchangedDocument') ?? first(invoice, 'HeaderExchangedDocument');
  const trade = first(invoice, 'SupplyChainTradeTransaction') ?? first(invoice, 'SpecifiedSupplyChainTradeTransaction');
  if (document === undefined || trade === undefined) return undefined;
  const agreement =
    first(trade, 'ApplicableHeaderTradeAgreement') ?? first(trade, 'ApplicableSupplyChainTradeAgreement');
  const settlement =
    first(trade, 'ApplicableHeaderTradeSettlement') ?? first(trade, 'ApplicableSupplyChainTradeSettlement');
  const totals =
    first(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation') ??
    first(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const seller = first(agreement, 'SellerTradeParty');
  const lines = all(trade, 'IncludedSupplyChainTradeLineItem')
    .map(lineOf)
    .filter((line) => line !== undefined);
  const grossTotal = numberOf(text(totals, 'GrandTotalAmount'));
  // A corrected invoice that gives money back is a credit note to whoever reads the page, whatever its code says.
  const credits = CREDIT_NOTE_CODES.has(text(document, 'TypeCode') ?? '') || (grossTotal ?? 0) < 0;
  return {
    type: credits ? 'credit_note' : 'invoice',
    fields: present({
      number: text(document, 'ID'),
      issueDate: dateOf(first(document, 'IssueDateTime')),
      currency: text(settlement, 'InvoiceCurrencyCode'),
      grossTotal,
      'seller.name': text(seller, 'Name'),
      'seller.vatId': vatIdOf(seller),
      'buyer.name': text(first(agreement, 'BuyerTradeParty'), 'Name'),
    }),
    ...(lines.length > 0 ? { lines } : {}),
  };
}

/** undefined for a line that is only a note. */
function lineOf(line: Node): Record<string, Json> | undefined {
  const settlement = first(line, 'SpecifiedLineTradeSettlement') ?? first(line, 'SpecifiedSupplyChainTradeSettlement');
  const delivery = first(line, 'SpecifiedLineTradeDelivery') ?? first(line, 'SpecifiedSupplyChainTradeDelivery');
  const summation =
    first(settlement, 'SpecifiedTradeSettlementLineMonetarySummation') ??
    first(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const description = text(first(line, 'SpecifiedTradeProduct'), 'Name');
  const netAmount = numberOf(text(summation, 'LineTotalAmount'));
  const quantity = numberOf(text(delivery, 'BilledQuantity'));
  if (netAmount === undefined && quantity === undefined) return undefined;
  const out: Record<string, Json> = {};
  if (description) out.description = description;
  if (quantity !== undefined) out.quantity = quantity;
  if (netAmount !== undefined) out.netAmount = netAmount;
  return out;
}

function vatIdOf(party: Node | undefined): string | undefined {
  for (const registration of all(party, 'SpecifiedTaxRegistration')) {
    const id = first(registration, 'ID');
    if (typeof id === 'object' && id['@schemeID'] === 'VA') return content(id);
  }
  return undefined;
}

function dateOf(node: Node | undefined): string | undefined {
  const value = text(node, 'DateTimeString');
  const match = value === undefined ? undefined : /^(\d{4})(\d{2})(\d{2})/.exec(value);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : value;
}

function numberOf(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? undefined : number;
}

function all(node: Node | undefined, name: string): Node[] {
  if (node === undefined || typeof node === 'string') return [];
  const child = node[name];
  return child === undefined ? [] : Array.isArray(child) ? child : [child];
}

const first = (node: Node | undefined, name: string): Node | undefined => all(node, name)[0];

const content = (node: Node): string | undefined =>
  (typeof node === 'string' ? node : (node['#text'] as string | undefined))?.trim();

function text(node: Node | undefined, name: string): string | undefined {
  const child = first(node, name);
  return child === undefined ? undefined : content(child);
}
