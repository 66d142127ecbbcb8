// The words that labels of totals are made of, by what they say. Labels are read by composition: "Rechnungssumme netto (exkl. USt.)"
// has a word for sum, one for net, one for tax. Folded, compounds split as in recognize/labels/tokens. Data only.

import { furtherWords } from './further-labels.ts';

const words = (text: string, part?: Parameters<typeof furtherWords>[0]): ReadonlySet<string> =>
  new Set(`${text} ${part ? furtherWords(part) : ''}`.split(/\s+/).filter(Boolean));

export const totalWords = {
  sum: words(
    `total totals totaux rechnungstotal totalbetrag sum summe gesamt gesamtwert amount betrag bedrag montant somme importe importo totale totaal valor suma razem kwota wartosc
    rechnungs rechnung invoice factuur facture factura fattura fatura order bestell auftrags angebots value wert warenwert goods order quote general generale
    geral general cost beitrag premium premie prime
    price preis prix precio prezzo prijs price contract total's`,
    'sum',
  ),
  net: words(
    `net netto neto nett ohne exkl exklusive excl exclusive excluding exc ex before ht hors htva sin senza sem zonder imponible imponibile
    tributavel incidencia iliquido liquido liquida parziale parcial parciales partiel righe regels lineas linhas lignes zeilen subtotal subtotale subtotaal sub zwischen sous zwischentotal nettototal taxable untaxed base warenwert positions positionssumme goods merce merci exclusief excluded without`,
    'net',
  ),
  gross: words(
    `gross brutto bruto lordo inkl inklusive incl inclusive including inc ttc tvac comprises comprise incluido incluida incluidos inclusa incluso
    endtotal endbetrag endsumme gesamttotal ivato con com inclusief incluse grand final end all with toutes`,
    'gross',
  ),
  tax: words(
    `ust mwst ausgangssteuer umsatzsteuer mehrwertsteuer vat tax taxes gst tva iva btw imposta imposte impuesto impuestos imposto impostos podatek steuer
    taxe igst cgst sgst hst pst sst omzetbelasting icms ipi iss cofins ieps itbis vatable umsatz moms alv dph afa igic`,
    'tax',
  ),
  due: words(
    `due zahlen zahlung payer payable pay betalen pagar pagare offen offener offene open outstanding balance solde saldo rest restbetrag
    zahl zahlbetrag uberweisen residual residuo pendiente openstaand zaplaty owing falliger zahlender voldoen regler dovuto forderung remaining`,
    'due',
  ),
  paid: words(
    `paid bezahlt gezahlt anzahlung anzahlungen vorauszahlung acompte acomptes deposit prepaid pagado anticipo acconto pago adiantamento betaald
    aanbetaling zaplacono zaliczka voldaan received prepayment advance versato regle paye bereits already reeds deja`,
    'paid',
  ),
  discount: words(
    `discount rabatt nachlass remise rabais descuento dto sconto desconto korting rabat skonto allowance allowances abschlag abschlage rebate
    sondernachlass preisnachlass bonificacion ristourne gutschein abzug`,
    'discount',
  ),
  shipping: words(
    `shipping freight versand versandkosten fracht frachtkosten porto port livraison delivery carriage postage envio portes spedizione trasporto
    transport transporte verzendkosten lieferkosten transportkosten handling vracht verpackung`,
    'shipping',
  ),
  charge: words('charge charges zuschlag zuschlage surcharge fee gebuhr gebuhren frais gastos spese despesas kosten'),
  rounding: words(
    'rounding round rundung arrondi redondeo arrotondamento arredondamento afronding zaokraglenie rundungsdifferenz',
    'rounding',
  ),
  filler: words(
    `the of and for this in to a an de la le les du des del della di da do der die das den von vom zu zum zur zzgl zuzuglich plus abzgl abzuglich
    less minus add more your our ihr eur usd gbp chf pln inr myr rm rs euro euros dollars dem auf the et und e y en i o het per on van je w sur rate number line lines items
    item article articles positionen position all # amounts gesamten aller alle current aktuell neu new`,
    'filler',
  ),
};
