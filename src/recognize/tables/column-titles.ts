// Titles that columns of line items carry in en, de, fr, es, it, pt, nl, pl. Data only; compared after folding.

import { foldTokens } from './fold.ts';
import { FURTHER_TITLES } from './further-words.ts';
import type { ColumnRole } from './line-item-table.ts';
import { OTHER_SCRIPT_TITLES } from './other-scripts.ts';

/**
 * `priceBasis`: the price is per this many units. `other`: a column of line items that is none of ours (weight, tariff code).
 * `summary`: a title that only tables of taxes, totals and payments have.
 */
export type TitleRole = ColumnRole | 'priceBasis' | 'other' | 'summary';

const TITLES: Readonly<Record<TitleRole, string>> = {
  number: `pos | pos nr | posnr | position | # | no | nr | lfd | lfd nr | lfdnr | line | line no | line # | line item | s no | sno | sl no | sl | sr no | sr | ln
    | lp | l p | poz | pozycja | ligne | n ligne | linea | linha | regel | regelnr | regelnummer | riga | n | num | item # | seq | positionsnr | positie`,
  sku: `art nr | artnr | artikelnr | artikelnummer | artikel nr | artikel no | art no | article no | article number | article code | item no | item nr | item number | item code | item id
    | sku | code | product code | product no | product number | product id | part no | part number | part # | part | material | materialnr | material nr | materialnummer | material no
    | ref | reference | ref no | code article | ref article | reference produit | code produit | codigo | cod | cod art | cod articulo | codigo articulo | codice | codice articolo | cod articolo | cod produto | codigo produto
    | referencia | indeks | kod | kod towaru | symbol | artikelcode | artikel nummer | bestellnr | bestellnummer | best nr | catalog no | cat no | catalogue no | catalog number | model no
    | mfr part no | mpn | unsere art nr | unsere artikelnr | art nr lief | art nr lieferant | stock code | stock no | produktnr | produktnummer | produkt nr | productcode | productnummer | product nr | teilenummer | teile nr | sachnummer`,
  buyerSku: `ihre art nr | ihre artikelnr | art nr kunde | kundenartikelnr | kunden art nr | kundenmaterial | customer part no | customer item | customer item no | customer sku | customer material | your item no | your part no | your ref
    | votre ref | votre reference | ref client | ref cliente | cod cliente | codigo cliente | codice cliente | uw code | klantcode | referencia cliente | ref kunde | code client | customer code | customer ref | buyer part no | buyer item | uw artikelnr | su referencia | vostro codice`,
  gtin: `gtin | ean | ean code | ean nr | upc | upc code | barcode | bar code | gtin ean | ean gtin | codigo de barras | code barre | code barres | codice a barre | kod ean | isbn`,
  description: `description | desc | item description | items | item | product | products | product description | product name | product service | product or service | service | services | service description | details | detail | particulars
    | description of goods | description of service | description of services | description of goods and services | description of supply | goods | goods description | goods services | goods and services | goods or services | title | name | item name | activity | item details | item and description | items description
    | services rendered | work description | description of work | scope of work | task | charges | charge description | usage charges | monthly charges | service charges | recurring charges | one time charges | other charges | current charges | details of charges | article description | material description | part description | commodity
    | beschreibung | bezeichnung | artikelbezeichnung | artikelbeschreibung | artikel bezeichnung | artikel beschreibung | artikel | produkt | produkte | produktbezeichnung | produktbeschreibung | produktname | leistung | leistungen | leistungsbeschreibung | leistungsbezeichnung | ware | waren
    | text | positionstext | warenbezeichnung | dienstleistung | material beschreibung | material bezeichnung | artikel leistung | leistung artikel | bezeichnung der leistung | bezeichnung der ware | benennung | gegenstand | tatigkeit | produkt leistung | position beschreibung | materialbezeichnung
    | designation | designations | libelle | libelles | produit | produits | article | articles | prestation | prestations | descriptif | intitule | designation des produits | designation des prestations | designation article | description des produits | nature des prestations | produit service | denomination | nature
    | descripcion | concepto | conceptos | articulo | articulos | producto | productos | detalle | servicio | servicios | descripcion del producto | descripcion del servicio | descripcion articulo | denominacion
    | descrizione | prodotto | prodotti | articolo | articoli | oggetto | servizio | descrizione prodotto | descrizione articolo | descrizione dei beni | descrizione servizio | natura e qualita dei beni | denominazione | causale | beni servizi | descrizione beni servizi | natura e qualita | natura
    | descricao | designacao | artigo | artigos | produto | produtos | servico | servicos | descricao do produto | descricao do servico | descricao dos produtos | discriminacao
    | omschrijving | artikelomschrijving | productomschrijving | dienst | diensten | dienstverlening | product omschrijving | producten | artikelen | artikelnaam | werkzaamheden | beschrijving | productbeschrijving | artikelbeschrijving | dienstomschrijving
    | nazwa | nazwa towaru | nazwa towaru lub uslugi | nazwa towaru uslugi | nazwa towaru i uslugi | nazwa uslugi | nazwa produktu | opis | towar | usluga | towar usluga | towar lub usluga | opis towaru | nazwa towarow`,
  specification: `specification | specifications | specs | spec | spezifikation | remarks | remark | bemerkung | bemerkungen | notes | note | comment | comments | additional information | specyfikacja | uwagi | especificacion | especificacoes | specifica | specificatie | opmerking | observaciones`,
  brand: `brand | make | manufacturer | mfr | hersteller | fabrikat | marke | marque | fabricant | marca | fabricante | merk | fabrikant | marka | producent | produttore`,
  quantity: `qty | quantity | quantities | quant | qnty | qty ordered | quantity ordered | order qty | order quantity | ordered qty | ordered | qty shipped | qty delivered | quantity delivered | delivered | shipped | shipped qty | delivered qty | invoiced qty | qty invoiced | billed qty | qty billed | units | hours | hrs | hours qty | qty hrs | qty hours | hrs qty | pcs | pieces | no of units | no of pcs | number of units | days | count | usage
    | menge | mengen | mge | anzahl | anz | stuck | stueck | stunden | std | liefermenge | bestellmenge | verbrauch | tage | rechnungsmenge | gelieferte menge | bestellt | geliefert | bestellte menge | quantite commandee | commande | livre | cantidad pedida | cantidad servida | pedido | servido | ordinato | consegnato | q ta ordinata | q ta consegnata | encomendado | entregue | besteld | geleverd | besteld aantal | geleverd aantal | zamowiono | dostarczono
    | quantite | quantites | qte | qtes | qt | nombre | nb | nbre | nbr | quantite livree | heures | nb heures | jours
    | cantidad | cant | ctdad | ctd | uds | unidades | unid | horas
    | quantita | q ta | qta | q t | ore | pezzi | n pezzi
    | quantidade | qtd | qtde | qde | qtdd
    | aantal | hoeveelheid | hvh | hoev | uren | stuks | aantallen
    | ilosc | liczba | szt | godziny | ilosc szt`,
  unit: `unit | uom | u m | um | unit of measure | unit of measurement | measure | einheit | einh | me | mengeneinheit | mengen einheit | meng einheit | mengeinheit | meng eh | eh | ehd | mass | unite | unites | unite de mesure | u | unidad | unidad medida | ud | unidade | un | unita | unita misura | unita di misura | udm | eenheid | eenh | jm | j m | jedn | jedn miary | jednostka | jednostka miary | miara`,
  unitPrice: `unit price | price | price unit | price per unit | price each | each | unit cost | cost per unit | cost | rate | unit rate | rates | hourly rate | rate per hour | unit value | net price | net unit price | unit net price | unit price net | price item | gross price | gross unit price | list price | unit list price | price pc | price hr | rate hr | u price | s price | selling price | unit | prices
    | preis | einzelpreis | e preis | ep | e p | epreis | stuckpreis | stueckpreis | stk preis | vk preis | nettopreis | netto preis | preis netto | einzelpreis netto | netto einzelpreis | netto ep | ep netto | ep brutto | einzelpreis brutto | preis einheit | preis stk | preis stuck | preis pro stuck | preis je stuck | preis me | preis pro einheit | preis je einheit | einheitspreis | einzel | stundensatz | satz | bruttopreis | einzelbetrag | tarif | stuckkosten | e preis netto | einzelpr | ek preis | listenpreis | verkaufspreis
    | prix unitaire | prix unit | prix u | pu | p u | pu net | p unitaire | px unitaire | px unit | px u | prix | cout unitaire | prix unitaire net | pu brut | prix net | montant unitaire | prix de base | taux horaire | prix a l unite | prix piece | pu en | prix unitaire mois
    | precio | precio unitario | precio unit | precio ud | precio unidad | p unit | p unitario | p u | precio u | pvp | p v p | precio neto | importe unitario | tarifa | coste unitario
    | prezzo | prezzo unitario | prezzo unit | prezzo un | prezzo u | p unitario | costo unitario | prezzo netto | pr unitario | prezzo cadauno | importo unitario
    | preco | preco unitario | preco unit | preco un | pr unitario | pr unit | p unit | valor unitario | vl unit | vlr unit | vl unitario | vlr unitario | valor unit | preco liquido
    | prijs | prijs per stuk | stukprijs | eenheidsprijs | prijs per eenheid | prijs eenheid | prijs stuk | per stuk | tarief | uurtarief | prijs p st | nettoprijs | prijs p stuk | stuk prijs
    | cena | cena netto | cena jedn | cena jednostkowa | cena jednostkowa netto | cena jedn netto | cena brutto | cena jednostkowa brutto | cena jedn brutto | cena j | cena szt`,
  netAmount: `amount | amounts | total | line total | item total | total price | net amount | net | net total | total net | ext price | ext amount | extended price | extended amount | extended | ext | extension | subtotal | sub total | value | net value | total value | line value | total amount | line amount | line net amount | net line amount | taxable value | taxable amount | amount net | price total | total cost | sum | charge | ext cost | extended cost | line net
    | betrag | gesamt | gesamtpreis | g preis | gp | g p | gpreis | gesamt preis | gesamtsumme | gesamtwert | summe | nettobetrag | netto betrag | netto | nettowert | wert | zeilenbetrag | positionsbetrag | positions betrag | positionssumme | positionspreis | positionswert | gesamtbetrag | gesamt betrag | entgelt | gesamt netto | netto gesamt | betrag netto | gesamtpreis netto | netto gesamtpreis | preis gesamt | warenbetrag | umsatz | nettosumme | summe netto | gesamtnetto | netto summe | pos betrag | g preis netto
    | montant | montants | montant net | prix total | total net | mt | mt net | total ligne | montant total | prix total net | valeur | montant ligne | total euro
    | importe | importe neto | importe total | imp | neto | total neto | precio total | subtotal | valor
    | importo | totale | prezzo totale | importo netto | importo totale | tot | netto | totale netto | valore | totale riga | importo riga
    | valor | valor total | total liquido | montante | vl total | vlr total | preco total | liquido | valor liquido | total linha | importancia | importancia liquida
    | bedrag | totaal | totaalprijs | totaal prijs | totaalbedrag | netto bedrag | nettobedrag | totaal netto | regeltotaal | regel totaal | som | totaal bedrag
    | wartosc | wartosc netto | kwota | kwota netto | wartosc sprzedazy netto | suma | razem | suma netto | wartosc towaru | wartosc towaru netto`,
  grossAmount: `gross | gross amount | gross total | total gross | gross value | amount gross | brutto | bruttobetrag | brutto betrag | gesamt brutto | brutto gesamt | gesamtpreis brutto | betrag brutto | bruttosumme | ttc | bruto | importe bruto | lordo | importo lordo | ivato | totale ivato | wartosc brutto | kwota brutto | suma brutto | wartosc sprzedazy brutto`,
  taxRate: `vat | vat % | % vat | vat rate | vat rate % | vat code | tax | tax rate | tax % | % tax | taxes | tax code | sales tax | gst | gst % | gst rate | hst | tax type
    | mwst | mwst % | % mwst | mwst satz | mwst in % | ust | ust % | % ust | ust satz | ust in % | steuersatz | steuer | steuer % | steuerschlussel | steuer satz | st | mehrwertsteuer | umsatzsteuer | mw st
    | tva | tva % | % tva | taux | taux tva | taux de tva | tx tva | code tva | t v a
    | iva | iva % | % iva | tipo iva | tipo de iva | i v a | iva aplicado | impuesto | impuestos
    | aliquota | aliquota iva | al iva | aliq | cod iva | c iva | aliq iva
    | taxa iva | taxa | taxa de iva | imposto
    | btw | btw % | % btw | btw tarief | btw code | btw percentage | btw perc
    | stawka | stawka vat | stawka podatku | stawka vat %`,
  taxAmount: `vat amount | tax amount | tax amt | vat amt | gst amount | amount of vat | mwst betrag | ust betrag | steuerbetrag | mehrwertsteuerbetrag | montant tva | montant de tva | mt tva | importe iva | cuota iva | cuota | importo iva | imposta | valor iva | btw bedrag | kwota vat | wartosc vat | kwota podatku | podatek vat | cgst | sgst | igst`,
  discount: `discount | disc | disc % | discount % | % discount | % disc | rebate | less | discounts | rabatt | rabatt % | rabatt in % | rab | rab % | nachlass | nachlass % | rabattsatz
    | remise | remises | rem | rem % | remise % | % remise | % rem | reduction | descuento | dto | dto % | % dto | desc % | descuento % | dcto | descto | sconto | sc | sc % | sconto % | % sconto | sconti | desconto | desconto % | % desc
    | rabattbetrag | discount amount | montant remise | importe descuento | importo sconto | valor desconto | kortingsbedrag | wartosc rabatu | kwota rabatu | korting | korting % | kort % | rabat | rabat % | upust | upust %`,
  deliveryDate: `delivery date | del date | delivery | date of delivery | ship date | required date | need by | due | liefertermin | lieferdatum | lieferzeit | termin | date de livraison | livraison | delai | fecha entrega | fecha de entrega | entrega | data consegna | consegna | data entrega | data de entrega | leverdatum | levertijd | leverweek | levering | lieferung | plazo | plazo de entrega | plazo entrega | prazo | prazo de entrega | prazo entrega | delai de livraison | wymagany termin | realizacja | termin dostawy | data dostawy`,
  purchaseOrderLine: `po line | po item | po pos | po line no | order line | bestellposition | best pos | bestellpos | ligne commande | po ln`,
  priceBasis: `pe | preiseinheit | per | price basis | preisbasis | pro | base qty | par | por | je`,
  other: `hsn | hsn sac | hsn code | sac | sac code | hsn sac code | pkwiu | gtu | cn | date | datum | fecha | data | service date | date of service | leistungsdatum | leistungszeitraum | zeitraum | period | periode | weight | gewicht | net weight | gross weight | nettogewicht | poids | peso | currency | wahrung
    | vke geb | vpe | project | projekt | account | warehouse | lager | country | country of origin | origin | lot | lot no | batch | batch no | charge nr | serial no | serial number | category | kategorie | type | typ | size | colour | color | grosse | farbe | packaging | colli | package | packages | drawing | image | location | job | order no | order number | start date | end date | from | to | dates | staff | employee | w t | status | mrp | offen | rest | restmenge | ruckstand | restant | reliquat | pendiente | da consegnare | residuo | em falta | nog te leveren | backorder | open | open qty | back ordered | backordered | b o | image photo | room | rooms`,
  summary: `basisbetrag | bemessungsgrundlage | steuerbasis | steuerbasisbetrag | basis | grondslag | base | base imponible | base ht | base tva | imponibile | taxable base | base imponivel | incidencia | podstawa | podstawa opodatkowania | falligkeit | teilzahlung | reglement | reglements | prozent | basismenge | warenwert | prozentsatz | echeance | vencimiento | scadenza | vencimento | vervaldatum | payment | payments | zahlung | umsatzsteuer art | endbetrag | due date | invoice date | rechnungsdatum | payment terms`,
};

