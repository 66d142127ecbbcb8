// Things that are bought and sold, in seven languages, with unit, price range and tax band.
import type { Language } from '../regions/region.ts';
import type { Sector, UnitCode } from './words.ts';

export interface Goods {
  unit: UnitCode;
  /** Price range in minor units of a euro-like currency. */
  low: number;
  high: number;
  reduced: boolean;
  names: Record<Language, string>;
}

export type RetailKind = 'grocery' | 'restaurant' | 'hardware' | 'fuel' | 'pharmacy';

/** unit | low | high | s(tandard) or r(educed) | en | de | fr | es | it | pt | nl */
const TRADE: Record<Sector, string> = {
  office: `
pcs|3.2|6.9|s|Copy paper A4 80 g, 500 sheets|Kopierpapier A4 80 g, 500 Blatt|Papier copieur A4 80 g, 500 feuilles|Papel A4 80 g, 500 hojas|Carta A4 80 g, 500 fogli|Papel A4 80 g, 500 folhas|Kopieerpapier A4 80 g, 500 vel
box|8|19|s|Ballpoint pens blue, box of 50|Kugelschreiber blau, 50er Pack|Stylos bille bleus, boîte de 50|Bolígrafos azules, caja de 50|Penne a sfera blu, conf. da 50|Esferográficas azuis, caixa de 50|Balpennen blauw, doos van 50
pcs|180|420|s|Office chair with synchro mechanism|Bürodrehstuhl mit Synchronmechanik|Fauteuil de bureau à mécanisme synchrone|Silla de oficina con mecanismo sincro|Sedia operativa con meccanismo synchro|Cadeira de escritório com mecanismo sincronizado|Bureaustoel met synchroonmechaniek
pcs|45|130|s|Toner cartridge black, high yield|Tonerkartusche schwarz, hohe Reichweite|Cartouche de toner noir, haute capacité|Cartucho de tóner negro, alta capacidad|Toner nero ad alta capacità|Toner preto de alto rendimento|Tonercartridge zwart, hoge capaciteit
pcs|1.4|3.2|s|Lever arch file, 8 cm|Ordner, Rückenbreite 8 cm|Classeur à levier, dos 8 cm|Archivador de palanca, lomo 8 cm|Raccoglitore a leva, dorso 8 cm|Pasta de arquivo, lombada 8 cm|Ordner, rug 8 cm
pcs|240|690|s|Height-adjustable desk 160 x 80 cm|Höhenverstellbarer Schreibtisch 160 x 80 cm|Bureau réglable en hauteur 160 x 80 cm|Mesa regulable en altura 160 x 80 cm|Scrivania regolabile 160 x 80 cm|Secretária regulável em altura 160 x 80 cm|Zit-stabureau 160 x 80 cm
set|12|28|s|Whiteboard markers, set of 8|Whiteboardmarker, 8er Set|Marqueurs pour tableau blanc, lot de 8|Rotuladores de pizarra, juego de 8|Pennarelli per lavagna, set da 8|Marcadores para quadro, conjunto de 8|Whiteboardstiften, set van 8
pcs|22|75|r|Specialist book on labour law, 4th edition|Fachbuch Arbeitsrecht, 4. Auflage|Ouvrage de droit du travail, 4e édition|Libro de derecho laboral, 4ª edición|Manuale di diritto del lavoro, 4a edizione|Livro de direito do trabalho, 4.ª edição|Vakboek arbeidsrecht, 4e druk
pcs|60|160|s|Document shredder, cross cut|Aktenvernichter Partikelschnitt|Destructeur de documents coupe croisée|Destructora de papel corte cruzado|Distruggidocumenti a frammenti|Destruidora de papel corte cruzado|Papierversnipperaar kruissnede`,
  it: `
h|85|145|s|Software development according to time sheet|Softwareentwicklung nach Stundennachweis|Développement logiciel selon relevé d'heures|Desarrollo de software según parte de horas|Sviluppo software come da rapportino|Desenvolvimento de software conforme folha de horas|Softwareontwikkeling volgens urenstaat
mon|19|240|s|Managed server, package M|Managed Server, Paket M|Serveur infogéré, formule M|Servidor gestionado, plan M|Server gestito, pacchetto M|Servidor gerido, pacote M|Beheerde server, pakket M
pcs|690|1650|s|Notebook 14 inch, 32 GB RAM|Notebook 14 Zoll, 32 GB RAM|Ordinateur portable 14 pouces, 32 Go|Portátil 14 pulgadas, 32 GB|Notebook 14 pollici, 32 GB|Portátil 14 polegadas, 32 GB|Notebook 14 inch, 32 GB
pcs|149|390|s|Monitor 27 inch QHD|Monitor 27 Zoll QHD|Écran 27 pouces QHD|Monitor 27 pulgadas QHD|Monitor 27 pollici QHD|Monitor 27 polegadas QHD|Monitor 27 inch QHD
pcs|4|14|s|Patch cable Cat 6a, 3 m|Patchkabel Cat 6a, 3 m|Cordon réseau Cat 6a, 3 m|Latiguillo Cat 6a, 3 m|Cavo di rete Cat 6a, 3 m|Cabo de rede Cat 6a, 3 m|Patchkabel Cat 6a, 3 m
mon|6|32|s|User licence, annual subscription|Benutzerlizenz im Jahresabonnement|Licence utilisateur, abonnement annuel|Licencia de usuario, suscripción anual|Licenza utente, abbonamento annuale|Licença de utilizador, assinatura anual|Gebruikerslicentie, jaarabonnement
flat|350|1900|s|Set-up of the firewall on site|Einrichtung der Firewall vor Ort|Installation du pare-feu sur site|Instalación del cortafuegos in situ|Installazione firewall in sede|Instalação da firewall no local|Inrichten van de firewall op locatie
day|680|1250|s|Project management|Projektleitung|Gestion de projet|Dirección de proyecto|Direzione di progetto|Gestão de projeto|Projectleiding
pcs|55|180|s|Network switch 16 ports|Netzwerk-Switch 16 Ports|Commutateur réseau 16 ports|Conmutador de red 16 puertos|Switch di rete 16 porte|Switch de rede 16 portas|Netwerkswitch 16 poorten`,
  building: `
m2|14|38|s|Plasterboard 12.5 mm, supplied and fixed|Gipskartonplatten 12,5 mm liefern und montieren|Plaques de plâtre BA13, fourniture et pose|Placa de yeso 12,5 mm, suministro y montaje|Lastre in cartongesso 12,5 mm fornite e posate|Placas de gesso 12,5 mm, fornecimento e montagem|Gipsplaten 12,5 mm leveren en monteren
m3|95|165|s|Ready-mixed concrete C25/30|Transportbeton C25/30|Béton prêt à l'emploi C25/30|Hormigón preparado HA-25|Calcestruzzo preconfezionato C25/30|Betão pronto C25/30|Betonmortel C25/30
pcs|5.2|9.8|s|Cement, bag of 25 kg|Zement, Sack 25 kg|Ciment, sac de 25 kg|Cemento, saco de 25 kg|Cemento, sacco da 25 kg|Cimento, saco de 25 kg|Cement, zak 25 kg
m|3.1|7.5|s|Installation cable 3 x 1.5 mm²|Installationsleitung 3 x 1,5 mm²|Câble d'installation 3 x 1,5 mm²|Cable de instalación 3 x 1,5 mm²|Cavo per impianti 3 x 1,5 mm²|Cabo de instalação 3 x 1,5 mm²|Installatiekabel 3 x 1,5 mm²
h|42|68|s|Fitter's hours|Monteurstunden|Heures de monteur|Horas de oficial montador|Ore di montatore|Horas de montador|Uren monteur
m2|18|46|s|Floor tiles 60 x 60 cm, grey|Bodenfliesen 60 x 60 cm, grau|Carrelage de sol 60 x 60 cm, gris|Baldosas de suelo 60 x 60 cm, gris|Piastrelle da pavimento 60 x 60 cm, grigio|Ladrilhos 60 x 60 cm, cinzento|Vloertegels 60 x 60 cm, grijs
m2|7|15|s|Interior wall paint, two coats|Innenwandanstrich, zweifach|Peinture intérieure, deux couches|Pintura interior, dos manos|Tinteggiatura interna a due mani|Pintura interior, duas demãos|Binnenmuurverf, twee lagen
pcs|210|540|s|Interior door with steel frame|Innentür mit Stahlzarge|Porte intérieure avec huisserie métallique|Puerta interior con marco de acero|Porta interna con telaio in acciaio|Porta interior com aro metálico|Binnendeur met stalen kozijn
flat|450|2800|s|Site set-up and clearance|Baustelleneinrichtung und -räumung|Installation et repli de chantier|Implantación y retirada de obra|Allestimento e smobilizzo cantiere|Montagem e desmontagem de estaleiro|Inrichten en opruimen bouwplaats
m|9|24|s|Drain pipe DN 110, laid in trench|Abflussrohr DN 110, im Graben verlegt|Tube d'évacuation DN 110, posé en tranchée|Tubo de saneamiento DN 110 en zanja|Tubo di scarico DN 110 in trincea|Tubo de esgoto DN 110 em vala|Afvoerbuis DN 110, in sleuf gelegd
pcs|34|95|s|LED panel light 40 W|LED-Panelleuchte 40 W|Dalle LED 40 W|Panel LED 40 W|Pannello LED 40 W|Painel LED 40 W|LED-paneel 40 W`,
  food: `
kg|6.5|14|r|Mountain cheese, matured six months|Bergkäse, sechs Monate gereift|Fromage de montagne affiné six mois|Queso de montaña curado seis meses|Formaggio di malga stagionato sei mesi|Queijo de montanha curado seis meses|Bergkaas, zes maanden gerijpt
l|5.9|12|r|Olive oil extra virgin, 5 l can|Olivenöl nativ extra, 5-l-Kanister|Huile d'olive vierge extra, bidon 5 l|Aceite de oliva virgen extra, lata 5 l|Olio extravergine di oliva, latta 5 l|Azeite virgem extra, lata 5 l|Olijfolie extra vierge, blik 5 l
box|11|26|s|Mineral water sparkling, 12 x 0.7 l|Mineralwasser spritzig, 12 x 0,7 l|Eau minérale gazeuse, 12 x 0,7 l|Agua mineral con gas, 12 x 0,7 l|Acqua minerale frizzante, 12 x 0,7 l|Água mineral com gás, 12 x 0,7 l|Mineraalwater bruisend, 12 x 0,7 l
kg|9|19|r|Coffee beans espresso roast|Kaffeebohnen Espressoröstung|Café en grains torréfaction espresso|Café en grano tueste espresso|Caffè in grani tostatura espresso|Café em grão torra expresso|Koffiebonen espressobranding
pcs|0.9|2.4|r|Wholemeal loaf 750 g|Vollkornbrot 750 g|Pain complet 750 g|Pan integral 750 g|Pane integrale 750 g|Pão integral 750 g|Volkorenbrood 750 g
box|24|72|s|White wine, carton of 6 bottles|Weißwein, Karton mit 6 Flaschen|Vin blanc, carton de 6 bouteilles|Vino blanco, caja de 6 botellas|Vino bianco, cartone da 6 bottiglie|Vinho branco, caixa de 6 garrafas|Witte wijn, doos van 6 flessen
kg|1.1|3.4|r|Potatoes, waxy, washed|Kartoffeln festkochend, gewaschen|Pommes de terre fermes lavées|Patatas lavadas de carne firme|Patate a pasta soda lavate|Batatas lavadas|Aardappelen vastkokend, gewassen
box|15|38|r|Tomatoes peeled, 6 x 2.5 kg tins|Geschälte Tomaten, 6 Dosen à 2,5 kg|Tomates pelées, 6 boîtes de 2,5 kg|Tomate pelado, 6 latas de 2,5 kg|Pomodori pelati, 6 latte da 2,5 kg|Tomate pelado, 6 latas de 2,5 kg|Gepelde tomaten, 6 blikken à 2,5 kg
pcs|12|45|s|Catering service per person|Cateringservice pro Person|Service traiteur par personne|Servicio de catering por persona|Servizio catering a persona|Serviço de catering por pessoa|Cateringservice per persoon`,
  mechanical: `
pcs|8.4|42|s|Deep groove ball bearing 6205-2RS|Rillenkugellager 6205-2RS|Roulement à billes 6205-2RS|Rodamiento rígido de bolas 6205-2RS|Cuscinetto a sfere 6205-2RS|Rolamento de esferas 6205-2RS|Groefkogellager 6205-2RS
pcs|120|980|s|Gear motor 0.75 kW, 1400 rpm|Getriebemotor 0,75 kW, 1400 U/min|Motoréducteur 0,75 kW, 1400 tr/min|Motorreductor 0,75 kW, 1400 rpm|Motoriduttore 0,75 kW, 1400 giri/min|Motorredutor 0,75 kW, 1400 rpm|Motorreductor 0,75 kW, 1400 tpm
pcs|0.12|0.95|s|Hexagon bolt M8 x 40, zinc plated|Sechskantschraube M8 x 40, verzinkt|Vis à tête hexagonale M8 x 40, zinguée|Tornillo hexagonal M8 x 40, cincado|Vite esagonale M8 x 40, zincata|Parafuso sextavado M8 x 40, zincado|Zeskantbout M8 x 40, verzinkt
pcs|35|210|s|Hydraulic hose with fittings, 2.5 m|Hydraulikschlauch mit Armaturen, 2,5 m|Flexible hydraulique serti, 2,5 m|Manguera hidráulica con racores, 2,5 m|Tubo idraulico raccordato, 2,5 m|Mangueira hidráulica com acessórios, 2,5 m|Hydrauliekslang met koppelingen, 2,5 m
kg|1.9|4.8|s|Steel profile S235, cut to length|Stahlprofil S235, auf Länge gesägt|Profilé acier S235, coupé à longueur|Perfil de acero S235, cortado a medida|Profilato acciaio S235, tagliato a misura|Perfil de aço S235, cortado à medida|Staalprofiel S235, op lengte gezaagd
l|4.2|11|s|Hydraulic oil HLP 46|Hydrauliköl HLP 46|Huile hydraulique HLP 46|Aceite hidráulico HLP 46|Olio idraulico HLP 46|Óleo hidráulico HLP 46|Hydraulische olie HLP 46
set|24|160|s|Seal kit for cylinder D63|Dichtungssatz für Zylinder D63|Pochette de joints pour vérin D63|Juego de juntas para cilindro D63|Kit guarnizioni per cilindro D63|Conjunto de vedantes para cilindro D63|Afdichtingsset voor cilinder D63
h|58|98|s|CNC machining as per drawing|CNC-Bearbeitung nach Zeichnung|Usinage CNC suivant plan|Mecanizado CNC según plano|Lavorazione CNC a disegno|Maquinação CNC conforme desenho|CNC-bewerking volgens tekening
pcs|14|88|s|V-belt pulley, 2 grooves|Keilriemenscheibe, 2-rillig|Poulie trapézoïdale, 2 gorges|Polea trapezoidal, 2 canales|Puleggia trapezoidale, 2 gole|Polia trapezoidal, 2 gornes|V-snaarschijf, 2 groeven`,
  consulting: `
h|95|190|s|Consulting, senior consultant|Beratung, Senior Consultant|Conseil, consultant senior|Consultoría, consultor sénior|Consulenza, consulente senior|Consultoria, consultor sénior|Advies, senior adviseur
day|820|1600|s|Workshop on site including preparation|Workshop vor Ort inkl. Vorbereitung|Atelier sur site, préparation comprise|Taller presencial con preparación|Workshop in sede inclusa preparazione|Workshop presencial com preparação|Workshop op locatie incl. voorbereiding
flat|900|6500|s|Feasibility study, final report|Machbarkeitsstudie, Abschlussbericht|Étude de faisabilité, rapport final|Estudio de viabilidad, informe final|Studio di fattibilità, relazione finale|Estudo de viabilidade, relatório final|Haalbaarheidsstudie, eindrapport
h|55|90|s|Research and documentation|Recherche und Dokumentation|Recherche et documentation|Investigación y documentación|Ricerca e documentazione|Pesquisa e documentação|Onderzoek en documentatie
flat|120|480|s|Travel expenses at cost|Reisekosten nach Aufwand|Frais de déplacement au réel|Gastos de viaje según coste|Spese di trasferta a consuntivo|Despesas de deslocação|Reiskosten op basis van nacalculatie
mon|350|1800|s|Retainer, ongoing advice|Pauschale laufende Betreuung|Forfait de suivi mensuel|Cuota mensual de asesoramiento|Canone mensile di assistenza|Avença mensal de acompanhamento|Vaste vergoeding doorlopend advies
h|70|130|s|Translation of the technical report|Übersetzung des technischen Berichts|Traduction du rapport technique|Traducción del informe técnico|Traduzione della relazione tecnica|Tradução do relatório técnico|Vertaling van het technisch rapport
day|540|980|s|Site supervision|Bauleitung vor Ort|Suivi de chantier|Dirección de obra|Direzione lavori|Fiscalização de obra|Toezicht op de bouwplaats`,
  print: `
pcs|0.08|0.6|s|Flyers A5, 4/4 colours, 135 g|Flyer A5, 4/4-farbig, 135 g|Flyers A5, quadri recto verso, 135 g|Octavillas A5, 4+4 tintas, 135 g|Volantini A5, 4+4 colori, 135 g|Folhetos A5, 4/4 cores, 135 g|Flyers A5, 4/4 kleuren, 135 g
flat|80|340|s|Layout and typesetting|Gestaltung und Satz|Mise en page et composition|Maquetación y composición|Impaginazione e grafica|Paginação e composição|Vormgeving en opmaak
m2|28|64|s|Vinyl lettering for shop window|Folienbeschriftung Schaufenster|Lettrage adhésif de vitrine|Rotulación en vinilo de escaparate|Scritte adesive per vetrina|Vinil para montra|Belettering etalage in vinyl
pcs|65|220|s|Roll-up banner 85 x 200 cm|Roll-up-Banner 85 x 200 cm|Kakémono enrouleur 85 x 200 cm|Expositor enrollable 85 x 200 cm|Roll-up 85 x 200 cm|Roll-up 85 x 200 cm|Roll-up banner 85 x 200 cm
box|18|46|s|Business cards, 500 pcs|Visitenkarten, 500 Stück|Cartes de visite, 500 ex.|Tarjetas de visita, 500 uds.|Biglietti da visita, 500 pz|Cartões de visita, 500 un.|Visitekaartjes, 500 stuks
pcs|1.8|7.5|r|Brochure 32 pages, perfect bound|Broschüre 32 Seiten, klebegebunden|Brochure 32 pages, dos carré collé|Folleto 32 páginas, fresado|Opuscolo 32 pagine, brossura|Brochura 32 páginas, capa colada|Brochure 32 pagina's, gelijmd
roll|95|260|s|Printing paper roll 91 cm|Druckpapierrolle 91 cm|Rouleau papier 91 cm|Rollo de papel 91 cm|Rotolo carta 91 cm|Rolo de papel 91 cm|Rol printpapier 91 cm
h|48|85|s|Image editing|Bildbearbeitung|Retouche d'images|Retoque de imágenes|Fotoritocco|Tratamento de imagem|Beeldbewerking`,
  service: `
mon|180|1400|s|Office cleaning, monthly fee|Unterhaltsreinigung Büro, Monatspauschale|Nettoyage des bureaux, forfait mensuel|Limpieza de oficinas, cuota mensual|Pulizia uffici, canone mensile|Limpeza de escritórios, mensalidade|Schoonmaak kantoor, maandbedrag
m2|1.2|3.9|s|Window cleaning inside and outside|Glasreinigung innen und außen|Nettoyage de vitres int. et ext.|Limpieza de cristales int. y ext.|Pulizia vetri interni ed esterni|Limpeza de vidros int. e ext.|Glasbewassing binnen en buiten
h|34|62|s|Caretaker work|Hausmeisterarbeiten|Travaux de gardiennage|Trabajos de conserjería|Lavori di custodia|Trabalhos de portaria|Conciërgewerkzaamheden
pcs|65|190|s|Maintenance of heating system|Wartung der Heizungsanlage|Entretien de la chaudière|Mantenimiento de la calefacción|Manutenzione caldaia|Manutenção do aquecimento|Onderhoud verwarmingsinstallatie
flat|25|60|s|Call-out charge zone 2|Anfahrtspauschale Zone 2|Forfait déplacement zone 2|Desplazamiento zona 2|Diritto di chiamata zona 2|Taxa de deslocação zona 2|Voorrijkosten zone 2
pcs|9|34|s|Replacement filter F7|Ersatzfilter F7|Filtre de rechange F7|Filtro de repuesto F7|Filtro di ricambio F7|Filtro de substituição F7|Vervangingsfilter F7
mon|22|85|s|Waste disposal, 240 l bin|Abfallentsorgung, Behälter 240 l|Collecte des déchets, bac 240 l|Retirada de residuos, cubo 240 l|Smaltimento rifiuti, bidone 240 l|Recolha de resíduos, contentor 240 l|Afvalinzameling, container 240 l
h|44|72|s|Garden maintenance|Grünflächenpflege|Entretien des espaces verts|Mantenimiento de jardines|Manutenzione del verde|Manutenção de jardins|Groenonderhoud`,
};

