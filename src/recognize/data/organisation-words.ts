// Words by which a line without a legal form is still an organisation, and words that only labels have.

/** Lower case, without diacritics. */
export const organisationWords: ReadonlySet<string> = new Set(
  `university universitat universite universidad universita universiteit universidade college school institute institut instituto istituto academy hospital klinik clinic clinica
   bank banque banca banco sparkasse volksbank hotel hostel restaurant ristorante restaurante cafe coffee bakery backerei boulangerie pharmacy apotheke pharmacie farmacia bar grill pizzeria bistro kitchen
   store stores shop shops mart market supermarket hypermarket supermarkt supermarche supermercado bookstore stationery hardware trading traders trader enterprise enterprises industries industry industrial manufacturing
   motors auto autos garage workshop services service solutions systems technologies technology software consulting consultants partners associates group groupe gruppe grupo gruppo holding holdings
   international global logistics transport transports freight shipping airlines airways railways telecom communications media press publishing verlag editions energy power electric electronics electrical
   foods food beverages bakers farm farms winery brewery brauerei construction builders engineering engineers properties realty estates insurance versicherung assurances seguros assicurazioni
   foundation stiftung fondation fundacion fondazione association verein verband asociacion associazione federation council ministry ministere ministerio department committee campaign commission authority agency
   church society club union cooperative cooperativa genossenschaft company corporation broadcasting television radio network studio studios design designs textiles garments fashion jewellers boutique salon
   pharmaceuticals pharma laboratories labs medical healthcare dental optik optical travel tours reisen werke werk handel vertrieb versand technik elektronik maschinenbau haustechnik bau immobilien
   materiaux batiment ateliers maison freres hermanos hijos fratelli sons brothers bros gebruder co-operative stadtwerke gemeinde landkreis municipality ville mairie comune ayuntamiento camara republic government office
   perniagaan kedai restoran pasaraya syarikat kilang perusahaan fireworks furniture books gifts toys sports tailor printing print graphics chemicals plastics metals steel paper packaging`.split(
    /\s+/,
  ),
);

/** Lower case, without diacritics: words of labels, headings and totals; a line that begins with one is no name. */
export const labelWords: ReadonlySet<string> = new Set(
  `invoice invoices rechnung facture factura fattura fatura factuur faktura receipt quittung recu recibo ricevuta bon bill order bestellung auftrag commande pedido ordine bestelling zamowienie quotation quote angebot devis
   presupuesto preventivo orcamento offerte oferta total totale subtotal summe gesamt gesamtbetrag montant amount betrag importo importe bedrag kwota date datum fecha data number nummer numero numer no nr page seite pagina strona tel fax
   phone email mail website description beschreibung designation descripcion descrizione omschrijving opis qty quantity menge quantite cantidad quantita aantal ilosc price preis prix precio prezzo prijs cena unit einheit
   vat mwst ust tva iva btw tax steuer impuesto imposta gst sst payment zahlung paiement pago pagamento betaling platnosc due terms bedingungen customer kunde client cliente klant klient supplier lieferant fournisseur proveedor fornitore
   leverancier delivery lieferung lieferschein livraison entrega consegna levering address adresse anschrift direccion indirizzo endereco adres bank iban bic account konto compte cuenta conto rekening cash change card visa mastercard
   thank thanks danke merci gracias grazie obrigado bedankt dziekujemy please bitte welcome reference referenz ref item items article artikel articolo articulo discount rabatt remise descuento sconto korting
   net netto brutto gross balance paid credit debit note gutschrift avoir abono nota copy copie kopie original duplicate signature unterschrift name title date: attn attention bill-to ship-to from to
   statement contract agreement vertrag contrat contrato contratto overeenkomst schedule exhibit annex appendix section article period subject betreff objet asunto oggetto purchase sales tax-invoice served cashier table guest rounding
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december salesperson goods sold returnable exchangeable`.split(
    /\s+/,
  ),
);
