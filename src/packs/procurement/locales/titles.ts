// What a document of each type calls itself; en de fr es it pt nl pl. Data only.

import { furtherLabels } from './further-labels.ts';
import { phrases } from './phrases.ts';

export const titles = {
  invoice: [
    ...phrases(` selbst ausgestellte rechnung | self-billed invoice | self-billing invoice | autofacturation | autofactura | autofattura |
      invoice | tax invoice | commercial invoice | factura de venta | factura electrónica de venta | factura electrónica | factura de compra | factura de exportación | factura electrónica de exportación | danfe | documento auxiliar da nota fiscal eletrônica | nota fiscal eletrônica | nota fiscal de serviços eletrônica | nota fiscal de serviço eletrônica | nfs-e | fattura elettronica | fattura accompagnatoria | facture de vente | facture d'acompte | facture de solde | factura de servicios | recibo de honorarios | boleta de venta | sales invoice | vat invoice | proforma invoice | pro forma invoice
      | service invoice | rechnung | faktura | handelsrechnung | schlussrechnung | teilrechnung | abschlagsrechnung |
      mietrechnung | beitragsrechnung | sammelrechnung | honorarrechnung | proformarechnung | warenrechnung |
      abrechnung | facture | facture proforma | note d honoraires | factura | factura proforma | fattura | fattura
      immediata | fattura differita | parcella | fatura | fatura recibo | nota fiscal | factuur | verkoopfactuur |
      voorschotfactuur | slotfactuur | termijnfactuur | verzamelfactuur | pro forma factuur | ausgangsrechnung | faktuur | rekening |
      faktura vat | debit note | statement of account | billing statement | utility bill | water bill | electricity bill |
      gas bill | energy bill | phone bill | stromrechnung | wasserrechnung | gasrechnung | telefonrechnung | bill`),
    ...furtherLabels('invoiceTitle'),
  ],
  credit_note: [
    ...phrases(`
      credit note | credit memo | credit invoice | credit memorandum | gutschrift | rechnungskorrektur |
      rechnungs korrektur | korrektur rechnung | storno rechnung | rechnungs gutschrift |
      stornorechnung | korrekturrechnung | rechnungsgutschrift | avoir | facture d'avoir | note de crédit | nota de
      crédito | factura rectificativa | abono | nota de abono | factura de abono | nota di credito | nota di accredito | nota de
      crédito | creditnota | creditfactuur | kredietnota | faktura korygująca | korekta faktury`),
    ...furtherLabels('creditNoteTitle'),
  ],
  receipt: [
    ...phrases(`
      receipt | sales receipt | cash receipt | payment receipt | cash bill | guest check | customer copy | kassenbon |
      quittung | kassenbeleg | bewirtungsbeleg | kassenzettel | ticket de caisse | reçu | ticket | recibo | ticket de
      compra | factura simplificada | scontrino | documento commerciale | ricevuta | ricevuta fiscale | recibo | talão
      | fatura simplificada | kassabon | bon | paragon | paragon fiskalny | simplified tax invoice | official receipt
      | cash sales | cash sale | tax invoice`),
    ...furtherLabels('receiptTitle'),
  ],
  purchase_order: [
    ...phrases(`
      purchase order | order confirmation request | blanket order | work order | bestellung | auftragserteilung |
      bestellauftrag | bon de commande | commande | orden de compra | pedido | pedido de compra | orden de pedido |
      ordine | ordine d'acquisto | ordine di acquisto | ordine a fornitore | encomenda | nota de encomenda | ordem de
      compra | inkooporder | bestelbon | bestelling | inkoopopdracht | zamówienie
      | order form | supply order | blanket purchase order | standing order | einkaufsbestellung | bestellschein |
      materialbestellung | abrufbestellung | lieferabruf | ordre d'achat | ordre de commande | commande d'achat |
      commande fournisseur | bon d'achat | pedido a proveedor | orden de servicio | orden de suministro |
      nota de pedido | ordine fornitore | ordine di fornitura | buono d'ordine | ordine di servizio |
      encomenda a fornecedor | pedido de fornecimento | autorização de fornecimento | ordem de fornecimento |
      requisição externa | aankooporder | bestelopdracht | inkoopbestelling | aankoopbon | order | auftrag |
      opdracht | zlecenie`),
    ...furtherLabels('purchaseOrderTitle'),
  ],
  quotation: [
    ...phrases(`
      quotation | quote | sales quotation | price quotation | offer | estimate | proposal | price offer | angebot |
      kostenvoranschlag | offerte | preisangebot | devis | offre | offre de prix | proposition commerciale |
      presupuesto | oferta | cotización | oferta económica | preventivo | offerta | offerta economica | orçamento |
      proposta | cotação | proposta comercial | offerte | prijsopgave | prijsofferte | oferta cenowa
      | sales quote | price proposal | sales offer | cost estimate | formal quotation | tender offer |
      commercial proposal | commercial offer | kostenanschlag | verkaufsangebot | offert | preisofferte |
      devis estimatif | cotation | offre commerciale | oferta comercial | propuesta | propuesta económica |
      propuesta comercial | proposta commerciale | offerta commerciale | quotazione | proposta di vendita |
      proposta de preço | orçamento comercial | proposta orçamental | proposta de fornecimento | aanbieding |
      prijsaanbieding | prijsvoorstel | wycena | kalkulacja`),
    ...furtherLabels('quotationTitle'),
  ],
  rfq: phrases(`
      request for quotation | request for quote | rfq | request for proposal | invitation to tender | invitation to
      bid | enquiry | request for tender | request for quotations | purchase enquiry | anfrage | preisanfrage |
      angebotsanfrage | ausschreibung | aufforderung zur angebotsabgabe | angebotsaufforderung | demande de prix |
      appel d'offres | demande de devis | demande de cotation | demande d'offre | consultation | solicitud de
      cotización | petición de oferta | solicitud de oferta | solicitud de presupuesto | petición de presupuesto |
      richiesta di offerta | richiesta di preventivo | richiesta di quotazione | pedido de cotação | pedido de
      orçamento | pedido de proposta | consulta | offerteaanvraag | prijsaanvraag | aanvraag offerte | zapytanie
      ofertowe | zapytanie o cenę
      | request for pricing | request for bid | request for bids | invitation to quote | price enquiry |
      price request | request for prices | rfp | itt | bid request | bid invitation | tender invitation |
      quotation request | quote request | bitte um angebot | angebotseinholung | öffentliche ausschreibung |
      preiserkundigung | offertanfrage | offerteinladung | demande d'offre de prix | consultation fournisseur |
      consultation fournisseurs | lettre de consultation | demande de proposition | demande de prix et délais |
      petición de precios | solicitud de precios | invitación a cotizar | solicitud de cotizaciones |
      petición de cotización | invitación a ofertar | petición de ofertas | solicitud de ofertas | licitación |
      richiesta prezzi | richiesta d'offerta | richiesta offerta | richiesta preventivo | invito a offrire | rdo |
      invito a presentare offerta | gara d'appalto | consulta de preços | consulta ao mercado | pedido de preços |
      pedido de preço | pedido de cotações | pedido de propostas | convite à apresentação de propostas |
      solicitação de cotação | solicitação de orçamento | solicitação de proposta |
      convite para apresentação de proposta | consulta preliminar | uitnodiging tot offerte |
      uitnodiging tot inschrijving | verzoek om offerte | aanvraag prijsopgave | prijsuitvraag | aanbesteding |
      zaproszenie do składania ofert`),
  boq: phrases(`
      bill of quantities | bill of quantity | boq | schedule of rates | schedule of quantities | leistungsverzeichnis
      | mengenverzeichnis | massenverzeichnis | bordereau des prix | détail quantitatif | bordereau quantitatif | dpgf
      | détail quantitatif estimatif | devis quantitatif | mediciones y presupuesto | estado de mediciones |
      mediciones | cuadro de mediciones | computo metrico | computo metrico estimativo | mapa de quantidades | mapa de
      quantidades de trabalho | hoeveelhedenstaat | inschrijfstaat | meetstaat | przedmiar robót | przedmiar
      | bills of quantities | schedule of works | priced bill | quantity schedule | list of quantities |
      mengenliste | massenauszug | lv | kurz-lv | lang-lv | ausmass | bordereau des prix unitaires |
      devis quantitatif estimatif | dqe | bpu | métré | avant-métré | cadre de devis | bordereau de prix |
      détail estimatif | état quantitatif | liste des quantités | lista de cantidades | presupuesto y mediciones |
      cuadro de precios | catálogo de conceptos | cómputo métrico | planilla de cómputos | presupuesto de obra |
      elenco quantità | elenco delle quantità | lista delle lavorazioni | lista lavorazioni |
      lista delle quantità | lista quantità | elenco prezzi unitari | computo | lista delle categorie di lavoro |
      lista de quantidades | mapa de trabalhos | mapa de trabalhos e quantidades | planilha orçamentária |
      planilha de quantitativos | lista de preços unitários | medições e orçamento | hoeveelhedenlijst |
      staat van hoeveelheden | inschrijvingsstaat | samenvattende opmeting | inschrijvingsbiljet |
      hoeveelhedenopgave | bestek en meetstaat | kosztorys ofertowy | kosztorys`),
  delivery_note: [
    ...phrases(`
      delivery note | delivery order | despatch note | dispatch note | packing slip | packing list | goods receipt |
      goods received note | delivery receipt | despatch advice | delivery docket | lieferschein | warenbegleitschein |
      packliste | wareneingangsschein | bon de livraison | bordereau d'expédition | bordereau de livraison | bon
      d'expédition | albarán | albarán de entrega | nota de entrega | documento di trasporto | ddt | bolla di consegna
      | d.d.t | bolla | guia de remessa | guia de transporte | nota de entrega | guia | pakbon | leverbon | afleverbon
      | vrachtbrief | dokument dostawy | wydanie zewnętrzne | list przewozowy
      | advice note | delivery challan | shipping list | shipment note | shipping notice | goods delivery note |
      delivery slip | proof of delivery | shipping advice | consignment note | lieferavis | versandschein |
      lieferbeleg | wareneingang | packschein | versandanzeige | lieferanzeige | bon de réception |
      liste de colisage | bon d'envoi | avis d'expédition | bon de transport | remisión | nota de remisión |
      guía de remisión | remito | hoja de entrega | carta de porte | lista de empaque | documento di consegna |
      nota di consegna | bolla di accompagnamento | romaneio | nota de remessa | guia de entrega |
      guia de expedição | lista de embalagem | afleveringsbon | verzendbon | paklijst | zendnota | leveringsnota |
      verzendnota | leveringsbon | specyfikacja wysyłki | wz`),
    ...furtherLabels('deliveryNoteTitle'),
  ],
  contract: phrases(`
      agreement | contract | confidentiality agreement | non-disclosure agreement | nondisclosure agreement | mutual
      non-disclosure agreement | confidential disclosure agreement | service agreement | services agreement | supply
      agreement | license agreement | lease agreement | employment agreement | purchase agreement | distribution
      agreement | master agreement | consulting agreement | master services agreement | mutual confidentiality
      agreement | framework agreement | terms and conditions of employment | vertrag | rahmenvertrag |
      dienstleistungsvertrag | vereinbarung | kaufvertrag | werkvertrag | mietvertrag | liefervertrag |
      geheimhaltungsvereinbarung | dienstvertrag | contrat | convention | contrat de prestation de services | contrat
      de services | accord de confidentialité | contrat cadre | contrat de fourniture | contrat de prestation |
      contrato | acuerdo | contrato de servicios | acuerdo de confidencialidad | contrato de prestación de servicios |
      contrato de suministro | contratto | accordo | contratto di servizi | contratto di fornitura | accordo di
      riservatezza | contratto di prestazione di servizi | acordo | contrato de prestação de serviços | acordo de
      confidencialidade | contrato de fornecimento | overeenkomst | contract | dienstverleningsovereenkomst |
      raamovereenkomst | geheimhoudingsovereenkomst | overeenkomst van opdracht | leveringsovereenkomst | umowa |
      umowa o zachowaniu poufności`),
  addendum: phrases(`
      addendum | amendment | amendment no | first amendment | second amendment | third amendment | contract amendment
      | amendment to agreement | nachtrag | zusatzvereinbarung | änderungsvereinbarung | vertragsnachtrag |
      vertragsänderung | avenant | adenda | anexo al contrato | modificación de contrato | adenda al contrato | atto
      aggiuntivo | appendice contrattuale | integrazione contrattuale | addendum al contratto | aditamento | adenda ao
      contrato | termo aditivo | addendum bij overeenkomst | aanhangsel | allonge | aneks | supplemental agreement | supplementary agreement | variation agreement | deed of variation | change order | ergänzungsvereinbarung |
      vertragsergänzung | ergänzung zum vertrag | änderungsvertrag | avenant au contrat | addenda | anexo modificatorio | convenio modificatorio | modificación al contrato | acuerdo modificatorio |
      accordo integrativo | accordo modificativo | atto integrativo | modifica contrattuale | adenda | aditivo contratual | acordo de alteração | alteração ao contrato |
      aanvulling op | aanvullende overeenkomst | wijzigingsovereenkomst | aanvulling op de overeenkomst | aanvulling | bijvoegsel | addendum bij | porozumienie zmieniające | aneks do umowy`),
  sow: phrases(`
      statement of work | sow | work statement | scope of work | leistungsschein | leistungsbeschreibung |
      einzelauftrag | énoncé des travaux | cahier des charges | descriptif des travaux | declaración de trabajo |
      descripción del trabajo | dichiarazione di lavoro | specifica dei lavori | declaração de trabalho |
      werkomschrijving | opdrachtomschrijving | zakres prac`),
  item_list: phrases(`
      item list | parts list | material list | bill of materials | bom | list of items | list of materials | price
      list | stückliste | artikelliste | materialliste | preisliste | nomenclature | liste des articles | liste de
      matériel | tarif | lista de materiales | lista de artículos | lista de precios | distinta base | elenco articoli
      | listino prezzi | listino | lista de materiais | lista de artigos | lista de preços | stuklijst |
      materiaallijst | prijslijst | artikellijst | lista materiałów | cennik | stock report
      | bill of material | spare parts list | equipment list | ersatzteilliste | materialauszug | geräteliste |
      liste de pièces | nomenclature produit | liste du matériel | lista de piezas | lista de repuestos |
      listado de materiales | lista materiali | lista articoli | distinta materiali | elenco materiali |
      lista de peças | relação de materiais | onderdelenlijst | zestawienie materiałów`),
  technical_specification: phrases(`
      technical specification | technical specifications | data sheet | datasheet | technical data sheet | product
      specification | specification | technische spezifikation | datenblatt | technisches datenblatt |
      produktspezifikation | spécification technique | fiche technique | fiche produit | spécifications techniques |
      especificación técnica | ficha técnica | hoja de datos | especificaciones técnicas | specifica tecnica | scheda
      tecnica | especificação técnica | technische specificatie | technisch gegevensblad | gegevensblad | specyfikacja
      techniczna | karta katalogowa`),
};
