// Signals per type: what each document calls itself, the headings it shows, and cues from its structure.

import type { TypeCue, TypeSignal } from '../../pipeline/pack.ts';
import type { Reading } from '../../pipeline/reading.ts';
import { findPartyBlocks } from './extract/parties/party-blocks.ts';
import { amountLabels } from './locales/amount-labels.ts';
import { dateLabels } from './locales/date-labels.ts';
import { phrases } from './locales/phrases.ts';
import { referenceLabels } from './locales/reference-labels.ts';
import { titles } from './locales/titles.ts';

const title = (phrases: readonly string[], weight: number): TypeSignal => ({ phrases, weight, where: 'title' });
const heading = (phrases: readonly string[], weight: number): TypeSignal => ({ phrases, weight, where: 'heading' });
const anywhere = (phrases: readonly string[], weight: number): TypeSignal => ({ phrases, weight, where: 'anywhere' });

/** Scripts that write a label's words without spaces between them say in four signs what others say in two words. */
const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hangul}]{4}/u;

const strong = (labels: readonly string[]): readonly string[] =>
  labels.filter((label) => label.split(' ').length > 1 || label.length > 9 || EAST_ASIAN.test(label));

/** Words that also mean other things (a bill in parliament, a quote from a speech): they say less alone. */
const weakTitles = new Set(
  phrases(
    'bill | offer | proposal | estimate | nota | bon | ticket | consulta | tarif | contract | abono | guia | bom | rekening | orden de compra | consultation | specification | scheda tecnica | recibo | umowa | convention | amendment | allonge | aanvulling | change order | order | auftrag | opdracht | remision | propuesta | romaneio | lv | wz | rdo | itt | metre | computo | kosztorys | schedule of works | zlecenie | ausmass | proof of delivery | bon d envoi | order form',
  ),
);
const clear = (all: readonly string[]): readonly string[] => all.filter((phrase) => !weakTitles.has(phrase));
const vague = (all: readonly string[]): readonly string[] => all.filter((phrase) => weakTitles.has(phrase));

