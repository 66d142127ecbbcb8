// Printed labels of dates and periods, by concept; en de fr es it pt nl pl. Data only.

import { furtherLabels } from './further-labels.ts';
import { phrases } from './phrases.ts';

export const dateLabels = {
  issueDate: [
    ...phrases(`
      invoice date | date of invoice | date of issue | issue date | issued | issued on | tax invoice date | billing
      date | bill date | inv date | document date | dated | date issued | credit date | tax point | tax date | doc date | invoice
      dated | statement date | rechnungsdatum | ausstellungsdatum | belegdatum | datum der rechnung | fakturadatum |
      rechnung vom | dokumentdatum | ausgestellt am | datum der ausstellung | rg-datum | date de facture | date de
      facturation | date d'émission | date facture | facture du | émise le | édité le | éditée le | établie le | date d'édition | facturé le | emessa il | emesso il | emitida el | emitido el | opgemaakt op | udstedt den | date de la facture | établi le | date du
      document | fait le | emis le | fecha de factura | fecha de emisión | fecha factura | fecha de expedición | fecha
      emisión | fecha documento | fecha expedición | data fattura | data di emissione | data emissione | data
      documento | fattura del | data doc | data da fatura | data de emissão | data emissão | data do documento | data
      fatura | emitido em | emitida em | factuurdatum | creditdatum | datum factuur | faktuurdatum | notadatum | uitgiftedatum |
      documentdatum | data wystawienia | data faktury | wystawiono dnia | z dnia`),
    ...furtherLabels('issueDate'),
  ],
  anyDate: [...['date', 'datum', 'fecha', 'data'], ...furtherLabels('anyDate')],
  orderDate: phrases(`
      order date | date of order | po date | purchase order date | date ordered | order placed | ordered on |
      bestelldatum | bestellung vom | auftragsdatum | ihre bestellung vom | datum der bestellung | date de commande |
      commande du | date commande | date de la commande | fecha de pedido | fecha pedido | fecha del pedido | fecha de
      la orden | data ordine | data dell'ordine | ordine del | data da encomenda | data do pedido | data da ordem |
      orderdatum | besteldatum | bestelling van | data zamówienia`),
  quotationDate: phrases(`
      quotation date | quote date | offer date | date of quotation | estimate date | proposal date | bid date | date
      of offer | angebotsdatum | datum des angebots | angebot vom | date du devis | date de l'offre | devis du | date
      devis | fecha de presupuesto | fecha de oferta | fecha del presupuesto | fecha de cotización | fecha oferta |
      data preventivo | data offerta | data dell'offerta | data del preventivo | data do orçamento | data da proposta
      | offertedatum | datum offerte | data oferty`),
  rfqDate: phrases(`
      rfq date | date of request | request date | enquiry date | inquiry date | date of issue | anfragedatum | anfrage
      vom | datum der anfrage | date de la demande | date de consultation | fecha de solicitud | data richiesta | data
      della richiesta | data do pedido | aanvraagdatum | datum aanvraag | data zapytania`),
  deliveryNoteDate: phrases(`
      delivery note date | delivery date | dispatch date | despatch date | ship date | shipping date | date of
      delivery | date shipped | shipped on | date of despatch | lieferdatum | lieferscheindatum | versanddatum | date
      de livraison | date d'expédition | date bl | date du bon | fecha de entrega | fecha albarán | fecha de envío |
      data ddt | data di consegna | data consegna | data documento | data de entrega | data da guia | data de
      expedição | leverdatum | pakbondatum | verzenddatum | data dostawy | data wydania`),
  dueDate: [
    ...phrases(`
      prélevé le | date de prélèvement | prélèvement le | abbuchung am | einzug am | lastschrifteinzug am | fecha de cargo | addebito il | fecha vto | pagar antes de | pagar antes del | abonar antes de | pagar antes de dia | pague antes de | vencimento a | betalen vóór | te betalen vóór | zahlbar spätestens | zahlbar zum | f. vto | vto | fecha venc | f. vencimiento | data venc | venc | échéance au | zahlbar am | betaalbaar voor |
      due date | payment due | date due | due | pay by | payment due date | due by | please pay by | payable by | due
      on | payment deadline | amount due by | total amount due on | to be paid by | payment date | due for payment |
      fälligkeitsdatum | fällig am | zahlbar bis | fälligkeit | zu zahlen bis | zahlungsziel | zahlungstermin |
      fälligkeitstag | zahlung bis | fällig bis | fällig | überweisen sie bis zum | zahlung fällig am | spätestens bis
      | nettofällig | fällig zum | date d'échéance | échéance | à payer avant le | date limite de paiement | échéance
      le | payable le | à régler avant le | date échéance | règlement le | payable avant le | à payer le | date de
      règlement | fecha de vencimiento | vencimiento | vence el | fecha vencimiento | fecha de pago | fecha límite de
      pago | vencimientos | data di scadenza | scadenza | data scadenza | scadenza pagamento | da pagare entro |
      scadenze | da pagare entro il | data de vencimento | vencimento | data vencimento | data limite de pagamento |
      pagar até | vence em | vervaldatum | te betalen voor | uiterlijk te betalen | betalen voor | vervaldag |
      uiterste betaaldatum | betaaldatum | te voldoen voor | betaling voor | termin płatności | płatne do | data
      płatności | termin zapłaty`),
    ...furtherLabels('dueDate'),
  ],
  /** Until when paying costs less. */
  discountUntil: phrases(`
      bei zahlung bis | bei zahlung bis zum | zahlung bis skonto | skonto bis | mit skonto bis | skontofrist | if paid by | if paid before |
      discount due date | discount date | discount until | early payment by | si paiement avant le | si pagado antes del | se pagato entro | bij betaling voor`),
  deliveryDate: [
    ...phrases(`
      delivery date | date of delivery | date of supply | supply date | delivered on | service date | date of service
      | required date | required by | deliver by | delivery by | requested delivery date | need by | expected delivery
      | delivery required by | ship date | shipping date | promised date | requested delivery | performance date |
      delivery due | due delivery | date required | delivery | lieferdatum | leistungsdatum | liefer- und
      leistungsdatum | datum der lieferung | liefertermin | datum der leistung | leistungszeitpunkt | lieferung am |
      wunschtermin | geliefert am | lieferung bis | tag der lieferung | leistung vom | liefer-/leistungsdatum | datum
      der leistungserbringung | gewünschter liefertermin | wunschliefertermin | lieferzeitpunkt | date de livraison |
      livré le | date de prestation | livraison le | date livraison | livraison souhaitée | date de livraison
      souhaitée | date d'exécution | date de la prestation | livraison prévue le | livraison | à livrer le | fecha de
      entrega | fecha entrega | entregado el | fecha de suministro | fecha de operación | fecha de la operación |
      plazo de entrega | entrega prevista | entrega | data di consegna | data consegna | consegna entro | consegna
      richiesta | data prestazione | consegna prevista | consegna | data de entrega | data entrega | data da prestação
      | entrega prevista | entrega até | leverdatum | datum levering | leveringsdatum | gewenste leverdatum | levering
      op | prestatiedatum | datum prestatie | levering | data dostawy | data sprzedaży | data wykonania usługi | data
      dokonania dostawy
      | need date | expected date | requested date | expected delivery date | required delivery date |
      delivery deadline | date needed | bedarfstermin | benötigt bis | ausführungsdatum | leistungstermin |
      lieferwoche | wunschtermin lieferung | anlieferung am | lieferung gewünscht | date de service |
      date souhaitée | date d'intervention | date de mise à disposition | date d'exécution souhaitée |
      livraison prévue | livraison demandée | fecha de servicio | fecha de prestación | fecha prevista de entrega |
      fecha requerida | fecha de realización | fecha de entrega prevista | fecha compromiso | data di prestazione |
      data prevista di consegna | data del servizio | data di fornitura | consegna tassativa | data servizio |
      data de fornecimento | data do fornecimento | data prevista de entrega | data do serviço | data pretendida |
      data de execução | entrega pretendida | datum van levering | uiterste leverdatum | gewenste levering |
      leverweek | uitvoeringsdatum | datum uitvoering | termin dostawy`),
    ...furtherLabels('deliveryDate'),
  ],
  period: [
    ...phrases(`
      billing period | service period | invoice period | period | for the period | statement period | period of
      service | usage period | coverage period | invoicing period | rechnungszeitraum | leistungszeitraum |
      abrechnungszeitraum | zeitraum | lieferzeitraum | abrechnungsperiode | berechnungszeitraum | rechnungsperiode |
      abrechnungsmonat | période | période de facturation | période facturée | pour la période | période de prestation
      | période de consommation | periodo | período de facturación | periodo de facturación | periodo facturado |
      periodo di riferimento | periodo di fatturazione | periodo di competenza | período | período de faturação |
      período de faturamento | periode | factuurperiode | facturatieperiode | dienstperiode | okres | okres
      rozliczeniowy | za okres`),
    ...furtherLabels('period'),
  ],
  validUntil: [
    ...phrases(`
      valid until | valid till | valid to | expiration | quotation expiration | validity | offer valid until | quote valid until | expiry date |
      expiration date | expires | expires on | valid through | quotation valid until | good until | offer expires |
      quotation expires | valid thru | open until | gültig bis | angebot gültig bis | bindefrist | gültigkeit | das
      angebot ist gültig bis | freibleibend bis | bindefrist bis | angebot gilt bis | valable jusqu'au | offre valable
      jusqu'au | date de validité | validité | devis valable jusqu'au | valide jusqu'au | date d'expiration | fin de
      validité | date limite de validité | válido hasta | validez | oferta válida hasta | válida hasta | fecha de
      validez | vigencia | valido fino al | validità | offerta valida fino al | valida fino al | validità offerta |
      valido sino al | scadenza offerta | válido até | validade | proposta válida até | válida até | validade da
      proposta | geldig tot | geldig tot en met | geldigheid | offerte geldig tot | geldig t/m | ważne do | oferta
      ważna do | ważność
      | vervaldatum offerte | vervaldatum aanbieding | aanbieding geldig tot | offerte geldig t/m |
      prijzen geldig tot | aanbod geldig tot | prices valid until | offer open until | valid up to |
      quote expires | quote expiry | quotation expiry | expiry | angebotsfrist | angebot freibleibend bis |
      gilt bis | preise gültig bis | befristet bis | validité de l'offre | offre valide jusqu'au |
      prix valables jusqu'au | échéance de l'offre | validité jusqu'au | fin de validité de l'offre |
      vigente hasta | oferta válida hasta el | válido hasta el | vencimiento de la oferta | caducidad |
      vigencia hasta | caduca el | fecha de caducidad | validità fino al | scadenza preventivo |
      offerta valida sino al | prezzi validi fino al | valido fino a | orçamento válido até | data de validade |
      vencimento da proposta | expira em | válido até ao`),
    ...furtherLabels('validUntil'),
  ],
  submissionDeadline: phrases(`
      submission deadline | closing date | due date | response due | deadline | bid due date | quotes due | submission
      date | proposals due | submit by | return by | response required by | reply by | closing date and time | offer
      due date | quotation due | tender closing date | deadline for submission | quotation deadline | quotations due
      by | response deadline | closes | abgabefrist | angebotsfrist | abgabetermin | einreichungsfrist |
      angebotsabgabe bis | abgabe bis | frist | angebot bis | angebotsabgabe | abgabeschluss | einreichung bis | date
      limite de remise | date limite de réponse | date limite | réponse attendue avant le | date limite de réception
      des offres | remise des offres | réponse avant le | date limite de remise des offres | délai de réponse | fecha
      límite | plazo de presentación | fecha límite de presentación | presentación hasta | fecha límite de entrega de
      ofertas | fecha de cierre | scadenza presentazione | termine di presentazione | entro il | termine presentazione
      offerte | scadenza per la presentazione | data limite | rispondere entro | termine offerte | prazo de entrega
      das propostas | data limite | prazo de submissão | prazo para apresentação | data limite para apresentação |
      responder até | sluitingsdatum | inleverdatum | uiterste datum | indienen voor | uiterste inleverdatum |
      deadline indiening | offerte indienen voor | termin składania ofert
      | submit before | due by | respond by | bids due | tenders due | tender return date | proposals due by |
      offers due | to be returned by | return date | bid closing date | quotes to be received by |
      last date for submission | due date for quotation | closing time | einzureichen bis | rücksendung bis |
      angebot erbeten bis | angebote bis | schlusstermin | einsendeschluss | antwort bis | rückmeldung bis |
      angebotstermin | abgabe spätestens | ablauf der angebotsfrist | submissionstermin | frist für die abgabe |
      eingabetermin | eingabefrist | remise des offres avant le | remise avant le | offres à remettre avant le |
      à remettre avant le | limite de dépôt | date de remise | date de remise des offres | réponse pour le |
      retour pour le | date de clôture | dépôt des offres | date limite de dépôt | réponse souhaitée |
      à retourner avant le | offre à remettre pour le | presentar antes del | presentar antes de |
      entrega de ofertas | fecha de presentación | recepción de ofertas hasta | límite de presentación |
      respuesta antes del | fecha límite de recepción | fecha límite de respuesta | ofertas hasta | cierre |
      plazo de entrega de ofertas | fecha límite de ofertas | presentare entro | offerte entro |
      da presentare entro | termine di presentazione offerte | consegna offerte entro | scadenza offerte |
      risposta entro | scadenza gara | termine ultimo | da inviare entro | offerta entro il |
      scadenza per la risposta | inviare offerta entro | prazo de apresentação |
      data limite de entrega de propostas | data limite de entrega | apresentar até | entrega de propostas até |
      propostas até | data de encerramento | prazo limite | prazo de resposta | resposta até |
      limite para resposta | data limite de resposta | entrega de propostas | prazo para envio | enviar até |
      reactie vóór | reactie uiterlijk | reageren voor | inzenden voor | sluiting | sluiting inschrijving |
      indienen uiterlijk | indienen vóór | uiterste reactiedatum | offerte vóór | offertes vóór | aanbieding vóór |
      inleveren voor | uiterlijk indienen | indiendatum | odpowiedź do | oferty do`),
};

/** Dates that none of our fields hold. */
export const otherDateLabels = phrases(`
      print date | printed | printed on | date printed | due diligence date | exchange rate date | transaction date |
      posting date | expiry | best before | birth date | date of birth | date joined | druckdatum | geburtsdatum |
      gedruckt am | date d'impression | date de naissance | data di nascita | fecha de nacimiento | ship date |
      arrival date | departure date | check in | check out | check-in | check-out | start date | end date`);