/** Words that may follow a title without changing the column ("Amount in EUR", "Total excl. VAT"). */
const FILLERS = new Set(
  `in en eur euro euros usd gbp chf pln dkk sek nok czk huf ron cad aud inr zl rs nzd sgd hkd jpy cny brl mxn ars clp uyu zar ils sar aed php idr vnd thb krw bgn rsd uah isk mad kes ngn egp myr rm r ft kr kc de a pro per je the of item pos position stk st pc unit piece`.split(
    /\s+/,
  ),
);
const NET_MARKS = new Set(
  'excl exkl ekskl eks excluding exclusive ex ohne exc hors ht sin sem esclusa escl netto net nett bez zonder exclusief htva hvat excluido s'.split(
    ' ',
  ),
);
const GROSS_MARKS = new Set(
  'incl inkl including inclusive inc inklusive ttc con com ivato inclusa compresa brutto gross avec inclusief met tvac incluido toutes z c'.split(
    ' ',
  ),
);
const TAX_WORDS = new Set(
  'vat tax taxes tva mwst ust btw iva gst mehrwertsteuer umsatzsteuer steuer taxe comprises versteuert moms mva dph afa alv kdv pdv ddv'.split(
    ' ',
  ),
);

interface Phrase {
  tokens: string[];
  role: TitleRole;
}