const RETAIL: Record<RetailKind, string> = {
  grocery: `
pcs|0.79|1.9|r|Milk 1 l|Vollmilch 1 l|Lait 1 l|Leche 1 l|Latte 1 l|Leite 1 l|Melk 1 l
pcs|1.2|3.9|r|Bread rye|Roggenbrot|Pain de seigle|Pan de centeno|Pane di segale|Pão de centeio|Roggebrood
kg|1.5|3.6|r|Apples red|Äpfel rot|Pommes rouges|Manzanas rojas|Mele rosse|Maçã vermelha|Appels rood
pcs|2.2|4.8|r|Butter 250 g|Butter 250 g|Beurre 250 g|Mantequilla 250 g|Burro 250 g|Manteiga 250 g|Boter 250 g
pcs|2.9|7.5|s|Washing powder|Waschpulver|Lessive|Detergente|Detersivo|Detergente roupa|Wasmiddel
pcs|0.6|1.6|r|Spaghetti 500 g|Spaghetti 500 g|Spaghetti 500 g|Espaguetis 500 g|Spaghetti 500 g|Esparguete 500 g|Spaghetti 500 g
pcs|1.1|2.7|s|Orange juice|Orangensaft|Jus d'orange|Zumo de naranja|Succo d'arancia|Sumo de laranja|Sinaasappelsap
pcs|2.5|6.9|s|Red wine 0.75 l|Rotwein 0,75 l|Vin rouge 0,75 l|Vino tinto 0,75 l|Vino rosso 0,75 l|Vinho tinto 0,75 l|Rode wijn 0,75 l
pcs|1.4|3.2|r|Eggs 10 pcs|Eier 10 St.|Œufs x10|Huevos 10 ud|Uova 10 pz|Ovos 10 un|Eieren 10 st
pcs|1.8|4.5|s|Toilet paper 8 rolls|Toilettenpapier 8 Rl|Papier toilette x8|Papel higiénico 8|Carta igienica 8 rt|Papel higiénico 8 rl|Toiletpapier 8 rol
kg|6.9|14|r|Minced beef|Rinderhack|Boeuf haché|Carne picada|Macinato di manzo|Carne picada|Rundergehakt
pcs|0.5|1.3|r|Yoghurt natural|Joghurt natur|Yaourt nature|Yogur natural|Yogurt bianco|Iogurte natural|Yoghurt naturel`,
  restaurant: `
pcs|2.4|4.2|s|Espresso|Espresso|Espresso|Café solo|Caffè|Café|Espresso
pcs|3.2|5.4|s|Cappuccino|Cappuccino|Cappuccino|Café con leche|Cappuccino|Galão|Cappuccino
pcs|11|19|r|Soup and salad of the day|Tagessuppe mit Salat|Soupe et salade du jour|Sopa y ensalada del día|Zuppa e insalata|Sopa e salada do dia|Dagsoep met salade
pcs|13|26|r|Grilled salmon|Lachs vom Grill|Saumon grillé|Salmón a la plancha|Salmone alla griglia|Salmão grelhado|Gegrilde zalm
pcs|12|18|r|Mushroom risotto|Pilzrisotto|Risotto aux champignons|Risotto de setas|Risotto ai funghi|Risoto de cogumelos|Risotto paddenstoelen
pcs|3.5|6|s|Sparkling water 0.75|Mineralwasser 0,75|Eau gazeuse 0,75|Agua con gas 0,75|Acqua frizzante 0,75|Água com gás 0,75|Bruiswater 0,75
pcs|4.5|8.5|s|Glass of house wine|Glas Hauswein|Verre de vin maison|Copa de vino|Calice di vino|Copo de vinho|Glas huiswijn
pcs|6|9|r|Chocolate cake|Schokoladenkuchen|Gâteau au chocolat|Tarta de chocolate|Torta al cioccolato|Bolo de chocolate|Chocoladetaart
pcs|14|32|r|Sirloin steak, chips|Rumpsteak, Pommes|Entrecôte frites|Entrecot con patatas|Tagliata con patate|Bife com batatas|Biefstuk met friet
pcs|4|6.5|s|Draught beer 0.5|Bier vom Fass 0,5|Bière pression 50 cl|Cerveza de barril|Birra alla spina|Cerveja 0,5|Bier van de tap`,
  hardware: `
pcs|3|12|s|Screws 4x40 box|Schrauben 4x40 Pack|Vis 4x40 boîte|Tornillos 4x40 caja|Viti 4x40 conf.|Parafusos 4x40 cx|Schroeven 4x40 doos
pcs|14|45|s|Wall paint white 5 l|Wandfarbe weiß 5 l|Peinture blanche 5 l|Pintura blanca 5 l|Pittura bianca 5 l|Tinta branca 5 l|Muurverf wit 5 l
pcs|6|18|s|Paint brush set|Pinselset|Lot de pinceaux|Juego de brochas|Set pennelli|Jogo de pincéis|Kwastenset
pcs|25|89|s|Cordless drill|Akkuschrauber|Visseuse sans fil|Taladro batería|Trapano a batteria|Berbequim sem fios|Accuboormachine
pcs|2|7|s|Masking tape|Abdeckband|Ruban de masquage|Cinta de carrocero|Nastro carta|Fita de pintor|Afplaktape
pcs|9|29|s|Spirit level 60 cm|Wasserwaage 60 cm|Niveau 60 cm|Nivel 60 cm|Livella 60 cm|Nível 60 cm|Waterpas 60 cm
pcs|4|11|s|Light bulb LED E27|LED-Lampe E27|Ampoule LED E27|Bombilla LED E27|Lampadina LED E27|Lâmpada LED E27|LED-lamp E27`,
  fuel: `
l|1.45|1.99|s|Unleaded 95|Super E10|Sans plomb 95|Gasolina 95|Benzina|Gasolina 95|Euro 95
l|1.4|1.95|s|Diesel|Diesel|Gazole|Gasóleo A|Gasolio|Gasóleo|Diesel
pcs|9|16|s|Car wash|Autowäsche|Lavage auto|Lavado|Lavaggio auto|Lavagem auto|Autowas
pcs|1.5|3.5|s|Coffee to go|Kaffee to go|Café à emporter|Café para llevar|Caffè da asporto|Café para levar|Koffie to go`,
  pharmacy: `
pcs|4|14|r|Ibuprofen 400 mg 20|Ibuprofen 400 mg 20 St|Ibuprofène 400 mg 20 cp|Ibuprofeno 400 mg 20|Ibuprofene 400 mg 20|Ibuprofeno 400 mg 20|Ibuprofen 400 mg 20
pcs|5|19|s|Hand cream 75 ml|Handcreme 75 ml|Crème mains 75 ml|Crema de manos 75 ml|Crema mani 75 ml|Creme mãos 75 ml|Handcrème 75 ml
pcs|6|18|r|Nasal spray 10 ml|Nasenspray 10 ml|Spray nasal 10 ml|Spray nasal 10 ml|Spray nasale 10 ml|Spray nasal 10 ml|Neusspray 10 ml
pcs|3|9|s|Plasters assorted|Pflaster sortiert|Pansements assortis|Tiritas surtidas|Cerotti assortiti|Pensos sortidos|Pleisters assorti
pcs|8|26|s|Sun lotion SPF 50|Sonnenmilch LSF 50|Crème solaire SPF 50|Crema solar SPF 50|Crema solare SPF 50|Protetor solar FPS 50|Zonnebrand SPF 50
pcs|7|22|s|Vitamin D drops|Vitamin-D-Tropfen|Vitamine D gouttes|Vitamina D gotas|Vitamina D gocce|Vitamina D gotas|Vitamine D druppels`,
};

function parseGoods(table: string): Goods[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [unit, low, high, band, en, de, fr, es, it, pt, nl] = row.split('|');
      if (nl === undefined) throw new RangeError(`goods row with too few columns: ${row}`);
      const names = { en: en!, de: de!, fr: fr!, es: es!, it: it!, pt: pt!, nl };
      return {
        unit: unit as UnitCode,
        low: Math.round(Number(low) * 100),
        high: Math.round(Number(high) * 100),
        reduced: band === 'r',
        names,
      };
    });
}

const parseAll = <K extends string>(tables: Record<K, string>): Record<K, Goods[]> =>
  Object.fromEntries(Object.entries<string>(tables).map(([key, table]) => [key, parseGoods(table)])) as Record<
    K,
    Goods[]
  >;

export const TRADE_GOODS: Record<Sector, Goods[]> = parseAll(TRADE);
export const RETAIL_GOODS: Record<RetailKind, Goods[]> = parseAll(RETAIL);
export const RETAIL_KINDS: readonly RetailKind[] = ['grocery', 'restaurant', 'hardware', 'fuel', 'pharmacy'];
