// Printed labels of numbers and references, by concept; en de fr es it pt nl pl. Data only.

import { furtherLabels } from './further-labels.ts';
import { phrases } from './phrases.ts';

export const referenceLabels = {
  invoiceNumber: [
    ...phrases(`
      invoice number | invoice no | invoice id | tax invoice no | tax invoice number | inv no | invoice ref | invoice
      reference | bill number | bill no | document no | document number | our invoice no | commercial invoice no |
      proforma invoice no | rechnungsnummer | rechnung nr | rechnungs-nr | rechnungsnr | rechn nr | re-nr | rg-nr |
      faktura nr | fakturanummer | faktur-nr | belegnummer | beleg-nr | dokumentnummer | handelsrechnung nr |
      schlussrechnung nr | teilrechnung nr | abschlagsrechnung nr | numéro de facture | facture n° | facture numéro |
      n° facture | n° de facture | facture no | réf facture | référence facture | n° de pièce | numéro de document |
      facture n° de | número de factura | n° factura | factura n° | núm factura | factura número | n° de factura |
      factura num | num de factura | factura simplificada n° | numero fattura | fattura n | fattura numero | n fattura
      | nr fattura | numero documento | n documento | fattura nr | n. doc | número da fatura | fatura n° | fatura
      número | n° da fatura | n° fatura | factura n° | fatura-recibo n° | nota fiscal n° | factuurnummer | factuurnr |
      factuur nr | factuur nummer | notanummer | faktuurnummer | numer faktury | faktura nr | faktura vat nr | nr
      faktury | faktura numer | nr dokumentu`),
    ...furtherLabels('invoiceNumber'),
  ],
  invoiceTitle: phrases(`
      invoice | tax invoice | rechnung | facture | factura | fattura | fatura | factuur | faktura | faktura vat | bill
      | nota | reference | ref`),
  creditNoteNumber: phrases(`
      credit note number | credit note no | credit memo number | credit memo no | credit note | credit memo | credit
      no | gutschriftnummer | gutschrift nr | gutschriftsnummer | gutschrifts-nr | rechnungskorrektur nr |
      korrekturrechnung nr | stornorechnung nr | stornorechnungsnummer | storno nr | belegnummer | numéro d'avoir |
      avoir n° | n° d'avoir | avoir numéro | facture d'avoir n° | note de crédit n° | numéro de la note de crédit |
      número de abono | abono n° | nota de crédito n° | factura rectificativa n° | número de factura rectificativa |
      n° de abono | número de nota de crédito | nota di credito n | numero nota di credito | nota di accredito n | n
      nota di credito | nota credito n | numero documento | nota de crédito número | número da nota de crédito | n° da
      nota de crédito | creditnota nummer | creditnotanummer | creditnota nr | creditfactuur nummer |
      creditfactuurnummer | creditnummer | faktura korygująca nr | korekta nr | numer korekty`),
  precedingInvoice: phrases(`
      original invoice | original invoice no | less credit to invoice | credit to invoice | credited invoice | original invoice number | related invoice | credit for invoice |
      against invoice | invoice reference | refers to invoice | for invoice | corrected invoice | preceding invoice |
      zu rechnung | zu rechnung nr | zur rechnung | zur rechnung nr | ursprungsrechnung | originalrechnung |
      korrigierte rechnung | bezug rechnung | rechnungsbezug | ursprüngliche rechnung | bezugsrechnung | betrifft
      rechnung | facture d'origine | sur facture | sur facture n° | relatif à la facture | annule la facture | facture
      initiale | avoir sur facture | facture rectifiée | factura original | factura rectificada | rectifica a | rectifica a la factura | rectifica la factura |
      anula la factura | abono de la factura | retifica a fatura | retifica fatura | retifica a factura | rectifica a fatura | anula a fatura | rettifica la fattura |
      rettifica fattura | annule et remplace la facture | concerne la facture | rectifie la facture | corrects invoice | cancels invoice | credits invoice |
      crediteert factuur | corrigeert factuur | korrigiert rechnung | storniert rechnung |
      factura de referencia | corresponde a la factura | fattura di riferimento | rif fattura | riferimento fattura |
      fattura originale | storno fattura | fatura de origem | fatura original | referente à fatura | documento de
      origem | oorspronkelijke factuur | betreft factuur | op factuur | originele factuur | bij factuur | do faktury |
      dotyczy faktury | faktura pierwotna | korekta do faktury`),
  purchaseOrderNumber: [
    ...phrases(`
      purchase order | purchase order no | purchase order number | po number | po no | po # | p.o. number | p.o. no |
      p.o. # | p.o | po | your order | your order no | your order number | customer order no | customer order number |
      customer po | buyer's order no | buyer's order number | customer's order no | buyer order no | order reference | your po | order no | order number | order # | your reference |
      cust order no | client order | purchase order ref | po ref | bestellnummer | bestell-nr | bestellung |
      bestellung nr | ihre bestellung | ihre bestellnummer | ihre bestellung nr | auftragsnummer | auftrags-nr |
      auftrag nr | kundenbestellung | ihr auftrag | bestellreferenz | ihre bestell-nr | ihr zeichen | bon de commande
      | n° de commande | numéro de commande | commande n° | votre commande | votre commande n° | réf commande |
      référence commande | n° commande | bon de commande n° | votre référence | votre réf | n° de bon de commande |
      pedido | número de pedido | n° pedido | n° de pedido | su pedido | pedido n° | orden de compra | orden de compra
      n° | su referencia | núm pedido | pedido cliente | ordine d'acquisto | numero d'ordine | ordine n | vs ordine |
      vostro ordine | n ordine | numero ordine | rif ordine | ordine cliente | ordine di acquisto n | vs rif |
      encomenda | encomenda n° | n° da encomenda | ordem de compra | número da encomenda | v/ encomenda | vossa
      encomenda | nota de encomenda | pedido de compra | inkoopordernummer | ordernummer | bestelnummer | uw
      referentie | uw ordernummer | uw order | inkooporder | bestelbon | ordernr | uw bestelnummer | inkoopnummer |
      bestelling | uw kenmerk | numer zamówienia | zamówienie nr | nr zamówienia | do zamówienia`),
    ...furtherLabels('purchaseOrderNumber'),
  ],
  contractNumber: phrases(`
      contract number | contract no | contract | agreement number | agreement no | agreement ref | contract ref |
      contract reference | vertragsnummer | vertrags-nr | vertrag nr | rahmenvertrag | vertragskonto | vertrag |
      numéro de contrat | contrat n° | n° de contrat | réf marché | marché n° | n° contrat | référence contrat | n° de
      marché | número de contrato | contrato n° | n° contrato | contrato | numero contratto | contratto n | n
      contratto | rif contratto | contratto | n° do contrato | número do contrato | contractnummer | contract nr |
      contractnr | numer umowy | umowa nr`),
  customerNumber: [
    ...phrases(`
      customer number | customer no | customer id | account number | account no | client number | client id | client
      no | customer ref | cust no | cust id | customer account | account id | customer code | kundennummer | kunden-nr
      | kundennr | kd-nr | kunde nr | ihre kundennummer | kdnr | debitorennummer | debitor | debitoren-nr | ihre
      nummer | kunden nummer | votre référence client | votre numéro client | votre n° client | votre n° de client | numéro de client | n° client | n° de client | code client | réf client | référence
      client | compte client | id client | client n° | numéro client | número de cliente | n° cliente | código cliente
      | cod cliente | código de cliente | cliente n° | n° de cliente | id cliente | codice cliente | cod cliente |
      numero cliente | n cliente | cliente n | número do cliente | código do cliente | cliente nº | n° de cliente |
      klantnummer | klantnr | klant nr | debiteurnummer | debiteurnr | relatienummer | klantcode | debiteur | numer
      klienta | nr klienta | kod klienta | nr odbiorcy`),
    ...furtherLabels('customerNumber'),
  ],
  quotationNumber: [
    ...phrases(`
      quotation number | quotation no | quote number | quote no | quote # | offer number | offer no | quotation |
      quotation ref | quote ref | estimate number | estimate no | estimate # | proposal number | proposal no | quote
      id | bid number | our offer | offer ref | tender no | angebotsnummer | angebot nr | angebots-nr | angebotsnr |
      kostenvoranschlag nr | offerte nr | unser angebot | angebot | offertnummer | numéro de devis | devis n° | n° de
      devis | n° devis | offre n° | offre de prix n° | référence devis | réf devis | votre devis | proposition n° |
      número de presupuesto | presupuesto n° | n° presupuesto | oferta n° | cotización n° | número de oferta | n° de
      oferta | núm presupuesto | cotización | número de cotización | numero preventivo | preventivo n | offerta n |
      numero offerta | n preventivo | n offerta | preventivo nr | ns offerta | orçamento n° | proposta n° | número do
      orçamento | cotação n° | n° do orçamento | n° da proposta | número da proposta | offertenummer | offerte nr |
      offertenr | offerte nummer | offerte | prijsopgave nr | numer oferty | oferta nr | nr oferty`),
    ...furtherLabels('quotationNumber'),
  ],
  rfqNumber: phrases(`
      rfq number | rfq no | rfq # | rfq ref | rfq | your rfq | enquiry no | enquiry number | inquiry no | inquiry
      number | your enquiry | your inquiry | request no | request for quotation no | rfq reference | request for
      quotation number | tender number | tender ref | reference number | solicitation no | enquiry ref | anfragenummer
      | anfrage nr | anfrage-nr | ihre anfrage | ausschreibung nr | ausschreibungsnummer | vergabenummer |
      preisanfrage nr | demande de prix n° | appel d offres n° | votre demande | n° de consultation | demande de devis
      n° | consultation n° | référence consultation | solicitud n° | solicitud de cotización n° | petición de oferta
      n° | su solicitud | número de solicitud | solicitud de oferta n° | richiesta n | richiesta di offerta n | vs
      richiesta | vostra richiesta | rdo n | richiesta di preventivo n | numero richiesta | pedido de cotação n° |
      pedido de orçamento n° | consulta n° | vosso pedido | número do pedido | offerteaanvraag nr | uw aanvraag |
      aanvraagnummer | aanvraag nr | offerteaanvraagnummer | zapytanie nr | zapytanie ofertowe nr`),
  orderNumber: phrases(`
      purchase order number | purchase order no | purchase order # | po number | po no | po # | order number | order
      no | order # | p.o. number | p.o. no | p.o. # | purchase order | po ref | order ref | order id | our order no |
      bestellnummer | bestell-nr | bestellung nr | bestellung nummer | auftragsnummer | auftrags-nr | bestellnr |
      bestellung | bon de commande n° | n° de commande | numéro de commande | commande n° | n° commande | n° bon de
      commande | pedido n° | número de pedido | n° pedido | orden de compra n° | n° de pedido | pedido de compra n° |
      orden n° | número de orden | ordine n | numero ordine | ordine di acquisto n | ordine d'acquisto n | n ordine |
      ordine nr | numero d ordine | encomenda n° | n° da encomenda | nota de encomenda n° | ordem de compra n° |
      número da encomenda | pedido de compra n° | inkoopordernummer | ordernummer | bestelnummer | inkooporder nr |
      bestelbon nr | ordernr | inkooporder | bestelbonnummer | bestelling nr | zamówienie nr | numer zamówienia | nr
      zamówienia`),
  deliveryNoteNumber: phrases(`
      delivery note number | delivery note no | delivery no | delivery number | dispatch note no | despatch note no |
      packing slip no | packing list no | grn no | goods receipt no | delivery note | shipment no | shipment number |
      do no | delivery order no | despatch no | packing slip # | goods received note no | lieferscheinnummer |
      lieferschein nr | lieferschein-nr | lieferscheinnr | lieferschein | warenbegleitschein nr | ls-nr | lieferung nr
      | wareneingang nr | bon de livraison n° | n° de bl | bl n° | n° bon de livraison | numéro de livraison |
      bordereau de livraison n° | bon d'expédition n° | numéro de bl | albarán n° | número de albarán | n° albarán |
      albarán | nota de entrega n° | número de entrega | albarán de entrega n° | ddt n | documento di trasporto n |
      bolla n | numero ddt | bolla di consegna n | d.d.t. n | n ddt | guia de remessa n° | guia de transporte n° |
      guia n° | nota de entrega n° | n° da guia | pakbon nr | pakbonnummer | leverbon nr | leveringsnummer |
      vrachtbrief nr | afleverbon nr | leverbonnummer | wz nr | numer wz | nr dostawy`),
  receiptNumber: phrases(`
      receipt no | receipt number | receipt # | bill no | invoice no | invoice # | slip no | slip number | transaction
      no | trans no | trx no | check no | check # | order no | order # | doc no | document no | ticket no | ticket |
      rcpt no | cash bill no | bil no | trans # | transaction # | cb# | invoice number | tax invoice no | chk |
      reference no | inv no | bon-nr | bonnr | belegnummer | beleg-nr | quittung nr | kassenbon nr | rechnung nr |
      rechnungsnummer | beleg | ticket n° | reçu n° | n° ticket | facture n° | n° de ticket | ticket no | recibo n° |
      n° ticket | factura simplificada | fra simplificada | n° factura | scontrino n | documento n | ricevuta n | doc
      n | recibo n° | fatura simplificada n° | talão n° | bonnummer | bon nr | kassabon nr | transactie nr | paragon
      nr`),
};