export const signals: Record<keyof typeof titles, TypeSignal[]> = {
  invoice: [
    title(clear(titles.invoice), 4.2),
    title(vague(titles.invoice), 2.3),
    heading(strong(referenceLabels.invoiceNumber), 2.9),
    heading(
      phrases(`
      invoice date | rechnungsdatum | date de facture | fecha de factura | data fattura | factuurdatum | data da
      fatura | data wystawienia`),
      1.2,
    ),
    heading(
      dateLabels.dueDate.filter((label) => label.length > 4),
      0.8,
    ),
    heading([...amountLabels.amountDue, 'invoice total', 'rechnungsbetrag', 'total ttc'], 0.7),
    heading(
      phrases(`
      bill to | billing address | sold to | rechnungsempfänger | facturé à | factuuradres`),
      0.8,
    ),
    anywhere(
      phrases(`
      iban | bank details | bankverbindung | wire transfer | remittance | virement`),
      0.5,
    ),
    heading(['remit to', 'remit address', 'send payment to'], 0.7),
    heading(phrases('make checks payable to | make check payable to | make cheques payable to | amount enclosed'), 1.6),
    heading(['statement date', 'pay this amount'], 1.2),
    heading(['folio no', 'folio number', 'guest folio', 'invoice folio'], 2),
    heading(amountLabels.taxTotal, 0.5),
    anywhere(
      phrases(
        'selbst ausgestellte rechnung | self-billed invoice | self-billing invoice | autofacturation | autofattura | autofactura',
      ),
      9,
    ),
  ],
  credit_note: [
    title(clear(titles.credit_note), 6.4),
    title(vague(titles.credit_note), 3.5),
    heading(referenceLabels.precedingInvoice, 0.8),
    heading(['credit note number', 'credit note date', 'gutschriftnummer', "n° d'avoir"], 2),
  ],
  receipt: [
    title(clear(titles.receipt), 3.2),
    title(vague(titles.receipt), 1.8),
    heading(
      phrases(`
      change | change due | cash tendered | cash | rückgeld | gegeben | cashier | kassierer | kasse | caisse | caja |
      cassa | caixa | kassa | rendu | espèces | efectivo | contanti | resto | troco | wisselgeld | contant | server |
      table | terminal | till | counter | operator | pos`),
      1.3,
    ),
    anywhere(
      phrases(`
      thank you | thank you for shopping | please come again | vielen dank für ihren einkauf | merci de votre visite |
      gracias por su visita | grazie e arrivederci | obrigado | bedankt | goods sold are not | not returnable |
      exchange | guest | customer copy | have a nice day`),
      0.9,
    ),
    anywhere(
      phrases(`
      visa | mastercard | approval code | auth code | card no | girocard | contactless | kartenzahlung | carte
      bancaire | tarjeta | bancomat | pin ok | eftpos`),
      0.7,
    ),
    heading(
      phrases(`
      gst summary | tax summary | rounding | rounding adj | item count | total qty | qty`),
      0.7,
    ),
  ],
  purchase_order: [
    title(clear(titles.purchase_order), 4.6),
    title(vague(titles.purchase_order), 2.5),
    heading(
      phrases(`
      purchase order number | purchase order no | po number | po date | bestellnummer | bestelldatum | n° de commande
      | número de pedido | numero ordine | ordernummer | date de commande | data ordine | fecha de pedido`),
      1.2,
    ),
    heading(
      phrases(`
      vendor | supplier | ship to | deliver to | lieferant | fournisseur | proveedor | fornitore | leverancier |
      fornecedor | delivery address | lieferadresse`),
      0.9,
    ),
    anywhere(
      phrases(`
      please supply | we hereby order | hiermit bestellen wir | wir bestellen | nous commandons | le rogamos nos
      suministre | please confirm | authorized by | auftragsbestätigung erbeten | please deliver | buyer signature |
      this purchase order | merci de nous livrer | wij bestellen`),
      1,
    ),
  ],
  quotation: [
    title(clear(titles.quotation), 4.4),
    title(vague(titles.quotation), 2.4),
    heading(strong(referenceLabels.quotationNumber), 1.4),
    heading(dateLabels.validUntil, 1.2),
    anywhere(
      phrases(`
      we are pleased to quote | we thank you for your enquiry | vielen dank für ihre anfrage | gerne unterbreiten wir
      | nous avons le plaisir | in risposta alla vostra richiesta | wij bieden u | bon pour accord | acceptance of
      quotation | auftragserteilung bitte | pleased to offer | agradecemos a sua consulta | signature of acceptance |
      bieten wir ihnen | freibleibend`),
      1.3,
    ),
    heading(
      phrases(`
      lead time | lieferzeit | délai de livraison | plazo de entrega | tempi di consegna | levertijd | prazo de
      entrega`),
      0.6,
    ),
  ],
  rfq: [
    title(clear(titles.rfq), 5.6),
    title(vague(titles.rfq), 3.1),
    heading(
      dateLabels.submissionDeadline.filter((label) => label.length > 10),
      1.2,
    ),
    anywhere(
      phrases(`
      please quote | please provide your best price | submit your quotation | bitten um ihr angebot | bitten wir um |
      merci de nous faire parvenir | le rogamos nos remita | vi preghiamo di | solicitamos | verzoeken u | your best
      offer | invite you to | you are invited | evaluation criteria | award criteria | zuschlagskriterien | critères
      d'attribution | gunningscriteria | instructions to bidders`),
      1.4,
    ),
  ],
  boq: [
    title(titles.boq, 5.6),
    heading(['rate', 'qty', 'unit', 'einheitspreis', 'menge'], 0.3),
    heading(
      phrases(`
      preliminaries | carried to summary | provisional sum | carried to collection | ordnungszahl | gewerk | prime
      cost sum | summe titel | total chapitre | capítulo | to collection`),
      1.2,
    ),
  ],
  delivery_note: [
    title(clear(titles.delivery_note), 5.2),
    title(vague(titles.delivery_note), 2.9),
    heading(strong(referenceLabels.deliveryNoteNumber), 1.2),
    heading(
      phrases(`
      received by | goods received | quantity delivered | delivered | shipped | ordered | gross weight | number of
      packages | packages | backordered | empfangen von | ware erhalten | unterschrift empfänger | reçu par |
      liefermenge | colli | firma del destinatario | ontvangen door | causale del trasporto | qty shipped | qty
      delivered | bruttogewicht | nombre de colis | recibido por | recebido por | carrier | tracking number`),
      0.9,
    ),
  ],
  contract: [
    title(clear(titles.contract), 3.4),
    title(vague(titles.contract), 2.4),
    anywhere(
      phrases(`
      in witness whereof | hereinafter | whereas | now therefore | the undersigned | mutually agree`),
      1.2,
    ),
    anywhere(
      phrases(`
      by and between | this agreement | the parties agree | this contract | the parties hereto | die vertragsparteien | zwischen | nachfolgend | les parties | entre les soussignés |
      ci-après | las partes | reunidos | le parti | di seguito | as partes | adiante designada | partijen | hierna te
      noemen | strony`),
      2,
    ),
    anywhere(
      phrases(`
      governing law | governed by | termination | entire agreement | confidential information | indemnification |
      gerichtsstand | droit applicable | ley aplicable | legge applicabile | lei aplicável | toepasselijk recht |
      force majeure | hereto | hereof | herein | hereunder`),
      1.8,
    ),
    anywhere(
      phrases(`
      made and entered into | entered into as of | dated as of | effective date | is made by | is entered into | as of
      the date | wird folgender vertrag | est convenu | convienen | si conviene`),
      1.4,
    ),
  ],
  addendum: [
    title(clear(titles.addendum), 5.4),
    title(vague(titles.addendum), 3.0),
    anywhere(
      phrases(`
      amends the agreement | this amendment | this addendum | original agreement | full force and effect | hereby
      amended | dieser nachtrag | le présent avenant | la presente adenda | il presente addendum | is hereby amended`),
      2,
    ),
  ],
  sow: [
    title(titles.sow, 5),
    heading(
      phrases(`
      deliverables | milestones | acceptance criteria | scope of services | project timeline | liefergegenstände |
      meilensteine | livrables | entregables`),
      0.9,
    ),
    anywhere(['this statement of work', 'this sow'], 2),
  ],
  item_list: [
    title(clear(titles.item_list), 4.6),
    title(vague(titles.item_list), 2.5),
    heading(['item', 'part number', 'quantity'], 0.2),
  ],
  technical_specification: [
    title(clear(titles.technical_specification), 4.2),
    title(vague(titles.technical_specification), 2.3),
    heading(
      phrases(`
      dimensions | operating temperature | weight | power supply | abmessungen | gewicht | technische daten | material
      | voltage | caractéristiques techniques | características técnicas | rated voltage | tolerance | standards |
      test method | technical data | dati tecnici | technische gegevens | dados técnicos`),
      0.6,
    ),
  ],
};

