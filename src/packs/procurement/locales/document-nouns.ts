// The nouns that papers go by, and how labels are made of them: "Angebots-Nr.", "N° de devis", "data dell'offerta", "vs. ordine".
// Labels are composed instead of listed, so that a noun learnt once is known in every form. Data only, but for the composing.

import { phrases } from './phrases.ts';

type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl';
type Nouns = Readonly<Record<Language, readonly string[]>>;

/** `{n}` is the noun, `#` any word for number. */
const numberForms: Readonly<Record<Language, readonly string[]>> = {
  en: phrases('{n} # | {n} id | {n} ref | {n} reference | {n} ref # | {n} code | our {n} | our {n} #'),
  de: phrases('{n} # | {n}s # | # {n} | unsere {n} | unser {n} | {n} ref | {n} referenz | # der {n} | # des {n}'),
  fr: phrases(
    '# de {n} | # d {n} | # du {n} | # {n} | {n} # | ref {n} | reference {n} | ref de {n} | reference de {n} | reference du {n} | reference de la {n} | notre {n} | code {n} | id {n}',
  ),
  es: phrases(
    '# de {n} | # del {n} | # de la {n} | # {n} | {n} # | ref {n} | referencia {n} | ref de {n} | cod {n} | codigo {n} | codigo de {n} | id {n} | nuestra {n} | nuestro {n} | n {n} | folio {n}',
  ),
  it: phrases(
    '# {n} | {n} # | # di {n} | # del {n} | # dell {n} | # della {n} | # d {n} | rif {n} | riferimento {n} | ns {n} | nostra {n} | nostro {n} | codice {n} | cod {n} | id {n}',
  ),
  pt: phrases(
    '# de {n} | # da {n} | # do {n} | # {n} | {n} # | ref {n} | ref da {n} | ref do {n} | referencia da {n} | referencia do {n} | n {n} | nossa {n} | nosso {n} | cod {n} | codigo {n} | codigo de {n} | codigo do {n} | id {n} | id do {n}',
  ),
  nl: phrases(
    '{n} # | # {n} | {n} ref | {n} referentie | {n} kenmerk | ref {n} | onze {n} | ons {n} | {n} code | {n} id',
  ),
  pl: phrases('# {n} | {n} # | nasza {n} | nasze {n}'),
};

const dateForms: Readonly<Record<Language, readonly string[]>> = {
  en: phrases('{n} date | date of {n} | date of the {n} | {n} dated | {n} issued'),
  de: phrases('{n} datum | {n}s datum | datum der {n} | datum des {n} | {n} vom'),
  fr: phrases('date de {n} | date d {n} | date du {n} | date de la {n} | date de l {n} | date {n} | {n} du'),
  es: phrases('fecha de {n} | fecha del {n} | fecha de la {n} | fecha {n} | {n} de fecha'),
  it: phrases('data {n} | data di {n} | data del {n} | data della {n} | data dell {n} | {n} del'),
  pt: phrases('data da {n} | data do {n} | data de {n} | data {n} | {n} de'),
  nl: phrases('{n} datum | datum {n} | datum van {n} | {n} dd'),
  pl: phrases('data {n}'),
};

/** The paper of the other side, to which this one answers. */
const theirForms: Readonly<Record<Language, readonly string[]>> = {
  en: phrases(
    'your {n} | your {n} # | your {n} ref | customer {n} # | client {n} # | {n} # | {n} ref | {n} reference | ref {n} | against {n} | original {n} | original {n} # | {n} credited | credit for {n} | ref {n} # | related {n} | {n} corrected',
  ),
  de: phrases(
    'ihre {n} | ihr {n} | ihre {n} # | ihr {n} # | ihre {n} vom | ihr {n} vom | {n} # | {n}s # | zu {n} | zur {n} | bezug {n} | gemass {n} | ihre {n}s # | gutschrift zu {n} | zu {n} # | zur {n} # | bezug zu {n} | original {n}',
  ),
  fr: phrases(
    'votre {n} | votre {n} # | vos {n} | v {n} | v ref {n} | # de {n} | # d {n} | # {n} | {n} # | ref {n} | reference {n} | suite a {n} | {n} d origine | {n} concernee | {n} initiale | sur {n} | ref {n} # | avoir sur {n}',
  ),
  es: phrases(
    'su {n} | su {n} # | s {n} | vuestra {n} | vuestro {n} | # de {n} | # {n} | {n} # | ref {n} | s ref {n} | su ref {n} | segun {n} | {n} original | {n} de origen | {n} rectificada | rectifica {n} | s {n} #',
  ),
  it: phrases(
    'vs {n} | vostra {n} | vostro {n} | vs {n} # | # {n} | {n} # | rif {n} | rif vs {n} | riferimento {n} | # di {n} | rif vostra {n} | rif vostro {n} | {n} di riferimento | {n} originale | storno {n} | rif {n} # | a storno {n} | su {n}',
  ),
  pt: phrases(
    'v {n} | vossa {n} | vosso {n} | sua {n} | seu {n} | v {n} # | # da {n} | # do {n} | # de {n} | {n} # | ref {n} | ref da {n} | ref do {n} | v ref {n} | vossa {n} # | {n} de origem | {n} original | {n} de referencia | ref {n} # | referente a {n} | {n} retificada',
  ),
  nl: phrases(
    'uw {n} | uw {n} # | uw {n} ref | uw {n} referentie | {n} # | # {n} | ref {n} | {n} referentie | op {n} | oorspronkelijke {n} | betreft {n} | originele {n} | bij {n} | inzake {n} | ref {n} # | credit op {n}',
  ),
  pl: phrases('panstwa {n} | # {n} | {n} # | wasza {n} | do {n}'),
};

