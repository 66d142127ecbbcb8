// Words that labels are made of, in eight languages: they tell a label we don't know from a value.

import { remember } from '../remember.ts';
import { tokenize } from './tokens.ts';

const WORDS = `
  external internal alternative previous # id code number ref reference date dates day period time name address street city zip postal state country phone tel telephone fax mobile
  email mail web website contact person account customer client buyer seller vendor supplier company department dept office region sales
  salesperson representative executive agent agency invoice bill billing order contract quote quotation estimate offer project product item
  items article description quantity qty unit units price rate amount amounts total totals subtotal sum net gross tax vat gst discount shipping
  handling freight delivery deliver ship shipped shipment payment paid pay due balance terms term method type status revision version page pages
  currency bank iban bic swift method carrier weight length width height size color colour line comments comment notes note remarks special
  instructions signature signed printed print original alt alternate start end from until to by per your our my of the and for on in at
  calendar cycle property demographic class category rating market station advertiser brand month week year schedule buyer entered modified last
  rechnung kunde kunden bestell bestellung lieferung liefer leistung auftrag auftrags lieferschein angebot projekt artikel bezeichnung menge
  einheit einzel einzelpreis gesamt gesamtpreis summe betrag netto brutto steuer ust mwst rabatt versand zahlung zahlungs zahlbar fallig
  falligkeit bedingungen konto bank seite datum telefon ansprechpartner bearbeiter sachbearbeiter zeichen ihr ihre ihrer unser unsere vom bis von zu zeitraum
  wahrung adresse strasse ort plz land name firma lieferant nummer pos position
  facture client commande livraison devis reference designation quantite unite prix montant total remise taxe tva echeance paiement reglement
  date periode page adresse telephone contact compte banque votre notre du de la le les des et fournisseur vendeur acheteur numero code
  factura cliente pedido entrega presupuesto referencia descripcion cantidad unidad precio importe descuento impuesto iva vencimiento pago fecha
  periodo pagina direccion telefono contacto cuenta banco su nuestro proveedor vendedor comprador numero codigo forma
  fattura cliente ordine consegna preventivo riferimento descrizione quantita unita prezzo importo sconto imposta scadenza pagamento data
  periodo pagina indirizzo telefono contatto conto banca vostro nostro fornitore numero codice causale
  fatura encomenda entrega orcamento referencia descricao quantidade unidade preco valor desconto imposto vencimento pagamento data periodo
  pagina morada telefone contacto conta banco fornecedor numero codigo
  factuur klant bestelling levering offerte referentie omschrijving aantal eenheid prijs bedrag korting btw vervaldatum betaling datum periode
  pagina adres telefoon contact rekening bank leverancier nummer code uw onze
  faktura klient zamowienie dostawa oferta opis ilosc jednostka cena kwota rabat termin platnosc data okres strona adres telefon konto bank
  sprzedawca nabywca numer kod
  contact rep handled prepared works package trade closing deadline validity project site ref interlocuteur suivi par affaire chantier lot
  comercial atendido contacto persona obra capitulo partida especialidad plazo validez referente seguito cantiere categoria lavori validita resa
  atendido responsavel prazo validade especialidade comercial vendedor behandeld door contactpersoon perceel discipline geldigheid los gewerk
  denominacion cuota dto ud uds lote concepto conceptos designacao artigo qtd produto prodotto unita sconto articoli beni
  particulars room rooms guest guests arrival departure checkin checkout night nights booking reservation consumption meter reading tariff usage
  kundnummer kund forfallodatum fakturadatum fakturanummer benamning antal belopp summa moms leverans villkor betalningsvillkor referens er var
  kunde fakturadato forfaldsdato forfallsdato beskrivelse beskrivning belob belop levering betaling betalingsbetingelser betalingsbetingelser deres vores
  asiakas asiakasnumero lasku laskun paivays erapaiva viitenumero viite maara yhteensa kuvaus maksuehto toimitus viitteenne viitteemme
  dodavatel odberatel datum vystaveni splatnosti cislo faktury objednavky mnozstvi popis cena celkem variabilni symbol konstantni castka uhrade
  szallito vevo szamla datuma hatarido mennyiseg egysegar megnevezes osszesen furnizor cumparator cantitate denumire valoare
  bindefrist gultigkeit frist abgabefrist vertrieb ansprechpartnerin bearbeiterin kontakt einkaufer einkauf sachbearbeiterin
`;

const vocabulary = new Set(WORDS.split(/\s+/).filter(Boolean));

/** "Buchungskonto", "Kassenzeichen", "Zahlungsbedingungen": what the thing is stands last, and it is one that forms ask for. */
const LABEL_COMPOUND = /^\p{L}{3,}(?:konto|zeichen|kennung|bedingungen|schlussel|bezeichnung|menge|zeitraum|weise)$/u;

/** 0–1: how much a short text looks like a label rather than a value. Digits, sentences and unknown words speak against it. */
export const labelLikeness: (text: string) => number = remember(measureLabel);

function measureLabel(text: string): number {
  if (text.length > 48) return 0;
  const closed = /[:：]\s*$/.test(text);
  const tokens = tokenize(text);
  if (tokens.length === 0 || tokens.length > 6) return 0;
  let known = 0;
  for (const token of tokens) {
    if (/^\p{N}/u.test(token.text)) return 0;
    const listed = vocabulary.has(token.text) || vocabulary.has(token.text.replace(/s$/, ''));
    if (listed || LABEL_COMPOUND.test(token.text)) known++;
  }
  const share = known / tokens.length;
  return closed ? Math.max(share, 0.7) : share;
}

/** Words so common in labels that alone they say little about which field is meant. */
const GENERIC = new Set(
  'number # id code ref reference date dates name amount total totals sum type no of the and for to from by in on per your our start end line'.split(
    ' ',
  ),
);

export function isGenericLabelWord(token: string): boolean {
  return GENERIC.has(token);
}
