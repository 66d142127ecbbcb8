// Printed labels of terms, projects and conditions; en de fr es it pt nl pl. Data only.

import { phrases } from './phrases.ts';

export const termLabels = {
  paymentTerms: phrases(`
      payment terms | terms of payment | payment conditions | terms | payment term | payment | conditions of payment |
      credit terms | terms & conditions of payment | payment condition | pmt terms | zahlungsbedingungen |
      zahlungsbedingung | zahlungskonditionen | zahlungskondition | zahlung | zahlungsziel | konditionen |
      zahlungsweise und -bedingungen | zahlbar | conditions de paiement | modalités de paiement | conditions de
      règlement | délai de paiement | modalités de règlement | règlement | paiement | condition de règlement |
      condiciones de pago | forma de pago | términos de pago | forma y plazo de pago | plazo de pago | condiciones
      pago | pago | condizioni di pagamento | termini di pagamento | pagamento | modalità di pagamento | cond
      pagamento | condizioni pagamento | condições de pagamento | prazo de pagamento | pagamento | condição de
      pagamento | modo de pagamento | betalingsvoorwaarden | betalingstermijn | betaalconditie | betalingscondities |
      betaling | betalingsconditie | betaaltermijn | betalingswijze | warunki płatności | sposób płatności | forma
      płatności
      | payable | payment conditions and terms | settlement terms | payment due | zahlungsmodalitäten |
      zahlungsvereinbarung | zahlungsfrist | zahlungsziel netto | conditions et délai de paiement | échéances |
      modo de pago | condición de pago | plazo y forma de pago | vencimiento y forma de pago | modalità pagamento |
      pagamento a | condizioni pag | cond pag | forma de pagamento | condições pagamento | prazo pagamento |
      betalingstermijn en voorwaarden | wijze van betaling | betalingsvoorwaarde`),
  incoterms: phrases(`
      incoterms | incoterm | delivery terms | terms of delivery | delivery condition | shipping terms | trade terms |
      freight terms | delivery conditions | price basis | fob | lieferbedingungen | lieferbedingung |
      lieferkonditionen | conditions de livraison | condición de entrega | condiciones de entrega | resa | porto |
      termini di consegna | condizioni di consegna | condições de entrega | leveringsvoorwaarden | leveringscondities
      | leveringsconditie | warunki dostawy
      | incoterms 2020 | incoterms 2010 | delivery basis | incoterm 2020 | condizioni di resa | resa merce |
      termini di resa | condición incoterm | condições incoterms | lieferkondition |
      liefer- und versandbedingungen | leverconditie | conditions incoterms`),
  projectName: phrases(`
      project | project name | project title | job name | title of project | name of work | name of project |
      project reference | tender for | projekt | bauvorhaben | projektname | bauprojekt | projet | chantier |
      nom du projet | intitulé du projet | proyecto | obra | nombre del proyecto | progetto | cantiere | commessa |
      nome progetto | projeto | obra | nome do projeto | empreitada | project naam | projectnaam | nazwa projektu |
      projekt | inwestycja | affaire | nom de l'affaire | nom du chantier | nombre de la obra | intervento |
      nome del progetto | nome da obra | designação da empreitada | projectomschrijving | baumaßnahme | vorhaben |
      kommission | project description | project ref | projektbezeichnung | baustelle | intitulé de l'opération |
      titolo del progetto | denominación de la obra`),
  /** They also head other things: a web site, the subject of a letter. */
  projectSubject: phrases(`
      assunto | asunto | betreff | betreft | bv | job | lavori | maßnahme | objekt | objet | oggetto | onderwerp |
      opération | scheme | site | subject | werk | works`),
  discipline: phrases(`
      discipline | trade | gewerk | work package | package | category of works | corps d'état | lot | disciplina |
      especialidad | especialidade | vakgebied | branża
      | works package | trade package | category | los | fachlos | teillos | gewerke | leistungsbereich |
      fachbereich | bauteil | lot technique | corps de métier | métier | spécialité | capítulo | partida | lote |
      oficio | rubro | categoria lavori | categoria | categoria di lavori | opere | specializzazione |
      lavorazione | disciplinas | perceel | werkpakket | vakdiscipline | onderdeel | kategoria robót`),
  scope: phrases(`
      scope | scope of work | scope of works | scope of supply | description of requirement | requirements |
      leistungsumfang | lieferumfang | leistungsbeschreibung | étendue | objet de la consultation | périmètre |
      étendue des prestations | alcance | alcance del suministro | objeto | oggetto della fornitura | oggetto della
      richiesta | ambito | âmbito | âmbito do fornecimento | omvang | omvang van het werk | zakres | zakres prac
      | scope of services | description of works | description of services | brief | requirement |
      leistungsbeschrieb | gegenstand der anfrage | gegenstand | auftragsgegenstand | umfang |
      umfang der leistung | étendue de la fourniture | objet du marché | description du besoin |
      nature des travaux | consistance des travaux | objeto del contrato | alcance de los trabajos |
      descripción de los trabajos | oggetto dell'appalto | oggetto dell'offerta | descrizione fornitura |
      ambito della fornitura | objeto do contrato | âmbito dos trabalhos | objeto da consulta |
      descrição dos trabalhos | omschrijving werkzaamheden | omvang van de levering | opdrachtomschrijving`),
  warranty: phrases(`
      warranty | guarantee | warranty period | guarantee period | gewährleistung | garantie | gewährleistungsfrist |
      garantiezeit | durée de garantie | garantía | plazo de garantía | garanzia | durata garanzia | garantia | prazo
      de garantia | garantietermijn | gwarancja
      | warranty terms | warranty conditions | defects liability period | garantiedauer | gewährleistungszeit |
      gewährleistungsdauer | mängelhaftung | garantiefrist | période de garantie | conditions de garantie |
      periodo de garantía | garantía del producto | periodo di garanzia | período de garantia | garantieperiode |
      garantievoorwaarden | okres gwarancji`),
  leadTime: phrases(`
      lead time | delivery time | delivery | delivery period | delivery lead time | shipment time | lieferzeit |
      lieferfrist | délai de livraison | délai | plazo de entrega | plazo | tempi di consegna | termini di consegna |
      consegna | tempo di consegna | prazo de entrega | prazo | levertijd | levertermijn | leveringstermijn | czas
      dostawy | termin realizacji | availability
      | delivery within | turnaround | lead time aro | time of delivery | manufacturing time | lieferzeit ca |
      ausführungsfrist | lieferbarkeit | lieferung innerhalb | lieferung binnen | ausführungszeit |
      délai d'exécution | délais | délai de fabrication | délai indicatif | délai moyen | délais de livraison |
      tiempo de entrega | plazo de suministro | plazo de ejecución | tiempo de suministro | termine di consegna |
      consegna entro | tempi di fornitura | tempo di esecuzione | tempo de entrega | prazo de execução |
      prazo de fornecimento | prazo estimado | doorlooptijd | leveringstijd | uitvoeringstermijn | levering binnen`),
  deviations: phrases(`
      deviations | deviation | abweichungen | écarts | dérogations | desviaciones | deviazioni | scostamenti | desvios
      | afwijkingen | odstępstwa
      | deviations from specification | exceptions | clarifications | departures |
      abweichungen vom leistungsverzeichnis | abweichung | réserves | variantes et écarts | excepciones |
      salvedades | deroghe | riserve | ressalvas | exceções | voorbehouden | afwijking`),
  exclusions: phrases(`
      exclusions | excluded | not included | excludes | ausschlüsse | nicht enthalten | exclusions | non inclus |
      exclusiones | no incluye | no incluido | esclusioni | escluso | exclusões | não inclui | uitsluitingen | niet
      inbegrepen | exclusief | wyłączenia
      | excluded from price | does not include | not included in price | price excludes | our price excludes |
      nicht inbegriffen | nicht im preis enthalten | bauseits | bauseitige leistungen | ausgeschlossen |
      nicht im angebot enthalten | non compris | ne comprend pas | hors prestations | prestations non comprises |
      non inclus dans l'offre | à la charge du client | no incluidos | excluido | excluidos | no comprende |
      no se incluye | non compreso | non compresi | non incluso | non inclusi | esclusi | sono esclusi |
      voci escluse | não incluído | não incluídos | não incluso | não inclusos | exclui | excluído | uitgesloten |
      niet inclusief | niet in de prijs begrepen`),
  validityDays: phrases(`
      validity | offer validity | bid validity | validity of offer | validity period | quotation validity | bindefrist
      | gültigkeit | gültigkeitsdauer | angebotsgültigkeit | durée de validité | validité | validité des offres |
      validez | validez de la oferta | validità | validità offerta | validade | validade da proposta | geldigheid |
      geldigheidsduur | gestanddoeningstermijn | ważność oferty
      | tender validity | offers to remain valid for | validity of offers | price validity | bid validity period |
      offer valid for | quotation valid for | angebotsbindung | angebotsbindefrist | zuschlagsfrist |
      bindungsfrist | gültigkeit des angebots | bindefrist des angebots | gültigkeit der offerte |
      durée de validité des offres | délai de validité | validité de l'offre | validité de votre offre |
      délai de validité des offres | vigencia | vigencia de la oferta | validez de las ofertas | plazo de validez |
      mantenimiento de la oferta | validità dell'offerta | validità delle offerte | durata dell'offerta |
      vincolo dell'offerta | validade das propostas | prazo de validade | validade da oferta |
      prazo de manutenção da proposta | prazo de validade da proposta | validade do orçamento |
      geldigheid offerte | geldigheid van de offerte | geldigheidsduur offerte | gestanddoening | offerte geldig |
      termijn van gestanddoening | termin związania ofertą`),
  currency: phrases(`
      currency | invoice currency | all prices in | amounts in | prices in | currency code | währung |
      rechnungswährung | alle beträge in | beträge in | preise in | devise | monnaie | montants exprimés en | montants
      en | moneda | divisa | importes en | valuta | importi in | divisa | moeda | valores em | munt | bedragen in |
      waluta`),
  revision: phrases(`
      revision | rev | rev no | revision no | version | amendment | change order | änderung | révision | indice |
      revisión | revisione | revisão | revisie | versie | wersja
      | revision level | amendment no | po revision | change no | revisionsstand | änderungsstand | ausgabe |
      n° de révision | n° de revisión | modificación | versión | versione | versão | n° revisão | revisienummer`),
  carrier: phrases(`
      carrier | shipped via | ship via | shipping method | courier | transporter | haulier | delivery method |
      forwarder | transported by | spediteur | frachtführer | versandart | spedition | transporteur | mode
      d'expédition | transportista | agencia de transporte | vettore | trasportatore | corriere | transportadora |
      transportador | vervoerder | koerier | przewoźnik
      | delivered by | transport | haulage | dispatched by | sent via | delivery service | freight carrier |
      shipping company | shipping carrier | versand durch | versand per | versand mit | lieferung durch |
      transport durch | versanddienst | expédié par | mode de livraison | transport par | livreur |
      expédition par | transporte | medio de transporte | empresa de transporte | enviado por | forma de envío |
      trasporto a mezzo | trasporto a cura | trasporto | spedizione a mezzo | spedizioniere | mezzo di trasporto |
      incaricato del trasporto | expedido por | meio de transporte | empresa transportadora | forma de envio |
      modo de expedição | verzendwijze | verzonden via | verzending via | verzonden door | bezorgd door |
      transportbedrijf | wijze van verzending`),
  paymentMethod: phrases(`
      payment method | paid by | payment type | method of payment | payment mode | tender | zahlungsart | bezahlt mit
      | zahlart | mode de paiement | moyen de paiement | réglé par | forma de pago | método de pago | metodo di
      pagamento | pagato con | modo de pagamento | forma de pagamento | betaalwijze | betaald met | betaalmethode |
      sposób zapłaty`),
  deliveryAddress: phrases(`
      delivery address | deliver to | ship to | shipping address | place of delivery | delivery location | ship-to |
      deliver-to | delivery to | lieferadresse | lieferanschrift | lieferung an | lieferort | warenempfänger | adresse
      de livraison | lieu de livraison | livrer à | à livrer à | dirección de entrega | lugar de entrega | entregar en
      | enviar a | indirizzo di consegna | luogo di consegna | destinazione | consegnare a | local de entrega | morada
      de entrega | entregar em | afleveradres | leveringsadres | leveradres | bezorgadres | adres dostawy | miejsce
      dostawy`),
  criterion: phrases(`
      evaluation criteria | award criteria | zuschlagskriterien | critères d'attribution | criterios de adjudicación |
      criteri di aggiudicazione | critérios de adjudicação | gunningscriteria | kryteria oceny | criteria
      | assessment criteria | scoring criteria | selection criteria | evaluation | offers will be evaluated on |
      offers will be scored on | tenders will be scored on | wertungskriterien | bewertungskriterien |
      bewertung der angebote | zuschlagskriterium | kriterien | critères de jugement | critères de sélection |
      critères d'évaluation | jugement des offres | critères de notation | critères | criterios de valoración |
      criterios de evaluación | criterios de selección | baremo | criterios | criteri di valutazione |
      criteri di selezione | criteri di assegnazione | criteri | critérios de avaliação | critérios de seleção |
      critério de adjudicação | critérios | beoordelingscriteria | gunningscriterium | selectiecriteria |
      criteria voor gunning`),
};