export const documentNouns = {
  invoice: {
    en: phrases('invoice | tax invoice | bill | inv'),
    de: phrases('rechnung | rechnungs | faktura | rg | ursprungsrechnung'),
    fr: phrases('facture | fact'),
    es: phrases('factura | fra | fact'),
    it: phrases('fattura | ft | fatt'),
    pt: phrases('fatura | factura | fat | nota fiscal | fatura recibo'),
    nl: phrases('factuur | faktuur | nota'),
    pl: phrases('faktura | faktury | fv'),
  },
  creditNote: {
    en: phrases('credit note | credit memo | credit | cn | credit invoice'),
    de: phrases('gutschrift | gutschrifts | storno | korrektur | rechnungskorrektur | stornorechnung'),
    fr: phrases('avoir | note de credit | facture d avoir'),
    es: phrases('abono | nota de credito | rectificativa | factura rectificativa | nota de abono'),
    it: phrases('nota di credito | nota credito | nota di accredito | nota accredito | nc'),
    pt: phrases('nota de credito | credito | nc | nota credito'),
    nl: phrases('creditnota | credit nota | creditfactuur | credit'),
    pl: phrases('korekta | korekty | faktury korygujacej'),
  },
  customer: {
    en: phrases('customer | client | account | cust'),
    de: phrases('kunde | kunden | debitor | debitoren | kd | mandant | mandanten | mitglied | mitglieds'),
    fr: phrases('client | compte client | compte'),
    es: phrases('cliente | cuenta cliente'),
    it: phrases('cliente | conto cliente'),
    pt: phrases('cliente | conta cliente'),
    nl: phrases('klant | klanten | debiteur | debiteuren | relatie'),
    pl: phrases('klienta | klient | odbiorcy'),
  },
  quotation: {
    en: phrases('quotation | quote | offer | estimate | proposal | bid | tender | sales quote | price offer'),
    de: phrases('angebot | angebots | kostenvoranschlag | offerte | offert | preisangebot | kostenangebot'),
    fr: phrases('devis | offre | offre de prix | proposition | cotation | proposition commerciale'),
    es: phrases('presupuesto | oferta | cotizacion | propuesta | proforma'),
    it: phrases('preventivo | offerta | quotazione | proposta'),
    pt: phrases('orcamento | proposta | cotacao | oferta'),
    nl: phrases('offerte | prijsopgave | aanbieding | prijsaanbieding | aanbiedings | prijsofferte'),
    pl: phrases('oferta | oferty'),
  },
  rfq: {
    en: phrases(
      'rfq | rfp | enquiry | inquiry | request | request for quotation | tender | invitation | solicitation | itt | itb | rfx',
    ),
    de: phrases('anfrage | preisanfrage | angebotsanfrage | ausschreibung | ausschreibungs | vergabe | anfrage'),
    fr: phrases(
      'demande | demande de prix | demande de devis | demande d offre | consultation | appel d offres | demande de cotation | ao',
    ),
    es: phrases(
      'solicitud | peticion | solicitud de oferta | peticion de oferta | solicitud de presupuesto | solicitud de cotizacion | consulta | licitacion | expediente | peticion de presupuesto',
    ),
    it: phrases(
      'richiesta | rdo | richiesta di offerta | richiesta d offerta | richiesta offerta | richiesta di preventivo | gara | rfq',
    ),
    pt: phrases(
      'consulta | pedido de cotacao | pedido de orcamento | pedido de proposta | pedido de preco | pedido de precos | solicitacao | concurso | consulta de precos',
    ),
    nl: phrases(
      'aanvraag | offerteaanvraag | offerte aanvraag | prijsaanvraag | aanbesteding | aanbestedings | uitvraag',
    ),
    pl: phrases('zapytanie | zapytania | zapytanie ofertowe'),
  },
  order: {
    en: phrases('order | purchase order | po | p o | work order | order form'),
    de: phrases('bestellung | bestell | auftrag | auftrags | einkaufsbestellung'),
    fr: phrases('commande | bon de commande | cde | bc | ordre d achat'),
    es: phrases('pedido | orden de compra | orden | oc | orden de pedido'),
    it: phrases('ordine | ordine d acquisto | ordine di acquisto | oda | ordine fornitore'),
    pt: phrases('encomenda | pedido | ordem de compra | nota de encomenda | pedido de compra | requisicao'),
    nl: phrases('order | bestelling | bestel | inkooporder | bestelbon | opdracht | inkoop | aankooporder'),
    pl: phrases('zamowienie | zamowienia'),
  },
  deliveryNote: {
    en: phrases(
      'delivery note | delivery | despatch note | dispatch note | packing slip | packing list | shipment | goods receipt | delivery docket | despatch | dispatch | dn | grn | delivery order | advice note | slip | delivery slip',
    ),
    de: phrases('lieferschein | lieferung | liefer | warenbegleitschein | packschein | lieferbeleg | versand'),
    fr: phrases(
      'bon de livraison | bl | livraison | bordereau | bordereau de livraison | expedition | bon | bon d expedition',
    ),
    es: phrases(
      'albaran | entrega | nota de entrega | remision | remito | guia | albaran de entrega | guia de remision',
    ),
    it: phrases('ddt | d d t | bolla | documento di trasporto | consegna | bolla di consegna | documento di consegna'),
    pt: phrases('guia | guia de remessa | guia de transporte | nota de entrega | romaneio | remessa | guia de entrega'),
    nl: phrases('pakbon | leverbon | afleverbon | vrachtbrief | levering | zending | leverings | paklijst'),
    pl: phrases('wz | dostawy | dokument wz'),
  },
  boq: {
    en: phrases('boq | bill of quantities | bill | schedule | schedule of quantities'),
    de: phrases('lv | leistungsverzeichnis | mengenverzeichnis | mengenliste'),
    fr: phrases('dqe | dpgf | bpu | bordereau | metre | lot'),
    es: phrases('mediciones | presupuesto | lista de cantidades | computo'),
    it: phrases('computo | computo metrico | elenco | elenco quantita | lista'),
    pt: phrases('mapa | mapa de quantidades | mqt | lista de quantidades | planilha'),
    nl: phrases('meetstaat | hoeveelhedenstaat | bestek | hoeveelhedenlijst | staat | lijst'),
    pl: phrases('przedmiar | przedmiaru'),
  },
} satisfies Record<string, Nouns>;

