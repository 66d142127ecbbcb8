// Dutch résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const NL: ResumeWords = {
  months: listOf('januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'),
  shortMonths: listOf('jan.|feb.|mrt.|apr.|mei|jun.|jul.|aug.|sep.|okt.|nov.|dec.'),
  present: listOf('heden|nu|Heden'),
  sections: {
    summary: listOf('Profiel|Samenvatting|Over mij|Persoonlijk profiel'),
    work: listOf('Werkervaring|Professionele ervaring|Loopbaan'),
    education: listOf('Opleiding|Opleidingen'),
    skills: listOf('Vaardigheden|Competenties|Kennis en vaardigheden'),
    languages: listOf('Talen|Talenkennis'),
    certificates: listOf('Certificaten|Cursussen|Trainingen en cursussen'),
    projects: listOf('Projecten'),
    publications: listOf('Publicaties'),
    awards: listOf('Prijzen|Onderscheidingen'),
    volunteer: listOf('Vrijwilligerswerk'),
    interests: listOf("Interesses|Hobby's"),
    references: listOf('Referenties'),
    contact: listOf('Contact|Contactgegevens'),
    profiles: listOf('Links'),
  },
  labels: {
    phone: 'Telefoon',
    email: 'E-mail',
    address: 'Adres',
    web: 'Website',
    name: 'Naam',
    curriculum: 'Curriculum vitae',
    page: 'Pagina {n} van {of}',
    to: 'tot',
    since: 'sinds',
    in: 'in',
    dates: 'Periode',
    position: 'Functie',
    employer: 'Werkgever',
    place: 'Plaats',
    activities: 'Werkzaamheden',
    qualification: 'Diploma',
    institution: 'Instelling',
    area: 'Studierichting',
    born: 'Geboortedatum',
    nationality: 'Nationaliteit',
  },
  spoken: {
    en: 'Engels',
    de: 'Duits',
    fr: 'Frans',
    es: 'Spaans',
    it: 'Italiaans',
    pt: 'Portugees',
    nl: 'Nederlands',
    pl: 'Pools',
    ru: 'Russisch',
    ar: 'Arabisch',
    tr: 'Turks',
    zh: 'Chinees',
  },
  fluency: {
    native: listOf('moedertaal|Moedertaal'),
    C1: listOf('vloeiend|C1|uitstekend'),
    B2: listOf('B2|goed'),
    B1: listOf('B1|redelijk'),
    A2: listOf('A2|basis'),
  },
  degrees: {
    school: listOf('VWO|HAVO'),
    vocational: listOf('MBO niveau 4|MBO'),
    bachelor: listOf('HBO-bachelor|Bachelor'),
    master: listOf('Master|WO-master'),
    doctorate: listOf('Doctoraat|PhD'),
  },
  schools: {
    school: listOf('Stedelijk Gymnasium {city}|Lyceum {city}'),
    vocational: listOf('ROC {city}'),
    bachelor: listOf('Hogeschool {city}|Universiteit {city}'),
    master: listOf('Universiteit {city}|Technische Universiteit {city}'),
    doctorate: listOf('Universiteit {city}'),
  },
  employers: {
    firm: listOf('{root} B.V.|{root} N.V.|{root} Groep|{root} Diensten B.V.'),
    hospital: listOf('Ziekenhuis {city}|{root} Kliniek|Sint-Lucas Ziekenhuis {city}'),
    school: listOf('{root} College|Basisschool {root}'),
    kitchen: listOf('Restaurant {root}|Hotel {root} {city}'),
    university: listOf('Universiteit {city}|Instituut {root}'),
  },
  about: listOf(
    'Familiebedrijf met {n} medewerkers|Dienstverlener voor de overheid|Marktleider in de regio|Dochter van een internationaal concern',
  ),
  summaries: listOf(
    `{title} met {years} jaar ervaring in {skill} en {other}.|Ruim {years} jaar praktijk, vooral in {skill}.|
    Betrouwbare vakkracht met {years} jaar ervaring, thuis in {skill} en {other}.`,
  ),
  closings: listOf(
    `Werkt graag samen en houdt ook onder druk het overzicht.|Zoekt een functie met meer verantwoordelijkheid.|
    Bekend om zorgvuldig werk en gehaalde termijnen.|Draagt kennis graag over aan nieuwe collega's.`,
  ),
  achievements: listOf(
    `Kosten met {p} % verlaagd binnen een jaar|{n} nieuwe collega's ingewerkt|
    Werkwijze ingevoerd die {n} uur per week bespaart|Klanttevredenheid met {p} % verhoogd|
    Afdelingshoofd vervangen bij afwezigheid|Budget van {n} miljoen beheerd`,
  ),
  grade: 'Gemiddelde: 7,{n}',
  courses: listOf(
    'Projectmanagement|Ondernemingsrecht|Statistiek|Wetenschappelijk schrijven|Veiligheid op het werk|Ethiek',
  ),
  skillGroups: ['Methoden', 'Hulpmiddelen', 'Overig'],
  certificates: listOf('Bedrijfshulpverlening (BHV)|Rijbewijs B|VCA Basis|Train de trainer'),
  awards: [
    ['Innovatieprijs', 'Kamer van Koophandel'],
    ['Medewerker van het jaar', 'Regionale Ondernemersvereniging'],
    ['Studiebeurs voor uitblinkers', 'Hollins Stichting'],
  ],
  volunteer: [
    ['Rode Kruis', 'EHBO-medewerker', 'Hulp bij {n} evenementen per jaar'],
    ['Voedselbank', 'Chauffeur', 'Ophalen en uitdelen van voedsel op zaterdag'],
    ['Jeugdclub', 'Trainer', 'Training van een ploeg van {n} kinderen'],
  ],
  interests: listOf('Wandelen|Fotografie|Schaken|Koken|Fietsen|Koorzang|Tuinieren|Hardlopen'),
  references: listOf('Op aanvraag|Een betrouwbare collega die ik zo weer zou aannemen.'),
  trades: {
    software: tradeOf(
      'Junior softwareontwikkelaar|Softwareontwikkelaar|Senior softwareontwikkelaar|Hoofd ontwikkeling',
      'Informatica',
      `Webapplicaties gebouwd en onderhouden voor {n} klanten|Monoliet vervangen door diensten, {p} % kortere wachttijd|
      Code beoordeeld en {n} beginnende ontwikkelaars begeleid|Geautomatiseerde tests en doorlopende uitrol ingericht|
      Koppelingen tussen facturatie en magazijn ontworpen`,
      'Softwarearchitectuur|Unittests|Codereviews|Agile werken|Webontwikkeling|Databaseontwerp',
    ),
    data: tradeOf(
      'Data-analist en medewerker|Data scientist|Senior data scientist|Hoofd data-analyse',
      'Statistiek',
      `Dashboards gebouwd die {n} managers dagelijks gebruiken|Vraag voorspeld met {p} % minder fout|
      Gegevens uit {n} bronnen opgeschoond en gekoppeld|Resultaten uitgelegd aan leken|Prijsproeven geanalyseerd`,
      'Data-analyse|Machine learning|Datavisualisatie|Statistiek|Voorspellen|Datakwaliteit',
    ),
    mechanical: tradeOf(
      'Technisch ontwerper|Werktuigbouwkundig ingenieur|Ontwikkelingsingenieur|Hoofd engineering',
      'Werktuigbouwkunde',
      `Pomphuizen ontworpen en {n} tekeningensets gemaakt|Belastingen berekend en slijtage gesimuleerd|
      Proeven geleid met {n} technici|{p} % materiaal bespaard met een nieuw gietstuk|
      Toleranties afgestemd met leveranciers`,
      'Mechanisch ontwerp|Technisch tekenen|Eindige-elementenmethode|Materiaalkunde|Productontwikkeling|Kwaliteitsmanagement',
    ),
    electrician: tradeOf(
      'Leerling monteur|Elektromonteur|Eerste monteur elektrotechniek|Teamleider elektrotechniek',
      'Elektrotechniek',
      `{n} woningen en kantoren bedraad van kast tot stopcontact|Storingen aan machines gevonden en verholpen|
      Installaties getest en rapporten geschreven|Werk van {n} monteurs op bouwplaatsen gepland|
      Zonnepanelen op het net aangesloten`,
      'Elektrische installatie|Storingzoeken|Preventief onderhoud|Schakelinstallaties|Zonnepanelen|Veilig werken',
    ),
    nurse: tradeOf(
      'Medewerker zorg|Verpleegkundige|Gespecialiseerd verpleegkundige|Teamleider verpleging',
      'Verpleegkunde',
      `Zorg voor {n} patiënten per dienst op chirurgie|Medicatie toegediend en het verloop vastgelegd|
      Wonden verzorgd en vitale functies gecontroleerd|{n} leerlingen begeleid|Familie voorgelicht voor het ontslag`,
      'Patiëntenzorg|Wondzorg|Medicatie toedienen|Vitale functies|Zorgplannen|Infectiepreventie',
    ),
    accountant: tradeOf(
      'Medewerker administratie|Boekhouder|Senior boekhouder|Hoofd financiën',
      'Accountancy',
      `Maand- en jaarafsluitingen van {n} vennootschappen|Facturen geboekt en betalingen gecontroleerd|
      Belastingaangiften op tijd ingediend|Maandafsluiting {n} dagen korter gemaakt|
      Rekeningen met {n} dochters afgestemd`,
      'Financiële administratie|Crediteurenadministratie|Belastingaangiften|Jaarrekeningen|Budgettering|Audit',
    ),
    sales: tradeOf(
      'Verkoper|Medewerker verkoop|Accountmanager en adviseur|Hoofd verkoop',
      'Bedrijfskunde',
      `{n} grote klanten in het noorden van het land begeleid|Omzet met {p} % verhoogd in twee jaar|
      Raamcontracten met winkelketens gesloten|Assortiment getoond op {n} beurzen|Oude klanten teruggewonnen`,
      'Verkoop|Onderhandelen|Accountmanagement|Klantrelatiebeheer|Leadgeneratie|Marktanalyse',
    ),
    marketing: tradeOf(
      'Marketingmedewerker|Marketingadviseur|Marketing coordinator|Hoofd marketing',
      'Communicatiewetenschap',
      `Campagnes voor {n} productlijnen gepland|Teksten voor nieuwsbrief en website geschreven|
      Bezoekersaantal met {p} % verhoogd|{n} bureaus en hun budgetten aangestuurd|Persbijeenkomsten en open dagen georganiseerd`,
      'Contentmarketing|Zoekmachineoptimalisatie|Sociale media|Teksten schrijven|Merkbeheer|Evenementen organiseren',
    ),
    teacher: tradeOf(
      'Leraar in opleiding|Docent wiskunde|Senior docent|Hoofd sectie exact en docent',
      'Onderwijskunde',
      `Wiskunde en natuurkunde gegeven aan klassen van {n} leerlingen|Leerlingen voorbereid op het eindexamen|
      Ouders geadviseerd en met jeugdzorg gewerkt|Schoolkoor van {n} stemmen geleid|Leerplan van de onderbouw geschreven`,
      'Lesgeven|Leerplanontwikkeling|Klassenmanagement|Lesvoorbereiding|Speciaal onderwijs|Toetsing',
    ),
    chef: tradeOf(
      'Leerling kok|Zelfstandig werkend kok|Souschef|Chef-kok',
      'Horecamanagement',
      `Gekookt voor {n} gasten per avond|Sauzen en dagmenu verzorgd|
      Inkoop gedaan en {p} % minder verspild|{n} leerlingen opgeleid|Menu's voor bruiloften en banketten samengesteld`,
      'Koken|Menu samenstellen|Voedselveiligheid|Keukenleiding|Patisserie|Voorraadbeheer',
    ),
    logistics: tradeOf(
      'Magazijnmedewerker|Medewerker logistiek|Teamleider logistiek|Hoofd logistiek',
      'Logistiek',
      `{n} bestellingen per dienst verzameld|Heftruck en reachtruck gereden|
      Routes van {n} vrachtwagens gepland|Foute leveringen met {p} % verminderd|Inventaris opgenomen en verschillen opgehelderd`,
      'Magazijnbeheer|Heftruck rijden|Routeplanning|Voorraadbeheer|Orderverzamelen|Ketenbeheer',
    ),
    research: tradeOf(
      'Assistent in opleiding|Postdoctoraal onderzoeker|Senior onderzoeker|Universitair hoofddocent',
      'Biologie',
      `Celherstel onderzocht en {n} artikelen gepubliceerd|Subsidies verworven voor {n} plaatsen|
      {n} promovendi begeleid|Colleges voor eerstejaars gegeven|Microscopiefaciliteit beheerd`,
      'Moleculaire biologie|Celkweek|Microscopie|Wetenschappelijk schrijven|Academisch onderwijs|Subsidies aanvragen',
    ),
  },
};