/** Documents everyone knows that are none of ours. */
export const otherSignals: readonly TypeSignal[] = [
  title(
    phrases(`
    certificate of insurance | certificate of liability insurance | evidence of insurance | evidence of property insurance | evidence of
    commercial property insurance | insurance certificate | certificate of analysis | certificate of origin | bank statement | account
    statement | pay stub | earnings statement | payslip | wage and tax statement | application form | application for | curriculum vitae |
    resume | annual report | meeting minutes | minutes of | bill of lading | sea waybill | air waybill | bill of sale | bill of rights |
    health insurance claim form | claim form | passport | driver license | driving licence | identity card | birth certificate |
    death certificate | marriage certificate | tax return | income tax | report of | lab report | laboratory report | medical report |
    prescription | discharge summary | patient information | user manual | installation guide | instruction manual | press release |
    newsletter | abstract | questionnaire | survey | timesheet | boarding pass | itinerary | syllabus | transcript | diploma |
    memorandum | policy declarations | declarations page | loss run | rent roll | w-9 | w-2 | 1040 | 1099 | kontoauszug | gehaltsabrechnung |
    lohnabrechnung | lebenslauf | antrag auf | bescheinigung | zeugnis | personalausweis | relevé de compte | bulletin de paie | fiche de paie |
    attestation | certificat | extracto bancario | nómina | certificado | estratto conto | busta paga | certificato | extrato bancário |
    recibo de vencimento | rekeningafschrift | loonstrook`),
    4,
  ),
  heading(
    phrases(
      'minimum payment due | minimum payment | credit limit | available credit | opening balance | closing balance',
    ),
    3,
  ),
  heading(
    phrases(
      'policy number | insured | date of birth | social security number | patient name | certificate holder | insurer | employee name | employer | student | diagnosis | claimant | applicant',
    ),
    1.6,
  ),
];

/** Share of lines that are running text: prose speaks for contracts and against forms. */
function proseShare(reading: Reading): number {
  return reading.derive('prose-share', () => {
    const lines = reading.doc.pages.slice(0, 3).flatMap((page) => page.lines);
    if (lines.length === 0) return 0;
    const long = lines.filter((line) => line.words.length >= 8 && !/\d[.,]\d{2}\b/.test(line.text)).length;
    return long / lines.length;
  });
}

/** Amounts of money without hundredths stand in cells of their own: "1.276.800", "120,000". */
const WHOLE_AMOUNT = /^\p{Sc}?\s?\d{1,3}(?:[.,]\d{3})+\s?(?:\p{Sc}|[A-Z]{3})?$/u;

function moneyLines(reading: Reading): number {
  return reading.derive('money-lines', () => {
    const lines = reading.doc.pages.slice(0, 4).flatMap((page) => page.lines);
    return lines.filter(
      (line) => (reading.money(line).length > 0 || WHOLE_AMOUNT.test(line.text)) && line.words.length <= 12,
    ).length;
  });
}

