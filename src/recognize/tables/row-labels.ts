// Labels that say a row is no item: sub-totals, carry-overs, totals, taxes, charges. en de fr es it pt nl pl. Data and one lookup.

import { foldTokens } from './fold.ts';
import { FURTHER_LABELS } from './further-words.ts';
import type { ExclusionReason } from './line-item-table.ts';
import { OTHER_SCRIPT_LABELS } from './other-scripts.ts';

const LABELS: Partial<Record<ExclusionReason, string>> = {
  'carried-forward': `carried forward | brought forward | carry forward | balance carried | balance forward | carried over | continued | continued on | subtotal carried | c f | b f
    | ubertrag | uebertrag | zwischensumme ubertrag | a reporter | report | total a reporter | report page | suma y sigue | suma anterior | suma sigue | viene de la pagina anterior | viene de | transporte de pagina anterior | transporte da pagina anterior | report de la page precedente | riporto da pagina | riporto dalla pagina precedente | riporto pagina precedente | van vorige pagina | transport vorige pagina | from previous page | previous page | ubertrag von seite | ubertrag auf seite | vortrag |  riporto | a riportare | da riportare | a transportar | transporte | de transporte
    | transport | transporteren | te transporteren | over te brengen | overdracht | do przeniesienia | z przeniesienia | przeniesienie`,
  subtotal: `positionen netto | subtotal | sub total | sub totals | subtotals | total items | items total | items subtotal | line total sum | total lines | page total | zwischensumme | positionssumme | summe positionen | summe der positionen | seitensumme | warenwert | goods total | goods value | value of goods | summe position | titelsumme | gruppensumme | summe titel
    | net ht | total net ht | montant net ht | valeur des marchandises | sous total | sous totaux | total partiel | subtotales | subtotale | totale parziale | parziale | sub totale | total parcial | goederenbedrag | goederenwaarde | regelbedrag | incidencia | total incidencia | mercadoria | valor dos bens | base imponible parcial | merce | totale righe | subtotaal | sub totaal | tussentotaal | suma czesciowa | suma posrednia | podsuma`,
  total: `total | totals | grand total | total due | amount due | balance due | balance | invoice total | total amount | total net | net total | total price | total value | total invoice | total for this invoice | total gross | gross total | gross amount | net amount | net amount due | total excl | total incl | total excluding | total including | total before | total payable | amount payable | payable | total order | order total | total sum | please pay | to pay | total ht | amount paid | paid | cash | change | visa | mastercard | payment | payments | deposit | prepaid | rounding | total sales | gross amt | net amt | total amt | nett total | nett | rounding adj | rounded | tendered | amount tendered | cash tendered | total inclusive | total exclusive | total after | gst payable | taxable amount | gst taxable | change amt | total includes | total qty | total quantity | total charge | total charges
    | summe | gesamtsumme | gesamtbetrag | gesamt | gesamtpreis | rechnungsbetrag | rechnungssumme | rechnungsbeitrag | gesamtbeitrag | endbetrag | endsumme | nettobetrag | nettosumme | netto | netto summe | summe netto | bruttobetrag | bruttosumme | brutto | summe brutto | zahlbetrag | zu zahlen | zu zahlender betrag | zu zahlender beitrag | offener betrag | bereits bezahlt | gesamt netto | gesamt brutto | auftragssumme | bestellsumme | bestellwert | warenwert netto | nettowarenwert | rechnungsendbetrag | summe inkl | summe exkl | summe zzgl | betrag netto | betrag brutto | fallig | anzahlung | erhaltene anzahlung | erhaltene anzahlungen | gegeben | bar | rundung | angebotssumme | gesamtnetto | steuerbasisbetrag | nettobedrag | ausstehende forderung
    | total general | total ttc | total net ht | montant total | montant ht | montant ttc | montant net | net a payer | a payer | somme a payer | reste a payer | solde | solde a payer | total facture | total commande | total de la facture | acompte | base ht | total taxes | total eur
    | importe total | total factura | total a pagar | base imponible | importe neto | importe liquido | total bruto | total neto | suma | suma total | a pagar | total pedido | total presupuesto
    | totale | totale fattura | totale documento | totale imponibile | imponibile | totale merce | netto a pagare | totale da pagare | totale generale | totale ordine | importo totale | totale complessivo | da pagare
    | soma | valor tributavel | total a pagar | valor total | total geral | total liquido | total iliquido | total da fatura | total documento | valor a pagar | montante total
    | totaal | totaalbedrag | totaal excl | totaal incl | te betalen | totaal te betalen | factuurbedrag | factuur totaal | factuurtotaal | eindtotaal | totaal exclusief | totaal inclusief | exclusief btw | inclusief btw | excl btw | incl btw | netto totaal | bedrag excl | bedrag incl | betaald | nog te betalen
    | razem | suma | ogolem | lacznie | do zaplaty | razem do zaplaty | wartosc netto | wartosc brutto | kwota do zaplaty | naleznosc | naleznosc ogolem | w tym | zaplacono | pozostalo do zaplaty`,
  tax: `ausgangssteuer | vat | tax | taxes | sales tax | total tax | total vat | gst | cgst | sgst | igst | hst | pst | tax total | vat total | vat at | plus vat | incl vat | including vat | state tax | tax amount | vat amount | total gst
    | mwst | mehrwertsteuer | ust | umsatzsteuer | zzgl | zuzuglich | zzgl mwst | zzgl ust | zzgl umsatzsteuer | plus mwst | steuer | steuerbetrag | enthaltene mwst | inkl mwst | davon mwst | summe umsatzsteuer | versicherungsteuer | versicherungssteuer | mw st | enthaltene ust | inkl | enthalten | in diesem beitrag enthaltene
    | tva | t v a | dont tva | total tva | montant tva | taxe | taxes | iva | i v a | cuota iva | cuota | total iva | impuestos | impuesto | irpf | retencion | recargo | di cui iva | totale iva | imposta | ritenuta | bollo | imposta di bollo | total imposto | imposto | irs | btw | totaal btw | waarvan btw | podatek | podatek vat | kwota vat | ptu`,
  charge: `shipping | shipping cost | shipping costs | shipping handling | shipping and handling | freight | handling | delivery charge | delivery fee | postage | postage packing | discount | discounts | total discount | discount total | less | less discount | surcharge | service charge | tip | gratuity | credit | credits
    | versand | versandkosten | porto | fracht | frachtkosten | transportkosten | verpackung | lieferkosten | abzgl | abzuglich | rabatt | rabatte | gesamtrabatt | sondernachlass | nachlass | skonto | rechnungsrabatt | zuschlag | abschlag | gesamtbetrag der zuschlage | gesamtbetrag der abschlage | porto und verpackung | versand und verpackung | bearbeitungsgebuhr
    | frais de port | port | livraison | frais de livraison | remise | escompte | remise globale | frais | eco participation | gastos de envio | portes | descuento | transporte y | envio | spese di spedizione | spese | trasporto | sconto | spese trasporto | desconto | despesas | verzendkosten | verzending | korting | administratiekosten | koszt dostawy | koszty wysylki | rabat | dostawa | wysylka`,
};

