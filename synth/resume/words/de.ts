// German résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const DE: ResumeWords = {
  months: listOf('Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'),
  shortMonths: listOf('Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.'),
  present: listOf('heute|Heute|jetzt|dato'),
  sections: {
    summary: listOf('Profil|Kurzprofil|Über mich|Zusammenfassung'),
    work: listOf('Berufserfahrung|Beruflicher Werdegang|Berufspraxis'),
    education: listOf('Ausbildung|Bildungsweg|Studium|Schulische Ausbildung'),
    skills: listOf('Kenntnisse|Fachkenntnisse|Kenntnisse und Fähigkeiten|Kompetenzen'),
    languages: listOf('Sprachen|Sprachkenntnisse'),
    certificates: listOf('Zertifikate|Weiterbildungen|Fortbildungen'),
    projects: listOf('Projekte|Ausgewählte Projekte'),
    publications: listOf('Publikationen|Veröffentlichungen'),
    awards: listOf('Auszeichnungen|Preise und Auszeichnungen'),
    volunteer: listOf('Ehrenamt|Ehrenamtliches Engagement'),
    interests: listOf('Interessen|Hobbys'),
    references: listOf('Referenzen'),
    contact: listOf('Kontakt|Kontaktdaten'),
    profiles: listOf('Links|Profile'),
  },
  labels: {
    phone: 'Telefon',
    email: 'E-Mail',
    address: 'Anschrift',
    web: 'Internet',
    name: 'Name',
    curriculum: 'Lebenslauf',
    page: 'Seite {n} von {of}',
    to: 'bis',
    since: 'seit',
    in: 'in',
    dates: 'Zeitraum',
    position: 'Funktion',
    employer: 'Arbeitgeber',
    place: 'Ort',
    activities: 'Aufgaben',
    qualification: 'Abschluss',
    institution: 'Bildungseinrichtung',
    area: 'Fachrichtung',
    born: 'Geburtsdatum',
    nationality: 'Staatsangehörigkeit',
  },
  spoken: {
    en: 'Englisch',
    de: 'Deutsch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    pt: 'Portugiesisch',
    nl: 'Niederländisch',
    pl: 'Polnisch',
    ru: 'Russisch',
    ar: 'Arabisch',
    tr: 'Türkisch',
    zh: 'Chinesisch',
  },
  fluency: {
    native: listOf('Muttersprache|Muttersprachlich'),
    C1: listOf('verhandlungssicher|fließend|C1'),
    B2: listOf('B2|sehr gut|gute Kenntnisse'),
    B1: listOf('B1|konversationssicher'),
    A2: listOf('A2|Grundkenntnisse'),
  },
  degrees: {
    school: listOf('Abitur|Fachabitur'),
    vocational: listOf('Berufsausbildung|Ausbildung'),
    bachelor: listOf('Bachelor of Science|B.Sc.|Bachelor of Arts'),
    master: listOf('Master of Science|M.Sc.|Diplom'),
    doctorate: listOf('Promotion|Dr. rer. nat.'),
  },
  schools: {
    school: listOf('Gymnasium {city}|Goethe-Gymnasium {city}'),
    vocational: listOf('Berufsschule {city}|Berufskolleg {city}'),
    bachelor: listOf('Hochschule {city}|Universität {city}|Fachhochschule {city}'),
    master: listOf('Universität {city}|Technische Universität {city}'),
    doctorate: listOf('Universität {city}'),
  },
  employers: {
    firm: listOf('{root} GmbH|{root} AG|{root} GmbH & Co. KG|{root} Gruppe'),
    hospital: listOf('Klinikum {city}|Krankenhaus {root}|St.-Lukas-Klinik {city}'),
    school: listOf('Gymnasium {city}|Gesamtschule {city}|Realschule {root}'),
    kitchen: listOf('Restaurant {root}|Hotel {root} {city}|Gasthaus {root}'),
    university: listOf('Universität {city}|{root}-Institut {city}|Technische Universität {city}'),
  },
  about: listOf(
    'Familienbetrieb mit {n} Beschäftigten|Dienstleister für öffentliche Auftraggeber|Marktführer in der Region|Tochter eines internationalen Konzerns',
  ),
  summaries: listOf(
    `{title} mit {years} Jahren Erfahrung in {skill} und {other}.|Zuverlässig und engagiert, seit {years} Jahren mit {skill} vertraut.|
    {years} Jahre Berufserfahrung mit den Schwerpunkten {skill} und {other}.`,
  ),
  closings: listOf(
    `Arbeitet gern im Team und behält auch unter Druck den Überblick.|Sucht eine Aufgabe mit mehr Verantwortung in einem wachsenden Unternehmen.|
    Bekannt für sorgfältige Arbeit, klare Worte und eingehaltene Termine.|Gibt Wissen gern an neue Kolleginnen und Kollegen weiter.`,
  ),
  achievements: listOf(
    `Senkung der Kosten um {p} % innerhalb eines Jahres|Einarbeitung von {n} neuen Beschäftigten|
    Einführung eines Verfahrens, das {n} Stunden pro Woche spart|Steigerung der Kundenzufriedenheit um {p} %|
    Vertretung der Abteilungsleitung|Verantwortung für ein Budget von {n} Millionen Euro`,
  ),
  grade: 'Note: 1,{n}',
  courses: listOf('Projektmanagement|Wirtschaftsrecht|Statistik|Wissenschaftliches Arbeiten|Arbeitssicherheit|Ethik'),
  skillGroups: ['Methoden', 'Werkzeuge', 'Weitere'],
  certificates: listOf(
    'Ersthelfer im Betrieb|Führerschein Klasse B|Sicherheitsbeauftragter|Ausbildereignung nach AEVO',
  ),
  awards: [
    ['Mitarbeiter des Jahres', 'Industrie- und Handelskammer'],
    ['Innovationspreis', 'Wirtschaftsverband Nord'],
    ['Deutschlandstipendium', 'Hollins-Stiftung'],
  ],
  volunteer: [
    ['Deutsches Rotes Kreuz', 'Sanitäter', 'Betreuung von {n} Veranstaltungen im Jahr'],
    ['Tafel', 'Fahrer', 'Abholung und Ausgabe von Lebensmitteln an jedem Samstag'],
    ['Turnverein 1887', 'Jugendtrainer', 'Training einer Mannschaft von {n} Kindern'],
  ],
  interests: listOf('Wandern|Fotografie|Schach|Kochen|Radfahren|Chorgesang|Gartenarbeit|Langstreckenlauf'),
  references: listOf('Auf Anfrage|Eine verlässliche Kraft, die ich jederzeit wieder einstellen würde.'),
  trades: {
    software: tradeOf(
      'Junior-Softwareentwickler|Softwareentwickler|Senior-Softwareentwickler|Leiter Softwareentwicklung',
      'Informatik',
      `Entwicklung und Pflege von Webanwendungen für {n} Kunden|Ablösung eines Altsystems, dadurch {p} % kürzere Antwortzeiten|
      Durchsicht von Code und Anleitung von {n} Nachwuchskräften|Aufbau automatischer Tests und laufender Auslieferung|
      Entwurf der Schnittstellen zwischen Abrechnung und Lager`,
      'Softwarearchitektur|Unit-Tests|Code-Reviews|Agile Methoden|Webentwicklung|Datenbankdesign',
    ),
    data: tradeOf(
      'Datenanalyst|Data Scientist|Senior Data Scientist|Leiter Datenanalyse',
      'Statistik',
      `Aufbau von Berichten, die {n} Führungskräfte täglich nutzen|Prognose der Nachfrage mit {p} % weniger Fehler|
      Bereinigung und Verknüpfung von Daten aus {n} Quellen|Vermittlung der Ergebnisse an Fachabteilungen|
      Auswertung von Preisversuchen`,
      'Datenanalyse|Maschinelles Lernen|Datenvisualisierung|Statistik|Prognosemodelle|Datenqualität',
    ),
    mechanical: tradeOf(
      'Konstrukteur|Maschinenbauingenieur|Entwicklungsingenieur|Leiter Konstruktion',
      'Maschinenbau',
      `Konstruktion von Pumpengehäusen und Erstellung von {n} Zeichnungssätzen|Berechnung von Lasten und Simulation von Verschleiß|
      Leitung von Versuchen mit {n} Technikern|Einsparung von {p} % Material durch ein neues Gussteil|
      Abstimmung von Toleranzen mit Lieferanten`,
      'Konstruktion|Technisches Zeichnen|Finite-Elemente-Methode|Werkstoffkunde|Produktentwicklung|Qualitätsmanagement',
    ),
    electrician: tradeOf(
      'Auszubildender Elektroniker|Elektroniker für Betriebstechnik|Elektroinstallateur|Elektromeister',
      'Elektrotechnik',
      `Verdrahtung von {n} Wohnungen und Büros vom Verteiler bis zur Steckdose|Fehlersuche und Instandsetzung an Maschinen|
      Prüfung von Anlagen nach DIN VDE und Dokumentation|Einsatzplanung für {n} Monteure auf Baustellen|
      Anschluss von Photovoltaikanlagen an das Netz`,
      'Elektroinstallation|Fehlersuche|Vorbeugende Wartung|Schaltanlagen|Photovoltaik|Arbeitssicherheit',
    ),
    nurse: tradeOf(
      'Pflegehelferin|Gesundheits- und Krankenpflegerin|Fachkrankenpflegerin|Stationsleiterin',
      'Pflegewissenschaft',
      `Pflege von bis zu {n} Patienten je Schicht auf einer chirurgischen Station|Gabe von Medikamenten und Dokumentation des Verlaufs|
      Versorgung von Wunden und Kontrolle der Vitalzeichen|Anleitung von {n} Auszubildenden|
      Beratung von Angehörigen vor der Entlassung`,
      'Patientenversorgung|Wundversorgung|Medikamentengabe|Vitalzeichenkontrolle|Pflegeplanung|Krankenhaushygiene',
    ),
    accountant: tradeOf(
      'Sachbearbeiterin Buchhaltung|Finanzbuchhalterin|Bilanzbuchhalterin|Leiterin Rechnungswesen',
      'Betriebswirtschaftslehre',
      `Erstellung von Monats- und Jahresabschlüssen für {n} Gesellschaften|Buchung von Eingangsrechnungen und Prüfung von Zahlungen|
      Fristgerechte Abgabe von Steuererklärungen|Verkürzung des Monatsabschlusses um {n} Tage|
      Abstimmung von Konten mit {n} Tochtergesellschaften`,
      'Finanzbuchhaltung|Kreditorenbuchhaltung|Steuererklärungen|Jahresabschlüsse|Budgetierung|Wirtschaftsprüfung',
    ),
    sales: tradeOf(
      'Verkäufer|Vertriebsmitarbeiter|Key-Account-Manager|Vertriebsleiter',
      'Betriebswirtschaft',
      `Betreuung von {n} Großkunden im Norden des Landes|Steigerung des Umsatzes um {p} % in zwei Jahren|
      Verhandlung von Rahmenverträgen mit Händlern|Vorstellung des Sortiments auf {n} Messen|
      Rückgewinnung von abgewanderten Kunden`,
      'Vertrieb|Verhandlungsführung|Key-Account-Management|Kundenbeziehungsmanagement|Leadgenerierung|Marktanalyse',
    ),
    marketing: tradeOf(
      'Marketingassistentin|Marketingreferentin|Marketingmanagerin|Leiterin Marketing',
      'Kommunikationswissenschaft',
      `Planung von Kampagnen für {n} Produktlinien|Texte für den Newsletter und die Webseite|
      Steigerung der Besucherzahlen um {p} %|Steuerung von {n} Agenturen und ihrer Budgets|
      Organisation von Presseterminen und Tagen der offenen Tür`,
      'Content-Marketing|Suchmaschinenoptimierung|Social-Media-Marketing|Texten|Markenführung|Veranstaltungsmanagement',
    ),
    teacher: tradeOf(
      'Referendarin|Lehrerin für Mathematik|Studienrätin und Lehrerin|Fachbereichsleiterin',
      'Lehramt',
      `Unterricht in Mathematik und Physik in Klassen mit {n} Kindern|Vorbereitung auf das Abitur|
      Beratung von Eltern und Zusammenarbeit mit der Schulsozialarbeit|Leitung des Schulchors mit {n} Stimmen|
      Ausarbeitung des Lehrplans der Unterstufe`,
      'Unterrichten|Lehrplanentwicklung|Klassenführung|Unterrichtsplanung|Sonderpädagogik|Leistungsbewertung',
    ),
    chef: tradeOf(
      'Commis de Cuisine|Koch|Souschef|Küchenchef',
      'Hotelmanagement',
      `Zubereitung von bis zu {n} Gerichten am Abend|Verantwortung für den Saucenposten und das Tagesgericht|
      Bestellung der Ware und {p} % weniger Abfall|Anleitung von {n} Auszubildenden|
      Zusammenstellung von Menüs für Hochzeiten und Bankette`,
      'Kochen|Menüplanung|Lebensmittelsicherheit|Küchenleitung|Patisserie|Bestandsführung',
    ),
    logistics: tradeOf(
      'Lagerhelfer|Fachkraft für Lagerlogistik und Lagermitarbeiter|Schichtleiter Logistik|Logistikleiter',
      'Logistik',
      `Kommissionierung von {n} Aufträgen je Schicht|Führen von Gabelstaplern und Schubmaststaplern|
      Planung der Touren von {n} Lastwagen|Senkung der Fehllieferungen um {p} %|Inventur und Klärung von Differenzen`,
      'Lagerverwaltung|Gabelstapler fahren|Tourenplanung|Bestandsführung|Kommissionierung|Supply-Chain-Management',
    ),
    research: tradeOf(
      'Wissenschaftlicher Mitarbeiter|Postdoktorand und wissenschaftlicher Mitarbeiter|Gruppenleiter|Professor',
      'Biologie',
      `Untersuchung der Reparatur von Zellschäden, {n} Veröffentlichungen|Einwerbung von Mitteln für {n} Stellen|
      Betreuung von {n} Doktorarbeiten|Vorlesungen und Seminare für das erste Studienjahr|
      Betrieb der Mikroskope des Fachbereichs`,
      'Molekularbiologie|Zellkultur|Mikroskopie|Wissenschaftliches Schreiben|Hochschullehre|Antragstellung',
    ),
  },
};
