// What the labels on receipts are made of, by what the words say, in the languages of tills. Folded; data only.

import { type WordLists, wordLists } from './ocr-words.ts';

export const labelShapes = wordLists({
  sum: `total totals ttl summe gesamt gesamtbetrag gesamtsumme endbetrag endsumme totaal totale montant importe importo razem suma jumlah
    totalbetrag rechnungsbetrag bruttobetrag eindtotaal totaalbedrag somme toplam celkem yhteensa summa sales somma tota otal tatal totl amount amt betrag bedrag bill ammount`,
  amount: 'amount amt betrag bedrag importe importo montant valor sales bill ammount summe',
  grand: 'grand nett final general generale general geral ttc complessivo',
  net: 'net netto neto nett ht iliquido',
  due: 'due payable pay zahlen payer pagar pagare betalen zaplaty owing owed zahlbetrag voldoen bezahlen collect',
  rounded: 'rounded afgerond gerundet arrondie aft after atf',
  inclusive:
    'inclusive incl including inclu inkl inklusive ttc ivato incluido incluida inclusief incluso incluse inc with comprise brutto gross adj tvac',
  includes:
    'includes included enthalten enthaltene darin dont inclusa inbegrepen waarvan thereof incluye incluidos contenuto',
  exclusive:
    'exclusive excl excluding exkl exclu ohne hors excluded before without sin exclusief exc senza taxless pretax',
  sub: 'subtotal sub zwischensumme sous subtotaal subtotale subttl subtot subtl parcial sbtl merchandise warenwert subtota',
  tax: `gst tax taxes vat sst tva mwst ust iva btw pst hst qst moms dph taxe steuer umsatzsteuer mehrwertsteuer ppn
    taxa impuesto impuestos imposta igst cgst sgst salestax igic kdv alv`,
  base: 'taxable base imponible imponibile nettobetrag bemessungsgrundlage zeroratedsales vatable supplies grundlage',
  service: 'service svc srv serv servis bedienung servicecharge pelayanan servizio coperto',
  charge: 'charge chg chrg charges chge fee',
  tip: 'tip tips gratuity trinkgeld pourboire propina mancia gorjeta fooi napiwek grat',
  rounding:
    'rounding round rnd rundung arrondi redondeo arrotondamento arredondamento afronding zaokraglenie roundng rounging pembundaran roundadj',
  cash: `cash tendered tender bar gegeben especes contanti contante efectivo dinheiro numerario contant tunai bargeld barzahlung gotowka
    kontant geld received entregado erhalten ontvangen recu bayaran`,
  paid: 'paid payment payments pay bezahlt betaald pagado pagato paye regle pago zaplacono paiement bayar',
  card: `pinpas visa mastercard master amex debit credit card maestro girocard eckarte karte kartenzahlung carte cb tarjeta carta bancomat cartao pin
    pinnen eftpos contactless kontaktlos electron discover debito credito multibanco vpay nets mykad ewallet grab tng eft creditcard debitcard americanexpress ec bankkarte`,
  change:
    'change chg ruckgeld zuruck rendu monnaie cambio vuelto resto troco wisselgeld baki reszta retourgeld chnge restgeld kembali kembalian changedue rendre devolucion',
  discount: `discount disc saving savings saved rabatt remise descuento dto sconto desconto korting voucher coupon coupons points promo promotion
    redemption rebate deal gutschein rabais offer bonus ersparnis gespart`,
  count:
    'qty quantity item items pcs pieces count artikel articles article stuck anzahl nbr units kuantiti cantidad quantita numero articulos articoli itm pax pts',
  deposit: 'deposit balance limit available prev previous acct',
  summary:
    'summary analysis breakdown aufteilung recap summery rates detail specification ventilation desglose riepilogo',
  price: 'price uprice unit u/p',
});

export type LabelPart = typeof labelShapes extends WordLists<infer Name> ? Name : never;

