// Printed labels of totals and amounts, by concept; en de fr es it pt nl pl. Data only.

import { furtherLabels } from './further-labels.ts';
import { phrases } from './phrases.ts';

export const amountLabels = {
  netTotal: [
    ...phrases(`
      subtotal | sub total | sub-total | net total | total net | net amount | total excl vat | total ex vat | total
      excluding vat | total before tax | amount before tax | taxable amount | net value | total exclusive of vat |
      total excl tax | subtotal excl tax | total without vat | total net amount | total excluding tax | total excl gst
      | net | total taxable | sub total excl vat | total net of vat | taxable value | total exc vat | untaxed amount |
      goods total | net invoice amount | invoice subtotal | total ex gst | total exclusive | nettobetrag | netto |
      summe netto | zwischensumme | nettosumme | gesamtbetrag netto | gesamt netto | netto gesamt | gesamtnetto |
      rechnungsbetrag netto | warenwert | summe nettobeträge | nettowert | zwischensumme netto | summe ohne mwst |
      betrag netto | netto-betrag | nettoentgelt | steuerbasisbetrag | gesamtsumme netto | steuerlicher nettobetrag |
      positionssumme | summe positionen | zwischentotal | nettototal | total exkl mwst | nettogesamtbetrag | total netto | netto summe | gesamt ohne mwst |
      nettorechnungsbetrag | total ht | montant ht | total hors taxes | total hors taxe | sous-total | sous total |
      net ht | total net ht | montant total ht | montant hors taxes | total h.t | base ht | montant net ht | total
      général ht | sous-total ht | total hors tva | montant hors tva | htva | base imponible | total neto | importe
      neto | subtotal | suma | total sin iva | total bruto | neto | suma y sigue | importe base | total base imponible
      | importe sin iva | base | imponibile | totale imponibile | totale netto | subtotale | netto | totale merce |
      importo netto | totale senza iva | imponibile iva | totale merci | imponibile totale | total líquido | total sem
      iva | base tributável | incidência | valor líquido | total ilíquido | mercadoria/serviços | base de incidência |
      valor sem iva | total s/ iva | subtotaal | totaal excl btw | netto totaal | totaal exclusief btw | bedrag excl
      btw | nettobedrag | totaal netto | totaalbedrag excl btw | totaal excl | excl btw | netto bedrag | totaal ex btw
      | bedrag exclusief btw | razem netto | wartość netto | suma netto | kwota netto | łącznie netto | netto razem`),
    ...furtherLabels('netTotal'),
  ],
  taxTotal: [
    ...phrases(`
      vat | tax | sales tax | total vat | total tax | vat amount | tax amount | vat total | gst | total gst | gst
      amount | hst | tax total | plus vat | vat @ | gst @ | service tax | igst | total tax amount | value added tax |
      amount of vat | tax due | sst | total taxes | estimated tax | vat payable | add vat | ausgangssteuer | mwst | ust | umsatzsteuer
      | mehrwertsteuer | mwst-betrag | steuerbetrag | ust-betrag | zzgl mwst | zzgl ust | zuzüglich mwst | zuzügl ust
      | summe mwst | ust gesamt | gesamt mwst | summe ust | zzgl umsatzsteuer | zuzüglich umsatzsteuer | steuer | mwst
      gesamt | umsatzsteuerbetrag | gesamtbetrag mwst | summe umsatzsteuer | steuern | mehrwertsteuerbetrag |
      umsatzsteuer gesamt | gesamtsteuer | enthaltene mwst | enthaltene umsatzsteuer | mwst summe | steuergesamtbetrag
      | zzgl mehrwertsteuer | summe steuer | steuersumme | inkl mwst | darin enthaltene mwst | tva | montant tva |
      total tva | montant de la tva | dont tva | t.v.a | total taxes | taxes | montant total tva | total de la tva |
      tva totale | taxe | iva | total iva | cuota iva | importe iva | cuota | i.v.a | impuestos | total impuestos |
      cuota de iva | igic | importe de iva | impuesto | totale iva | imposta | importo iva | totale imposta |
      ammontare iva | imposte | di cui iva | totale imposte | iva totale | total do iva | valor do iva | valor iva |
      imposto | total imposto | montante do iva | impostos | total de iva | btw | btw bedrag | totaal btw | btw-bedrag
      | waarvan btw | omzetbelasting | btw totaal | totaalbedrag btw | bedrag btw | kwota vat | podatek vat | vat
      razem | razem vat | podatek | suma vat`),
    ...furtherLabels('taxTotal'),
  ],
  grossTotal: [
    ...phrases(`
      grand total | total amount | invoice total | total incl vat | total including vat | total inc vat | gross total
      | total gross | gross amount | total invoice amount | invoice amount | amount payable | net payable | total
      payable | total amount due | order total | total incl tax | total including tax | total price | total inclusive
      of vat | total amount payable | total incl gst | total for this invoice | total due | nett total | total invoice
      value | invoice value | total charges | total inc gst | total cost | final total | total to pay | total value |
      total amount incl vat | total amount with tax | amount incl vat | total with tax | bill amount | bill total |
      total invoice | total sales | contract total | quote total | quotation total | purchase order total | po total |
      total (usd) | total usd | total eur | total gbp | credit total | total credit | total inclusive | gesamtbetrag |
      rechnungsbetrag | rechnungstotal | gesamttotal | endtotal | totalbetrag | bruttobetrag | endbetrag | gesamtsumme | rechnungssumme | bruttosumme | gesamtbetrag brutto |
      summe brutto | brutto | gesamt brutto | summe inkl ust | summe inkl mwst | gesamtbetrag inkl mwst | endsumme | endbetrag |
      rechnungsendbetrag | total brutto | betrag inkl mwst | gesamtpreis | rechnungsgesamtbetrag | gesamtbetrag inkl
      ust | rechnungsbetrag brutto | bruttogesamtbetrag | gesamt inkl mwst | brutto gesamt | gesamtbrutto | summe
      gesamt | brutto-rechnungsbetrag | auftragssumme | angebotssumme | bestellsumme | gutschriftbetrag |
      gutschriftsbetrag | rechnungsbetrag inkl mwst | gesamtsumme brutto | bruttorechnungsbetrag | betrag brutto |
      total inkl mwst | gesamtsumme inkl mwst | kaufpreis | auftragswert | total ttc | montant ttc | net à payer |
      total toutes taxes comprises | total à payer | montant total | montant total ttc | somme à payer | montant à
      payer | total général | total facture | t.t.c | ttc | net à payer ttc | total général ttc | montant toutes taxes
      comprises | total tvac | montant de la facture | total tva comprise | prix total | total de la facture | montant
      net à payer | total net ttc | total à régler | importe total | total factura | total a pagar | total con iva |
      importe líquido | total iva incluido | total general | total eur | líquido a percibir | total presupuesto |
      total pedido | importe factura | total importe | importe a pagar | total euros | total abono | monto total |
      total documento | totale fattura | totale documento | totale da pagare | totale ivato | importo totale | netto a
      pagare | totale complessivo | totale generale | totale euro | totale iva inclusa | totale ordine | totale
      preventivo | totale offerta | totale dovuto | totale lordo | totale a pagare | importo dovuto | total a pagar |
      total geral | total da fatura | valor total | total com iva | total documento | total do documento | montante
      total | total c/ iva | total a liquidar | total da encomenda | total do orçamento | total líquido a pagar |
      totaal incl btw | te betalen | totaalbedrag | totaal inclusief btw | eindtotaal | factuurbedrag | totaal te
      betalen | totaal bedrag | bedrag incl btw | bruto | totaal bruto | factuurtotaal | totaalbedrag incl btw |
      totaal eur | te voldoen | brutobedrag | totaal incl | eindbedrag | ordertotaal | razem brutto | do zapłaty |
      wartość brutto | suma brutto | należność ogółem | kwota brutto | razem do zapłaty | łącznie brutto | kwota do
      zapłaty | ogółem | należność`),
    ...furtherLabels('grossTotal'),
  ],
  anyTotal: phrases(`
      total | totals | summe | gesamt | totaal | totale | total general | razem | suma | betrag | amount | importe |
      montant | importo | sum | bedrag | valor | jumlah | totaux`),
  amountDue: [
    ...phrases(`
      amount due | balance due | balance | outstanding | amount outstanding | amount to pay | due amount | remaining
      balance | balance to pay | to pay | total outstanding | please pay | pay this amount | balance payable |
      outstanding balance | total amount due | open amount | amount owing | residual | total due | amount payable |
      new balance | zahlbetrag | offener betrag | zu zahlen | restbetrag | noch zu zahlen | zu zahlender betrag |
      fälliger betrag | zahlungsbetrag | offen | verbleibender betrag | überweisungsbetrag | zu überweisen | fälliger
      gesamtbetrag | ausstehender betrag | zu überweisender betrag | forderungsbetrag | restforderung | restzahlung |
      saldo | reste à payer | solde à payer | net à payer | montant dû | solde | reste dû | montant à payer | somme à
      payer | à payer | solde dû | montant restant dû | net à régler | restant dû | importe pendiente | pendiente de
      pago | saldo pendiente | a pagar | importe a pagar | total a pagar | pendiente | total pendiente | líquido a
      pagar | importo da pagare | da pagare | saldo | netto a pagare | residuo | totale da pagare | importo dovuto |
      saldo a pagare | da versare | restante | valor a pagar | montante a pagar | em dívida | saldo a pagar | total a
      pagar | valor em dívida | valor em aberto | te betalen | openstaand | te betalen bedrag | nog te betalen |
      openstaand bedrag | te voldoen | restbedrag | saldo te betalen | resterend bedrag | openstaand saldo | nog te
      voldoen | do zapłaty | pozostało do zapłaty | kwota do zapłaty | pozostaje do zapłaty`),
    ...furtherLabels('amountDue'),
  ],
  paidAmount: [
    ...phrases(`
      paid | amount paid | already paid | prepaid | payments received | payment received | deposit | less paid |
      advance payment | paid amount | less deposit | total paid | less advance | deposit paid | prepaid amount |
      payments | payments/credits | less payments | bereits gezahlt | anzahlung | gezahlt | vorauszahlung | bereits
      bezahlt | bezahlter betrag | abzgl anzahlung | geleistete zahlungen | erhaltene anzahlung | geleistete anzahlung
      | abschlagszahlung | abschlagszahlungen | geleistete abschlagszahlungen | abzüglich anzahlung | bezahlt | anzahlungsbetrag | erhaltene zahlungen | zahlungseingang |
      gezahlter betrag | vorausbezahlt | abzüglich bereits gezahlt | déjà payé | acompte | acompte versé | montant
      payé | déjà réglé | payé | acomptes versés | avance | déjà versé | montant réglé | règlement reçu | acompte payé
      | déduction acompte | pagado | anticipo | a cuenta | importe pagado | entregado a cuenta | pagos recibidos |
      anticipos | total pagado | ya pagado | entrega a cuenta | acconto | già pagato | pagato | acconto versato |
      importo pagato | acconti | acconto ricevuto | anticipo versato | pago | adiantamento | já pago | valor pago |
      sinal | adiantamentos | montante pago | betaald | aanbetaling | reeds betaald | reeds voldaan | vooruitbetaald |
      voldaan | ontvangen betaling | reeds betaald bedrag | voorschot | zapłacono | zaliczka | wpłacono | już
      zapłacono`),
    ...furtherLabels('paidAmount'),
  ],
  discountTotal: [
    ...phrases(`
      discount | total discount | less discount | discount amount | rebate | discounts | allowance | trade discount |
      total discounts | invoice discount | less allowance | document discount | total allowances | sum of allowances |
      rabatt | nachlass | gesamtrabatt | abzgl rabatt | preisnachlass | abzüge | summe abzüge | rabattbetrag |
      abschläge | summe rabatte | sonderrabatt | kundenrabatt | treuerabatt | gutschein | summe nachlässe | abzüglich
      rabatt | mengenrabatt | remise | rabais | remise globale | total remise | ristourne | remise commerciale | total
      remises | réduction | montant remise | descuento | dto | total descuento | bonificación | descuentos | descuento
      global | total descuentos | descuento comercial | importe descuento | sconto | totale sconto | abbuono | sconti
      | sconto totale | totale sconti | sconto incondizionato | importo sconto | desconto | descontos | total
      descontos | desconto global | total de descontos | desconto comercial | korting | totale korting | korting
      totaal | totaal korting | kortingen | rabat | upust`),
    ...furtherLabels('discountTotal'),
  ],
  shippingTotal: [
    ...phrases(`
      shipping | freight | delivery charge | shipping charges | carriage | postage | delivery charges | shipping and
      handling | shipping & handling | handling | delivery fee | freight charges | transport | postage and packing |
      shipping cost | delivery cost | s&h | p&p | shipping fee | freight cost | delivery costs | versand |
      versandkosten | porto | fracht | lieferkosten | porto und verpackung | frachtkosten | transportkosten | versand
      und verpackung | verpackung und versand | versandpauschale | fracht/verpackung | versandkostenpauschale |
      verpackung | frachtpauschale | porto & verpackung | frais de port | port | frais de livraison | frais
      d'expédition | transport | livraison | frais de transport | port et emballage | port ht | frais de port ht |
      portes | gastos de envío | transporte | envío | gastos de transporte | portes y embalajes | costes de envío |
      spese di spedizione | trasporto | spese di trasporto | spedizione | spese trasporto | spese spedizione | spese
      accessorie | imballo | portes de envio | custos de envio | despesas de envio | envio | transporte e embalagem |
      verzendkosten | vracht | porto | leveringskosten | bezorgkosten | transportkosten | vrachtkosten |
      administratie- en verzendkosten | koszty wysyłki | transport | koszt dostawy | dostawa`),
    ...furtherLabels('shippingTotal'),
  ],
  rounding: [
    ...phrases(`
      rounding | rounding adjustment | rounding adj | round off | rounding difference | rounded | rundung |
      rundungsdifferenz | arrondi | redondeo | arrotondamento | arredondamento | afronding | afrondingsverschil |
      zaokrąglenie | rounded off | round adj | roundup adj`),
    ...furtherLabels('rounding'),
  ],
  tip: phrases(`
      tip | gratuity | trinkgeld | pourboire | propina | mancia | gorjeta | fooi | service charge | svc chg | serv
      charge | service chg | tips | added gratuity`),
  change: phrases(`
      change | cash | cash tendered | tendered | change due | rückgeld | gegeben | bar | rendu | espèces | cambio |
      efectivo | contanti | resto | troco | numerário | wisselgeld | contant | received | amount tendered | paid cash
      | zurück | monnaie | entregado | kartenzahlung | visa | mastercard | debit | total qty | total quantity | qty
      total | total items | item count | items | number of items | total savings | you saved | points | total points |
      total gst | gst summary | tax summary | total rounded | total discount | total item | no of items | total pcs |
      gst amount | total sales excluding gst | total excluding gst`),
};
