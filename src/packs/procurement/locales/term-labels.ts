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
      płatności`),
  incoterms: phrases(`
      incoterms | incoterm | delivery terms | terms of delivery | delivery condition | shipping terms | trade terms |
      freight terms | delivery conditions | price basis | fob | lieferbedingungen | lieferbedingung |
      lieferkonditionen | conditions de livraison | condición de entrega | condiciones de entrega | resa | porto |
      termini di consegna | condizioni di consegna | condições de entrega | leveringsvoorwaarden | leveringscondities
      | leveringsconditie | warunki dostawy`),
  projectName: phrases(`
      project | project name | project title | job | job name | site | subject | works | title of project | name of
      work | name of project | project reference | scheme | tender for | projekt | bauvorhaben | projektname | betreff
      | bauprojekt | objekt | maßnahme | bv | projet | chantier | objet | nom du projet | intitulé du projet |
      opération | proyecto | obra | asunto | nombre del proyecto | progetto | oggetto | cantiere | commessa | lavori |
      nome progetto | projeto | obra | assunto | nome do projeto | empreitada | project naam | projectnaam | betreft |
      onderwerp | werk | nazwa projektu | projekt | inwestycja`),
  discipline: phrases(`
      discipline | trade | gewerk | work package | package | category of works | corps d'état | lot | disciplina |
      especialidad | especialidade | vakgebied | branża`),
  scope: phrases(`
      scope | scope of work | scope of works | scope of supply | description of requirement | requirements |
      leistungsumfang | lieferumfang | leistungsbeschreibung | étendue | objet de la consultation | périmètre |
      étendue des prestations | alcance | alcance del suministro | objeto | oggetto della fornitura | oggetto della
      richiesta | ambito | âmbito | âmbito do fornecimento | omvang | omvang van het werk | zakres | zakres prac`),
  warranty: phrases(`
      warranty | guarantee | warranty period | guarantee period | gewährleistung | garantie | gewährleistungsfrist |
      garantiezeit | durée de garantie | garantía | plazo de garantía | garanzia | durata garanzia | garantia | prazo
      de garantia | garantietermijn | gwarancja`),
  leadTime: phrases(`
      lead time | delivery time | delivery | delivery period | delivery lead time | shipment time | lieferzeit |
      lieferfrist | délai de livraison | délai | plazo de entrega | plazo | tempi di consegna | termini di consegna |
      consegna | tempo di consegna | prazo de entrega | prazo | levertijd | levertermijn | leveringstermijn | czas
      dostawy | termin realizacji | availability`),
  deviations: phrases(`
      deviations | deviation | abweichungen | écarts | dérogations | desviaciones | deviazioni | scostamenti | desvios
      | afwijkingen | odstępstwa`),
  exclusions: phrases(`
      exclusions | excluded | not included | excludes | ausschlüsse | nicht enthalten | exclusions | non inclus |
      exclusiones | no incluye | no incluido | esclusioni | escluso | exclusões | não inclui | uitsluitingen | niet
      inbegrepen | exclusief | wyłączenia`),
  validityDays: phrases(`
      validity | offer validity | bid validity | validity of offer | validity period | quotation validity | bindefrist
      | gültigkeit | gültigkeitsdauer | angebotsgültigkeit | durée de validité | validité | validité des offres |
      validez | validez de la oferta | validità | validità offerta | validade | validade da proposta | geldigheid |
      geldigheidsduur | gestanddoeningstermijn | ważność oferty`),
  currency: phrases(`
      currency | invoice currency | all prices in | amounts in | prices in | currency code | währung |
      rechnungswährung | alle beträge in | beträge in | preise in | devise | monnaie | montants exprimés en | montants
      en | moneda | divisa | importes en | valuta | importi in | divisa | moeda | valores em | munt | bedragen in |
      waluta`),
  revision: phrases(`
      revision | rev | rev no | revision no | version | amendment | change order | änderung | révision | indice |
      revisión | revisione | revisão | revisie | versie | wersja`),
  carrier: phrases(`
      carrier | shipped via | ship via | shipping method | courier | transporter | haulier | delivery method |
      forwarder | transported by | spediteur | frachtführer | versandart | spedition | transporteur | mode
      d'expédition | transportista | agencia de transporte | vettore | trasportatore | corriere | transportadora |
      transportador | vervoerder | koerier | przewoźnik`),
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
      criteri di aggiudicazione | critérios de adjudicação | gunningscriteria | kryteria oceny | criteria`),
};