/** Rows that say nothing of the shop: greetings, rules of return, advertising. */
export const GREETING =
  /thank|welcome|guest number|your (?:number|order)|please come|come again|goods? sold|not (?:be )?(?:return|refund|exchang)|refund|exchange|have a (?:nice|good|great)|vielen dank|danke|besuch|auf wiedersehen|merci|bienvenue|au revoir|gracias|vuelva|grazie|arrivederci|obrigad|volte sempre|bedankt|tot ziens|dzi[eę]kujemy|terima kasih|selamat|follow us|like us|facebook|instagram|promo(?:tion)?\b|opening hours|shopping hours|business hours|[öo]ffnungszeiten|licen[cs]ee of|formerly|customer (?:copy|service|care)|merchant copy/iu;

/** Stamps and marks printed beside or over a row. */
export const STAMP = /^\W*(?:posted|paid|copy|original|duplicate|reprint(?:ed)?|void|kopie|copie|copia|duplikat)\W*$/iu;

/** What a receipt calls itself; a row of only such words is a title. */
export const TITLE =
  /^[\W_]*(?:(?:simplified|full|official|cash|sales?|payment|guest|customer|duplicate|computer generated|gst|vat|your|order|restaurant|retail|final|adjustment|debit|tax ?invoice)[\s/-]*)*(?:tax[\s-]*in[vy][o0][il1]ce|in[vy][o0][il1]ce|receipt|rece[il1]pt|bill|check|sales?|note|chit|order|resit|rechnung|kassenbon|kassenbeleg|kassenzettel|quittung|beleg|bon|bewirtungsbeleg|facture|ticket(?: de caisse)?|re[çc]u|note|factura(?: simplificada)?|recibo|ticket de compra|scontrino|ricevuta(?: fiscale)?|documento commerciale|fattura|preconto|fatura(?:[ -]recibo| simplificada)?|tal[ãa]o|kassabon|bonnetje|rekening|paragon(?: fiskalny)?|nota|struk|cash sales?|cash bill)(?:[\s/-]*(?:adjustment note|copy|original|invoice|receipt))?[\W_]*$/iu;

/** Rows behind the shop's own: who buys, what till, what is sold. */
export const CUSTOMER =
  /^\W*(?:bill(?:ed)? to|sold to|ship to|deliver(?:ed)? to|customer|cust\b|client|kunde|kunden|name\s*:|to\s*:|attn|member|guest name|cliente|klant|empf[äa]nger|debtor|account\b|a\/c|received from|re[çc]u de|recib[ií](?:mos)? de|ricevuto da|erhalten von|ontvangen van|recebi(?:mos|do)? de|otrzymano od)/iu;
export const TILL =
  /(?:^|[\s([])(?:cashier|kassierer|kasse|bediener|caissier|caisse|cajero|caja|cassiere|cassa|caixa|operador|kassa|kassier|server|waiter|waitress|kellner|serveur|table|tisch|tbl|mesa|tavolo|tafel|terminal|term|till|counter|ctr|register|reg|pos|trans(?:action)?|trx|txn|chk|check|guests?|covers?|pax|order|ord|pump|salesperson|salesman|operator|staff|member|shift|doc|bil|inv(?:oice)?|receipt|rcpt|ref|slip|bill|ticket|bon|beleg|host|station|queue|takeaway|take away|dine in|eat in|date|datum|fecha|data|time|uhrzeit|heure|hora|ora|tijd)\s*(?:no|nr|num(?:ber)?|id|name|n[°º])?\s*(?:[.#:=]|\s\d)/iu;
export const COLUMN_TITLES =
  /\b(?:qty|quantity|quant|menge|qt[ée]|cant(?:idad)?|aantal|anzahl|qnty)\b.*\b(?:price|amount|amt|total|preis|betrag|prix|montant|precio|importe|prezzo|importo|prijs|bedrag|rm|desc\w*|item)\b|\b(?:item|description|desc|artikel|article|bezeichnung|descripci[óo]n|descri[cç][ãa]o|descrizione|omschrijving|product)\b.*\b(?:qty|price|amount|amt|total|preis|betrag|prix|montant|precio|importe|prezzo|importo|prijs|bedrag|rm)\b/iu;