/** Labels of numbers that none of our fields hold, so that they don't pass for one that does. */
export const otherNumberLabels = [
  ...phrases(`
      chave de acesso | protocolo de autorização de uso | protocolo de autorização | clave de acceso | folio fiscal | cufe | uuid | ettn | certificado digital | sello digital | article no | item no | part no | serial no | phone no | fax no | tel no | page no | batch no | vat no | tax no |
      vat reg no | gst no | gst reg no | company no | registration no | co reg no | reg no | account no | bank account
      no | iban no | tracking no | tracking number | cheque no | table no | cashier no | counter no | terminal no |
      batch number | member no | card no | approval code | license no | gln | global location number | mandate
      reference | steuernummer | steuer-nr | st-nr | artikel-nr | artikelnummer | konto-nr | kontonummer | serien-nr |
      telefon nr | handelsregisternummer | hrb nr | ust-id-nr | ust-idnr | umsatzsteuer-id | pos nr |
      lieferantennummer | lieferanten-nr | globale nummer | mandatsreferenz | gläubiger id | leitweg-id |
      projektnummer | projekt-nr | kostenstelle | n° tva | n° de tva | n° siret | n° siren | n° de compte | n° article
      | n° rcs | n° de téléphone | n° tva client | n° tva intracommunautaire | n° fournisseur | n° de dossier | numéro
      de dossier | numéro de ligne | numéro de tva | n° de cuenta | n° de serie | n° registro | n° nif | numero rea |
      numero verde | n conto | n° contribuinte | n° de contribuinte | btw nummer | btw nr | kvk nummer | kvk nr |
      rekeningnummer | artikelnummer | serienummer | nr konta | numer konta | nr rejestrowy`),
  ...furtherLabels('otherNumber'),
];
