// Manufacturing, crafts, construction sites, vehicles, logistics, aviation, farming. Form: ../parse-taxonomy.ts.

export const trades = `
@ knowledge
Manufacturing | Fertigung; production^; Produktion; fabrication; fabricación; industrial production; mass production; series production
Skilled trades | Handwerk; métiers manuels; craftsmanship
Construction | building construction; Bauwesen; bâtiment; construcción; construction work; construction industry
Logistics | Logistik; logistique; logística; logistics management; logistics operations
Aviation | Luftfahrt; aéronautique civile; aviación; aviation operations
Agriculture | Landwirtschaft; agricultura; farming; agronomy; Agrarwissenschaft; agronomie
Maintenance | Instandhaltung; Wartung; equipment maintenance; preventive maintenance; mantenimiento; predictive maintenance; corrective maintenance; maintenance industrielle; plant maintenance; vorbeugende Instandhaltung
@ activity < Manufacturing
CNC machining | CNC*; CNC milling; CNC turning; CNC-Fräsen; CNC-Drehen; usinage CNC; Zerspanung; CNC operation; Zerspanungstechnik; CNC machines
CNC programming | CNC-Programmierung; Heidenhain; Sinumerik; CAM programming; Fanuc controls; Mastercam | ~ CNC machining .9
Milling | Fräsen; fraisage; milling machines
Turning on lathes | Drehen; lathe operation; tournage; lathes
Grinding | Schleifen; surface grinding; polishing; rectification
Drilling | Bohren; perçage
Metalworking | Metallbearbeitung; metal fabrication; travail des métaux; metal processing; Metallbau
Sheet metal work | sheet metal fabrication; Blechbearbeitung; tôlerie; sheet metal; metal bending
Welding | Schweißen; soudage; soldadura; welding techniques
MIG welding | MAG welding; MIG/MAG; GMAW; MAG-Schweißen | < Welding
TIG welding | WIG-Schweißen; GTAW; WIG*; TIG | < Welding
Arc welding | SMAW; stick welding; E-Handschweißen; electrode welding | < Welding
Spot welding | resistance welding; robotic welding; laser welding | < Welding
Laser cutting | Laserschneiden; plasma cutting; waterjet cutting; découpe laser
Forging | Schmieden; blacksmithing; forge^
Casting of metals | foundry work; Gießerei; die casting; Druckguss; fonderie; foundry
Stamping and pressing | press operation; Stanzen; punching; metal stamping
Injection molding | injection moulding; Spritzguss; Spritzgießen; injection plastique; plastic injection
Extrusion | blow molding; thermoforming; Extrudieren
Heat treatment | Wärmebehandlung; hardening; traitement thermique
Surface treatment | Oberflächentechnik; galvanizing; electroplating; Galvanotechnik; powder coating; anodizing; Pulverbeschichtung
Assembly | Montage; assembling; assembly line; assemblage; ensamblaje; mechanical assembly; Baugruppenmontage; assembly work
Electronic assembly | Elektronikmontage; PCB assembly; cable assembly; wire harness assembly
Machine operation | Maschinenbedienung; operating machines; conduite de machines; machine operator; machine setup; Anlagenbedienung; operating machinery; Maschinenführung; machine setting
Production planning | Produktionsplanung; production scheduling; PPS*; planification de la production; Fertigungsplanung; Fertigungssteuerung; production control; Arbeitsvorbereitung
Production management | Produktionsleitung; manufacturing management; gestion de production; plant management; Werksleitung
Packaging | packing; Verpackung; Verpacken; emballage; Kommissionieren und Verpacken; packing goods
Bottling | filling machines; Abfüllung; canning
Printing | Drucktechnik; offset printing; printing presses; imprimerie; Druckverfahren; digital printing; screen printing; Siebdruck
Bookbinding | Buchbinderei; print finishing
Sewing | Nähen; couture; tailoring; dressmaking; Schneidern; costura; sewing machines; pattern making; alterations
Upholstery | Polstern; Polsterei; tapisserie
Leatherworking | shoemaking; leather work; Schuhmacherei; saddlery
Weaving | knitting; Weben; Strickerei; tissage
Glassmaking | glass blowing; Glasbläserei; glazing; Glaserei; verrerie
Ceramics | pottery; Keramik; Töpferei; céramique
Jewelry making | goldsmithing; Goldschmieden; jewellery; watchmaking; Uhrmacherei; gemology
Paper production | Papierherstellung; pulp and paper
Optician work | lens grinding; Augenoptik; optician skills; optique-lunetterie
Manufacturing execution systems | MES*; manufacturing execution system
Material testing | Werkstoffprüfung; materials testing; non-destructive testing; NDT*; zerstörungsfreie Prüfung; ultrasonic testing
Coordinate measuring machines | CMM*; 3D-Koordinatenmesstechnik; PC-DMIS; Zeiss Calypso; callipers; precision measuring instruments; micrometers; calipers
@ activity < Skilled trades
Carpentry | Zimmerei; charpenterie; carpintería; joinery; Tischlerei; Schreinerei; menuiserie; cabinet making; cabinetmaking
Woodworking | Holzbearbeitung; travail du bois; wood carving; timber construction; Holzbau
Plumbing | Klempnerei; plomberie; fontanería; sanitary installation; Sanitärinstallation; pipefitting; pipe fitting; Rohrinstallation; plomería
Heating installation | Heizungsbau; heating systems; chauffage; Heizungsinstallation; boiler maintenance
Electrical work | electrician skills; Elektroarbeiten; travaux électriques; electrical repair; electrical maintenance
Painting and decorating | house painting; Malerarbeiten; Malerei und Lackiererei; peinture en bâtiment; wallpapering; interior painting; Lackieren
Plastering | Verputzen; Putzarbeiten; plâtrerie; stucco
Drywall installation | Trockenbau; dry lining; dry wall; plaque de plâtre
Bricklaying | masonry; Mauern; maçonnerie; Maurerarbeiten; albañilería; stonemasonry
Tiling | Fliesenlegen; tile setting; carrelage
Flooring installation | Bodenlegen; parquet laying; carpet fitting; Parkettlegen
Roofing | Dachdeckerei; Dacharbeiten; couverture de toits; toiture
Scaffolding | Gerüstbau; échafaudage
Locksmithing | Schlosserei; serrurerie; locksmith work
Chimney sweeping | Schornsteinfegen
Insulation work | Isolierarbeiten; Dämmarbeiten; isolation thermique; insulation installation
Window installation | Fensterbau; Fenstermontage; pose de fenêtres
Sign making | Schilderherstellung; vehicle wrapping
Piano tuning | instrument making; Instrumentenbau
Handyman work | minor repairs; Hausmeistertätigkeiten; Kleinreparaturen; caretaking; general repairs; janitorial services
Elevator maintenance | lift maintenance; Aufzugstechnik; escalators
Fire alarm systems | Brandmeldeanlagen; alarm systems; security systems installation; CCTV; sprinkler systems
Appliance installation | kitchen installation; Küchenmontage; furniture assembly; Möbelmontage
@ activity < Construction
Construction management | Bauleitung; construction supervision; Baumanagement; gestion de chantier; site management; conduite de travaux; site supervision; Bauüberwachung; construction project management
Concrete work | Betonarbeiten; formwork; concreting; Schalungsbau; béton; rebar; reinforcing steel
Excavation | Erdarbeiten; earthworks; terrassement; Tiefbau
Demolition | Abbrucharbeiten; Rückbau; démolition; asbestos removal; Asbestsanierung
Operating excavators | Baggerfahren; excavator operation; backhoe; conduite d'engins; heavy equipment operation; Baumaschinen; bulldozer operation; heavy machinery; construction machinery
Crane operation | Kranbedienung; Kranführer; conduite de grue; rigging; tower crane
Quantity surveying | bills of quantities; Mengenermittlung; Aufmaß; métré; quantity takeoff
Tendering for construction | Ausschreibung und Vergabe; VOB*; AVA*; construction tenders; HOAI; appels d'offres
Building codes | building regulations; Bauvorschriften; Bauordnung; normes de construction; construction law
Building restoration | Denkmalpflege; renovation; Renovierung; building conservation; rénovation; refurbishment; Altbausanierung
Interior construction | Innenausbau; fit-out; interior fit-out
Construction safety | SiGeKo; site safety; Baustellensicherheit
Landscaping | gardening; Gartenbau; Landschaftsbau; jardinage; jardinería; groundskeeping; Garten- und Landschaftsbau; paysagisme; lawn care; horticulture
Building inspection | Bauabnahme; home inspection; structural inspection
Surveying instruments | total station; Tachymeter; GPS surveying; theodolite
@ activity < Maintenance
Mechanical maintenance | Maschinenwartung; machine maintenance; machinery repair; machine repair; Maschineninstandhaltung; mechanical repair
Vehicle maintenance | automotive repair; car repair; Kfz-Reparatur; réparation automobile; auto repair; Kfz-Mechatronik; vehicle repair; automotive service; car maintenance; mecánica automotriz
Vehicle diagnostics | Fahrzeugdiagnose; engine diagnostics; OBD*; diagnostic automobile; On-Board-Diagnose
Body repair | bodywork; Karosseriebau; carrosserie; vehicle painting; Fahrzeuglackierung; auto body repair
Tyre fitting | tire service; Reifenmontage; wheel alignment; brake service
Motorcycle repair | bicycle repair; Zweiradmechanik; Fahrradreparatur; bike mechanics
Agricultural machinery maintenance | Landmaschinentechnik; farm equipment maintenance; Landmaschinenmechanik
Aircraft maintenance | Flugzeugwartung; aircraft mechanics; maintenance aéronautique; MRO*; Part-145 | ~ Aviation .8
Fault diagnosis | Störungsbeseitigung; troubleshooting of machines; Fehlerdiagnose; Störungsbehebung; fault finding; dépannage; fault analysis
CMMS | computerized maintenance management; IBM Maximo; Maximo; SAP PM
Cleaning | Reinigung; nettoyage; limpieza; Gebäudereinigung; housekeeping cleaning; industrial cleaning; office cleaning; window cleaning; sanitation; janitorial
Field service | on-site service; Außendienst im Service; Kundendiensttechnik; field engineering; commissioning; Inbetriebnahme; mise en service
Lubrication | Schmiertechnik; oiling
Pump maintenance | pumps^; compressors; valves; Pumpentechnik
@ knowledge < Logistics
Supply chain management | SCM*; supply chain; Supply-Chain-Management; chaîne d'approvisionnement; Lieferkettenmanagement; supply chain planning; cadena de suministro; supply chain optimization
Warehouse management | warehousing; Lagerverwaltung; Lagerhaltung; gestion d'entrepôt; warehouse operations; Lagerlogistik; warehouse work; almacenamiento; Lagerwirtschaft; Lagerarbeit
Inventory management | stock management; Bestandsmanagement; gestion des stocks; inventory control; stock control; gestión de inventario; Bestandsführung; Inventur; stocktaking
Order picking | Kommissionierung; préparation de commandes; picking; picking and packing; pick and pack
Goods receiving | Wareneingang; incoming goods; receiving^; réception des marchandises; goods inward; Wareneingangskontrolle
Shipping | Versand; dispatch^; expédition; outbound logistics; Warenausgang; shipping and receiving; freight shipping
Freight forwarding | Spedition; freight transport; transport de marchandises; freight management; Frachtabwicklung; air freight; sea freight; cargo handling
Customs clearance | Zollabwicklung; customs; Zoll; dédouanement; customs procedures; export documentation; customs regulations; Exportabwicklung
Incoterms | Incoterms 2020 
Transport planning of goods | route planning; Tourenplanung; Disposition; fleet management; Fuhrparkmanagement; gestion de flotte; transport management; fleet operations
Procurement | purchasing; Einkauf; achats; compras; Beschaffung; strategic sourcing; sourcing^; buying^; approvisionnement; strategischer Einkauf; operativer Einkauf; procurement management; aprovisionamiento; e-procurement; tendering
Demand planning | demand forecasting; Bedarfsplanung; sales and operations planning; S&OP; materials planning; MRP*; Disposition von Material; material requirements planning; materials management; Materialwirtschaft
Just-in-time | JIT*; just in sequence; Just-in-time-Produktion
Last-mile delivery | parcel delivery; Paketzustellung; courier services; Zustellung; mail delivery; postal services
Reverse logistics | returns management; Retourenmanagement
Load securing | Ladungssicherung; cargo securing; loading and unloading; Be- und Entladen
Cold chain management | cold chain; Kühlkette; cold storage
Dangerous goods handling | hazardous materials; Gefahrgut; matières dangereuses; Gefahrstoffe; hazmat; ADR regulations; handling of hazardous substances
Port operations | container handling; harbour operations; maritime logistics; Hafenlogistik
Category management | spend analysis; Warengruppenmanagement
@ activity < Logistics
Truck driving | lorry driving; Lkw-Fahren; conduite de poids lourds; Berufskraftfahrer; truck driver skills; long-haul driving
Bus driving | Busfahren; passenger transport; Personenbeförderung; coach driving
Delivery driving | Auslieferungsfahrten; delivery of goods; taxi driving; driving^; Fahrdienst; Kurierfahrten; safe driving
Forklift operation | Gabelstapler fahren; Staplerfahren; forklift driving; forklift; conduite de chariot; forklifts; Gabelstapler; pallet truck; reach truck; cariste
Train operation | train driving; Zugführung; Triebfahrzeugführer; Lokführer; tram driving
Ship operation | seamanship; vessel navigation; boat handling; Nautik; navigation maritime; nautical skills
Moving services | furniture moving; Umzüge; déménagement; removals
Mail sorting | Briefsortierung; post room; mailroom
@ tool < Logistics
SAP EWM | SAP WM; SAP Extended Warehouse Management | ~ SAP .8
Warehouse management systems | WMS*; Lagerverwaltungssysteme; Manhattan WMS; RF scanners; barcode scanners; warehouse management system
Transportation management systems | TMS*; SAP TM
SAP Ariba | Ariba; Coupa; Jaggaer | ~ Procurement .8
Kinaxis | Blue Yonder; JDA; SAP APO; SAP IBP | ~ Demand planning .8
ATLAS customs system | ATLAS Zoll | ~ Customs clearance .8
@ activity < Aviation
Piloting aircraft | flying; Flugzeugführung; pilotage; commercial piloting; flight operations; instrument flying; helicopter flying
Air traffic control | Flugsicherung; contrôle aérien; Flugverkehrskontrolle; ATC*
Cabin service | flight attendant skills; cabin crew; Kabinenservice; in-flight service; Flugbegleitung
Ground handling | Bodenabfertigung; ramp handling; airport operations; baggage handling; Flughafenbetrieb; passenger handling; check-in service
Flight planning | flight dispatch; Flugplanung; navigation of aircraft
Drone operation | UAV; drones; drone piloting; Drohnenflug; unmanned aerial vehicles
Aviation safety | safety management in aviation; Flugsicherheit; aviation security; crew resource management; Luftsicherheit
Amadeus* | Sabre^; Galileo GDS; global distribution systems; Amadeus GDS | ~ Travel planning .8
@ activity < Agriculture
Crop production | Ackerbau; crop farming; Pflanzenbau; arable farming; crop management; cultures agricoles; planting
Livestock farming | animal husbandry; Viehzucht; élevage; Tierhaltung; cattle breeding; animal breeding; ganadería; pig farming; poultry farming; dairy farming; milking
Tractor driving | operating agricultural machinery; Traktor fahren; farm machinery operation; combine harvester
Viticulture | winemaking; Weinbau; oenology; viticulture et œnologie; vineyard work; Önologie
Forestry | Forstwirtschaft; sylviculture; Forst; forest management; tree felling; chainsaw operation; Motorsägenarbeiten; arboriculture; tree care
Fishing | fisheries; Fischerei; aquaculture; fish farming; pêche; Fischzucht
Beekeeping | apiculture; Imkerei
Irrigation | irrigation systems; Bewässerung
Pest control | Schädlingsbekämpfung; plant protection; Pflanzenschutz; pesticide application; lutte antiparasitaire
Greenhouse management | Gewächshaus; nursery growing; Baumschule
Soil science | soil management; Bodenkunde; fertilization; composting
Organic farming | ökologische Landwirtschaft; agriculture biologique; sustainable agriculture
Floristry | flower arranging; Floristik; Blumenbinden
Harvesting | Erntearbeiten; fruit picking; récolte
Precision agriculture | smart farming; agritech
Horse care | equine care; Pferdepflege; horse riding; Reiten; grooming of animals
Pet care | dog training; animal care; Tierpflege; dog walking; animal welfare; Tierschutz
Hunting | game management; Jagd; wildlife management; nature conservation; Naturschutz
`;
