// Design, media, arts, hospitality, kitchens, tourism. Form: ../parse-taxonomy.ts.

export const creative = `
@ knowledge
Design | Gestaltung; diseño; conception graphique et visuelle; visual design; design skills; design principles
Media production | Medienproduktion; production média; producción audiovisual; media^; audiovisual production; Mediengestaltung; audiovisuel
Performing arts | darstellende Kunst; arts du spectacle; artes escénicas; stage performance
Hospitality | Gastgewerbe; hôtellerie; hostelería; hospitality management; Gastronomie; restauration; hospitality industry; Hotellerie; Hotel- und Gaststättengewerbe; hotel and restaurant; catering industry; Gastronomieerfahrung; hotelería
Tourism | Tourismus; tourisme; turismo; travel industry; Touristik; tourism management
Journalism | Journalismus; journalisme; periodismo; news writing; reporting news; Berichterstattung; editorial work; Redaktion; news reporting; broadcast journalism; Redaktionsarbeit
@ activity < Design
Graphic design | Grafikdesign; graphisme; diseño gráfico; graphic arts; Grafik*; conception graphique; graphics design; infographie; visual communication; Kommunikationsdesign; graphic designer
Web design | Webdesign; conception web; diseño web; website design; site web design; web page design
User interface design | UI design; UI*; interface design; UI/UX; UX/UI; UX/UI design; UI-Design; user interfaces; conception d'interfaces; GUI design; UI/UX design
User experience design | UX design; UX*; user experience; UX-Design; expérience utilisateur; experiencia de usuario; usability; user-centered design; interaction design; human-computer interaction; HCI*; information architecture; Interaktionsdesign; human-centered design; user-centred design; ergonomie des interfaces; Benutzerfreundlichkeit
User research | UX research; user studies; Nutzerforschung; recherche utilisateur; usability studies
Wireframing | wireframes; mockups; UI prototyping; interactive prototypes; mock-ups; Wireframes erstellen; maquettage; low-fidelity prototypes
Design systems | style guides; design tokens; component libraries; Styleguides
Design thinking | Design-Thinking; pensée design
Industrial design | product design; Produktdesign; design industriel; Industriedesign; design produit; diseño industrial
Interior design | Innenarchitektur; architecture d'intérieur; diseño de interiores; Innenraumgestaltung; space planning; interior decorating; Raumgestaltung; Einrichtungsberatung
Fashion design | Modedesign; stylisme; diseño de moda; textile design; garment design; pattern cutting; Textildesign; apparel design
Typography | Typografie; typographie; lettering; calligraphy; font design
Layout design | Layout*; page layout; mise en page; editorial design; desktop publishing; DTP*; Satz und Layout; Layoutgestaltung; publication design; PAO*
Logo design | logos; corporate design; identité visuelle; visual identity; brand design; Corporate-Design
Illustration | digital illustration; Illustrationen; ilustración; illustrations; storyboarding; storyboards; concept art; comic art
Drawing^ | Zeichnen; dessin; dibujo; sketching; freehand drawing; Skizzieren
Painting | Malen; peinture artistique; fine arts; sculpture; bildende Kunst; Bildhauerei; arts plastiques; visual arts; beaux-arts
Print design | printmaking; Printdesign; brochure design; flyer design; Druckvorstufe; prepress; Reinzeichnung; print production; brochures; flyers; Printmedien
Packaging graphics | label design; Etikettengestaltung
3D modeling | 3D modelling; 3D-Modellierung; modélisation 3D; 3D design; 3D rendering; 3D visualization; 3D-Visualisierung; modelado 3D; 3D graphics; 3D art; texturing
Animation | 2D animation; 3D animation; character animation; animación; computer animation; animations; rigging of characters
Motion graphics | motion design; Motion-Design; kinetic typography
Game design | level design; Spieldesign; game mechanics; Game-Design
Exhibition design | Messebau; stand construction; scenography; Bühnenbild; set design; stage design
Color theory | colour theory; Farblehre; colour management; color grading
@ tool < Design
Adobe Creative Suite | Adobe Creative Cloud; Adobe CC; Adobe CS6; Adobe Suite; Creative Cloud; suite Adobe; Creative Suite
Adobe Photoshop | Photoshop | < Adobe Creative Suite
Adobe Illustrator | Illustrator^ | < Adobe Creative Suite
Adobe InDesign | InDesign; QuarkXPress | < Adobe Creative Suite
Adobe XD | | < Adobe Creative Suite, ~ Figma .8
Adobe Premiere Pro | Premiere Pro; Adobe Premiere | < Adobe Creative Suite, ~ Video editing .9
Adobe After Effects | After Effects | < Adobe Creative Suite, ~ Motion graphics .9
Adobe Lightroom | Lightroom; Capture One; Adobe Bridge | < Adobe Creative Suite, ~ Photography .8
Adobe Audition | | < Adobe Creative Suite, ~ Audio editing .9
Adobe Animate | Adobe Flash; Flash animation | < Adobe Creative Suite
Figma | FigJam
Sketch^ | Sketch app
InVision | Zeplin; Axure; Balsamiq; Marvel app; Axure RP; Framer
Canva | Affinity Designer; Affinity Photo; PicMonkey
CorelDRAW | Corel Draw; Inkscape; Corel
GIMP | image editing; Bildbearbeitung; photo editing; retouche photo; Fotobearbeitung; photo retouching; edición de fotos; image manipulation; retouching
Blender^ | Blender 3D
Autodesk Maya | Maya^; Maya 3D
3ds Max | 3D Studio Max; 3dsMax
Cinema 4D | C4D; Houdini FX
ZBrush | Substance Painter; Mudbox; Substance Designer; Marmoset
Procreate | Wacom; graphics tablets; Clip Studio Paint
CLO 3D | Optitex; Gerber AccuMark; Lectra
@ activity < Media production
Photography | Fotografie; photographie; fotografía; product photography; portrait photography; photo shoots; Produktfotografie; digital photography; Fotografieren
Video production | Videoproduktion; production vidéo; producción de video; film production; Filmproduktion; videography; filming; Videografie; corporate videos; Videodreh
Video editing | Videobearbeitung; montage vidéo; edición de video; film editing; Videoschnitt; post-production; Postproduktion; Schnitt*; postproducción; Filmschnitt
Camera operation | Kameraführung; cinematography; camera work; cadrage; Kamera*; lighting for film; prise de vues
Audio editing | sound design; Tontechnik; audio engineering; sound engineering; son^; Audiobearbeitung; audio production; mixing and mastering; sound recording; Tonaufnahme; recording studio; ingénierie du son; edición de audio; audio mixing; live sound
Podcasting | podcast production; Podcasts; podcast
Broadcasting | Rundfunk; radio broadcasting; television production; Radiomoderation; radiodiffusion; TV production; Fernsehproduktion; live streaming; radio production; hosting shows; presenting on air
Screenwriting | scriptwriting; Drehbuch; scénario; script writing; Drehbuchschreiben; playwriting; guion
Film directing | Regie; réalisation; directing^; dirección de cine; producing films; film-making; filmmaking
Visual effects | VFX; compositing; effets spéciaux; Nuke compositing; special effects; green screen
Event technology | Veranstaltungstechnik; stage technology; régie; Bühnentechnik; lighting operation; technique événementielle; audio-visual equipment; AV equipment; AV technology; audiovisual equipment
Publishing | Verlagswesen; édition; editing; book publishing; editorial management; e-publishing; Herausgabe; content editing; edición; Redigieren
Creative writing | kreatives Schreiben; écriture créative; fiction writing; poetry; Schreiben*; escritura creativa; novel writing
Game development production | esports; gaming industry
@ tool < Media production
Final Cut Pro | Final Cut; iMovie | ~ Video editing .9
DaVinci Resolve | | ~ Video editing .9
Avid Media Composer | Avid^; Sony Vegas; Vegas Pro | ~ Video editing .9
Pro Tools | Logic Pro; Ableton Live; Cubase; Audacity; Ableton; FL Studio; GarageBand; digital audio workstations | ~ Audio editing .9
OBS Studio | vMix; streaming software | ~ Broadcasting .7
@ activity < Performing arts
Acting | Schauspiel; théâtre; actuación; stage acting; theater; theatre; Schauspielerei; voice acting; Sprechen*; improvisation; Theaterspiel; voice-over
Singing | Gesang; chant; canto; vocal performance; choir; Chor; chorale; voice training
Dancing | Tanz; danse; baile; choreography; ballet; Choreografie; dance instruction; Tanzen
Music performance | Musizieren; musique; música; playing instruments; piano; guitar; Klavier; Gitarre; violin; music theory; conducting orchestras; Musik; drums; Geige; musician; songwriting; music composition; Komposition
Music production | DJing; Musikproduktion; beat making; MAO*; producción musical; DJ*
Stagecraft | stage management; Inspizienz; costume design; Kostümbild; props; Requisite
Cultural management | Kulturmanagement; gestion culturelle; arts administration; museum education; Kulturvermittlung; médiation culturelle
@ activity < Hospitality
Cooking | Kochen; cuisine; cocina; culinary skills; food preparation; Speisenzubereitung; culinary arts; Kochkunst; meal preparation; Lebensmittelzubereitung; préparation culinaire; cooking techniques; Zubereitung von Speisen; food prep; culinary; Essenszubereitung
Kitchen management | Küchenleitung; gestion de cuisine; Küchenorganisation; kitchen operations; brigade management; kitchen supervision; kitchen staff
Menu planning | Menüplanung; élaboration de menus; Speiseplanung; menu design; recipe development; Rezeptentwicklung; menu development; Speiseplan
Baking | Backen; boulangerie; panadería; Bäckerei; bread baking; Bäckerhandwerk; bread making
Pastry making | Konditorei; pâtisserie; pastelería; confectionery; cake decorating; chocolate making; Patisserie; dessert preparation; Confiserie
Butchery | Metzgerei; boucherie; Fleischverarbeitung; meat cutting; carnicería; Fleischerei; meat processing; charcuterie; slaughtering; fish filleting; poissonnerie; butchering
Food safety | Lebensmittelsicherheit; sécurité alimentaire; HACCP; seguridad alimentaria; food hygiene; Lebensmittelhygiene; hygiène alimentaire; ServSafe; IFS Food; food handling; sanitation standards; food sanitation; food safety standards; BRC Food; food safety regulations; FSSC 22000; food safety and sanitation; ISO 22000; manipulación de alimentos
Food technology | Lebensmitteltechnologie; agroalimentaire; food science; food processing; Lebensmittelverarbeitung; Lebensmitteltechnik; food production; Lebensmittelproduktion; dairy processing; food chemistry; sensory analysis; cheese making; Molkerei
Brewing | beer brewing; Brauwesen; brassage; distilling; Brauerei; Mälzerei; beverage production
Bartending | Barkeeping; mixologie; coctelería; cocktail making; mixology; Barservice; Getränkezubereitung; bar service; bar management; cocktails; bar operations; Cocktailzubereitung; barman; barmaid; bartender
Barista skills | coffee making; Kaffeezubereitung; latte art; barista; espresso preparation; coffee preparation; Kaffeespezialitäten
Wine knowledge | sommelier; Weinkunde; wine tasting; sommellerie; wine service; Weinkenntnisse; Weinberatung; wine pairing
Waiting tables | Servieren; service en salle; table service; Kellnern; servicio de mesas; Gästeservice; waitressing; food service; Service in der Gastronomie; food and beverage service; waiting staff; serving food; serving^; banquet service; serving customers; Speisen servieren; waiter; waitress; Gästebetreuung; serveuse; guest service; fine dining; taking orders; food serving
Food and beverage management | F&B management; F&B; restaurant management; Restaurantleitung; gestion de restaurant; food and beverage; Gastronomiemanagement; food cost control; beverage management; restaurant operations; Food & Beverage
Catering | Gemeinschaftsverpflegung; traiteur; Bankett; banquets; event catering; catering services; Kantine; school catering; Partyservice; restauration collective; buffet service
Hotel management | Hotelmanagement; gestion hôtelière; gestión hotelera; hotel operations; Hotelleitung; lodging management; hotel administration
Housekeeping | Hauswirtschaft; service d'étage; Zimmerreinigung; room cleaning; gouvernance hôtelière; Roomservice; laundry; Wäscherei; ironing; household management; blanchisserie; Zimmerservice; housekeeping management; Haushaltsführung; ama de llaves; bed making; Bügeln; room service; dry cleaning; Wäschepflege; domestic work; repassage; entretien ménager; ménage
Guest relations | Gästebetreuung im Hotel; relations avec la clientèle; concierge services; guest services; concierge; guest satisfaction; hospitality services; guest experience; Gästekommunikation
Reservations | room reservations; Reservierungen; réservations; booking management; reservas; Zimmerreservierung; Buchungsmanagement; reservation systems; table reservations; Reservierungsmanagement; reservation management
Dishwashing | Geschirrspülen; plonge; Spülküche; dish washing; lavado de platos; kitchen cleaning; Küchenhilfe; kitchen assistance; kitchen help; kitchen helper
Fast food preparation | quick service; Systemgastronomie; restauration rapide; grilling; pizza making; comida rápida; sandwich preparation; grill cooking; line cooking; short-order cooking; deep frying
Dietary cooking | Diätküche; vegan cooking; vegetarian cooking; vegane Küche; allergen management; diätetische Küche
Casino dealing | croupier; gaming operations; casino operations; gambling operations
@ tool < Hospitality
Opera PMS | Oracle OPERA; Fidelio PMS; property management systems; Opera Fidelio; Micros POS; Protel; Micros Fidelio; Micros; hotel software; Suite8; Mews
OpenTable | Resy; Booking.com; Airbnb hosting; Airbnb
@ activity < Tourism
Tour operation | Tourmanagement; tour packages; Reiseveranstaltung; tour organization; tour operations
Tour guiding services | Stadtführungen; guide touristique; Gästeführung; visites guidées; museum guiding; guided tours; tour guide
Destination marketing | Tourismusmarketing; destination management
Recreation management | leisure management; animation touristique; Freizeitgestaltung; camp counseling; recreational activities; Gästeanimation; loisirs; animation socioculturelle; Ferienbetreuung
@ activity < Journalism
Editorial planning | Redaktionsplanung; editorial calendar; comité de rédaction; editorial strategy; Redaktionsleitung
Fact-checking | fact checking; Faktencheck; vérification des faits
Online journalism | Onlinejournalismus; web editing; Online-Redaktion; journalisme web; web content; data journalism; webredaction
Photojournalism | Fotojournalismus; press photography; Bildredaktion
`;