/** 0–1: how much the page looks like a form with amounts. */
const amountColumn: TypeCue['measure'] = (reading) => Math.min(1, moneyLines(reading) / 4);
const prose: TypeCue['measure'] = (reading) => Math.min(1, Math.max(0, (proseShare(reading) - 0.25) / 0.35));
/** Points; rolls of tills are at most 80 mm wide, their print-outs a little more. */
const SLIP_WIDTH = 340;
const SHEET_SHARE = 0.62;
const narrow: TypeCue['measure'] = (reading) => {
  const page = reading.doc.pages[0];
  if (!page || reading.doc.pages.length > 2) return 0;
  const widths = page.lines.map((line) => line.box[2]);
  const left = Math.min(...page.lines.map((line) => line.box[0]));
  const span = Math.max(...widths, 0) - left;
  // Cells that share a row make it as long as they are together.
  const rows = new Map<number, number>();
  for (const { row, text } of page.lines) rows.set(row, (rows.get(row) ?? -2) + text.length + 2);
  const longest = Math.max(0, ...rows.values());
  // Few letters in cells that stand far apart fill a sheet; a slip of paper has no such gaps.
  if (page.source === 'text' && page.width > SLIP_WIDTH && span > SHEET_SHARE * page.width) return 0;
  return span > 0 && (longest <= 60 || page.height / Math.max(1, page.width) > 1.8) ? 1 : 0;
};

/** 1 when a heading gives a name with its address to whoever is billed: a till knows nobody's address. */
const addressed: TypeCue['measure'] = (reading) =>
  moneyLines(reading) > 0 &&
  findPartyBlocks(reading).some(
    ({ role, names, address }) => (role === 'buyer' || role === 'recipient') && names.length > 0 && address?.postalCode,
  )
    ? 1
    : 0;

/** 1 when the page shows no amount at all. */
const noAmounts: TypeCue['measure'] = (reading) => (moneyLines(reading) === 0 ? 1 : 0);

const AMOUNT_CELL =
  /^(?<sign>[-−–(])?\s?\p{Sc}?\s?[-−]?\d[\d.,'’ ]*[.,]\d{2}\)?\s?(?:\p{Sc}|[A-Z]{3})?(?<after>[-−])?$/u;
/** Fewer are discounts and prepayments. */
const FEWEST_BELOW_ZERO = 3;

/** 1 when most amounts that stand alone are below zero: money that is given back. */
const belowZero: TypeCue['measure'] = (reading) => {
  const cells = reading.doc.pages.slice(0, 2).flatMap((page) => page.lines.map((line) => AMOUNT_CELL.exec(line.text)));
  const amounts = cells.filter((cell) => cell !== null);
  const below = amounts.filter(({ 0: text, groups }) => groups?.sign || groups?.after || /[-−]\d/.test(text)).length;
  return below >= FEWEST_BELOW_ZERO && below * 2 > amounts.length ? 1 : 0;
};

const NUMBERED_BILL =
  /^\W{0,2}(?:tax |vat |sales )?(?:invoice|rechnung|facture|factura|fattura|fatura|factuur|faktura|lasku|számla|faktúra)\s?[:：]\s?#?\s?(?=\S*\d)[\p{L}\d][\p{L}\d./-]{2,24}$/iu;

/** 1 when the paper calls its own number "Invoice: 4711": other papers speak of an invoice in more words. */
const numberedBill: TypeCue['measure'] = (reading) => {
  const page = reading.doc.pages[0];
  return page?.lines.some((line) => line.box[1] < 0.5 * page.height && NUMBERED_BILL.test(line.text)) ? 1 : 0;
};

const priced: TypeCue[] = [
  { id: 'no-amounts', weight: -1.6, measure: noAmounts },
  { id: 'amounts', weight: 0.9, measure: amountColumn },
  { id: 'prose', weight: -2.6, measure: prose },
];

export const cues: Partial<Record<keyof typeof titles, TypeCue[]>> = {
  invoice: [...priced, { id: 'numbered', weight: 2, measure: numberedBill }],
  credit_note: [...priced, { id: 'below-zero', weight: 2, measure: belowZero }],
  receipt: [
    ...priced,
    { id: 'narrow', weight: 1.6, measure: narrow },
    { id: 'addressed', weight: -1.6, measure: addressed },
  ],
  purchase_order: priced,
  quotation: priced,
  rfq: [{ id: 'prose', weight: -1, measure: prose }],
  boq: [{ id: 'prose', weight: -2, measure: prose }],
  delivery_note: [{ id: 'prose', weight: -2, measure: prose }],
  contract: [
    { id: 'prose', weight: 1.6, measure: prose },
    { id: 'amounts', weight: -1.6, measure: amountColumn },
  ],
  addendum: [{ id: 'prose', weight: 0.6, measure: prose }],
};