/** A label this long or shorter is one by itself when a phrase fills it. */
export interface RowLabel {
  reason: ExclusionReason;
  /** The phrase is all the text there is (numbers, signs and codes aside): "Total EUR", not "Total care kit". */
  whole: boolean;
}

const INDEX = indexLabels();

function indexLabels(): Map<string, { tokens: string[]; reason: ExclusionReason }[]> {
  const index = new Map<string, { tokens: string[]; reason: ExclusionReason }[]>();
  for (const [reason, text] of [
    ...Object.entries(LABELS),
    ...Object.entries(FURTHER_LABELS),
    ...Object.entries(OTHER_SCRIPT_LABELS),
  ] as [ExclusionReason, string][]) {
    for (const label of text.split('|')) {
      const tokens = foldTokens(label);
      const first = tokens[0];
      if (first === undefined) continue;
      const list = index.get(first) ?? [];
      list.push({ tokens, reason });
      index.set(first, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return index;
}

const NOISE =
  /^(?:\d+|%|eur|euro|usd|gbp|chf|pln|inr|rs|in|of|the|de|der|die|du|la|le|zl|dem|incl|inkl|excl|exkl|vat|mwst|ust|tva|iva|btw|ht|ttc|netto|brutto|net|gross|tax|ohne|from|page|seite|pagina|pag|blatt|blad|strona|gst|sst|inclusive|exclusive|amt|adj|rounded|sales|rm|myr|after|exc|inc|von|auf|sur|on|to|zu|am|bis|hors|taxes|taxe|lignes|lines|items|zeilen|righe|lineas|regels|sem|sin|senza|sans|zonder|bez|con|com|avec|met|z|mit|iss|icms|moms|mva|dph|afa|alv|kdv|pdv|ddv|ekskl|exkl|eks|sek|dkk|nok|czk|huf|ron|try|kr|kc|ft|lei|tl|s|celkem)$/;

/** "Take-out total", "Factuur totaal": with such a last word the row is a total whatever comes before. */
const TOTAL_LAST = new Set('total totaal totale totals gesamtbetrag gesamtsumme summe razem'.split(' '));

/** "T.T.C.", "H.T.", "I.V.A." */
const DOTTED = /(?<![\p{L}.])(?:\p{L}\.){2,4}(?!\p{L})/gu;
const joinLetters = (letters: string): string => `${letters.replaceAll('.', '')} `;

/** The label that `text` begins with; undefined when it begins like an item. */
export function readRowLabel(text: string): RowLabel | undefined {
  const tokens = foldTokens((text.length > 120 ? text.slice(0, 120) : text).replace(DOTTED, joinLetters));
  let start = 0;
  while (start < tokens.length && start < 2 && /^\d+$|^%$/.test(tokens[start]!)) start++;
  const first = tokens[start];
  if (first === undefined) return undefined;
  for (const label of INDEX.get(first) ?? []) {
    if (!label.tokens.every((token, i) => tokens[start + i] === token)) continue;
    const rest = tokens.slice(start + label.tokens.length);
    return { reason: label.reason, whole: rest.every((token) => NOISE.test(token)) };
  }
  if (tokens.length <= 5 && TOTAL_LAST.has(tokens.findLast((token) => !NOISE.test(token)) ?? ''))
    return { reason: 'total', whole: true };
  return undefined;
}

const DEDUCTION = new Set(
  'abzgl abzuglich rabatt rabatte nachlass artikelrabatt discount less remise descuento sconto desconto korting rabat'.split(
    ' ',
  ),
);

/** "Less 10 % discount": the row's amount is taken off, whatever its sign. */
export function namesDeduction(text: string): boolean {
  return foldTokens(text)
    .slice(0, 3)
    .some((token) => DEDUCTION.has(token));
}