const PHRASES = indexPhrases();

function indexPhrases(): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [role, text] of [
    ...Object.entries(TITLES),
    ...Object.entries(FURTHER_TITLES),
    ...Object.entries(OTHER_SCRIPT_TITLES),
  ] as [TitleRole, string][]) {
    for (const title of text.split('|')) {
      const tokens = foldTokens(title);
      const first = tokens[0];
      if (first === undefined) continue;
      const list = index.get(first) ?? [];
      // The first role to claim a phrase keeps it: `unit` is a unit before it is a unit price.
      if (!list.some((p) => p.tokens.join(' ') === tokens.join(' '))) list.push({ tokens, role });
      index.set(first, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return index;
}

interface TitleMatch {
  role: TitleRole;
  /** Tokens used, fillers and tax marks included. */
  length: number;
}

/** Could a title start with this token? Cheap test before anything else. */
export function startsTitle(token: string): boolean {
  return PHRASES.has(token);
}

/** Longest title that starts at `tokens[from]` and whose end is allowed by `endsWord`. */
export function matchTitle(
  tokens: readonly string[],
  from: number,
  endsWord: (token: number) => boolean,
): TitleMatch | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  for (const phrase of PHRASES.get(first) ?? []) {
    const end = from + phrase.tokens.length;
    if (end > tokens.length || !endsWord(end - 1)) continue;
    if (phrase.tokens.every((token, i) => tokens[from + i] === token))
      return withMarks(phrase.role, tokens, from, end, endsWord);
  }
  return undefined;
}

/** "Total incl. VAT" is a gross amount, "Prix HT" a net amount or a net price: read the mark that follows a money title. */
function withMarks(
  role: TitleRole,
  tokens: readonly string[],
  from: number,
  start: number,
  endsWord: (token: number) => boolean,
): TitleMatch {
  let end = start;
  let resolved = role;
  const money = role === 'netAmount' || role === 'unitPrice' || role === 'grossAmount';
  while (end < tokens.length) {
    const token = tokens[end]!;
    if (money && token === 'w' && tokens[end + 1] === 'o') {
      end += 2;
      while (end < tokens.length && TAX_WORDS.has(tokens[end]!)) end++;
    } else if (money && (GROSS_MARKS.has(token) || NET_MARKS.has(token))) {
      const before = TAX_WORDS.has(tokens[end + 1] ?? '') || token.length > 1;
      if (!before) break;
      if (GROSS_MARKS.has(token) && role === 'netAmount') resolved = 'grossAmount';
      end++;
      while (end < tokens.length && TAX_WORDS.has(tokens[end]!)) end++;
    } else if (money && FILLERS.has(token) && !startsLonger(tokens, end)) end++;
    else break;
  }
  while (end > start && !endsWord(end - 1)) end--;
  return { role: resolved, length: end - from };
}

function startsLonger(tokens: readonly string[], at: number): boolean {
  return (PHRASES.get(tokens[at]!) ?? []).some((p) => p.tokens.every((token, i) => tokens[at + i] === token));
}

/** Role of a whole title, marks and fillers allowed; undefined when anything in it is unknown. */
export function titleRole(title: string | readonly string[]): TitleRole | undefined {
  const tokens = typeof title === 'string' ? foldTokens(title) : title;
  const match = matchTitle(tokens, 0, () => true);
  return match && match.length === tokens.length ? match.role : undefined;
}

/** Words that tie the parts of one title ("Descrição do artigo", "Nature et qualité"). */
const TIES = new Set(
  'of and de do da dos das du des del della dei degli di der des den und et y e en van i or ou o oder lub the la le'.split(
    ' ',
  ),
);

export const tiesTitle = (tokens: readonly string[]): boolean => tokens.length === 1 && TIES.has(tokens[0]!);

/** Words that only qualify a title above them ("ohne MwSt.", "excl. VAT", "in EUR", "%"). */
export function qualifiesTitle(tokens: readonly string[]): boolean {
  return (
    tokens.length > 0 &&
    tokens.every((t) => NET_MARKS.has(t) || GROSS_MARKS.has(t) || TAX_WORDS.has(t) || FILLERS.has(t) || t === '%')
  );
}

/** How many tokens from `from` on say whether tax is in ("con IVA", "excl. BTW"); 0 = none. */
export function taxMarkLength(tokens: readonly string[], from: number): number {
  const mark = tokens[from];
  if (mark === undefined || !(NET_MARKS.has(mark) || GROSS_MARKS.has(mark))) return 0;
  let end = from + 1;
  while (end < tokens.length && TAX_WORDS.has(tokens[end]!)) end++;
  return end > from + 1 ? end - from : 0;
}

/** "Betrag ohne MwSt.", "Montant HT": the title says that tax is not in it. */
export function saysNet(title: string): boolean {
  return foldTokens(title).some((token) => token.length > 1 && NET_MARKS.has(token));
}

/** "Prijs incl. BTW", "Prix TTC": the title says that tax is in it. */
export function saysGross(title: string): boolean {
  return foldTokens(title).some((token) => token.length > 1 && GROSS_MARKS.has(token));
}
