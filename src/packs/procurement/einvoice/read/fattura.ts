// FatturaPA (Italy) → invoice or credit note. A file may hold a lot of several invoices of one sender; the first is read.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { StructuredContent } from '../../../../pipeline/structured-syntax.ts';
import { type AddressParts, readAddress } from './address.ts';
import {
  sumDecimals,
  toAdjustment,
  toBic,
  toCountry,
  toCurrency,
  toDate,
  toEmail,
  toGtin,
  toIban,
  toIdentifier,
  toNumber,
  toText,
  toVatId,
} from './convert.ts';
import { type FieldRow, type Found, readGroup, readRows, toCandidate, toLineItems } from './field-map.ts';
import { elementAt, elementsAt, placesAt, type Steps, textAt } from './select.ts';

const HEAD = 'FatturaElettronicaHeader';
const GENERAL = 'DatiGenerali/DatiGeneraliDocumento';
const PAYMENT = 'DatiPagamento/DettaglioPagamento';

/** TD04 credit note, TD08 simplified credit note. */
const CREDIT_NOTES: ReadonlySet<string> = new Set(['TD04', 'TD08']);

const bodyRows: readonly FieldRow[] = [
  ['number', [`${GENERAL}/Numero`], toIdentifier],
  ['issueDate', [`${GENERAL}/Data`], toDate],
  ['currency', [`${GENERAL}/Divisa`], toCurrency],
  ['dueDate', [`${PAYMENT}/DataScadenzaPagamento`], toDate],
  ['purchaseOrderNumber', ['DatiGenerali/DatiOrdineAcquisto/IdDocumento'], toIdentifier],
  ['contractNumber', ['DatiGenerali/DatiContratto/IdDocumento'], toIdentifier],
  ['precedingInvoiceNumber', ['DatiGenerali/DatiFattureCollegate/IdDocumento'], toIdentifier],
  ['deliveryDate', ['DatiGenerali/DatiTrasporto/DataOraConsegna', 'DatiGenerali/DatiDDT/DataDDT'], toDate],
  ['seller.iban', [`${PAYMENT}/IBAN`], toIban],
  ['seller.bic', [`${PAYMENT}/BIC`], toBic],
  ['grossTotal', [`${GENERAL}/ImportoTotaleDocumento`], toNumber],
  ['rounding', [`${GENERAL}/Arrotondamento`], toAdjustment],
];

const partyRows: readonly FieldRow[] = [
  ['name', ['DatiAnagrafici/Anagrafica/Denominazione'], toText],
  ['taxId', ['DatiAnagrafici/CodiceFiscale'], toIdentifier],
  ['registrationId', ['IscrizioneREA/NumeroREA'], toIdentifier],
  ['country', ['Sede/Nazione'], toCountry],
  ['email', ['Contatti/Email'], toEmail],
  ['phone', ['Contatti/Telefono'], toText],
];

const address: AddressParts = {
  lines: [['Indirizzo']],
  houseNumber: 'NumeroCivico',
  postalCode: 'CAP',
  city: 'Comune',
  region: 'Provincia',
  country: 'Nazione',
};

const taxRows: readonly FieldRow[] = [
  ['rate', ['AliquotaIVA'], toNumber],
  ['category', ['Natura'], toText],
  ['base', ['ImponibileImporto'], toNumber],
  ['amount', ['Imposta'], toNumber],
];

const lineRows: readonly FieldRow[] = [
  ['number', ['NumeroLinea'], toText],
  ['sku', ['CodiceArticolo[CodiceTipo!=EAN|GTIN]/CodiceValore'], toIdentifier],
  ['gtin', ['CodiceArticolo[CodiceTipo=EAN|GTIN]/CodiceValore'], toGtin],
  ['description', ['Descrizione'], toText],
  ['quantity', ['Quantita'], toNumber],
  ['unit', ['UnitaMisura'], toText],
  ['unitPrice', ['PrezzoUnitario'], toNumber],
  ['netAmount', ['PrezzoTotale'], toNumber],
  ['taxRate', ['AliquotaIVA'], toNumber],
];

export function readFattura(root: XmlElement): StructuredContent {
  const body = elementAt(root, 'FatturaElettronicaBody') ?? root;
  const code = textAt(body, `${GENERAL}/TipoDocumento`);
  return {
    type: CREDIT_NOTES.has(code ?? '') ? 'credit_note' : 'invoice',
    profile: textAt(root, '@versione')?.toLowerCase() ?? null,
    candidates: [
      ...readRows(body, bodyRows),
      ...readParty(root, 'seller', `${HEAD}/CedentePrestatore`),
      ...readParty(root, 'buyer', `${HEAD}/CessionarioCommittente`),
      ...sumOf(body, 'netTotal', 'DatiBeniServizi/DatiRiepilogo/ImponibileImporto'),
      ...sumOf(body, 'taxTotal', 'DatiBeniServizi/DatiRiepilogo/Imposta'),
      ...sumOf(body, 'amountDue', `${PAYMENT}/ImportoPagamento`),
      ...readGroup(elementsAt(body, 'DatiBeniServizi/DatiRiepilogo'), 'taxes', taxRows),
    ].map(toCandidate),
    lines: elementsAt(body, 'DatiBeniServizi/DettaglioLinee').flatMap((line) => toLineItems(readRows(line, lineRows))),
  };
}

function readParty(root: XmlElement, role: 'seller' | 'buyer', steps: Steps): Found[] {
  const party = elementAt(root, steps);
  if (!party) return [];
  const values = readRows(party, partyRows);
  const named = values.some(({ path }) => path === 'name') ? [] : personName(party);
  const parts = [...values, ...named, ...vatId(party), ...readAddress(elementAt(party, 'Sede'), 'address', address)];
  return parts.map((one) => ({ ...one, path: `${role}.${one.path}` }));
}

function personName(party: XmlElement): Found[] {
  const places = ['Nome', 'Cognome'].flatMap((name) => placesAt(party, `DatiAnagrafici/Anagrafica/${name}`));
  const value = toText(places.map((place) => place.text).join(' '));
  return value === undefined ? [] : [{ path: 'name', value, places }];
}

/** Country and number stand in two elements. */
function vatId(party: XmlElement): Found[] {
  const places = ['IdPaese', 'IdCodice'].flatMap((name) => placesAt(party, `DatiAnagrafici/IdFiscaleIVA/${name}`));
  const value = places.length === 2 ? toVatId(places.map((place) => place.text).join('')) : undefined;
  return value === undefined ? [] : [{ path: 'vatId', value, places }];
}

/** The format states net and tax per rate, and what is paid per instalment; their sums are ours. */
function sumOf(body: XmlElement, path: string, steps: Steps): Found[] {
  const places = placesAt(body, steps);
  const value = places.length > 0 ? sumDecimals(places.map((place) => place.text)) : undefined;
  return value === undefined ? [] : [{ path, value, places, computed: places.length > 1 }];
}