export type DocumentNoun = keyof typeof documentNouns;

function compose(noun: DocumentNoun, forms: Readonly<Record<Language, readonly string[]>>): readonly string[] {
  const made = new Set<string>();
  for (const [language, nouns] of Object.entries(documentNouns[noun]) as [Language, readonly string[]][])
    for (const name of nouns) for (const form of forms[language]) made.add(form.replace('{n}', name));
  return [...made];
}

/** "Quote No.", "N° de devis", "Angebotsnummer", "Rif. offerta": the paper's own number. */
export const ownNumberLabels = (noun: DocumentNoun): readonly string[] => compose(noun, numberForms);
/** "Quote date", "date du devis", "Angebotsdatum". */
export const ownDateLabels = (noun: DocumentNoun): readonly string[] => compose(noun, dateForms);
/** What only another paper's number is called: its own labels ("Invoice No.") are left out. */
export const referredNumberLabels = (noun: DocumentNoun): readonly string[] => {
  const own = new Set(ownNumberLabels(noun));
  return theirNumberLabels(noun).filter((label) => !own.has(label));
};
/** "Your enquiry", "Ihre Anfrage vom", "v/ pedido": a paper that this one answers. */
export const theirNumberLabels = (noun: DocumentNoun): readonly string[] => compose(noun, theirForms);

/** What may label a document's own number in any type: they count less than a label that names the paper. */
export const anyNumberLabels = phrases(`
      reference | ref | ref # | reference # | booking id | booking # | booking reference | reservation # | confirmation # | folio # | bill id | receipt # | transaction id | our reference | our ref | document # | doc # | document id |
      document ref | # document | belegnummer | beleg # | unser zeichen | unsere referenz | vorgang | vorgangsnummer |
      vorgangs # | dokument # | referenz | referenznummer | aktenzeichen | notre référence | notre réf | n réf | nos
      références | référence | réf | pièce # | # de pièce | # de document | nuestra referencia | n ref | referencia |
      documento # | # documento | # de documento | ns rif | nostro riferimento | riferimento | rif |
      # protocollo | prot # | nossa referência | referência | refª | # do documento | ons kenmerk | onze referentie | onze ref |
      referentie | kenmerk | document # | # dokumentu | sygnatura`);
